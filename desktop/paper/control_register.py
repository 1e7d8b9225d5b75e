"""ทะเบียนคุม on A4 sheets: every book of a series and year with what became of its numbers, and a place to sign."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.office.dates import Digits, thai_date, thai_time
from desktop.office.thai import thai_digits
from desktop.paper.ops import Face, Line, Op, Paper, Rect, Sheet, Text
from desktop.paper.pdf import to_pdf
from desktop.paper.thai_text import fitting_size_pt

WIDTH_MM, HEIGHT_MM = 297.0, 210.0
LEFT, RIGHT = 15.0, WIDTH_MM - 15.0
INK, QUIET, ACCENT, TINT, RED = "#111111", "#4A5553", "#0F5C5C", "#E9F1F0", "#B3261E"
HEAD = (
    "เล่มที่", "เลขที่", "ผู้ถือ", "วันที่จ่าย", "สถานะ", "ใช้แล้ว", "โมฆะ", "ยกเลิก", "พักไว้", "คงเหลือ", "หมายเหตุ",
)  # fmt: skip
EDGES = (LEFT, 30.0, 60.0, 88.0, 114.0, 146.0, 161.0, 174.0, 189.0, 204.0, 220.0, RIGHT)
_HOLDER, _FIGURES = 2, range(5, 10)
_TABLE_TOP, _HEAD_HEIGHT, _PITCH = 46.0, 9.0, 7.2
_BODY_END = 165.0
_BODY_PT = 13.0
ROWS_A_SHEET = int((_BODY_END - _TABLE_TOP - _HEAD_HEIGHT) / _PITCH)


@dataclass(frozen=True)
class RegisterRow:
    """One book as the paper says it; `cells` in the order of `HEAD`. `odd`: a person must look at it."""

    cells: tuple[str, ...]
    odd: bool = False


@dataclass(frozen=True)
class RegisterPaper:
    """`totals` are words under the table; `made_at` is aware."""

    office_name: str
    title: str
    year: str
    rows: tuple[RegisterRow, ...]
    totals: tuple[str, ...]
    made_at: datetime
    digits: Digits = "thai"

    def numeral(self, text: str) -> str:
        return thai_digits(text) if self.digits == "thai" else text


def register_pdf(paper: RegisterPaper) -> bytes:
    """The register as a PDF of A4 sheets, lying."""
    sheets = tuple(register_sheets(paper))
    return to_pdf(Paper(f"{paper.title} {paper.year}", paper.office_name, paper.made_at, sheets))


def register_sheets(paper: RegisterPaper) -> Iterator[Sheet]:
    """At least one sheet; totals and signatures stand on the last."""
    dealt = [paper.rows[start : start + ROWS_A_SHEET] for start in range(0, len(paper.rows), ROWS_A_SHEET)] or [()]
    for number, rows in enumerate(dealt, start=1):
        ops = [*_heading(paper), *_table(paper, rows)]
        if number == len(dealt):
            ops += _foot(paper)
        ops += _small_print(paper, number, len(dealt))
        yield Sheet(WIDTH_MM, HEIGHT_MM, tuple(ops))


def _heading(paper: RegisterPaper) -> Iterator[Op]:
    middle = WIDTH_MM / 2
    yield Text(middle, 19, paper.title, 22, Face.BOLD, "centre", INK)
    name_pt = fitting_size_pt(paper.office_name, 17, RIGHT - LEFT)
    yield Text(middle, 27.5, paper.office_name, name_pt, align="centre", colour=INK)
    yield Text(middle, 35.5, paper.numeral(paper.year), 17, Face.BOLD, "centre", INK)
    yield Line(LEFT, 40, RIGHT, 40, 0.5, ACCENT)
    yield Line(LEFT, 40.8, RIGHT, 40.8, 0.15, ACCENT)


def _table(paper: RegisterPaper, rows: Sequence[RegisterRow]) -> Iterator[Op]:
    end = _TABLE_TOP + _HEAD_HEIGHT + max(len(rows), 1) * _PITCH
    yield Rect(LEFT, _TABLE_TOP, RIGHT - LEFT, _HEAD_HEIGHT, line_mm=0, fill=TINT)
    for place, words in enumerate(HEAD):
        x = (EDGES[place] + EDGES[place + 1]) / 2
        size = fitting_size_pt(words, 13, EDGES[place + 1] - EDGES[place] - 2, Face.BOLD)
        yield Text(x, _TABLE_TOP + 6.1, words, size, Face.BOLD, "centre", INK)
    for line, row in enumerate(rows):
        yield from _row(paper, row, _TABLE_TOP + _HEAD_HEIGHT + line * _PITCH)
    if not rows:
        yield Text(WIDTH_MM / 2, end - 2.2, "ยังไม่มีเล่มที่จ่าย", _BODY_PT, Face.ITALIC, "centre", QUIET)
    for edge in EDGES:
        yield Line(edge, _TABLE_TOP, edge, end, 0.15, QUIET)
    for y in (_TABLE_TOP, _TABLE_TOP + _HEAD_HEIGHT, end):
        yield Line(LEFT, y, RIGHT, y, 0.3, INK)


def _row(paper: RegisterPaper, row: RegisterRow, top: float) -> Iterator[Op]:
    colour, face = (RED, Face.BOLD) if row.odd else (INK, Face.REGULAR)
    for place, cell in enumerate(row.cells):
        left, right = EDGES[place] + 1.5, EDGES[place + 1] - 1.5
        words = cell if place == _HOLDER else paper.numeral(cell)
        size = fitting_size_pt(words, _BODY_PT, right - left, face)
        if place in _FIGURES:
            yield Text(right, top + 5, words, size, face, "right", colour)
        elif place < 2:
            yield Text((left + right) / 2, top + 5, words, size, face, "centre", colour)
        else:
            yield Text(left, top + 5, words, size, face, colour=colour)
    yield Line(LEFT, top + _PITCH, RIGHT, top + _PITCH, 0.1, QUIET)


def _foot(paper: RegisterPaper) -> Iterator[Op]:
    y = _BODY_END + 6
    yield Text(LEFT, y, paper.numeral("   ".join(paper.totals)), 14, Face.BOLD, colour=INK)
    for x, who in ((LEFT + 55, "ผู้จัดทำ"), (RIGHT - 55, "ผู้ตรวจสอบ")):
        yield Text(x, y + 12, "ลงชื่อ ........................................................", 14, align="centre")
        yield Text(x, y + 18.5, "( ........................................................ )", 14, align="centre")
        yield Text(x, y + 24.5, who, 14, align="centre", colour=INK)


def _small_print(paper: RegisterPaper, number: int, of: int) -> Iterator[Op]:
    when = f"พิมพ์เมื่อ {thai_date(paper.made_at, 'long', 'arabic')} เวลา {thai_time(paper.made_at, 'arabic')}"
    yield Text(LEFT, HEIGHT_MM - 5, paper.numeral(when), 11, colour=QUIET)
    yield Text(RIGHT, HEIGHT_MM - 5, paper.numeral(f"หน้า {number} / {of}"), 11, align="right", colour=QUIET)
