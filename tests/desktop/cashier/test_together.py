"""Several bills with one receipt: all paid or none, one name or the payer's, and all open again when it is void."""

from dataclasses import replace

import pytest
from msgspec import convert, to_builtins

from desktop.application import Office
from desktop.cashier import bill_mutations as verbs
from desktop.cashier.bill_model import Bill, BillState
from desktop.cashier.bill_rules import CHARGED_HERE, SERIES, reference_of
from desktop.cashier.model import Receipt
from desktop.cashier.together import Together
from desktop.office.errors import OfficeError
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork
from tests.desktop.cashier.test_billing import count, desk, draft, held, make, office
from tests.helpers.desk import person
from tests.helpers.voiding import cancel

__all__ = ["desk", "office"]
PAYER = ("นางคำแปง ใจคำ", "91/1 หมู่ 2")


def pay(office: Office, *bills: Bill, tendered: int | None = None) -> Receipt:
    return Together(office.desk, person(office, "piyada")).pay([bill.id for bill in bills], PAYER, tendered)


def test_two_bills_are_paid_by_one_receipt_with_all_their_lines(office: Office) -> None:
    one, other = make(office), make(office, months=2)
    receipt = pay(office, one, other, tendered=2000_00)
    assert receipt.total_satang == one.total_satang + other.total_satang
    assert [line.description for line in receipt.lines] == [line.description for line in (*one.lines, *other.lines)]
    assert (receipt.payer_name, receipt.change_satang) == (one.payer_name, 2000_00 - receipt.total_satang)
    for bill in (one, other):
        assert (held(office, bill).state, held(office, bill).receipt_id) == (BillState.PAID, receipt.id)


def test_bills_in_two_names_are_paid_in_the_name_of_who_stands_there(office: Office) -> None:
    receipt = pay(office, make(office), make(office, payer="นายอื่น ผู้อื่น"))
    assert (receipt.payer_name, receipt.payer_address) == PAYER


def test_what_is_charged_on_the_spot_is_a_bill_of_that_person(office: Office) -> None:
    also = replace(draft(), person_id=b"p" * 16, house_id=b"h" * 16)
    receipt = Together(office.desk, person(office, "piyada")).pay((), PAYER, 1000_00, also)
    [bill] = office.bills.queries.of(person_id=b"p" * 16)
    assert (bill.state, bill.receipt_id, receipt.total_satang) == (BillState.PAID, receipt.id, bill.total_satang)


def test_nothing_is_written_when_one_of_them_can_not_be_paid(office: Office, desk: Desk) -> None:
    one, paid = make(office), make(office)
    pay(office, paid)
    for bills, tendered, code in (
        ([one, paid], None, "cashier.bill_paid"),
        ([one], 1, "cashier.tendered_short"),
        ([], None, "cashier.nothing_to_pay"),
    ):
        with pytest.raises(OfficeError) as refused:
            pay(office, *bills, tendered=tendered)
        assert refused.value.code == code
    assert (held(office, one).state, count(desk, "receipt")) == (BillState.OPEN, 1)


def test_a_bill_that_is_named_twice_is_paid_once(office: Office) -> None:
    one = make(office)
    assert pay(office, one, one).total_satang == one.total_satang


def test_a_void_receipt_opens_all_of_its_bills(office: Office) -> None:
    one, other = make(office), make(office)
    receipt = pay(office, one, other)
    cancel(office, receipt.id, "พิมพ์ผิด")
    assert {held(office, bill).state for bill in (one, other)} == {BillState.OPEN}


def test_what_was_charged_on_the_spot_is_owed_no_more_when_its_receipt_is_void(office: Office) -> None:
    one = make(office)
    also = replace(draft(), person_id=b"p" * 16)
    together = Together(office.desk, person(office, "piyada"))
    receipt = together.pay((one.id,), PAYER, None, also)
    cancel(office, receipt.id, "พิมพ์จำนวนผิด")
    [charged] = office.bills.queries.of(person_id=b"p" * 16)
    assert (charged.state, held(office, one).state) == (BillState.CANCELLED, BillState.OPEN)


def test_a_bill_that_only_bears_the_same_note_stays_owed(office: Office) -> None:
    bill = office.bills.billing(person(office, "piyada")).make(replace(draft(), note=CHARGED_HERE))
    receipt = pay(office, bill)
    cancel(office, receipt.id, "พิมพ์จำนวนผิด")
    assert held(office, bill).state is BillState.OPEN


@pytest.mark.parametrize(("note", "on_the_spot"), [(CHARGED_HERE, 1), ("งวดเดือนนี้", 0), (None, 0)])
def test_an_act_of_a_desk_without_the_field_is_read_by_its_note(
    office: Office, desk: Desk, note: str | None, on_the_spot: int
) -> None:
    """As such desks wrote it: the body has no such field."""

    def act(unit: UnitOfWork) -> None:
        taken = unit.take_number(SERIES, 2570)
        words = (b"b" * 16, taken, "C1", reference_of(2570, taken.n), "2026-12-01", "นายบุญมี", 0, "ศูนย์บาท", "ก", "ข", ())
        said = to_builtins(verbs.MakeBill(*words, note=note), builtin_types=(bytes,))
        del said["on_the_spot"]
        unit.perform(verbs.MAKE, convert(said, verbs.MakeBill), person(office, "piyada").id)

    desk.write(act)
    assert desk.reader.rows("SELECT on_the_spot FROM bill") == [(on_the_spot,)]
