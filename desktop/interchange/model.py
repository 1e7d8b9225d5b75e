"""What an import is made of: columns, lines, what is wrong with them, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from desktop.letters.model import Direction, Kind
from desktop.office.ids import Id
from desktop.office.series import PAST_REGISTER

Cell: TypeAlias = "str | int | float | bool | date | datetime | None"
Line: TypeAlias = tuple[Cell, ...]


class Column(StrEnum):
    """What a column can hold: of a register of letters (domain 1.5), or of a list of houses and their waste fee."""

    NUMBER = "number"
    DAY = "day"
    BOOK_NUMBER = "book_number"
    LETTER_DATE = "letter_date"
    FROM_PARTY = "from_party"
    TO_PARTY = "to_party"
    SUBJECT = "subject"
    ACTION_TAKEN = "action_taken"
    REMARKS = "remarks"
    URGENCY = "urgency"
    SECRECY = "secrecy"
    YEAR = "year"
    HOUSE_NO = "house_no"
    MOO = "moo"
    TROK = "trok"
    SOI = "soi"
    ROAD = "road"
    TAMBON = "tambon"
    HOUSE_CODE = "house_code"
    PAYER = "payer"
    PAYER_ADDRESS = "payer_address"
    PAYER_NUMBER = "payer_number"
    RATE = "rate"
    LITRES = "litres"
    START = "start"
    STOP = "stop"
    STANDING = "standing"
    REASON = "reason"
    NOTE = "note"


_FIRST_OF_HOUSES = list(Column).index(Column.HOUSE_NO)
LETTER_COLUMNS, HOUSE_COLUMNS = tuple(Column)[:_FIRST_OF_HOUSES], tuple(Column)[_FIRST_OF_HOUSES:]


class Book(StrEnum):
    """The registers that offices keep, by what stands in them."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"
    CIRCULAR = "circular"
    MEMO = "memo"
    ORDER = "order"
    ANNOUNCEMENT = "announcement"
    EVIDENCE = "evidence"

    @property
    def direction(self) -> Direction:
        """Memos stay in the house, whatever else is no incoming letter goes out."""
        if self is Book.INCOMING:
            return Direction.INCOMING
        return Direction.INTERNAL if self is Book.MEMO else Direction.OUTGOING

    @property
    def kind(self) -> Kind:
        if self is Book.MEMO:
            return Kind.INTERNAL
        return Kind.EXTERNAL if self in (Book.INCOMING, Book.OUTGOING) else Kind(self.value)


class Reading(StrEnum):
    """The encodings of a CSV file."""

    UTF_8 = "utf-8-sig"
    UTF_16 = "utf-16"
    THAI = "cp874"


@dataclass(frozen=True)
class Sheet:
    """A file as it was looked at. `headings` stands in line `heading_line` (from 1; 0: there is none).

    `columns`: place of a column in the line -> what it holds. `sample`: the first lines of the register itself.
    """

    path: Path
    sha256: str
    encoding: Reading | None
    delimiter: str
    sheets: tuple[str, ...]
    sheet: str
    heading_line: int
    headings: tuple[str, ...]
    columns: Mapping[int, Column]
    book: Book
    sample: tuple[Line, ...]


@dataclass(frozen=True)
class Plan:
    """How a sheet shall be read. `name` of the old register; `year_be` where the lines themselves don't tell it.

    `unit` whose own register it is; None for one of the whole office.

    `left_out`: lines that shall not come in; `put_right`: line -> column -> what the clerk wrote instead.
    """

    sheet: Sheet
    columns: Mapping[int, Column]
    book: Book
    name: str
    year_be: int | None = None
    left_out: frozenset[int] = frozenset()
    put_right: Mapping[int, Mapping[Column, str]] = field(default_factory=dict)
    unit: Id | None = None

    @property
    def register(self) -> str:
        name = " ".join(self.name.replace("/", " ").split())
        return f"{PAST_REGISTER}{self.book.value}/{name}" + (f"/{self.unit.hex()}" if self.unit else "")


@dataclass(frozen=True)
class HousePlan(Plan):
    """How a list of houses shall be read. `from_month`: when accounts begin of which the file does not say it.

    `tambon`, `amphoe`, `province`: where the houses are.
    """

    from_month: str = ""
    tambon: str = ""
    amphoe: str = ""
    province: str = ""


@dataclass(frozen=True)
class PastLetter:
    """One line of an old register, ready to be entered; `received_at` aware UTC."""

    line: int
    number: int
    year_be: int
    received_at: datetime
    book_number: str
    letter_date: date | None
    from_party: str
    to_party: str
    subject: str
    remarks: str | None
    urgency: str


@dataclass(frozen=True)
class Problem:
    """What keeps a line from coming in: `code` says why, `said` what stands in the column."""

    line: int
    column: Column
    code: str
    said: str


MOST_PROBLEMS = 1_000
"""Problems that are told one by one; of more only the count."""


@dataclass(frozen=True)
class DryRun:
    """What would come of an import. `ready` lines come in, `there` are in already; `wrong` have problems.

    `seems`: lines whose paper another letter seems to bear already (sender's number and date); they come in.
    `years`: year -> (lowest number, highest number, lines).
    """

    lines: int
    ready: int
    there: int
    left_out: int
    wrong: int
    seems: int
    problems: tuple[Problem, ...]
    years: Mapping[int, tuple[int, int, int]]
    sample: tuple[PastLetter, ...]


@dataclass(frozen=True)
class Outcome:
    """What an import did: letters entered now, lines that were there, lines that stayed out; whether it was stopped."""

    import_id: Id
    entered: int
    there: int
    left_out: int
    wrong: int
    stopped: bool


@dataclass(frozen=True)
class PastImport:
    """An import as the office knows it: `entered` of `total` letters in `register`, whoever withdrew it."""

    id: Id
    register: str
    file_name: str
    file_sha256: str
    entered: int
    total: int
    by: str
    at: datetime
    withdrawn: int
    reason: str | None

    @property
    def is_unfinished(self) -> bool:
        return not self.withdrawn and self.entered < self.total
