"""A day's receipts for keying into the accounting system: each line of a receipt is a line, cancelled ones marked.

What was cancelled on a later day stays good on its own day, as the slip of that day has it, and is taken off on the
later one: the lines of a day that are good, and those taken off, come to what the slips of the day say was earned,
whenever it is exported. A receipt that two counters cancelled is taken off once, where the slips count it as void.
"""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from desktop.office.clock import from_utc_text, utc_text
from desktop.office.dates import local_date, thai_date, thai_time, utc_of_local
from desktop.paper.exporting import to_csv, to_xlsx
from desktop.paper.table import FormTable, TableColumn, TableRow, Value
from desktop.store.reader import Reader

_LINES = """
WITH cancelled AS (
 SELECT v.receipt_id, v.reason, v.voided_at FROM receipt_void v WHERE v.id =
 (SELECT w.id FROM receipt_void w WHERE w.receipt_id = v.receipt_id ORDER BY w.voided_at, w.id LIMIT 1)
)
SELECT r.issued_at, r.fiscal_year_be, r.counter, r.book_no, r.number, r.payer_name, l.fee_code, l.description,
       l.amount_satang, r.method, r.cashier_name, v.reason, v.voided_at,
       (SELECT e.number FROM elaas_receipt e WHERE e.receipt_id = r.id ORDER BY e.entered_at DESC, e.id DESC LIMIT 1)
FROM receipt r JOIN receipt_line l ON l.receipt_id = r.id LEFT JOIN cancelled v ON v.receipt_id = r.id
WHERE r.id IN (SELECT id FROM receipt WHERE issued_at >= :since AND issued_at < :until
 UNION SELECT receipt_id FROM cancelled WHERE voided_at >= :since AND voided_at < :until)
ORDER BY r.issued_at < :since, r.counter, r.fiscal_year_be, r.number, r.id, l.line
"""
_GOOD, _VOID, _BACK = "ใช้ได้", "ยกเลิก", "คืนเงิน"
_METHODS = {"cash": "เงินสด", "cheque": "เช็ค", "transfer": "เงินโอน"}
_COLUMNS = (
    TableColumn("วันที่", 22),
    TableColumn("เวลา", 16),
    TableColumn("ปีงบประมาณ", 16),
    TableColumn("เคาน์เตอร์", 16),
    TableColumn("เล่มที่", 14),
    TableColumn("เลขที่ใบเสร็จ", 20),
    TableColumn("ผู้ชำระเงิน", 50),
    TableColumn("รหัสรายรับ", 30),
    TableColumn("รายการ", 60),
    TableColumn("จำนวนเงิน (บาท)", 24, "right"),
    TableColumn("วิธีรับเงิน", 20),
    TableColumn("ผู้รับเงิน", 40),
    TableColumn("สถานะ", 18),
    TableColumn("เลขใบเสร็จ e-LAAS", 32),
    TableColumn("เหตุที่ยกเลิก", 40),
)


def day_export(reader: Reader, day: date, *, csv: bool) -> bytes:
    """XLSX, or CSV in UTF-8 with BOM; receipts of every counter that this desk sees."""
    bounds = {"since": utc_text(utc_of_local(day)), "until": utc_text(utc_of_local(day + timedelta(days=1)))}
    lines = reader.rows(_LINES, bounds)
    table = FormTable(f"ใบเสร็จ {day}", (), _COLUMNS, tuple(_row(line, day) for line in lines))
    return to_csv(table) if csv else to_xlsx(table)


def _row(line: tuple[Any, ...], day: date) -> TableRow:
    issued, year, counter, book, number, payer, code, what, satang, method, cashier, why, voided, elaas = line
    made, ended = from_utc_text(issued), from_utc_text(voided) if voided else None
    is_back = local_date(made) < day
    is_void = ended is not None and not is_back and local_date(ended) == day
    moment = ended if ended is not None and is_back else made
    state = _BACK if is_back else _VOID if is_void else _GOOD
    where: tuple[Value, ...] = (local_date(moment), thai_time(moment, "arabic"), year, counter, book)
    money: Value = Decimal(-satang if is_back else satang).scaleb(-2)
    said = (f"{number:06d}", payer, code, what, money, _METHODS.get(method, method), cashier, state, elaas or "")
    return TableRow((*where, *said, _reason(why, made, ended, day)), struck=is_void)


def _reason(why: str | None, made: datetime, ended: datetime | None, day: date) -> str:
    if why is None or ended is None:
        return ""
    if local_date(made) < day:
        return f"{why} (ออกเมื่อ {thai_date(made, 'numeric', 'arabic')})"
    return why if local_date(ended) == day else f"{why} (ยกเลิกเมื่อ {thai_date(ended, 'numeric', 'arabic')})"
