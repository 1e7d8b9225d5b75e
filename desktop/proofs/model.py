"""What a paper's code says, who vouches for the desk that signed it, and what may be thought of it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum


class PaperKind(IntEnum):
    """As one byte in the code: a value is never given another meaning."""

    RECEIPT = 1
    CERTIFICATE = 2
    CASE = 3


@dataclass(frozen=True)
class Claim:
    """What the desk signs: `number` as the paper writes it, `at` to the minute, `subject` masked by `rules.masked`."""

    kind: PaperKind
    number: str
    at: datetime
    subject: str
    satang: int = 0


@dataclass(frozen=True)
class Voucher:
    """The office's word for a desk's key, from a day to a day. `issuer`: `rules.issuer` of the office's own key.

    `content` is the whole as it stands at the beginning of every code of that desk, the office's signature at its end.
    """

    issuer: bytes
    office_name: str
    desk: str
    desk_key: bytes
    first: date
    last: date
    content: bytes


@dataclass(frozen=True)
class Proof:
    """A code taken apart; nothing of it is believed yet. `signed` is what the desk's `signature` is over."""

    voucher: Voucher
    claim: Claim
    signed: bytes
    signature: bytes


@dataclass(frozen=True)
class Lost:
    """A desk's key that may be in other hands since `at`; `desk` as `rules.short_key`."""

    desk: bytes
    at: datetime


@dataclass(frozen=True)
class Revoked:
    """A paper that does not hold any more since `at`; `paper` as `rules.short_paper`."""

    paper: bytes
    at: datetime


@dataclass(frozen=True)
class Page:
    """A month of the list as the office signed it; `before` is the SHA-256 of the page before, zeros for the first."""

    issuer: bytes
    month: date
    at: datetime
    before: bytes
    revoked: tuple[Revoked, ...]
    lost: tuple[Lost, ...]


@dataclass(frozen=True)
class Trust:
    """What a verifier needs beside the paper: the office's name, its public keys, and its list page by page."""

    office_name: str
    keys: tuple[bytes, ...]
    pages: tuple[bytes, ...] = ()


class Standing(StrEnum):
    GENUINE = "genuine"
    REVOKED = "revoked"
    ALTERED = "altered"
    """Its signatures do not fit what it says."""
    DOUBTFUL = "doubtful"
    """Signed with a desk's key after that was lost, or outside its days."""
    FOREIGN = "foreign"
    UNREADABLE = "unreadable"
    """No code of ours, or nothing to hold it against."""


@dataclass(frozen=True)
class Verdict:
    """`list_at`: the date of the list that was asked, None without one. `lost_at`: when the desk's key was lost."""

    standing: Standing
    claim: Claim | None = None
    desk: str = ""
    office_name: str = ""
    list_at: datetime | None = None
    revoked_at: datetime | None = None
    lost_at: datetime | None = None
