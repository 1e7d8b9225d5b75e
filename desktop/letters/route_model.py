"""A letter's way as screens see it: where it is, what was said of it, what comes next. Frozen, without SQL."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.office.ids import Id


class RouteState(StrEnum):
    SENT = "sent"
    RECEIVED = "received"
    RECALLED = "recalled"


class Purpose(StrEnum):
    ACTION = "action"
    COPY = "copy"


class Outcome(StrEnum):
    """Why a routing is recalled, where its sender did not simply recall it."""

    RETURNED = "returned"
    """It came to the wrong place (ส่งคืน)."""
    GIVEN_BACK = "given_back"
    """The receiver agreed to give it back (ขอคืน)."""


class Said(StrEnum):
    """What was said about a routing."""

    ASKED_BACK = "asked_back"
    GAVE_BACK = "gave_back"
    KEPT = "kept"
    """The receiver does not give it back."""
    RETURNED = "returned"
    REMINDED = "reminded"
    REASSIGNED = "reassigned"
    CAME_LATE = "came_late"
    """Somebody received it after it had been recalled, before they could know."""
    OTHER = "other"

    @classmethod
    def _missing_(cls, value: object) -> "Said":
        """What a later program said: its words are shown, whatever it was."""
        return cls.OTHER


@dataclass(frozen=True)
class Route:
    """One holding of a letter, from its sending on.

    `post_name`, `holder_name`: for whom in the unit, where it is not for the unit at large. `asked_at`: the sender asks
    for it back. `wants_ack`: a circular; everybody must acknowledge it.
    """

    id: Id
    unit_id: Id
    unit_name: str
    purpose: Purpose
    note: str | None
    due_date: date | None
    state: RouteState
    sent_at: datetime
    sent_by_name: str
    received_at: datetime | None
    received_by_name: str | None
    sent_by: Id = b""
    post_id: Id | None = None
    post_name: str = ""
    holder_id: Id | None = None
    holder_name: str = ""
    from_unit_id: Id | None = None
    plan_id: Id | None = None
    stage: int = 0
    done_at: datetime | None = None
    outcome: Outcome | None = None
    asked_at: datetime | None = None
    reminded_at: datetime | None = None
    wants_ack: bool = False
    read_at: datetime | None = None
    read_by_name: str = ""
    acknowledged_at: datetime | None = None
    acknowledged_by_name: str = ""

    @property
    def is_open(self) -> bool:
        """Whether somebody has still to do something about it."""
        return self.state is not RouteState.RECALLED and self.done_at is None


@dataclass(frozen=True)
class Step:
    """A part of the route whose turn has not come."""

    stage: int
    unit_id: Id
    unit_name: str
    post_name: str
    person_name: str
    purpose: Purpose
    due_date: date | None


@dataclass(frozen=True)
class RouteEvent:
    """Something that was said about a routing: `text` is the reason, the word, or the new holder's name."""

    route_id: Id
    kind: Said
    unit_name: str
    text: str
    actor_name: str
    at: datetime


@dataclass(frozen=True)
class Part:
    """To whom, of a route to be sent: a unit, a post of the chain, or one person."""

    unit_id: Id
    purpose: Purpose = Purpose.ACTION
    post_id: Id | None = None
    person_id: Id | None = None
    due: date | None = None
    wants_ack: bool = False


Stages = tuple[tuple[Part, ...], ...]
"""A route before it is sent: stages one after the other, the parts of each side by side."""


@dataclass(frozen=True)
class Recipient:
    """Who gets a letter: as `Part`, with the names of now. `is_vacant`: nobody holds that post.

    `deputies`: who acts for it and how, in words; `is_deputed`: they get the letter, and not its holder beside them.
    """

    part: Part
    unit_name: str
    post_name: str = ""
    person_name: str = ""
    is_vacant: bool = False
    deputies: tuple[str, ...] = ()
    is_deputed: bool = False


@dataclass(frozen=True)
class Template:
    """A named route of a unit, or (`unit_id` None) of the office; for one kind of letter, or (None) for all."""

    id: Id
    name: str
    unit_id: Id | None
    kind: str | None
    stages: Stages


@dataclass(frozen=True)
class Watch:
    """What a person keeps of a letter: since when they follow it, when they looked last, until when it is put away."""

    followed_at: datetime | None = None
    looked_at: datetime | None = None
    snoozed_until: date | None = None


@dataclass(frozen=True)
class Held:
    """An open letter in somebody's hands, by its routing."""

    route_id: Id
    letter_id: Id
    number: int
    year_be: int
    subject: str
    unit_id: Id
    due_date: date | None


@dataclass(frozen=True)
class Receipt:
    """A line of the matrix of a circular: what became of it at one unit; None where it has not come to that."""

    route_id: Id
    unit_name: str
    received_at: datetime | None
    read_at: datetime | None
    acknowledged_at: datetime | None
    who: str
    reminders: int
    reminded_at: datetime | None
