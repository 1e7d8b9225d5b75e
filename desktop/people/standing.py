"""What stands in a citizen's row now, field by field: beside what somebody else wanted there."""

from collections.abc import Callable
from typing import Any

from desktop.office.ids import Id
from desktop.people.model import PERSON_PARTS

_ROW = f"SELECT {', '.join(PERSON_PARTS)} FROM person WHERE office_id = (SELECT office_id FROM device) AND id = ?"


def person_standing(one: Callable[[str, tuple[Id]], Any], person_id: Id) -> dict[str, str | None] | None:
    """Field -> words; `one` asks the store for a row. None where the citizen is not here."""
    row = one(_ROW, (person_id,))
    return dict(zip(PERSON_PARTS, row, strict=True)) if row is not None else None
