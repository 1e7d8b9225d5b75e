"""Things for a person to look at, as screens see them: what was done, what was said of it, what can be done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from desktop.office.ids import Id


class Standing(StrEnum):
    """Whose turn it is: this desk's, a supervisor's, or nobody's any more."""

    OPEN = "open"
    """It waits for this desk."""
    ASKED = "asked"
    """Another desk, or another person here, asks the supervisor."""
    HANDED_UP = "handed_up"
    SETTLED = "settled"


class Way(StrEnum):
    """A way out of an item; each has one key."""

    CHOOSE = "choose"
    REDO = "redo"
    REOPEN = "reopen"
    """The letter goes once more to the unit that was done with it."""
    LINK = "link"
    EDIT = "edit"
    HAND_UP = "hand_up"
    CLOSE = "close"
    ANSWER = "answer"
    RETURN = "return"
    UNDO = "undo"


@dataclass(frozen=True)
class Named:
    """A unit or a person in both languages."""

    th: str
    en: str


@dataclass(frozen=True)
class Deed:
    """An act as it was done, kept whole: `facts` are figures and texts of its body, ids as hex."""

    type: str
    at: datetime
    who: Named
    facts: Mapping[str, Any]


@dataclass(frozen=True)
class Paper:
    """The document an item is about; `here` says that this desk holds it. `number` as people say it."""

    entity: str
    id: Id
    number: str
    title: str
    here: bool = True


@dataclass(frozen=True)
class Sides:
    """One field of which two desks wrote something else; `by` and `at`: who wrote theirs, and when."""

    field: str
    base: str | None
    mine: str | None
    theirs: str | None
    by: Named | None = None
    at: datetime | None = None


@dataclass(frozen=True)
class Sent:
    """A routing that was there first; `done_at`: its unit is done with the letter."""

    unit: Named
    state: str
    sent_by: Named
    sent_at: datetime
    received_by: Named | None
    received_at: datetime | None
    done_at: datetime | None = None


@dataclass(frozen=True)
class Question:
    """What went to the supervisor, and what came back."""

    id: Id
    note: str
    asked_by: str
    asked_at: datetime
    state: str
    answer: str = ""
    answered_by: str = ""
    answered_at: datetime | None = None


@dataclass(frozen=True)
class Settlement:
    how: str
    by: Named
    at: datetime
    reason: str


@dataclass(frozen=True)
class Item:
    """One thing to look at. `id` is the item's, or the question's where a supervisor is asked."""

    id: Id
    standing: Standing
    code: str
    at: datetime
    data: Mapping[str, Any]
    ways: tuple[Way, ...]
    deed: Deed | None = None
    paper: Paper | None = None
    sides: tuple[Sides, ...] = ()
    routes: tuple[Sent, ...] = ()
    question: Question | None = None
    settlement: Settlement | None = None


@dataclass(frozen=True)
class Tray:
    """Everything the room shows; `open` has what is asked of a supervisor first, items of one paper together."""

    open: tuple[Item, ...] = ()
    handed_up: tuple[Item, ...] = ()
    settled: tuple[Item, ...] = ()
    by_id: Mapping[Id, Item] = field(default_factory=dict)
