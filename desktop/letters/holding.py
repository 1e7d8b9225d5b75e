"""Endorsements kept back for a moment: durable and shown as done, but not yet acts, so that they can be undone whole.

Once an endorsement is an act it may be on its way to the centre, and is put right only by a further one.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec

from desktop.letters.endorsing import ENDORSE, Endorse
from desktop.letters.model import MOMENT as MOMENT
from desktop.office.clock import utc_text
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

_HOLD = "INSERT INTO held_act (batch, letter_id, type, v, user_id, body, due) VALUES (?, ?, ?, ?, ?, ?, ?)"
_IS_DUE = "due <= ? OR due > ?"
"""By the desk's own clock: the moment is over, or the clock was set back since."""
_DUE = f"SELECT * FROM held_act WHERE {_IS_DUE} ORDER BY place"
_OF_LETTER = "SELECT * FROM held_act WHERE letter_id = ? ORDER BY place"
_ALL = "SELECT * FROM held_act ORDER BY place"
_DONE = "DELETE FROM held_act WHERE place = ?"
_WAITS = f"SELECT 1 FROM held_act WHERE {_IS_DUE} LIMIT 1"
_TAKE_BACK = "DELETE FROM held_act WHERE batch = ? AND due > ? AND due <= ? RETURNING letter_id"


def hold(unit: UnitOfWork, bodies: Sequence[Endorse], user_id: Id) -> Id:
    """Keeps endorsements back; returns the name by which they are taken back together."""
    batch, due = unit.new_id(), utc_text(unit.time.clock + MOMENT)
    for body in bodies:
        release_letter(unit, body.letter_id)
        values = (batch, body.letter_id, ENDORSE.name, ENDORSE.version, user_id, msgspec.msgpack.encode(body), due)
        unit.connection.exec_driver_sql(_HOLD, values)
        unit.changed("endorsement", body.endorsement_id)
        unit.changed("letter", body.letter_id)
    return batch


def take_back(unit: UnitOfWork, batch: Id) -> int:
    """Undoes what is still kept back; OfficeError `letters.endorsement_sent` when it is too late for all of it."""
    letters = unit.connection.exec_driver_sql(_TAKE_BACK, (batch, *_around(unit.time.clock))).all()
    if not letters:
        raise OfficeError("letters.endorsement_sent")
    for (letter_id,) in letters:
        unit.changed("letter", letter_id)
        unit.changed("endorsement", letter_id)
    return len(letters)


def release_letter(unit: UnitOfWork, letter_id: Id) -> None:
    """What is kept back of a letter becomes acts now, before anything else is done with it."""
    _perform(unit, unit.connection.exec_driver_sql(_OF_LETTER, (letter_id,)).all())


def release(desk: Desk, *, all_of_it: bool = False) -> None:
    """What is due becomes acts; `all_of_it` when the person leaves. Looks before it writes."""
    if all_of_it or desk.reader.one(_WAITS, _around(desk.clock.now())) is not None:
        desk.write(lambda unit: _release(unit, all_of_it=all_of_it))


def _release(unit: UnitOfWork, *, all_of_it: bool) -> None:
    run = unit.connection.exec_driver_sql
    _perform(unit, (run(_ALL) if all_of_it else run(_DUE, _around(unit.time.clock))).all())


def _around(now: datetime) -> tuple[str, str]:
    return utc_text(now), utc_text(now + MOMENT)


def _perform(unit: UnitOfWork, rows: Sequence[Any]) -> None:
    for row in rows:
        body = msgspec.msgpack.decode(row.body, type=Endorse)
        unit.perform(ENDORSE, body, row.user_id)
        unit.connection.exec_driver_sql(_DONE, (row.place,))
