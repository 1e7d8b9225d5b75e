"""What is known of a citizen or a house in all rooms. A room gives its matters by one function; the page joins them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from desktop.cases.model import CaseLine
from desktop.cases.queries import CaseQueries
from desktop.cases.rules import display_number as case_number
from desktop.cashier.bill_model import Bill
from desktop.cashier.bill_queries import BillQueries
from desktop.cashier.found_receipts import FoundReceipts, Said
from desktop.certificates.model import Line, State
from desktop.certificates.queries import CertificateQueries
from desktop.certificates.rules import number_of
from desktop.counter.model import Matter, Owed, Page, Subject, Topic
from desktop.office.dates import local_date
from desktop.office.ids import Id
from desktop.people.model import Tied
from desktop.people.queries import PeopleQueries
from desktop.people.rules import short_address
from desktop.waste.desk import Waste
from desktop.waste.rules import month_words

Matters: TypeAlias = Callable[[Subject, int], Iterable[Matter]]
"""What a room has of a citizen or a house, by the ids that its rows name: so many at least of what is open, and then of
the newest."""
Bills: TypeAlias = Callable[[Subject], Mapping[Id, str]]
"""Bills that a room knows to be theirs, though they may name nobody, and what it calls each in short."""
PAGE = 40
"""Matters of a page at first, which a tall screen shows; whoever looks further down gets as many again."""


class CounterQueries:
    """`sources`: the rooms that have matters of citizens; `accounts`: those that know of further bills."""

    def __init__(
        self, people: PeopleQueries, bills: BillQueries, sources: Sequence[Matters], accounts: Sequence[Bills] = ()
    ) -> None:
        self._people = people
        self._bills = bills
        self._sources = tuple(sources)
        self._accounts = tuple(accounts)

    def page(self, person_id: Id, most: int = PAGE) -> Page | None:
        """The page of whoever stands for that row now, with so many matters; None where it is not here."""
        citizen = self._people.citizen(person_id)
        if citizen is None:
            return None
        houses = self._people.houses_of(citizen.ids)
        held = dict.fromkeys(tied.house_id for tied in houses if tied.until is None)
        subject = Subject(citizen.ids, tuple(held), citizen.name)
        own = Subject(citizen.ids, (), citizen.name)
        return Page(citizen, None, houses, self._owed(subject), *self._matters(own, most))

    def page_of_house(self, house_id: Id, most: int = PAGE) -> Page | None:
        """A house with everybody's bills and matters there."""
        house = self._people.house(house_id)
        if house is None:
            return None
        subject = Subject((), house.ids)
        return Page(None, house, self._people.people_of(house.id), self._owed(subject), *self._matters(subject, most))

    def _owed(self, subject: Subject) -> tuple[Owed, ...]:
        known = {bill_id: said for room in self._accounts for bill_id, said in room(subject).items()}
        bills = self._bills.open_of(subject.person_ids, subject.house_ids, tuple(known))
        return tuple(Owed(bill, self._where(bill), _is_theirs(bill, subject), known.get(bill.id, "")) for bill in bills)

    def _where(self, bill: Bill) -> str:
        house = self._people.house(bill.house_id) if bill.house_id else None
        return short_address(vars(house.address)) if house else ""

    def _matters(self, subject: Subject, most: int) -> tuple[tuple[Matter, ...], bool]:
        """So many, and whether there are more: of each room one more than could be shown."""
        matters = [matter for source in self._sources for matter in source(subject, most + 1)]
        matters.sort(key=_order)
        return tuple(matters[:most]), len(matters) > most


def _order(matter: Matter) -> tuple[bool, int]:
    return not matter.is_open, -matter.day.toordinal()


def held_by(houses: Iterable[Tied]) -> tuple[Tied, ...]:
    """The ties that hold now."""
    return tuple(tied for tied in houses if tied.until is None)


def _is_theirs(bill: Bill, subject: Subject) -> bool:
    return bill.person_id is None or not subject.person_ids or bill.person_id in subject.person_ids


def receipts_of(cashier: FoundReceipts) -> Matters:
    """Receipts for their bills, and those that bear the citizen's name."""

    def found(subject: Subject, most: int) -> Iterable[Matter]:
        return map(_receipt, cashier.said_of(subject.person_ids, subject.house_ids, subject.name, most))

    return found


def cases_of(cases: CaseQueries) -> Matters:
    """What they asked, complained of and notified."""

    def found(subject: Subject, most: int) -> Iterable[Matter]:
        lines = [line for one in subject.person_ids for line in cases.of_person(one)]
        lines += [line for one in subject.house_ids for line in cases.of_house(one)]
        return sorted((_case(one) for one in {line.id: line for line in lines}.values()), key=_order)[:most]

    return found


def papers_of(certificates: CertificateQueries, today: Callable[[], date]) -> Matters:
    """Certificates and licences that they hold."""

    def found(subject: Subject, most: int) -> Iterable[Matter]:
        day = today()
        lines = [line for one in subject.person_ids for line in certificates.of_person(one, day)]
        lines += [line for one in subject.house_ids for line in certificates.of_house(one, day)]
        return sorted((_paper(one) for one in {line.id: line for line in lines}.values()), key=_order)[:most]

    return found


def waste_of(waste: Waste) -> Bills:
    """The bills of the waste-fee accounts of these people and houses, whoever they were made out to."""

    def found(subject: Subject) -> Mapping[Id, str]:
        owed = waste.owed_by(subject.person_ids, subject.house_ids)
        return {bill.bill_id: f"ค่าขยะ {month_words(bill.month)}" for bill in owed}

    return found


def _receipt(one: Said) -> Matter:
    day, void = local_date(one.issued_at), one.is_void
    return Matter(
        Topic.RECEIPT, "receipt", one.id, day, one.what, one.number, amount_satang=one.total_satang, is_void=void
    )


def _paper(line: Line) -> Matter:
    ended = line.standing.state is State.REVOKED
    number = number_of(line)
    return Matter(Topic.PAPER, "certificate", line.id, line.issued_on, line.subject, number, is_void=ended)


def _case(line: CaseLine) -> Matter:
    number = case_number(line.series, line.year_be, line.number)
    day = local_date(line.received_at)
    return Matter(Topic.CASE, "citizen_case", line.id, day, line.text, number, is_open=line.clock != "ended")
