"""Citizens and houses as screens see them. A citizen's number is seen masked; who needs it whole gives a reason."""

from dataclasses import dataclass, field, fields
from enum import StrEnum

from desktop.office.ids import Id


class Kind(StrEnum):
    """บุคคลธรรมดา, นิติบุคคล, พระภิกษุ, คนต่างด้าว."""

    NATURAL = "natural"
    JURISTIC = "juristic"
    MONK = "monk"
    FOREIGNER = "foreigner"


class NumberKind(StrEnum):
    """เลข 13 หลัก of a person or a juristic person, or a passport's number."""

    THAI = "thai"
    PASSPORT = "passport"


class Tie(StrEnum):
    """What somebody is to a house: เจ้าของ, ผู้อยู่อาศัย, ผู้ชำระค่าธรรมเนียม."""

    OWNER = "owner"
    RESIDENT = "resident"
    PAYER = "payer"


@dataclass(frozen=True)
class Address:
    """The parts of an address as the register of houses has them, without the words that introduce them."""

    house_no: str = ""
    moo: str = ""
    trok: str = ""
    soi: str = ""
    road: str = ""
    tambon: str = ""
    amphoe: str = ""
    province: str = ""
    postcode: str = ""


@dataclass(frozen=True)
class Entry:
    """What is known of a citizen, from a card or from the keyboard.

    `monastic`: the ฉายา of a monk; `born`: ISO with 00 for an unknown month or day; `number`: as it was typed.
    """

    kind: Kind = Kind.NATURAL
    title: str = ""
    given: str = ""
    middle: str = ""
    family: str = ""
    monastic: str = ""
    name_en: str = ""
    born: str = ""
    sex: str = ""
    nationality: str = ""
    phone: str = ""
    other_phone: str = ""
    remarks: str = ""
    address: Address = field(default_factory=Address)
    number: str = ""
    number_kind: NumberKind = NumberKind.THAI


@dataclass(frozen=True)
class Citizen:
    """Somebody whom the office serves. `masked` is None where no number is known, and `-` where it can't be read here.

    `entry.number` is always empty; `ids`: this row's and those of rows that turned out to be the same person.
    """

    id: Id
    entry: Entry
    name: str
    masked: str | None
    ids: tuple[Id, ...]


@dataclass(frozen=True)
class House:
    """`code`: รหัสประจำบ้าน, 11 digits; `lat`, `lon`: WGS84 degrees as text; empty where unknown."""

    id: Id
    address: Address
    code: str = ""
    lat: str = ""
    lon: str = ""
    remarks: str = ""
    ids: tuple[Id, ...] = ()


@dataclass(frozen=True)
class Tied:
    """A citizen and a house: `who` and `where` as lines, until when (ISO) it was so."""

    id: Id
    person_id: Id
    house_id: Id
    tie: Tie
    who: str
    where: str
    until: str | None = None


@dataclass(frozen=True)
class Hit:
    """A line of what was found: `about` is an address for a citizen, the people of a house for a house."""

    entity: str
    id: Id
    name: str
    about: str
    masked: str | None = None


@dataclass(frozen=True)
class Found:
    """`read_as`: what the typed keys say on the other keyboard, where it was that which was found."""

    hits: tuple[Hit, ...] = ()
    read_as: str | None = None


ADDRESS_PARTS = tuple(part.name for part in fields(Address))
PERSON_PARTS = (
    tuple(part.name for part in fields(Entry) if part.name not in ("address", "number", "number_kind")) + ADDRESS_PARTS
)
"""What travels of a citizen in plain words, and may be put right field by field."""
HOUSE_PARTS = ("code", "lat", "lon", "remarks", *ADDRESS_PARTS)
