"""The receipt: how it looks, what it says, and how it goes on over several sheets."""

from dataclasses import replace
from itertools import pairwise

import pytest

from desktop.office.money import format_baht
from desktop.paper import pages, qr
from desktop.paper.ops import Op, QrCode, Text
from desktop.paper.receipt import ReceiptItem, ReceiptPaper, receipt_pdf, table_pages
from desktop.paper.receipt_layout import COLUMNS, HEIGHT_MM, LEFT, RIGHT, WIDTH_MM, sheet_ops
from desktop.paper.thai_text import width_mm
from tests.desktop.paper.papers import CERTIFICATE, SURCHARGE, a_receipt
from tests.helpers.rasters import assert_golden, grey

MANY = a_receipt(*(CERTIFICATE, SURCHARGE) * 8)


def ops_of(paper: ReceiptPaper) -> list[tuple[Op, ...]]:
    return [sheet_ops(paper, "original", page) for page in table_pages(paper)]


def texts(ops: tuple[Op, ...]) -> list[str]:
    return [op.text for op in ops if isinstance(op, Text)]


@pytest.mark.parametrize(
    ("name", "paper", "page"),
    [
        ("receipt-original", a_receipt(), 0),
        ("receipt-copy", a_receipt(), 1),
        ("receipt-continued", MANY, 0),
        ("receipt-last-sheet", MANY, 3),
        ("receipt-void", a_receipt(voided=True, void_reason="พิมพ์ชื่อผู้ชำระเงินผิด", reprint_count=1, copies=("copy",)), 0),
        ("receipt-thai-money", a_receipt(money_digits="thai", book_no="12", number="000003"), 0),
    ],
)
def test_the_receipt_looks_as_it_should(name: str, paper: ReceiptPaper, page: int) -> None:
    assert_golden(grey(receipt_pdf(paper), page, dpi=100), name)


def test_original_and_copy_are_one_a5_sheet_each() -> None:
    pdf = receipt_pdf(a_receipt())
    assert pages.page_count(pdf) == 2
    for page in (0, 1):
        assert pages.page_size_mm(pdf, page) == pytest.approx((148, 210), abs=0.05)
    assert "ต้นฉบับ" in pages.page_text(pdf, 0)
    assert "สำเนา" in pages.page_text(pdf, 1)


def test_it_bears_all_that_the_regulation_asks_for() -> None:
    text = pages.page_text(receipt_pdf(a_receipt(book_no="12")))
    for words in (
        "ใบเสร็จรับเงิน", "เทศบาลเมืองแม่เหียะ", "กองคลัง", "เล่มที่", "๑๒", "เลขที่", "๐๐๐๐๐๓",
        "วันที่ ๑๖ พฤศจิกายน ๒๕๖๙ เวลา ๐๙.๒๐ น.", "ได้รับเงินจาก", "นายทดสอบ ร้านสมมติ", "300.00", "60.00", "รวมเงิน",
        "360.00", "(สามร้อยหกสิบบาทถ้วน)", "ชำระโดย", "เงินสด", "ได้รับเงินไว้เป็นการถูกต้องแล้ว", "ลงชื่อ", "ผู้รับเงิน",
        "(นางสาวกตัญญู ใจปั่นน้ำ)", "นักวิชาการจัดเก็บรายได้ปฏิบัติการ", "CNT01", "7f3a91c2d4e5b607",
    ):  # fmt: skip
        assert words in text
    assert [op.payload for op in ops_of(a_receipt())[0] if isinstance(op, QrCode)] == [a_receipt().qr_payload]


def test_digits_are_an_option_and_codes_with_latin_letters_keep_theirs() -> None:
    arabic = texts(ops_of(a_receipt(digits="arabic", book_no="12"))[0])
    assert {"12", "000003", "วันที่ 16 พฤศจิกายน 2569 เวลา 09.20 น."} <= set(arabic)
    thai = texts(ops_of(a_receipt(money_digits="thai"))[0])
    assert {"70/CNT01-1", "๐๐๐๐๐๓", "๓๖๐.๐๐"} <= set(thai)


def test_a_reprint_and_a_void_say_so_and_a_plain_receipt_does_not() -> None:
    plain = " ".join(texts(ops_of(a_receipt())[0]))
    assert "พิมพ์ซ้ำ" not in plain
    assert "ยกเลิก" not in plain
    marked = texts(ops_of(a_receipt(reprint_count=2, voided=True, void_reason="ชื่อผิด"))[0])
    assert "พิมพ์ซ้ำครั้งที่ ๒" in marked
    assert "ยกเลิก" in marked
    assert "ยกเลิกใบเสร็จรับเงินฉบับนี้ เหตุผล: ชื่อผิด" in marked
    assert set(texts(ops_of(a_receipt())[0])) <= set(marked)


