"""Letters that came in files, before anybody gave them a number."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.letters.model import Registration
from desktop.office.ids import Id


class Origin(StrEnum):
    EMAIL = "email"
    ARCHIVE = "archive"
    LETTER_XML = "letter_xml"
    FILE = "file"


class Standing(StrEnum):
    """What became of it: waiting for its number, registered, or put away by a person (it may be taken back)."""

    WAITING = "waiting"
    REGISTERED = "registered"
    PUT_AWAY = "put_away"


@dataclass(frozen=True)
class Piece:
    """One file inside another. `name` is only shown: nothing is ever written where it says."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True)
class Note:
    """What a clerk should know of it: `code` has its words on the screen, `about` is a name or what was said."""

    code: str
    about: str = ""


@dataclass(frozen=True)
class KeptDocument:
    """A document whose bytes the desk keeps; `page_sizes_mm` of the PDF that people read."""

    name: str
    sha256: str
    size: int
    page_sizes_mm: tuple[tuple[float, float], ...]
    source: str
    original_sha256: str | None = None
    original_size: int = 0
    original_media_type: str | None = None


@dataclass(frozen=True)
class Arrived:
    """One letter out of a file: what its form would say, its documents, what could not be taken as it is."""

    origin: Origin
    name: str
    registration: Registration
    documents: tuple[KeptDocument, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Seems:
    """A letter that is registered already and seems to be the same paper."""

    letter_id: Id
    register: str
    number: int
    year_be: int


@dataclass(frozen=True)
class Arrival:
    """An arrival as the desk keeps it."""

    id: Id
    at: datetime
    by_name: str
    standing: Standing
    arrived: Arrived
    letter_id: Id | None = None
    seems: tuple[Seems, ...] = ()
