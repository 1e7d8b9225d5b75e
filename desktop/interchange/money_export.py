"""A day's receipts for keying into the accounting system: each line of a receipt is a line, cancelled ones marked."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from desktop.office.clock import from_utc_text, utc_text
from desktop.office.dates import local_date, thai_time, utc_of_local
from desktop.paper.exporting import to_csv, to_xlsx
from desktop.paper.table import FormTable, TableColumn, TableRow, Value
from desktop.store.reader import Reader

_LINES = """
SELECT r.issued_at, r.fiscal_year_be, r.counter, r.book_no, r.number, r.payer_name, l.fee_code, l.description,
       l.amount_satang, r.method, r.cashier_name,
       (SELECT v.reason FROM receipt_void v WHERE v.receipt_id = r.id ORDER BY v.voided_at, v.id LIMIT 1),
       (SELECT e.number FROM elaas_receipt e WHERE e.receipt_id = r.id ORDER BY e.entered_at DESC, e.id DESC LIMIT 1)
FROM receipt r JOIN receipt_line l ON l.receipt_id = r.id WHERE r.issued_at >= ? AND r.issued_at < ?
ORDER BY r.counter, r.fiscal_year_be, r.number, r.id, l.line
"""
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
    bounds = utc_text(utc_of_local(day)), utc_text(utc_of_local(day + timedelta(days=1)))
    table = FormTable(f"ใบเสร็จ {day}", (), _COLUMNS, tuple(_rows(reader.rows(_LINES, bounds))))
    return to_csv(table) if csv else to_xlsx(table)


def _rows(lines: list[tuple[Any, ...]]) -> Iterator[TableRow]:
    for issued, year, counter, book, number, payer, code, what, satang, method, cashier, void, elaas in lines:
        moment = from_utc_text(issued)
        money: Value = f"{satang // 100}.{satang % 100:02d}"
        where: tuple[Value, ...] = (local_date(moment), thai_time(moment, "arabic"), year, counter, book)
        state = "ยกเลิก" if void else "ใช้ได้"
        said = (f"{number:06d}", payer, code, what, money, _METHODS.get(method, method), cashier, state, elaas or "")
        yield TableRow((*where, *said, void or ""), struck=bool(void))
