"""A kind of case (a complaint, a notification, a licence) as its data file says it, read strictly.

The fields here are the format of `resources/cases/*.json`; `resources/cases/schema.json` is made of them.
"""

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Code = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_.]{0,39}$")]
Figure = Annotated[int, Meta(ge=0, le=1_000_000)]


class Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Data of a file in which no word may be misspelt."""


class Words(Strict, frozen=True):
    th: Annotated[str, Meta(min_length=1)]
    en: Annotated[str, Meta(min_length=1)]

    def in_language(self, language: str) -> str:
        return self.en if language == "en" else self.th


class Choice(Strict, frozen=True):
    code: Code
    name: Words


class When(Strict, frozen=True):
    """Only where a field has this value."""

    field: Code
    equals: str


class Field(Strict, frozen=True):
    """One line of the form. `least` and `most`: of a figure its bounds, of a text its most letters."""

    code: Code
    type: Literal["text", "long_text", "number", "decimal", "money", "date", "phone", "choice", "yes_no"]
    name: Words
    required: bool = False
    hint: Words | None = None
    least: float | None = None
    most: float | None = None
    choices: tuple[Choice, ...] = ()
    when: When | None = None


class Item(Strict, frozen=True):
    """A paper that the citizen brings; `sample` says how a right one looks."""

    code: Code
    name: Words
    sample: Words
    required: bool = True
    when: When | None = None


class Category(Strict, frozen=True):
    """What it is about: who owns it (code of a unit) and in how many hours it is to be done.

    `key`: the digit that chooses it. `restricted`: only cleared people of the owning unit see the case.
    `agency`: who else it may belong to.
    """

    code: Code
    name: Words
    unit: str
    hours: Annotated[int, Meta(ge=1, le=8760)] | None = None
    key: Annotated[int, Meta(ge=1, le=9)] | None = None
    restricted: bool = False
    agency: Words | None = None


class Channel(Strict, frozen=True):
    """A way in which it comes. `electronic`: outside office hours it counts as received on the next working day."""

    code: Code
    name: Words
    electronic: bool = False


ClockState = Literal["runs", "stands", "ended"]


class State(Strict, frozen=True):
    code: Code
    name: Words
    clock: ClockState


Who = Literal["intake", "owner", "head", "anyone"]
"""Of the unit that received it; of the unit that has it or a part of it; a head or an executive; anybody."""
Asked = Literal["text", "reason", "agency", "unit", "person", "item", "score", "cost", "case", "photo"]
Effect = Literal["own", "split", "part", "assign", "item", "rate", "link"]
"""own: another unit has it; split: another unit has a part; part: a unit is done with its part."""


class Step(Strict, frozen=True):
    """What may be done with a case: from which states (none named: from every one), into which (none: it stays)."""

    code: Code
    name: Words
    told: Words
    who: Annotated[tuple[Who, ...], Meta(min_length=1)]
    begins: tuple[Code, ...] = ()
    to: Code | None = None
    asks: tuple[Asked, ...] = ()
    may_ask: tuple[Asked, ...] = ()
    effect: Effect | None = None


class RuleOfDays(Strict, frozen=True):
    """A rule of days of this kind alone, as in `resources/calendar/rules.json`."""

    code: str
    amount: Figure
    unit: Literal["working", "calendar"]
    name: Words
    cite: Words
    moves: bool = True


class Clock(Strict, frozen=True):
    """How long it may take: a rule of days by its code, from the day it was received or on which nothing is missing."""

    rule: str
    event: Words
    starts: Literal["received", "complete"] = "received"


class Due(Strict, frozen=True):
    """A fee by its code: when it is asked, and (`yearly`) what is added when it is late."""

    fee: str
    when: Literal["opening", "decision", "yearly"]
    late_percent: Annotated[int, Meta(ge=0, le=100)] = 0


class PaperIssued(Strict, frozen=True):
    """A paper that the case gives: `form` is the office's own label of it."""

    code: Code
    name: Words
    layout: Literal["slip", "notice", "crew_sheet", "certificate"]
    form: str = ""
    text: Words | None = None
    states: tuple[Code, ...] = ()


class Nearby(Strict, frozen=True):
    """How near and how recent a case of the same category must be to be offered as the same."""

    metres: Annotated[int, Meta(ge=1, le=5000)]
    days: Annotated[int, Meta(ge=1, le=366)]


class Reporter(Strict, frozen=True):
    """Whether a name is needed, and whether the people in the field are kept from it."""

    required: bool
    hidden: bool


class Kind(Strict, frozen=True):
    """A kind as it is in force from a day; a case keeps the `version` of its kind for ever."""

    code: Code
    version: Annotated[str, Meta(min_length=1, max_length=40)]
    valid_from: date
    name: Words
    cite: Words
    unit: str
    reporter: Reporter
    place: Literal["none", "optional", "required"]
    channels: Annotated[tuple[Channel, ...], Meta(min_length=1)]
    states: Annotated[tuple[State, ...], Meta(min_length=2)]
    steps: Annotated[tuple[Step, ...], Meta(min_length=1)]
    valid_to: date | None = None
    categories: tuple[Category, ...] = ()
    fields: tuple[Field, ...] = ()
    checklist: tuple[Item, ...] = ()
    clock: Clock | None = None
    rules: tuple[RuleOfDays, ...] = ()
    fees: tuple[Due, ...] = ()
    papers: tuple[PaperIssued, ...] = ()
    nearby: Nearby | None = None

    def category(self, code: str) -> Category | None:
        return next((one for one in self.categories if one.code == code), None)

    def channel(self, code: str) -> Channel | None:
        return next((one for one in self.channels if one.code == code), None)

    def state(self, code: str) -> State | None:
        return next((one for one in self.states if one.code == code), None)

    def step(self, code: str) -> Step | None:
        return next((one for one in self.steps if one.code == code), None)

    def item(self, code: str) -> Item | None:
        return next((one for one in self.checklist if one.code == code), None)

    def paper(self, code: str) -> PaperIssued | None:
        return next((one for one in self.papers if one.code == code), None)
