"""ใบติดตามต้นฉบับ: the slips that go with the papers of letters, ten to an A4 sheet, to be cut apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.office.dates import Digits, thai_date
from desktop.office.thai import thai_digits
from desktop.paper.ops import Face, Line, Op, Paper, QrCode, Rect, Sheet, Text
from desktop.paper.pdf import to_pdf
from desktop.paper.thai_text import break_lines, fitting_size_pt

WIDTH_MM, HEIGHT_MM = 210.0, 297.0
SLIP_WIDE, SLIP_HIGH = 95.0, 54.0
_LEFT, _TOP = 10.0, 13.5
_COLUMNS, _ROWS = 2, 5
A_SHEET = _COLUMNS * _ROWS
_QR_MM = 27.0
_PADDING_MM = 5.0
_TEXT_LEFT = _PADDING_MM + _QR_MM + 5.0
_LINES = 3
_SUBJECT_PT = 13.0
INK, QUIET = "#111111", "#4A5553"


@dataclass(frozen=True)
class Slip:
    """`code` is what the scanner reads; `number` as the register writes it; `received_at` is aware."""

    code: str
    number: str
    year_be: int
    subject: str
    from_party: str
    received_at: datetime


def slips_pdf(slips: Sequence[Slip], office_name: str, made_at: datetime, digits: Digits = "thai") -> bytes:
    """The slips as A4 sheets."""
    dealt = [slips[start : start + A_SHEET] for start in range(0, len(slips), A_SHEET)]
    sheets = tuple(Sheet(WIDTH_MM, HEIGHT_MM, tuple(_sheet(some, office_name, digits))) for some in dealt)
    return to_pdf(Paper("ใบติดตามต้นฉบับ", office_name, made_at, sheets))


def _sheet(slips: Sequence[Slip], office_name: str, digits: Digits) -> Iterator[Op]:
    for place, slip in enumerate(slips):
        row, column = divmod(place, _COLUMNS)
        x, y = _LEFT + column * SLIP_WIDE, _TOP + row * SLIP_HIGH
        yield Rect(x, y, SLIP_WIDE, SLIP_HIGH, line_mm=0.15, colour=QUIET)
        yield from slip_ops(slip, office_name, x, y, digits)


def slip_ops(slip: Slip, office_name: str, x: float, y: float, digits: Digits = "thai") -> Iterator[Op]:
    """One slip with its top left corner at x, y."""

    def numeral(text: str) -> str:
        return thai_digits(text) if digits == "thai" else text

    wide = SLIP_WIDE - _TEXT_LEFT - _PADDING_MM
    yield QrCode(x + _PADDING_MM, y + 11.0, _QR_MM, slip.code)
    yield Text(x + _PADDING_MM, y + 7.0, "ใบติดตามต้นฉบับ", 13, Face.BOLD, colour=INK)
    right = x + SLIP_WIDE - _PADDING_MM
    yield Text(right, y + 7.0, office_name, fitting_size_pt(office_name, 12, wide), align="right", colour=QUIET)
    yield Text(x + _TEXT_LEFT, y + 18.0, numeral(f"{slip.number}/{slip.year_be}"), 24, Face.BOLD, colour=INK)
    for line, words in enumerate(_lines(slip.subject, wide)):
        yield Text(x + _TEXT_LEFT, y + 25.0 + 5.2 * line, words, _SUBJECT_PT, colour=INK)
    sender = slip.from_party
    yield Text(x + _TEXT_LEFT, y + 41.5, sender, fitting_size_pt(sender, 12, wide), colour=QUIET)
    yield Line(x + _PADDING_MM, y + 45.0, right, y + 45.0, 0.15, QUIET)
    day = numeral(thai_date(slip.received_at, "short", "arabic"))
    yield Text(x + _PADDING_MM, y + 50.0, "ติดไว้กับต้นฉบับ สแกนทุกครั้งที่ส่งมอบหรือรับไว้", 11, colour=QUIET)
    yield Text(right, y + 50.0, day, 11, align="right", colour=QUIET)


def _lines(subject: str, wide: float) -> Iterator[str]:
    """At most three; where there would be more the last one says so."""
    lines = break_lines(" ".join(subject.split()), _SUBJECT_PT, wide)
    yield from lines[: _LINES - 1]
    if len(lines) >= _LINES:
        yield lines[_LINES - 1] + (" ..." if len(lines) > _LINES else "")
