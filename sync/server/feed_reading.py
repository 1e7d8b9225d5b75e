"""Reading the feed of an office in one snapshot: pages of whole transactions. The proof is in PROTOCOL.md."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection

from desktop.office.mutation import Catalogue
from sync.server import many
from sync.server.straight import Statement
from sync.server.visibility import PUT, RowKey
from sync.wire.messages import PAGE_ROWS, Digest, EntityRows, Entry

_HEAD = Statement("SELECT head FROM office_head WHERE office_id = :office_id")
_READ = Statement("""
SELECT found.* FROM unnest(CAST(:buckets AS text[]), CAST(:cursors AS bigint[])) AS asked(bucket, since)
CROSS JOIN LATERAL (
    SELECT bucket, entity, row_id, oseq, op, ver, tx_first FROM change
    WHERE office_id = :office_id AND bucket = asked.bucket AND oseq > asked.since
      AND (asked.since > 0 OR op = 'P') AND (CAST(:tx_first AS bigint) IS NULL OR tx_first = :tx_first)
    ORDER BY oseq LIMIT CAST(:most AS bigint)
) AS found
ORDER BY found.oseq LIMIT CAST(:most AS bigint)
""")
_DIGESTS = Statement("""
SELECT bucket, n_rows, digest FROM bucket_state
WHERE office_id = :office_id AND bucket = ANY(CAST(:buckets AS text[]))
""")
_ALL = (1 << 31) - 1
_PACKER = msgspec.msgpack.Encoder()
_BLOCK = 100
PAGE_BYTES = 4 << 20
"""Bytes of rows after which a page ends with the transaction before."""
MOST_BYTES, MOST_ENTRIES = 24 << 20, 50_000
"""What one transaction may have to be told in an answer, for a desk that can take packs instead."""


class Change(NamedTuple):
    """A row of the feed."""

    bucket: str
    entity: str
    row_id: bytes
    oseq: int
    op: str
    ver: int
    tx_first: int


@dataclass(frozen=True)
class Page:
    """Feed entries and their rows up to position `upto`, whole transactions only; digests when there is no more."""

    entries: tuple[Entry, ...]
    rows: tuple[EntityRows, ...]
    upto: int
    head: int
    more: bool
    digests: dict[str, Digest]


def head(connection: Connection, office_id: int) -> int:
    found: int = _HEAD.value(connection, office_id=office_id) or 0
    return found


def read(
    connection: Connection,
    catalogue: Catalogue,
    office_id: int,
    cursors: Mapping[str, int],
    most: int = PAGE_ROWS,
    largest: int | None = None,
    now: int | None = None,
) -> Page:
    """What changed in the buckets after their cursors. The connection must show one snapshot throughout.

    A page has about `most` entries or `PAGE_BYTES` of rows, but always at least one transaction; `TooLarge` when that
    alone has more than `largest` bytes. `now`: the office's head in this snapshot, if it is known already.
    """
    now = head(connection, office_id) if now is None else now
    found, upto = _whole(connection, office_id, cursors, most, now, bounded=largest is not None)
    loading = _Loading(connection, catalogue, office_id)
    found, upto = _fitting(loading, found, upto, largest)
    more = upto < now
    return Page(
        entries=_plain(found),
        rows=loading.rows_of(found),
        upto=upto,
        head=now,
        more=more,
        digests={} if more else digests(connection, office_id, cursors),
    )


class TooLarge(Exception):
    """A transaction that does not fit into an answer; `buckets`: those that it is in."""

    def __init__(self, found: Iterable[Change]) -> None:
        super().__init__("a transaction larger than an answer")
        self.buckets = frozenset(row.bucket for row in found)


def _whole(
    connection: Connection, office_id: int, cursors: Mapping[str, int], most: int, now: int, *, bounded: bool
) -> tuple[list[Change], int]:
    """About `most` entries, never a part of a transaction, and the position up to which they are all there is."""
    if all(cursor >= now for cursor in cursors.values()):
        return [], now
    found = _after(connection, office_id, cursors, most + 1)
    if len(found) <= most:
        return found, now
    cut = found[-1].tx_first
    whole = [row for row in found if row.tx_first < cut]
    if whole:
        return whole, cut - 1
    whole = _after(connection, office_id, cursors, MOST_ENTRIES + 1 if bounded else _ALL, tx_first=cut)
    if bounded and len(whole) > MOST_ENTRIES:
        raise TooLarge(whole)
    passed = {bucket: max(cursor, whole[-1].oseq) for bucket, cursor in cursors.items()}
    following = _after(connection, office_id, passed, 1)
    return whole, following[0].tx_first - 1 if following else now


def _fitting(loading: "_Loading", found: list[Change], upto: int, largest: int | None) -> tuple[list[Change], int]:
    """The transactions whose rows fit into a page, at least one, and the position up to which they are all there is."""
    place = 0
    while place < len(found) and loading.size <= PAGE_BYTES:
        place = loading.load(found, place)
    if loading.size <= PAGE_BYTES:
        return found, upto
    if end := loading.fitting(found[:place]):
        return found[:end], found[end].tx_first - 1
    alone = [row for row in found if row.tx_first == found[0].tx_first]
    while place < len(alone) and (largest is None or loading.size <= largest):
        place = loading.load(alone, place)
    if largest is not None and loading.size > largest:
        raise TooLarge(alone)
    return alone, found[len(alone)].tx_first - 1 if len(alone) < len(found) else upto


class _Loading:
    """Rows that entries put, each once however many buckets hold it, fetched in blocks that keep near the bound."""

    def __init__(self, connection: Connection, catalogue: Catalogue, office_id: int) -> None:
        self._connection = connection
        self._catalogue = catalogue
        self._office_id = office_id
        self._rows: dict[RowKey, tuple[Any, ...]] = {}
        self._sizes: dict[RowKey, int] = {}
        self.size = 0

    def load(self, found: Sequence[Change], start: int) -> int:
        """Fetches the rows of some entries from `start` on; returns where it stopped."""
        usual = self.size // len(self._rows) if self._rows else PAGE_BYTES // _BLOCK
        end = start + max(_BLOCK, (PAGE_BYTES - self.size) // max(usual, 1))
        wanted: dict[str, dict[bytes, None]] = {}
        for row in found[start:end]:
            if row.op == PUT and (row.entity, row.row_id) not in self._rows:
                wanted.setdefault(row.entity, {})[row.row_id] = None
        for name, ids in wanted.items():
            self._fetch(name, list(ids))
        return min(end, len(found))

    def fitting(self, found: Sequence[Change]) -> int:
        """How many entries are whole transactions whose rows fit into a page; 0 when the first does not."""
        sizes, size, end = dict(self._sizes), 0, 0
        for place, row in enumerate(found):
            if row.tx_first != found[place - 1].tx_first and place:
                end = place
            size += sizes.pop((row.entity, row.row_id), 0)
            if size > PAGE_BYTES:
                break
        return end

    def _fetch(self, name: str, ids: list[bytes]) -> None:
        entity = self._catalogue.entities[name]
        place = entity.columns.index("id")
        for row in many.among(self._connection, entity.table, self._office_id, entity.columns, "id", ids):
            key = (name, row[place])
            self._rows[key] = row
            self._sizes[key] = len(_PACKER.encode(row))
            self.size += self._sizes[key]

    def rows_of(self, found: Iterable[Change]) -> tuple[EntityRows, ...]:
        """The rows of these entries, by entity."""
        wanted: dict[str, dict[bytes, tuple[Any, ...]]] = {}
        for row in found:
            held = self._rows.get((row.entity, row.row_id)) if row.op == PUT else None
            if held is not None:
                wanted.setdefault(row.entity, {})[row.row_id] = held
        columns = {name: tuple(map(str, self._catalogue.entities[name].columns)) for name in wanted}
        return tuple(EntityRows(name, columns[name], tuple(rows.values())) for name, rows in wanted.items())


def _after(
    connection: Connection, office_id: int, cursors: Mapping[str, int], most: int, tx_first: int | None = None
) -> list[Change]:
    """The next entries of all the buckets together, in order; of one transaction only, if asked."""
    buckets = sorted(cursors)
    since = [cursors[name] for name in buckets]
    found = _READ.rows(connection, office_id=office_id, buckets=buckets, cursors=since, most=most, tx_first=tx_first)
    return [Change(*row) for row in found]


def _plain(found: Iterable[Iterable[Any]]) -> tuple[Entry, ...]:
    return tuple(Entry(bucket, entity, row_id, oseq, op, ver) for bucket, entity, row_id, oseq, op, ver, _ in found)


def digests(connection: Connection, office_id: int, buckets: Iterable[str]) -> dict[str, Digest]:
    """Rows and digest of each bucket; an empty one for a bucket that never held a row."""
    names = sorted(buckets)
    found = _DIGESTS.rows(connection, office_id=office_id, buckets=names)
    known = {bucket: Digest(n_rows, int(digest)) for bucket, n_rows, digest in found}
    return {name: known.get(name, Digest(0, 0)) for name in names}
