"""All that a desk does with waste-fee accounts, assembled: reads, verbs, runs, papers."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.accounts.model import Person
from desktop.accounts.queries import AccountQueries
from desktop.cashier.bill_model import MonthBill
from desktop.cashier.month_queries import MonthQueries
from desktop.office.dates import local_date
from desktop.office.ids import Id
from desktop.store.desk import Desk
from desktop.waste.model import Arrears
from desktop.waste.queries import WasteQueries
from desktop.waste.rules import month_of

if TYPE_CHECKING:
    from desktop.waste.actions import WasteActions
    from desktop.waste.papers import WastePapers
    from desktop.waste.rounds import Rounds


class Waste:
    """Reading is light; what writes and prints is brought in when somebody asks for it."""

    def __init__(self, desk: Desk, accounts: AccountQueries) -> None:
        self._desk, self._accounts = desk, accounts
        self.queries = WasteQueries(desk.reader)
        self.months = MonthQueries(desk.reader)

    @cached_property
    def papers(self) -> "WastePapers":
        from desktop.waste.papers import WastePapers

        return WastePapers(self._desk, self._accounts, self.queries)

    @cached_property
    def rounds(self) -> "Rounds":
        from desktop.waste.rounds import Rounds

        return Rounds(self._desk, self.queries)

    def acts(self, who: Person) -> "WasteActions":
        from desktop.waste.actions import WasteActions

        return WasteActions(self._desk, who)

    def arrears(self, street: str = "") -> Arrears:
        """What is overdue today, everywhere or in one part of the town. Any thread."""
        from desktop.waste.arrears import arrears

        return arrears(self.queries.accounts(self.this_month), self.months.owed(), self.today, street)

    def owed_by(self, people: tuple[Id, ...], houses: tuple[Id, ...]) -> tuple[MonthBill, ...]:
        """What is not paid of the accounts of these people and houses."""
        accounts = self.queries.of_citizen(people, houses)
        here = self.queries.known(accounts) if accounts else frozenset()
        return tuple(bill for one in accounts if one in here for bill in self.months.owed_of(one))

    @property
    def today(self) -> date:
        return local_date(self._desk.now())

    @property
    def this_month(self) -> str:
        return month_of(self.today)
