"""Taking money and cancelling receipts. When a verb returns, it is durable; only then may anything be printed."""

from desktop.accounts.model import Person
from desktop.cashier import mutations as verbs
from desktop.cashier.issuing import issue, of_payment
from desktop.cashier.model import Payment, Receipt
from desktop.cashier.queries import CashierQueries
from desktop.cashier.rules import problems
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork


class CashierActions:
    """`who` is the cashier signed in."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who
        self._queries = CashierQueries(desk.reader)

    def issue(self, payment: Payment) -> Receipt:
        """Takes the next number of the open book and writes the receipt, the number's event and the act, together.

        OfficeError `cashier.cannot_issue` (fields), `numbers.none_left`, `numbers.year_doubtful`, `store.disk_full`.
        """
        found = problems(payment)
        if found:
            raise OfficeError("cashier.cannot_issue", fields=sorted(found))
        counter, what = self._desk.identity.counter, of_payment(payment)
        receipt = self._queries.receipt(self._desk.write(lambda unit: issue(unit, what, counter, self._who)))
        assert receipt is not None
        return receipt

    def void(self, receipt_id: Id, reason: str) -> Receipt:
        """Cancels a receipt; its number stays in the book.

        OfficeError `cashier.reason_missing`, `cashier.already_void`, `cashier.receipt_gone`.
        """
        receipt = self._queries.receipt(receipt_id)
        if receipt is None:
            raise OfficeError("cashier.receipt_gone")
        if receipt.void:
            raise OfficeError("cashier.already_void", number=receipt.number)
        if not reason.strip():
            raise OfficeError("cashier.reason_missing")

        def act(unit: UnitOfWork) -> None:
            body = verbs.VoidReceipt(unit.new_id(), receipt_id, reason.strip(), self._who.name_th)
            unit.perform(verbs.VOID, body, self._who.id)

        self._desk.write(act)
        voided = self._queries.receipt(receipt_id)
        assert voided is not None
        return voided

    def reprint(self, receipt_id: Id) -> Receipt:
        """Notes that a receipt is printed once more; its `reprints` is what the paper must say.

        OfficeError `cashier.receipt_gone`.
        """

        def act(unit: UnitOfWork) -> None:
            known = self._queries.receipt(receipt_id)
            if known is None:
                raise OfficeError("cashier.receipt_gone")
            body = verbs.ReprintReceipt(unit.new_id(), receipt_id, known.reprints + 1, self._who.name_th)
            unit.perform(verbs.REPRINT, body, self._who.id)

        self._desk.write(act)
        printed = self._queries.receipt(receipt_id)
        assert printed is not None
        return printed
