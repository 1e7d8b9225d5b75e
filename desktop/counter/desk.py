"""All that a desk does for the citizen in front, assembled over the rooms below."""

from typing import TYPE_CHECKING

from desktop.accounts.model import Person
from desktop.cases.queries import CaseQueries
from desktop.cashier.bill_queries import BillQueries
from desktop.cashier.found_receipts import FoundReceipts
from desktop.certificates.queries import CertificateQueries
from desktop.counter.finding import Finding
from desktop.counter.queries import CounterQueries, cases_of, papers_of, receipts_of, waste_of
from desktop.office.dates import local_date
from desktop.people.model import Citizen, Hit
from desktop.people.queries import PeopleQueries
from desktop.store.desk import Desk
from desktop.waste.desk import Waste

if TYPE_CHECKING:
    from desktop.cashier.together import Together
    from desktop.counter.case_fees import CaseFees
    from desktop.counter.renewal_fees import RenewalFees
    from desktop.people.joined import HouseActions


class CounterDesk:
    """Reading needs nobody; acting needs the person who is signed in."""

    def __init__(
        self,
        desk: Desk,
        people: PeopleQueries,
        cases: CaseQueries,
        bills: BillQueries,
        waste: Waste,
        certificates: CertificateQueries,
    ) -> None:
        self._desk = desk
        cashier = FoundReceipts(desk.reader)
        papers = papers_of(certificates, lambda: local_date(desk.clock.now()))
        sources = (cases_of(cases), papers, receipts_of(cashier))
        self.queries = CounterQueries(people, bills, sources, (waste_of(waste),))
        self.finding = Finding(people, cases, bills, cashier)

    def taking(self, who: Person) -> "Together":
        """Money for all that somebody pays at once."""
        from desktop.cashier.together import Together

        return Together(self._desk, who)

    def joined(self, citizen: Citizen) -> tuple[Hit, ...]:
        """The entries that turned out to be this citizen's."""
        from desktop.people.joined import joined_rows

        return joined_rows(self._desk.reader, citizen)

    def houses(self, who: Person) -> "HouseActions":
        """Houses put right."""
        from desktop.people.joined import HouseActions

        return HouseActions(self._desk, who)

    def renewal_fees(self, who: Person) -> "RenewalFees":
        """What certificates cost by the year."""
        from desktop.counter.renewal_fees import RenewalFees

        return RenewalFees(self._desk, who)

    def case_fees(self, who: Person) -> "CaseFees":
        """What a case costs."""
        from desktop.counter.case_fees import CaseFees

        return CaseFees(self._desk, who)
