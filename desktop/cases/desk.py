"""What citizens ask, at one desk: reading it, its papers, and what a person does with it."""

from functools import cached_property
from typing import TYPE_CHECKING

from desktop.accounts.model import Person
from desktop.accounts.queries import AccountQueries
from desktop.cases.queries import CaseQueries
from desktop.days.queries import DayQueries
from desktop.store.desk import Desk

if TYPE_CHECKING:
    from desktop.cases.actions import CaseActions
    from desktop.cases.papers import CasePapers


class Cases:
    """Reading is light; what writes and prints is brought in when somebody asks for it."""

    def __init__(self, desk: Desk, accounts: AccountQueries, days: DayQueries) -> None:
        self._desk, self._accounts, self._days = desk, accounts, days
        self.queries = CaseQueries(desk.reader)

    @cached_property
    def papers(self) -> "CasePapers":
        """Slips, notification slips and crew sheets."""
        from desktop.cases.papers import CasePapers

        return CasePapers(self._desk, self._accounts, self._days)

    def acts(self, who: Person) -> "CaseActions":
        from desktop.cases.actions import CaseActions

        return CaseActions(self._desk, who)

    def picture(self, sha256: str) -> bytes | None:
        """A picture of a case; None while it is not here yet."""
        return self._desk.blobs.get(sha256) if self._desk.blobs.has(sha256) else None
