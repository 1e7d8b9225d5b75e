"""A citizen's page: who they are, their houses, and their matters from every room."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.office.ids import Id
from desktop.people.model import Citizen, Tied


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
class Page:
    """`matters`: what is open first, then the newest first."""

    citizen: Citizen
    houses: tuple[Tied, ...]
    matters: tuple[Matter, ...]

    def of(self, topic: Topic) -> tuple[Matter, ...]:
        return tuple(matter for matter in self.matters if matter.topic is topic)
