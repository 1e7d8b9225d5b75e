"""ใบเสร็จรับเงิน on pre-printed stock: only what differs from one receipt to the next, where the sheet has its blanks."""

from collections.abc import Iterator

from desktop.office.dates import thai_date, thai_time
from desktop.office.money import format_baht
from desktop.paper.ops import Face, Line, Op, QrCode, Rect, Sheet, Text
from desktop.paper.placing import all_moved
from desktop.paper.receipt_paper import CopyKind, ReceiptPaper, TablePage, TableRow
from desktop.paper.receipt_rows import deal, good_rows
from desktop.paper.stock_form import Blank, StockForm
from desktop.paper.thai_text import break_lines, fitting_size_pt

RED = "#B3261E"
_LEAST_PT = 9.0
_COPY_NAMES: dict[CopyKind, str] = {"original": "ต้นฉบับ", "copy": "สำเนา"}


def stock_pages(paper: ReceiptPaper, form: StockForm) -> list[TablePage]:
    """The lines dealt onto sheets; one that is continued gives its last row to the sum carried on."""
    rows = good_rows(paper, form.description.size_pt, form.description.most_mm)
    return deal(rows, form.rows - 1, form.rows)


def stock_sheet(
    paper: ReceiptPaper, copy: CopyKind, page: TablePage, form: StockForm, aside_mm: tuple[float, float], serial: str
) -> Sheet:
    """One sheet; everything stands `aside_mm` (right, down) of where the form has it, as this printer needs it."""
    ops = (*_head(paper, copy, form, serial), *_rows(paper, page, form), *_foot(paper, page, form))
    if paper.voided:
        ops = (*ops, *_void_mark(paper, form))
    return Sheet(form.width_mm, form.height_mm, all_moved(ops, *aside_mm))


def trial_sheet(form: StockForm, queue: str) -> Sheet:
    """Every blank framed and named, on plain paper: held with the stock against the light it shows what is aside."""
    ops: list[Op] = []
    for name, blank in vars(form).items():
        if isinstance(blank, Blank):
            y = blank.y_mm or form.rows_top_mm
            x = {"left": 0.0, "centre": 0.5, "right": 1.0}[blank.align] * blank.most_mm
            high = (blank.lines - 1) * blank.pitch_mm + 5
            ops.append(Rect(blank.x_mm - x, y - 4, blank.most_mm, high, 0.15))
            ops.append(Text(blank.x_mm - x + 0.5, y, _BLANK_NAMES[name], 10))
    code = form.code
    ops.append(Rect(code.x_mm, code.y_mm, code.side_mm, code.side_mm, 0.15))
    ops += _crosses(form)
    ops.append(Text(form.width_mm / 2, 8, f"แผ่นทดสอบตำแหน่ง · {queue}", 14, Face.BOLD, "centre"))
    words = "วางทับใบเสร็จสำเร็จรูปแล้วส่องไฟ วัดว่าคลาดไปกี่ มม. แล้วกรอกที่ “เลื่อนขวา” และ “เลื่อนลง”"
    ops.append(Text(form.width_mm / 2, form.height_mm - 4, words, 11, align="centre"))
    return Sheet(form.width_mm, form.height_mm, tuple(ops))


_BLANK_NAMES = {
    "book_no": "เล่มที่", "number": "เลขที่", "date": "วันที่", "reprint": "พิมพ์ซ้ำ", "payer": "ได้รับเงินจาก", "address": "ที่อยู่",
    "item_no": "ที่", "description": "รายการ", "quantity": "จำนวน", "amount": "จำนวนเงิน", "total": "รวมเงิน",
    "baht_text": "ตัวอักษร", "method": "ชำระโดย", "cashier": "ผู้รับเงิน", "position": "ตำแหน่ง", "page": "แผ่นที่",
    "serial": "เลขกระดาษ", "replaces": "ใช้แทนใบเสร็จ",
}  # fmt: skip


def _head(paper: ReceiptPaper, copy: CopyKind, form: StockForm, serial: str) -> Iterator[Op]:
    when = f"{thai_date(paper.issued_at, 'long', paper.digits)} {thai_time(paper.issued_at, paper.digits)}"
    yield from _write(form.book_no, paper.numeral(paper.book_no))
    yield from _write(form.number, paper.numeral(paper.number))
    yield from _write(form.date, when)
    yield from _write(form.payer, paper.payer_name)
    yield from _write(form.address, paper.payer_address)
    yield from _write(form.replaces, paper.instead_of)
    if paper.reprint_count:
        yield from _write(form.reprint, paper.numeral(f"พิมพ์ซ้ำครั้งที่ {paper.reprint_count}"), RED)
    yield from _write(form.serial, " ".join(filter(None, (_COPY_NAMES[copy], serial and f"กระดาษเลขที่ {serial}"))))


