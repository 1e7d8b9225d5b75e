"""What a scanner types is read on either keyboard: bills, receipts, cases, and nothing else."""

import pytest

from desktop.cashier.bill_rules import reference_of
from desktop.cashier.thai_qr import barcode_text, bill_payload
from desktop.counter.scanned import Scanned, What, begins, read
from desktop.office.keyboard import as_thai

REFERENCE = reference_of(2570, 451)
QR = bill_payload("099999999999100", REFERENCE, "20261211", 180_00, "MAE HIA", "C1")
BAR = barcode_text("099999999999100", REFERENCE, "20261211", 180_00)
RECEIPT = "TDR1|500109|2570|1|451|18000|20261111T021400Z|0123456789abcdef"
SLIP = "TDC1|500109|cases.OSS/C2|2570|17|ABCDEFGH"
KNOWN = (
    (QR, Scanned(What.BILL, REFERENCE)),
    (BAR, Scanned(What.BILL, REFERENCE)),
    (f" {REFERENCE[:4]} {REFERENCE[4:]} ", Scanned(What.BILL, REFERENCE)),
    (RECEIPT, Scanned(What.RECEIPT, year_be=2570, book_no=1, number=451)),
    (SLIP, Scanned(What.CASE, series="cases.OSS/C2", year_be=2570, number=17, code="ABCDEFGH")),
    ("OSS-70-C2-00017", Scanned(What.CASE, series="cases.OSS/C2", year_be=2570, number=17)),
    ("ENG-70-00004", Scanned(What.CASE, series="cases.ENG", year_be=2570, number=4)),
    ("70/C1 000451", Scanned(What.RECEIPT, year_be=2570, counter="C1", number=451)),
    ("70/c1 0000451", Scanned(What.BILL, year_be=2570, counter="C1", number=451)),
)


@pytest.mark.parametrize(("typed", "meant"), KNOWN)
def test_it_is_read_as_it_was_typed_and_under_the_thai_layout(typed: str, meant: Scanned) -> None:
    assert read(typed) == meant
    assert read(as_thai(typed)) == meant


@pytest.mark.parametrize(
    "typed", ["", "บุญมี ใจคำ", "0812345678", "91/1", "TDR1|x|y|z|w", "TDC1|1|2", "000201", "1234567890"]
)
def test_other_words_are_no_code(typed: str) -> None:
    assert read(typed) is None


def test_only_codes_begin_as_codes() -> None:
    assert all(begins(one) and begins(as_thai(one)) for one in (QR, BAR, RECEIPT, SLIP))
    assert not any(map(begins, (REFERENCE, "บุญมี", "70/C1 000451", "200")))
