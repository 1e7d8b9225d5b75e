"""A bucket filled from a snapshot: pack by pack, each one transaction that also keeps how far it got.

Acts of this desk are not touched on the way: rows on which some lie are put aside and come in with the end, as one page
of the feed would bring them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import msgspec

from desktop.office.ids import Id
from desktop.office.mutation import Entity
from desktop.store import members
from desktop.store.desk import Desk
from desktop.store.inbound import FeedEntry, FeedPage, Inbound, RowKey, put_rows
from desktop.store.members import many
from desktop.store.reader import Reader
from desktop.store.unit_of_work import UnitOfWork

_AT_ONCE = 500
"""Rows swept out in one transaction."""
_IS_NEWER = "EXISTS (SELECT 1 FROM member WHERE entity = '{}' AND row_id = excluded.id AND ver > excluded.ver)"
"""A snapshot is of the past: what another bucket has brought since must not be written over."""
_NEWER = "SELECT 1 FROM member WHERE entity = ? AND row_id = ? AND ver > ?"
_PROGRESS = "SELECT packs_done, rows_done, rows_all FROM fill WHERE bucket = ? AND upto = ? AND packs_done < packs_all"


@dataclass(frozen=True)
class Progress:
    """How far a snapshot is taken in."""

    packs_done: int
    rows_done: int
    rows_all: int


def position(reader: Reader, bucket: str) -> int:
    """The snapshot that this bucket was being filled from, by its feed position; 0 when there is none."""
    found = reader.one("SELECT upto FROM fill WHERE bucket = ? AND packs_done < packs_all", (bucket,))
    return int(found[0]) if found else 0


class Filling:
    """Takes one snapshot of one bucket inside units of work."""

    def __init__(self, entities: Mapping[str, Entity], office_id: int, bucket: str, upto: int) -> None:
        self._entities = entities
        self._office = office_id
        self._bucket = bucket
        self._upto = upto

    def begin(self, unit: UnitOfWork, sizes: Sequence[int], rows: int) -> Progress:
        """Goes on where this snapshot was left, or starts it; rows of an older state stay on the screen meanwhile.

        `sizes`: the rows of each pack, as far as packs are made; `rows`: of all.
        """
        found = unit.connection.exec_driver_sql(_PROGRESS, (self._bucket, self._upto)).first()
        if found is not None and found.rows_all == rows and found.rows_done == sum(sizes[: found.packs_done]):
            return Progress(*found)
        members.read_anew(unit.connection, [self._bucket])
        members.add_to_digest(unit.connection, self._bucket, 0, 0)
        unit.connection.exec_driver_sql("DELETE FROM aside WHERE bucket = ?", (self._bucket,))
        values = (self._bucket, self._upto, 0, rows + 1, 0, rows)
        unit.connection.exec_driver_sql("INSERT OR REPLACE INTO fill VALUES (?, ?, ?, ?, ?, ?)", values)
        return Progress(0, 0, rows)

    def take(self, unit: UnitOfWork, entity: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        """Writes one pack, the next in order."""
        key, ver = columns.index("id"), columns.index("ver")
        touched = self._touched(unit, entity)
        free = [row for row in rows if row[key] not in touched] if touched else rows
        if entity in self._entities:
            known, unless = self._entities[entity], _IS_NEWER.format(entity)
            new = self._are_new(unit, entity, rows[0][key], rows[-1][key])
            put_rows(unit.connection, known, self._office, columns, free, unless=unless, new=new)
        members.write_new(unit.connection, self._bucket, entity, [(row[key], row[ver]) for row in free])
        if touched:
            kept = [dict(zip(columns, row, strict=True)) for row in rows if row[key] in touched]
            packed = [(self._bucket, entity, row["id"], msgspec.msgpack.encode(row)) for row in kept]
            many(unit.connection, "INSERT OR REPLACE INTO aside VALUES (?, ?, ?, ?)", packed)
        unit.connection.exec_driver_sql(
            "UPDATE fill SET packs_done = packs_done + 1, rows_done = rows_done + ? WHERE bucket = ?",
            (len(rows), self._bucket),
        )

    def finish(self, unit: UnitOfWork, buckets: Sequence[str]) -> None:
        """Brings in what was put aside; from here on the bucket is read from the snapshot's position."""
        query = "SELECT entity, row FROM aside WHERE bucket = ?"
        entries: list[FeedEntry] = []
        parts: dict[str, tuple[list[str], list[list[Any]]]] = {}
        for entity, packed in unit.connection.exec_driver_sql(query, (self._bucket,)):
            row = msgspec.msgpack.decode(packed)
            entries.append(FeedEntry(self._bucket, entity, row["id"], row["ver"], put=True))
            if unit.connection.exec_driver_sql(_NEWER, (entity, row["id"], row["ver"])).first() is None:
                parts.setdefault(entity, (list(row), []))[1].append(list(row.values()))
        page = FeedPage(entries, parts, buckets, self._upto, covers=(self._bucket,))
        Inbound(unit, self._entities, self._office).apply(page)
        unit.connection.exec_driver_sql("DELETE FROM aside WHERE bucket = ?", (self._bucket,))
        unit.connection.exec_driver_sql("UPDATE fill SET packs_all = packs_done WHERE bucket = ?", (self._bucket,))

    def _are_new(self, unit: UnitOfWork, entity: str, first: Id, last: Id) -> bool:
        """Whether this desk has no row between the first and the last of a pack, which is in the order of ids."""
        query = f'SELECT 1 FROM "{entity}" WHERE office_id = ? AND id BETWEEN ? AND ?'
        return unit.connection.exec_driver_sql(query, (self._office, first, last)).first() is None

    def _touched(self, unit: UnitOfWork, entity: str) -> frozenset[Id]:
        found = unit.connection.exec_driver_sql("SELECT row_id FROM touch WHERE entity = ?", (entity,))
        return frozenset(row_id for (row_id,) in found)


def wants_sweep(reader: Reader) -> bool:
    """Whether a snapshot came in and what it lacked was not looked for yet."""
    return reader.one("SELECT 1 FROM fill") is not None


def sweep(desk: Desk) -> None:
    """Erases rows of the centre that are in no bucket: only after every bucket was read anew and proven."""
    entities, office = desk.catalogue.entities, desk.identity.office_id
    for entity in entities:
        ghosts = {(entity, row_id) for (row_id,) in desk.reader.rows(_GHOSTS.format(entity), (entity, entity))}
        while ghosts:
            some = {ghosts.pop() for _ in range(min(_AT_ONCE, len(ghosts)))}
            desk.write(partial(_erase, entities, office, some), pulled=True)
    desk.write(lambda unit: unit.connection.exec_driver_sql("DELETE FROM fill"), pulled=True)


def _erase(entities: Mapping[str, Entity], office_id: int, keys: set[RowKey], unit: UnitOfWork) -> None:
    Inbound(unit, entities, office_id).erase(keys)


_GHOSTS = """
WITH alone AS MATERIALIZED (
    SELECT office_id, id FROM "{0}" AS held
    WHERE NOT EXISTS (SELECT 1 FROM member WHERE entity = ? AND row_id = held.id)
      AND NOT EXISTS (SELECT 1 FROM touch WHERE entity = ? AND row_id = held.id)
)
SELECT id FROM alone CROSS JOIN "{0}" USING (office_id, id) WHERE ver > 0
"""
"""Asks for nothing but keys first: those are in an index, a twentieth of the table."""