def _rows(paper: ReceiptPaper, page: TablePage, form: StockForm) -> Iterator[Op]:
    y = form.rows_top_mm
    if page.brought_satang is not None:
        yield from _sum("ยอดยกมา", paper.figure(format_baht(page.brought_satang)), form, y)
        y += form.row_pitch_mm
    for row in page.rows:
        yield from _row(paper, row, form, y)
        y += form.row_pitch_mm
    if page.carried_satang is not None:
        last = form.rows_top_mm + (form.rows - 1) * form.row_pitch_mm
        yield from _sum("ยอดยกไป", paper.figure(format_baht(page.carried_satang)), form, last)


def _row(paper: ReceiptPaper, row: TableRow, form: StockForm, y: float) -> Iterator[Op]:
    yield from _write(form.description, row.description, y_mm=y)
    if row.item is not None:
        yield from _write(form.item_no, paper.figure(str(row.item_no)), y_mm=y)
        quantity = f"{paper.figure(f'{row.item.quantity:,}')} {row.item.unit}".strip()
        yield from _write(form.quantity, quantity, y_mm=y)
        yield from _write(form.amount, paper.figure(format_baht(row.item.amount_satang)), y_mm=y)


def _sum(words: str, figure: str, form: StockForm, y: float) -> Iterator[Op]:
    yield from _write(form.description, words, y_mm=y)
    yield from _write(form.amount, figure, y_mm=y)


def _foot(paper: ReceiptPaper, page: TablePage, form: StockForm) -> Iterator[Op]:
    if page.of > 1:
        yield from _write(form.page, paper.numeral(f"แผ่นที่ {page.number}/{page.of}"))
    if page.carried_satang is not None:
        return
    yield from _write(form.total, paper.figure(format_baht(paper.total_satang)))
    yield from _write(form.baht_text, f"({paper.baht_text})")
    yield from _write(form.method, paper.method)
    yield from _write(form.cashier, f"({paper.cashier_name})")
    yield from _write(form.position, paper.cashier_position)
    payload = paper.proof or paper.qr_payload
    if payload:
        yield QrCode(form.code.x_mm, form.code.y_mm, form.code.side_mm, payload)


def _write(blank: Blank, words: str, colour: str = "#000000", y_mm: float | None = None) -> Iterator[Op]:
    """The words within their blank: smaller where they are long, and on as many lines as it has."""
    y = blank.y_mm if y_mm is None else y_mm
    size, lines = _fitted(blank, words)
    for place, line in enumerate(lines):
        if line:
            yield Text(blank.x_mm, y + place * blank.pitch_mm, line, size, blank.face, blank.align, colour)


def _fitted(blank: Blank, words: str) -> tuple[float, list[str]]:
    """The size at which the blank holds the words; below 9 pt nobody could read them, and the rest is left out."""
    size = blank.size_pt
    lines = break_lines(words, size, blank.most_mm, blank.face) if blank.lines > 1 else [words]
    while len(lines) > blank.lines and size > _LEAST_PT:
        size -= 1
        lines = break_lines(words, size, blank.most_mm, blank.face)
    if len(lines) > blank.lines:
        lines = [*lines[: blank.lines - 1], lines[blank.lines - 1][:-1] + "…"]
    fitting = min(fitting_size_pt(line, size, blank.most_mm, blank.face) for line in lines)
    if fitting < _LEAST_PT:
        return _LEAST_PT, [break_lines(lines[0], _LEAST_PT, blank.most_mm, blank.face)[0][:-1] + "…"]
    return fitting, lines


def _void_mark(paper: ReceiptPaper, form: StockForm) -> Iterator[Op]:
    x, y = form.width_mm / 2, form.height_mm / 2
    yield Text(x + 6, y + 7, "ยกเลิก", 96, Face.BOLD, "centre", RED, 0.42, turn_deg=40)
    reason = f"ยกเลิกใบเสร็จรับเงินฉบับนี้ เหตุผล: {paper.void_reason}"
    size = fitting_size_pt(reason, 13, form.width_mm - 24, Face.BOLD)
    yield Text(12, form.height_mm - 18, reason, size, Face.BOLD, colour=RED)


def _crosses(form: StockForm) -> Iterator[Op]:
    for x in (15.0, form.width_mm - 15.0):
        for y in (15.0, form.height_mm - 15.0):
            yield Line(x - 4, y, x + 4, y, 0.15)
            yield Line(x, y - 4, x, y + 4, 0.15)
