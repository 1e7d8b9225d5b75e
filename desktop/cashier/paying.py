"""Money for bills. No receipt is issued before the money is certain: a transfer waits until somebody saw it come."""

from collections.abc import Sequence
from typing import Any

from desktop.accounts.model import Person
from desktop.cashier import bill_mutations as verbs
from desktop.cashier.bill_model import Bill, BillDraft, BillPayment, BillState
from desktop.cashier.bill_queries import BillQueries, Within
from desktop.cashier.bill_rules import MAY_CONFIRM
from desktop.cashier.billing import check, write_bill
from desktop.cashier.fees import check_in_force
from desktop.cashier.issuing import issue, of_bill, of_bills
from desktop.cashier.model import Cheque, Method, Receipt
from desktop.cashier.queries import CashierQueries
from desktop.cashier.rules import cheque_problems
from desktop.cashier.thai_qr import Slip
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

PERSON, STATEMENT = "person", "statement"
INSTEAD = "ชำระด้วยวิธีอื่นแทน"


class Paying:
    """`who` takes the money, and answers for what they say of it."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who
        self._bills = BillQueries(desk.reader)

    def pay(
        self,
        bill_id: Id,
        tendered_satang: int | None = None,
        cheque: Cheque | None = None,
        instead_of: Id | None = None,
    ) -> Receipt:
        """Takes cash, or a cheque, and issues the receipt: both in one transaction.

        `instead_of`: a transfer that was waited for and is withdrawn by this.

        OfficeError `cashier.bill_gone`, `cashier.bill_paid`, `cashier.bill_was_cancelled`, `cashier.tendered_short`,
        `cashier.cheque_incomplete`, `cashier.cheque_day_wrong`, `numbers.none_left`, `numbers.year_doubtful`.
        """
        self._check(cheque)

        def act(unit: UnitOfWork) -> Id:
            if instead_of is not None:
                _waiting(BillQueries(Within(unit)), instead_of)
                self._say(unit, instead_of, verbs.WITHDRAWN, PERSON, INSTEAD)
            return self._pay(unit, bill_id, tendered_satang, cheque)

        return self._receipt(self._desk.write(act))

    def pay_many(
        self, bill_ids: Sequence[Id], tendered_satang: int | None = None, cheque: Cheque | None = None
    ) -> Receipt:
        """Takes money for several bills at once, with one receipt that has all their lines; all of them or none.

        OfficeError as `pay`.
        """
        self._check(cheque)

        def act(unit: UnitOfWork) -> Id:
            return self._pay_all(unit, tuple(dict.fromkeys(bill_ids)), tendered_satang, cheque)

        return self._receipt(self._desk.write(act))

    def pay_new(self, draft: BillDraft, cheque: Cheque) -> Receipt:
        """Makes the bill and takes a cheque for it at once. OfficeError as `pay` and `Billing.make`."""
        check(draft, self._desk)
        check_in_force(draft.charges, local_date(self._desk.now()))
        self._check(cheque)

        def act(unit: UnitOfWork) -> Id:
            return self._pay(unit, write_bill(unit, draft, self._desk, self._who), None, cheque)

        return self._receipt(self._desk.write(act))

    def hold(self, bill_id: Id, slip: Slip | None = None) -> BillPayment:
        """Notes that a transfer is said to be made; there is no receipt before it is confirmed.

        OfficeError `cashier.bill_gone`, `cashier.bill_paid`, `cashier.bill_was_cancelled`, `cashier.slip_used` (bill).
        """
        payment = self._bills.payment(self._desk.write(lambda unit: self._hold(unit, bill_id, slip)))
        assert payment is not None
        return payment

    def confirm(self, payment_id: Id, words: str, how: str = PERSON) -> Receipt:
        """Says that the money has come, and issues the receipt: both in one transaction.

        OfficeError `cashier.may_not_confirm`, `cashier.words_missing`, `cashier.payment_settled`, those of numbers.
        """
        self._check_right(words)
        return self._receipt(self._desk.write(lambda unit: self._confirm(unit, payment_id, words, how)))

    def confirm_unasked(self, bill_id: Id, words: str) -> Receipt:
        """The bank's statement shows money for a bill of which nobody said that it was sent. OfficeError as both."""
        return self._receipt(self._desk.write(lambda unit: self.confirm_stated(unit, bill_id, words)))

    def confirm_stated(self, unit: UnitOfWork, bill_id: Id, words: str) -> Id:
        """Within a transaction: the receipt of money that the bank's statement shows, said to be sent or not.

        OfficeError as `confirm` and `hold`.
        """
        self._check_right(words)
        waiting = next((one for one in BillQueries(Within(unit)).payments(bill_id) if one.is_waiting), None)
        payment_id = waiting.id if waiting else self._hold(unit, bill_id, None)
        return self._confirm(unit, payment_id, words, STATEMENT)

    def withdraw(self, payment_id: Id, reason: str) -> None:
        """Says that a transfer did not come, or was paid otherwise; the bill is open again.

        OfficeError `cashier.words_missing`, `cashier.payment_settled`.
        """
        if not reason.strip():
            raise OfficeError("cashier.words_missing")

        def act(unit: UnitOfWork) -> None:
            _waiting(BillQueries(Within(unit)), payment_id)
            self._say(unit, payment_id, verbs.WITHDRAWN, PERSON, reason)

        self._desk.write(act)

    def _pay(self, unit: UnitOfWork, bill_id: Id, tendered: int | None, cheque: Cheque | None) -> Id:
        return self._pay_all(unit, (bill_id,), tendered, cheque)

    def _pay_all(self, unit: UnitOfWork, bill_ids: tuple[Id, ...], tendered: int | None, cheque: Cheque | None) -> Id:
        queries = BillQueries(Within(unit))
        bills = tuple(payable(queries, bill_id) for bill_id in bill_ids)
        if not bills:
            raise OfficeError("cashier.bill_gone")
        if tendered is not None and tendered < sum(bill.total_satang for bill in bills):
            raise OfficeError("cashier.tendered_short")
        method = Method.CHEQUE if cheque else Method.CASH
        receipt_id = issue(unit, of_bills(bills, method, tendered), self._desk.identity.counter, self._who)
        for bill in bills:
            self._take(unit, bill, method, receipt_id=receipt_id, link_id=unit.new_id(), **_named(cheque))
        return receipt_id

    def _hold(self, unit: UnitOfWork, bill_id: Id, slip: Slip | None) -> Id:
        bills = BillQueries(Within(unit))
        bill = payable(bills, bill_id)
        if slip is None:
            return self._take(unit, bill, Method.TRANSFER)
        before = bills.slip_of(slip.bank, slip.reference)
        if before is not None:
            raise OfficeError("cashier.slip_used", bill=before.reference)
        return self._take(unit, bill, Method.TRANSFER, slip_bank=slip.bank, slip_reference=slip.reference)

    def _confirm(self, unit: UnitOfWork, payment_id: Id, words: str, how: str) -> Id:
        bills = BillQueries(Within(unit))
        payment = _waiting(bills, payment_id)
        bill = bills.bill(payment.bill_id)
        if bill is None:
            raise OfficeError("cashier.bill_gone")
        if bill.state is BillState.PAID:
            raise OfficeError("cashier.bill_paid")
        if payment.outcome != verbs.CONFIRMED:
            self._say(unit, payment_id, verbs.CONFIRMED, how, words)
        receipt_id = issue(unit, of_bill(bill, Method.TRANSFER, None), self._desk.identity.counter, self._who)
        unit.perform(verbs.GIVE, verbs.GiveReceipt(unit.new_id(), payment_id, receipt_id), self._who.id)
        return receipt_id

    def _take(self, unit: UnitOfWork, bill: Bill, method: Method, **more: Any) -> Id:
        counter, name = self._desk.identity.counter, self._who.name_th
        body = verbs.TakePayment(unit.new_id(), bill.id, method.value, bill.total_satang, counter, name, **more)
        unit.perform(verbs.TAKE, body, self._who.id)
        return body.payment_id

    def _say(self, unit: UnitOfWork, payment_id: Id, outcome: str, how: str, words: str) -> None:
        body = verbs.SayOfPayment(unit.new_id(), payment_id, outcome, how, words.strip(), self._who.name_th)
        unit.perform(verbs.SAY, body, self._who.id)

    def _receipt(self, receipt_id: Id) -> Receipt:
        receipt = CashierQueries(self._desk.reader).receipt(receipt_id)
        assert receipt is not None
        return receipt

    def _check(self, cheque: Cheque | None) -> None:
        found = cheque_problems(cheque, local_date(self._desk.now())) if cheque is not None else {}
        if found:
            raise OfficeError(next(iter(found.values())))

    def _check_right(self, words: str) -> None:
        if self._who.role not in MAY_CONFIRM:
            raise OfficeError("cashier.may_not_confirm")
        if not words.strip():
            raise OfficeError("cashier.words_missing")


def payable(bills: BillQueries, bill_id: Id) -> Bill:
    """The bill, if money may be taken for it; within the transaction that takes it."""
    bill = bills.bill(bill_id)
    if bill is None:
        raise OfficeError("cashier.bill_gone")
    if bill.state is BillState.CANCELLED:
        raise OfficeError("cashier.bill_was_cancelled")
    if bill.state is BillState.PAID:
        raise OfficeError("cashier.bill_paid")
    if bill.state is BillState.WAITING:
        raise OfficeError("cashier.bill_waits")
    return bill


def _waiting(bills: BillQueries, payment_id: Id) -> BillPayment:
    payment = bills.payment(payment_id)
    if payment is None or not payment.is_waiting:
        raise OfficeError("cashier.payment_settled")
    return payment


def _named(cheque: Cheque | None) -> dict[str, Any]:
    if cheque is None or cheque.day is None:
        return {}
    words = {"cheque_number": cheque.number.strip(), "cheque_bank": cheque.bank.strip()}
    return words | {"cheque_day": cheque.day.isoformat()}
