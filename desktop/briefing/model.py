"""A briefing as screens see it: frozen, without SQL."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.office.ids import Id
from desktop.office.secrecy import Secrecy


class Part(StrEnum):
    """The chapters, in the order of reading."""

    ARRIVED = "arrived"
    DONE = "done"
    MOVED = "moved"
    NUMBERS = "numbers"
    SETTLED = "settled"


@dataclass(frozen=True)
class Matter:
    """The letter that a line is about."""

    id: Id
    number: int
    year_be: int
    subject: str
    secrecy: Secrecy = Secrecy.NORMAL


@dataclass(frozen=True)
class Line:
    """One thing that happened. `kind` says what; `who` did it, `text` is what stands in the paper: words, a unit,
    numbers.

    Of a day that moved `who` is why it did; of numbers it is the register, and `year_be` theirs. `key` tells lines of
    one briefing apart.
    """

    key: tuple[int, int]
    part: Part
    kind: str
    who: str
    at: datetime | None
    matter: Matter | None = None
    text: str = ""
    before: date | None = None
    after: date | None = None
    year_be: int = 0


@dataclass(frozen=True)
class Briefing:
    """`since`: when the person read last; `upto`: what this briefing covers, to be given back when it is read."""

    since: datetime | None
    upto: int
    lines: tuple[Line, ...]
