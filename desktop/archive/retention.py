"""The rules of keeping that come with the program: a data file with days from which each holds, read once."""

import json
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from desktop.archive.model import Retention
from desktop.office.errors import OfficeError


@cache
def shipped() -> tuple[Retention, ...]:
    """Every rule ever in force. OfficeError `archive.rules_unreadable`."""
    try:
        text = (resources.files("resources") / "retention" / "rules.json").read_text("utf-8")
        return tuple(_rule(entry) for entry in json.loads(text)["rules"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise OfficeError("archive.rules_unreadable") from error


def _rule(entry: dict[str, Any]) -> Retention:
    until = entry["valid_to"]
    return Retention(
        entry["code"],
        entry["name"]["th"],
        entry["name"]["en"],
        entry["years"],
        tuple(entry["usual_for"]),
        entry["cite"],
        date.fromisoformat(entry["valid_from"]),
        date.fromisoformat(until) if until else None,
    )
