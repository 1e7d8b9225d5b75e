"""Numbers of official papers: every integer of a series has exactly one event, at the desk and at the centre."""

from typing import Any

import msgspec
from sqlalchemy import bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from desktop.office.ids import Id
from desktop.office.mutation import Context, Rows
from desktop.office.tables import number_event as events

ISSUED, VOID = "issued", "void"


class Taken(msgspec.Struct, frozen=True):
    """A number as it was taken from a leased book: part of the body of every mutation that numbers a paper."""

    series: str
    year_be: int
    n: int
    lease_id: bytes
    epoch: int
    book_no: int = 0


_ISSUE = {
    name: dialect.insert(events).on_conflict_do_nothing()
    for name, dialect in (("sqlite", sqlite), ("postgresql", postgresql))
}
_EVENT = select(events).where(
    events.c.office_id == bindparam("office_id"),
    events.c.series == bindparam("series"),
    events.c.year_be == bindparam("year_be"),
    events.c.n == bindparam("n"),
)
_VOID = (
    events.update()
    .where(
        events.c.office_id == bindparam("o"),
        events.c.series == bindparam("s"),
        events.c.year_be == bindparam("y"),
        events.c.n == bindparam("k"),
    )
    .values(status=VOID, reason=bindparam("reason"))
)


def issue(rows: Rows, taken: Taken, entity: str, row_id: Id, context: Context) -> None:
    """Writes the event of a number; a number that already has another paper is a flag, because paper was printed."""
    number: dict[str, Any] = {"series": taken.series, "year_be": taken.year_be, "n": taken.n}
    event: dict[str, Any] = {"status": ISSUED, "entity": entity, "row_id": row_id, "device_id": context.device_id}
    event |= {"mseq": context.mseq, "at": context.at, "reason": None}
    if not rows.execute(_ISSUE[rows.dialect], number | event):
        holder = rows.all(_EVENT, **number)[0]
        if holder["row_id"] != row_id:
            rows.flag("number.taken", **number)


def void(rows: Rows, series: str, year_be: int, n: int, reason: str) -> None:
    """Marks a number void; it stays in its book for ever."""
    rows.execute(_VOID, {"s": series, "y": year_be, "k": n, "reason": reason})
