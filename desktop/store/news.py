"""What became of rows that people want to be told of: each once, at the place where it changed last.

Written in the transaction that changed the rows, whether the clerk's or the post's. What a snapshot brings is no news:
a desk that takes one begins anew.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop.office.ids import Id
from desktop.store.members import many

if TYPE_CHECKING:
    from sqlalchemy import Connection

LETTER = "letter"
WATCHED = {
    "classification": "''",
    "endorsement": "''",
    "holiday": "kind || coalesce(withdrawn_at, '')",
    "letter_amendment": "''",
    "letter_cancellation": "''",
    "letter_custody": "''",
    "review": "state",
    "routing": "state",
}
"""Entities and what of a row counts as a change; '' where rows are never changed. A letter is news when it is new."""
KEPT = 100_000
"""Places behind the newest that are kept: what is forgotten would be news again if it came again."""

_NOTE = """
INSERT INTO news (place, entity, row_id, print)
SELECT (SELECT coalesce(max(place), 0) + 1 FROM news), '{entity}', id, {print} FROM "{entity}"
WHERE office_id = (SELECT office_id FROM device) AND id = ?
ON CONFLICT (entity, row_id) DO UPDATE SET print = excluded.print, place = excluded.place WHERE print <> excluded.print
"""
_NEW = """
INSERT INTO news (place, entity, row_id, print)
SELECT (SELECT coalesce(max(place), 0) + 1 FROM news), 'letter', ?1, ''
WHERE NOT EXISTS (SELECT 1 FROM letter WHERE office_id = (SELECT office_id FROM device) AND id = ?1)
ON CONFLICT (entity, row_id) DO NOTHING
"""
PRUNE = "DELETE FROM news WHERE place <= (SELECT max(place) FROM news) - ?"
READ = "INSERT OR REPLACE INTO briefed (staff_id, place, at) VALUES (?, ?, ?)"


def note_new(connection: "Connection", keys: Iterable[tuple[str, Id]]) -> None:
    """Before rows are written: the letters among them that this desk never had."""
    many(connection, _NEW, [(row_id,) for entity, row_id in keys if entity == LETTER])


def note(connection: "Connection", keys: Iterable[tuple[str, Id]]) -> None:
    """After rows were written: those whose change is news."""
    rows: dict[str, list[tuple[Id]]] = {}
    for entity, row_id in keys:
        if entity in WATCHED:
            rows.setdefault(entity, []).append((row_id,))
    for entity, ids in rows.items():
        many(connection, _NOTE.format(entity=entity, print=WATCHED[entity]), ids)
