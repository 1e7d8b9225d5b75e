"""What the citizen in front pays now: which bills are ticked, the money handed over, the change; no widgets."""

from dataclasses import dataclass, field

from desktop.cashier.bill_model import Bill
from desktop.counter.model import Owed, Page
from desktop.office.ids import Id
from desktop.office.money import baht_text
from ui.cashier.counter_presenter import rounded_up


@dataclass(frozen=True)
class Line:
    """A bill of the list, and whether it is paid now."""

    owed: Owed
    ticked: bool

    @property
    def bill(self) -> Bill:
        return self.owed.bill


@dataclass
class PayPresenter:
    """Money is integer satang. `show` begins with everything ticked that is this citizen's and can be paid."""

    owed: tuple[Owed, ...] = ()
    ticked: frozenset[Id] = field(default_factory=frozenset)
    tendered_satang: int | None = None

    def show(self, page: Page, *, same: bool = False) -> None:
        """`same`: the page of the same citizen anew, whose ticks and money stay as far as there still is the bill."""
        before = {one.bill.id for one in self.owed} if same else set()
        payable = {one.bill.id for one in page.owed if one.is_payable}
        fresh = {one.bill.id for one in page.owed if one.is_theirs} - before
        kept = self.ticked if same else frozenset()
        self.owed, self.ticked = page.owed, frozenset((kept | fresh) & payable)
        if not same:
            self.tendered_satang = None

    def forget(self) -> None:
        self.owed, self.ticked, self.tendered_satang = (), frozenset(), None

    def toggle(self, bill_id: Id) -> None:
        if any(one.bill.id == bill_id and one.is_payable for one in self.owed):
            self.ticked ^= {bill_id}

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(Line(one, one.bill.id in self.ticked) for one in self.owed)

    @property
    def chosen(self) -> tuple[Bill, ...]:
        return tuple(line.bill for line in self.lines if line.ticked)

    @property
    def total_satang(self) -> int:
        return sum(bill.total_satang for bill in self.chosen)

    @property
    def short_satang(self) -> int:
        """Money still missing from what was handed over; 0 when nothing was keyed in."""
        return 0 if self.tendered_satang is None else max(self.total_satang - self.tendered_satang, 0)

    @property
    def change_satang(self) -> int | None:
        if self.tendered_satang is None or not self.total_satang or self.short_satang:
            return None
        return self.tendered_satang - self.total_satang

    @property
    def words(self) -> str:
        return baht_text(self.total_satang) if self.total_satang else ""

    def likely_tenders(self) -> tuple[int, ...]:
        return rounded_up(self.total_satang)
