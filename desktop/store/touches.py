"""Which of our acts lie on which rows, and which of them the centre's rows contain by now: asked for by the set."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sqlalchemy import Connection

from desktop.office.ids import Id
from desktop.store.members import many
from desktop.store.outbox import JUDGED

RowKey: TypeAlias = tuple[str, Id]

_AT_ONCE = 500
"""Rows or acts asked for in one query."""
_COVERED = f"""
SELECT touch.entity, touch.row_id, touch.mseq FROM touch CROSS JOIN outbox ON outbox.mseq = touch.mseq
WHERE touch.mseq <= {JUDGED} AND (state = 'rejected' OR (state IN ('applied', 'flagged') AND eff_oseq <= ?))
"""
_ON_ROWS = "SELECT entity, row_id, mseq FROM touch WHERE (entity, row_id) IN (VALUES {})"
_OF_ACTS = "SELECT entity, row_id, mseq FROM touch WHERE mseq IN ({})"


@dataclass
class Lying:
    """`rows`: our acts are to be lifted off them; `covered`: acts that the feed now contains; `again`: the others."""

    rows: set[RowKey] = field(default_factory=set)
    covered: set[int] = field(default_factory=set)
    again: set[int] = field(default_factory=set)


def lying(connection: Connection, keys: Iterable[RowKey], upto: int) -> Lying:
    """What lies on these rows, or is contained in the feed up to `upto`, with all that lies on the same rows."""
    driver: Any = connection.connection.driver_connection
    found = Lying()
    if driver.execute("SELECT 1 FROM touch LIMIT 1").fetchone() is None:
        return found
    covered = driver.execute(_COVERED, (upto,)).fetchall()
    found.covered = {mseq for *_, mseq in covered}
    found.rows = {(entity, row_id) for entity, row_id, _ in covered}
    acts, asked = set(found.covered), found.rows.union(keys)
    while asked:
        touches = list(_in_parts(driver, _ON_ROWS, asked, "(?, ?)"))
        found.rows |= {(entity, row_id) for entity, row_id, _ in touches}
        more = {mseq for *_, mseq in touches} - acts
        acts |= more
        reached = _in_parts(driver, _OF_ACTS, [(mseq,) for mseq in more], "?")
        asked = {(entity, row_id) for entity, row_id, _ in reached} - found.rows
    found.again = acts - found.covered
    return found


def shadows(connection: Connection, keys: Collection[RowKey]) -> dict[RowKey, bytes]:
    """The centre's versions (msgpack: column -> value) of those of these rows that have one, taken out of the store."""
    driver: Any = connection.connection.driver_connection
    taken = "DELETE FROM shadow WHERE (entity, row_id) IN (VALUES {}) RETURNING entity, row_id, base_row"
    return {(entity, row_id): base for entity, row_id, base in _in_parts(driver, taken, keys, "(?, ?)")}


def forget(connection: Connection, acts: Iterable[int]) -> None:
    many(connection, "DELETE FROM touch WHERE mseq = ?", [(mseq,) for mseq in acts])


def _in_parts(driver: Any, query: str, values: Iterable[tuple[Any, ...]], mark: str) -> Iterator[tuple[Any, ...]]:
    """What a query finds for all of the values, some hundreds at a time."""
    wanted = list(values)
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        marks = ", ".join([mark] * len(part))
        yield from driver.execute(query.format(marks), [value for one in part for value in one]).fetchall()
