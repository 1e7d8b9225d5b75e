"""A certificate or licence on A4: the official face in front, conditions and the record of yearly fees on the back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.paper.official import measures as mm
from desktop.paper.official import parts
from desktop.paper.official.paper import numeral
from desktop.paper.official.rows import Placed, Row, centred, deal, moved, paragraph, text_row
from desktop.paper.ops import Face, Line, Op, Paper, QrCode, Rect, Sheet, Text
from desktop.paper.pdf import to_pdf
from desktop.paper.thai_text import break_lines, fitting_size_pt, width_mm

TITLE_PT, SMALL_PT = 22.0, 14.0
QR_MM = 28.5
_FIRST = mm.FEET + mm.LINE
_ROW_MM = 9.5
_COLUMNS = (
    ("ปีที่", 12.0), ("ครบกำหนด", 28.0), ("ค่าธรรมเนียม", 24.0), ("ค่าปรับ", 18.0), ("ใบเสร็จ เล่มที่/เลขที่", 34.0),
    ("ลงวันที่", 24.0), ("เจ้าหน้าที่", 20.0),
)  # fmt: skip
_NOTE_PT = 11.0


@dataclass(frozen=True)
class FeeLine:
    """A year of the record on the back; empty words are left to be written by hand."""

    year: str
    due: str
    amount: str = ""
    late: str = ""
    receipt: str = ""
    day: str = ""
    by: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        return (self.year, self.due, self.amount, self.late, self.receipt, self.day, self.by)


@dataclass(frozen=True)
class CertificatePaper:
    """Everything printed on one certificate; figures in Arabic digits, printed in Thai ones.

    `proof`: what its QR code says, nothing is drawn when empty. `copy_mark` (สำเนาที่ 2) with its `copy_note`; `red_mark`
    ใบแทน; `across`: one large word over the sheet (ยกเลิก, พักใช้, ตัวอย่าง). `electronic`: signed by no hand.
    """

    title: str
    office_name: str
    seat: str
    address: str
    book: str
    number: str
    paragraphs: tuple[str, ...]
    issued: str
    signer_name: str
    signer_lines: tuple[str, ...]
    signer_title: str
    form: str = ""
    until: str = ""
    conditions: tuple[str, ...] = ()
    fees: tuple[FeeLine, ...] = ()
    statement: str = ""
    electronic: bool = False
    garuda: bytes | None = None
    proof: str = ""
    copy_mark: str = ""
    copy_note: str = ""
    red_mark: str = ""
    across: str = ""


def certificate_pdf(paper: CertificatePaper, made_at: datetime) -> bytes:
    """The certificate as a PDF; the same certificate made at the same (aware) moment gives the same bytes."""
    front = deal(_rows(paper), _FIRST)
    sheets = [_front(paper, front, place) for place in range(len(front))]
    sheets += _back(paper)
    name = " ".join(filter(None, (paper.title, paper.book, paper.number)))
    return to_pdf(Paper(name, paper.office_name, made_at, tuple(sheets)))


def _rows(paper: CertificatePaper) -> list[Row]:
    rows = [_number_row(paper), *centred(paper.title, size=TITLE_PT, face=Face.BOLD, before=mm.BEFORE_12)]
    rows += centred(paper.office_name, before=mm.BEFORE_6)
    body = [row for text in paper.paragraphs for row in paragraph(text)]
    dated = " ".join(filter(None, (paper.issued, paper.until)))
    signed = parts.together(paragraph(dated, before=mm.BEFORE_12), _signature(paper))
    return [*rows, *parts.kept_with_body(body, signed), *signed]


def _number_row(paper: CertificatePaper) -> Row:
    left = Text(mm.LEFT, 0, numeral(paper.book), mm.BODY_PT, colour=mm.INK)
    right = Text(mm.RIGHT, 0, numeral(paper.number), mm.BODY_PT, align="right", colour=mm.INK)
    return Row((left, right), keep=True)


def _signature(paper: CertificatePaper) -> list[Row]:
    """Room for the hand, name, posts and what they are by law, on one axis; the QR code at the left beside them."""
    lines = (f"({paper.signer_name or ' ' * 40})", *map(numeral, paper.signer_lines), paper.signer_title)
    widest = max(min(width_mm(line, mm.BODY_PT), 84.0) for line in lines)
    x = min(mm.CENTRE + 32, mm.RIGHT - widest / 2)
    hand = "(ลงนามทางอิเล็กทรอนิกส์)" if paper.electronic else "(ลงชื่อ)" + "." * 52
    rows = [_on_axis(hand, x, height=mm.LINE * 2.6)]
    rows += [part for line in lines for part in _narrow(line, x, mm.RIGHT - x)]
    if paper.proof:
        qr = QrCode(mm.LEFT, -QR_MM, QR_MM, paper.proof)
        told = Text(mm.LEFT + QR_MM + 3, -1.5, "สแกนเพื่อตรวจสอบ", _NOTE_PT, colour=mm.QUIET)
        rows[-1] = replace(rows[-1], ops=(*rows[-1].ops, qr, told))
    return rows


def _narrow(line: str, x: float, half: float) -> list[Row]:
    return [_on_axis(part, x) for part in break_lines(line, mm.BODY_PT, 2 * half)]


def _on_axis(text: str, x: float, height: float = mm.LINE) -> Row:
    return parts.on_axis(text, x, height=height)


def _front(paper: CertificatePaper, dealt: list[list[Placed]], place: int) -> Sheet:
    ops: list[Op] = [*_marks(paper), *parts.page_number(place + 1)]
    if place == 0:
        ops += parts.garuda(paper.garuda, mm.GARUDA_TOP, mm.GARUDA)
        ops += _head(paper)
    ops += [moved(op, placed.y) for placed in dealt[place] for op in placed.row.ops]
    if place + 1 == len(dealt):
        ops += _notes(paper)
    return Sheet(mm.WIDTH, mm.HEIGHT, tuple(ops))


def _head(paper: CertificatePaper) -> Iterator[Op]:
    if paper.form:
        yield Text(mm.RIGHT, 18, numeral(paper.form), SMALL_PT, align="right", colour=mm.QUIET)
    for place, line in enumerate(break_lines(numeral(paper.address), 12, 56)[:3]):
        yield Text(mm.RIGHT, 31 + 5 * place, line, 12, align="right", colour=mm.QUIET)
    seat = fitting_size_pt(paper.seat, SMALL_PT, 62)
    yield Text(mm.RIGHT, 25, paper.seat, seat, align="right", colour=mm.INK)


def _marks(paper: CertificatePaper) -> Iterator[Op]:
    """What tells this sheet from the original, on every sheet."""
    if paper.across:
        yield Text(
            mm.CENTRE, 176, paper.across, 110, Face.BOLD, "centre", mm.QUIET if paper.across == "ตัวอย่าง" else mm.RED,
            opacity=0.14, turn_deg=48,
        )  # fmt: skip
    if paper.red_mark:
        wide = width_mm(paper.red_mark, 26, Face.BOLD)
        yield Text(mm.LEFT + 4, 27, paper.red_mark, 26, Face.BOLD, colour=mm.RED)
        yield Rect(mm.LEFT, 17.5, wide + 8, 13, 0.6, mm.RED, radius_mm=1.5)
    if paper.copy_mark:
        y = 41.0 if paper.red_mark else 24.0
        yield Text(mm.LEFT, y, numeral(paper.copy_mark), 20, Face.BOLD, colour=mm.INK)


def _notes(paper: CertificatePaper) -> Iterator[Op]:
    """How it was signed, and whose copy this is, in small print in the lower margin."""
    lines = [
        line
        for text in (paper.statement, paper.copy_note)
        if text
        for line in break_lines(numeral(text), _NOTE_PT, mm.RIGHT - mm.LEFT)[:2]
    ]
    for place, line in enumerate(lines[:3]):
        yield Text(mm.LEFT, mm.HEIGHT - 14.5 + 4.6 * place, line, _NOTE_PT, colour=mm.QUIET)


def _back(paper: CertificatePaper) -> list[Sheet]:
    """Conditions, then the record of fees; the record goes on its own sheet where it does not fit under them."""
    if not paper.conditions and not paper.fees:
        return []
    rows = [text_row("เงื่อนไข", keep=True)] if paper.conditions else []
    rows = [replace(row, ops=_bold(row.ops)) for row in rows]
    for place, text in enumerate(paper.conditions, 1):
        rows += paragraph(f"{place}. {text}", indent=10)
    sheets = [[moved(op, placed.y) for placed in dealt for op in placed.row.ops] for dealt in deal(rows, _TOP) if rows]
    below = deal(rows, _TOP)[-1][-1].y + 14 if rows else _TOP
    if paper.fees:
        if sheets and below + _ROW_MM * (len(paper.fees) + 2) > mm.BOTTOM:
            sheets.append([])
            below = _TOP
        sheets = sheets or [[]]
        sheets[-1] += _record(paper.fees, below)
    return [Sheet(mm.WIDTH, mm.HEIGHT, (*_marks(replace(paper, red_mark="", copy_mark="")), *ops)) for ops in sheets]


_TOP = 26.0


def _bold(ops: Sequence[Op]) -> tuple[Op, ...]:
    return tuple(replace(op, face=Face.BOLD) if isinstance(op, Text) else op for op in ops)


def _record(fees: Sequence[FeeLine], top: float) -> Iterator[Op]:
    yield Text(mm.CENTRE, top, "รายการเสียค่าธรรมเนียมรายปี", 18, Face.BOLD, "centre", mm.INK)
    y = top + 4
    lines = [tuple(name for name, _ in _COLUMNS), *(fee.cells for fee in fees)]
    for place, cells in enumerate(lines):
        yield from _cells(cells, y + _ROW_MM * (place + 0.66), Face.BOLD if place == 0 else Face.REGULAR)
        yield Line(_EDGE, y + _ROW_MM * place, _EDGE + _WIDE, y + _ROW_MM * place, 0.25, mm.INK)
    end = y + _ROW_MM * len(lines)
    yield Line(_EDGE, end, _EDGE + _WIDE, end, 0.25, mm.INK)
    x = _EDGE
    for wide in (0.0, *(wide for _, wide in _COLUMNS)):
        x += wide
        yield Line(x, y, x, end, 0.25, mm.INK)


_WIDE = sum(wide for _, wide in _COLUMNS)
_EDGE = mm.LEFT


def _cells(cells: Sequence[str], y: float, face: Face) -> Iterator[Op]:
    x = _EDGE
    for words, (_, wide) in zip(cells, _COLUMNS, strict=True):
        said = numeral(words)
        size = fitting_size_pt(said, 13, wide - 2, face)
        yield Text(x + wide / 2, y, said, size, face, "centre", mm.INK)
        x += wide
