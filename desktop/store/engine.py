"""Opening the encrypted file: raw connections for reading, one SQLAlchemy engine for the writer."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3

from desktop.office.errors import OfficeError

if TYPE_CHECKING:
    from sqlalchemy import Engine

# What stands for a value in a statement: itself. Unless it is told so, the driver asks each value of these two types in
# vain whether something else does, which takes longer than writing it.
sqlcipher3.register_adapter(bytes, bytes)
sqlcipher3.register_adapter(type(None), {}.get)

BUSY_SECONDS = 10
DOUBT = "damage-seen"
"""The file beside the store that says: a page of it could not be read."""


def connect(path: Path, key: bytes, *, read_only: bool = False) -> Any:
    """A DB-API connection, keyed, in WAL with `synchronous=FULL`.

    OfficeError `store.wrong_key` (or no database at all), `store.damaged`, `store.disk_full`, `store.unreadable`.
    """
    try:
        connection = sqlcipher3.connect(str(path), check_same_thread=False, timeout=BUSY_SECONDS, isolation_level=None)
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        if read_only:
            connection.execute("PRAGMA query_only = ON")
    except sqlcipher3.Error as error:
        raise told(error) from error
    return connection


def told(error: Exception) -> Exception:
    """A database's failure as the clerk should hear it; a fault of ours comes back as it is."""
    words = str(error)
    for sign, code in _SIGNS.items():
        if sign in words:
            return OfficeError(code)
    return error


def doubted(path: Path, error: Exception) -> Exception:
    """A failure in the middle of work: what means damage is noted beside the store and looked into at its opening."""
    failure = told(error)
    if isinstance(failure, OfficeError) and failure.code in {"store.damaged", "store.wrong_key"}:
        with suppress(OSError):
            (path.parent / DOUBT).touch()
        return OfficeError("store.damaged")
    return failure


_SIGNS = {
    "file is not a database": "store.wrong_key",
    "disk image is malformed": "store.damaged",
    "disk is full": "store.disk_full",
    "disk I/O error": "store.unreadable",
    "unable to open database file": "store.unreadable",
    "readonly database": "store.unreadable",
}


def make_engine(connector: Callable[[], Any]) -> "Engine":
    """The writer's SQLAlchemy engine: one connection, kept; every transaction takes the write lock at its start."""
    import sqlcipher3.dbapi2
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import StaticPool

    engine = create_engine("sqlite://", module=sqlcipher3.dbapi2, creator=connector, poolclass=StaticPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine
