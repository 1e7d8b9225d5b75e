"""What comes from the centre, laid under what this desk has done meanwhile (copy-on-write shadow; sync design 6.3).

For the rows that a page touches: our acts are lifted off (the shadow put back), the centre's rows written, and the acts
that the page does not yet contain are applied again on top, in their order. All of it is one transaction.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection

from desktop.office.mutation import Entity
from desktop.store import erasure, members, news, touches
from desktop.store.members import FeedEntry as FeedEntry
from desktop.store.members import insert, many
from desktop.store.members import prove as prove
from desktop.store.members import read_anew as read_anew
from desktop.store.touches import RowKey as RowKey
from desktop.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class FeedPage:
    """A consistent stretch of the feed up to `upto`. `rows`: entity -> (columns, rows); `buckets`: all we may see.

    `covers`: the buckets that it tells of, when these are not all.
    """

    entries: Sequence[FeedEntry]
    rows: Mapping[str, tuple[Sequence[str], Sequence[Sequence[Any]]]]
    buckets: Sequence[str]
    upto: int
    covers: Sequence[str] | None = None

    @property
    def covered(self) -> Sequence[str]:
        return self.buckets if self.covers is None else self.covers


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
        ours = touches.lying(self._sql, incoming | dropped, self._known(page))
        erasure.doom_files(self._sql, self._entities, ours.rows)
        self._lift(ours.rows, page)
        touches.forget(self._sql, ours.covered | ours.again)
        news.note_new(self._sql, incoming)
        self._write_rows(page)
        news.note(self._sql, incoming)
        members.write(self._sql, page.entries)
        leaving = incoming - {(one.entity, one.row_id) for one in page.entries if one.put} | dropped
        self._erase_orphans(leaving)
        self._write_cursors(page)
        for mseq in sorted(ours.again):
            self._unit.replay(self._outbox_row(mseq))
        erasure.forget_letters(self._sql, leaving)
        erasure.spare_named(self._sql, self._entities)
        for key in incoming | ours.rows | dropped:
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

    def erase(self, keys: set[RowKey]) -> None:
        """Takes away rows of the centre that are in no bucket; those with acts of ours on them stay."""
        touched = {(entity, row_id) for entity, row_id in self._sql.exec_driver_sql("SELECT entity, row_id FROM touch")}
        self._erase_orphans(keys - touched)
        erasure.forget_letters(self._sql, keys - touched)
        for key in keys - touched:
            self._unit.changed(*key)

    def _known(self, page: FeedPage) -> int:
        """How far every bucket is read once the page is applied: acts up to there are in the centre's rows."""
        held = {row.bucket: row.oseq for row in self._sql.exec_driver_sql("SELECT bucket, oseq FROM cursor")}
        now = {bucket: held.get(bucket, 0) for bucket in page.buckets}
        now |= {bucket: max(held.get(bucket, 0), page.upto) for bucket in page.covered}
        return min(now.values(), default=page.upto)

    def _lift(self, keys: set[RowKey], page: FeedPage) -> None:
        """Puts the centre's versions of rows back, and takes away rows that only our acts had made.

        What the page is going to write over anyway is left as it is.
        """
        kept = touches.shadows(self._sql, keys)
        rest = keys - self._brought_whole(page)
        for name in {entity for entity, _ in rest}:
            ours = [(self._office, row_id) for entity, row_id in rest - kept.keys() if entity == name]
            many(self._sql, f'DELETE FROM "{name}" WHERE office_id = ? AND id = ? AND ver = 0', ours)
        for entity, row_id in rest & kept.keys():
            base = msgspec.msgpack.decode(kept[entity, row_id])
            columns = [name for name in base if name != "office_id"]
            put_rows(self._sql, self._entities[entity], self._office, columns, [[base[name] for name in columns]])

    def _brought_whole(self, page: FeedPage) -> set[RowKey]:
        """Rows of which the page has every column that this desk knows, and that can stand in no other row's way."""
        whole: set[RowKey] = set()
        for name, (columns, rows) in page.rows.items():
            entity = self._entities.get(name)
            if entity is not None and not entity.is_unique and set(entity.columns) <= set(columns):
                place = columns.index("id")
                whole |= {(name, row[place]) for row in rows}
        return whole

    def _write_rows(self, page: FeedPage) -> None:
        for name, (columns, rows) in page.rows.items():
            if name in self._entities:
                put_rows(self._sql, self._entities[name], self._office, columns, rows)

    def _erase_orphans(self, keys: set[RowKey]) -> None:
        erasure.doom_files(self._sql, self._entities, keys)
        for entity in {entity for entity, _ in keys}:
            many(
                self._sql,
                f'DELETE FROM "{entity}" WHERE office_id = ? AND id = ? AND ver > 0'
                " AND NOT EXISTS (SELECT 1 FROM member WHERE member.entity = ? AND member.row_id = ?)",
                [(self._office, row_id, entity, row_id) for name, row_id in keys if name == entity],
            )

    def _write_cursors(self, page: FeedPage) -> None:
        for bucket in page.covered:
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


def put_rows(
    connection: Connection, entity: Entity, office_id: int, columns: Sequence[str], rows: Sequence[Sequence[Any]],
    *, unless: str = "", new: bool = False,
) -> None:  # fmt: skip
    """Writes rows over what is there, `unless` a condition holds; columns that this desk does not know are left out.

    `new`: none of them is there, which is a fifth less work.
    """
    known = [place for place, column in enumerate(columns) if column in entity.columns]
    if len(known) < len(columns):
        columns, rows = [columns[place] for place in known], [[row[place] for place in known] for row in rows]
    names = ", ".join(f'"{column}"' for column in columns)
    news = ", ".join(f'"{column}" = excluded."{column}"' for column in columns if column != "id")
    over = f"ON CONFLICT (office_id, id) DO UPDATE SET {news}{f' WHERE NOT {unless}' if unless else ''}"
    mark = f"({office_id:d}, {', '.join('?' * len(columns))})"
    insert(connection, f'INSERT INTO "{entity.name}" (office_id, {names})', mark, rows, "" if new else over)
