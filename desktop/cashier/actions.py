"""Taking money and cancelling receipts. When a verb returns, it is durable; only then may anything be printed."""

from msgspec import structs

from desktop.accounts.approving import Approvals
from desktop.accounts.model import Person
from desktop.accounts.queries import AccountQueries
from desktop.cashier import bill_mutations
from desktop.cashier import mutations as verbs
from desktop.cashier.bill_queries import Within
from desktop.cashier.fees import check_in_force
from desktop.cashier.issuing import issue, of_payment
from desktop.cashier.model import Payment, Receipt, Second
from desktop.cashier.queries import CashierQueries
from desktop.cashier.receipt_sheets import note_reprint
from desktop.cashier.rules import problems
from desktop.cashier.shift_queries import ShiftQueries
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

_CHARGED = """
SELECT b.id FROM payment_receipt l JOIN bill_payment p ON p.id = l.payment_id JOIN bill b ON b.id = p.bill_id
WHERE l.receipt_id = ? AND b.on_the_spot = 1
AND NOT EXISTS (SELECT 1 FROM bill_payment o WHERE o.bill_id = b.id AND o.id <> p.id)
AND NOT EXISTS (SELECT 1 FROM bill_cancelled c WHERE c.bill_id = b.id)
"""
"""Bills that came about with this very receipt: what was charged at the counter to a known citizen."""
_CANCELLED = "SELECT 1 FROM receipt_void WHERE receipt_id = ?"


class CashierActions:
    """`who` is the cashier signed in."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who
        self._queries = CashierQueries(desk.reader)

    def issue(self, payment: Payment) -> Receipt:
        """Takes the next number of the open book and writes the receipt, the number's event and the act, together.

        OfficeError `cashier.cannot_issue` (fields), `cashier.fee_out_of_force`, those of `issuing.issue`,
        `store.disk_full`.
        """
        found = problems(payment)
        if found:
            raise OfficeError("cashier.cannot_issue", fields=sorted(found))
        counter, what = self._desk.identity.counter, of_payment(payment)

        def act(unit: UnitOfWork) -> Id:
            check_in_force(payment.charges, local_date(unit.now))
            return issue(unit, what, counter, self._who)

        receipt = self._queries.receipt(self._desk.write(act))
        assert receipt is not None
        return receipt

    def void(self, receipt_id: Id, reason: str, second: Second | None = None) -> Receipt:
        """Cancels a receipt; its number stays in the book. `second`: who approves, as the office's rule wants it.

        What was charged with it on the spot is owed no more; a bill that stood before is owed again.

        OfficeError `cashier.reason_missing`, `cashier.already_void`, `cashier.receipt_gone`,
        `cashier.void_needs_second`, those of `Approvals.approve`.
        """
        receipt = self._queries.receipt(receipt_id)
        if receipt is None:
            raise OfficeError("cashier.receipt_gone")
        if receipt.void:
            raise OfficeError("cashier.already_void", number=receipt.number)
        if not reason.strip():
            raise OfficeError("cashier.reason_missing")
        if (second is None or second.approver_id is None) and not self._may_alone():
            raise OfficeError("cashier.void_needs_second", number=receipt.number)

        body = verbs.VoidReceipt(self._desk.ids.new(), receipt_id, reason.strip(), self._who.name_th)
        if second is not None:
            body = self._approved(structs.replace(body, original=second.original.value), second)

        def act(unit: UnitOfWork) -> None:
            if Within(unit).one(_CANCELLED, (receipt_id,)):  # while the approver was asked
                raise OfficeError("cashier.already_void", number=receipt.number)
            unit.perform(verbs.VOID, body, self._who.id)
            for (bill_id,) in Within(unit).rows(_CHARGED, (receipt_id,)):
                told = (unit.new_id(), bill_id, body.reason, self._who.name_th)
                unit.perform(bill_mutations.CANCEL, bill_mutations.CancelBill(*told), self._who.id)

        self._desk.write(act)
        voided = self._queries.receipt(receipt_id)
        assert voided is not None
        return voided

    def _may_alone(self) -> bool:
        return ShiftQueries(self._desk.reader).rule(local_date(self._desk.now())).void_alone

    def _approved(self, body: verbs.VoidReceipt, second: Second) -> verbs.VoidReceipt:
        if second.approver_id is None:
            return body
        approvals = Approvals(self._desk, AccountQueries(self._desk.reader))
        approval = approvals.approve(second.approver_id, second.pin, self._who, verbs.void_claim(body))
        return structs.replace(
            body,
            approved_by=approval.person.id,
            approved_by_name=approval.person.name_th,
            approver_key_id=approval.key_id,
            approval=approval.signature,
        )

    def reprint(self, receipt_id: Id) -> Receipt:
        """Notes that a receipt is printed once more; its `reprints` is what the paper must say.

        OfficeError `cashier.receipt_gone`.
        """

        self._desk.write(lambda unit: note_reprint(unit, self._queries, self._who, receipt_id))
        printed = self._queries.receipt(receipt_id)
        assert printed is not None
        return printed
