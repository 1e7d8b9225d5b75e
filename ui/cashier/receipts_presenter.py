"""The receipts of one day: which they are, what they sum to, which one is open; no widgets. Money is integer satang."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from desktop.cashier.model import Receipt
from desktop.cashier.queries import CashierQueries
from desktop.office.dates import BANGKOK, local_date
from desktop.office.ids import Id


@dataclass(frozen=True)
class DayTotals:
    """`valid` receipts and their sum; `void` ones are counted apart and bring nothing."""

    valid: int
    void: int
    sum_satang: int


def totals(receipts: tuple[Receipt, ...]) -> DayTotals:
    valid = [receipt for receipt in receipts if receipt.void is None]
    return DayTotals(len(valid), len(receipts) - len(valid), sum(receipt.total_satang for receipt in valid))


def day_bounds(day: date) -> tuple[datetime, datetime]:
    """Midnight to midnight in Bangkok, aware."""
    start = datetime(day.year, day.month, day.day, tzinfo=BANGKOK)
    return start, start + timedelta(days=1)


class ReceiptsPresenter:
    """Begins with today; `load` reads the store and may run on any thread."""

    def __init__(self, queries: CashierQueries, now: Callable[[], datetime]) -> None:
        self._queries = queries
        self._now = now
        self.day = self.today
        self.receipts: tuple[Receipt, ...] = ()

    @property
    def today(self) -> date:
        return local_date(self._now())

    @property
    def is_today(self) -> bool:
        return self.day == self.today

    def turn(self, days: int) -> bool:
        """Goes to another day, never past today; whether it moved."""
        wanted = min(self.day + timedelta(days=days), self.today)
        moved = wanted != self.day
        self.day = wanted
        return moved

    def go_to(self, moment: datetime) -> None:
        """Goes to the day of a moment."""
        self.day = local_date(moment)

    def load(self, day: date) -> tuple[Receipt, ...]:
        return self._queries.between(*day_bounds(day))

    def show(self, receipts: tuple[Receipt, ...]) -> None:
        self.receipts = receipts

    @property
    def totals(self) -> DayTotals:
        return totals(self.receipts)

    def place_of(self, receipt_id: Id | None) -> int | None:
        """Row of a receipt, or None when it is not of this day."""
        return next((row for row, receipt in enumerate(self.receipts) if receipt.id == receipt_id), None)
