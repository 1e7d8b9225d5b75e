"""ใบแจ้งชำระเงิน on A4: what is owed and how it came about, and below a line the part with which it is paid."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from desktop.office.dates import thai_date
from desktop.office.money import format_baht
from desktop.paper.code128 import bars
from desktop.paper.ops import Face, Line, Op, Paper, QrCode, Rect, Sheet, Text
from desktop.paper.pdf import to_pdf
from desktop.paper.rosette import rosette
from desktop.paper.thai_text import break_lines, fitting_size_pt

WIDTH_MM, HEIGHT_MM = 210.0, 297.0
LEFT, RIGHT = 18.0, WIDTH_MM - 18.0
MIDDLE = WIDTH_MM / 2
INK, QUIET, ACCENT, TINT, RED = "#111111", "#4A5553", "#0F5C5C", "#E9F1F0", "#B3261E"
_COLUMNS = (LEFT, 28.0, 132.0, 158.0, RIGHT)
_TABLE_TOP, _TABLE_END, _LAST_TABLE_END = 84.0, 262.0, 168.0
_PITCH = 6.2
_SLIP = 198.0
_MODULE_MM = 0.33


@dataclass(frozen=True)
class BillItem:
    """`how`: the calculation, if there is one."""

    description: str
    quantity: str
    amount_satang: int
    how: str = ""


@dataclass(frozen=True)
class PayingIn:
    """How the bill is paid at a bank or by telephone: payload of the QR code, text of the barcode, whose account."""

    qr_payload: str
    barcode: str
    biller_id: str
    account_name: str
    bank_name: str


@dataclass(frozen=True)
class BillPaper:
    office_name: str
    office_unit: str
    office_address: str
    number: str
    issued_at: datetime
    due_on: date
    payer_name: str
    payer_address: str
    items: tuple[BillItem, ...]
    total_satang: int
    baht_text: str
    reference: str
    other_reference: str
    clerk_name: str
    clerk_position: str
    paying_in: PayingIn | None = None
    settled: str = ""
    """Why nobody pays by it any more (ชำระแล้ว); then it bears no code."""


Row = tuple[str, BillItem | None, int, float]
"""Words, the item that begins here, its place, and the size of the words in pt."""


def bill_pdf(paper: BillPaper) -> bytes:
    title = f"ใบแจ้งชำระเงิน เลขที่ {paper.number}"
    return to_pdf(Paper(title, paper.office_name, paper.issued_at, bill_sheets(paper)))


def bill_sheets(paper: BillPaper) -> tuple[Sheet, ...]:
    """As many sheets as the lines need; the last one bears the sum and the part to pay with."""
    pages = _pages(list(_rows(paper)))
    found = []
    for place, rows in enumerate(pages, start=1):
        last = place == len(pages)
        ops = [*_head(paper), *_payer(paper), *_table(rows, _LAST_TABLE_END if last else _TABLE_END)]
        ops += [*_total(paper), *(_no_slip() if paper.settled else _slip(paper))] if last else []
        if len(pages) > 1:
            ops.append(Text(RIGHT, 288, f"แผ่นที่ {place}/{len(pages)}", 12, align="right", colour=QUIET))
        found.append(Sheet(WIDTH_MM, HEIGHT_MM, tuple(ops)))
    return tuple(found)


def _rows(paper: BillPaper) -> Iterator[Row]:
    room = _COLUMNS[2] - _COLUMNS[1] - 3
    for place, item in enumerate(paper.items, start=1):
        first, *others = break_lines(item.description, 15, room)
        yield first, item, place, 15
        yield from ((words, None, 0, 15) for words in others)
        if item.how:
            yield from ((words, None, 0, 12.5) for words in break_lines(item.how, 12.5, room))


def _pages(rows: list[Row]) -> list[list[Row]]:
    room = int((_TABLE_END - _TABLE_TOP - 9) / _PITCH)
    last_room = int((_LAST_TABLE_END - _TABLE_TOP - 9) / _PITCH)
    pages: list[list[Row]] = []
    while len(rows) > last_room:
        end = min(room, len(rows) - 1)
        pages.append(rows[:end])
        rows = rows[end:]
    return [*pages, rows]


def _head(paper: BillPaper) -> Iterator[Op]:
    yield from rosette(LEFT + 10, 24, 9.8, ACCENT)
    yield Text(LEFT + 24, 20.5, paper.office_name, fitting_size_pt(paper.office_name, 20, 92, Face.BOLD), Face.BOLD)
    below = [paper.office_unit, *break_lines(paper.office_address, 13, 92)[:2]]
    for place, words in enumerate(filter(None, below)):
        yield Text(LEFT + 24, 26.3 + 5.2 * place, words, fitting_size_pt(words, 13, 92), colour=QUIET)
    yield Text(RIGHT, 21, "ใบแจ้งชำระเงิน", 24, Face.BOLD, "right", INK)
    facts = (
        ("เลขที่", paper.number),
        ("วันที่", thai_date(paper.issued_at, "short", "arabic")),
        ("ชำระภายใน", thai_date(paper.due_on, "short", "arabic")),
    )
    for place, (name, value) in enumerate(facts):
        baseline = 29 + 6.3 * place
        due = place == len(facts) - 1
        yield Text(150, baseline, name, 15, align="right", colour=QUIET)
        yield Text(RIGHT, baseline, value, 16, Face.BOLD if due else Face.REGULAR, "right", INK)
    yield Line(LEFT, 47, RIGHT, 47, 0.5, ACCENT)
    if paper.settled:
        size = fitting_size_pt(paper.settled, 18, RIGHT - LEFT, Face.BOLD)
        yield Text(MIDDLE, 54.5, paper.settled, size, Face.BOLD, "centre", RED)


def _payer(paper: BillPaper) -> Iterator[Op]:
    for baseline, name, value, face in (
        (63.0, "ผู้ชำระเงิน", paper.payer_name, Face.BOLD),
        (71.0, "ที่อยู่", paper.payer_address or "-", Face.REGULAR),
    ):
        yield Text(LEFT, baseline, name, 15, colour=QUIET)
        yield Text(LEFT + 24, baseline, value, fitting_size_pt(value, 16, RIGHT - LEFT - 24, face), face, colour=INK)


def _table(rows: list[Row], end: float) -> Iterator[Op]:
    yield Rect(LEFT, _TABLE_TOP - 6, RIGHT - LEFT, 7.5, 0, fill=TINT)
    for name, left, right in zip(("ที่", "รายการ", "จำนวน", "จำนวนเงิน (บาท)"), _COLUMNS, _COLUMNS[1:], strict=False):
        yield Text((left + right) / 2, _TABLE_TOP - 0.7, name, 15, Face.BOLD, "centre", INK)
    baseline = _TABLE_TOP + 6.8
    for words, item, place, size in rows:
        small = size < 15
        yield Text(_COLUMNS[1] + 1.5, baseline, words, size, colour=QUIET if small else INK)
        if item is not None:
            amount = format_baht(item.amount_satang)
            quantity_pt = fitting_size_pt(item.quantity, 15, _COLUMNS[3] - _COLUMNS[2] - 2)
            yield Text((LEFT + _COLUMNS[1]) / 2, baseline, str(place), 15, align="centre", colour=INK)
            yield Text(
                (_COLUMNS[2] + _COLUMNS[3]) / 2, baseline, item.quantity, quantity_pt, align="centre", colour=INK
            )
            yield Text(RIGHT - 2, baseline, amount, fitting_size_pt(amount, 15, 30), align="right", colour=INK)
        baseline += _PITCH
    for edge in _COLUMNS[1:-1]:
        yield Line(edge, _TABLE_TOP - 6, edge, end, 0.15, ACCENT)
    yield Rect(LEFT, _TABLE_TOP - 6, RIGHT - LEFT, end - _TABLE_TOP + 6, 0.3, ACCENT)


def _total(paper: BillPaper) -> Iterator[Op]:
    total, words = format_baht(paper.total_satang), f"({paper.baht_text})"
    yield Text(LEFT + 2, 177, words, fitting_size_pt(words, 16, 108, Face.BOLD), Face.BOLD, colour=INK)
    yield Text(_COLUMNS[3] - 2, 177, "รวมเงิน", 17, Face.BOLD, "right", INK)
    yield Text(RIGHT - 2, 177, total, fitting_size_pt(total, 19, 32, Face.BOLD), Face.BOLD, "right", INK)
    yield Line(LEFT, 180.5, RIGHT, 180.5, 0.3, ACCENT)
    signed = f"ผู้ออกใบแจ้ง {paper.clerk_name}  {paper.clerk_position}"
    yield Text(LEFT + 2, 188, signed, fitting_size_pt(signed, 14, 110), colour=QUIET)
    yield Text(RIGHT - 2, 188, "เอกสารนี้ไม่ใช่ใบเสร็จรับเงิน", 15, Face.BOLD, "right", QUIET)


def _slip(paper: BillPaper) -> Iterator[Op]:
    yield Line(8, _SLIP, WIDTH_MM - 8, _SLIP, 0.25, QUIET, dash_mm=(2, 2))
    heading = "ส่วนสำหรับชำระเงิน"
    yield Text(LEFT, _SLIP + 10, heading, 18, Face.BOLD, colour=INK)
    yield Text(RIGHT, _SLIP + 10, paper.office_name, 14, align="right", colour=QUIET)
    facts = [
        ("ผู้ชำระเงิน", paper.payer_name),
        ("เลขอ้างอิง 1", paper.reference),
        ("เลขอ้างอิง 2", paper.other_reference),
        ("ชำระภายใน", thai_date(paper.due_on, "long", "arabic")),
    ]
    if paper.paying_in is not None:
        facts.insert(0, ("เข้าบัญชี", f"{paper.paying_in.account_name} {paper.paying_in.bank_name}".strip()))
    start = 70.0 if paper.paying_in is not None else LEFT
    for place, (name, value) in enumerate(facts):
        baseline = _SLIP + 20 + 7 * place
        yield Text(start, baseline, name, 14, colour=QUIET)
        yield Text(start + 26, baseline, value, fitting_size_pt(value, 15, RIGHT - start - 28), colour=INK)
    yield Rect(RIGHT - 52, _SLIP + 47, 52, 13, 0.4, ACCENT, TINT, radius_mm=1.5)
    yield Text(RIGHT - 49, _SLIP + 55.8, "จำนวนเงิน", 14, colour=QUIET)
    money = format_baht(paper.total_satang)
    yield Text(RIGHT - 3, _SLIP + 56, money, fitting_size_pt(money, 18, 30, Face.BOLD), Face.BOLD, "right", INK)
    if paper.paying_in is not None:
        yield from _codes(paper.paying_in)
    else:
        yield Text(LEFT, _SLIP + 72, "ชำระที่เคาน์เตอร์ของสำนักงาน โดยแสดงใบแจ้งนี้", 15, colour=INK)


def _no_slip() -> Iterator[Op]:
    yield Line(8, _SLIP, WIDTH_MM - 8, _SLIP, 0.25, QUIET, dash_mm=(2, 2))
    yield Text(MIDDLE, _SLIP + 20, "ไม่ต้องชำระเงินตามใบแจ้งนี้", 18, Face.BOLD, "centre", INK)


def _codes(paying: PayingIn) -> Iterator[Op]:
    yield QrCode(LEFT + 3, _SLIP + 17, 40, paying.qr_payload)
    yield Text(LEFT + 23, _SLIP + 65, "สแกนด้วยแอปธนาคารใดก็ได้", 13, align="centre", colour=QUIET)
    modules, dark = bars(paying.barcode)
    left = max(RIGHT - modules * _MODULE_MM, 62.0)
    wide = (RIGHT - left) / modules
    for place, width in dark:
        yield Rect(left + place * wide, _SLIP + 67, width * wide, 12, 0, fill="#000000")
    words = paying.barcode.replace("\r", " ")
    yield Text((left + RIGHT) / 2, _SLIP + 84, words, fitting_size_pt(words, 12, RIGHT - left), align="centre")
    name = f"Biller ID {paying.biller_id}"
    yield Text(LEFT + 23, _SLIP + 71, name, 12, align="centre", colour=QUIET)
