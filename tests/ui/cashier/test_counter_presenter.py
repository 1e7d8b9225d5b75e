"""What the counter decides: charges, sums, change, and what still stops a receipt."""

from datetime import date

import pytest

from desktop.cashier.fees import catalogue
from desktop.cashier.model import Fee
from desktop.cashier.rules import in_force
from ui.cashier.counter_presenter import MOST_UNITS, CounterPresenter


@pytest.fixture
def counter() -> CounterPresenter:
    return CounterPresenter(in_force(catalogue(), date(2026, 11, 11)))


def fee(counter: CounterPresenter, code: str) -> Fee:
    return next(fee for fee in counter.fees if fee.code == code)


def test_a_fee_comes_with_its_usual_count_and_again_adds_one(counter: CounterPresenter) -> None:
    waste = fee(counter, "WASTE_MONTHLY")
    assert counter.choose(waste) == 0
    assert counter.charges[0].quantity == 3
    assert counter.choose(fee(counter, "COMM_REG")) == 1
    assert counter.choose(waste) == 0
    assert [charge.quantity for charge in counter.charges] == [4, 1]
    assert counter.total_satang == 4 * 6000 + 5000


@pytest.mark.parametrize(("asked", "kept"), [(0, 1), (-3, 1), (12, 12), (10**9, MOST_UNITS)])
def test_a_count_stays_within_reason(counter: CounterPresenter, asked: int, kept: int) -> None:
    counter.choose(fee(counter, "COMM_REG"))
    counter.count(0, asked)
    assert counter.charges[0].quantity == kept


def test_change_is_told_only_when_enough_was_handed_over(counter: CounterPresenter) -> None:
    counter.choose(fee(counter, "WASTE_MONTHLY"))
    assert (counter.change_satang, counter.short_satang) == (None, 0)
    counter.tendered_satang = 10000
    assert (counter.change_satang, counter.short_satang) == (None, 8000)
    counter.tendered_satang = 0
    assert counter.short_satang == 18000
    counter.tendered_satang = 20000
    assert (counter.change_satang, counter.short_satang) == (2000, 0)


def test_likely_tenders_are_the_exact_sum_and_the_next_notes(counter: CounterPresenter) -> None:
    assert counter.likely_tenders() == ()
    counter.choose(fee(counter, "WASTE_MONTHLY"))
    assert counter.likely_tenders() == (18000, 20000, 50000, 100000)
    counter.drop(0)
    counter.choose(fee(counter, "BLD_PERMIT"))
    assert counter.likely_tenders() == (20000, 50000, 100000)


def test_words_typed_find_fees_in_either_language_and_by_code(counter: CounterPresenter) -> None:
    assert counter.found("ไม่มีค่าธรรมเนียมนี้") == ()
    assert [fee.code for fee in counter.found("มูลฝอย")] == ["WASTE_MONTHLY", "WASTE_VOLUME"]
    assert [fee.code for fee in counter.found("household WASTE")] == ["WASTE_MONTHLY"]
    assert [fee.code for fee in counter.found("comm_reg")] == ["COMM_REG"]
    assert counter.found("  ") == counter.fees


def test_what_stops_a_receipt_is_told_by_field(counter: CounterPresenter) -> None:
    assert set(counter.problems) == {"payer_name", "charges"}
    counter.choose(fee(counter, "WASTE_MONTHLY"))
    counter.payer_name = "  "
    counter.tendered_satang = 100
    assert set(counter.problems) == {"payer_name", "tendered"}
    counter.payer_name = "นายบุญมี ใจคำ"
    counter.tendered_satang = None
    assert counter.problems == {}


def test_clearing_leaves_nothing_of_the_last_citizen(counter: CounterPresenter) -> None:
    counter.choose(fee(counter, "BLD_PERMIT"))
    counter.payer_name, counter.payer_address, counter.tendered_satang = "ก", "ข", 1
    assert counter.touched
    counter.clear()
    assert not counter.touched
    assert counter.payment.charges == ()
    assert counter.words == ""
