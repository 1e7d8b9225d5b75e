"""All that a desk does with bills, assembled: reads, verbs, papers."""

from datetime import date
from typing import TYPE_CHECKING

from desktop.accounts.model import Person
from desktop.accounts.queries import AccountQueries
from desktop.cashier.bill_model import Bill, BillState
from desktop.cashier.bill_queries import BillQueries, owed_again
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store.desk import Desk

if TYPE_CHECKING:
    from desktop.cashier.billing import Billing
    from desktop.cashier.paying import Paying
    from desktop.cashier.statements import Statements

Code = tuple[int, tuple[tuple[int, int, int], ...]]
"""A QR code: modules a side; row, first column and length of each dark run."""
_NOT_OWED = {BillState.CANCELLED: "cashier.bill_was_cancelled", BillState.PAID: "cashier.bill_paid"}


class BillDesk:
    """Reading needs nobody; acting needs the person who is signed in."""

    def __init__(self, desk: Desk, accounts: AccountQueries) -> None:
        self._desk = desk
        self._accounts = accounts
        self.queries = BillQueries(desk.reader)

    @property
    def today(self) -> date:
        """The day by which bills fall due: a clock that was put back does not bring yesterday again. Any thread."""
        return local_date(self._desk.now())

    def billing(self, who: Person) -> "Billing":
        """Making and cancelling bills."""
        from desktop.cashier.billing import Billing

        return Billing(self._desk, who)

    def paying(self, who: Person) -> "Paying":
        """Money for bills."""
        from desktop.cashier.paying import Paying

        return Paying(self._desk, who)

    def statements(self, who: Person) -> "Statements":
        """The bank's statements, matched with bills."""
        from desktop.cashier.statements import Statements

        return Statements(self._desk, who)

    def owed_again(self, receipt_id: Id) -> Bill | None:
        """The first bill that a receipt paid and that is owed since it was cancelled."""
        return owed_again(self._desk.reader, receipt_id)

    def code(self, bill: Bill) -> Code | None:
        """The QR code by which a bill is paid; None while nobody's account is set. Any thread."""
        from desktop.cashier.bill_paper import payload_of
        from desktop.paper.qr import dark_runs

        biller = self.queries.biller(local_date(bill.issued_at))
        return dark_runs(payload_of(bill, biller)) if biller is not None else None

    def must_be_owed(self, bill_id: Id) -> None:
        """OfficeError `cashier.bill_was_cancelled` or `cashier.bill_paid` of one that nobody should pay any more."""
        bill = self.queries.bill(bill_id)
        if bill is not None and bill.state in _NOT_OWED:
            raise OfficeError(_NOT_OWED[bill.state])

    def pdf(self, bill: Bill) -> bytes:
        """The bill's paper as it stands now, with the codes by which it is paid while it is owed. Any thread.

        OfficeError `desk.not_ready`.
        """
        from desktop.cashier.bill_paper import bill_paper
        from desktop.paper.bill import bill_pdf

        profile = self._accounts.office()
        if profile is None:
            raise OfficeError("desk.not_ready")
        bill = self.queries.bill(bill.id) or bill
        return bill_pdf(bill_paper(bill, profile, self.queries.biller(local_date(bill.issued_at))))
