"""Numbers of official papers: every integer of a series has exactly one event, at the desk and at the centre."""

from typing import Any

import msgspec

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


def issue(rows: Rows, taken: Taken, entity: str, row_id: Id, context: Context) -> None:
    """Writes the event of a number; a number that already has another paper is a flag, because paper was printed."""
    number: dict[str, Any] = {"series": taken.series, "year_be": taken.year_be, "n": taken.n}
    holder = rows.look(events, taken.series, taken.year_be, taken.n)
    if holder is None:
        event: dict[str, Any] = {"status": ISSUED, "entity": entity, "row_id": row_id, "device_id": context.device_id}
        rows.add(events, **number, **event, mseq=context.mseq, at=context.at, reason=None)
    elif holder["row_id"] != row_id:
        rows.flag("number.taken", **number)


def void(rows: Rows, series: str, year_be: int, n: int, reason: str) -> None:
    """Marks a number void; it stays in its book for ever."""
    rows.change(events, series, year_be, n, status=VOID, reason=reason)
