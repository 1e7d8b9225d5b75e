"""Receipts on a real encrypted store: numbers, sums, voids."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Fee, Payment
from desktop.cashier.rules import display_number, in_force, problems, qr_payload
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.store.desk import Desk
from tests.helpers.desk import make_desk, make_office, person
from tests.helpers.voiding import cancel


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = make_desk(tmp_path / "desk", receipts_left=3)
    yield desk
    desk.close()


@pytest.fixture
def office(desk: Desk) -> Office:
    return make_office(desk)


def waste() -> Fee:
    return next(fee for fee in catalogue() if fee.code == "WASTE_MONTHLY")


def payment(quantity: int = 3, tendered: int | None = 20000) -> Payment:
    return Payment("นายบุญมี ใจคำ", (Charge(waste(), quantity),), tendered_satang=tendered)


def test_a_receipt_carries_number_words_lines_and_change(office: Office) -> None:
    receipt = office.cashier(person(office, "piyada")).issue(payment())
    assert (receipt.fiscal_year_be, receipt.book_no, receipt.number) == (2570, 1, 451)
    assert receipt.baht_text == "หนึ่งร้อยแปดสิบบาทถ้วน"
    assert receipt.change_satang == 2000
    assert [line.amount_satang for line in receipt.lines] == [18000]
    assert receipt.cashier_name == "นางสาวปิยะดา ลองรับเงิน"
    assert display_number(receipt) == "70/C1 000451"
    assert qr_payload(receipt, 500109).startswith("TDR1|500109|2570|1|451|18000|")
    assert len(receipt.chain) == 64


def test_a_void_keeps_the_number_and_the_receipt(office: Office, desk: Desk) -> None:
    act = office.cashier(person(office, "piyada"))
    receipt = act.issue(payment())
    voided = cancel(office, receipt.id, "พิมพ์จำนวนผิด")
    assert voided.void is not None
    assert (voided.number, voided.total_satang, voided.void.reason) == (451, 18000, "พิมพ์จำนวนผิด")
    assert act.issue(payment()).number == 452
    assert desk.reader.rows("SELECT n, status FROM number_event ORDER BY n") == [(451, "void"), (452, "issued")]
    with pytest.raises(OfficeError, match="cashier.already_void"):
        act.void(receipt.id, "อีกครั้ง")
    with pytest.raises(OfficeError, match="cashier.reason_missing"):
        act.void(act.issue(payment()).id, " ")


def test_a_used_up_book_stops_the_next_receipt_and_writes_nothing(office: Office, desk: Desk) -> None:
    act = office.cashier(person(office, "piyada"))
    for _ in range(3):
        act.issue(payment())
    with pytest.raises(OfficeError, match="numbers.none_left"):
        act.issue(payment())
    assert desk.reader.rows("SELECT count(*) FROM receipt") == [(3,)]
    assert desk.reader.rows("SELECT count(*) FROM outbox") == [(3,)]


def test_a_book_is_not_used_in_another_fiscal_year(tmp_path: Path) -> None:
    after = ManualClock(datetime(2027, 9, 30, 17, 0, 1, tzinfo=UTC))
    desk = make_desk(tmp_path / "late", clock=after)
    office = make_office(desk)
    with pytest.raises(OfficeError, match="numbers.none_left") as caught:
        office.cashier(person(office, "piyada")).issue(payment())
    assert caught.value.subject["year"] == 2571
    desk.close()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (Payment(" ", (Charge(waste(), 1),)), "payer_name"),
        (Payment("ก", ()), "charges"),
        (Payment("ก", (Charge(waste(), 0),)), "charges"),
        (Payment("ก", (Charge(waste(), 10**9),)), "charges"),
        (Payment("ก", (Charge(waste(), 1),), tendered_satang=100), "tendered"),
    ],
)
def test_what_can_not_be_paid_is_named(wrong: Payment, field: str, office: Office) -> None:
    assert list(problems(wrong)) == [field]
    with pytest.raises(OfficeError, match="cashier.cannot_issue"):
        office.cashier(person(office, "piyada")).issue(wrong)


def test_fees_hold_from_their_day_to_their_day() -> None:
    fee = waste()
    assert fee in in_force(catalogue(), date(2026, 11, 21))
    assert fee not in in_force(catalogue(), date(2025, 9, 30))
