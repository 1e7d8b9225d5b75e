"""What a counter calls from paper while the keeper can't be reached; it is kept here and joined to the queue later."""

from typing import Any

from desktop.office.clock import from_utc_text, utc_text
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.queue.model import Hand, State
from desktop.queue.rules import MOST_TYPED
from desktop.store import trusted_time
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

_NAMES = "id, typed, place, called_at, ended_at, state, by"
_UNJOINED = f"SELECT {_NAMES} FROM queue_hand WHERE joined_at IS NULL ORDER BY called_at, id"
_INSERT = f"INSERT INTO queue_hand ({_NAMES}) VALUES (?, ?, ?, ?, NULL, 'called', ?)"
_FINISH = "UPDATE queue_hand SET ended_at = ?, state = ? WHERE place = ? AND state = 'called'"
_JOINED = "UPDATE queue_hand SET joined_at = ? WHERE id = ?"
AT_ONCE = 200
"""Of them in one message."""


class Hands:
    """Every verb is durable when it returns."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def current(self, place: str) -> Hand | None:
        """Whom the counter called from paper and has not finished."""
        return next((one for one in self.unjoined() if one.place == place and one.state == State.CALLED), None)

    def call(self, typed: str, place: str, by: str) -> Hand:
        """The one before is done. OfficeError `queue.unknown_number` for nothing, or for more than a number."""
        words = typed.strip()
        if not words or len(words) > MOST_TYPED or not words.isprintable():
            raise OfficeError("queue.unknown_number", number=words[:MOST_TYPED])

        def act(unit: UnitOfWork) -> Hand:
            trusted_time.advance(unit.connection, unit.time)
            _finish(unit, place, State.DONE)
            hand = Hand(unit.new_id(), words, place, unit.now, None, State.CALLED, by)
            unit.connection.exec_driver_sql(_INSERT, (hand.id, words, place, unit.at, by))
            unit.changed("queue_hand", hand.id)
            return hand

        return self._desk.write(act)

    def finish(self, place: str, state: State) -> None:
        self._desk.write(lambda unit: _finish(unit, place, state))

    def unjoined(self) -> tuple[Hand, ...]:
        return tuple(_hand(row) for row in self._desk.reader.rows(_UNJOINED))

    def ready(self) -> tuple[Hand, ...]:
        """What is finished and can join the queue's record."""
        return tuple(one for one in self.unjoined() if one.state != State.CALLED)[:AT_ONCE]

    def joined(self, hands: tuple[Hand, ...]) -> None:
        def act(unit: UnitOfWork) -> None:
            for hand in hands:
                unit.connection.exec_driver_sql(_JOINED, (unit.at, hand.id))
                unit.changed("queue_hand", hand.id)

        self._desk.write(act)


def _finish(unit: UnitOfWork, place: str, state: State) -> None:
    unit.connection.exec_driver_sql(_FINISH, (utc_text(unit.now), state.value, place))


def _hand(row: tuple[Any, ...]) -> Hand:
    hand_id: Id
    hand_id, typed, place, called_at, ended_at, state, by = row
    ended = from_utc_text(ended_at) if ended_at else None
    return Hand(hand_id, typed, place, from_utc_text(called_at), ended, State(state), by)
