"""หนังสือเตือนให้ชำระค่าธรรมเนียม on A4: what a house owes month by month, until when it is to be paid, and where."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from desktop.office.dates import thai_date
from desktop.office.money import format_baht
from desktop.paper.ops import Face, Line, Op, Rect, Sheet, Text
from desktop.paper.rosette import rosette
from desktop.paper.thai_text import break_lines, fitting_size_pt

WIDTH_MM, HEIGHT_MM = 210.0, 297.0
LEFT, RIGHT = 25.0, WIDTH_MM - 20.0
INK, QUIET, ACCENT, TINT = "#111111", "#4A5553", "#0F5C5C", "#E9F1F0"
_PITCH = 7.0
_TABLE_TOP = 122.0
MOST_ROWS = 14
"""Lines of the table; more months are told by years."""


@dataclass(frozen=True)
class ReminderRow:
    """`months` as words, how many they are and what they come to."""

    months: str
    count: int
    satang: int


@dataclass(frozen=True)
class ReminderPaper:
    """`house`: where the waste is collected; `pay_until`: the day that the letter gives."""

    office_name: str
    office_address: str
    office_phone: str
    made_at: datetime
    payer_name: str
    payer_address: str
    house: str
    rows: tuple[ReminderRow, ...]
    total_satang: int
    baht_text: str
    pay_until: date
    signer_position: str


def reminder_sheet(paper: ReminderPaper) -> Sheet:
    return Sheet(WIDTH_MM, HEIGHT_MM, (*_head(paper), *_body(paper), *_table(paper), *_foot(paper)))


def _head(paper: ReminderPaper) -> Iterator[Op]:
    yield from rosette(LEFT + 10, 27, 9.8, ACCENT)
    name = paper.office_name
    yield Text(LEFT + 24, 24, name, fitting_size_pt(name, 20, RIGHT - LEFT - 24, Face.BOLD), Face.BOLD)
    for place, words in enumerate(break_lines(paper.office_address, 13, RIGHT - LEFT - 24)[:2]):
        yield Text(LEFT + 24, 30 + 5.2 * place, words, 13, colour=QUIET)
    yield Line(LEFT, 43, RIGHT, 43, 0.5, ACCENT)
    yield Text(RIGHT, 53, thai_date(paper.made_at, "long", "arabic"), 16, align="right", colour=INK)
    payer = paper.payer_name + (f"  ({paper.payer_address})" if paper.payer_address else "")
    for baseline, name, words in (
        (63.0, "เรื่อง", "ขอให้ชำระค่าธรรมเนียมเก็บและขนมูลฝอยที่ค้างชำระ"),
        (71.0, "เรียน", payer),
    ):
        yield Text(LEFT, baseline, name, 16, Face.BOLD, colour=INK)
        yield Text(LEFT + 16, baseline, words, fitting_size_pt(words, 16, RIGHT - LEFT - 16), colour=INK)


def _body(paper: ReminderPaper) -> Iterator[Op]:
    until = thai_date(paper.pay_until, "long", "arabic")
    words = (
        f"ด้วยบ้าน/สถานที่เลขที่ {paper.house} มีค่าธรรมเนียมเก็บและขนมูลฝอยค้างชำระตามรายการข้างล่าง "
        f"จึงขอให้ชำระภายในวันที่ {until} ที่สำนักงาน หรือกับพนักงานเก็บเงินซึ่งออกใบเสร็จรับเงินให้ทุกครั้ง "
        "หากชำระแล้วก่อนได้รับหนังสือนี้ โปรดแจ้งพร้อมใบเสร็จรับเงินเพื่อปรับรายการให้ถูกต้อง"
    )
    for place, line in enumerate(break_lines(words, 16, RIGHT - LEFT - 16)):
        yield Text(LEFT + (16 if place == 0 else 0), 83 + 7.4 * place, line, 16, colour=INK)


def _table(paper: ReminderPaper) -> Iterator[Op]:
    columns = (LEFT, LEFT + 90, LEFT + 115, RIGHT)
    yield Rect(LEFT, _TABLE_TOP, RIGHT - LEFT, 8, 0, fill=TINT)
    for name, left, right in zip(("ประจำเดือน", "จำนวนเดือน", "จำนวนเงิน (บาท)"), columns, columns[1:], strict=False):
        yield Text((left + right) / 2, _TABLE_TOP + 5.8, name, 15, Face.BOLD, "centre", INK)
    baseline = _TABLE_TOP + 14
    for row in paper.rows[:MOST_ROWS]:
        yield Text(LEFT + 2, baseline, row.months, fitting_size_pt(row.months, 15, 86), colour=INK)
        yield Text((columns[1] + columns[2]) / 2, baseline, f"{row.count:,}", 15, align="centre", colour=INK)
        yield Text(RIGHT - 2, baseline, format_baht(row.satang), 15, align="right", colour=INK)
        baseline += _PITCH
    yield Line(LEFT, baseline - 4, RIGHT, baseline - 4, 0.3, ACCENT)
    total, words = format_baht(paper.total_satang), f"({paper.baht_text})"
    yield Text(LEFT + 2, baseline + 3, words, fitting_size_pt(words, 16, 110, Face.BOLD), Face.BOLD, colour=INK)
    yield Text(RIGHT - 2, baseline + 3, total, fitting_size_pt(total, 19, 40, Face.BOLD), Face.BOLD, "right", INK)


def _foot(paper: ReminderPaper) -> Iterator[Op]:
    middle = LEFT + (RIGHT - LEFT) * 0.7
    yield Text(middle, 252, "ขอแสดงความนับถือ", 16, align="centre", colour=INK)
    yield Line(middle - 34, 269, middle + 34, 269, 0.2, QUIET, dash_mm=(0.8, 0.8))
    yield Text(middle, 276, paper.signer_position, 15, align="centre", colour=INK)
    phone = f"สอบถาม โทร. {paper.office_phone}" if paper.office_phone else ""
    yield Text(LEFT, 284, f"กองคลัง  {phone}".strip(), 13, colour=QUIET)
