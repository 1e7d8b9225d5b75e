"""The calendar and the rules that come with the program: data files, read once."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from desktop.days.model import CalendarYear, Holiday, HolidayKind, Rule, Said, Unit, by_day
from desktop.days.rules import Calendar
from desktop.office.errors import OfficeError

_RULES = "rules.json"


@cache
def shipped_calendar() -> Calendar:
    """Every year of `resources/calendar`. OfficeError `days.unreadable` names the file."""
    holidays: list[Holiday] = []
    years: dict[int, CalendarYear] = {}
    for name in sorted(entry.name for entry in _folder().iterdir()):
        if name.endswith(".json") and name != _RULES:
            year, days = read_year(_read(name), name)
            years[year.year_be] = year
            holidays += days
    return Calendar(by_day(holidays), years)


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule ever in force. OfficeError `days.unreadable`."""
    try:
        return tuple(_rule(entry) for entry in _read(_RULES)["rules"])
    except (ValueError, KeyError, TypeError) as error:
        raise OfficeError("days.unreadable", file=_RULES) from error


def read_year(entries: Mapping[str, Any], file: str) -> tuple[CalendarYear, tuple[Holiday, ...]]:
    """One year's file: how much of it is known, and its days. OfficeError `days.unreadable`."""
    try:
        awaiting = tuple(Said(**one) for one in entries.get("awaiting", ()))
        year = CalendarYear(int(entries["year_be"]), bool(entries["complete"]), awaiting)
        return year, tuple(_holiday(entry) for entry in entries["holidays"])
    except (ValueError, KeyError, TypeError) as error:
        raise OfficeError("days.unreadable", file=file) from error


def _holiday(entry: Mapping[str, Any]) -> Holiday:
    announced = entry.get("announced")
    known = date.fromisoformat(announced) if announced else None
    return Holiday(date.fromisoformat(entry["day"]), Said(entry["th"], entry["en"]), HolidayKind(entry["kind"]), known)


def _rule(entry: Mapping[str, Any]) -> Rule:
    until = entry.get("valid_to")
    return Rule(
        entry["code"], int(entry["amount"]), Unit(entry["unit"]), Said(**entry["name"]), Said(**entry["cite"]),
        bool(entry["moves"]), date.fromisoformat(entry["valid_from"]), date.fromisoformat(until) if until else None,
    )  # fmt: skip


def _folder() -> Any:
    return resources.files("resources") / "calendar"


def _read(name: str) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads((_folder() / name).read_text("utf-8"))
    except (ValueError, OSError) as error:
        raise OfficeError("days.unreadable", file=name) from error
    return found
