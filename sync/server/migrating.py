"""The database's age: older ones are brought up, newer ones and unmigrated ones are refused in plain words."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, NullPool, create_engine, make_url, text
from sqlalchemy.exc import OperationalError

from desktop.office.errors import OfficeError
from sync.server.confining import make_reader
from sync.server.database import is_gone, psycopg_url

HEAD = "0027"
"""The newest migration; a test holds it equal to Alembic's head."""
_LOCK = 0x7468657361626E


def migrate(url: str, to: str = "head") -> None:
    """Brings the database to the newest version (or to `to`); safe to run from several machines at once."""
    with _connection(url) as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        make_reader(connection)
        here = _version(connection) or ""
        move = command.downgrade if to != "head" and to < here else command.upgrade
        move(config(connection), to)
        if to == "head":
            _settle(connection)


def config(connection: Connection) -> Config:
    """Alembic's configuration: our scripts on an open connection."""
    made = Config()
    made.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    made.attributes["connection"] = connection
    return made


def check_age(url: str) -> None:
    """OfficeError when the database can't be reached, was not migrated, or is newer than this program."""
    with _connection(url) as connection:
        found = _version(connection)
    if found is None or found < HEAD:
        raise OfficeError("centre.database_old", found=found or "-", wanted=HEAD)
    if found > HEAD:
        raise OfficeError("centre.database_newer", found=found, wanted=HEAD)


@contextmanager
def _connection(url: str) -> Iterator[Connection]:
    engine = create_engine(
        psycopg_url(url), poolclass=NullPool, hide_parameters=True, connect_args={"connect_timeout": 30}
    )
    try:
        with engine.begin() as connection:
            yield connection
    except OperationalError as error:
        if not is_gone(error):
            raise
        where = make_url(url)
        raise OfficeError("centre.database_unreachable", host=where.host or "-", name=where.database or "-") from error
    finally:
        engine.dispose()


def _version(connection: Connection) -> str | None:
    if connection.scalar(text("SELECT to_regclass('alembic_version')")) is None:
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def _settle(connection: Connection) -> None:
    """What a database is given once: its feed epoch and the key that signs tokens."""
    put = text("INSERT INTO server_setting (name, value) VALUES (:name, :value) ON CONFLICT DO NOTHING")
    for name, size in (("feed_epoch", 16), ("token_key", 32)):
        connection.execute(put, {"name": name, "value": os.urandom(size)})
