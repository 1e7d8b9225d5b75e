"""หนังสือภายนอก (แบบที่ 1) and หนังสือประทับตรา (แบบที่ 3): under the Garuda, level with its feet."""

from collections.abc import Iterator, Sequence

from desktop.office.dates import thai_date
from desktop.paper.official import measures as mm
from desktop.paper.official import parts
from desktop.paper.official.paper import OfficialPaper, numeral
from desktop.paper.official.rows import Row, labelled, paragraph, text_row
from desktop.paper.ops import Op, Rect, Text
from desktop.paper.thai_text import break_lines

FIRST_BASELINE = mm.FEET


def head(paper: OfficialPaper) -> Iterator[Op]:
    """What stands in its place on the first sheet whatever follows."""
    yield from parts.garuda(paper.garuda, mm.GARUDA_TOP, mm.GARUDA)
    yield from parts.urgency(paper, mm.LEFT, mm.FEET - 14)


def external_rows(paper: OfficialPaper) -> list[Row]:
    rows = _number_and_seat(paper)
    day = numeral(thai_date(paper.day, "long", "arabic")) if paper.day else ""
    rows.append(text_row(day, mm.CENTRE, before=mm.BEFORE_6, keep=True))
    rows += labelled("เรื่อง", [paper.subject])
    rows += labelled(paper.salutation, [paper.to_party])
    rows += labelled("อ้างถึง", paper.references) if paper.references else []
    rows += labelled("สิ่งที่ส่งมาด้วย", paper.enclosures, numbered=True) if paper.enclosures else []
    signed = parts.together(parts.signature(paper), parts.owner(paper))
    return [*rows, *parts.kept_with_body(body(paper.paragraphs), signed), *signed]


def sealed_rows(paper: OfficialPaper) -> list[Row]:
    """No salutation, no closing: the office's name, its seal for the initials of who is charged with it, the day."""
    rows = [text_row(f"ที่  {paper.book_number}", keep=True, bookmark="ที่"), *labelled("ถึง", [paper.to_party])]
    signed = parts.together(_seal(paper), parts.owner(paper))
    return [*rows, *parts.kept_with_body(body(paper.paragraphs), signed), *signed]


def body(paragraphs: Sequence[str]) -> list[Row]:
    """Every paragraph indented by 2.5 cm."""
    return [
        row
        for place, text in enumerate(paragraphs)
        for row in paragraph(text, bookmark="เนื้อความ" if place == 0 else "")
    ]


def _number_and_seat(paper: OfficialPaper) -> list[Row]:
    """`ที่ ...` at the margin and where the office sits at the right, both from the level of the Garuda's feet."""
    right = [line for text in (paper.seat, paper.address) for line in break_lines(numeral(text), mm.BODY_PT, _SEAT_MM)]
    rows = []
    for place, line in enumerate(right or [""]):
        ops: tuple[Op, ...] = (Text(mm.ADDRESS_X, 0, line, mm.BODY_PT, colour=mm.INK),)
        if place == 0:
            number = Text(mm.LEFT, 0, numeral(f"ที่  {paper.book_number}"), mm.BODY_PT, colour=mm.INK)
            ops = (number, *ops)
        rows.append(Row(ops, keep=True, bookmark="" if place else "ที่", text=line))
    return rows


_SEAT_MM = mm.RIGHT - mm.ADDRESS_X


def _seal(paper: OfficialPaper) -> list[Row]:
    """On paper two pale circles wait for the stamp; signed electronically it stands there, with the Garuda in it."""
    x = parts.axis(paper)
    day = numeral(thai_date(paper.day, "long", "arabic")) if paper.day else ""
    seal = Row(tuple(_seal_ops(paper, x)), mm.SEAL_OUTER + 3, keep=True)
    name = parts.on_axis(paper.office_name, x, before=mm.BEFORE_12, bookmark="ประทับตรา")
    return [name, seal, parts.on_axis(day, x, height=mm.LINE + 1, keep=False)]


def _seal_ops(paper: OfficialPaper, x: float) -> Iterator[Op]:
    """Two circles around one point, the lower end of the outer one on the baseline."""
    middle = -mm.SEAL_OUTER / 2
    ink, line = (mm.RED, 0.5) if paper.electronic else ("#BBBBBB", 0.15)
    for across in (mm.SEAL_OUTER, mm.SEAL_INNER):
        yield Rect(x - across / 2, middle - across / 2, across, across, line, ink, radius_mm=across / 2)
    if paper.electronic:
        yield from parts.garuda(paper.garuda, middle - mm.GARUDA / 2, mm.GARUDA, centre=x)
