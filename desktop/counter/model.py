"""A citizen's page: who they are, their houses, what they have not paid, and their matters from every room."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.cashier.bill_model import Bill, BillState
from desktop.office.ids import Id
from desktop.people.model import Citizen, House, Tied
from desktop.people.rules import address_line, short_address


class Topic(StrEnum):
    """The sections of a page, in the order in which they stand there."""

    BILL = "bill"
    CASE = "case"
    PAPER = "paper"
    RECEIPT = "receipt"


@dataclass(frozen=True)
class Matter:
    """A line of a section. `entity`, `id`: what it is of; `is_open`: something is still to be done or paid.

    `amount_satang`: None where it is not of money; `is_void`: it was cancelled, and counts for nothing.
    """

    topic: Topic
    entity: str
    id: Id
    day: date
    title: str
    number: str = ""
    amount_satang: int | None = None
    is_open: bool = False
    is_void: bool = False


@dataclass(frozen=True)
class Subject:
    """Whose page it is: rows of the people room that stand for them. A house has no `person_ids`."""

    person_ids: tuple[Id, ...]
    house_ids: tuple[Id, ...]
    name: str = ""


@dataclass(frozen=True)
class Owed:
    """A bill that is not paid, as the page lists it; `where`: the house it is for.

    `is_theirs`: it is for who stands here, and not for somebody else of the same house. `title`: in short.
    """

    bill: Bill
    where: str
    is_theirs: bool
    title: str = ""

    @property
    def is_payable(self) -> bool:
        """Not while a transfer is waited for."""
        return self.bill.state is BillState.OPEN

    @property
    def what(self) -> str:
        return self.title or ", ".join(line.description for line in self.bill.lines)


@dataclass(frozen=True)
class Page:
    """Of a citizen, or of a house with nobody named. `matters`: what is open first, then the newest first.

    `is_more`: there are further matters behind them.
    """

    citizen: Citizen | None
    house: House | None
    houses: tuple[Tied, ...]
    owed: tuple[Owed, ...]
    matters: tuple[Matter, ...]
    is_more: bool = False

    @property
    def id(self) -> Id:
        subject = self.citizen or self.house
        assert subject is not None
        return subject.id

    @property
    def name(self) -> str:
        if self.citizen is not None:
            return self.citizen.name
        return short_address(vars(self.house.address)) if self.house else ""

    @property
    def address(self) -> str:
        subject = self.citizen.entry if self.citizen else self.house
        return address_line(vars(subject.address)) if subject else ""

    @property
    def house_id(self) -> Id | None:
        """The house that is meant where somebody has one only."""
        if self.house is not None:
            return self.house.id
        held = {tied.house_id for tied in self.houses if tied.until is None}
        return held.pop() if len(held) == 1 else None

    def of(self, topic: Topic) -> tuple[Matter, ...]:
        return tuple(matter for matter in self.matters if matter.topic is topic)
