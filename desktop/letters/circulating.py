"""Circulars (หนังสือเวียน): who has read and acknowledged; and reminding (ทวงถาม) those who have not, of any letter."""

from typing import Any

import msgspec

from desktop.letters import tables
from desktop.letters.route_model import Said
from desktop.letters.underway import act_on, advance, after, end, is_open, note, route_of
from desktop.office.mutation import Context, Kind, Look, Mutation, Rows


class Read(msgspec.Struct, frozen=True):
    """Somebody of the unit has opened it."""

    route_id: bytes
    actor_name: str


class Acknowledge(msgspec.Struct, frozen=True):
    """ทราบ: with it the unit's part is done."""

    route_id: bytes
    actor_name: str


class ReminderPart(msgspec.Struct, frozen=True):
    event_id: bytes
    route_id: bytes


class Remind(msgspec.Struct, frozen=True):
    """`text`: a word to those who are reminded."""

    letter_id: bytes
    reminders: tuple[ReminderPart, ...]
    text: str
    actor_name: str


def read(rows: Rows, body: Read, context: Context) -> None:
    """The first time counts."""
    row = rows.find(tables.routing, body.route_id)
    if row is None:
        rows.flag("letters.gone")
    elif row["read_at"] is None:
        rows.update(tables.routing, row, read_at=context.at, read_by_name=body.actor_name)


def acknowledge(rows: Rows, body: Acknowledge, context: Context) -> None:
    """Never refused: whoever says that they know, knows, even of what was recalled meanwhile. The first one stands."""
    row = rows.find(tables.routing, body.route_id)
    if row is None:
        rows.flag("letters.gone")
    elif row["acknowledged_at"] is None:
        values: dict[str, Any] = {"acknowledged_at": context.at, "acknowledged_by_name": body.actor_name}
        if row["read_at"] is None:
            values |= {"read_at": context.at, "read_by_name": body.actor_name}
        rows.update(tables.routing, row, **values)
        _end(rows, body.route_id, context)


def _end(rows: Rows, route_id: bytes, context: Context) -> None:
    row = rows.find(tables.routing, route_id)
    if row is not None and is_open(row):
        end(rows, row, context)
        act_on(rows, row, context)
        advance(rows, after(row), context)


def remind(rows: Rows, body: Remind, context: Context) -> None:
    """Those who did their part before the word came are left in peace."""
    for part in body.reminders:
        row = rows.find(tables.routing, part.route_id)
        if row is not None and is_open(row):
            note(rows, part.event_id, row, Said.REMINDED, body.text, body.actor_name, context)
            rows.update(tables.routing, row, reminded_at=context.at)


def _reminded(body: Remind) -> tuple[Look, ...]:
    return tuple(Look(tables.routing, "id", part.route_id) for part in body.reminders)


READ = Mutation("letters.read", 1, Kind.FACT, Read, read, reads=route_of)
ACKNOWLEDGE = Mutation("letters.acknowledge", 1, Kind.FACT, Acknowledge, acknowledge, reads=route_of)
REMIND = Mutation("letters.remind", 1, Kind.FACT, Remind, remind, reads=_reminded)

MUTATIONS = (READ, ACKNOWLEDGE, REMIND)
