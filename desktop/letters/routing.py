"""Sending a letter on, taking it over, being done with it, and taking it back: what is wanted, decided in order."""

from collections.abc import Iterable

import msgspec

from desktop.accounts.tables import unit
from desktop.letters import tables
from desktop.letters.model import Status
from desktop.letters.route_model import RouteState, Said
from desktop.letters.underway import (
    WAITING,
    RoutePart,
    Way,
    act_on,
    advance,
    after,
    ask,
    came_back,
    drop,
    end,
    hold_open,
    is_open,
    may_be_asked,
    note,
    route_of,
    routes_of,
    said,
    send,
    settled,
)
from desktop.office.ids import Id
from desktop.office.mutation import Context, Kind, Look, Mutation, Refused, Row, Rows


class Route(msgspec.Struct, frozen=True):
    """`routes` go at once, each of the `later` stages when all before it is done; together they are `plan_id`.

    `done_route`: the sender's own holding, which ends with it; `from_unit`: the sender's unit.
    """

    letter_id: bytes
    routes: tuple[RoutePart, ...]
    note: str | None = None
    later: tuple[tuple[RoutePart, ...], ...] = ()
    plan_id: bytes | None = None
    done_route: bytes | None = None
    from_unit: bytes | None = None


class Receive(msgspec.Struct, frozen=True):
    """`event_id`, `actor_name`: what is noted when the letter had been recalled before."""

    route_id: bytes
    event_id: bytes | None = None
    actor_name: str = ""


class Finish(msgspec.Struct, frozen=True):
    """The holder has done their part; the next stage goes."""

    route_id: bytes


class Recall(msgspec.Struct, frozen=True):
    """`event_ids`, one for each route: the letter is asked for where it was received before the recall came."""

    route_ids: tuple[bytes, ...]
    event_ids: tuple[bytes, ...] = ()
    actor_name: str = ""
    reason: str = ""


def route(rows: Rows, body: Route, context: Context) -> None:
    """Refused where every part is under way already, or the sender's own holding has ended otherwise meanwhile."""
    letter = rows.find(tables.letter, body.letter_id)
    if letter is None:
        raise Refused("letters.gone")
    for part in (*body.routes, *(part for stage in body.later for part in stage)):
        hold_open(rows, part.unit_id, context)
    own = _own(rows, body)
    there = {
        _target(row): row for row in routes_of(rows, body.letter_id) if is_open(row) and row["id"] != body.done_route
    }
    fresh = [part for part in body.routes if (part.unit_id, part.post_id, part.person_id) not in there]
    if not fresh:
        raise _already(body, (there[part.unit_id, part.post_id, part.person_id] for part in body.routes))
    way = _way(rows, body, own)
    for part in fresh:
        send(rows, way, part, context)
    _plan(rows, body)
    if own is not None:
        end(rows, own, context)
    rows.update(tables.letter, letter, status=Status.ROUTED.value, acted_at=context.at)
    advance(rows, way, context)


def _own(rows: Rows, body: Route) -> Row | None:
    """The holding that ends with the sending; refused when it is gone, or was passed on by somebody else."""
    if body.done_route is None:
        return None
    row = rows.find(tables.routing, body.done_route)
    if row is None or row["state"] == RouteState.RECALLED:
        raise settled(row)
    if row["done_at"] is not None:
        onward = (one for one in routes_of(rows, body.letter_id) if one["from_route_id"] == body.done_route)
        raise _already(body, onward)
    return row


def _already(body: Route, there: Iterable[Row]) -> Refused:
    routes = [said(row) for row in there]
    return Refused("letters.already_routed", letter_id=body.letter_id.hex(), routes=routes)


def _way(rows: Rows, body: Route, own: Row | None) -> Way:
    """What is sent on from a stage of a plan takes its place in it; a plan of the sender's own takes the old one's."""
    from_route = own["id"] if own is not None else None
    plan_id, stage = body.plan_id, 0
    if own is not None and own["plan_id"] is not None:
        if body.later:
            drop(rows, body.letter_id, own["plan_id"])
        else:
            plan_id, stage = own["plan_id"], own["stage"] or 0
    return Way(body.letter_id, body.note, body.from_unit, from_route, plan_id, stage)


