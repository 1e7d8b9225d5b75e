"""The people and units of the office as screens see them."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.office.ids import Id


class Role(StrEnum):
    REGISTRAR = "registrar"
    CLERK = "clerk"
    CASHIER = "cashier"
    HEAD = "head"
    EXECUTIVE = "executive"
    OFFICER = "officer"


APPROVERS = frozenset({Role.HEAD, Role.EXECUTIVE})
"""Who may be the second person where one may not act alone."""


class PinState(StrEnum):
    """Whether a person may approve at this desk now."""

    NONE = "none"
    READY = "ready"
    LOCKED = "locked"
    """Too many wrong PINs: for a while."""
    OLD = "old"
    """It was set so long ago that the password must be shown again."""


@dataclass(frozen=True)
class OfficeProfile:
    name_th: str
    name_en: str
    address_th: str
    province_th: str
    phone: str | None
    tax_id: str | None
    book_prefix: str | None


@dataclass(frozen=True)
class Unit:
    id: Id
    code: str
    name_th: str
    name_en: str
    short_th: str


@dataclass(frozen=True)
class Person:
    """A member of staff; `may_unlock` says that this desk can let them in without the centre."""

    id: Id
    login: str
    name_th: str
    name_en: str
    position_th: str
    position_en: str
    unit: Unit
    role: Role
    may_unlock: bool = False


@dataclass(frozen=True)
class Post:
    """A place in the office's chain (สายงาน); `rung` counts up from 1. `holder_id` is None while it is vacant.

    `is_closed`: there is no such post any more; its letters go to the one above.
    """

    id: Id
    code: str
    name_th: str
    name_en: str
    rung: int
    unit_id: Id
    above_id: Id | None
    holder_id: Id | None
    holder_name: str = ""
    is_closed: bool = False


@dataclass(frozen=True)
class Session:
    """Who sits at this desk now."""

    person: Person
    office: OfficeProfile
    counter: str
    registers: tuple[str, ...]


@dataclass(frozen=True)
class Approver:
    """Somebody who may be the second person here."""

    person: Person
    pin: PinState

    @property
    def is_ready(self) -> bool:
        return self.pin is PinState.READY


@dataclass(frozen=True)
class Approval:
    """That `person` approved, signed with their key of this desk (`key_id`)."""

    person: Person
    key_id: Id
    signature: bytes
