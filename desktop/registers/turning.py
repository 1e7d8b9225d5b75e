"""The turn of a year at a desk, with or without a line: old books are closed, what they still had is cancelled (ปรุ)."""

from datetime import datetime
from functools import partial
from typing import Any

import msgspec

from desktop.office.clock import utc_text
from desktop.office.ids import Id
from desktop.office.series import year_end, year_of
from desktop.registers.mutations import CLOSE, CloseBook
from desktop.store import attention, trusted_time
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

NOBODY: Id = bytes(16)
_OVER = """
SELECT lease_id, series, year_be, next, hi FROM lease
WHERE closed_at IS NULL AND holder = (SELECT device_id FROM device) ORDER BY series, year_be, lo
"""
_ALONE = "numbers.year_turned"
_ASKING = "SELECT id, data FROM attention WHERE code = ? AND resolved_at IS NULL"
_SHUT = "UPDATE lease SET closed_at = ?, closed_for = ? WHERE lease_id = ? AND closed_at IS NULL"


def close_past(unit: UnitOfWork) -> int:
    """Closes every book whose year is over by the time this desk trusts; returns how many.

    A person is told when the desk turned the year alone, without the centre's word for it.
    """
    past = [row for row in unit.connection.exec_driver_sql(_OVER).all() if _is_over(unit, row.series, row.year_be)]
    for row in past:
        close(unit, row, "year_end")
    for series, year in dict.fromkeys((row.series, row.year_be) for row in past):
        heard = unit.time.heard
        if heard is None or heard < year_end(series, year):
            unit.tell_attention(_ALONE, {"year": year, "series": series})
    return len(past)


def _is_over(unit: UnitOfWork, series: str, year_be: int) -> bool:
    return year_of(series, unit.now) > year_be and not unit.time.doubts(series)


def close(unit: UnitOfWork, book: Any, reason: str, closed_by: str = "", user_id: Id = NOBODY) -> None:
    """Closes one book (a row with lease_id, series, year_be, next, hi) for ever, and says so to the centre."""
    unit.connection.exec_driver_sql(_SHUT, (unit.at, reason, book.lease_id))
    body = CloseBook(book.lease_id, book.series, book.year_be, book.next, book.hi, reason, unit.new_id(), closed_by)
    unit.perform(CLOSE, body, user_id)


def turn_years(desk: Desk) -> None:
    """Closes past books, if there are any; costs one read when there are none."""
    now = desk.now()
    held = desk.reader.rows("SELECT series, year_be FROM lease WHERE closed_at IS NULL")
    if any(year_of(series, now) > year for series, year in held):
        desk.write(close_past)


def hear(desk: Desk, said: datetime) -> None:
    """Keeps the centre's word on the time: at most once an hour, and at once when this desk's own mark is wrong.

    A year that this desk turned alone needs nobody's look any more once the centre is in the new one too.
    """
    known = trusted_time.trusted(desk.clock.now(), desk.reader.one(trusted_time.READ))
    astray = known.mark is not None and known.mark > said + trusted_time.SLACK
    if known.heard is None or astray or utc_text(known.heard)[:13] != utc_text(said)[:13]:
        desk.settle(trusted_time.HEAR, trusted_time.hear(said))
        if desk.reader.one(_ASKING, (_ALONE,)):
            desk.write(partial(_agree, said), pulled=True)


def _agree(said: datetime, unit: UnitOfWork) -> None:
    for item, data in unit.connection.exec_driver_sql(_ASKING, (_ALONE,)).all():
        turned = msgspec.msgpack.decode(data)
        if said >= year_end(turned["series"], turned["year"]):
            attention.settle(unit, item, "agreed", NOBODY, "")
