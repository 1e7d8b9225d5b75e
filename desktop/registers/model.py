"""The control register as screens and papers see it: frozen, without SQL."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

from desktop.office.ids import Id

OWN, LENT = 1, 2
"""Epochs of a book: numbers that the centre gave, and the part of them that was lent, once."""
LENDING = "numbers.lend"
"""The act by which it is."""


class State(StrEnum):
    LEASED = "leased"
    """Given to a desk."""
    OPEN = "open"
    """Given, and a number of it is used; never stored, always seen from the numbers."""
    EXHAUSTED = "exhausted"
    CLOSED = "closed"
    """Its holder gave it back or its year is over; unused numbers are cancelled (ปรุ)."""
    SUSPENSE = "suspense"
    """Taken from its holder, who may have used more of it than is known."""
    RECONCILED = "reconciled"
    """The year was closed and every number accounted for."""


class Fate(StrEnum):
    ISSUED = "issued"
    VOID = "void"
    CANCELLED = "cancelled"
    SUSPENSE = "suspense"
    UNUSED = "unused"
    """In a book that is still open."""
    BEFORE = "before"
    """Below the first number that this register knows of."""
    UNKNOWN = "unknown"
    """Nobody can say: this must not be."""


@dataclass(frozen=True)
class Book:
    """`holder`: the desk's short code or name; `hi` < `lo` is a book of which nothing was used."""

    id: Id
    series: str
    year_be: int
    book_no: int
    epoch: int
    lo: int
    hi: int
    device_id: Id
    holder: str
    state: State
    leased_at: datetime
    closed_at: datetime | None = None


@dataclass(frozen=True)
class OwnBook:
    """A book from which this desk takes numbers, or took them. `following`: the next, above `hi` when it is used up.

    `valid_to`: aware UTC, None for a letter register; `closed_for`: why no number is taken any more, or "".
    """

    id: Id
    series: str
    year_be: int
    book_no: int
    lo: int
    hi: int
    following: int
    valid_to: datetime | None
    closed_for: str = ""

    @property
    def left(self) -> int:
        return 0 if self.closed_for else self.hi - self.following + 1

    @property
    def is_low(self) -> bool:
        """Three tenths or less of it are left, but some are."""
        return self.left > 0 and self.left * 10 <= (self.hi - self.lo + 1) * 3


@dataclass(frozen=True)
class Lent:
    """Numbers that counter `lender` lent counter `borrower`. `ours`: this desk is one of them, and which."""

    series: str
    year_be: int
    lo: int
    hi: int
    lender: str
    borrower: str
    lent_at: datetime
    ours: Literal["lent", "borrowed", ""] = ""


@dataclass(frozen=True)
class Span:
    """Numbers without a paper: `fate` is cancelled or suspense."""

    lo: int
    hi: int
    fate: Fate
    reason: str
    decided_by: str
    at: datetime


@dataclass(frozen=True)
class Run:
    """Numbers in a row with the same fate; `by`: who answers for those without a paper."""

    lo: int
    hi: int
    fate: Fate
    reason: str = ""
    by: str = ""

    @property
    def size(self) -> int:
        return self.hi - self.lo + 1


@dataclass(frozen=True)
class PaperBook:
    """A book whose receipts are on paper only: filled in by hand, or of a desk that can't be asked any more.

    `free`: its numbers of which nothing is entered yet, in order.
    """

    book: Book
    free: tuple[Run, ...]

    @property
    def waiting(self) -> int:
        return sum(run.size for run in self.free)

    def awaits(self, n: int) -> bool:
        return any(run.lo <= n <= run.hi for run in self.free)


@dataclass(frozen=True)
class BookAccount:
    """A book with what became of its numbers; `state` as people see it."""

    book: Book
    state: State
    runs: tuple[Run, ...]

    def count(self, *fates: Fate) -> int:
        return sum(run.size for run in self.runs if run.fate in fates)


@dataclass(frozen=True)
class RegisterAccount:
    """Every number 1..top of one series and year. `runs` cover all of it without a hole."""

    series: str
    year_be: int
    runs: tuple[Run, ...]
    books: tuple[BookAccount, ...]

    @property
    def top(self) -> int:
        return self.runs[-1].hi if self.runs else 0

    def count(self, *fates: Fate) -> int:
        return sum(run.size for run in self.runs if run.fate in fates)
