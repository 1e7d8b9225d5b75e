"""The papers of a case as PDF, by what its kind says of each."""

from desktop.accounts.queries import AccountQueries
from desktop.cases import paper
from desktop.cases.deadlines import due_of
from desktop.cases.kind import PaperIssued
from desktop.cases.model import Case
from desktop.days.queries import DayQueries
from desktop.office.errors import OfficeError
from desktop.paper.case_sheet import Stock, crew_pdf, notice_pdf, slip_pdf
from desktop.store.desk import Desk


class CasePapers:
    """May be asked on any thread; the same case gives the same bytes."""

    def __init__(self, desk: Desk, accounts: AccountQueries, days: DayQueries) -> None:
        self._desk = desk
        self._accounts = accounts
        self._days = days

    def printable(self, case: Case) -> tuple[PaperIssued, ...]:
        """The papers that can be made of a case as it stands; certificates are made by their own room."""
        return tuple(
            one
            for one in case.kind.papers
            if one.layout in _LAYOUTS and (not one.states or case.standing.state in one.states)
        )

    def pdf(self, case: Case, code: str, stock: Stock = "a5") -> bytes:
        """OfficeError `cases.no_such_paper`, `desk.not_ready`, `blob.missing`."""
        office, wanted = self._accounts.office(), case.kind.paper(code)
        if office is None:
            raise OfficeError("desk.not_ready")
        if wanted is None or wanted not in self.printable(case):
            raise OfficeError("cases.no_such_paper")
        units = paper.names_of({unit.id: unit.name_th for unit in self._accounts.units()}, case)
        told = (case, wanted, due_of(case, self._days.calendar()), office, units, self._desk.identity.office_id)
        if wanted.layout == "slip":
            return slip_pdf(paper.slip(*told), stock)
        if wanted.layout == "notice":
            return notice_pdf(paper.notice(*told))
        return crew_pdf(paper.crew(*told, self._pictures(case)))

    def _pictures(self, case: Case) -> tuple[bytes, ...]:
        """The public copies that are at this desk."""
        here = (one.public_sha256 for one in case.files if self._desk.blobs.has(one.public_sha256))
        return tuple(self._desk.blobs.get(sha256) for sha256 in here)


_LAYOUTS = frozenset({"slip", "notice", "crew_sheet"})
