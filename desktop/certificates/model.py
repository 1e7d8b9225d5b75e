"""Certificates as screens and papers see them: frozen, without SQL. Days are local, moments aware UTC."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum
from typing import Literal

from desktop.certificates.template import Template
from desktop.office.ids import Id


class Origin(StrEnum):
    """Why a certificate was issued: on its own, as ใบแทน of one that is lost or torn, or with something put right."""

    FIRST = "first"
    REPLACEMENT = "replacement"
    CORRECTION = "correction"


class State(StrEnum):
    """What a certificate is worth on a day."""

    IN_FORCE = "in_force"
    UNPAID = "unpaid"
    """A yearly fee is due and not paid; it still holds."""
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    CLOSED = "closed"
    """Its holder gave the business up."""
    REPLACED = "replaced"
    REVOKED = "revoked"


ENDED = frozenset({State.REVOKED, State.REPLACED, State.CLOSED})
"""It is worth nothing any more, and never will be again."""


class What(StrEnum):
    """What may happen to a certificate."""

    REVOKE = "revoke"
    SUSPEND = "suspend"
    RESUME = "resume"
    CLOSE = "close"
    FEE = "fee"
    RENEW = "renew"


class Level(IntEnum):
    """How it is signed: by hand on the paper, by the signer's act at a desk, with a certificate (PAdES)."""

    WET = 1
    ACT = 2
    CERTIFICATE = 3


@dataclass(frozen=True)
class ReceiptRef:
    """The receipt by which a fee was paid, as it stands on papers; `satang` of the fee and of what was added."""

    book_no: int
    number: int
    day: date
    satang: int
    late_satang: int = 0
    id: Id | None = None


@dataclass(frozen=True)
class SignedBy:
    """Who stands under a certificate, in which capacity; `subject`: the holder of the digital certificate."""

    name: str
    lines: tuple[str, ...]
    id: Id | None = None
    orders: tuple[Id, ...] = ()
    level: Level = Level.WET
    subject: str = ""


@dataclass(frozen=True)
class Wanted:
    """A certificate before it has a number. `answers`: field -> value as stored; `replaces` with the reason why."""

    template: Template
    holder_name: str
    answers: Mapping[str, str]
    signed: SignedBy
    receipt: ReceiptRef | None = None
    person_id: Id | None = None
    house_id: Id | None = None
    case_id: Id | None = None
    origin: Origin = Origin.FIRST
    replaces_id: Id | None = None
    reason: str = ""


@dataclass(frozen=True)
class Deed:
    """Something that happened to a certificate. `due_on`: the anniversary a fee is for; `expires_on` a renewal's."""

    id: Id
    what: What
    reason: str
    from_day: date
    until_day: date | None
    due_on: date | None
    expires_on: date | None
    receipt: ReceiptRef | None
    by_name: str
    counter: str
    at: datetime


@dataclass(frozen=True)
class Copy:
    """สำเนาที่ n: the certificate printed once more; the original is the first."""

    n: int
    reason: str
    by_name: str
    counter: str
    at: datetime


@dataclass(frozen=True)
class Standing:
    """What a certificate is worth on a day. `unpaid`: the anniversaries whose fee is not paid; `why` of the deed."""

    state: State
    expires_on: date | None = None
    unpaid: tuple[date, ...] = ()
    since: date | None = None
    until: date | None = None
    why: str = ""

    @property
    def holds(self) -> bool:
        return self.state in (State.IN_FORCE, State.UNPAID)


@dataclass(frozen=True)
class Line:
    """A certificate as a list shows it; `mark` as `letters.model.Mark`."""

    id: Id
    template: str
    template_version: str
    register: str
    year_be: int
    book_no: int
    number: int
    origin: Origin
    holder_name: str
    subject: str
    place: str
    issued_on: date
    standing: Standing
    copies: int
    counts_from: date
    paid_until: date
    mark: Literal["here", "centre", "attention"] = "centre"


@dataclass(frozen=True)
class Certificate:
    """A certificate whole. `replaced_by`: the certificate that took its place; `proof`: the text of its signed code."""

    line: Line
    template: Template
    answers: Mapping[str, str]
    signed: SignedBy
    receipt: ReceiptRef | None
    person_id: Id | None
    house_id: Id | None
    case_id: Id | None
    replaces_id: Id | None
    replaced_by: Id | None
    reason: str
    issued_by: str
    counter: str
    issued_at: datetime
    unit_id: Id
    device_id: Id
    mseq: int
    deeds: tuple[Deed, ...] = ()
    copies: tuple[Copy, ...] = ()
    paper_sha256: str = ""
    former: str = ""
    proof: str = ""

    @property
    def id(self) -> Id:
        return self.line.id


@dataclass(frozen=True)
class Due:
    """A line of the renewal list: what is due, when, by which fee codes."""

    line: Line
    kind: Literal["fee", "renewal"]
    due_on: date
    days_left: int
    codes: tuple[str, ...]
    late_percent: int = 0
    unpaid: int = 0
    """How many anniversaries in a row went by without their fee."""

    @property
    def is_late(self) -> bool:
        return self.days_left < 0
