"""Searches and what they find, as screens see them: frozen, without SQL."""

import json
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from enum import StrEnum
from typing import Any

from desktop.letters.model import LetterRow
from desktop.office.ids import Id


@dataclass(frozen=True)
class Filters:
    """What is looked for beside words; empty: everything. Within one of them any fits, between them all must.

    `unit`: hex of a unit that has the letter or its register; `since`, `until`: days of registration in Thailand;
    `mine`: letters of the unit of whoever looks.
    """

    kinds: tuple[str, ...] = ()
    registers: tuple[str, ...] = ()
    unit: str = ""
    years: tuple[int, ...] = ()
    since: date | None = None
    until: date | None = None
    urgencies: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    mine: bool = False

    @property
    def count(self) -> int:
        """How many of them are set."""
        return sum(bool(getattr(self, one.name)) for one in fields(self))


@dataclass(frozen=True)
class Search:
    """`my_unit`: the unit of whoever looks."""

    words: str
    filters: Filters
    my_unit: Id


class Place(StrEnum):
    """Where the words stand that the row of a letter does not show."""

    ADDRESSEE = "addressee"
    REMARKS = "remarks"
    ENDORSEMENT = "endorsement"
    ROUTING = "routing"
    ENCLOSURE = "letter_enclosure"
    CITATION = "letter_citation"
    TAG = "letter_tag"
    LOAN = "letter_loan"
    CANCELLATION = "letter_cancellation"
    PAGE = "letter_page_text"


@dataclass(frozen=True)
class FoundLetter:
    """A letter that was found. `said`: the words around what was found, where the row itself does not show it."""

    row: LetterRow
    exact: bool = False
    place: Place | None = None
    said: str = ""


@dataclass(frozen=True)
class Reading:
    """What the same keys say on the other keyboard, and how many letters have it (at most `MANY`)."""

    words: str
    count: int


MANY = 1_000


@dataclass(frozen=True)
class Found:
    """The beginning of a result: letters whose number it is first, then the newest.

    `read_as`: nothing had the words as they were typed, so these were looked for; `other`: little was found, and the
    other keyboard's words would find something. `behind`: changes that can't be found yet.
    """

    search: Search
    first: tuple[FoundLetter, ...]
    exact: tuple[int, ...] = ()
    read_as: str = ""
    other: Reading | None = None
    behind: int = 0


@dataclass(frozen=True)
class SavedSearch:
    """A folder of a unit that fills itself."""

    id: Id
    unit_id: Id
    name: str
    words: str
    filters: Filters
    made_by_name: str
    count: int = field(default=0, compare=False)


def written(filters: Filters) -> str:
    """As a saved search keeps it: only what is set."""
    said = {name: value for name, value in asdict(filters).items() if value}
    return json.dumps(said, default=date.isoformat, ensure_ascii=False, sort_keys=True)


def read(text: str) -> Filters:
    """What `written` wrote; what a later program added, or what no longer makes sense, is left out."""
    try:
        said = json.loads(text)
        values = {one.name: _value(one.name, said[one.name]) for one in fields(Filters) if one.name in said}
        return Filters(**values)
    except (ValueError, TypeError, KeyError):
        return Filters()


def _value(name: str, said: Any) -> Any:
    if name in ("since", "until"):
        return date.fromisoformat(said)
    if name == "years":
        return tuple(map(int, said))
    if name == "unit":
        return bytes.fromhex(said).hex()
    return bool(said) if name == "mine" else tuple(map(str, said))