def _plan(rows: Rows, body: Route) -> None:
    for stage, parts in enumerate(body.later, start=1):
        for place, part in enumerate(parts):
            values = msgspec.structs.asdict(part)
            rows.insert(
                tables.route_step,
                part.id,
                letter_id=body.letter_id,
                plan_id=body.plan_id,
                stage=stage,
                place=place,
                routing_id=values.pop("id"),
                note=body.note,
                state=WAITING,
                **values,
            )


def receive(rows: Rows, body: Receive, context: Context) -> None:
    """A letter that was recalled before is not there any more; that somebody came late is told to both."""
    row = rows.find(tables.routing, body.route_id)
    late = row is not None and row["state"] == RouteState.RECALLED
    if row is not None and late and context.authority and body.event_id is not None:
        note(rows, body.event_id, row, Said.CAME_LATE, "", body.actor_name, context)
        rows.flag("letters.route_settled", letter_id=row["letter_id"].hex(), state=row["state"], routes=[said(row)])
    else:
        _settle(rows, row, RouteState.RECEIVED, context)


def finish(rows: Rows, body: Finish, context: Context) -> None:
    """Who is done a second time changes nothing."""
    row = rows.find(tables.routing, body.route_id)
    if row is None or row["state"] == RouteState.RECALLED:
        raise settled(row)
    if row["done_at"] is None:
        end(rows, row, context)
        act_on(rows, row, context)
        advance(rows, after(row), context)


def recall(rows: Rows, body: Recall, context: Context) -> None:
    """Takes back what nobody has received. What crosses its reception is asked for, if the desk can ask."""
    found = {route_id: rows.find(tables.routing, route_id) for route_id in body.route_ids}
    sent = [row for row in found.values() if row is not None and row["state"] == RouteState.SENT]
    lost = [row for row in found.values() if row is None or row["state"] != RouteState.SENT]
    events = dict(zip(body.route_ids, body.event_ids, strict=False)) if context.authority else {}
    asked = [row for row in lost if row is not None and row["id"] in events and may_be_asked(row)]
    if (lost and not events) or not (sent or asked):
        raise settled(lost[0])
    for row in sent:
        _settle(rows, row, RouteState.RECALLED, context)
        came_back(rows, row, context)
    for row in asked:
        ask(rows, events[row["id"]], row, body.reason, body.actor_name, context)
    if lost:
        told = [said(row) for row in lost if row is not None]
        rows.flag("letters.recall_too_late", letter_id=told[0]["letter_id"] if told else "", routes=told)


def _target(row: Row) -> tuple[Id, Id | None, Id | None]:
    return row["unit_id"], row["post_id"], row["held_by"]


def _settle(rows: Rows, row: Row | None, state: RouteState, context: Context) -> None:
    if row is None or row["state"] != RouteState.SENT:
        raise settled(row)
    rows.update(tables.routing, row, state=state.value, received_by=context.user_id, received_at=context.at)


def _routed(body: Route) -> tuple[Look, ...]:
    units = {part.unit_id for part in (*body.routes, *(part for stage in body.later for part in stage))}
    own = (Look(tables.routing, "id", body.done_route),) if body.done_route else ()
    return (
        Look(tables.letter, "id", body.letter_id),
        Look(tables.routing, "letter_id", body.letter_id),
        Look(tables.route_step, "letter_id", body.letter_id),
        *(Look(unit, "id", unit_id) for unit_id in units),
        *own,
    )


def _routes_named(body: Recall) -> tuple[Look, ...]:
    return tuple(Look(tables.routing, "id", route_id) for route_id in body.route_ids)


ROUTE = Mutation("letters.route", 1, Kind.INTENT, Route, route, reads=_routed)
RECEIVE = Mutation("letters.receive", 1, Kind.INTENT, Receive, receive, reads=route_of)
FINISH = Mutation("letters.finish", 1, Kind.INTENT, Finish, finish, reads=route_of)
RECALL = Mutation("letters.recall", 1, Kind.INTENT, Recall, recall, reads=_routes_named)

MUTATIONS = (ROUTE, RECEIVE, FINISH, RECALL)
