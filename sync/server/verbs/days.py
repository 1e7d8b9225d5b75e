"""Commands about the office's calendar: days off that are added, moved or withdrawn, and years announced whole."""

import json
from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import text

from desktop.days.model import Holiday, HolidayKind, Said
from desktop.days.mutations import Announce, DayPart, Withdraw, YearPart
from desktop.days.rules import read_year
from desktop.office.clock import SystemClock
from desktop.office.dates import BE_OFFSET, local_date, parse_thai_date
from desktop.office.errors import OfficeError
from desktop.office.ids import IdMaker
from sync.server.acts import centre_act
from sync.server.database import make_engine
from sync.server.verbs.verb import OFFICE, Option, Say, Verb

_LIST = text("""
SELECT day, kind, name_th, name_en, announced FROM holiday
WHERE office_id = :office AND withdrawn_at IS NULL ORDER BY day
""")
_HELD = text("SELECT 1 FROM holiday WHERE office_id = :office AND day = :day AND withdrawn_at IS NULL")
_OPEN = text("SELECT 1 FROM office_gate WHERE office_id = :office")


def day(typed: str) -> date:
    """`30/12/2569`, `30 ธ.ค. 2569`, `2026-12-30` or `2569-12-30`."""
    found = parse_thai_date(typed, local_date(SystemClock().now()))
    if found is not None:
        return found
    try:
        plain = date.fromisoformat(typed)
        return plain.replace(year=plain.year - BE_OFFSET) if plain.year > 2400 else plain
    except ValueError as error:
        raise ArgumentTypeError(f"not a day: {typed}") from error


def _add(options: Namespace, say: Say) -> None:
    name = Said(options.name_th, options.name_en or options.name_th)
    one = Holiday(options.day, name, HolidayKind(options.kind), options.announced)
    act(options, "days.announce", Announce(_parts([one])))
    say.done(f"{options.day} is {options.name_th}", day=str(options.day), kind=options.kind)


def _import(options: Namespace, say: Say) -> None:
    """A year's file as in `resources/calendar`."""
    year, days = read_year(_read(options.file), options.file.name)
    told = YearPart(IdMaker(SystemClock()).new(), year.year_be, int(year.complete))
    act(options, "days.announce", Announce(_parts(days), told))
    say.done(f"{len(days)} days of {year.year_be}", year=year.year_be, days=len(days), complete=year.complete)


def _withdraw(options: Namespace, say: Say) -> None:
    if not rows(options, _HELD, day=str(options.day)):
        raise OfficeError("centre.day_unknown", day=str(options.day))
    act(options, "days.withdraw", Withdraw(str(options.day)))
    say.done(f"{options.day} is again as the shipped calendar says", day=str(options.day))


def _list(options: Namespace, say: Say) -> None:
    say.rows(rows(options, _LIST))


def _parts(days: Iterable[Holiday]) -> tuple[DayPart, ...]:
    ids = IdMaker(SystemClock())
    return tuple(
        DayPart(ids.new(), str(one.day), *one.name, one.kind.value, str(one.announced) if one.announced else None)
        for one in days
    )


def _read(file: Path) -> dict[str, Any]:
    try:
        found = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise OfficeError("days.unreadable", file=file.name) from error
    return found if isinstance(found, dict) else {}


def act(options: Namespace, name: str, body: msgspec.Struct) -> None:
    """An act of the centre itself, in the office of the options."""
    if not rows(options, _OPEN):
        raise OfficeError("centre.office_unknown", office=options.office)
    engine = make_engine(options.database, pool_size=1)
    try:
        centre_act(engine, options.office, name, body)
    finally:
        engine.dispose()


def rows(options: Namespace, query: Any, **values: str) -> list[dict[str, Any]]:
    """What a query gives for the office of the options."""
    engine = make_engine(options.database, pool_size=1)
    try:
        with engine.begin() as connection:
            found = connection.execute(query, {"office": options.office, **values})
            return [dict(row) for row in found.mappings()]
    finally:
        engine.dispose()


_DAY = Option("--day", day, required=True, help="30/12/2569 or 2026-12-30")
_KIND = Option("--kind", choices=[kind.value for kind in HolidayKind], default=HolidayKind.CLOSURE.value)
_ANNOUNCED = Option("--announced", day, help="the day from which it was known")

VERBS = (
    Verb(
        *("calendar add", "a day on which the office is closed, or (--kind worked) works after all", _add, OFFICE),
        *(_DAY, Option("--name-th", required=True), Option("--name-en"), _KIND, _ANNOUNCED),
    ),
    Verb(
        *("calendar import", "a whole year's holidays from a file", _import, OFFICE),
        Option("--file", Path, required=True, help="as in resources/calendar"),
    ),
    Verb("calendar withdraw", "what the office said of a day holds no longer", _withdraw, OFFICE, _DAY),
    Verb("calendar list", "the office's own days", _list, OFFICE),
)
