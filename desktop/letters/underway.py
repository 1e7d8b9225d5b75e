"""A letter's holdings (routings) and the stages that wait behind them: what every verb of the way does to them."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec

from desktop.accounts.tables import unit
from desktop.letters import tables
from desktop.letters.model import Status
from desktop.letters.route_model import Outcome, Purpose, RouteState, Said
from desktop.office.clock import from_utc_text
from desktop.office.dates import local_date
from desktop.office.ids import Id
from desktop.office.mutation import Context, Look, Refused, Row, Rows

WAITING, SENT, DROPPED = "waiting", "sent", "dropped"


class RoutePart(msgspec.Struct, frozen=True):
    """To one unit, or to a post or a person in it. `wants_ack`: 1 in a circular."""

    id: bytes
    unit_id: bytes
    purpose: str
    due_date: str | None = None
    post_id: bytes | None = None
    person_id: bytes | None = None
    wants_ack: int = 0


class Way(NamedTuple):
    """What all parts of one sending have in common."""

    letter_id: Id
    note: str | None
    from_unit: Id | None = None
    from_route: Id | None = None
    plan_id: Id | None = None
    stage: int = 0


def send(rows: Rows, way: Way, part: RoutePart, context: Context) -> None:
    rows.insert(
        tables.routing,
        part.id,
        letter_id=way.letter_id,
        unit_id=part.unit_id,
        purpose=part.purpose,
        note=way.note,
        due_date=part.due_date,
        state=RouteState.SENT.value,
        sent_by=context.user_id,
        sent_at=context.at,
        received_by=None,
        received_at=None,
        post_id=part.post_id,
        held_by=part.person_id,
        from_unit_id=way.from_unit,
        from_route_id=way.from_route,
        plan_id=way.plan_id,
        stage=way.stage,
        wants_ack=part.wants_ack,
        **_NOTHING_YET,
    )


_NOTHING_YET: dict[str, Any] = dict.fromkeys(
    ("done_at", "outcome", "asked_at", "reminded_at", "read_at", "read_by_name", "acknowledged_at",
     "acknowledged_by_name")
)  # fmt: skip


def end(rows: Rows, row: Row, context: Context) -> None:
    """The holder has done their part; a question whether they give the letter back is past."""
    values: dict[str, Any] = {"done_at": context.at, "asked_at": None}
    if row["state"] == RouteState.SENT:
        values |= {"state": RouteState.RECEIVED.value, "received_by": context.user_id, "received_at": context.at}
    rows.update(tables.routing, row, **values)


def may_be_asked(row: Row) -> bool:
    return row["state"] == RouteState.RECEIVED and row["done_at"] is None and row["asked_at"] is None


def ask(rows: Rows, event_id: Id, row: Row, reason: str, who: str, context: Context) -> None:
    note(rows, event_id, row, Said.ASKED_BACK, reason, who, context)
    rows.update(tables.routing, row, asked_at=context.at)


def note(rows: Rows, event_id: Id, row: Row, kind: Said, text: str, who: str, context: Context) -> None:
    """Writes down what was said about a routing."""
    rows.insert(
        tables.route_event,
        event_id,
        letter_id=row["letter_id"],
        route_id=row["id"],
        kind=kind.value,
        text=text,
        actor_id=context.user_id,
        actor_name=who,
        at=context.at,
    )


def leave(rows: Rows, row: Row, outcome: Outcome, context: Context) -> None:
    """The letter is not there any more: returned, or given back."""
    values: dict[str, Any] = {"state": RouteState.RECALLED.value, "outcome": outcome.value, "asked_at": None}
    if row["received_at"] is None:
        values |= {"received_by": context.user_id, "received_at": context.at}
    rows.update(tables.routing, row, **values)
    came_back(rows, row, context)


def came_back(rows: Rows, row: Row, context: Context) -> None:
    """Whoever sent it on holds it again; a plan of which nothing is under way any more ends."""
    before = rows.find(tables.routing, row["from_route_id"]) if row["from_route_id"] is not None else None
    if before is not None and before["state"] == RouteState.RECEIVED and before["done_at"] is not None:
        rows.update(tables.routing, before, done_at=None)
    there = [one for one in routes_of(rows, row["letter_id"]) if one["state"] != RouteState.RECALLED]
    if row["plan_id"] is not None and not any(one["plan_id"] == row["plan_id"] for one in there):
        drop(rows, row["letter_id"], row["plan_id"])
    act_on(rows, row, context, status=None if there else Status.REGISTERED)
    advance(rows, after(row), context)


def act_on(rows: Rows, row: Row, context: Context, status: Status | None = None) -> None:
    letter = rows.find(tables.letter, row["letter_id"])
    if letter is not None:
        rows.update(tables.letter, letter, status=status.value if status else letter["status"], acted_at=context.at)


def advance(rows: Rows, way: Way, context: Context) -> None:
    """Sends the next stage of a plan when nobody has anything to do in it any more."""
    if way.plan_id is None:
        return
    routes = [row for row in routes_of(rows, way.letter_id) if row["plan_id"] == way.plan_id]
    if any(is_open(row) and row["purpose"] == Purpose.ACTION for row in routes):
        return
    waiting = _waiting(rows, way.letter_id, way.plan_id)
    stage = min((step["stage"] for step in waiting), default=0)
    for step in waiting:
        if step["stage"] == stage:
            _turn(rows, step, way, context)
    if waiting:
        advance(rows, way._replace(stage=stage), context)


def _turn(rows: Rows, step: Row, way: Way, context: Context) -> None:
    """It is this part's turn. A unit that was closed meanwhile gets nothing, and a person is told."""
    try:
        hold_open(rows, step["unit_id"], context)
    except Refused as refusal:
        rows.update(tables.route_step, step, state=DROPPED)
        rows.flag("letters.next_unit_closed", letter_id=way.letter_id.hex(), **refusal.data)
        return
    names = ("unit_id", "purpose", "due_date", "post_id", "person_id")
    part = RoutePart(step["routing_id"], **{name: step[name] for name in names}, wants_ack=step["wants_ack"] or 0)
    send(rows, way._replace(note=step["note"], stage=step["stage"]), part, context)
    rows.update(tables.route_step, step, state=SENT)


