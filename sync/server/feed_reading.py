"""Reading the feed of an office in one snapshot: pages of whole transactions. The proof is in PROTOCOL.md."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, text

from desktop.office.mutation import Catalogue
from sync.server import many
from sync.server.visibility import PUT
from sync.wire.messages import PAGE_ROWS, Digest, EntityRows, Entry

_HEAD = text("SELECT head FROM office_head WHERE office_id = :office_id")
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


def head(connection: Connection, office_id: int) -> int:
    found: int = connection.scalar(_HEAD, {"office_id": office_id}) or 0
    return found


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
    if all(cursor >= now for cursor in cursors.values()):
        return (), now
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
    found = many.among(connection, entity.table, office_id, columns, "id", ids)
    return EntityRows(name, tuple(map(str, columns)), tuple(tuple(row) for row in found))


def digests(connection: Connection, office_id: int, buckets: Iterable[str]) -> dict[str, Digest]:
    """Rows and digest of each bucket; an empty one for a bucket that never held a row."""
    names = sorted(buckets)
    found = connection.execute(_DIGESTS, {"office_id": office_id, "buckets": names})
    known = {row.bucket: Digest(row.n_rows, int(row.digest)) for row in found}
    return {name: known.get(name, Digest(0, 0)) for name in names}
