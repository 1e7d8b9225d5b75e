"""Acts on money that cross: two people at one moment, a receipt replaced twice, rates and clocks that change."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from threading import Barrier

import pytest

from desktop.application import Office
from desktop.cashier.bill_model import BillDraft, BillState, BillView
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Cheque, Payment, Receipt, Second
from desktop.cashier.mutations import KEY_IN, VOID, KeyInReceipt, VoidReceipt
from desktop.cashier.shift_mutations import RULE, UseCashRule
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.office.numbers import Taken
from desktop.registers.model import Fate
from desktop.store.desk import Desk
from tests.helpers.desk import MORNING, make_desk, make_office, person
from tests.helpers.voiding import cancel
from ui.cashier.bills_presenter import BillsPresenter

TODAY = date(2026, 11, 11)
NAME = "นายบุญมี ใจคำ"
RECEIPTS = "FROM number_event WHERE series = 'receipts'"


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MORNING)


@pytest.fixture
def desk(tmp_path: Path, clock: ManualClock) -> Iterator[Desk]:
    desk = make_desk(tmp_path / "desk", clock=clock, bills_left=20)
    yield desk
    desk.close()


@pytest.fixture
def office(desk: Desk) -> Office:
    return make_office(desk)


def charge(months: int = 3) -> Charge:
    return Charge({fee.code: fee for fee in catalogue()}["WASTE_MONTHLY"], months)


def take(office: Office, instead_of: Receipt | None = None) -> Receipt:
    payment = Payment(NAME, (charge(),), replaces_id=instead_of.id if instead_of else None)
    return office.cashier(person(office, "piyada")).issue(payment)


def code_of(error: pytest.ExceptionInfo[OfficeError]) -> str:
    return error.value.code


class Together(str):
    """A reason at which two wait for each other: both have seen that the receipt stands."""

    barrier: Barrier

    def strip(self, chars: str | None = None) -> str:
        self.barrier.wait(60)
        return super().strip(chars)


def test_two_who_cancel_one_receipt_at_one_moment_give_its_money_back_once(office: Office, desk: Desk) -> None:
    rule = UseCashRule(b"r" * 16, "2026-01-01", "official", 0, "optional")
    desk.write(lambda unit: unit.perform(RULE, rule, person(office, "piyada").id))
    receipt, reason = take(office), Together("พิมพ์ผิด")
    reason.barrier = Barrier(2)
    cashier = office.cashier(person(office, "piyada"))
    with ThreadPoolExecutor(2) as both:
        asked = [both.submit(cashier.void, receipt.id, reason, Second(None, "")) for _ in range(2)]
    errors = [one.exception() for one in asked]
    assert sorted(error.code for error in errors if isinstance(error, OfficeError)) == ["cashier.already_void"]
    assert desk.reader.rows("SELECT count(*) FROM receipt_void") == [(1,)]


def test_a_receipt_that_two_desks_cancelled_is_listed_once(office: Office, desk: Desk) -> None:
    receipt = take(office)
    cancel(office, receipt.id, "พิมพ์ผิด")
    other = VoidReceipt(b"v" * 16, receipt.id, "คืนเงิน", "นางสาวกานดา สาธิตวงศ์")
    desk.write(lambda unit: unit.perform(VOID, other, person(office).id))
    (listed,) = office.cashier_queries.recent()
    assert listed.void is not None
    assert listed.void.reason == "พิมพ์ผิด"


def test_one_receipt_stands_in_the_place_of_a_cancelled_one(office: Office, desk: Desk) -> None:
    first = take(office)
    with pytest.raises(OfficeError) as error:
        take(office, first)
    assert code_of(error) == "cashier.replaces_standing"
    cancel(office, first.id, "ชื่อผิด")
    second = take(office, first)
    with pytest.raises(OfficeError) as error:
        take(office, first)
    assert code_of(error) == "cashier.replaced_before"
    cancel(office, second.id, "ชื่อผิดอีก")
    third = take(office, second)
    assert (third.replaces, third.number) == ("70/C1 000452", 453)
    assert desk.reader.rows("SELECT count(*) FROM number_event WHERE series = 'receipts'") == [(3,)]
    with pytest.raises(OfficeError) as error:
        take(office, replace(first, id=bytes(16)))
    assert code_of(error) == "cashier.receipt_gone"


def test_what_a_bill_asks_for_again_is_not_taken_beside_it(office: Office) -> None:
    """Else the bill would be owed on, and the citizen asked for the same money twice."""
    who = person(office, "piyada")
    bill = office.bills.billing(who).make(BillDraft(NAME, (charge(),), TODAY + timedelta(days=30)))
    receipt = office.bills.paying(who).pay(bill.id)
    assert office.bills.owed_again(receipt.id) is None
    cancel(office, receipt.id, "ชื่อผิด")
    owed = office.bills.owed_again(receipt.id)
    assert owed is not None
    assert owed.id == bill.id
    with pytest.raises(OfficeError) as error:
        take(office, receipt)
    assert (code_of(error), error.value.subject["bill"]) == ("cashier.bill_owed_again", bill.reference)
    office.bills.billing(who).cancel(bill.id, "ชื่อผิด")
    assert take(office, receipt).replaces == "70/C1 000451"


def test_a_cancelled_receipt_of_what_was_charged_on_the_spot_is_replaced_at_once(office: Office) -> None:
    who = person(office, "piyada")
    draft = BillDraft(NAME, (charge(),), TODAY + timedelta(days=30))
    receipt = office.counter.taking(who).pay((), (NAME, None), None, also=draft)
    cancel(office, receipt.id, "ชื่อผิด")
    assert take(office, receipt).replaces == "70/C1 000451"


def test_a_rate_that_is_over_charges_nobody(office: Office, desk: Desk) -> None:
    """It was shown before midnight, and the money is taken after it."""
    who = person(office, "piyada")
    over = Charge(replace(charge().fee, valid_to=TODAY - timedelta(days=1)), 3)
    not_yet = Charge(replace(charge().fee, valid_from=TODAY + timedelta(days=1)), 3)
    cheque = Cheque("0000001", "ธ.กรุงไทย", TODAY)
    for wrong in (over, not_yet):
        draft = BillDraft(NAME, (charge(), wrong), TODAY + timedelta(days=30))
        for taken in (
            lambda wrong=wrong: office.cashier(who).issue(Payment(NAME, (charge(), wrong))),
            lambda draft=draft: office.bills.billing(who).make(draft),
            lambda draft=draft: office.bills.paying(who).pay_new(draft, cheque),
            lambda draft=draft: office.counter.taking(who).pay((), (NAME, None), None, also=draft),
        ):
            with pytest.raises(OfficeError) as error:
                taken()
            assert code_of(error) == "cashier.fee_out_of_force"
    assert desk.reader.rows("SELECT count(*) FROM outbox") == [(0,)]
    last = Charge(replace(charge().fee, valid_from=TODAY, valid_to=TODAY), 3)
    assert office.cashier(who).issue(Payment(NAME, (last,))).total_satang == 180_00


def test_a_bill_is_paid_at_the_rate_that_held_when_it_was_made(office: Office, clock: ManualClock) -> None:
    who = person(office, "piyada")
    ends = Charge(replace(charge().fee, valid_to=TODAY), 3)
    bill = office.bills.billing(who).make(BillDraft(NAME, (ends,), TODAY + timedelta(days=30)))
    clock.advance(timedelta(days=1))
    assert office.bills.paying(who).pay(bill.id).total_satang == 180_00


def test_a_clock_put_back_refuses_no_cheque_of_today_and_no_rule_of_today(
    office: Office, desk: Desk, clock: ManualClock
) -> None:
    who = person(office, "piyada")
    rule = UseCashRule(b"r" * 16, "2026-11-11", "official", 0, "optional")
    desk.write(lambda unit: unit.perform(RULE, rule, who.id))
    receipt = take(office)
    clock.advance(timedelta(days=-1))
    draft = BillDraft(NAME, (charge(),), TODAY)
    paid = office.bills.paying(who).pay_new(draft, Cheque("0000001", "ธ.กรุงไทย", TODAY))
    assert paid.issued_at >= receipt.issued_at
    assert office.cashier(who).void(receipt.id, "พิมพ์ผิด", Second(None, "")).void is not None


def test_a_clock_put_back_hides_no_overdue_bill(office: Office, clock: ManualClock) -> None:
    who = person(office, "piyada")
    bill = office.bills.billing(who).make(BillDraft(NAME, (charge(),), TODAY))
    clock.advance(timedelta(days=2))
    take(office)
    clock.advance(timedelta(days=-2))
    presenter = BillsPresenter(office.bills, clock)
    bills, _ = presenter.load(BillView.OVERDUE, "", 10)
    assert [one.id for one in bills] == [bill.id]
    assert bill.is_overdue(presenter.today)
    assert office.waste.today == TODAY + timedelta(days=2)


def test_the_second_receipt_of_one_number_is_cancelled_without_the_first(office: Office, desk: Desk) -> None:
    """A paper was keyed in, and then its desk, thought to be lost, came back with it."""
    real, who = take(office), person(office, "piyada")
    (lease,) = desk.reader.rows("SELECT lease_id FROM lease WHERE series = 'receipts'")
    taken = Taken("receipts", 2570, real.number, lease[0], 1, 1)
    keyed = KeyInReceipt(
        *(b"k" * 16, taken, "2026-11-11T02:00:00.000000Z", "C1", NAME, "cash", 180_00, "หนึ่งร้อยแปดสิบบาทถ้วน"),
        *(who.name_th, who.position_th, ()),
    )
    desk.write(lambda unit: unit.perform(KEY_IN, keyed, who.id))
    cancel(office, keyed.receipt_id, "บันทึกซ้ำกับใบจริง")
    assert desk.reader.rows(f"SELECT n, status, row_id {RECEIPTS}") == [(real.number, "issued", real.id)]
    assert desk.reader.rows("SELECT count(*) FROM revocation") == [(0,)]
    account = office.register_queries.account_of("receipts", 2570)
    assert [run.fate for run in account.runs if run.lo <= real.number <= run.hi] == [Fate.ISSUED]
    cancel(office, real.id, "พิมพ์ผิด")
    assert desk.reader.rows(f"SELECT n, status {RECEIPTS}") == [(real.number, "void")]


def test_bills_of_a_cancelled_receipt_are_open_whichever_came_first(office: Office) -> None:
    who = person(office, "piyada")
    paying, billing = office.bills.paying(who), office.bills.billing(who)
    made = [billing.make(BillDraft(NAME, (charge(),), TODAY + timedelta(days=30 - n))) for n in range(2)]
    receipt = paying.pay_many([bill.id for bill in made])
    cancel(office, receipt.id, "ชื่อผิด")
    owed = office.bills.owed_again(receipt.id)
    assert owed is not None
    assert owed.id == made[1].id, "the one due first"
    assert paying.pay_many([bill.id for bill in made]).total_satang == receipt.total_satang
    found = office.bills.queries.bill(made[0].id)
    assert found is not None
    assert found.state is BillState.PAID
    assert office.bills.owed_again(receipt.id) is None
