"""Where everything stands on a receipt sheet: A5 upright, millimetres from the top left corner."""

from collections.abc import Iterator

from desktop.office.dates import thai_date, thai_time
from desktop.office.money import format_baht
from desktop.paper.ops import Face, Image, Line, Op, QrCode, Rect, Text
from desktop.paper.receipt_paper import OFFICIAL_ELSEWHERE, CopyKind, ReceiptPaper, TablePage, TableRow
from desktop.paper.rosette import rosette
from desktop.paper.thai_text import break_lines, fitting_size_pt, width_mm

INK = "#111111"
QUIET = "#4A5553"
ACCENT = "#0F5C5C"
TINT = "#E9F1F0"
RED = "#B3261E"

WIDTH_MM, HEIGHT_MM = 148.0, 210.0
LEFT, RIGHT = 12.0, WIDTH_MM - 12.0
MIDDLE = WIDTH_MM / 2
COLUMNS = (LEFT, 21.0, 82.0, 106.0, RIGHT)
"""Edges of the table: number, description, quantity, amount."""
DESCRIPTION_MM = COLUMNS[2] - COLUMNS[1] - 2
DESCRIPTION_PT = 15.0

PAYER_BASELINE = 60.5
ROW_PITCH = 6.5
HEAD_HEIGHT = 7.5
LAST_BODY_END, LAST_TABLE_END = 131.0, 147.0
BODY_END, TABLE_END = 180.0, 187.0
_PROOF_SIDE = 28.5
"""Four dots a module at 203 dots an inch, for a code of 57 modules."""
_COPY_NAMES: dict[CopyKind, str] = {"original": "ต้นฉบับ", "copy": "สำเนา"}


def sheet_ops(paper: ReceiptPaper, copy: CopyKind, page: TablePage) -> tuple[Op, ...]:
    """One sheet of the receipt; only the last one bears total, signature and QR code."""
    last = page.carried_satang is None
    ops = [*_letterhead(paper, copy), *_payer(paper), *_table(paper, page)]
    ops += [*_total(paper), *_signature(paper), *_proof(paper)] if last else _carried(paper, page)
    ops += _small_print(paper, page)
    if paper.voided:
        ops += _void_mark(paper)
    return tuple(ops)


def room_for_rows(paper: ReceiptPaper) -> tuple[int, int]:
    """Table lines that fit on a sheet that is continued, and on the last one; never less than two."""
    top = _table_top(paper) + HEAD_HEIGHT + 0.8
    return max(int((BODY_END - top) / ROW_PITCH), 2), max(int((LAST_BODY_END - top) / ROW_PITCH), 2)


def _letterhead(paper: ReceiptPaper, copy: CopyKind) -> Iterator[Op]:
    yield from _emblem(paper)
    name_pt = fitting_size_pt(paper.office_name, 20, 68, Face.BOLD)
    yield Text(35, 17.5, paper.office_name, name_pt, Face.BOLD, colour=INK)
    below = [paper.office_unit, *break_lines(paper.office_address, 13, 68)[:2]]
    for line, text in enumerate(text for text in below if text):
        yield Text(35, 23.3 + 5.2 * line, text, fitting_size_pt(text, 13, 68), colour=QUIET)
    yield from _badge(_COPY_NAMES[copy], filled=copy == "original")
    for baseline, label, value in ((25.0, "เล่มที่", paper.book_no), (32.3, "เลขที่", paper.number)):
        value_pt = fitting_size_pt(value, 16, RIGHT - 117, Face.BOLD)
        yield Text(107, baseline, label, 15, colour=QUIET)
        yield Text(RIGHT, baseline, paper.numeral(value), value_pt, Face.BOLD, "right", INK)
    yield Line(LEFT, 36.5, RIGHT, 36.5, 0.5, ACCENT)
    yield Line(LEFT, 37.3, RIGHT, 37.3, 0.15, ACCENT)
    yield Text(MIDDLE, 46.2, paper.title, 26, Face.BOLD, "centre", INK)
    if paper.is_preliminary:
        for baseline, words in zip((42.0, 46.6), OFFICIAL_ELSEWHERE, strict=True):
            yield Text(LEFT, baseline, words, fitting_size_pt(words, 12.5, 34), colour=INK)
    when = f"วันที่ {thai_date(paper.issued_at, 'long', paper.digits)} เวลา {thai_time(paper.issued_at, paper.digits)}"
    yield Text(RIGHT, 53.3, when, 15, align="right", colour=INK)
    if paper.reprint_count:
        yield Text(LEFT, 53.3, paper.numeral(f"พิมพ์ซ้ำครั้งที่ {paper.reprint_count}"), 15, Face.BOLD, colour=RED)


def _emblem(paper: ReceiptPaper) -> Iterator[Op]:
    if paper.emblem:
        yield Image(LEFT, 11, 20, 20, paper.emblem)
    else:
        yield from rosette(LEFT + 10, 21, 9.8, ACCENT)


