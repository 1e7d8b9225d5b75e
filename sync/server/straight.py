"""Statements straight to the driver: what SQLAlchemy builds around a small one costs several times the statement.

They take part in the connection's transaction like any other and fail with the same errors.
"""

from typing import Any

import psycopg
from sqlalchemy import ClauseElement, Connection, text
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.exc import DBAPIError

_DIALECT = PGDialect_psycopg()  # type: ignore[no-untyped-call]


class Statement:
    """SQL with `:names` for values, or a clause; translated for the driver once."""

    def __init__(self, said: str | ClauseElement) -> None:
        clause = text(said) if isinstance(said, str) else said
        self._sql = str(clause.compile(dialect=_DIALECT))

    def rows(self, connection: Connection, **values: Any) -> list[tuple[Any, ...]]:
        """All that it finds."""
        return self._ask(connection, values).fetchall()

    def row(self, connection: Connection, **values: Any) -> tuple[Any, ...] | None:
        """The first that it finds."""
        return self._ask(connection, values).fetchone()

    def value(self, connection: Connection, **values: Any) -> Any:
        """The first value of the first row; None when there is no row."""
        row = self.row(connection, **values)
        return row[0] if row else None

    def run(self, connection: Connection, **values: Any) -> int:
        """Does it; to how many rows."""
        return self._ask(connection, values).rowcount

    def _ask(self, connection: Connection, values: dict[str, Any]) -> psycopg.Cursor[tuple[Any, ...]]:
        driver: psycopg.Connection[tuple[Any, ...]] = connection.connection.driver_connection  # type: ignore[assignment]
        try:
            return driver.execute(self._sql, values)
        except psycopg.Error as error:
            raise self._wrapped(connection, error, gone=driver.closed) from error

    def _wrapped(self, connection: Connection, error: psycopg.Error, *, gone: bool) -> BaseException:
        """The error as SQLAlchemy would raise it; values are left out, for people typed them."""
        if gone:
            connection.invalidate(error)
        return DBAPIError.instance(
            self._sql, None, error, psycopg.Error, hide_parameters=True, connection_invalidated=gone, dialect=_DIALECT
        )
