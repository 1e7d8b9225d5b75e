"""From the printed receipt back to the verdict: 203 dots an inch, blurred and turned as a camera sees it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from desktop.application import Office
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Payment, Receipt
from desktop.cashier.paper import receipt_paper
from desktop.paper import qr
from desktop.paper.receipt import Layout, Part, parts_pdf
from desktop.proofs.model import Standing
from desktop.proofs.queries import ProofQueries
from tests.helpers.desk import OFFICE_ID, make_desk, make_office, person
from tests.helpers.proofs import vouch_for
from tests.helpers.rasters import grey
from tests.helpers.voiding import cancel

DPI = 203.2


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    desk = make_desk(tmp_path)
    vouch_for(desk)
    yield make_office(desk)
    desk.close()


@pytest.fixture
def receipt(office: Office) -> Receipt:
    payment = Payment("นายบุญมี ใจคำ", (Charge(catalogue()[0], 3),), "๙๑/๑ หมู่ ๒", 50000)
    return office.cashier(person(office, "piyada")).issue(payment)


def sheet(office: Office, receipt: Receipt, layout: Layout) -> Image.Image:
    paper = receipt_paper(receipt, office.account_queries.profile(), "กองคลัง", OFFICE_ID)
    part = Part(None if layout is Layout.A4_TWO else "original")
    return grey(parts_pdf(paper, layout, [part]), 0, DPI)


def standings(office: Office, picture: Image.Image) -> set[Standing]:
    queries = ProofQueries(office.desk.reader)
    return {queries.judge(text).standing for text in qr.texts_on(picture)}


@pytest.mark.parametrize("layout", Layout)
def test_a_blurred_and_turned_sheet_proves_itself(office: Office, receipt: Receipt, layout: Layout) -> None:
    picture = sheet(office, receipt, layout)
    worn = picture.filter(ImageFilter.GaussianBlur(0.7)).rotate(4, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    assert standings(office, picture) == {Standing.GENUINE}
    assert standings(office, worn) == {Standing.GENUINE}


def test_a_cancelled_receipts_own_sheet_says_so(office: Office, receipt: Receipt) -> None:
    voided = cancel(office, receipt.id, "พิมพ์จำนวนผิด")
    assert voided.proof == receipt.proof
    assert standings(office, sheet(office, voided, Layout.A5)) == {Standing.REVOKED}
    assert standings(office, sheet(office, receipt, Layout.ROLL)) == {Standing.REVOKED}


def test_every_printing_bears_the_same_code_also_after_the_office_has_another_key(
    office: Office, receipt: Receipt
) -> None:
    before = office.receipt_pdf(receipt)
    office.desk.settle("DELETE FROM desk_voucher", ())
    again = office.cashier_queries.receipt(receipt.id)
    assert again is not None
    assert office.receipt_pdf(again) == before


def test_a_receipt_without_a_proof_prints_as_before(office: Office, receipt: Receipt) -> None:
    office.desk.settle("UPDATE receipt SET proof = NULL", ())
    old = office.cashier_queries.receipt(receipt.id)
    assert old is not None
    paper = receipt_paper(old, office.account_queries.profile(), "กองคลัง", OFFICE_ID)
    assert (paper.proof, paper.qr_payload[:5]) == ("", "TDR1|")