def drop(rows: Rows, letter_id: Id, plan_id: Id) -> None:
    for step in _waiting(rows, letter_id, plan_id):
        rows.update(tables.route_step, step, state=DROPPED)


def _waiting(rows: Rows, letter_id: Id, plan_id: Id) -> list[Row]:
    steps = rows.where(tables.route_step, "letter_id", letter_id)
    found = [step for step in steps if step["plan_id"] == plan_id and step["state"] == WAITING]
    return sorted(found, key=lambda step: (step["stage"], step["place"]))


def after(row: Row) -> Way:
    """The way on from a holding that ended."""
    return Way(row["letter_id"], None, row["unit_id"], row["id"], row["plan_id"], row["stage"] or 0)


def hold_open(rows: Rows, unit_id: Id, context: Context) -> None:
    """Refuses a unit that there is not (or not yet) on the day of the act."""
    found = rows.find(unit, unit_id)
    if found is None or not (found["valid_to"] or found["valid_from"]):
        return
    day = local_date(from_utc_text(context.at)).isoformat()
    if (found["valid_to"] or day) < day or (found["valid_from"] or day) > day:
        until = found["valid_to"] or found["valid_from"]
        raise Refused("letters.unit_closed", unit=found["name_th"], unit_en=found["name_en"], until=until)


def is_open(row: Row) -> bool:
    return row["state"] != RouteState.RECALLED and row["done_at"] is None


def settled(row: Row | None) -> Refused:
    """Something else has become of the routing."""
    state = row["state"] if row else "gone"
    return Refused("letters.route_settled", state=state, routes=[said(row)] if row else [])


def said(row: Row) -> dict[str, str | None]:
    """Where a letter was sent, by whom and when, who took it over or back, and whether they are done with it: what a
    late clerk is told."""
    told = {name: row[name].hex() if row[name] else None for name in ("letter_id", "unit_id", "sent_by", "received_by")}
    return told | {name: row[name] for name in ("state", "sent_at", "received_at", "done_at")}


def routes_of(rows: Rows, letter_id: Id) -> Sequence[Row]:
    return rows.where(tables.routing, "letter_id", letter_id)


def route_of(body: Any) -> tuple[Look, ...]:
    """What is read first of every act on one routing."""
    return (Look(tables.routing, "id", body.route_id),)
