"""The feed of an office, written last in every write transaction. The proof is in PROTOCOL.md."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from desktop.office.mutation import Catalogue
from desktop.office.proof import DIGEST_MODULUS, row_hash
from sync.server import many
from sync.server.feed_reading import head
from sync.server.slate import Slate
from sync.server.straight import Statement
from sync.server.visibility import PUT, Move, RowKey, Visibility

_COUNT = Statement("UPDATE office_head SET head = head + :n WHERE office_id = :office_id RETURNING head")
_WRITE = Statement(f"""
INSERT INTO change (office_id, bucket, entity, row_id, oseq, op, ver, tx_first)
SELECT :office_id, bucket, entity, row_id, :first + place - 1, op, ver, :first
FROM {many.asked({"bucket": "TEXT", "entity": "TEXT", "row_id": "BYTEA", "op": "TEXT", "ver": "BIGINT"})}
ON CONFLICT (office_id, bucket, entity, row_id)
DO UPDATE SET oseq = excluded.oseq, op = excluded.op, ver = excluded.ver, tx_first = excluded.tx_first
""")
_SUM = Statement(f"""
INSERT INTO bucket_state AS held (office_id, bucket, n_rows, digest)
SELECT :office_id, bucket, n_rows, digest
FROM {many.asked({"bucket": "TEXT", "n_rows": "BIGINT", "digest": "NUMERIC"})}
ON CONFLICT (office_id, bucket)
DO UPDATE SET n_rows = held.n_rows + excluded.n_rows,
              digest = mod(held.digest + excluded.digest, 18446744073709551616)
""")
_USE = Statement(f"""
INSERT INTO blob_use (office_id, sha256, entity, row_id)
SELECT :office_id, sha256, entity, row_id
FROM {many.asked({"sha256": "TEXT", "entity": "TEXT", "row_id": "BYTEA"})}
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
    last: int = _COUNT.value(connection, office_id=office_id, n=len(moves))
    first = last - len(moves) + 1
    _WRITE.run(connection, office_id=office_id, first=first, rows=many.packed(moves))
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
    added = [{"bucket": name, "n_rows": counts[name], "digest": str(sums[name])} for name in sorted(counts)]
    _SUM.run(connection, office_id=office_id, rows=many.packed(added))


def _note_blobs(
    connection: Connection, catalogue: Catalogue, office_id: int, visibility: Visibility, keys: Sequence[RowKey]
) -> None:
    """Writes down which rows name which files, so that reading a file can be judged by its rows."""
    uses = [
        {"sha256": row[column], "entity": key[0], "row_id": key[1]}
        for key in keys
        if catalogue.entities[key[0]].blobs and (row := visibility.row(key)) is not None
        for column in catalogue.entities[key[0]].blobs
        if row[column]
    ]
    if uses:
        _USE.run(connection, office_id=office_id, rows=many.packed(uses))
