"""What became of rows that people want to be told of: each once, at the place where it changed last.

Written in the transaction that changed the rows, whether the clerk's or the post's. What a snapshot brings is no news:
a desk that takes one begins anew.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from desktop.office.ids import Id
from desktop.store.members import insert

if TYPE_CHECKING:
    from sqlalchemy import Connection

LETTER = "letter"
WATCHED = {
    "classification": "''",
    "endorsement": "''",
    "holiday": "kind || coalesce(withdrawn_at, '')",
    "letter_amendment": "''",
    "letter_line_amendment": "''",
    "letter_cancellation": "''",
    "letter_custody": "''",
    "review": "state",
    "routing": "state",
}
"""Entities and what of a row counts as a change; '' where rows are never changed. A letter is news when it is new."""
KEPT = 100_000
"""Places behind the newest that are kept: what is forgotten would be news again if it came again."""

_AT_ONCE = 500
"""Rows asked for in one query."""
_ANYBODY = "SELECT 1 FROM briefed LIMIT 1"
_LAST = "SELECT coalesce(max(place), 0) FROM news"
_PRINTS = 'SELECT id, {print} FROM "{entity}" WHERE office_id = (SELECT office_id FROM device) AND id IN ({marks})'
_MOVED = """
ON CONFLICT (entity, row_id) DO UPDATE SET print = excluded.print, place = excluded.place WHERE print <> excluded.print
"""
PRUNE = "DELETE FROM news WHERE place <= (SELECT max(place) FROM news) - ?"
READ = "INSERT OR REPLACE INTO briefed (staff_id, place, at) VALUES (?, ?, ?)"


def note_new(connection: "Connection", keys: Iterable[tuple[str, Id]]) -> None:
    """Before rows are written: the letters among them that this desk never had."""
    letters = [row_id for entity, row_id in keys if entity == LETTER]
    if letters and _anybody_reads(connection):
        held = {row_id for row_id, _ in _prints(connection, LETTER, "''", letters)}
        _put(connection, LETTER, [(row_id, "") for row_id in letters if row_id not in held], "ON CONFLICT DO NOTHING")


def note(connection: "Connection", keys: Iterable[tuple[str, Id]]) -> None:
    """After rows were written: those whose change is news."""
    rows: dict[str, list[Id]] = {}
    for entity, row_id in keys:
        if entity in WATCHED:
            rows.setdefault(entity, []).append(row_id)
    if rows and _anybody_reads(connection):
        for entity, ids in rows.items():
            _put(connection, entity, list(_prints(connection, entity, WATCHED[entity], ids)), _MOVED)


def _anybody_reads(connection: "Connection") -> bool:
    """A desk that is filled for the first time, and one where nobody signs in, need keep nothing."""
    return connection.exec_driver_sql(_ANYBODY).first() is not None


def _prints(connection: "Connection", entity: str, print_: str, ids: Sequence[Id]) -> Iterator[tuple[Id, str]]:
    driver: Any = connection.connection.driver_connection
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        query = _PRINTS.format(entity=entity, print=print_, marks=", ".join("?" * len(some)))
        yield from driver.execute(query, some).fetchall()


def _put(connection: "Connection", entity: str, rows: Sequence[tuple[Id, str]], tail: str) -> None:
    last: int = connection.exec_driver_sql(_LAST).scalar_one()
    placed = [(last + n, entity, row_id, print_) for n, (row_id, print_) in enumerate(rows, start=1)]
    insert(connection, "INSERT INTO news (place, entity, row_id, print)", "(?, ?, ?, ?)", placed, tail)
