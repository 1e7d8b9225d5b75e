"""Letters as screens and papers see them: frozen, without SQL."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from desktop.letters.channels import Came as Came
from desktop.letters.channels import Channel as Channel
from desktop.letters.note_model import MOMENT as MOMENT
from desktop.letters.note_model import Endorsement as Endorsement
from desktop.letters.note_model import NotePlace as NotePlace
from desktop.letters.note_model import Reading as Reading
from desktop.letters.route_model import Purpose as Purpose
from desktop.letters.route_model import Route as Route
from desktop.letters.route_model import RouteEvent as RouteEvent
from desktop.letters.route_model import RouteState as RouteState
from desktop.letters.route_model import Step as Step
from desktop.office.ids import Id
from desktop.office.secrecy import Secrecy as Secrecy


class Urgency(StrEnum):
    NORMAL = "normal"
    URGENT = "urgent"
    VERY_URGENT = "very_urgent"
    MOST_URGENT = "most_urgent"


class Status(StrEnum):
    REGISTERED = "registered"
    ROUTED = "routed"
    CLOSED = "closed"


class Kind(StrEnum):
    """The kinds of official letters (ข้อ 10); a circular is an external letter or memo with a number of its own (ว)."""

    EXTERNAL = "external"
    INTERNAL = "internal"
    SEALED = "sealed"
    CIRCULAR = "circular"
    ORDER = "order"
    ANNOUNCEMENT = "announcement"
    EVIDENCE = "evidence"

    @classmethod
    def _missing_(cls, value: object) -> "Kind":
        """A kind that a later program wrote: the regulation counts whatever is none of the others as evidence."""
        return cls.EVIDENCE


class Direction(StrEnum):
    INCOMING = "incoming"
    OUTGOING = "outgoing"
    INTERNAL = "internal"


class EnclosureKind(StrEnum):
    """What an enclosure is counted by: ฉบับ, ชุด, เล่ม, แผ่น, ชิ้น, ไฟล์."""

    PAPER = "paper"
    SET = "set"
    BOOK = "book"
    DISC = "disc"
    ITEM = "item"
    FILE = "file"

    @classmethod
    def _missing_(cls, value: object) -> "EnclosureKind":
        return cls.ITEM


class Mark(StrEnum):
    """Where the last act on a document is: at this desk, at the centre, or waiting for a person."""

    HERE = "here"
    CENTRE = "centre"
    ATTENTION = "attention"


class Basket(StrEnum):
    """The inbox's baskets; what each holds is decided in `queries`."""

    ALL = "all"
    NEW = "new"
    MINE = "mine"
    DUE = "due"
    RECEIVE = "receive"
    ENDORSE = "endorse"
    CIRCULAR = "circular"
    SENT = "sent"
    FOLLOWED = "followed"
    SNOOZED = "snoozed"


class Order(StrEnum):
    """How the inbox is sorted. By due day and by urgency it shows only the letters that have one."""

    NEWEST = "newest"
    OLDEST = "oldest"
    DUE = "due"
    URGENCY = "urgency"


@dataclass(frozen=True)
class LetterRow:
    """One line of the inbox."""

    id: Id
    number: int
    year_be: int
    urgency: Urgency
    book_number: str
    subject: str
    from_party: str
    received_at: datetime
    due_date: date | None
    status: Status
    units: str
    mark: Mark
    secrecy: Secrecy = Secrecy.NORMAL
    register: str = "central"
    kind: Kind = Kind.EXTERNAL
    direction: Direction = Direction.INCOMING
    to_party: str = ""
    channel: Channel = Channel.PAPER
    urgent_deadline: datetime | None = None
    cancelled: bool = False
    has_pages: bool = True


SIGNED_SCAN = "signed_scan"
"""The `source` of a file that is the scan of the paper as it was signed by hand."""
STAMPED_PAPER = "stamped"
"""The `source` of the digitally signed paper with the stamp of its time behind it, where that came later."""


@dataclass(frozen=True)
class LetterFile:
    """A document of a letter. `sha256` is the content address of the PDF; `original_sha256` of what came in."""

    id: Id
    sha256: str
    name: str
    media_type: str
    size: int
    pages: int
    source: str
    original_sha256: str | None
    original_media_type: str | None


@dataclass(frozen=True)
class FileEvent:
    """A file came after the registration, or was withdrawn (`reason`) because it is another letter's."""

    name: str
    actor_name: str
    at: datetime
    reason: str | None = None


@dataclass(frozen=True)
class StampPlace:
    """Where the intake stamp stands: page from 0, millimetres from the page's top left corner."""

    page: int
    x_mm: float
    y_mm: float


@dataclass(frozen=True)
class Amendment:
    """One field put right after registration, or a line of a list (`paper_lines`); `reason`: why it was taken back."""

    field: str
    before: str | None
    after: str | None
    actor_name: str
    at: datetime
    reason: str = ""


@dataclass(frozen=True)
class Classification:
    """The letter became more or less secret: by whom, when and why."""

    id: Id
    before: Secrecy
    after: Secrecy
    reason: str
    actor_name: str
    at: datetime


