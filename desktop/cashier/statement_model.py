"""Money that came into the office's account by the bank's statement, and which bill it may be for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.cashier.bill_model import Bill
from desktop.office.ids import Id


@dataclass(frozen=True)
class StatementLine:
    """One sum that came in; `words` is whatever the bank says of it, `line` its place in the file (from 1)."""

    line: int
    day: date
    satang: int
    words: str


@dataclass(frozen=True)
class Statement:
    """A bank's file as it was read."""

    sha256: str
    name: str
    lines: tuple[StatementLine, ...]


class Fit(StrEnum):
    """How a sum goes with a bill."""

    EXACT = "exact"
    """The bill's reference stands in the line, and the sum is the bill's."""
    LIKELY = "likely"
    """The sum is that of one open bill only; a person must say whether it is that one."""
    OTHER_SUM = "other_sum"
    """The reference is a bill's, the sum is not."""
    PAID = "paid"
    """The bill has its receipt already."""
    NONE = "none"
    DONE = "done"
    """A receipt was issued for it from this list."""


@dataclass(frozen=True)
class Match:
    """A line as it is kept at the desk, and the bill that it may be for."""

    id: Id
    line: StatementLine
    fit: Fit
    bill: Bill | None


@dataclass(frozen=True)
class Taken:
    """What came of a file: lines that are new here, and lines that were known."""

    fresh: int
    known: int
