"""ทะเบียนเอกสารที่ยกเลิก: a month of receipts that were cancelled and certificates that were taken back, on paper."""

from collections.abc import Iterable
from datetime import date, datetime

from desktop.office.dates import local_date, thai_date, thai_time
from desktop.paper.form_pdf import form_pdf
from desktop.paper.table import FormTable, TableColumn, TableRow, paper_of
from desktop.proofs.model import PaperKind
from desktop.proofs.queries import RevokedPaper

KINDS = {PaperKind.RECEIPT: "ใบเสร็จรับเงิน", PaperKind.CERTIFICATE: "หนังสือรับรอง", PaperKind.CASE: "ใบรับเรื่อง"}
_COLUMNS = (
    TableColumn("ที่", 14, "centre"),
    TableColumn("ชนิดเอกสาร", 60),
    TableColumn("เล่มที่/เลขที่", 95, numeral=False),
    TableColumn("ไม่มีผลตั้งแต่", 60),
    TableColumn("หมายเหตุ", 40),
)


def register_table(
    revoked: Iterable[RevokedPaper], first: date, last: date, now: datetime, list_at: datetime | None
) -> FormTable:
    """What lost its force from `first` to `last`, as this desk knows it `now`; `list_at`: of the signed list."""
    these = [one for one in revoked if first <= local_date(one.at) <= last]
    rows = [TableRow((place, KINDS[one.kind], one.number, one.at, None)) for place, one in enumerate(these, start=1)]
    state = f"สถานะ ณ {_moment(now)}"
    signed = f"รายการที่สำนักงานลงนามล่าสุด {_moment(list_at)}" if list_at else "ยังไม่มีรายการที่สำนักงานลงนาม"
    span = f"ตั้งแต่วันที่ {thai_date(first, 'long', 'arabic')} ถึงวันที่ {thai_date(last, 'long', 'arabic')}"
    counted = (
        f"{KINDS[kind]} {sum(one.kind is kind for one in these):,} ฉบับ"
        for kind in KINDS
        if any(one.kind is kind for one in these)
    )
    totals = (f"รวม {len(these):,} ฉบับ  {'  '.join(counted)}",) if these else ()
    return FormTable("ทะเบียนเอกสารที่ยกเลิก", (span, f"{state}  {signed}"), _COLUMNS, rows, totals)


def register_pdf(table: FormTable, office_name: str, now: datetime) -> bytes:
    """The register as A4 sheets, lying; any thread."""
    return form_pdf(paper_of(table, office_name, now))


def _moment(at: datetime) -> str:
    return f"{thai_date(at, 'long', 'arabic')} {thai_time(at, 'arabic')}"
