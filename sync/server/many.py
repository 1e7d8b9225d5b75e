"""Many rows in one statement: they travel as one JSON text, which PostgreSQL takes apart by the columns' types.

Arrays would do the same, but the driver writes them in Python, element by element: that took most of a slice's time.
Rows are reached one by one through an index (`found`), whatever the planner thinks of the table: a plan that was made
and kept while an office was small would otherwise read all of the office for every slice.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

import msgspec
from sqlalchemy import Connection, Integer, LargeBinary, Table, Text
from sqlalchemy.dialects import postgresql

from desktop.office.rows import key_columns
from sync.server.straight import Statement

_DIALECT = postgresql.dialect()  # type: ignore[no-untyped-call]
_KINDS: dict[type[Any], type[Any]] = {Integer: int, Text: str, LargeBinary: bytes}
"""What a column holds in Python; any other value might come back from the database as something else."""


class Unlike(Exception):
    """A value that the database would not give back as it is."""


def packed(rows: Iterable[Mapping[str, Any] | msgspec.Struct]) -> str:
    """Rows for `asked`; more columns than it names do no harm."""
    try:
        return msgspec.json.encode(list(rows)).decode()
    except (OverflowError, UnicodeEncodeError) as error:
        raise Unlike(type(error).__name__) from error


def asked(columns: Mapping[str, str]) -> str:
    """The rows of the parameter `rows` as a table `asked`, counted by `place` from 1. `columns`: name -> SQL type."""
    given = ", ".join(f'"{name}" {"text" if kind == "BYTEA" else kind}' for name, kind in columns.items())
    taken = ", ".join(
        f"""decode(said."{name}", 'base64') AS "{name}\"""" if kind == "BYTEA" else f'said."{name}"'
        for name, kind in columns.items()
    )
    said = f"ROWS FROM (json_to_recordset(CAST(:rows AS json)) AS ({given})) WITH ORDINALITY AS said"
    return f"(SELECT {taken}, said.ordinality AS place FROM {said} OFFSET 0) AS asked"


def found(table: str, wanted: str, columns: Iterable[str], but: str = "true") -> str:
    """For each row of `asked` the rows of a table of the office that have the same values in these columns."""
    same = " AND ".join(f'"{name}" = asked."{name}"' for name in columns)
    here = f"office_id = :office_id AND {same} AND {but}"
    return f"LATERAL (SELECT {wanted} FROM {table} WHERE {here} OFFSET 0) AS found"


def insert(
    connection: Connection, table: Table, office_id: int, columns: tuple[str, ...], rows: Sequence[Mapping[str, Any]]
) -> None:
    """Writes the named columns of new rows."""
    _check(table, columns, rows)
    _insert(table, columns).run(connection, office_id=office_id, rows=packed(rows))


def update(
    connection: Connection, table: Table, office_id: int, columns: tuple[str, ...], rows: Sequence[Mapping[str, Any]]
) -> int:
    """Writes the named columns of rows that are there; returns how many were."""
    _check(table, columns, rows)
    return _update(table, columns).run(connection, office_id=office_id, rows=packed(rows))


def find(
    connection: Connection, table: Table, office_id: int, columns: tuple[str, ...], keys: Sequence[tuple[Any, ...]]
) -> list[dict[str, Any]]:
    """The rows whose columns have one of the sets of values."""
    wanted = [dict(zip(columns, key, strict=True)) for key in keys]
    _check(table, columns, wanted)
    names = _all_columns(table)
    found = _find(table, columns).rows(connection, office_id=office_id, rows=packed(wanted))
    return [dict(zip(names, row, strict=True)) for row in found]


def among(
    connection: Connection, table: Table, office_id: int, columns: tuple[str, ...], column: str, values: Iterable[bytes]
) -> list[tuple[Any, ...]]:
    """The named columns of the rows whose `column` is one of these ids."""
    rows = packed({column: value} for value in values)
    return _among(table, columns, column).rows(connection, office_id=office_id, rows=rows)


def _check(table: Table, columns: Iterable[str], rows: Sequence[Mapping[str, Any]]) -> None:
    for name in columns:
        if not set(map(type, map(itemgetter(name), rows))) <= _kinds(table, name):
            raise Unlike(f"{table.name}.{name}")


@cache
def _kinds(table: Table, column: str) -> frozenset[type[Any]]:
    type_ = table.c[column].type
    kind = next((kind for sql, kind in _KINDS.items() if isinstance(type_, sql)), type_.python_type)
    return frozenset((kind, type(None)))


@cache
def _all_columns(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.columns)


def _asked(table: Table, columns: Iterable[str]) -> str:
    return asked({name: table.c[name].type.compile(_DIALECT) for name in columns})


def _names(columns: Sequence[str], of: str = "") -> str:
    return ", ".join(f'{of}"{name}"' for name in columns)


@cache
def _insert(table: Table, columns: tuple[str, ...]) -> Statement:
    return Statement(
        f"INSERT INTO {table.name} (office_id, {_names(columns)})"
        f" SELECT :office_id, {_names(columns)} FROM {_asked(table, columns)}"
    )


@cache
def _update(table: Table, columns: tuple[str, ...]) -> Statement:
    keys = key_columns(table)
    changed = ", ".join(f'"{name}" = asked."{name}"' for name in columns)
    return Statement(
        f"UPDATE {table.name} AS held SET {changed} FROM {_asked(table, (*keys, *columns))}"
        f" CROSS JOIN {found(table.name, 'ctid', keys)} WHERE held.ctid = found.ctid"
    )


@cache
def _among(table: Table, columns: tuple[str, ...], column: str) -> Statement:
    rows = found(table.name, "*", [column])
    return Statement(f"SELECT {_names(columns, 'found.')} FROM {_asked(table, [column])} CROSS JOIN {rows}")


@cache
def _find(table: Table, columns: tuple[str, ...]) -> Statement:
    return Statement(
        f"SELECT {_names(_all_columns(table), 'found.')} FROM {_asked(table, columns)}"
        f" CROSS JOIN {found(table.name, '*', columns)}"
    )
