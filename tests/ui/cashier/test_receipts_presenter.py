"""The receipts of a day, read from a real store."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Payment, Receipt
from desktop.office.clock import ManualClock
from tests.helpers.desk import MORNING, make_desk, make_office, person
from tests.helpers.voiding import cancel
from ui.cashier.receipts_presenter import ReceiptsPresenter, day_bounds


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MORNING)


@pytest.fixture
def office(tmp_path: Path, clock: ManualClock) -> Iterator[Office]:
    desk = make_desk(tmp_path, clock=clock)
    yield make_office(desk)
    desk.close()


def issue(office: Office, units: int = 1) -> Receipt:
    charge = Charge(catalogue()[0], units)
    return office.cashier(person(office, "piyada")).issue(Payment("นายบุญมี ใจคำ", (charge,)))


def test_a_day_holds_its_receipts_newest_first_and_no_others(office: Office, clock: ManualClock) -> None:
    presenter = ReceiptsPresenter(office.cashier_queries, clock.now)
    yesterday = issue(office)
    clock.advance(timedelta(days=1))
    first = issue(office)
    clock.advance(timedelta(minutes=5))
    second = issue(office, 3)
    presenter.turn(1)
    presenter.show(presenter.load(presenter.day))
    assert [receipt.id for receipt in presenter.receipts] == [second.id, first.id]
    assert presenter.turn(-1)
    presenter.show(presenter.load(presenter.day))
    assert [receipt.id for receipt in presenter.receipts] == [yesterday.id]
    assert presenter.place_of(yesterday.id) == 0
    assert presenter.place_of(first.id) is None


def test_a_void_receipt_keeps_its_number_and_brings_nothing(office: Office, clock: ManualClock) -> None:
    presenter = ReceiptsPresenter(office.cashier_queries, clock.now)
    first, second = issue(office), issue(office, 2)
    cancel(office, first.id, "พิมพ์จำนวนผิด")
    presenter.show(presenter.load(presenter.day))
    assert [receipt.number for receipt in presenter.receipts] == [second.number, first.number]
    assert (presenter.totals.valid, presenter.totals.void, presenter.totals.sum_satang) == (1, 1, 12000)


def test_no_day_after_today(office: Office, clock: ManualClock) -> None:
    presenter = ReceiptsPresenter(office.cashier_queries, clock.now)
    assert presenter.is_today
    assert not presenter.turn(1)
    assert presenter.turn(-3)
    assert presenter.turn(10)
    assert presenter.is_today


def test_a_day_goes_from_midnight_to_midnight_in_bangkok() -> None:
    start, end = day_bounds(date(2026, 11, 11))
    assert start.isoformat() == "2026-11-11T00:00:00+07:00"
    assert end - start == timedelta(days=1)
