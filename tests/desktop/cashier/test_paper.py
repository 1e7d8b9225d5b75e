"""What a receipt's paper says, now and at every later printing."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Payment, Receipt
from desktop.cashier.paper import receipt_paper
from desktop.cashier.rules import qr_payload
from desktop.cashier.shift_mutations import RULE, UseCashRule
from desktop.office.errors import OfficeError
from desktop.paper.pages import page_text
from desktop.paper.receipt import Layout, Part, parts_pdf
from tests.helpers.desk import OFFICE_ID, make_desk, make_office, person
from tests.helpers.voiding import cancel


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    desk = make_desk(tmp_path)
    yield make_office(desk)
    desk.close()


@pytest.fixture
def receipt(office: Office) -> Receipt:
    charges = (Charge(catalogue()[0], 3), Charge(catalogue()[2], 1))
    return office.cashier(person(office, "piyada")).issue(Payment("นายบุญมี ใจคำ", charges, "๙๑/๑ หมู่ ๒", 50000))


def test_the_paper_says_what_the_receipt_holds(office: Office, receipt: Receipt) -> None:
    profile = office.account_queries.office()
    assert profile is not None
    paper = receipt_paper(receipt, profile, "กองคลัง", OFFICE_ID)
    assert (paper.book_no, paper.number, paper.office_unit) == ("70/C1-1", "000451", "กองคลัง")
    assert [(item.quantity, item.unit, item.amount_satang) for item in paper.lines] == [
        (3, "เดือน", 18000),
        (1, "รายการ", 5000),
    ]
    assert (paper.total_satang, paper.method, paper.payer_address) == (23000, "เงินสด", "๙๑/๑ หมู่ ๒")
    assert paper.qr_payload == qr_payload(receipt, OFFICE_ID)
    assert (paper.voided, paper.reprint_count) == (False, 0)


def test_the_unit_on_the_paper_is_that_of_the_cashier(office: Office, receipt: Receipt) -> None:
    assert office.cashier_queries.issuing_unit(receipt.id) == "กองคลัง"
    assert "กองคลัง" in page_text(office.receipt_pdf(receipt), 0)


def test_the_same_receipt_gives_the_same_bytes(office: Office, receipt: Receipt) -> None:
    assert office.receipt_pdf(receipt) == office.receipt_pdf(receipt)


def test_every_later_printing_says_which_one_it_is(office: Office, receipt: Receipt) -> None:
    cashier = office.cashier(person(office, "piyada"))
    assert [cashier.reprint(receipt.id).reprints for _ in range(3)] == [1, 2, 3]
    printed = office.cashier_queries.receipt(receipt.id)
    assert printed is not None
    assert "พิมพ์ซ้ำครั้งที่ ๓" in page_text(office.receipt_pdf(printed), 0)
    assert replace(printed, reprints=0) == receipt
    assert office.waiting() == 4


def test_a_void_is_written_over_both_sheets_and_the_code_stays(office: Office, receipt: Receipt) -> None:
    voided = cancel(office, receipt.id, "พิมพ์จำนวนผิด")
    pdf = office.receipt_pdf(voided)
    assert all("ยกเลิก" in page_text(pdf, sheet) for sheet in (0, 1))
    assert qr_payload(voided, OFFICE_ID) == qr_payload(receipt, OFFICE_ID)


def test_a_receipt_of_another_counter_cannot_be_printed_here(office: Office) -> None:
    with pytest.raises(OfficeError, match="cashier.receipt_gone"):
        office.cashier(person(office, "piyada")).reprint(b"\x00" * 16)
    assert office.waiting() == 0


def test_where_another_system_issues_the_official_receipt_the_paper_says_so_for_good(
    office: Office, receipt: Receipt
) -> None:
    """What a paper was stays: neither a later rule nor a later printing makes it another."""
    cashier = person(office, "piyada")
    rule = UseCashRule(b"r" * 16, "2026-01-01", "pre-receipt", 0)
    office.desk.write(lambda unit: unit.perform(RULE, rule, cashier.id))
    later = office.cashier(cashier).issue(Payment("นายบุญมี ใจคำ", (Charge(catalogue()[0], 3),)))
    again = UseCashRule(b"s" * 16, "2026-02-01", "official", 0)
    office.desk.write(lambda unit: unit.perform(RULE, again, cashier.id))
    words = page_text(office.receipt_pdf(office.cashier(cashier).reprint(later.id)), 0)
    assert "ใบรับเงินชั่วคราว" in words
    assert "ออกจากระบบ e-LAAS" in words
    assert "ใบรับเงินชั่วคราว" not in page_text(office.receipt_pdf(receipt), 0)
    roll = parts_pdf(
        receipt_paper(later, office.account_queries.profile(), "กองคลัง", OFFICE_ID), Layout.ROLL, [Part("original")]
    )
    assert "ใบรับเงินชั่วคราว" in page_text(roll, 0)
