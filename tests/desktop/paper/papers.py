"""Papers with valid defaults, for the tests of paper and printers."""

from datetime import UTC, datetime
from typing import Any

from desktop.office.money import baht_text
from desktop.paper.intake_stamp import IntakeStamp
from desktop.paper.ops import Op, Paper, Sheet, Text
from desktop.paper.pdf import to_pdf
from desktop.paper.receipt import ReceiptItem, ReceiptPaper

NINE_TWENTY = datetime(2026, 11, 16, 2, 20, tzinfo=UTC)
"""Monday 16 November 2569, 09:20 in Thailand."""

CERTIFICATE = ReceiptItem("ค่าธรรมเนียมหนังสือรับรองการแจ้งจัดตั้งสถานที่จำหน่ายอาหาร พื้นที่ ๖๒ ตร.ม. (รายปี)", 1, "ฉบับ", 30000)
SURCHARGE = ReceiptItem("ค่าปรับเพิ่มร้อยละยี่สิบของค่าธรรมเนียมที่ค้างชำระ", 1, "รายการ", 6000)


def a_receipt(*lines: ReceiptItem, **changed: Any) -> ReceiptPaper:
    lines = lines or (CERTIFICATE, SURCHARGE)
    total = sum(line.amount_satang for line in lines)
    fields: dict[str, Any] = {
        "office_name": "เทศบาลเมืองแม่เหียะ",
        "office_unit": "กองคลัง",
        "office_address": "๙๙ หมู่ที่ ๒ ตำบลแม่เหียะ อำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่ ๕๐๑๐๐",
        "book_no": "70/CNT01-1",
        "number": "000003",
        "issued_at": NINE_TWENTY,
        "payer_name": "นายทดสอบ ร้านสมมติ",
        "payer_address": "91/1 หมู่ที่ 2 ตำบลแม่เหียะ อำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่ 50100",
        "lines": lines,
        "total_satang": total,
        "baht_text": baht_text(total),
        "method": "เงินสด",
        "cashier_name": "นางสาวกตัญญู ใจปั่นน้ำ",
        "cashier_position": "นักวิชาการจัดเก็บรายได้ปฏิบัติการ",
        "counter": "CNT01",
        "chain_hash": "7f3a91c2d4e5b607",
        "qr_payload": "TD1|500109|70/CNT01-1|000003|36000|7f3a91c2d4e5b607",
    }
    return ReceiptPaper(**(fields | changed))


def a_stamp(**changed: Any) -> IntakeStamp:
    fields: dict[str, Any] = {"office_name": "เทศบาลเมืองแม่เหียะ", "number": "4823", "received_at": NINE_TWENTY}
    return IntakeStamp(**(fields | changed))


def a_paper(*ops: Op, width_mm: float = 210, height_mm: float = 297, pages: int = 1) -> bytes:
    """A PDF with the same marks on each page."""
    sheet = Sheet(width_mm, height_mm, ops or (Text(30, 40, "เรื่อง ซักซ้อมแนวทางปฏิบัติ"),))
    return to_pdf(Paper("ทดสอบ", "เทศบาลทดสอบ", NINE_TWENTY, (sheet,) * pages))
