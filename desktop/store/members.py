"""Why rows are here: which buckets hold them, at which version, and the sums that prove it. Kept by the set."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from sqlalchemy import Connection

from desktop.office.ids import Id
from desktop.office.proof import DIGEST_MODULUS, row_hash

_AT_ONCE = 500
"""Entries asked for in one query."""
_ROWS = 100
"""Rows of one INSERT."""


class FeedEntry(NamedTuple):
    """The row is in the bucket at version `ver` (`put`), or no longer in it."""

    bucket: str
    entity: str
    row_id: Id
    ver: int
    put: bool


def many(connection: Connection, statement: str, values: Sequence[Sequence[Any]]) -> None:
    """Runs a statement for each of the values, on the driver itself: a hundred thousand go through here at a time."""
    if values:
        driver: Any = connection.connection.driver_connection
        driver.executemany(statement, values)


def insert(connection: Connection, head: str, mark: str, values: Sequence[Sequence[Any]], tail: str = "") -> None:
    """Inserts rows a hundred at a time, `mark` for each: a statement a row costs more than the row.

    While SQLite works on a hundred, other threads go on.
    """
    whole = len(values) - len(values) % _ROWS
    driver: Any = connection.connection.driver_connection
    statement = f"{head} VALUES {', '.join([mark] * _ROWS)} {tail}"
    for start in range(0, whole, _ROWS):
        driver.execute(statement, list(chain.from_iterable(values[start : start + _ROWS])))
    many(connection, f"{head} VALUES {mark} {tail}", values[whole:])


def write(connection: Connection, entries: Sequence[FeedEntry]) -> None:
    """Takes in entries of the feed, none of a row and bucket twice, and counts the buckets' digests on."""
    held = _held(connection, entries)
    sums: dict[str, tuple[int, int]] = {}
    for entry in entries:
        rows, digest = sums.get(entry.bucket, (0, 0))
        known = held.get((entry.entity, entry.row_id, entry.bucket))
        if known is not None:
            rows, digest = rows - 1, digest - row_hash(entry.entity, entry.row_id, known)
        if entry.put:
            rows, digest = rows + 1, digest + row_hash(entry.entity, entry.row_id, entry.ver)
        sums[entry.bucket] = rows, digest
    put = [(one.entity, one.row_id, one.bucket, one.ver) for one in entries if one.put]
    gone = [(one.entity, one.row_id, one.bucket) for one in entries if not one.put]
    insert(connection, "INSERT OR REPLACE INTO member", "(?, ?, ?, ?)", put)
    many(connection, "DELETE FROM member WHERE entity = ? AND row_id = ? AND bucket = ?", gone)
    for bucket, (rows, digest) in sums.items():
        add_to_digest(connection, bucket, rows, digest)


def write_new(connection: Connection, bucket: str, entity: str, keys: Sequence[tuple[Id, int]]) -> None:
    """Takes in rows (id, version) that the bucket does not hold yet."""
    put = [(entity, row_id, bucket, ver) for row_id, ver in keys]
    insert(connection, "INSERT INTO member", "(?, ?, ?, ?)", put)
    add_to_digest(connection, bucket, len(keys), sum(row_hash(entity, row_id, ver) for row_id, ver in keys))


def _held(connection: Connection, entries: Sequence[FeedEntry]) -> dict[tuple[str, Id, str], int]:
    """The versions at which the buckets hold the rows; a bucket that holds nothing is not asked."""
    holding = {bucket for (bucket,) in connection.exec_driver_sql("SELECT bucket FROM cursor WHERE n_rows > 0")}
    asked = [(one.entity, one.row_id, one.bucket) for one in entries if one.bucket in holding]
    held: dict[tuple[str, Id, str], int] = {}
    for start in range(0, len(asked), _AT_ONCE):
        keys = asked[start : start + _AT_ONCE]
        marks = ", ".join(["(?, ?, ?)"] * len(keys))
        found = connection.exec_driver_sql(
            f"SELECT entity, row_id, bucket, ver FROM member WHERE (entity, row_id, bucket) IN (VALUES {marks})",
            tuple(part for key in keys for part in key),
        )
        held |= {(entity, row_id, bucket): ver for entity, row_id, bucket, ver in found}
    return held


def add_to_digest(connection: Connection, bucket: str, rows: int, digest: int) -> None:
    connection.exec_driver_sql("INSERT OR IGNORE INTO cursor VALUES (?, 0, 0, '0', 0)", (bucket,))
    held = connection.exec_driver_sql("SELECT n_rows, digest FROM cursor WHERE bucket = ?", (bucket,)).one()
    total = str((int(held.digest) + digest) % DIGEST_MODULUS)
    connection.exec_driver_sql(
        "UPDATE cursor SET n_rows = ?, digest = ? WHERE bucket = ?", (held.n_rows + rows, total, bucket)
    )


def read_anew(connection: Connection, buckets: Iterable[str]) -> None:
    """Forgets how far buckets were read and what they held; the rows stay until the centre says otherwise."""
    for bucket in buckets:
        connection.exec_driver_sql("DELETE FROM member WHERE bucket = ?", (bucket,))
        connection.exec_driver_sql("DELETE FROM cursor WHERE bucket = ?", (bucket,))
        connection.exec_driver_sql("UPDATE fill SET upto = 0 WHERE bucket = ?", (bucket,))


def prove(connection: Connection, digests: Mapping[str, tuple[int, int]]) -> bool:
    """Marks each bucket proven or not by the centre's (rows, digest); True when every one is."""
    equal = True
    for bucket, (n_rows, digest) in digests.items():
        held = connection.exec_driver_sql("SELECT n_rows, digest FROM cursor WHERE bucket = ?", (bucket,)).first()
        same = held is not None and held.n_rows == n_rows and int(held.digest) == digest
        connection.exec_driver_sql("UPDATE cursor SET proven = ? WHERE bucket = ?", (int(same), bucket))
        equal = equal and same
    return equal
