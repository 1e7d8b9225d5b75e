"""The calendar and the rules that come with the program: data files, read once."""

import json
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from desktop.days.model import CalendarYear, Holiday, Rule, Said, Unit, by_day
from desktop.days.rules import Calendar, read_year
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


def _rule(entry: dict[str, Any]) -> Rule:
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
