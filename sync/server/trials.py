"""The two ways in which an act is tried: statement by statement behind a savepoint, or in memory among many."""

from collections.abc import Callable
from typing import Protocol

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from desktop.office.mutation import Refused
from desktop.office.rows import Rows, SqlStore
from sync.server.database import passing
from sync.server.slate import Slate, Unfit


class Trial(Protocol):
    """Where an act is tried. What `work` wrote stays when it ends well; when it raises, nothing of it is left."""

    def run(self, work: Callable[[Rows], None]) -> Rows: ...


class SavepointTrial:
    """Statement by statement, behind a savepoint: slow, and true to the database in everything."""

    def __init__(self, connection: Connection, office_id: int) -> None:
        self._connection = connection
        self._store = SqlStore(connection, office_id)

    def run(self, work: Callable[[Rows], None]) -> Rows:
        rows = Rows(self._store, authority=True)
        with self._connection.begin_nested():
            work(rows)
        return rows


class SlateTrial:
    """In memory. Whatever is not plainly performed or refused is Unfit: the other trial must say what it is."""

    def __init__(self, slate: Slate) -> None:
        self._slate = slate

    def run(self, work: Callable[[Rows], None]) -> Rows:
        rows = Rows(self._slate, authority=True)
        self._slate.begin()
        try:
            work(rows)
        except Refused:
            self._slate.wipe()
            raise
        except Unfit:
            raise
        except Exception as error:
            if isinstance(error, DBAPIError) and passing(error):
                raise
            raise Unfit(type(error).__name__) from error
        return rows
