"""Bills on a real encrypted store: number, reference, state by facts; and money for them in one transaction."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.cashier.bill_model import Bill, BillDraft, BillState, BillView
from desktop.cashier.bill_rules import is_reference, reference_in, reference_of
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Cheque, Method
from desktop.cashier.thai_qr import Slip
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.office.keyboard import as_thai
from desktop.store.desk import Desk
from tests.helpers.desk import MORNING, make_desk, make_office, person
from tests.helpers.voiding import cancel

TODAY = date(2026, 11, 11)
SIGN = (("kind", 3), ("width", 200), ("height", 100), ("quarter", 2))
SLIP = Slip("006", "0000000000DEMO")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = make_desk(tmp_path / "desk", clock=ManualClock(MORNING), bills_left=20)
    yield desk
    desk.close()


@pytest.fixture
def office(desk: Desk) -> Office:
    return make_office(desk)


def draft(payer: str = "นายบุญมี ใจคำ", months: int = 3, due: date = date(2026, 12, 11)) -> BillDraft:
    by_code = {fee.code: fee for fee in catalogue()}
    charges = (Charge(by_code["WASTE_MONTHLY"], months), Charge(by_code["SIGN_TAX"], 1, answers=SIGN))
    return BillDraft(payer, charges, due, "12/3 หมู่ 5")


def make(office: Office, **changed: object) -> Bill:
    return office.bills.billing(person(office, "piyada")).make(draft(**changed))  # type: ignore[arg-type]


def held(office: Office, bill: Bill) -> Bill:
    found = office.bills.queries.bill(bill.id)
    assert found is not None
    return found


def count(desk: Desk, table: str) -> int:
    row = desk.reader.one(f"SELECT count(*) FROM {table}")
    return int(row[0]) if row else 0


def test_a_bill_bears_number_reference_lines_and_their_calculation(office: Office) -> None:
    bill = make(office)
    assert (bill.fiscal_year_be, bill.book_no, bill.number, bill.total_satang) == (2570, 1, 1, 960_00)
    assert bill.reference == reference_of(2570, 1)
    assert is_reference(bill.reference)
    assert [line.amount_satang for line in bill.lines] == [180_00, 780_00]
    assert "40 × 26.00 = 1,040.00" in bill.lines[1].calculation
    assert (bill.state, bill.baht_text) == (BillState.OPEN, "เก้าร้อยหกสิบบาทถ้วน")


def test_a_reference_proves_itself_however_it_comes_in() -> None:
    reference = reference_of(2570, 451)
    assert reference_in(f" {reference[:2]} {reference[2:]} ") == reference
    assert reference_in(as_thai(reference)) == reference
    wrong = reference[:-1] + str((int(reference[-1]) + 1) % 10)
    assert reference_in(wrong) is None
    swapped = reference[:7] + reference[8] + reference[7] + reference[9:]
    assert reference_in(swapped) is None
    assert len({reference_of(2570, n) for n in range(1, 3000)}) == 2999


def test_cash_closes_the_bill_and_its_receipt_bears_the_same_lines(office: Office, desk: Desk) -> None:
    bill = make(office)
    receipt = office.bills.paying(person(office, "piyada")).pay(bill.id, 1_000_00)
    assert (receipt.number, receipt.total_satang, receipt.change_satang) == (451, 960_00, 40_00)
    assert [line.description for line in receipt.lines] == [line.description for line in bill.lines]
    paid = held(office, bill)
    assert (paid.state, paid.receipt_id) == (BillState.PAID, receipt.id)
    with pytest.raises(OfficeError, match="cashier.bill_paid"):
        office.bills.paying(person(office, "piyada")).pay(bill.id, 1_000_00)
    assert count(desk, "receipt") == 1


def test_a_voided_receipt_opens_the_bill_again(office: Office) -> None:
    bill, who = make(office), person(office, "piyada")
    receipt = office.bills.paying(who).pay(bill.id)
    cancel(office, receipt.id, "คืนเงิน")
    assert held(office, bill).state is BillState.OPEN
    assert office.bills.paying(who).pay(bill.id).number == 452
    assert held(office, bill).state is BillState.PAID


def test_a_cheque_is_described_and_may_make_its_bill_at_once(office: Office, desk: Desk) -> None:
    cheque = Cheque("0123456", "ธ.กรุงไทย", TODAY)
    receipt = office.bills.paying(person(office, "piyada")).pay_new(draft(), cheque)
    assert receipt.method is Method.CHEQUE
    assert desk.reader.rows("SELECT cheque_number, cheque_bank, cheque_day FROM bill_payment") == [
        ("0123456", "ธ.กรุงไทย", "2026-11-11")
    ]
    for wrong, code in (
        (replace(cheque, number=" "), "cheque_incomplete"),
        (replace(cheque, day=None), "cheque_incomplete"),
        (replace(cheque, day=TODAY + timedelta(days=1)), "cheque_day_wrong"),
        (replace(cheque, day=TODAY - timedelta(days=200)), "cheque_day_wrong"),
    ):
        with pytest.raises(OfficeError, match=code):
            office.bills.paying(person(office, "piyada")).pay_new(draft(), wrong)
    assert count(desk, "bill") == 1


def test_no_receipt_before_a_transfer_is_certain(office: Office, desk: Desk) -> None:
    bill, paying = make(office), office.bills.paying(person(office, "piyada"))
    payment = paying.hold(bill.id, SLIP)
    assert payment.is_waiting
    assert held(office, bill).state is BillState.WAITING
    assert count(desk, "receipt") == 0
    with pytest.raises(OfficeError, match="cashier.bill_waits"):
        paying.pay(bill.id)
    with pytest.raises(OfficeError, match="cashier.words_missing"):
        paying.confirm(payment.id, " ")
    with pytest.raises(OfficeError, match="cashier.may_not_confirm"):
        office.bills.paying(person(office, "kanda")).confirm(payment.id, "เห็นในแอป")
    receipt = paying.confirm(payment.id, "แอปธนาคาร 09.30 น.")
    assert (receipt.method, receipt.total_satang) == (Method.TRANSFER, 960_00)
    assert held(office, bill).state is BillState.PAID
    with pytest.raises(OfficeError, match="cashier.payment_settled"):
        paying.confirm(payment.id, "อีกครั้ง")
    assert count(desk, "receipt") == 1


def test_a_transfer_that_does_not_come_is_withdrawn_or_paid_in_cash(office: Office) -> None:
    bill, paying = make(office), office.bills.paying(person(office, "piyada"))
    first = paying.hold(bill.id)
    paying.withdraw(first.id, "ผู้ชำระเปลี่ยนใจ")
    assert held(office, bill).state is BillState.OPEN
    second = paying.hold(bill.id)
    receipt = paying.pay(bill.id, 1_000_00, instead_of=second.id)
    assert receipt.method is Method.CASH
    assert [one.outcome for one in office.bills.queries.payments(bill.id)] == ["withdrawn", "withdrawn", ""]
    with pytest.raises(OfficeError, match="cashier.payment_settled"):
        paying.confirm(second.id, "เงินเข้า")


def test_a_slip_is_taken_once(office: Office) -> None:
    one, other = make(office), make(office, payer="นางคำแปง แสนสุข")
    paying = office.bills.paying(person(office, "piyada"))
    payment = paying.hold(one.id, SLIP)
    with pytest.raises(OfficeError, match="cashier.slip_used") as refused:
        paying.hold(other.id, SLIP)
    assert refused.value.subject == {"bill": one.reference}
    paying.withdraw(payment.id, "สแกนผิดใบ")
    assert paying.hold(other.id, SLIP).is_waiting


def test_a_bill_is_cancelled_only_while_no_money_came(office: Office) -> None:
    billing, paying = office.bills.billing(person(office, "piyada")), office.bills.paying(person(office, "piyada"))
    bill = make(office)
    payment = paying.hold(bill.id)
    with pytest.raises(OfficeError, match="cashier.bill_has_payment"):
        billing.cancel(bill.id, "ทำซ้ำ")
    paying.withdraw(payment.id, "ไม่โอน")
    with pytest.raises(OfficeError, match="cashier.reason_missing"):
        billing.cancel(bill.id, "  ")
    assert billing.cancel(bill.id, "ทำซ้ำ").state is BillState.CANCELLED
    with pytest.raises(OfficeError, match="cashier.bill_was_cancelled"):
        paying.pay(bill.id)


def test_what_can_be_no_bill_takes_no_number(office: Office, desk: Desk) -> None:
    billing = office.bills.billing(person(office, "piyada"))
    for wrong, field in (
        (draft(payer=" "), "payer_name"),
        (replace(draft(), charges=()), "charges"),
        (draft(due=date(2026, 11, 10)), "due_on"),
        (draft(due=date(2029, 1, 1)), "due_on"),
    ):
        with pytest.raises(OfficeError) as refused:
            billing.make(wrong)
        assert refused.value.subject["fields"] == [field]
    assert count(desk, "bill") == 0
    assert make(office).number == 1


def test_many_are_made_together_or_not_at_all(office: Office, desk: Desk) -> None:
    billing = office.bills.billing(person(office, "piyada"))
    with pytest.raises(OfficeError, match="numbers.none_left"):
        billing.make_many(tuple(draft(f"บ้านเลขที่ {n}") for n in range(21)))
    assert count(desk, "bill") == 0
    ids = billing.make_many(tuple(draft(f"บ้านเลขที่ {n}") for n in range(20)))
    assert [row[0] for row in desk.reader.rows("SELECT number FROM bill ORDER BY number")] == list(range(1, 21))
    assert len(set(ids)) == 20


def test_a_fault_in_the_middle_leaves_neither_receipt_nor_payment(office: Office, desk: Desk) -> None:
    bill = make(office)
    desk.settle("UPDATE lease SET next = hi + 1 WHERE series = 'receipts'", ())
    payment = office.bills.paying(person(office, "piyada")).hold(bill.id)
    with pytest.raises(OfficeError, match="numbers.none_left"):
        office.bills.paying(person(office, "piyada")).confirm(payment.id, "เงินเข้าแล้ว")
    assert (count(desk, "receipt"), count(desk, "payment_word"), count(desk, "payment_receipt")) == (0, 0, 0)
    assert held(office, bill).state is BillState.WAITING


def test_lists_by_state_and_by_words(office: Office) -> None:
    paying = office.bills.paying(person(office, "piyada"))
    paid, waiting, open_, late = (make(office, payer=name) for name in ("นายหนึ่ง", "นายสอง", "นายสาม", "นายสี่"))
    paying.pay(paid.id)
    paying.hold(waiting.id)
    today = date(2026, 12, 25)

    def names(view: BillView, words: str = "") -> list[str]:
        return [bill.payer_name for bill in office.bills.queries.listing(view, words, today)[0]]

    assert names(BillView.PAID) == ["นายหนึ่ง"]
    assert names(BillView.WAITING) == ["นายสอง"]
    assert names(BillView.OPEN) == names(BillView.OVERDUE) == ["นายสาม", "นายสี่"]
    assert names(BillView.ALL, "สี่") == ["นายสี่"]
    assert names(BillView.OPEN, open_.reference) == ["นายสาม"]
    assert names(BillView.PAID, as_thai(late.reference)) == ["นายสี่"], "a scanned bill is found in every list"
    sums = office.bills.queries.listing(BillView.OPEN, "", today)[1]
    assert (sums.count, sums.satang) == (2, 2 * 960_00)
