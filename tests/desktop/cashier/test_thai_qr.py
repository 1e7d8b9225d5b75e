"""Payloads of Thai QR payment against published vectors, and slips as banks really write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cashier.thai_qr import (
    Slip,
    Unreadable,
    barcode_text,
    bill_payload,
    crc16,
    fields_of,
    read_slip,
    tax_id_payload,
)
from desktop.office.keyboard import as_thai

BILLER = "099999999999100"
A = "00020101021229370016A0000006770101110213099999999999153037645406150.005802TH6304E13A"
B = "00020101021230650016A000000677010112011509999999999910002107000000005030820261117530376454071200.005802TH6304E150"
B_NAMED = (
    "00020101021230650016A000000677010112011509999999999910002107000000005030820261117"
    "530376454071200.005802TH5912MAE HIA DEMO62090705CNT0163042D68"
)
SLIP = "00350006000001010300602140000000000DEMO5102TH9104767A"


def sealed(head: str, width: int = 4, small: bool = False) -> str:
    crc = f"{crc16(head + '9104'):0{width}X}"
    return f"{head}9104{crc.lower() if small else crc}"


def slip_of(reference: str) -> str:
    inner = f"0006000001010300602{len(reference):02d}{reference}"
    return f"00{len(inner):02d}{inner}5102TH"


def test_the_published_vectors() -> None:
    assert crc16("123456789") == 0x29B1
    assert tax_id_payload("0999999999991", 150_00) == A
    assert bill_payload(BILLER, "7000000005", "20261117", 1_200_00) == B
    assert bill_payload(BILLER, "7000000005", "20261117", 1_200_00, "MAE HIA DEMO", "CNT01") == B_NAMED


@given(st.integers(1, 10**13), st.integers(0, 10**9 - 1), st.text("ABCDEFGHIJ 0123456789", max_size=25))
def test_whatever_is_put_in_comes_out_again(satang: int, number: int, merchant: str) -> None:
    reference = f"{number:010d}"
    payload = bill_payload(BILLER, reference, "20261117", satang, merchant)
    found = fields_of(payload)
    account = fields_of(found["30"])
    assert (account["01"], account["02"], account["03"]) == (BILLER, reference, "20261117")
    assert found["54"] == f"{satang // 100}.{satang % 100:02d}"
    assert found.get("59", "") == merchant
    assert int(found["63"], 16) == crc16(payload[:-4])


@pytest.mark.parametrize(("biller", "satang"), [("123", 100), ("09999999999910X", 100), (BILLER, 0), (BILLER, -1)])
def test_what_no_bank_would_take_is_not_made(biller: str, satang: int) -> None:
    with pytest.raises(ValueError, match="a biller"):
        bill_payload(biller, "7000000005", "20261117", satang)


def test_the_barcode_says_the_same_in_satang() -> None:
    said = f"|{BILLER}\r7000000005\r20261117\r120000"
    assert barcode_text(BILLER, "7000000005", "20261117", 1_200_00) == said


def test_a_slip_is_read_on_either_keyboard() -> None:
    expected = Slip("006", "0000000000DEMO")
    assert read_slip(SLIP) == expected
    assert read_slip(as_thai(SLIP)) == expected
    assert read_slip(SLIP + "\n") == expected


def test_a_bank_that_leaves_out_the_zeros_of_its_crc_is_understood() -> None:
    found = 0
    for count in range(3000):
        text = sealed(slip_of(f"{count:014d}"), width=1)
        if len(text) < len(SLIP):
            found += 1
            assert read_slip(text).reference == f"{count:014d}"
    assert found > 50


def test_a_wallet_writes_its_slips_otherwise() -> None:
    inner = "000201010201" + "0207P2PTRAN" + "031050001234XZ" + "040822112026"
    head = f"00{len(inner):02d}{inner}"
    assert read_slip(sealed(head, small=True)) == Slip("TMN", "50001234XZ")


@given(st.text(max_size=120))
def test_any_other_words_are_no_slip(words: str) -> None:
    try:
        slip = read_slip(words)
    except Unreadable:
        return
    assert slip.reference


@pytest.mark.parametrize("place", range(len(SLIP)))
def test_one_sign_read_wrongly_is_seen(place: int) -> None:
    other = "1" if SLIP[place] != "1" else "2"
    with pytest.raises(Unreadable):
        read_slip(SLIP[:place] + other + SLIP[place + 1 :])