def _badge(text: str, *, filled: bool) -> Iterator[Op]:
    yield Rect(107, 10.5, RIGHT - 107, 8, 0.4, ACCENT, ACCENT if filled else None, radius_mm=1.2)
    yield Text((107 + RIGHT) / 2, 16.3, text, 17, Face.BOLD, "centre", "#FFFFFF" if filled else ACCENT)


def _payer(paper: ReceiptPaper) -> Iterator[Op]:
    baseline = PAYER_BASELINE
    for label, (size_pt, lines), face in _payer_blocks(paper):
        yield Text(LEFT, baseline, label, 15, colour=QUIET)
        start = LEFT + width_mm(label, 15) + 2
        for line in lines:
            yield Text(start + 1, baseline, line, size_pt, face, colour=INK)
            yield Line(start, baseline + 1.2, RIGHT, baseline + 1.2, 0.22, QUIET, dash_mm=(0, 0.9))
            baseline += 7.2


def _payer_blocks(paper: ReceiptPaper) -> Iterator[tuple[str, tuple[float, list[str]], Face]]:
    for label, text, face in (("ได้รับเงินจาก", paper.payer_name, Face.BOLD), ("ที่อยู่", paper.payer_address, Face.REGULAR)):
        room = RIGHT - LEFT - width_mm(label, 15) - 4
        yield label, _at_most_two_lines(text, room, face), face
    if paper.instead_of:
        yield (
            "หมายเหตุ",
            _at_most_two_lines(paper.instead_of, RIGHT - LEFT - width_mm("หมายเหตุ", 15) - 4, Face.BOLD),
            Face.BOLD,
        )


def _at_most_two_lines(text: str, most_mm: float, face: Face) -> tuple[float, list[str]]:
    """The size at which the text takes two lines; below 9 pt nobody could read it, and the rest is left out."""
    for size_pt in (16, 14, 12, 10, 9):
        lines = break_lines(text, size_pt, most_mm, face)
        if len(lines) <= 2:
            return size_pt, lines
    return 9, [lines[0], lines[1][:-1] + "…"]


def _table_top(paper: ReceiptPaper) -> float:
    lines = sum(len(lines) for _, (_, lines), _ in _payer_blocks(paper))
    return PAYER_BASELINE + 7.2 * lines - 3.4


def _table(paper: ReceiptPaper, page: TablePage) -> Iterator[Op]:
    top, last = _table_top(paper), page.carried_satang is None
    body_end, table_end = (LAST_BODY_END, LAST_TABLE_END) if last else (BODY_END, TABLE_END)
    yield Rect(LEFT, top, RIGHT - LEFT, HEAD_HEIGHT, 0, fill=TINT)
    yield from _heads(top + 5.3)
    baseline = top + HEAD_HEIGHT + 5.2
    if page.brought_satang is not None:
        yield from _carry("ยอดยกมา", paper.figure(format_baht(page.brought_satang)), baseline)
        baseline += ROW_PITCH
    for row in page.rows:
        yield from _row(paper, row, baseline)
        baseline += ROW_PITCH
    yield Line(LEFT, top + HEAD_HEIGHT, RIGHT, top + HEAD_HEIGHT, 0.3, ACCENT)
    yield Line(LEFT, body_end, RIGHT, body_end, 0.3, ACCENT)
    for edge in COLUMNS[1:-1]:
        yield Line(edge, top, edge, body_end, 0.15, ACCENT)
    yield Rect(LEFT, top, RIGHT - LEFT, table_end - top, 0.3, ACCENT)


def _heads(baseline: float) -> Iterator[Op]:
    names = ("ที่", "รายการ", "จำนวน", "จำนวนเงิน (บาท)")
    for name, left, right in zip(names, COLUMNS, COLUMNS[1:], strict=False):
        yield Text((left + right) / 2, baseline, name, 15, Face.BOLD, "centre", INK)


def _row(paper: ReceiptPaper, row: TableRow, baseline: float) -> Iterator[Op]:
    yield Text(COLUMNS[1] + 1.2, baseline, row.description, DESCRIPTION_PT, colour=INK)
    if row.item is None:
        return
    quantity = f"{paper.figure(f'{row.item.quantity:,}')} {row.item.unit}".strip()
    room = COLUMNS[3] - COLUMNS[2] - 2
    quantity_pt = fitting_size_pt(quantity, DESCRIPTION_PT, room)
    yield Text((LEFT + COLUMNS[1]) / 2, baseline, paper.figure(str(row.item_no)), DESCRIPTION_PT, align="centre")
    yield Text((COLUMNS[2] + COLUMNS[3]) / 2, baseline, quantity, quantity_pt, align="centre", colour=INK)
    yield _money(paper.figure(format_baht(row.item.amount_satang)), baseline, DESCRIPTION_PT)


def _money(figure: str, baseline: float, size_pt: float, face: Face = Face.REGULAR) -> Text:
    size_pt = fitting_size_pt(figure, size_pt, RIGHT - COLUMNS[3] - 3, face)
    return Text(RIGHT - 1.8, baseline, figure, size_pt, face, "right", INK)


