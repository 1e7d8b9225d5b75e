"""What comes from the centre, laid under what this desk has done meanwhile (copy-on-write shadow; sync design 6.3).

For the rows that a page touches: our acts are lifted off (the shadow put back), the centre's rows written, and the acts
that the page does not yet contain are applied again on top, in their order. All of it is one transaction.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import msgspec
from sqlalchemy import Connection

from desktop.office.ids import Id
from desktop.office.mutation import Entity
from desktop.office.proof import DIGEST_MODULUS, row_hash
from desktop.store import erasure
from desktop.store.unit_of_work import UnitOfWork

RowKey: TypeAlias = tuple[str, Id]
_AT_ONCE = 500
"""Entries asked for in one query."""


@dataclass(frozen=True)
class FeedEntry:
    """The row is in the bucket at version `ver` (`put`), or no longer in it."""

    bucket: str
    entity: str
    row_id: Id
    ver: int
    put: bool


@dataclass(frozen=True)
class FeedPage:
    """A consistent stretch of the feed up to `upto`. `rows`: entity -> (columns, rows); `buckets`: all we may see."""

    entries: Sequence[FeedEntry]
    rows: Mapping[str, tuple[Sequence[str], Sequence[Sequence[Any]]]]
    buckets: Sequence[str]
    upto: int


class Inbound:
    """Applies one page inside one unit of work."""

    def __init__(self, unit: UnitOfWork, entities: Mapping[str, Entity], office_id: int) -> None:
        self._unit = unit
        self._sql = unit.connection
        self._entities = entities
        self._office = office_id

    def apply(self, page: FeedPage) -> None:
        dropped = self._drop_buckets(page.buckets)
        incoming = {(entry.entity, entry.row_id) for entry in page.entries if entry.entity in self._entities}
        affected, covered, again = self._affected(incoming | dropped, page.upto)
        erasure.doom_files(self._sql, self._entities, affected)
        for key in affected:
            self._lift(key)
        self._forget(covered | again)
        self._write_rows(page)
        self._write_members(page.entries)
        self._erase_orphans(incoming - {(one.entity, one.row_id) for one in page.entries if one.put} | dropped)
        self._write_cursors(page)
        for mseq in sorted(again):
            self._unit.replay(self._outbox_row(mseq))
        erasure.spare_named(self._sql, self._entities)
        for key in incoming | affected | dropped:
            self._unit.changed(*key)

    def begin_epoch(self, epoch: bytes, head: int, digests: Mapping[str, tuple[int, int]]) -> None:
        """The centre counts its feed anew: equal buckets go on from `head`, the others will be read from the start.

        No row is deleted for it, and what the centre has acknowledged counts as contained in its rows.
        """
        equal = {bucket for bucket, said in digests.items() if prove(self._sql, {bucket: said})}
        self._sql.exec_driver_sql("UPDATE cursor SET oseq = ?", (head,))
        held = {bucket for (bucket,) in self._sql.exec_driver_sql("SELECT bucket FROM cursor")}
        read_anew(self._sql, held - equal)
        self._sql.exec_driver_sql("UPDATE outbox SET eff_oseq = 0 WHERE mseq IN (SELECT mseq FROM touch)")
        self._sql.exec_driver_sql("UPDATE device SET feed_epoch = ?", (epoch,))

    def sweep(self) -> None:
        """Erases rows of the centre that are in no bucket: only after every bucket was read anew and proven."""
        for entity in self._entities:
            ghosts = self._sql.exec_driver_sql(
                f'SELECT id FROM "{entity}" AS held WHERE ver > 0'
                " AND NOT EXISTS (SELECT 1 FROM member WHERE entity = ? AND row_id = held.id)"
                " AND NOT EXISTS (SELECT 1 FROM touch WHERE entity = ? AND row_id = held.id)",
                (entity, entity),
            )
            keys = {(entity, row_id) for (row_id,) in ghosts}
            self._erase_orphans(keys)
            for key in keys:
                self._unit.changed(*key)

    def _affected(self, keys: set[RowKey], upto: int) -> tuple[set[RowKey], set[int], set[int]]:
        """Rows to lift our acts off, the acts that the feed now contains, and the acts to apply again."""
        touches = self._sql.exec_driver_sql("SELECT entity, row_id, mseq FROM touch").all()
        if not touches:
            return set(), set(), set()
        covered = self._covered(upto)
        rows_of: dict[int, set[RowKey]] = {}
        acts_on: dict[RowKey, set[int]] = {}
        for entity, row_id, mseq in touches:
            rows_of.setdefault(mseq, set()).add((entity, row_id))
            acts_on.setdefault((entity, row_id), set()).add(mseq)
        acts = {mseq for key in keys for mseq in acts_on.get(key, ())} | (covered & set(rows_of))
        affected: set[RowKey] = set()
        waiting = list(acts)
        while waiting:
            for key in rows_of[waiting.pop()] - affected:
                affected.add(key)
                more = acts_on[key] - acts
                acts |= more
                waiting += more
        return affected, acts & covered, acts - covered

    def _covered(self, upto: int) -> set[int]:
        found = self._sql.exec_driver_sql(
            "SELECT mseq FROM outbox WHERE mseq IN (SELECT mseq FROM touch)"
            " AND (state = 'rejected' OR (state IN ('applied', 'flagged') AND eff_oseq <= ?))",
            (upto,),
        )
        return {mseq for (mseq,) in found}

    def _lift(self, key: RowKey) -> None:
        """Puts the centre's version of a row back, or takes away a row that only our acts had made."""
        entity, row_id = key
        kept = self._sql.exec_driver_sql("SELECT base_row FROM shadow WHERE entity = ? AND row_id = ?", key).first()
        if kept is None:
            self._sql.exec_driver_sql(
                f'DELETE FROM "{entity}" WHERE office_id = ? AND id = ? AND ver = 0', (self._office, row_id)
            )
            return
        base = msgspec.msgpack.decode(kept.base_row)
        columns = [name for name in base if name != "office_id"]
        self._replace(entity, columns, [[base[name] for name in columns]])
        self._sql.exec_driver_sql("DELETE FROM shadow WHERE entity = ? AND row_id = ?", key)

    def _forget(self, acts: set[int]) -> None:
        self._many("DELETE FROM touch WHERE mseq = ?", [(mseq,) for mseq in acts])

    def _write_rows(self, page: FeedPage) -> None:
        for name, (columns, rows) in page.rows.items():
            if name in self._entities and rows:
                known = [place for place, column in enumerate(columns) if column in self._entities[name].columns]
                self._replace(name, [columns[i] for i in known], [[row[i] for i in known] for row in rows])

    def _replace(self, entity: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        names = ", ".join(f'"{column}"' for column in columns)
        marks = ", ".join("?" * (len(columns) + 1))
        statement = f'INSERT OR REPLACE INTO "{entity}" (office_id, {names}) VALUES ({marks})'
        self._sql.exec_driver_sql(statement, [(self._office, *row) for row in rows])

    def _write_members(self, entries: Sequence[FeedEntry]) -> None:
        held = self._held(entries)
        sums: dict[str, tuple[int, int]] = {}
        for entry in entries:
            rows, digest = sums.get(entry.bucket, (0, 0))
            known = held.get((entry.entity, entry.row_id, entry.bucket))
            if known is not None:
                rows, digest = rows - 1, digest - row_hash(entry.entity, entry.row_id, known)
            if entry.put:
                rows, digest = rows + 1, digest + row_hash(entry.entity, entry.row_id, entry.ver)
            sums[entry.bucket] = rows, digest
        keys = [(one.entity, one.row_id, one.bucket, one.ver) for one in entries if one.put]
        gone = [(one.entity, one.row_id, one.bucket) for one in entries if not one.put]
        self._many("INSERT OR REPLACE INTO member VALUES (?, ?, ?, ?)", keys)
        self._many("DELETE FROM member WHERE entity = ? AND row_id = ? AND bucket = ?", gone)
        for bucket, (rows, digest) in sums.items():
            self._add_to_digest(bucket, rows, digest)

    def _held(self, entries: Sequence[FeedEntry]) -> dict[tuple[str, Id, str], int]:
        """The versions at which the buckets hold the rows of the page."""
        held: dict[tuple[str, Id, str], int] = {}
        for start in range(0, len(entries), _AT_ONCE):
            keys = [(one.entity, one.row_id, one.bucket) for one in entries[start : start + _AT_ONCE]]
            asked = ", ".join(["(?, ?, ?)"] * len(keys))
            found = self._sql.exec_driver_sql(
                f"SELECT entity, row_id, bucket, ver FROM member WHERE (entity, row_id, bucket) IN (VALUES {asked})",
                tuple(part for key in keys for part in key),
            )
            held |= {(entity, row_id, bucket): ver for entity, row_id, bucket, ver in found}
        return held

    def _many(self, statement: str, values: list[tuple[Any, ...]]) -> None:
        if values:
            self._sql.exec_driver_sql(statement, values)

    def _add_to_digest(self, bucket: str, rows: int, digest: int) -> None:
        self._sql.exec_driver_sql("INSERT OR IGNORE INTO cursor VALUES (?, 0, 0, '0', 0)", (bucket,))
        held = self._sql.exec_driver_sql("SELECT n_rows, digest FROM cursor WHERE bucket = ?", (bucket,)).one()
        total = str((int(held.digest) + digest) % DIGEST_MODULUS)
        self._sql.exec_driver_sql(
            "UPDATE cursor SET n_rows = ?, digest = ? WHERE bucket = ?", (held.n_rows + rows, total, bucket)
        )

    def _erase_orphans(self, keys: set[RowKey]) -> None:
        erasure.doom_files(self._sql, self._entities, keys)
        for entity in {entity for entity, _ in keys}:
            self._many(
                f'DELETE FROM "{entity}" WHERE office_id = ? AND id = ? AND ver > 0'
                " AND NOT EXISTS (SELECT 1 FROM member WHERE member.entity = ? AND member.row_id = ?)",
                [(self._office, row_id, entity, row_id) for name, row_id in keys if name == entity],
            )

    def _write_cursors(self, page: FeedPage) -> None:
        for bucket in page.buckets:
            self._sql.exec_driver_sql(
                "INSERT INTO cursor VALUES (?, ?, 0, '0', 0)"
                " ON CONFLICT (bucket) DO UPDATE SET oseq = max(oseq, excluded.oseq), proven = 0",
                (bucket, page.upto),
            )

    def _drop_buckets(self, allowed: Sequence[str]) -> set[RowKey]:
        """Forgets buckets that are no longer ours to see; returns the rows that were in them."""
        held = {bucket for (bucket,) in self._sql.exec_driver_sql("SELECT bucket FROM cursor")}
        lost: set[RowKey] = set()
        for bucket in held - set(allowed):
            lost |= {
                (entity, row_id)
                for entity, row_id in self._sql.exec_driver_sql(
                    "SELECT entity, row_id FROM member WHERE bucket = ?", (bucket,)
                )
            }
            read_anew(self._sql, {bucket})
        return {(entity, row_id) for entity, row_id in lost if entity in self._entities}

    def _outbox_row(self, mseq: int) -> Any:
        return self._sql.exec_driver_sql("SELECT * FROM outbox WHERE mseq = ?", (mseq,)).one()


def read_anew(connection: Connection, buckets: Iterable[str]) -> None:
    """Forgets how far buckets were read and what they held; the rows stay until the centre says otherwise."""
    for bucket in buckets:
        connection.exec_driver_sql("DELETE FROM member WHERE bucket = ?", (bucket,))
        connection.exec_driver_sql("DELETE FROM cursor WHERE bucket = ?", (bucket,))


def prove(connection: Connection, digests: Mapping[str, tuple[int, int]]) -> bool:
    """Marks each bucket proven or not by the centre's (rows, digest); True when every one is."""
    equal = True
    for bucket, (n_rows, digest) in digests.items():
        held = connection.exec_driver_sql("SELECT n_rows, digest FROM cursor WHERE bucket = ?", (bucket,)).first()
        same = held is not None and held.n_rows == n_rows and int(held.digest) == digest
        connection.exec_driver_sql("UPDATE cursor SET proven = ? WHERE bucket = ?", (int(same), bucket))
        equal = equal and same
    return equal
