"""What the engine decides without looking at a store: where a case stands, who may do what, what is missing."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from desktop.accounts.model import Role
from desktop.cases.answers import problem
from desktop.cases.kind import Item, Kind, Step, When
from desktop.cases.model import OPENED, Deed, Event, Pause, Standing, Wanted
from desktop.office.ids import Id
from desktop.proofs.model import Claim, PaperKind
from desktop.proofs.rules import masked

HEADS = frozenset({Role.HEAD, Role.EXECUTIVE})
MOST_TEXT = 4000
_ENDED, _STANDS = "ended", "stands"


@dataclass
class _Told:
    """What the events say so far, in the order of time."""

    state: str = ""
    clock: str = "runs"
    unit_id: Id = bytes(16)
    staff_id: Id | None = None
    parts: dict[Id, bool] = field(default_factory=dict)
    items: dict[str, datetime] = field(default_factory=dict)
    pauses: list[Pause] = field(default_factory=list)
    since: datetime | None = None
    ended_at: datetime | None = None
    score: int | None = None
    linked: list[Id] = field(default_factory=list)
    crossed: set[Id] = field(default_factory=set)
    set_aside: set[Id] = field(default_factory=set)

    def hear(self, event: Event) -> None:
        self._effect(event)
        if event.to_state is None:
            return
        if event.step != OPENED and event.from_state != self.state != event.to_state:
            self.crossed.add(event.id)
            if self.clock == _ENDED:
                self.set_aside.add(event.id)
                return
        self._move(event, event.to_state, event.clock or self.clock)

    def _effect(self, event: Event) -> None:
        if event.effect == "own" and event.unit_id:
            self.unit_id, self.staff_id = event.unit_id, None
        elif event.effect == "split" and event.unit_id:
            self.parts[event.unit_id] = False
        elif event.effect == "part" and event.unit_id:
            self.parts[event.unit_id] = True
        elif event.effect == "assign":
            self.staff_id = event.staff_id
        elif event.effect == "item" and event.item:
            self.items.setdefault(event.item, event.at)
        elif event.effect == "rate":
            self.score = event.score
        elif event.effect == "link" and event.other_id:
            self.linked.append(event.other_id)

    def _move(self, event: Event, state: str, clock: str) -> None:
        """The clock also stood between an end and the reopening of a case."""
        if clock == "runs" and self.pauses and self.pauses[-1].until is None:
            last = self.pauses.pop()
            self.pauses.append(Pause(last.since, event.at, last.step))
        elif clock != "runs" and self.clock == "runs":
            self.pauses.append(Pause(event.at, None, event.step))
        self.ended_at = (self.ended_at or event.at) if clock == _ENDED else None
        self.state, self.clock, self.since = state, clock, event.at


def in_order(events: Iterable[Event]) -> list[Event]:
    """By time; a case begins with its opening, whatever a clock said."""
    return sorted(events, key=lambda one: (one.step != OPENED, one.at, one.id))


def _fold(events: Iterable[Event]) -> _Told:
    told = _Told()
    for event in in_order(events):
        told.hear(event)
    return told


def standing(events: Iterable[Event]) -> Standing:
    """Where a case stands by everything that happened, in whichever order it became known.

    The latest word counts; but what was done in ignorance of an end moves nothing (`set_aside`).
    """
    told = _fold(events)
    return Standing(
        told.state, told.clock, told.unit_id, told.staff_id, told.parts, told.items, tuple(told.pauses), told.since,
        told.ended_at, told.score, tuple(told.linked), frozenset(told.set_aside),
    )  # fmt: skip


def crossed(events: Iterable[Event]) -> frozenset[Id]:
    """The events that were done from a state in which the case no longer was."""
    return frozenset(_fold(events).crossed)


def stopped(found: Standing) -> tuple[Pause, ...]:
    """The times in which the clock stood, without the end of the case."""
    return tuple(one for one in found.pauses if found.clock != _ENDED or one.until is not None)


@dataclass(frozen=True)
class Actor:
    """Who wants to do something: the unit and the role, as the office has them."""

    unit_id: Id
    role: str


def may(step: Step, actor: Actor, units: Collection[Id], intake_unit_id: Id) -> bool:
    """Whether somebody may take a step with a case that these units have."""
    roles = {
        "anyone": True,
        "head": actor.role in HEADS,
        "owner": actor.unit_id in units,
        "intake": actor.unit_id == intake_unit_id,
    }
    return any(roles[who] for who in step.who)


def steps_from(kind: Kind, found: Standing, actor: Actor, intake_unit_id: Id) -> tuple[Step, ...]:
    """What this person may do with a case now, in the order of its kind."""
    return tuple(
        step
        for step in kind.steps
        if _begins(step, found.state)
        and may(step, actor, found.units, intake_unit_id)
        and _makes_sense(step, found, actor)
    )


def _begins(step: Step, state: str) -> bool:
    return not step.begins or state in step.begins


def _makes_sense(step: Step, found: Standing, actor: Actor) -> bool:
    """A part is done by the unit that has it."""
    return step.effect != "part" or found.parts.get(actor.unit_id) is False


def deed_problems(kind: Kind, step: Step, deed: Deed, found: Standing) -> dict[str, str]:
    """What stops a step -> its code; empty when it may be taken."""
    wrong: dict[str, str] = {}
    if not _begins(step, found.state):
        wrong["step"] = "cases.not_now"
    to = kind.state(step.to) if step.to else None
    if to is not None and to.clock == _ENDED and "reason" not in step.asks and not all(found.parts.values()):
        wrong["step"] = "cases.parts_open"
    given = {
        "text": deed.text.strip(), "reason": deed.text.strip(), "agency": deed.agency.strip(), "unit": deed.unit_id,
        "person": deed.staff_id, "item": deed.item, "score": deed.score, "cost": deed.cost_satang,
        "case": deed.other_id,
    }  # fmt: skip
    for asked in step.asks:
        if asked in given and not given[asked] and given[asked] != 0:
            wrong[asked] = "cases.missing"
    if deed.score is not None and not 1 <= deed.score <= 5:
        wrong["score"] = "cases.score_wrong"
    if deed.cost_satang is not None and not 0 <= deed.cost_satang <= 100_000_000_00:
        wrong["cost"] = "cases.amount_absurd"
    if deed.item and kind.item(deed.item) is None:
        wrong["item"] = "cases.missing"
    return wrong


def holds(when: When | None, answers: Mapping[str, str]) -> bool:
    return when is None or answers.get(when.field, "") == when.equals


def needed(kind: Kind, answers: Mapping[str, str]) -> tuple[Item, ...]:
    """The papers that this citizen must bring."""
    return tuple(item for item in kind.checklist if item.required and holds(item.when, answers))


def missing(kind: Kind, answers: Mapping[str, str], items: Collection[str]) -> tuple[Item, ...]:
    return tuple(item for item in needed(kind, answers) if item.code not in items)


def complete_at(
    kind: Kind, answers: Mapping[str, str], items: Mapping[str, datetime], opened: datetime
) -> datetime | None:
    """When the last paper came that was missing; None while one is."""
    if missing(kind, answers, items):
        return None
    return max((items[item.code] for item in needed(kind, answers)), default=opened)


def wanted_problems(wanted: Wanted) -> dict[str, str]:
    """Field -> code of what stops a case from being opened."""
    kind, wrong = wanted.kind, dict[str, str]()
    if not wanted.text.strip():
        wrong["text"] = "cases.missing"
    elif len(wanted.text) > MOST_TEXT:
        wrong["text"] = "cases.too_long"
    if kind.channel(wanted.channel) is None:
        wrong["channel"] = "cases.missing"
    if kind.categories and kind.category(wanted.category) is None:
        wrong["category"] = "cases.missing"
    if kind.place == "required" and not (wanted.place.text.strip() or wanted.place.is_known):
        wrong["place"] = "cases.missing"
    if kind.reporter.required and not wanted.reporter.name.strip():
        wrong["reporter"] = "cases.missing"
    for one in kind.fields:
        if holds(one.when, wanted.answers) and (code := problem(one, wanted.answers.get(one.code, ""))):
            wrong[f"field.{one.code}"] = code
    return wrong


def display_number(series: str, year_be: int, number: int) -> str:
    """`OSS-69-C2-00017`: register, fiscal year, counter where there is one, number."""
    code, _, counter = series.removeprefix("cases.").partition("/")
    return "-".join(filter(None, (code, f"{year_be % 100:02d}", counter, f"{number:05d}")))


def claim_of(wanted: Wanted, number: str, at: datetime) -> Claim:
    """What the code of a case's papers says: who asks, masked, where they stand on them; else what it is about."""
    kind, reporter = wanted.kind, wanted.reporter
    named = reporter.name if reporter is not None and not kind.reporter.hidden else ""
    return Claim(PaperKind.CASE, number, at, masked(named) if named else kind.name.th)


def set_aside(events: Sequence[Event], found: Standing) -> tuple[Event, ...]:
    """The events that a person must look at."""
    return tuple(event for event in events if event.id in found.set_aside)