def _carry(label: str, figure: str, baseline: float) -> Iterator[Op]:
    yield Text(COLUMNS[3] - 2, baseline, label, DESCRIPTION_PT, Face.ITALIC, "right", QUIET)
    yield _money(figure, baseline, DESCRIPTION_PT, Face.ITALIC)


def _carried(paper: ReceiptPaper, page: TablePage) -> Iterator[Op]:
    yield from _carry("ยอดยกไป", paper.figure(format_baht(page.carried_satang or 0)), BODY_END + 5)


def _total(paper: ReceiptPaper) -> Iterator[Op]:
    yield Text(COLUMNS[3] - 2, LAST_BODY_END + 5.8, "รวมเงิน", 17, Face.BOLD, "right", INK)
    yield _money(paper.figure(format_baht(paper.total_satang)), LAST_BODY_END + 5.8, 18, Face.BOLD)
    yield Line(COLUMNS[3], LAST_BODY_END, COLUMNS[3], LAST_BODY_END + 8, 0.15, ACCENT)
    yield Rect(LEFT + 0.15, LAST_BODY_END + 8, RIGHT - LEFT - 0.3, 7.85, 0, fill=TINT)
    words = f"({paper.baht_text})"
    words_pt = fitting_size_pt(words, 16, RIGHT - LEFT - 6, Face.BOLD)
    yield Text(MIDDLE, LAST_BODY_END + 13.7, words, words_pt, Face.BOLD, "centre", INK)


def _signature(paper: ReceiptPaper) -> Iterator[Op]:
    yield Text(LEFT, 154.5, "ชำระโดย", 15, colour=QUIET)
    yield Text(LEFT + width_mm("ชำระโดย", 15) + 2, 154.5, paper.method, 15, colour=INK)
    yield Text(RIGHT, 154.5, "ได้รับเงินไว้เป็นการถูกต้องแล้ว", 16, align="right", colour=INK)
    left, right = 64.0, RIGHT
    start, end = left + width_mm("ลงชื่อ", 16) + 1.5, right - width_mm("ผู้รับเงิน", 16) - 1.5
    yield Text(left, 171, "ลงชื่อ", 16, colour=INK)
    yield Line(start, 171.7, end, 171.7, 0.22, QUIET, dash_mm=(0, 0.9))
    yield Text(right, 171, "ผู้รับเงิน", 16, align="right", colour=INK)
    for baseline, text in ((178.6, f"({paper.cashier_name})"), (185.4, paper.cashier_position)):
        yield Text((start + end) / 2, baseline, text, fitting_size_pt(text, 16, 60), align="centre", colour=INK)


def _proof(paper: ReceiptPaper) -> Iterator[Op]:
    """The code in the lower left corner; a proof has so many modules that it takes all the room there is."""
    if paper.proof:
        yield QrCode(LEFT + 1, 158.2, _PROOF_SIDE, paper.proof)
        yield Text(LEFT + 1 + _PROOF_SIDE / 2, 190.8, "สแกนเพื่อตรวจสอบ", 11, align="centre", colour=QUIET)
    elif paper.qr_payload:
        yield QrCode(LEFT + 3, 159.5, 23, paper.qr_payload)
        yield Text(LEFT + 14.5, 188.3, "สแกนเพื่อตรวจสอบ", 12, align="centre", colour=QUIET)


def _small_print(paper: ReceiptPaper, page: TablePage) -> Iterator[Op]:
    yield Line(LEFT, 192, RIGHT, 192, 0.15, ACCENT)
    yield Text(LEFT, 197, f"จุดรับเงิน {paper.counter}   รหัสตรวจสอบ {paper.chain_hash}", 12, colour=QUIET)
    number = f"แผ่นที่ {page.number}/{page.of}" + (" (มีต่อ)" if page.number < page.of else "")
    yield Text(RIGHT, 197, paper.numeral(number), 12, align="right", colour=QUIET)


def _void_mark(paper: ReceiptPaper) -> Iterator[Op]:
    """ยกเลิก between two strokes across the sheet, and why; what was printed stays readable under it."""
    x, y, across, up = MIDDLE, HEIGHT_MM / 2, 44.0, 37.0  # clear of the QR code, which still proves the number
    yield Text(x + 6, y + 7, "ยกเลิก", 96, Face.BOLD, "centre", RED, 0.42, turn_deg=40)
    for shift in (-18.0, 18.0):
        short = 6.0 if shift > 0 and paper.proof else 0.0
        yield Line(
            x - across + short, y + up * (1 - short / across) + shift, x + across, y - up + shift, 1.1, RED, 0.42
        )
    reason = f"ยกเลิกใบเสร็จรับเงินฉบับนี้ เหตุผล: {paper.void_reason}"
    yield Text(LEFT, 203, reason, fitting_size_pt(reason, 14, RIGHT - LEFT, Face.BOLD), Face.BOLD, colour=RED)
