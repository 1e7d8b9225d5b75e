"""What somebody pays at once and in cash, with one receipt: bills, and what is charged on the spot as one more bill."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.accounts.model import Person
from desktop.cashier import bill_mutations as verbs
from desktop.cashier.bill_model import Bill, BillDraft
from desktop.cashier.bill_queries import BillQueries, Within
from desktop.cashier.bill_rules import CHARGED_HERE
from desktop.cashier.billing import check, write_bill
from desktop.cashier.fees import check_in_force
from desktop.cashier.issuing import ToIssue, issue, of_bills
from desktop.cashier.model import Method, Receipt
from desktop.cashier.paying import payable
from desktop.cashier.queries import CashierQueries
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

Payer = tuple[str, str | None]
"""Name and address of who stands at the counter."""


class Together:
    """`who` takes the money."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who

    def pay(
        self, bill_ids: Sequence[Id], payer: Payer, tendered_satang: int | None = None, also: BillDraft | None = None
    ) -> Receipt:
        """Takes cash for all of it and issues one receipt, in one transaction: every bill is paid, or none is.

        The receipt bears the name on the bills where they all bear one, else the payer's; `also` becomes a bill first.

        OfficeError `cashier.nothing_to_pay`, `cashier.tendered_short`, those of `Paying.pay` and of `Billing.make`.
        """
        if also is not None:
            also = replace(also, note=CHARGED_HERE, on_the_spot=True)
            check(also, self._desk)
            check_in_force(also.charges, local_date(self._desk.now()))

        def act(unit: UnitOfWork) -> Id:
            more = () if also is None else (write_bill(unit, also, self._desk, self._who),)
            bills = BillQueries(Within(unit))
            owed = [payable(bills, one) for one in dict.fromkeys((*bill_ids, *more))]
            return self._pay(unit, owed, payer, tendered_satang)

        receipt = CashierQueries(self._desk.reader).receipt(self._desk.write(act))
        assert receipt is not None
        return receipt

    def _pay(self, unit: UnitOfWork, bills: Sequence[Bill], payer: Payer, tendered: int | None) -> Id:
        if not bills:
            raise OfficeError("cashier.nothing_to_pay")
        what = in_name_of(of_bills(bills, Method.CASH, tendered), bills, payer)
        if tendered is not None and tendered < what.total_satang:
            raise OfficeError("cashier.tendered_short")
        receipt_id = issue(unit, what, self._desk.identity.counter, self._who)
        for bill in bills:
            self._take(unit, bill, receipt_id)
        return receipt_id

    def _take(self, unit: UnitOfWork, bill: Bill, receipt_id: Id) -> None:
        counter, name = self._desk.identity.counter, self._who.name_th
        told = (bill.id, Method.CASH.value, bill.total_satang, counter, name)
        body = verbs.TakePayment(unit.new_id(), *told, receipt_id=receipt_id, link_id=unit.new_id())
        unit.perform(verbs.TAKE, body, self._who.id)


def in_name_of(what: ToIssue, bills: Sequence[Bill], payer: Payer) -> ToIssue:
    """With the name on the bills where they all bear one, else the payer's."""
    one_name = len({bill.payer_name for bill in bills}) == 1
    return what if one_name else replace(what, payer_name=payer[0], payer_address=payer[1])
