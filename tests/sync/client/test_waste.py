"""Waste-fee accounts and their bills between two counters without a line: one account a house, one bill a month."""

from datetime import date, timedelta

import pytest

from desktop.accounts.mutations import DefineStaff
from desktop.accounts.queries import AccountQueries
from desktop.cashier.bill_model import BillState, MonthBill
from desktop.cashier.bill_queries import BillQueries
from desktop.cashier.bill_rules import reference_of
from desktop.cashier.billing import Billing
from desktop.cashier.paying import Paying
from desktop.registers.model import Fate
from desktop.registers.queries import RegisterQueries
from desktop.tray.queries import TrayQueries
from desktop.waste.desk import Waste
from desktop.waste.model import NewAccount, Payer, Place, Rate, Standing
from desktop.waste.rules import BY_VOLUME, FLAT
from sync.server.database import snapshot
from sync.server.proving import first_contradiction, registers
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.town import CITIZENS, Town, TownDesk, identity

FINANCE = ("finance/normal", CITIZENS)
MONTH, DUE = "2026-11", date(2026, 11, 30)


@pytest.fixture
def one(town: Town) -> TownDesk:
    words = ("piyada", "นางสาวปิยะดา", "Piyada", "เจ้าพนักงานการเงิน", "Cashier")
    town.admin.define_staff(town.office_id, DefineStaff(identity("piyada"), *words, identity("FIN"), "cashier"))
    return town.desk("C1", (), FINANCE)


@pytest.fixture
def other(town: Town, one: TownDesk) -> TownDesk:
    return town.desk("C2", (), FINANCE)


def waste(desk: TownDesk) -> Waste:
    return Waste(desk.desk, AccountQueries(desk.desk.reader))


def new(house_no: str, **changed: object) -> NewAccount:
    place = Place(house_no, "2", tambon="แม่เหียะ", amphoe="เมืองเชียงใหม่", province="เชียงใหม่")
    values: dict[str, object] = {"payer": Payer("นายบุญมี ใจคำ"), "rate": Rate(FLAT), "from_month": "2026-10"}
    return NewAccount(place, **values | changed)  # type: ignore[arg-type]


def enter(desk: TownDesk, *accounts: NewAccount) -> None:
    waste(desk).acts(desk.person("piyada")).enter(accounts, "ครัวเรือน.csv")


def bill_all(desk: TownDesk, *months: str) -> int:
    return waste(desk).rounds.run(desk.person("piyada"), months or (MONTH,), DUE).made


def bills(desk: TownDesk) -> list[MonthBill]:
    queries = waste(desk).queries
    return [bill for one in queries.accounts(MONTH) for bill in waste(desk).months.of_account(one.id)]


def paying(desk: TownDesk) -> Paying:
    return Paying(desk.desk, desk.person("piyada"))


def rounds(*desks: TownDesk) -> None:
    for desk in (*desks, *desks):
        desk.round.run()


def codes(desk: TownDesk) -> list[str]:
    return [item.code for item in TrayQueries(desk.desk.reader).tray(desk.person("piyada")).open]


def proven(town: Town) -> bool:
    with snapshot(town.engine) as connection:
        found = registers(connection, town.office_id)
        return all(first_contradiction(connection, town.office_id, *one) is None for one in found)


def count(town: Town, table: str) -> int:
    return town.count(f"SELECT count(*) FROM {table} WHERE office_id = :o", o=town.office_id)


def test_one_file_entered_at_two_desks_makes_each_account_once(town: Town, one: TownDesk, other: TownDesk) -> None:
    houses = [new(f"{number}") for number in range(1, 31)]
    enter(one, *houses)
    enter(other, *houses[10:], new("99"))
    rounds(one, other)
    assert (count(town, "waste_account"), count(town, "waste_term"), count(town, "house")) == (31, 93, 31)
    for desk in (one, other):
        desk_equals_centre(town, desk)
        assert codes(desk) == []


def test_one_house_entered_in_two_ways_keeps_the_first_and_is_told(town: Town, one: TownDesk, other: TownDesk) -> None:
    enter(one, new("1"))
    enter(other, new("1", payer=Payer("นางคำแปง แสนสุข")))
    rounds(one, other)
    assert (codes(one), codes(other)) == ([], ["waste.opened_twice"])
    for desk in (one, other):
        desk_equals_centre(town, desk)
        (held,) = waste(desk).queries.accounts(MONTH)
        assert held.payer.name == "นายบุญมี ใจคำ"


