"""บันทึกข้อความ (แบบที่ 2): small Garuda at the left, bold labels on dotted lines, no closing and no solid rule."""

from collections.abc import Iterator, Sequence

from desktop.office.dates import thai_date
from desktop.paper.official import measures as mm
from desktop.paper.official import parts
from desktop.paper.official.letter import body
from desktop.paper.official.paper import OfficialPaper, numeral
from desktop.paper.official.rows import Row, labelled
from desktop.paper.ops import Face, Line, Op, Text
from desktop.paper.thai_text import break_lines, fitting_size_pt, width_mm

FIRST_BASELINE = mm.GARUDA_TOP + mm.SMALL_GARUDA - 2.5
TITLE = "บันทึกข้อความ"
_GAP = 2.0


def head(paper: OfficialPaper) -> Iterator[Op]:
    """What stands in its place on the first sheet whatever follows."""
    yield from parts.garuda(paper.garuda, mm.GARUDA_TOP, mm.SMALL_GARUDA, left=mm.LEFT)
    yield from parts.urgency(paper, mm.RIGHT, mm.GARUDA_TOP + 7, "right")


def memo_rows(paper: OfficialPaper) -> list[Row]:
    title = Text(mm.CENTRE, 0, TITLE, mm.MEMO_TITLE_PT, Face.BOLD, "centre", mm.INK)
    rows = [Row((title,), mm.MEMO_TITLE_LINE, keep=True, text=TITLE)]
    where = "  ".join((paper.owner_unit, *paper.contact))
    rows += _dotted("ส่วนราชการ", [where], height=mm.MEMO_TITLE_LINE)
    rows.append(_number_and_day(paper))
    rows += _dotted("เรื่อง", [paper.subject], bookmark="เรื่อง")
    rows += labelled(paper.salutation, [paper.to_party])
    rows += labelled("อ้างถึง", paper.references) if paper.references else []
    rows += labelled("สิ่งที่ส่งมาด้วย", paper.enclosures, numbered=True) if paper.enclosures else []
    signed = parts.together(parts.signature(paper, closing=False))
    return [*rows, *parts.kept_with_body(body(paper.paragraphs), signed), *signed]


def _number_and_day(paper: OfficialPaper) -> Row:
    day = numeral(thai_date(paper.day, "long", "arabic")) if paper.day else ""
    ops = (
        *_field("ที่", numeral(paper.book_number), mm.LEFT, mm.CENTRE - _GAP),
        *_field("วันที่", day, mm.CENTRE, mm.RIGHT),
    )
    return Row(ops, mm.MEMO_LINE, keep=True, bookmark="ที่")


def _dotted(label: str, texts: Sequence[str], *, height: float = mm.MEMO_LINE, bookmark: str = "") -> list[Row]:
    """A bold label and its text on dotted lines, as many as it needs."""
    start = mm.LEFT + width_mm(label, mm.MEMO_LABEL_PT, Face.BOLD) + _GAP
    lines = [line for text in texts for line in break_lines(numeral(text), mm.BODY_PT, mm.RIGHT - start - 1)]
    first = Row(tuple(_field(label, lines[0], mm.LEFT, mm.RIGHT)), height, keep=True, bookmark=bookmark, text=lines[0])
    more = [Row(tuple(_on_dots(line, start, mm.RIGHT)), keep=True, text=line) for line in lines[1:]]
    return [first, *more]


def _field(label: str, text: str, left: float, right: float) -> Iterator[Op]:
    yield Text(left, 0, label, mm.MEMO_LABEL_PT, Face.BOLD, colour=mm.INK)
    yield from _on_dots(text, left + width_mm(label, mm.MEMO_LABEL_PT, Face.BOLD) + _GAP, right)


def _on_dots(text: str, left: float, right: float) -> Iterator[Op]:
    size = fitting_size_pt(text, mm.BODY_PT, right - left - 1)
    yield Text(left + 1, 0, text, size, colour=mm.INK)
    yield Line(left, 1.3, right, 1.3, 0.22, mm.QUIET, dash_mm=(0, 0.9))
