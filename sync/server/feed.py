"""The feed of an office: written last in every write transaction, read in one snapshot. The proof is in PROTOCOL.md."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, text

from desktop.office.mutation import Catalogue
from desktop.office.proof import DIGEST_MODULUS, row_hash
from sync.server.visibility import PUT, Move, RowKey, Visibility, among
from sync.wire.messages import PAGE_ROWS, Digest, EntityRows, Entry

_COUNT = text("UPDATE office_head SET head = head + :n WHERE office_id = :office_id RETURNING head")
_HEAD = text("SELECT head FROM office_head WHERE office_id = :office_id")
_WRITE = text("""
INSERT INTO change (office_id, bucket, entity, row_id, oseq, op, ver, tx_first)
SELECT :office_id, bucket, entity, row_id, :first + place - 1, op, ver, :first
FROM unnest(CAST(:buckets AS text[]), CAST(:entities AS text[]), CAST(:ids AS bytea[]), CAST(:ops AS text[]),
            CAST(:vers AS bigint[])) WITH ORDINALITY AS moved(bucket, entity, row_id, op, ver, place)
ON CONFLICT (office_id, bucket, entity, row_id)
DO UPDATE SET oseq = excluded.oseq, op = excluded.op, ver = excluded.ver, tx_first = excluded.tx_first
""")
_SUM = text("""
INSERT INTO bucket_state AS held (office_id, bucket, n_rows, digest)
SELECT :office_id, bucket, n_rows, digest
FROM unnest(CAST(:buckets AS text[]), CAST(:counts AS bigint[]), CAST(:sums AS numeric[]))
    AS added(bucket, n_rows, digest)
ON CONFLICT (office_id, bucket)
DO UPDATE SET n_rows = held.n_rows + excluded.n_rows,
              digest = mod(held.digest + excluded.digest, 18446744073709551616)
