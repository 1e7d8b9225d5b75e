"""How tables of rows that travel are declared, and the one table that every numbering room writes."""

from typing import Any

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

ROOMS = MetaData(naming_convention=NAMING)
"""Tables that exist at the desk (SQLite) and at the centre (PostgreSQL) alike."""


def travelling(name: str, *columns: Column[Any] | UniqueConstraint) -> Table:
    """A table of rows that travel: keyed by office and id, with the row version that the centre counts.

    Moments are UTC texts, days are ISO texts, truth is 0 or 1, money is satang: the same values in both databases.
    """
    return Table(
        name,
        ROOMS,
        Column("office_id", BigInteger, primary_key=True, autoincrement=False),
        Column("id", LargeBinary(16), primary_key=True),
        Column("ver", Integer, nullable=False),
        *columns,
        sqlite_with_rowid=False,
    )


def text(name: str, *, required: bool = False, default: str | None = None) -> Column[str]:
    """`default`: what rows have that were written before the column was."""
    return Column(name, Text, nullable=not required and default is None, server_default=default)


def number(name: str, *, required: bool = False) -> Column[int]:
    return Column(name, BigInteger, nullable=not required)


def key(name: str, *, required: bool = False) -> Column[bytes]:
    """The id of another row; soft, because a child may arrive before its parent."""
    return Column(name, LargeBinary(16), nullable=not required)


number_event = Table(
    "number_event",
    ROOMS,
    Column("office_id", BigInteger, primary_key=True, autoincrement=False),
    Column("series", Text, primary_key=True),
    Column("year_be", Integer, primary_key=True, autoincrement=False),
    Column("n", BigInteger, primary_key=True, autoincrement=False),
    Column("status", Text, nullable=False),
    Column("entity", Text, nullable=False),
    Column("row_id", LargeBinary(16), nullable=False),
    Column("device_id", LargeBinary(16), nullable=False),
    Column("mseq", BigInteger, nullable=False),
    Column("at", Text, nullable=False),
    Column("reason", Text),
    sqlite_with_rowid=False,
)
"""What became of each number: `issued` or `void`, on which row, by whom, when."""
