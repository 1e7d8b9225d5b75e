"""Bills between two counters and the centre: no money is lost, none is counted twice, and what is odd is told."""

from datetime import timedelta

import pytest

from desktop.accounts.mutations import DefineStaff
from desktop.cashier.bill_model import Bill, BillDraft, BillState
from desktop.cashier.bill_mutations import UseBiller
from desktop.cashier.bill_queries import BillQueries
from desktop.cashier.billing import Billing
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge
from desktop.cashier.paying import Paying
from desktop.cashier.thai_qr import Slip
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.tray.model import Way
from desktop.tray.queries import TrayQueries
from sync.server.acts import centre_act
from sync.server.database import snapshot
from sync.server.proving import first_contradiction, registers
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.town import Town, TownDesk, identity

FINANCE = ("finance/normal",)
SLIP = Slip("006", "0000000000DEMO")


@pytest.fixture
def one(town: Town) -> TownDesk:
    words = ("piyada", "นางสาวปิยะดา", "Piyada", "เจ้าพนักงานการเงิน", "Cashier")
    town.admin.define_staff(town.office_id, DefineStaff(identity("piyada"), *words, identity("FIN"), "cashier"))
    return town.desk("C1", (), FINANCE)


@pytest.fixture
def other(town: Town, one: TownDesk) -> TownDesk:
    return town.desk("C2", (), FINANCE)


def make(desk: TownDesk, payer: str = "นายบุญมี ใจคำ") -> Bill:
    due = local_date(desk.clock.now()) + timedelta(days=30)
    return Billing(desk.desk, desk.person("piyada")).make(BillDraft(payer, (Charge(catalogue()[0], 3),), due))


def paying(desk: TownDesk) -> Paying:
    return Paying(desk.desk, desk.person("piyada"))


def bill(desk: TownDesk, made: Bill) -> Bill:
    found = BillQueries(desk.desk.reader).bill(made.id)
    assert found is not None
    return found


def rounds(*desks: TownDesk) -> None:
    for desk in (*desks, *desks):
        desk.round.run()


def codes(desk: TownDesk) -> list[str]:
    return [item.code for item in TrayQueries(desk.desk.reader).tray(desk.person("piyada")).open]


def proven(town: Town) -> bool:
    with snapshot(town.engine) as connection:
        found = registers(connection, town.office_id)
        return all(first_contradiction(connection, town.office_id, *one) is None for one in found)


def test_a_bill_of_one_counter_is_paid_at_the_other(town: Town, one: TownDesk, other: TownDesk) -> None:
    made = make(one)
    rounds(one, other)
    receipt = paying(other).pay(bill(other, made).id)
    rounds(other, one)
    assert bill(one, made).state is BillState.PAID
    assert bill(one, made).receipt_id == receipt.id
    for desk in (one, other):
        desk_equals_centre(town, desk)
        assert codes(desk) == []
    assert proven(town)


def test_books_of_bills_never_meet(one: TownDesk, other: TownDesk) -> None:
    assert (make(one).number, make(other).number, make(one).number) == (1, 201, 2)


def test_two_payments_of_one_bill_are_both_kept_and_put_before_a_person(
    town: Town, one: TownDesk, other: TownDesk
) -> None:
    made = make(one)
    rounds(one, other)
    first, second = paying(one).pay(made.id), paying(other).pay(made.id)
    rounds(one, other)
    assert codes(one) == []
    assert codes(other) == ["cashier.bill_paid_twice"]
    (item,) = TrayQueries(other.desk.reader).tray(other.person("piyada")).open
    assert item.paper is not None
    assert (item.paper.entity, item.paper.id) == ("receipt", second.id)
    assert Way.EDIT in item.ways, "the receipt is opened from the item, to be cancelled or kept"
    assert town.count("SELECT sum(total_satang) FROM receipt WHERE office_id = :o", o=town.office_id) == 2 * 180_00
    assert bill(one, made).state is BillState.PAID
    other.cashier().void(second.id, "คืนเงินที่ชำระซ้ำ")
    rounds(other, one)
    assert bill(one, made).receipt_id == bill(other, made).receipt_id == first.id
    for desk in (one, other):
        desk_equals_centre(town, desk)


def test_one_slip_shown_at_two_counters_is_told(one: TownDesk, other: TownDesk) -> None:
    here, there = make(one), make(other, "นางคำแปง แสนสุข")
    paying(one).hold(here.id, SLIP)
    paying(other).hold(there.id, SLIP)
    rounds(one, other)
    assert (codes(one), codes(other)) == ([], ["cashier.slip_used_twice"])


def test_a_bill_that_was_paid_meanwhile_is_not_cancelled(town: Town, one: TownDesk, other: TownDesk) -> None:
    made = make(one)
    rounds(one, other)
    paying(other).pay(made.id)
    Billing(one.desk, one.person("piyada")).cancel(made.id, "ทำซ้ำ")
    assert bill(one, made).state is BillState.CANCELLED
    rounds(other, one)
    assert codes(one) == ["cashier.bill_has_payment"]
    assert bill(one, made).state is BillState.PAID
    desk_equals_centre(town, one)


def test_a_cancelled_bill_that_was_paid_meanwhile_is_told(one: TownDesk, other: TownDesk) -> None:
    made = make(one)
    rounds(one, other)
    paying(other).pay(made.id)
    Billing(one.desk, one.person("piyada")).cancel(made.id, "ทำซ้ำ")
    rounds(one, other)
    assert (codes(one), codes(other)) == ([], ["cashier.paid_though_cancelled"])


def test_one_counter_confirms_what_the_other_withdrew(one: TownDesk, other: TownDesk) -> None:
    made = make(one)
    payment = paying(one).hold(made.id, SLIP)
    rounds(one, other)
    paying(one).withdraw(payment.id, "ไม่เห็นเงินเข้า")
    receipt = paying(other).confirm(payment.id, "แอปธนาคาร 13.30 น.")
    rounds(one, other)
    assert codes(other) == ["cashier.payment_words_differ"]
    rounds(one)
    assert bill(one, made).receipt_id == receipt.id


def test_the_centre_says_into_whose_account_bills_are_paid(town: Town, one: TownDesk) -> None:
    today = local_date(one.clock.now())
    assert BillQueries(one.desk.reader).biller(today) is None
    body = UseBiller(identity("biller"), "2026-01-01", "099999999999100", "MAE HIA DEMO", "ธ.กรุงไทย")
    centre_act(town.engine, town.office_id, "cashier.use_biller", body, town.clock)
    rounds(one)
    biller = BillQueries(one.desk.reader).biller(today)
    assert biller is not None
    assert biller.id == "099999999999100"


def test_a_used_up_book_is_told_and_takes_nothing(one: TownDesk) -> None:
    one.desk.settle("UPDATE lease SET next = hi + 1 WHERE series = 'bills'", ())
    with pytest.raises(OfficeError, match="numbers.none_left"):
        make(one)
    assert one.desk.reader.one("SELECT count(*) FROM bill") == (0,)