@dataclass(frozen=True)
class Twin:
    """Another registration of the same paper."""

    letter_id: Id
    number: int
    year_be: int
    linked_by_name: str
    linked_at: datetime


@dataclass(frozen=True)
class Enclosure:
    """One line of สิ่งที่ส่งมาด้วย; `id` of its row, None before it has one."""

    title: str
    amount: int = 1
    kind: EnclosureKind = EnclosureKind.PAPER
    id: Id | None = field(default=None, compare=False)


@dataclass(frozen=True)
class CitedLetter:
    """A letter here whose book number is the one that another cites."""

    id: Id
    register: str
    number: int
    year_be: int
    subject: str


@dataclass(frozen=True)
class Citation:
    """One line of อ้างถึง; `letters`: those that this desk holds under the number, the newest first. `id` of its row."""

    book_number: str
    letter_date: date | None = None
    letters: tuple[CitedLetter, ...] = ()
    id: Id | None = field(default=None, compare=False)


@dataclass(frozen=True)
class FurtherNumber:
    """The letter's number in the register of a division."""

    id: Id
    register: str
    unit_name: str
    number: int
    year_be: int
    at: datetime
    who: str


@dataclass(frozen=True)
class Cancellation:
    """The letter was cancelled, or that was taken back: by whom, when and why."""

    cancelled: bool
    reason: str
    actor_name: str
    at: datetime


@dataclass(frozen=True)
class Loan:
    """Who has the paper of the letter, or had it."""

    id: Id
    borrower_name: str
    unit_name: str
    lent_at: datetime
    lent_by_name: str
    due_date: date | None
    note: str | None
    returned_at: datetime | None = None
    returned_to_name: str | None = None


@dataclass(frozen=True)
class Letter:
    """A letter with everything that hangs on it."""

    id: Id
    register: str
    number: int
    year_be: int
    received_at: datetime
    channel: Channel
    from_party: str
    book_number: str
    letter_date: date | None
    to_party: str
    subject: str
    urgency: Urgency
    due_date: date | None
    remarks: str | None
    status: Status
    stamp: StampPlace | None
    registered_by_name: str
    mark: Mark
    files: tuple[LetterFile, ...]
    endorsements: tuple[Endorsement, ...]
    routes: tuple[Route, ...]
    amendments: tuple[Amendment, ...] = ()
    twins: tuple[Twin, ...] = ()
    secrecy: Secrecy = Secrecy.NORMAL
    classifications: tuple[Classification, ...] = ()
    kind: Kind = Kind.EXTERNAL
    direction: Direction = Direction.INCOMING
    urgent_deadline: datetime | None = None
    enclosures: tuple[Enclosure, ...] = ()
    citations: tuple[Citation, ...] = ()
    cited_by: tuple[CitedLetter, ...] = ()
    further: tuple[FurtherNumber, ...] = ()
    cancellations: tuple[Cancellation, ...] = ()
    loans: tuple[Loan, ...] = ()
    steps: tuple[Step, ...] = ()
    route_events: tuple[RouteEvent, ...] = ()
    file_events: tuple[FileEvent, ...] = ()
    came_again: tuple[Came, ...] = ()

    @property
    def is_cancelled(self) -> bool:
        return bool(self.cancellations) and self.cancellations[-1].cancelled

    @property
    def loan(self) -> Loan | None:
        """The loan that is out, if one is."""
        return next((loan for loan in self.loans if loan.returned_at is None), None)


@dataclass(frozen=True)
class Event:
    """One line of a letter's history."""

    at: datetime
    kind: str
    who: str
    text: str


@dataclass(frozen=True)
class Registration:
    """What the clerk typed. `book_number` as on the paper, `letter_date` the letter's own date.

    `urgent_deadline`: the moment of ด่วนภายใน, aware. Of a letter that goes out `book_number` "-" is filled in with
    the number that it gets. `register`: the one that was chosen among those that fit; None takes the fittest.
    """

    from_party: str
    to_party: str
    subject: str
    book_number: str = "-"
    letter_date: date | None = None
    urgency: Urgency = Urgency.NORMAL
    channel: Channel = Channel.PAPER
    due_date: date | None = None
    remarks: str | None = None
    stamp: StampPlace | None = None
    secrecy: Secrecy = Secrecy.NORMAL
    kind: Kind = Kind.EXTERNAL
    direction: Direction = Direction.INCOMING
    urgent_deadline: datetime | None = None
    enclosures: tuple[Enclosure, ...] = ()
    citations: tuple[Citation, ...] = ()
    register: str | None = None


@dataclass(frozen=True)
class Registered:
    """What registration gave: the number (or tag, see `tags`), and the moment that stands in the stamp.

    `book_number`: the letter's own as it is now, which of a paper of ours is a new one.
    """

    id: Id
    number: int
    year_be: int
    received_at: datetime
    register: str = "central"
    book_number: str = ""


@dataclass(frozen=True)
class ToStamp:
    """A paper that bears this desk's provisional tag and must now be stamped with its official number in `register`."""

    tag_id: Id
    tag: str
    letter_id: Id
    number: int
    year_be: int
    subject: str
    from_party: str
    received_at: datetime
    register: str = "central"
