"""The store's age: new stores are made, older ones are copied aside and brought up, newer ones are refused politely."""

import os
from contextlib import closing
from pathlib import Path
from typing import IO, Any

import sqlcipher3

from desktop.office.errors import OfficeError
from desktop.store.engine import DOUBT, connect, make_engine, told

HEAD = "0037"
"""The newest migration; a test holds it equal to Alembic's head."""

KNOWN = tuple(f"{number:04}" for number in range(1, int(HEAD) + 1))
_VERSION = "SELECT version_num FROM alembic_version"
_HAS_VERSION = "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"


def hold(folder: Path) -> IO[bytes]:
    """Takes the folder for this process; OfficeError `store.in_use` (another program has it), `store.unreadable`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / "in-use").open("a+b")
    except OSError as error:
        raise OfficeError("store.unreadable") from error
    try:
        _lock(file)
    except OSError as error:
        file.close()
        raise OfficeError("store.in_use", folder=str(folder)) from error
    return file


def _lock(file: IO[bytes]) -> None:
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def bring_up_to_date(path: Path, key: bytes) -> None:
    """Leaves the store at `HEAD`. An older file is first copied to `desk-before-<its version>.db` beside it.

    OfficeError `store.newer`, `store.damaged`, `store.disk_full`, and those of `connect`.
    """
    try:
        _bring_up_to_date(path, key)
    except sqlcipher3.Error as error:
        raise told(error) from error


def _bring_up_to_date(path: Path, key: bytes) -> None:
    with closing(connect(path, key)) as connection:
        _settle_doubt(path, connection)
        found = connection.execute(_HAS_VERSION).fetchone() and connection.execute(_VERSION).fetchone()
        version = found[0] if found else None
        if version == HEAD:
            return
        if version is not None and version not in KNOWN:
            raise OfficeError("store.newer", version=version)
        if version is not None:
            _copy_aside(connection, path.with_name(f"desk-before-{version}.db"), key)
    migrate(path, key)


def _settle_doubt(path: Path, connection: Any) -> None:
    """Reads every page where one was seen to be damaged; OfficeError `store.damaged` if it is so."""
    doubt = path.with_name(DOUBT)
    if not doubt.exists():
        return
    try:
        whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except sqlcipher3.Error:
        whole = False
    if not whole:
        raise OfficeError("store.damaged")
    doubt.unlink()


def _copy_aside(connection: object, target: Path, key: bytes) -> None:
    with closing(connect(target, key)) as copy:
        connection.backup(copy)  # type: ignore[attr-defined]


def migrate(path: Path, key: bytes, to: str = "head") -> None:
    """Runs the migrations up to `to` on the file, in one transaction each."""
    from alembic import command
    from alembic.config import Config
    from sqlalchemy.exc import DBAPIError

    engine = make_engine(lambda: connect(path, key))
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, to)
    except DBAPIError as error:
        raise told(error.orig if isinstance(error.orig, Exception) else error) from error
    finally:
        engine.dispose()
