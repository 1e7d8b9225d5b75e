"""The rows of the queue inside one transaction: reading tickets, changing one, noting what happened."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Row, func, select

from desktop.office.clock import from_utc_text, utc_text
from desktop.office.ids import Id
from desktop.queue.model import Call, Lane, State, Ticket
from desktop.queue.tables import queue_event, queue_ticket
from desktop.store.unit_of_work import UnitOfWork

_MOMENTS = ("taken_at", "called_at", "last_called_at", "ended_at")
OPEN = (State.CALLED, State.HELD)
CALL, AGAIN = "call", "again"
_SHOWN_CALLS = 12
_LOOKED_BACK = 50
"""Calls that are looked at for the row of the priority lane."""


def ticket_of(row: Row[Any]) -> Ticket:
    return ticket_from(row._mapping)


def ticket_from(row: Any) -> Ticket:
    """A ticket from a mapping of its columns."""
    known: dict[str, Any] = dict(row)
    known |= {name: from_utc_text(known[name]) if known[name] else None for name in _MOMENTS}
    known |= {"lane": Lane(known["lane"]), "state": State(known["state"]), "by_hand": bool(known["by_hand"])}
    return Ticket(**known)


def row_of(ticket: Ticket) -> dict[str, Any]:
    row = msgspec.structs.asdict(ticket)
    row |= {name: utc_text(row[name]) if row[name] else None for name in _MOMENTS}
    return row | {"lane": ticket.lane.value, "state": ticket.state.value, "by_hand": int(ticket.by_hand)}


class Ledger:
    """`op` and `by` of the request that is being answered; its first note bears the `op`."""

    def __init__(self, unit: UnitOfWork, day: str, op: Id, by: str) -> None:
        self.unit, self.day = unit, day
        self._op: Id | None = op
        self._by = by

    @property
    def now(self) -> datetime:
        return self.unit.now

    def ticket(self, ticket_id: Id) -> Ticket | None:
        return self._one(queue_ticket.c.id == ticket_id)

    def numbered(self, letter: str, number: int) -> Ticket | None:
        """A ticket of today."""
        return self._one(
            queue_ticket.c.day == self.day, queue_ticket.c.letter == letter, queue_ticket.c.number == number
        )

    def typed(self, words: str) -> Ticket | None:
        return self._one(queue_ticket.c.day == self.day, queue_ticket.c.typed == words)

    def waiting(self) -> list[Ticket]:
        """Of today; whoever waited yesterday waits no more."""
        return self._all(queue_ticket.c.state == State.WAITING.value, queue_ticket.c.day == self.day)

    def at(self, place: str) -> list[Ticket]:
        """Called to a counter and not finished: one, or none."""
        return self._all(queue_ticket.c.state == State.CALLED.value, queue_ticket.c.place == place)

    def highest(self, letter: str) -> int:
        wanted = select(func.max(queue_ticket.c.number)).where(
            queue_ticket.c.day == self.day, queue_ticket.c.letter == letter
        )
        return int(self.unit.connection.execute(wanted).scalar() or 0)

    def latest_taken(self, letter: str) -> str | None:
        """When the newest ticket of today was taken, UTC text."""
        wanted = select(func.max(queue_ticket.c.taken_at)).where(
            queue_ticket.c.day == self.day, queue_ticket.c.letter == letter
        )
        found: str | None = self.unit.connection.execute(wanted).scalar()
        return found

    def latest_lanes(self, place: str) -> list[Lane]:
        """Of the counter's first calls today, the newest first."""
        joined = queue_event.join(queue_ticket, queue_ticket.c.id == queue_event.c.ticket_id)
        wanted = select(queue_ticket.c.lane).select_from(joined)
        wanted = wanted.where(queue_event.c.kind == CALL, queue_event.c.place == place, queue_ticket.c.day == self.day)
        rows = self.unit.connection.execute(wanted.order_by(queue_event.c.seq.desc()).limit(_LOOKED_BACK))
        return [Lane(lane) for (lane,) in rows]

    def answered(self, op: Id) -> tuple[bool, Id | None]:
        """Whether this request was answered before, and which ticket it was about."""
        found = self.unit.connection.execute(select(queue_event.c.ticket_id).where(queue_event.c.op == op)).first()
        return found is not None, found[0] if found else None

    def add(self, ticket: Ticket) -> None:
        self.unit.connection.execute(queue_ticket.insert(), row_of(ticket))

    def put(self, ticket: Ticket, **changed: Any) -> Ticket:
        """The ticket as it stands from now on."""
        new = msgspec.structs.replace(ticket, **changed)
        self.unit.connection.execute(queue_ticket.update().where(queue_ticket.c.id == ticket.id), row_of(new))
        return new

    def note(self, kind: str, ticket_id: Id | None = None, place: str = "", detail: str = "") -> None:
        row = {"op": self._op, "ticket_id": ticket_id, "kind": kind, "place": place, "detail": detail}
        self.unit.connection.execute(queue_event.insert(), row | {"at": self.unit.at, "by": self._by})
        self._op = None

    def _one(self, *where: Any) -> Ticket | None:
        found = self.unit.connection.execute(select(queue_ticket).where(*where)).first()
        return ticket_of(found) if found is not None else None

    def _all(self, *where: Any) -> list[Ticket]:
        return [ticket_of(row) for row in self.unit.connection.execute(select(queue_ticket).where(*where))]


VERSION = "SELECT coalesce(max(seq), 0) FROM queue_event"
_COLUMNS = [column.name for column in queue_ticket.columns]
_NAMES = ", ".join(_COLUMNS)
_STANDING = f"""
SELECT {_NAMES} FROM queue_ticket
WHERE (state = 'waiting' AND day = ?1) OR (state IN ('called', 'held') AND day >= ?2) ORDER BY taken_at, letter, number
"""
_CALLS = f"""
SELECT e.seq, t.letter, t.number, t.typed, e.place, e.at, e.kind = '{AGAIN}'
FROM queue_event e JOIN queue_ticket t ON t.id = e.ticket_id
WHERE e.kind IN ('{CALL}', '{AGAIN}') AND t.day = ?1 AND t.by_hand = 0 ORDER BY e.seq DESC LIMIT {_SHOWN_CALLS}
"""
_HIGHEST = "SELECT letter, max(number) FROM queue_ticket WHERE day = ?1 AND typed = '' GROUP BY letter"
_DAY = f"SELECT {_NAMES} FROM queue_ticket WHERE day = ?1 ORDER BY letter, number, typed"


def tickets_of(rows: Sequence[tuple[Any, ...]]) -> tuple[Ticket, ...]:
    return tuple(ticket_from(dict(zip(_COLUMNS, row, strict=True))) for row in rows)


def calls_of(rows: Sequence[tuple[Any, ...]]) -> tuple[Call, ...]:
    def code(letter: str, number: int, typed: str) -> str:
        return Ticket(b"", "", letter, number, letter, Lane.NORMAL, State.CALLED, typed=typed).code

    return tuple(
        Call(seq, code(letter, number, typed), place, from_utc_text(at), bool(again))
        for seq, letter, number, typed, place, at, again in rows
    )


STANDING, CALLS, HIGHEST, DAY = _STANDING, _CALLS, _HIGHEST, _DAY