def test_a_month_billed_at_two_desks_without_a_line_has_one_bill(town: Town, one: TownDesk, other: TownDesk) -> None:
    enter(one, *(new(f"{number}") for number in range(1, 6)))
    rounds(one, other)
    assert (bill_all(one), bill_all(other)) == (5, 5)
    second = {bill.account_id: bill.reference for bill in bills(other)}
    rounds(one, other)
    assert (count(town, "bill"), count(town, "bill_period"), count(town, "bill_again")) == (5, 5, 5)
    assert bill_all(one) == bill_all(other) == 0
    for desk in (one, other):
        desk_equals_centre(town, desk)
        assert codes(desk) == []
        found = BillQueries(desk.desk.reader)
        for bill in bills(desk):
            assert bill.reference != second[bill.account_id]
            led = found.by_reference(second[bill.account_id])
            assert led is not None
            assert led.id == bill.bill_id, "also the second paper leads to the one bill"
            assert len(led.lines) == 1
    assert proven(town)


def test_every_number_of_a_double_round_is_explained_in_the_control_register(
    town: Town, one: TownDesk, other: TownDesk
) -> None:
    enter(one, *(new(f"{number}") for number in range(1, 4)))
    rounds(one, other)
    bill_all(one)
    bill_all(other)
    rounds(one, other)
    account = RegisterQueries(one.desk.reader).account_of("bills", 2570)
    fates = {n: run.fate for run in account.runs for n in range(run.lo, run.hi + 1)}
    assert [fates[n] for n in (1, 2, 3)] == [Fate.ISSUED] * 3
    assert [fates[n] for n in (201, 202, 203)] == [Fate.VOID] * 3
    assert proven(town)


def test_both_papers_of_a_month_pay_the_one_bill(town: Town, one: TownDesk, other: TownDesk) -> None:
    enter(one, new("1"))
    rounds(one, other)
    bill_all(one)
    bill_all(other)
    (bill,) = bills(other)
    receipt = paying(other).pay(bill.bill_id)
    rounds(one, other)
    (held,) = bills(one)
    assert (held.state, held.reference) == (BillState.PAID, reference_of(2570, 1))
    found = BillQueries(one.desk.reader).bill(held.bill_id)
    assert found is not None
    assert found.receipt_id == receipt.id
    assert codes(one) == codes(other) == []
    desk_equals_centre(town, other)


def test_two_counters_that_take_money_for_one_month_are_told(town: Town, one: TownDesk, other: TownDesk) -> None:
    enter(one, new("1"))
    rounds(one, other)
    bill_all(one, "2026-10", MONTH)
    rounds(one, other)
    ids = [bill.bill_id for bill in bills(one)]
    paying(one).pay_many(ids)
    paying(other).pay(ids[1])
    rounds(one, other)
    assert codes(one) == []
    assert codes(other) == ["cashier.bill_paid_twice"]
    assert {bill.state for bill in bills(one)} == {BillState.PAID}
    for desk in (one, other):
        desk_equals_centre(town, desk)


def test_two_desks_with_different_rates_keep_the_first_bill_and_say_so(one: TownDesk, other: TownDesk) -> None:
    enter(one, new("1"))
    rounds(one, other)
    account = waste(one).queries.accounts(MONTH)[0].id
    waste(other).acts(other.person("piyada")).change_rate(account, MONTH, Rate(BY_VOLUME, 40))
    bill_all(one)
    bill_all(other)
    rounds(one, other)
    assert [bill.total_satang for bill in bills(other)] == [60_00]
    assert codes(other) == ["cashier.month_billed_twice"]


def test_a_month_billed_again_while_its_bill_was_paid_elsewhere_keeps_the_paid_one(
    town: Town, one: TownDesk, other: TownDesk
) -> None:
    enter(one, new("1"))
    bill_all(one)
    rounds(one, other)
    (bill,) = bills(one)
    paying(other).pay(bill.bill_id)
    Billing(one.desk, one.person("piyada")).cancel(bill.bill_id, "อัตราผิด")
    assert bill_all(one) == 1
    rounds(other, one)
    assert [held.state for held in bills(one)] == [BillState.PAID, BillState.CANCELLED]
    assert sorted(codes(one)) == ["cashier.bill_has_payment", "cashier.month_billed_twice"]
    for desk in (one, other):
        desk_equals_centre(town, desk)
    assert proven(town)


