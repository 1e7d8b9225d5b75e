"""Sheets of paper that went to a printer: what each was to be, and what became of it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desktop.devices.printing import Media
from desktop.office.ids import Id


class Role(StrEnum):
    ORIGINAL = "original"
    COPY = "copy"
    BOTH = "both"
    """Original and copy side by side on one sheet."""
    PAGE = "page"
    """A page of a paper that knows no copies."""
    PILE = "pile"
    """Many sheets of many papers, counted and not told apart."""


class Outcome(StrEnum):
    SENT = "sent"
    """On its way, or nobody knows."""
    OUT = "out"
    NOT_OUT = "not_out"
    SPOILED = "spoiled"
    """Printed in part, or unreadable: it is kept and crossed out."""
    EXTRA = "extra"
    """Came out once more than it was sent."""


class Answer(StrEnum):
    """To ใบออกมาแล้วหรือยัง?"""

    OUT = "out"
    NOT_OUT = "not_out"
    PARTLY = "partly"
    TWICE = "twice"


class Doubt(StrEnum):
    """Why nobody can say what came out."""

    NONE = ""
    UNHEARD = "unheard"
    """The program ended between sending and hearing."""
    FAILED = "failed"
    CANCELLED = "cancelled"
    FORGOTTEN = "forgotten"
    HELD_UP = "held_up"
    """The printer rests with the job: no paper, jammed, off."""
    COUNT = "count"
    """The printer counted other sheets than were sent."""
    PERSON = "person"
    """Somebody at the printer says so."""


@dataclass(frozen=True)
class Wanted:
    """A sheet to be printed. `time`: the number in พิมพ์ซ้ำครั้งที่, 0 for none; `serial`: pre-printed on its stock.

    A pile is one of these: its sheets `page` to `of`.
    """

    role: Role
    page: int = 1
    of: int = 1
    time: int = 0
    voided: bool = False
    serial: int | None = None

    @property
    def sheets(self) -> int:
        """How many sheets of paper."""
        return self.of - self.page + 1 if self.role is Role.PILE else 1


@dataclass(frozen=True)
class Filed:
    """A paper that is only a file: the PDF as it is handed over, each page a sheet.

    `numbered`: printed once more at this desk, it bears พิมพ์ซ้ำครั้งที่; `role`: `PILE` for many papers at once.
    """

    kind: str
    label: str
    pdf: bytes
    media: Media = Media.A4
    document: Id | None = None
    role: Role = Role.PAGE
    numbered: bool = False


@dataclass(frozen=True)
class Job:
    """What is handed to a queue at once, a sheet after the other. `document`: the row it is the paper of."""

    kind: str
    label: str
    queue: str
    layout: str
    media: Media
    wanted: tuple[Wanted, ...]
    document: Id | None = None

    @property
    def sheets(self) -> int:
        return sum(one.sheets for one in self.wanted)


@dataclass(frozen=True)
class Sheet:
    id: Id
    place: int
    wanted: Wanted
    outcome: Outcome
    how: str = ""
    told_at: datetime | None = None
    told_by: str = ""


@dataclass(frozen=True)
class Run:
    """A job in the journal; `number` is the spooler's, None until it was heard."""

    id: Id
    job: Job
    begun_at: datetime
    by_name: str
    number: int | None = None
    doubt: Doubt = Doubt.NONE
    sheets: tuple[Sheet, ...] = field(default=())

    @property
    def title(self) -> str:
        """By which the spooler's jobs are known again."""
        return f"{self.job.kind} {self.id.hex()}"

    @property
    def unknown(self) -> tuple[Sheet, ...]:
        return tuple(sheet for sheet in self.sheets if sheet.outcome is Outcome.SENT)


@dataclass(frozen=True)
class Line:
    """A sheet in the register, with the run that sent it."""

    sheet: Sheet
    run: Run


@dataclass(frozen=True)
class Sums:
    """Of all that a list could show: printings, and of the sheets that left the printer how many, again and spoiled."""

    runs: int = 0
    sheets: int = 0
    reprints: int = 0
    spoiled: int = 0


@dataclass(frozen=True)
class Counts:
    """Of sheets that left the printer: how many, how many of them marked as printed again, how many spoiled."""

    sheets: int = 0
    reprints: int = 0
    spoiled: int = 0
