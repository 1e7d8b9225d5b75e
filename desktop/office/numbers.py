"""Numbers of official papers: every integer of a series has exactly one event, at the desk and at the centre."""

from collections.abc import Iterable
from typing import Any

import msgspec

from desktop.office.ids import Id
from desktop.office.mutation import Context, Rows
from desktop.office.tables import number_event as events

ISSUED, VOID = "issued", "void"
CANCELLED, SUSPENSE = "cancelled", "suspense"
"""Numbers without a paper: never to be printed any more, or perhaps printed by somebody who can't be asked."""
_LATE = {CANCELLED: "number.was_cancelled", SUSPENSE: "number.was_suspense"}


class Taken(msgspec.Struct, frozen=True):
    """A number as it was taken from a leased book: part of the body of every mutation that numbers a paper."""

    series: str
    year_be: int
    n: int
    lease_id: bytes
    epoch: int
    book_no: int = 0


def issue(rows: Rows, taken: Taken, entity: str, row_id: Id, context: Context, *, keyed: bool = False) -> None:
    """Writes the event of a number; a number that already has another paper is a flag, because paper was printed.

    A number in suspense or cancelled is issued all the same, and flagged, unless somebody `keyed` it in from the paper.
    """
    number: dict[str, Any] = {"series": taken.series, "year_be": taken.year_be, "n": taken.n}
    event: dict[str, Any] = {"status": ISSUED, "entity": entity, "row_id": row_id, "device_id": context.device_id}
    event |= {"mseq": context.mseq, "at": context.at, "reason": None}
    holder = rows.look(events, *number.values())
    if holder is None:
        rows.add(events, **number, **event)
    elif holder["row_id"] == row_id:
        return
    elif holder["status"] in _LATE:
        rows.change(events, *number.values(), **event)
        if not keyed:
            rows.flag(_LATE[holder["status"]], **number)
    else:
        rows.flag("number.taken", **number)


def write_off(
    rows: Rows, series: str, year_be: int, numbers: Iterable[int], status: str, reason: str, book: Id, context: Context
) -> None:
    """Gives numbers without a paper their event; one that is issued stays so, one in suspense may be cancelled."""
    event: dict[str, Any] = {"series": series, "year_be": year_be, "status": status, "entity": "number_book"}
    event |= {"row_id": book, "device_id": context.device_id, "mseq": context.mseq, "at": context.at, "reason": reason}
    for n in numbers:
        held = rows.look(events, series, year_be, n)
        if held is None:
            rows.add(events, n=n, **event)
        elif held["status"] == SUSPENSE:
            rows.change(events, series, year_be, n, status=status, reason=reason)


def void(rows: Rows, series: str, year_be: int, n: int, reason: str) -> None:
    """Marks a number void; it stays in its book for ever."""
    rows.change(events, series, year_be, n, status=VOID, reason=reason)
