"""A letter's way read from the desk's store: its holdings, the stages that wait, what was said."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from desktop.letters.route_model import Outcome, Purpose, Route, RouteEvent, RouteState, Said, Step
from desktop.office.clock import from_utc_text
from desktop.office.ids import Id
from desktop.store.reader import Reader

_ROUTES = """
SELECT r.id, r.unit_id, coalesce(u.name_th, ''), r.purpose, r.note, r.due_date, r.state, r.sent_at, sender.name_th,
       r.received_at, receiver.name_th, r.sent_by, r.post_id, coalesce(p.name_th, ''),
       coalesce(r.held_by, p.staff_id), coalesce(holder.name_th, ''), r.from_unit_id, r.plan_id, r.stage, r.done_at,
       r.outcome, r.asked_at, r.reminded_at, r.wants_ack, r.read_at, r.read_by_name, r.acknowledged_at,
       r.acknowledged_by_name
FROM routing r
LEFT JOIN unit u ON u.office_id = r.office_id AND u.id = r.unit_id
LEFT JOIN chain_post p ON p.office_id = r.office_id AND p.id = r.post_id
LEFT JOIN staff sender ON sender.office_id = r.office_id AND sender.id = r.sent_by
LEFT JOIN staff receiver ON receiver.office_id = r.office_id AND receiver.id = r.received_by
LEFT JOIN staff holder ON holder.office_id = r.office_id AND holder.id = coalesce(r.held_by, p.staff_id)
WHERE r.letter_id = ? ORDER BY r.sent_at, r.id
"""
_STEPS = """
SELECT s.stage, s.unit_id, coalesce(u.name_th, ''), coalesce(p.name_th, ''), coalesce(n.name_th, ''), s.purpose,
       s.due_date
FROM route_step s
LEFT JOIN unit u ON u.office_id = s.office_id AND u.id = s.unit_id
LEFT JOIN chain_post p ON p.office_id = s.office_id AND p.id = s.post_id
LEFT JOIN staff n ON n.office_id = s.office_id AND n.id = coalesce(s.person_id, p.staff_id)
WHERE s.letter_id = ? AND s.state = 'waiting' ORDER BY s.stage, s.place, s.id
"""
_EVENTS = """
SELECT e.route_id, e.kind, coalesce(u.name_th, ''), e.text, e.actor_name, e.at
FROM route_event e
LEFT JOIN routing r ON r.office_id = e.office_id AND r.id = e.route_id
LEFT JOIN unit u ON u.office_id = r.office_id AND u.id = r.unit_id
WHERE e.letter_id = ? ORDER BY e.at, e.id
"""


def read(reader: Reader, letter_id: Id) -> dict[str, Any]:
    """The fields of a `Letter` that tell its way."""
    return {
        "routes": tuple(_route(row) for row in reader.rows(_ROUTES, (letter_id,))),
        "steps": tuple(_step(row) for row in reader.rows(_STEPS, (letter_id,))),
        "route_events": tuple(_event(row) for row in reader.rows(_EVENTS, (letter_id,))),
    }


def _route(row: Sequence[Any]) -> Route:
    (id_, unit, unit_name, purpose, note, due, state, sent, sender, received, receiver, sent_by, post, post_name,
     holder, holder_name, from_unit, plan, stage, done, outcome, asked, reminded, wants_ack, read_at, reader_name,
     acknowledged, acknowledger) = row  # fmt: skip
    return Route(
        id_, unit, unit_name, Purpose(purpose), note, _day(due), RouteState(state), from_utc_text(sent), sender or "",
        _moment(received), receiver, sent_by, post, post_name, holder, holder_name, from_unit, plan, stage or 0,
        _moment(done), _outcome(outcome), _moment(asked), _moment(reminded), bool(wants_ack),
        _moment(read_at), reader_name or "", _moment(acknowledged), acknowledger or "",
    )  # fmt: skip


def _outcome(word: str | None) -> Outcome | None:
    """A word of a later program means what every release knows: it is not there any more."""
    return Outcome(word) if word in tuple(Outcome) else None


def _step(row: Sequence[Any]) -> Step:
    stage, unit, unit_name, post, person, purpose, due = row
    return Step(stage, unit, unit_name, post, person, Purpose(purpose), _day(due))


def _event(row: Sequence[Any]) -> RouteEvent:
    route_id, kind, unit_name, text, who, at = row
    return RouteEvent(route_id, Said(kind), unit_name, text, who, from_utc_text(at))


def _moment(text: str | None) -> datetime | None:
    return from_utc_text(text) if text else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
