"""Yearly fees become bills, once for an anniversary; what is paid counts, until its receipt is cancelled."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.cashier.bill_model import BillState
from desktop.certificates.model import Certificate, Due, Origin, State
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from tests.desktop.certificates.conftest import FOOD, HAZ, MORNING, PAID, acts, issued, licence, seen, wanted
from tests.helpers.desk import make_desk, make_office, person
from tests.helpers.voiding import cancel

DUE = date(2027, 1, 14)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MORNING)


@pytest.fixture
def office(tmp_path: Path, clock: ManualClock) -> Iterator[Office]:
    desk = make_desk(tmp_path / "desk", clock=clock, next_case=17, certificates=(FOOD, HAZ), bills_left=20)
    made = make_office(desk)
    yield made
    made.desk.close()


def due(office: Office, day: date) -> tuple[Due, ...]:
    return office.certificates.queries.due(day, 60)


def go_on(office: Office, clock: ManualClock, days: int) -> None:
    clock.advance(timedelta(days=days))
    office.registers(person(office)).confirm_date()


def test_the_fee_of_an_anniversary_has_one_bill_and_counts_when_it_is_paid(office: Office, clock: ManualClock) -> None:
    held = issued(office)
    go_on(office, clock, 330)
    fees, today = office.counter.renewal_fees(person(office)), date(2026, 12, 10)
    (one,) = due(office, today)
    assert fees.bills([one]) == {}
    (bill,) = fees.bill([one])
    assert (bill.payer_name, bill.total_satang, bill.due_on, bill.month) == (held.line.holder_name, 300_00, DUE, "")
    assert "ครบกำหนด 14 ม.ค. 2570" in bill.lines[0].description
    assert "เลขที่ 1/2569" in (bill.note or "")
    assert [known.id for known in fees.bill([one])] == [bill.id]
    assert fees.bills([one]) == {held.id: bill}
    receipt = office.counter.taking(person(office, "piyada")).pay([bill.id], ("", None))
    assert due(office, today) == ()
    (deed,) = seen(office, held).deeds
    assert deed.receipt is not None
    assert (deed.due_on, deed.receipt.id, deed.receipt.satang, deed.receipt.late_satang) == (DUE, receipt.id, 300_00, 0)
    with pytest.raises(OfficeError, match=r"certificates\.fee_paid_twice"):
        acts(office).pay(held.id, PAID, DUE)
    cancel(office, receipt.id, "พิมพ์ผิด")
    assert [again.due_on for again in due(office, today)] == [DUE]
    assert fees.bills([one])[held.id].state is BillState.OPEN


def test_a_late_fee_has_its_surcharge_and_a_cancelled_bill_makes_room_for_another(
    office: Office, clock: ManualClock
) -> None:
    held = issued(office)
    go_on(office, clock, 370)
    today = date(2027, 1, 19)
    fees = office.counter.renewal_fees(person(office))
    assert seen(office, held).line.standing.state is State.UNPAID
    (one,) = due(office, today)
    (bill,) = fees.bill([one])
    assert [(line.fee_code, line.amount_satang) for line in bill.lines] == [("FOOD_CERT", 300_00), ("LATE_20", 60_00)]
    assert bill.due_on > today
    office.bills.billing(person(office, "piyada")).cancel(bill.id, "พิมพ์ผิด")
    (again,) = fees.bill([one])
    assert again.id != bill.id
    office.counter.taking(person(office, "piyada")).pay([again.id], ("", None))
    after = seen(office, held)
    assert after.line.standing.state is State.IN_FORCE
    assert [(deed.receipt.satang, deed.receipt.late_satang) for deed in after.deeds if deed.receipt] == [
        (300_00, 60_00)
    ]


def test_several_are_billed_at_once_or_none(office: Office, clock: ManualClock) -> None:
    first, second = issued(office), issued(office, holder_name="นายบุญมี ใจคำ")
    go_on(office, clock, 330)
    listed = due(office, date(2026, 12, 10))
    fees = office.counter.renewal_fees(person(office))
    paid: Certificate = acts(office).pay(second.id, PAID)
    assert paid.deeds[0].due_on == DUE
    with pytest.raises(OfficeError, match=r"certificates\.fee_paid_twice"):
        fees.bill(listed)
    assert fees.bills(listed) == {}
    assert len(fees.bill([one for one in listed if one.line.id == first.id])) == 1


def test_what_stands_for_another_certificate_goes_on_with_its_bill(office: Office, clock: ManualClock) -> None:
    held = issued(office)
    go_on(office, clock, 330)
    fees = office.counter.renewal_fees(person(office))
    (bill,) = fees.bill(due(office, date(2026, 12, 10)))
    again = wanted(office, origin=Origin.REPLACEMENT, replaces_id=held.id, reason="ชำรุด")
    new = acts(office).issue(again)
    (one,) = due(office, date(2026, 12, 10))
    assert one.line.id == new.id
    assert [known.id for known in fees.bill([one])] == [bill.id]
    office.counter.taking(person(office, "piyada")).pay([bill.id], ("", None))
    assert due(office, date(2026, 12, 10)) == ()


def test_a_renewal_is_decided_and_not_billed(office: Office, clock: ManualClock) -> None:
    acts(office, "somchai").define(licence())
    held = issued(office, template=licence(), answers={"activity": "ล้างรถ", "site": "หมู่ที่ 4"})
    days = ((held.line.standing.expires_on or DUE) - MORNING.date()).days - 20
    go_on(office, clock, days)
    listed = [one for one in due(office, MORNING.date() + timedelta(days=days)) if one.kind == "renewal"]
    assert len(listed) == 1
    with pytest.raises(OfficeError, match=r"counter\.no_fee"):
        office.counter.renewal_fees(person(office)).bill(listed)


def test_the_months_of_waste_accounts_know_nothing_of_yearly_fees(office: Office, clock: ManualClock) -> None:
    issued(office)
    go_on(office, clock, 330)
    office.counter.renewal_fees(person(office)).bill(due(office, date(2026, 12, 10)))
    assert (office.waste.months.latest(), office.waste.months.owed()) == (None, ())
