"""What stands now in every field of a letter that can be amended, read from the desk's store."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from desktop.letters.merge import AMENDABLE
from desktop.letters.paper_lines import CITATION, ENCLOSURE, name_of, value_of_row
from desktop.office.ids import Id

Ask = Callable[[str, tuple[Any, ...]], Iterable[Sequence[Any]]]
"""Puts a statement to the store."""
_HERE = "office_id = (SELECT office_id FROM device) AND id = ?"
_LETTER = f"SELECT {', '.join(AMENDABLE)} FROM letter WHERE {_HERE}"
_LISTS = {
    ENCLOSURE: ("letter_enclosure", ("title", "amount", "kind")),
    CITATION: ("letter_citation", ("book_number", "letter_date")),
}
"""The table of a kind of line, and the columns that make its value."""


def standing(ask: Ask, letter_id: Id) -> dict[str, str | None] | None:
    """Field -> what stands there; None when this desk does not hold the letter."""
    letter = next(iter(ask(_LETTER, (letter_id,))), None)
    if letter is None:
        return None
    found = dict(zip(AMENDABLE, letter, strict=True))
    for kind, (table, parts) in _LISTS.items():
        columns = ("id", "taken_at", *parts)
        for line in ask(f"SELECT {', '.join(columns)} FROM {table} WHERE letter_id = ?", (letter_id,)):
            row = dict(zip(columns, line, strict=True))
            found[name_of(kind, row["id"])] = value_of_row(kind, row)
    return found
