"""A field of a letter as its pages seem to say it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.reading.model import Box


class Field(StrEnum):
    """The fields of a registration that papers bear, in the order of the form; values are its names there."""

    KIND = "kind"
    BOOK_NUMBER = "book_number"
    LETTER_DATE = "letter_date"
    FROM_PARTY = "from_party"
    TO_PARTY = "to_party"
    SUBJECT = "subject"
    URGENCY = "urgency"
    SECRECY = "secrecy"
    CITATIONS = "citations"
    ENCLOSURES = "enclosures"


@dataclass(frozen=True)
class Place:
    """`page` from 0; `box` in mm from the top left of that page as a reader sees it."""

    page: int
    box: Box


@dataclass(frozen=True)
class Suggestion:
    """`value` as a register takes it: words, an ISO day, the value of an enum, for a list a line for each.

    `confidence`: 0 to 1, about the share of such suggestions that are right. `alternatives`: other values that the
    pages bear, the likeliest first, without alternatives of their own.
    """

    field: Field
    value: str
    place: Place
    confidence: float
    alternatives: tuple["Suggestion", ...] = ()

    @property
    def percent(self) -> int:
        return round(self.confidence * 100)

    @property
    def is_doubtful(self) -> bool:
        """To be held against the paper sign by sign before it is taken."""
        return self.confidence < DOUBTFUL


DOUBTFUL = 0.8


@dataclass(frozen=True)
class Suggestions:
    """At most one for each field; a field of which nothing was found has none."""

    found: Mapping[Field, Suggestion] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Suggestion]:
        return (self.found[one] for one in Field if one in self.found)

    def __bool__(self) -> bool:
        return bool(self.found)

    def value_of(self, name: str) -> str:
        """`value` by the name that the field has in a registration."""
        return self.value(Field(name))

    def value(self, one: Field) -> str:
        """Empty where nothing was found."""
        return self.found[one].value if one in self.found else ""
