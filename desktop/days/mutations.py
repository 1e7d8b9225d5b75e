"""Announcing and withdrawing days: done at the centre only, read everywhere."""

import msgspec

from desktop.days import tables
from desktop.office.mutation import Context, Entity, Kind, Mutation, Row, Rows

COMMON = frozenset({"common/normal"})


class DayPart(msgspec.Struct, frozen=True):
    """One day (ISO), as in the shipped list; `id` is used only where the office has no row of that day yet."""

    id: bytes
    day: str
    name_th: str
    name_en: str
    kind: str
    announced: str | None = None


class YearPart(msgspec.Struct, frozen=True):
    id: bytes
    year_be: int
    complete: int


class Announce(msgspec.Struct, frozen=True):
    """Days that the office adds to the shipped list or puts in place of it, and how much is known of a year."""

    days: tuple[DayPart, ...] = ()
    year: YearPart | None = None


class Withdraw(msgspec.Struct, frozen=True):
    """What the office said of that day (ISO) holds no longer."""

    day: str


def announce(rows: Rows, body: Announce, context: Context) -> None:
    for part in body.days:
        values = msgspec.structs.asdict(part) | {"withdrawn_at": None}
        row_id = values.pop("id")
        known = _row_of(rows, part.day)
        if known is None:
            rows.insert(tables.holiday, row_id, **values)
        else:
            rows.update(tables.holiday, known, **values)
    if body.year is not None:
        _say_year(rows, body.year)


def _say_year(rows: Rows, part: YearPart) -> None:
    known = rows.where(tables.calendar_year, "year_be", part.year_be)
    if known:
        rows.update(tables.calendar_year, known[0], complete=part.complete)
    else:
        rows.insert(tables.calendar_year, part.id, year_be=part.year_be, complete=part.complete)


def withdraw(rows: Rows, body: Withdraw, context: Context) -> None:
    known = _row_of(rows, body.day)
    if known is not None and known["withdrawn_at"] is None:
        rows.update(tables.holiday, known, withdrawn_at=context.at)


def _row_of(rows: Rows, day: str) -> Row | None:
    return next(iter(rows.where(tables.holiday, "day", day)), None)


def everyone(rows: Rows, row: Row) -> frozenset[str]:
    return COMMON


ENTITIES = (Entity(tables.holiday, everyone), Entity(tables.calendar_year, everyone))

ANNOUNCE = Mutation("days.announce", 1, Kind.FACT, Announce, announce, centre_only=True)
WITHDRAW = Mutation("days.withdraw", 1, Kind.FACT, Withdraw, withdraw, centre_only=True)

MUTATIONS = (ANNOUNCE, WITHDRAW)
