"""Many rows in one statement: arrays, one for each column, that PostgreSQL lays side by side."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Integer, LargeBinary, Table, Text, TextClause, text
from sqlalchemy.dialects import postgresql

from desktop.office.rows import key_columns

_DIALECT = postgresql.dialect()  # type: ignore[no-untyped-call]
_KINDS: dict[type[Any], type[Any]] = {Integer: int, Text: str, LargeBinary: bytes}
"""What a column holds in Python; any other value might come back from the database as something else."""


class Unlike(Exception):
    """A value that the database would not give back as it is."""


def insert(
    connection: Connection, table: Table, office_id: int, columns: tuple[str, ...], rows: Sequence[Mapping[str, Any]]
) -> None:
    """Writes the named columns of new rows."""
    connection.execute(_insert(table, columns), {"office_id": office_id, **_arrays(table, columns, rows)})


def update(
    connection: Connection, table: Table, office_id: int, columns: tuple[str, ...], rows: Sequence[Mapping[str, Any]]
) -> int:
    """Writes the named columns of rows that are there; returns how many were."""
    arrays = _arrays(table, (*key_columns(table), *columns), rows)
    return connection.execute(_update(table, columns), {"office_id": office_id, **arrays}).rowcount


def find(
    connection: Connection, table: Table, office_id: int, columns: tuple[str, ...], keys: Sequence[tuple[Any, ...]]
) -> list[dict[str, Any]]:
    """The rows whose columns have one of the sets of values."""
    asked = [dict(zip(columns, key, strict=True)) for key in keys]
    values = {"office_id": office_id, **_arrays(table, columns, asked)}
    names = _all_columns(table)
    return [dict(zip(names, row, strict=True)) for row in connection.execute(_find(table, columns), values)]


def _arrays(table: Table, columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    arrays = {f"a{place}": [row[name] for row in rows] for place, name in enumerate(columns)}
    for place, name in enumerate(columns):
        if not set(map(type, arrays[f"a{place}"])) <= {_kind(table, name), type(None)}:
            raise Unlike(f"{table.name}.{name}")
    return arrays


@cache
def _all_columns(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.columns)


@cache
def _kind(table: Table, column: str) -> type[Any]:
    """Integer, text or bytes."""
    type_ = table.c[column].type
    return next((kind for sql, kind in _KINDS.items() if isinstance(type_, sql)), type_.python_type)


def _unnest(table: Table, columns: Sequence[str]) -> str:
    kinds = [table.c[name].type.compile(_DIALECT) for name in columns]
    arrays = ", ".join(f"CAST(:a{place} AS {kind}[])" for place, kind in enumerate(kinds))
    return f"unnest({arrays}) AS asked({_names(columns)})"


def _names(columns: Sequence[str], of: str = "") -> str:
    return ", ".join(f'{of}"{name}"' for name in columns)


@cache
def _insert(table: Table, columns: tuple[str, ...]) -> TextClause:
    return text(
        f"INSERT INTO {table.name} (office_id, {_names(columns)})"
        f" SELECT :office_id, {_names(columns, 'asked.')} FROM {_unnest(table, columns)}"
    )


@cache
def _update(table: Table, columns: tuple[str, ...]) -> TextClause:
    keys = key_columns(table)
    changed = ", ".join(f'"{name}" = asked."{name}"' for name in columns)
    return text(
        f"UPDATE {table.name} AS held SET {changed} FROM {_unnest(table, (*keys, *columns))}"
        f" WHERE held.office_id = :office_id AND {_same(keys)}"
    )


@cache
def _find(table: Table, columns: tuple[str, ...]) -> TextClause:
    return text(
        f"SELECT {_names(_all_columns(table), 'held.')} FROM {_unnest(table, columns)}"
        f" JOIN {table.name} AS held ON held.office_id = :office_id AND {_same(columns)}"
    )


def _same(columns: Sequence[str]) -> str:
    return " AND ".join(f'held."{name}" = asked."{name}"' for name in columns)