""")
_USE = text("""
INSERT INTO blob_use (office_id, sha256, entity, row_id) VALUES (:office_id, :sha256, :entity, :row_id)
ON CONFLICT DO NOTHING
""")
_READ = text("""
SELECT found.* FROM unnest(CAST(:buckets AS text[]), CAST(:cursors AS bigint[])) AS asked(bucket, since)
CROSS JOIN LATERAL (
    SELECT bucket, entity, row_id, oseq, op, ver, tx_first FROM change
    WHERE office_id = :office_id AND bucket = asked.bucket AND oseq > asked.since
      AND (asked.since > 0 OR op = 'P') AND (CAST(:tx_first AS bigint) IS NULL OR tx_first = :tx_first)
    ORDER BY oseq LIMIT CAST(:most AS bigint)
) AS found
ORDER BY found.oseq LIMIT CAST(:most AS bigint)
""")
_DIGESTS = text("""
SELECT bucket, n_rows, digest FROM bucket_state
WHERE office_id = :office_id AND bucket = ANY(CAST(:buckets AS text[]))
""")
_ALL = (1 << 31) - 1


@dataclass(frozen=True)
class Page:
    """Feed entries and their rows up to position `upto`, whole transactions only; digests when there is no more."""

    entries: tuple[Entry, ...]
    rows: tuple[EntityRows, ...]
    upto: int
    head: int
    more: bool
    digests: dict[str, Digest]


def publish(connection: Connection, catalogue: Catalogue, office_id: int, touched: Iterable[RowKey]) -> int:
    """Tells the feed about rows that this transaction wrote; returns the position at which they can be seen.

    Must be the last thing that a write transaction does to the office's rows: from here on the counter is locked.
    """
    visibility = Visibility(connection, catalogue, office_id)
    keys = tuple(touched)
    moves = visibility.moves(keys)
    _note_blobs(connection, catalogue, office_id, visibility, keys)
    if not moves:
        return head(connection, office_id)
    last: int = connection.scalar(_COUNT, {"office_id": office_id, "n": len(moves)})
    moved = {
        "buckets": [move.bucket for move in moves],
        "entities": [move.entity for move in moves],
        "ids": [move.row_id for move in moves],
        "ops": [move.op for move in moves],
        "vers": [move.ver for move in moves],
    }
    connection.execute(_WRITE, {"office_id": office_id, "first": last - len(moves) + 1, **moved})
    _sum_up(connection, office_id, moves)
    return last


def head(connection: Connection, office_id: int) -> int:
    found: int = connection.scalar(_HEAD, {"office_id": office_id}) or 0
    return found


def _sum_up(connection: Connection, office_id: int, moves: Sequence[Move]) -> None:
    counts: dict[str, int] = {}
    sums: dict[str, int] = {}
    for move in moves:
        count, total = 0, 0
        if move.ver_before is not None:
            count, total = -1, -row_hash(move.entity, move.row_id, move.ver_before)
        if move.op == PUT:
            count, total = count + 1, total + row_hash(move.entity, move.row_id, move.ver)
        counts[move.bucket] = counts.get(move.bucket, 0) + count
        sums[move.bucket] = (sums.get(move.bucket, 0) + total) % DIGEST_MODULUS
    names = sorted(counts)
    added = {"counts": [counts[name] for name in names], "sums": [str(sums[name]) for name in names]}
    connection.execute(_SUM, {"office_id": office_id, "buckets": names, **added})


def _note_blobs(
    connection: Connection, catalogue: Catalogue, office_id: int, visibility: Visibility, keys: Sequence[RowKey]
) -> None:
    """Writes down which rows name which files, so that reading a file can be judged by its rows."""
    uses = [
        {"office_id": office_id, "sha256": row[column], "entity": entity, "row_id": row_id}
        for entity, row_id in keys
        if (row := visibility.row((entity, row_id))) is not None
        for column in catalogue.entities[entity].blobs
        if row[column]
    ]
    if uses:
        connection.execute(_USE, uses)


def read(
    connection: Connection, catalogue: Catalogue, office_id: int, cursors: Mapping[str, int], most: int = PAGE_ROWS
) -> Page:
    """What changed in the buckets after their cursors. The connection must show one snapshot throughout."""
    now = head(connection, office_id)
    entries, upto = _entries(connection, office_id, cursors, most, now)
    more = upto < now
    return Page(
        entries=entries,
        rows=_rows(connection, catalogue, office_id, entries),
        upto=upto,
        head=now,
        more=more,
        digests={} if more else digests(connection, office_id, cursors),
    )


def _entries(
    connection: Connection, office_id: int, cursors: Mapping[str, int], most: int, now: int
) -> tuple[tuple[Entry, ...], int]:
    """About `most` entries, never a part of a transaction, and the position up to which they are all there is."""
    found = _after(connection, office_id, cursors, most + 1)
    if len(found) <= most:
        return _plain(found), now
    cut = found[-1].tx_first
    whole = [row for row in found if row.tx_first < cut]
    if whole:
        return _plain(whole), cut - 1
    whole = _after(connection, office_id, cursors, _ALL, tx_first=cut)
    passed = {bucket: max(cursor, whole[-1].oseq) for bucket, cursor in cursors.items()}
    following = _after(connection, office_id, passed, 1)
    return _plain(whole), following[0].tx_first - 1 if following else now


def _after(
    connection: Connection, office_id: int, cursors: Mapping[str, int], most: int, tx_first: int | None = None
) -> list[Row[Any]]:
    """The next entries of all the buckets together, in order; of one transaction only, if asked."""
    buckets = sorted(cursors)
    asked = {"buckets": buckets, "cursors": [cursors[name] for name in buckets], "most": most, "tx_first": tx_first}
    return list(connection.execute(_READ, {"office_id": office_id, **asked}).all())


def _plain(found: Sequence[Row[Any]]) -> tuple[Entry, ...]:
    return tuple(Entry(row.bucket, row.entity, row.row_id, row.oseq, row.op, row.ver) for row in found)


def _rows(
    connection: Connection, catalogue: Catalogue, office_id: int, entries: Sequence[Entry]
) -> tuple[EntityRows, ...]:
    """Each row that is put, once, however many buckets hold it."""
    wanted: dict[str, dict[bytes, None]] = {}
    for entry in entries:
        if entry.op == PUT:
            wanted.setdefault(entry.entity, {})[entry.row_id] = None
    return tuple(_of_entity(connection, catalogue, office_id, name, list(ids)) for name, ids in wanted.items())


def _of_entity(connection: Connection, catalogue: Catalogue, office_id: int, name: str, ids: list[bytes]) -> EntityRows:
    entity = catalogue.entities[name]
    columns = entity.columns
    found: Any = connection.execute(among(entity.table, "id", columns), {"office_id": office_id, "among": ids})
    return EntityRows(name, tuple(map(str, columns)), tuple(tuple(row) for row in found))


def digests(connection: Connection, office_id: int, buckets: Iterable[str]) -> dict[str, Digest]:
    """Rows and digest of each bucket; an empty one for a bucket that never held a row."""
    names = sorted(buckets)
    found = connection.execute(_DIGESTS, {"office_id": office_id, "buckets": names})
    known = {row.bucket: Digest(row.n_rows, int(row.digest)) for row in found}
    return {name: known.get(name, Digest(0, 0)) for name in names}
