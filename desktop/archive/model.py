"""What the archive shows and prints: frozen, without SQL."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.office.ids import Id
from desktop.office.secrecy import Secrecy, rank
from desktop.office.series import SECRET


class Form(StrEnum):
    """The printed forms, by what a clerk calls them."""

    REGISTER = "register"
    """ทะเบียนหนังสือรับ (แบบที่ 13) or ทะเบียนหนังสือส่ง (แบบที่ 14), as the register is."""
    DISPATCH = "dispatch"
    """สมุดส่งหนังสือ (แบบที่ 16)."""
    SLIPS = "slips"
    """ใบรับหนังสือ (แบบที่ 17)."""
    STORAGE = "storage"
    """บัญชีหนังสือส่งเก็บ (แบบที่ 19)."""
    STORED = "stored"
    """ทะเบียนหนังสือเก็บ (แบบที่ 20)."""


@dataclass(frozen=True)
class Asked:
    """What somebody wants on paper: both days are among the days printed.

    `cleared`: up to which secrecy the words of a register of secret letters are printed; beyond it, and in every other
    register, a mask stands for them.
    """

    form: Form
    register: str
    first: date
    last: date
    cleared: Secrecy = Secrecy.NORMAL

    def shows(self, secrecy: str) -> bool:
        """Whether the words of a letter so secret are printed."""
        if secrecy == Secrecy.NORMAL:
            return True
        return self.register.startswith(SECRET) and rank(secrecy) <= rank(self.cleared)


@dataclass(frozen=True)
class RegisterLine:
    """A letter as its register bears it. `action` and `remarks` as columns 7 and 8 say it; `why`: it is cancelled."""

    letter_id: Id
    number: int
    year_be: int
    book_number: str
    letter_date: date | None
    from_party: str
    to_party: str
    subject: str
    at: datetime
    action: str = ""
    remarks: str = ""
    why: str | None = None


@dataclass(frozen=True)
class Gap:
    """Numbers between those printed that no letter printed here bears, and what became of them."""

    lo: int
    hi: int
    words: str


@dataclass(frozen=True)
class DispatchLine:
    """A letter on its way: who takes it, and when that was where it is known already."""

    number: int
    book_number: str
    subject: str
    from_party: str
    to_party: str
    taken_by_unit: str
    receiver: str = ""
    received_at: datetime | None = None
    remarks: str = ""
    why: str | None = None


@dataclass(frozen=True)
class Retention:
    """A rule of keeping: `years` None where letters of this class are never offered for destruction.

    `set_by`, `set_at`: who of the office set it; empty for what comes with the program.
    """

    code: str
    name_th: str
    name_en: str
    years: int | None
    usual_for: tuple[str, ...]
    cite: str
    valid_from: date
    valid_to: date | None = None
    set_by: str = ""
    set_at: datetime | None = None


@dataclass(frozen=True)
class WantedRule:
    """A rule of keeping as it was typed: `code` of the class that it is for, "" for a new one."""

    name_th: str
    years: int | None
    cite: str
    valid_from: date
    name_en: str = ""
    code: str = ""


@dataclass(frozen=True)
class Storing:
    """Where a letter was put away and as what; a later one stands instead of an earlier one."""

    retention: str
    place: str
    file_code: str
    since_be: int | None
    stored_on: date
    actor_name: str
    at: datetime


@dataclass(frozen=True)
class Hold:
    """Why a letter must stay; `released_at` once it need not any more."""

    id: Id
    reason: str
    held_by_name: str
    held_at: datetime
    released_at: datetime | None = None
    released_by_name: str = ""


@dataclass(frozen=True)
class Kept:
    """A letter as the archive sees it. `until_be`: it is kept to the end of that year, None: without end."""

    letter_id: Id
    register: str
    number: int
    year_be: int
    book_number: str
    letter_date: date | None
    subject: str
    retention: str
    years: int | None
    since_be: int
    place: str
    file_code: str
    stored_on: date | None = None
    hold: str = ""
    on_list: bool = False
    destroyed_on: date | None = None

    @property
    def until_be(self) -> int | None:
        return None if self.years is None else self.since_be + self.years


class ListState(StrEnum):
    DRAFT = "draft"
    APPROVED = "approved"
    DESTROYED = "destroyed"
    WITHDRAWN = "withdrawn"

    @classmethod
    def _missing_(cls, value: object) -> "ListState":
        """A state that a later program wrote: nothing more may be done with the list here."""
        return cls.WITHDRAWN


class Verdict(StrEnum):
    DESTROY = "destroy"
    KEEP = "keep"


class Answer(StrEnum):
    """What the National Archives said to the list."""

    AGREED = "agreed"
    NO_REPLY = "no_reply"
    """Sixty days went by: that counts as agreed."""
    WANTS_SOME = "wants_some"
    """Those that it wants are kept on the list, or handed over."""


class MemberRole(StrEnum):
    CHAIR = "chair"
    MEMBER = "member"


@dataclass(frozen=True)
class Member:
    """Somebody of the committee; `signed_on` once they signed the list."""

    id: Id
    role: MemberRole
    name: str
    position: str
    signed_on: date | None = None


@dataclass(frozen=True)
class Entry:
    """A letter on a destruction list, in the words that it had when it was put there. `hold`: it must stay now."""

    id: Id
    letter_id: Id
    place: int
    register: str
    number: int
    year_be: int
    book_number: str
    letter_date: date | None
    subject: str
    file_code: str
    retention: str
    years: int
    since_be: int
    verdict: Verdict
    reason: str = ""
    hold: str = ""


@dataclass(frozen=True)
class Approval:
    """Who approved a list, and what the National Archives had said."""

    name: str
    position: str
    on: date
    archives_answer: Answer
    archives_sent_on: date
    archives_reference: str = ""


@dataclass(frozen=True)
class DestructionList:
    """บัญชีหนังสือขอทำลาย of a year: letters kept long enough to its end. `unit_name` "" for the whole office's."""

    id: Id
    year_be: int
    title: str
    unit_name: str
    state: ListState
    prepared_by_name: str
    prepared_at: datetime
    committee_order: str = ""
    approval: Approval | None = None
    destroyed_on: date | None = None
    destroyed_how: str = ""
    members: tuple[Member, ...] = ()
    count: int = 0
    to_destroy: int = 0
    held: int = 0
