"""Making the packs of a bucket from one REPEATABLE READ snapshot; one that does not prove itself is never `ready`."""

import hashlib
import logging
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import zstandard
from msgspec import msgpack
from sqlalchemy import Connection, Engine, text

from desktop.office.mutation import Catalogue, Entity
from desktop.office.proof import DIGEST_MODULUS, row_hash
from sync.server import feed_reading, shelf
from sync.server.confining import confine
from sync.server.database import setting, snapshot
from sync.wire.feed import Digest, EntityRows
from sync.wire.packs import Pack, PackRef, SnapshotOffer

log = logging.getLogger(__name__)

PACK_ROWS = 4_000
"""A desk writes so many in less than 0.2 seconds, and lets its clerk in between."""
PACK_BYTES = 4 << 20
"""Bytes of rows after which a pack is closed; one row may be larger than that."""
_LEVEL = 3
_FETCH = 1_000
"""Rows that the database looks up while those before them are packed."""
_LOCK = text("SELECT pg_try_advisory_xact_lock(hashtextextended(:name, 0))")
_PATIENCE = "SET LOCAL statement_timeout = '10min'"


@dataclass(frozen=True)
class BucketName:
    """A bucket of an office."""

    office_id: int
    bucket: str


class Packing:
    """Writes the packs of one bucket into a folder of their own."""

    def __init__(self, connection: Connection, catalogue: Catalogue, name: BucketName, folder: Path) -> None:
        self._connection = connection
        self._catalogue = catalogue
        self._name = name
        self._folder = folder
        self._zstd = zstandard.ZstdCompressor(level=_LEVEL, write_content_size=True)
        self._sum = 0

    def write(self, upto: int, told: Callable[[Sequence[PackRef]], None]) -> tuple[tuple[PackRef, ...], Digest]:
        """All packs in the order in which a desk takes them, parents' entities before their children's.

        `told` hears of those that are written, each time that there is one more.
        """
        refs: list[PackRef] = []
        for entity in self._catalogue.entities.values():
            for part in self._parts(entity):
                refs.append(self._keep(part, upto))
                told(refs)
        return tuple(refs), Digest(sum(ref.rows for ref in refs), self._sum)

    def _parts(self, entity: Entity) -> "Iterator[_Part]":
        columns = tuple(map(str, entity.columns))
        key, ver = columns.index("id"), columns.index("ver")
        part = _Part(entity.name, columns)
        for row in self._rows(entity, columns):
            self._sum = (self._sum + row_hash(entity.name, row[key], row[ver])) % DIGEST_MODULUS
            part.add(row[key], row)
            if len(part.rows) == PACK_ROWS or part.size > PACK_BYTES:
                yield part
                part = _Part(entity.name, columns)
        if part.rows:
            yield part

    def _rows(self, entity: Entity, columns: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
        names = ", ".join(f'held."{column}"' for column in columns)
        query = (
            f"SELECT {names} FROM change JOIN {entity.name} held"
            " ON held.office_id = change.office_id AND held.id = change.row_id"
            " WHERE change.office_id = %s AND change.bucket = %s AND change.entity = %s AND change.op = 'P'"
            " ORDER BY change.row_id"
        )
        driver: Any = self._connection.connection.driver_connection
        with ThreadPoolExecutor(1, "packing") as ahead, driver.cursor(name="packing", binary=True) as cursor:
            cursor.execute(query, (self._name.office_id, self._name.bucket, entity.name))
            coming = ahead.submit(cursor.fetchmany, _FETCH)
            while rows := coming.result():
                coming = ahead.submit(cursor.fetchmany, _FETCH)
                yield from rows

    def _keep(self, part: "_Part", upto: int) -> PackRef:
        content = self._zstd.compress(msgpack.encode(Pack(self._name.bucket, upto, part.told())))
        ref = PackRef(hashlib.sha256(content).hexdigest(), len(content), len(part.rows), part.entity, *part.ids)
        shelf.write_durably(self._folder / ref.sha256, content)
        return ref


class _Part:
    """Rows of one pack, each made into bytes as it comes: these tell its size, and are what travels."""

    def __init__(self, entity: str, columns: tuple[str, ...]) -> None:
        self.entity, self.columns = str(entity), columns
        self.rows: list[Any] = []
        self.size = 0
        self.ids = b"", b""

    def add(self, row_id: bytes, row: tuple[Any, ...]) -> None:
        packed = msgpack.encode(row)
        self.size += len(packed)
        self.ids = self.ids[0] or row_id, row_id
        self.rows.append(msgspec.Raw(packed))

    def told(self) -> EntityRows:
        return EntityRows(self.entity, self.columns, tuple(self.rows))


def make(engine: Engine, catalogue: Catalogue, name: BucketName, folder: Path) -> SnapshotOffer | None:
    """Puts a new snapshot on the shelf and tells what it is; None while somebody else makes it.

    Raises `Unproven` when the rows are not what the bucket's digest says.
    """
    with snapshot(engine) as connection:
        connection.exec_driver_sql(_PATIENCE)
        if not connection.scalar(_LOCK, {"name": f"packs {name.office_id} {name.bucket}"}):
            return None
        upto = feed_reading.head(connection, name.office_id)
        said = feed_reading.digests(connection, name.office_id, [name.bucket])[name.bucket]
        epoch = setting(connection, "feed_epoch")
        confine(connection, name.office_id, [name.bucket])

        def begun(packs: Sequence[PackRef], ready: bool = False) -> SnapshotOffer:
            return SnapshotOffer(name.bucket, epoch, ready, upto, said, tuple(packs))

        packing = Packing(connection, catalogue, name, shelf.place(folder, upto))
        packs, total = packing.write(upto, lambda packs: shelf.tell(folder, begun(packs)))
        if total != said:
            log.error("a snapshot is not what its bucket says office=%d rows=%d", name.office_id, total.n_rows)
            raise Unproven
        made = begun(packs, ready=True)
        shelf.put(folder, made)
    return made


class Unproven(Exception):
    """Rows and digest of a bucket differ at the centre itself."""