PROOF = "".join("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"[place * 7 % 45] for place in range(300))
"""As long as a signed proof is, in the letters of base45."""


@pytest.mark.parametrize("voided", [False, True])
def test_a_proof_is_read_off_the_sheet_at_the_dots_of_a_cheap_printer_though_void_is_written_over_it(
    voided: bool,
) -> None:
    paper = a_receipt(proof=PROOF, voided=voided, void_reason="พิมพ์จำนวนผิด")
    assert qr.texts_on(grey(receipt_pdf(paper), 0, dpi=203)) == [PROOF]
    assert [op.payload for op in ops_of(paper)[0] if isinstance(op, QrCode)] == [PROOF]


def test_the_same_receipt_gives_the_same_file() -> None:
    assert receipt_pdf(a_receipt()) == receipt_pdf(a_receipt())


def test_a_long_receipt_carries_its_sums_and_ends_with_one_total() -> None:
    dealt = table_pages(MANY)
    assert [page.number for page in dealt] == list(range(1, len(dealt) + 1))
    assert len(dealt) > 2
    items = [row.item for page in dealt for row in page.rows if row.item]
    assert items == list(MANY.lines)
    for page, following in pairwise(dealt):
        assert page.carried_satang == following.brought_satang
    assert dealt[0].brought_satang is None
    assert dealt[-1].carried_satang is None
    last = sum(row.item.amount_satang for row in dealt[-1].rows if row.item)
    assert (dealt[-1].brought_satang or 0) + last == MANY.total_satang
    sheets = ops_of(MANY)
    assert ["รวมเงิน" in texts(sheet) for sheet in sheets] == [False] * (len(sheets) - 1) + [True]
    assert format_baht(dealt[0].carried_satang or 0) in texts(sheets[0])


def test_an_item_stays_on_one_sheet() -> None:
    for page in table_pages(MANY):
        assert page.rows[0].item is not None


def test_an_item_longer_than_a_sheet_is_torn_and_nothing_of_it_lost() -> None:
    endless = ReceiptItem("ค่าธรรมเนียมเก็บและขนมูลฝอยทั่วไป " * 60, 1, "รายการ", 100)
    dealt = table_pages(a_receipt(endless, SURCHARGE))
    assert len(dealt) > 2
    printed = "".join(row.description for page in dealt for row in page.rows).replace(" ", "")
    assert printed == (endless.description + SURCHARGE.description).replace(" ", "")
    assert all(page.rows for page in dealt)


AWKWARD = (
    a_receipt(),
    MANY,
    a_receipt(office_name="องค์การบริหารส่วนตำบลหนองญู่ใหญ่ใต้น้ำ อำเภอเมืองตัวอย่าง จังหวัดสมมุติ"),
    a_receipt(payer_name="บริษัท สมมุติพัฒนาอสังหาริมทรัพย์ (ประเทศไทย) จำกัด (มหาชน) " * 6, payer_address="หมู่บ้านตัวอย่าง " * 40),
    a_receipt(payer_address="", office_unit="", office_address=""),
    a_receipt(ReceiptItem("ภาษีที่ดินและสิ่งปลูกสร้าง", 123456, "ตารางเมตร", 12345678999921), book_no="70/CNT01-A-1234567"),
    a_receipt(
        ReceiptItem("https://" + "x" * 200, 1, "", 5), method="โอนผ่านพร้อมเพย์", voided=True, void_reason="ผิด " * 60
    ),
)


@pytest.mark.parametrize("paper", AWKWARD, ids=range(len(AWKWARD)))
def test_nothing_runs_over_the_edge_whatever_the_names(paper: ReceiptPaper) -> None:
    for sheet in ops_of(paper):
        for op in sheet:
            if not isinstance(op, Text) or op.turn_deg:
                continue
            wide = width_mm(op.text, op.size_pt, op.face)
            left = op.x_mm - {"left": 0.0, "centre": wide / 2, "right": wide}[op.align]
            assert left >= LEFT - 0.01, op
            assert left + wide <= RIGHT + 0.01, op
            assert 8 < op.y_mm < HEIGHT_MM - 5, op
    assert WIDTH_MM - RIGHT == LEFT == COLUMNS[0]
    assert pages.page_count(receipt_pdf(paper)) == 2 * len(table_pages(paper))


def test_a_name_in_two_lines_pushes_the_table_down() -> None:
    short, long = (
        min(op.y_mm for op in ops_of(paper)[0] if isinstance(op, Text) and op.text == "รายการ")
        for paper in (
            a_receipt(),
            replace(a_receipt(), payer_name="บริษัท สมมุติพัฒนาอสังหาริมทรัพย์และการก่อสร้างล้านนา (ประเทศไทย) จำกัด"),
        )
    )
    assert long > short + 5