def test_one_account_changed_at_two_desks_is_the_same_everywhere_and_told(
    town: Town, one: TownDesk, other: TownDesk
) -> None:
    enter(one, new("1"))
    rounds(one, other)
    account = waste(one).queries.accounts(MONTH)[0].id
    waste(one).acts(one.person("piyada")).change_standing(account, MONTH, Standing.STOPPED, "บ้านว่าง")
    town.clock.advance(timedelta(minutes=1))  # type: ignore[attr-defined]
    waste(other).acts(other.person("piyada")).change_standing(account, MONTH, Standing.EXEMPT, "ผู้พิการ")
    rounds(one, other)
    assert (codes(one), codes(other)) == ([], ["waste.changed_meanwhile"])
    for desk in (one, other):
        held = waste(desk).queries.account(account, MONTH)
        assert held is not None
        assert (held.standing, held.reason) == (Standing.EXEMPT, "ผู้พิการ")
        desk_equals_centre(town, desk)


def test_a_counter_without_the_cash_office_keeps_the_bill_that_it_made_again(town: Town, one: TownDesk) -> None:
    alone = town.desk("C3", (), (CITIZENS,))
    enter(one, new("1"))
    rounds(one, alone)
    bill_all(one)
    bill_all(alone)
    rounds(one, alone)
    (bill,) = bills(alone)
    assert bill.state is BillState.OPEN
    receipt = paying(alone).pay(bill.bill_id)
    rounds(alone, one)
    assert [held.state for held in bills(one)] == [BillState.PAID]
    assert receipt.total_satang == 60_00
    desk_equals_centre(town, alone)


def test_a_desk_that_means_to_bill_a_town_gets_numbers_enough(town: Town, one: TownDesk) -> None:
    meant = waste(one).rounds
    assert meant.numbers_left == 200
    meant.ask_numbers(13_636)
    one.round.run()
    assert meant.numbers_left >= 13_636
    last = town.count("SELECT max(hi) FROM number_book WHERE office_id = :o AND series = 'bills'", o=town.office_id)
    assert last == 13_700, "books follow each other without a gap"
    town.clock.advance(timedelta(days=1))  # type: ignore[attr-defined]
    one.round.run()
    assert meant.numbers_left == 13_700, "what was meant yesterday asks for nothing today"
    other = town.desk("C2", (), FINANCE)
    assert waste(other).rounds.numbers_left == 200, "what one desk means to bill gives no other desk books"


def test_a_file_that_was_billed_elsewhere_meanwhile_is_not_taken_back(
    town: Town, one: TownDesk, other: TownDesk
) -> None:
    """Nothing is lost on either side: the centre refuses, and both desks have all accounts again."""
    act = waste(one).acts(one.person("piyada"))
    made = act.new_import()
    act.enter([new("91/1"), new("92/1")], "ครัวเรือน.csv", made)
    rounds(one, other)
    assert bill_all(other, MONTH) == 2
    act.take_back(made, "ผิดแฟ้ม")
    assert waste(one).queries.count() == 0
    rounds(other, one)
    assert [item.code for item in TrayQueries(one.desk.reader).tray(one.person("piyada")).open] == [
        "waste.import_billed"
    ]
    for desk in (one, other):
        assert waste(desk).queries.count() == 2
        desk_equals_centre(town, desk)


def test_a_file_taken_back_is_gone_at_every_counter_and_may_come_again(
    town: Town, one: TownDesk, other: TownDesk
) -> None:
    act = waste(one).acts(one.person("piyada"))
    made = act.new_import()
    act.enter([new("91/1"), new("92/1")], "ครัวเรือน.csv", made)
    rounds(one, other)
    act.take_back(made, "ผิดแฟ้ม")
    rounds(one, other)
    assert waste(other).queries.count() == 0
    again = waste(other).acts(other.person("piyada"))
    again.enter([new("91/1", payer=Payer("นางใหม่"))], "แก้แล้ว.csv", again.new_import())
    rounds(other, one)
    for desk in (one, other):
        assert [account.payer.name for account in waste(desk).queries.accounts(MONTH)] == ["นางใหม่"]
        desk_equals_centre(town, desk)
