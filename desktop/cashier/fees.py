"""The fee catalogue: data files with the day they come into force, read once."""

import json
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from desktop.cashier.model import Fee
from desktop.office.errors import OfficeError


@cache
def catalogue() -> tuple[Fee, ...]:
    """Every fee of every ordinance in `resources/fees`. OfficeError `cashier.fees_unreadable` names the file."""
    found: list[Fee] = []
    for file in sorted((resources.files("resources") / "fees").iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".json"):
            try:
                found += [_fee(entry) for entry in json.loads(file.read_text("utf-8"))["fees"]]
            except (ValueError, KeyError, TypeError) as error:
                raise OfficeError("cashier.fees_unreadable", file=file.name) from error
    return tuple(found)


def _fee(entry: dict[str, Any]) -> Fee:
    until = entry.pop("valid_to", None)
    begins = date.fromisoformat(entry.pop("valid_from"))
    return Fee(valid_from=begins, valid_to=date.fromisoformat(until) if until else None, **entry)
