"""What stands now in every field of a letter that can be amended, read from the desk's store."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from desktop.letters.amending import LISTS, value_of
from desktop.letters.merge import AMENDABLE
from desktop.letters.paper_lines import CITATION, ENCLOSURE, name_of
from desktop.office.ids import Id

Ask = Callable[[str, tuple[Any, ...]], Iterable[Sequence[Any]]]
"""Puts a statement to the store."""
_HERE = "office_id = (SELECT office_id FROM device) AND id = ?"
_LETTER = f"SELECT {', '.join(AMENDABLE)} FROM letter WHERE {_HERE}"
_PARTS = {ENCLOSURE: ("title", "amount", "kind"), CITATION: ("book_number", "letter_date")}


def standing(ask: Ask, letter_id: Id) -> dict[str, str | None] | None:
    """Field -> what stands there; None when this desk does not hold the letter."""
    letter = next(iter(ask(_LETTER, (letter_id,))), None)
    if letter is None:
        return None
    found = dict(zip(AMENDABLE, letter, strict=True))
    for kind, table in LISTS.items():
        columns = ("id", "taken_at", *_PARTS[kind])
        for line in ask(f"SELECT {', '.join(columns)} FROM {table.name} WHERE letter_id = ?", (letter_id,)):
            row = dict(zip(columns, line, strict=True))
            found[name_of(kind, row["id"])] = value_of(kind, row)
    return found
