"""Drafts and what becomes of them as screens and papers see them: frozen, without SQL."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum

from desktop.letters.model import Enclosure, Urgency
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.secrecy import Secrecy


class Template(StrEnum):
    """The papers that a clerk may write here; which form of the regulation each has says `desktop.paper.official`."""

    EXTERNAL = "external"
    MEMO = "memo"
    SEALED = "sealed"
    ORDER = "order"
    ANNOUNCEMENT = "announcement"

    @classmethod
    def _missing_(cls, value: object) -> "Template":
        """One that a later program knows is shown as the letter that says most."""
        return cls.EXTERNAL


class State(StrEnum):
    """Where a draft is. `returned`: with remarks; `approved`: this version may be signed."""

    WRITING = "writing"
    REVIEW = "review"
    RETURNED = "returned"
    APPROVED = "approved"
    SIGNED = "signed"
    DROPPED = "dropped"


class Level(IntEnum):
    """How a paper is signed: by hand on paper, by an act of a device that signs, by a certificate (PAdES)."""

    WET = 1
    ACT = 2
    CERTIFICATE = 3


class SignedCopy(StrEnum):
    """Where the signed copy of a letter is: nowhere (it was not signed here), on paper without a scan or with one, made
    here, waiting for its digital signature or its number, or made here and waiting for the time on its signature."""

    NONE = "none"
    ON_PAPER = "on_paper"
    SCANNED = "scanned"
    MADE = "made"
    WAITING = "waiting"
    UNSTAMPED = "unstamped"


class Sending(StrEnum):
    """How a letter leaves the house."""

    HAND = "hand"
    POST = "post"
    REGISTERED_POST = "registered_post"
    EMAIL = "email"
    E_OFFICE = "e_office"

    @classmethod
    def _missing_(cls, value: object) -> "Sending":
        return cls.HAND


@dataclass(frozen=True)
class Reference:
    """One line of อ้างถึง: `หนังสือ{sender} ที่ {book_number} ลงวันที่ {letter_date}`."""

    book_number: str
    sender: str = ""
    letter_date: date | None = None


@dataclass(frozen=True)
class Content:
    """What a draft says. `body`: paragraphs, a line each. `signer_lines`: the position as it stands under the name.

    `urgent_deadline`: the moment of ด่วนภายใน, aware. `address`: where an envelope goes. `circular`: numbered with ว.
    `signer_orders`: the orders by which the signer acts for another, the first one first.
    """

    template: Template = Template.EXTERNAL
    subject: str = ""
    to_party: str = ""
    body: str = ""
    salutation: str = "เรียน"
    closing: str = "ขอแสดงความนับถือ"
    urgency: Urgency = Urgency.NORMAL
    urgent_deadline: datetime | None = None
    secrecy: Secrecy = Secrecy.NORMAL
    circular: bool = False
    references: tuple[Reference, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    signer_id: Id | None = None
    signer_name: str = ""
    signer_lines: tuple[str, ...] = ()
    owner_unit: str = ""
    phone: str = ""
    fax: str = ""
    email: str = ""
    copies_to: tuple[str, ...] = ()
    address: str = ""
    signer_orders: tuple[Id, ...] = ()


@dataclass(frozen=True)
class DraftRow:
    """One line of the list of drafts; `number`: the letter's, once it is signed.

    What it is about is what is being typed at this desk, if that is no version yet.
    """

    id: Id
    template: Template
    subject: str
    to_party: str
    urgency: Urgency
    secrecy: Secrecy
    state: State
    unit_name: str
    author_name: str
    reviewer_id: Id | None
    acted_at: datetime
    letter_id: Id | None = None
    number: int | None = None
    year_be: int | None = None
    unsealed: bool = False
    """Numbered at this desk, and its digital signature is not there yet."""
    unstamped: bool = False
    """Its digital signature waits for the time of an authority."""


@dataclass(frozen=True)
class Version:
    """The draft as somebody left it. `autosaved`: kept at this desk while it was typed, and told to nobody else."""

    id: Id
    content: Content
    author_name: str
    at: datetime
    base_id: Id | None = None
    autosaved: bool = False


@dataclass(frozen=True)
class Remark:
    """What was done with a draft: asked, returned, approved, dropped, reopened, signed."""

    act: str
    text: str
    actor_name: str
    acted_as: str
    to_name: str
    at: datetime
    version_id: Id


@dataclass(frozen=True)
class Draft:
    """A draft with everything that hangs on it; `versions` the newest first, `current` is the one that counts."""

    id: Id
    unit_id: Id
    unit_name: str
    state: State
    current: Version
    approved_version_id: Id | None
    reviewer_id: Id | None
    reviewer_name: str
    letter_id: Id | None
    versions: tuple[Version, ...]
    remarks: tuple[Remark, ...]
    newest: Version | None = None
    """What was typed at this desk after `current` and not left yet."""
    unsealed: bool = False
    """As of `DraftRow`."""
    time: "SignatureTime | None" = None
    """Of what became a letter by a digital signature."""


@dataclass(frozen=True)
class SignatureTime:
    """The time on a letter's digital signature. `at`, `authority`: who vouches for which moment, once somebody does;
    `waits`: the office has an authority, and its stamp is still to come."""

    at: datetime | None = None
    authority: str = ""
    waits: bool = False


@dataclass(frozen=True)
class TimeAuthority:
    """Who stamps the time on digital signatures; `roots`: the certificates (PEM) that are trusted for it."""

    url: str
    roots: str


@dataclass(frozen=True)
class Difference:
    """One field of two versions; of the body one paragraph each, empty where one side lacks it."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Signing:
    """How and by whom a letter was signed; `chain`: the short hash of the act, known at the desk that did it."""

    level: Level
    signer_name: str
    signer_lines: tuple[str, ...]
    actor_name: str
    at: datetime
    device: str
    mseq: int
    chain: str = ""
    certificate: str = ""
    signer_id: Id | None = None
    device_id: Id = b""


@dataclass(frozen=True)
class Signed:
    """What signing gave. `file`: the address of the paper; None while the letter waits for its official number, and
    where `trouble` stopped the paper after the number."""

    letter_id: Id
    number: int
    year_be: int
    file: str | None
    trouble: OfficeError | None = None


@dataclass(frozen=True)
class Dispatched:
    """One line of the dispatch book (สมุดส่งหนังสือ), with the receipt once it came."""

    id: Id
    letter_id: Id
    number: int
    year_be: int
    book_number: str
    subject: str
    from_party: str
    to_party: str
    sending: Sending
    reference: str
    sent_at: datetime
    sent_by_name: str
    note: str
    received_at: datetime | None = None
    received_by_name: str = ""
    receipt_note: str = ""
    copy: SignedCopy = SignedCopy.NONE


@dataclass(frozen=True)
class DispatchLine:
    """A signed letter in the dispatch book; `sent` is None while it has not left the house."""

    letter_id: Id
    number: int
    year_be: int
    book_number: str
    subject: str
    to_party: str
    copy: SignedCopy
    sent: Dispatched | None = None

    @property
    def key(self) -> Id:
        return self.sent.id if self.sent else self.letter_id


@dataclass(frozen=True)
class PictureFile:
    """The office's own Garuda; `sha256` is its content address."""

    sha256: str
    media_type: str
    set_by_name: str
    at: datetime
