"""All that a desk does with shifts and remittances, assembled: reads, verbs, papers."""

from datetime import date
from typing import TYPE_CHECKING

from desktop.accounts.model import Person
from desktop.accounts.queries import AccountQueries
from desktop.cashier.shift_model import CashRule, MoneyDay, Pieces, Shift, Slip
from desktop.cashier.shift_queries import ShiftQueries
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store.desk import Desk

if TYPE_CHECKING:
    from desktop.cashier.shift_actions import ShiftActions


class ShiftDesk:
    """Reading needs nobody; acting needs the person who is signed in."""

    def __init__(self, desk: Desk, accounts: AccountQueries) -> None:
        self._desk = desk
        self._accounts = accounts
        self.queries = ShiftQueries(desk.reader)

    @property
    def today(self) -> date:
        return local_date(self._desk.now())

    def acting(self, who: Person) -> "ShiftActions":
        from desktop.cashier.shift_actions import ShiftActions

        return ShiftActions(self._desk, who)

    def now(self) -> Shift | None:
        """The shift that is open at this counter; any thread."""
        return self.queries.open_at(self._desk.identity.counter)

    def is_new(self) -> bool:
        """Whether no shift was ever closed at this computer; any thread."""
        return not self.queries.last_span(self._desk.identity.device_id)

    def rule(self) -> CashRule:
        """What the office has said about cash for today."""
        return self.queries.rule(self.today)

    def standing(self, shift_id: Id) -> Slip:
        """What the slip of an open shift would be now; any thread. OfficeError `cashier.shift_gone`."""
        shift = self.queries.shift(shift_id)
        if shift is None or shift.closing is not None:
            raise OfficeError("cashier.shift_gone")
        return self.queries.slip_now(shift, self._desk.identity.device_id, self._desk.now(), Pieces())

    def day(self, day: date) -> MoneyDay:
        return self.queries.day(day, self.today)

    def slip_pdf(self, shift_id: Id) -> bytes:
        """ใบนำส่งเงิน; any thread. OfficeError `cashier.shift_gone`, `desk.not_ready`."""
        from desktop.cashier.shift_paper import slip_paper
        from desktop.paper.remittance import remittance_pdf

        return remittance_pdf(slip_paper(self.queries.slip(shift_id), self._accounts.profile()))

    def day_pdf(self, day: date) -> bytes:
        """สรุปใบนำส่งเงิน of a day; any thread. OfficeError `desk.not_ready`."""
        from desktop.cashier.shift_paper import day_paper
        from desktop.paper.remittance_summary import summary_pdf

        return summary_pdf(day_paper(self.day(day), self._accounts.profile(), self._desk.now()))
