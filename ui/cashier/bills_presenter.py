"""Which bills are listed, which one is open, and what can be done about it now; no widgets. Money is integer satang."""

from datetime import date
from enum import StrEnum

from desktop.cashier.bill_desk import BillDesk
from desktop.cashier.bill_model import Bill, BillPayment, BillState, BillSums, BillView
from desktop.cashier.bill_queries import MOST, PAGE
from desktop.cashier.model import Method
from desktop.office.clock import Clock
from desktop.office.dates import local_date

Listing = tuple[tuple[Bill, ...], BillSums]


class Deed(StrEnum):
    """What the one big button does."""

    TAKE = "take"
    """Cash or a cheque: the receipt is issued at once."""
    WAIT = "wait"
    """A transfer is said to be made."""
    CONFIRM = "confirm"
    """The transfer has come: the receipt is issued."""
    NOTHING = "nothing"


class BillsPresenter:
    """`load` reads the store and may run on any thread."""

    def __init__(self, bills: BillDesk, clock: Clock) -> None:
        self._bills = bills
        self._queries = bills.queries
        self._clock = clock
        self._day = bills.today
        self.view = BillView.OPEN
        self.words = ""
        self.most = PAGE
        self.method = Method.CASH
        self.bill: Bill | None = None
        self.waiting: BillPayment | None = None

    @property
    def today(self) -> date:
        """Asked for every line that is drawn: the clock's day, and never before that of the list."""
        return max(self._day, local_date(self._clock.now()))

    def seek(self, view: BillView, words: str) -> None:
        """Another list, from its first page on."""
        self.view, self.words, self.most = view, words, PAGE

    @property
    def may_go_on(self) -> bool:
        return self.most < MOST

    def go_on(self) -> None:
        """As many again of the list."""
        self.most *= 2

    @property
    def wanted(self) -> tuple[BillView, str, int]:
        """What `load` is to be asked for."""
        return self.view, self.words, self.most

    def load(self, view: BillView, words: str, most: int) -> Listing:
        self._day = self._bills.today
        return self._queries.listing(view, words, self._day, most)

    def waiting_for(self, bill: Bill) -> BillPayment | None:
        """The transfer that a bill waits for."""
        if bill.state is not BillState.WAITING:
            return None
        return next((one for one in self._queries.payments(bill.id) if one.is_waiting), None)

    def open(self, bill: Bill | None, waiting: BillPayment | None) -> None:
        """Another bill begins with cash; one that waits for a transfer with that."""
        if bill is None or self.bill is None or bill.id != self.bill.id:
            self.method = Method.TRANSFER if waiting is not None else Method.CASH
        self.bill, self.waiting = bill, waiting

    @property
    def deed(self) -> Deed:
        bill = self.bill
        if bill is None or bill.state in (BillState.PAID, BillState.CANCELLED):
            return Deed.NOTHING
        if self.method is not Method.TRANSFER:
            return Deed.TAKE
        return Deed.WAIT if self.waiting is None else Deed.CONFIRM

    @property
    def may_cancel(self) -> bool:
        return self.bill is not None and self.bill.state is BillState.OPEN

    def change(self, tendered: int | None) -> int | None:
        """Money to hand back; negative while some is missing; None before anything was handed over."""
        return None if tendered is None or self.bill is None else tendered - self.bill.total_satang
