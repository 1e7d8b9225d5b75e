"""Cases and what happened to them, as screens and papers see them: frozen, without SQL."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal

from desktop.cases.kind import Kind
from desktop.office.ids import Id

OPENED = "opened"
"""The step with which every case begins."""


class FileUse(StrEnum):
    """What a picture or paper of a case shows."""

    BEFORE = "before"
    AFTER = "after"
    PAPER = "paper"


@dataclass(frozen=True)
class Place:
    """Where it is: in words, and as WGS84 in millionths of a degree with where that came from (map, gps, photo)."""

    text: str = ""
    lat_e6: int | None = None
    lon_e6: int | None = None
    source: str = ""
    accuracy_m: int | None = None
    moo: str = ""

    @property
    def is_known(self) -> bool:
        return self.lat_e6 is not None and self.lon_e6 is not None


@dataclass(frozen=True)
class Reporter:
    """Who asks; all of it may be empty where the kind allows it. `person_id`, `house_id`: rows of the people room."""

    name: str = ""
    phone: str = ""
    address: str = ""
    person_id: Id | None = None
    house_id: Id | None = None

    @property
    def is_anonymous(self) -> bool:
        return not (self.name or self.phone or self.person_id)


@dataclass(frozen=True)
class Wanted:
    """A case as the clerk typed it. `items`: codes of the papers handed in; `answers`: field -> value as stored."""

    kind: Kind
    text: str
    channel: str
    category: str = ""
    place: Place = field(default_factory=Place)
    reporter: Reporter = field(default_factory=Reporter)
    answers: Mapping[str, str] = field(default_factory=dict)
    items: tuple[str, ...] = ()
    same_as: Id | None = None


@dataclass(frozen=True)
class Deed:
    """A step as somebody takes it, with what it asks for."""

    step: str
    text: str = ""
    agency: str = ""
    unit_id: Id | None = None
    staff_id: Id | None = None
    item: str = ""
    score: int | None = None
    cost_satang: int | None = None
    other_id: Id | None = None
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Event:
    """One thing that happened. `to_state` None: the state stays. `at` is aware UTC; `clock` is that of `to_state`."""

    id: Id
    step: str
    at: datetime
    actor_id: Id
    actor_name: str
    from_state: str
    to_state: str | None = None
    clock: str | None = None
    effect: str | None = None
    text: str = ""
    agency: str = ""
    unit_id: Id | None = None
    staff_id: Id | None = None
    item: str = ""
    score: int | None = None
    cost_satang: int | None = None
    other_id: Id | None = None


@dataclass(frozen=True)
class Pause:
    """The clock stood from `since` to `until` (None: still); `step` is what stopped it."""

    since: datetime
    until: datetime | None
    step: str


@dataclass(frozen=True)
class Standing:
    """What all events of a case together say. `parts`: unit -> whether it is done with its part.

    `set_aside`: events that contradict others and move nothing, for a person to look at.
    """

    state: str
    clock: str
    unit_id: Id
    staff_id: Id | None = None
    parts: Mapping[Id, bool] = field(default_factory=dict)
    items: Mapping[str, datetime] = field(default_factory=dict)
    pauses: tuple[Pause, ...] = ()
    since: datetime | None = None
    ended_at: datetime | None = None
    score: int | None = None
    linked: tuple[Id, ...] = ()
    set_aside: frozenset[Id] = frozenset()

    @property
    def units(self) -> frozenset[Id]:
        """Everybody who has the case, or a part of it."""
        return frozenset({self.unit_id, *self.parts})


@dataclass(frozen=True)
class CaseFile:
    """A picture or paper. `public_sha256`: the copy without what the camera wrote of place, time and owner."""

    id: Id
    event_id: Id
    use: FileUse
    name: str
    media_type: str
    sha256: str
    public_sha256: str
    lat_e6: int | None
    lon_e6: int | None
    added_at: datetime


@dataclass(frozen=True)
class CaseLine:
    """A case as a list shows it; `standing` without its past, from the row. `mark` as `letters.model.Mark`."""

    id: Id
    kind: str
    kind_version: str
    series: str
    year_be: int
    number: int
    text: str
    category: str
    place: Place
    received_at: datetime
    channel: str
    state: str
    clock: str
    unit_id: Id
    staff_id: Id | None
    restricted: bool
    reporter: Reporter | None
    mark: Literal["here", "centre", "attention"] = "centre"


@dataclass(frozen=True)
class Case:
    """A case whole. `reporter` is None where nobody is known, or where this desk may not know it; `proof`: the text of
    its signed code."""

    line: CaseLine
    kind: Kind
    intake_unit_id: Id
    counter: str
    opened_by: str
    events: tuple[Event, ...]
    standing: Standing
    answers: Mapping[str, str]
    files: tuple[CaseFile, ...]
    proof: str = ""

    @property
    def id(self) -> Id:
        return self.line.id
