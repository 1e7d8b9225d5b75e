"""Days, rules and deadlines: frozen, without SQL."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Said(NamedTuple):
    """The same words in Thai and in English."""

    th: str
    en: str

    def in_language(self, language: str) -> str:
        return self.en if language == "en" else self.th


class HolidayKind(StrEnum):
    PUBLIC = "public"
    SUBSTITUTION = "substitution"
    SPECIAL = "special"
    CLOSURE = "closure"
    """The office itself is closed: a flood, a local feast."""
    WORKED = "worked"
    """A day that would be free and is worked after all: a holiday moved or cancelled."""


@dataclass(frozen=True)
class Holiday:
    day: date
    name: Said
    kind: HolidayKind = HolidayKind.PUBLIC
    announced: date | None = None
    """The first day on which the office knew of it; None: with the year's list."""


@dataclass(frozen=True)
class CalendarYear:
    """How much is known of a year's holidays; `awaiting` names what is still to be announced."""

    year_be: int
    complete: bool
    awaiting: tuple[Said, ...] = ()


class Unit(StrEnum):
    WORKING = "working"
    CALENDAR = "calendar"


@dataclass(frozen=True)
class Rule:
    """`amount` days after the first, which is never counted; 0: the day itself.

    `moves`: where the last day is not worked, the deadline is the next working day.
    """

    code: str
    amount: int
    unit: Unit
    name: Said
    cite: Said
    moves: bool = True
    valid_from: date = date.min
    valid_to: date | None = None


@dataclass(frozen=True)
class Stop:
    """The clock stands from the day after `since` through `until`; None: until further notice."""

    since: date
    until: date | None
    reason: Said

    def covers(self, day: date) -> bool:
        return self.since < day and (self.until is None or day <= self.until)


class Fate(StrEnum):
    COUNTED = "counted"
    EXCLUDED = "excluded"
    STOPPED = "stopped"
    MOVED = "moved"


@dataclass(frozen=True)
class Step:
    """What became of one day: the `nth` counted, or why it was not."""

    day: date
    fate: Fate
    nth: int = 0
    reason: Said | None = None


@dataclass(frozen=True)
class Deadline:
    """`due` is None while the clock stands; `last` is the last day counted. `doubtful`: years not yet all known."""

    rule: Rule
    start: date
    event: Said
    steps: tuple[Step, ...]
    last: date
    due: date | None
    doubtful: tuple[CalendarYear, ...] = ()


@dataclass(frozen=True)
class OfficeDays:
    """What the office adds to the shipped list: its own days, and the years that it knows whole."""

    days: tuple[Holiday, ...] = ()
    whole_years: frozenset[int] = frozenset()


def by_day(holidays: Iterable[Holiday]) -> dict[date, Holiday]:
    """The last word on each day."""
    return {one.day: one for one in holidays}
