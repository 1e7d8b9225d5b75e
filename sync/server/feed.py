"""The feed of an office, written last in every write transaction. The proof is in PROTOCOL.md."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, text

from desktop.office.mutation import Catalogue
from desktop.office.proof import DIGEST_MODULUS, row_hash
from sync.server.feed_reading import head
from sync.server.slate import Slate
from sync.server.visibility import PUT, Move, RowKey, Visibility

_COUNT = text("UPDATE office_head SET head = head + :n WHERE office_id = :office_id RETURNING head")
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
INSERT INTO blob_use (office_id, sha256, entity, row_id)
SELECT :office_id, used.*
FROM unnest(CAST(:files AS text[]), CAST(:entities AS text[]), CAST(:ids AS bytea[])) AS used
ON CONFLICT DO NOTHING
""")


def publish(connection: Connection, catalogue: Catalogue, slate: Slate, touched: Iterable[RowKey]) -> int:
    """Tells the feed about rows that this transaction wrote, as the slate has them; returns where they can be seen.

    Must be the last thing that a write transaction does to the office's rows: from here on the counter is locked.
    """
    office_id = slate.office_id
    visibility = Visibility(connection, catalogue, slate)
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
        (row[column], *key)
        for key in keys
        if catalogue.entities[key[0]].blobs and (row := visibility.row(key)) is not None
        for column in catalogue.entities[key[0]].blobs
        if row[column]
    ]
    if uses:
        files, entities, ids = map(list, zip(*uses, strict=True))
        connection.execute(_USE, {"office_id": office_id, "files": files, "entities": entities, "ids": ids})
