"""The rows of one office inside one transaction: the only way in which a mutation reads and writes."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol, TypeAlias, TypeVar

from sqlalchemy import Connection, Select, Table, bindparam, select
from sqlalchemy.sql.dml import Insert, Update

from desktop.office.ids import Id

Row: TypeAlias = Mapping[str, Any]
R = TypeVar("R")


class Look(NamedTuple):
    """Rows that are going to be asked for: those of `table` whose `column` (its id, or another row's) is `value`."""

    table: Table
    column: str
    value: Any


class RowStore(Protocol):
    """Where rows are: the database itself, or what a slice of acts holds in memory. All of one office.

    A key holds the columns of the primary key without the office, in their order.
    """

    def find(self, table: Table, key: tuple[Any, ...]) -> Row | None: ...
    def where(self, table: Table, column: str, value: Any) -> Sequence[Row]: ...
    def all(self, query: Select[Any], values: Mapping[str, Any]) -> Sequence[Row]: ...
    def insert(self, table: Table, row: dict[str, Any]) -> None: ...
    def insert_all(self, table: Table, rows: Sequence[dict[str, Any]]) -> None: ...
    def update(self, table: Table, key: tuple[Any, ...], changed: dict[str, Any]) -> None: ...


class SqlStore:
    """Every question and every write is a statement."""

    def __init__(self, connection: Connection, office_id: int) -> None:
        self._connection = connection
        self._office_id = office_id

    def find(self, table: Table, key: tuple[Any, ...]) -> Row | None:
        found = self._connection.execute(_find(table), self._keyed(key)).mappings().first()
        return dict(found) if found is not None else None

    def where(self, table: Table, column: str, value: Any) -> Sequence[Row]:
        found = self._connection.execute(_where(table, column), {"o": self._office_id, "v": value}).mappings()
        return [dict(row) for row in found]

    def all(self, query: Select[Any], values: Mapping[str, Any]) -> Sequence[Row]:
        found = self._connection.execute(query, {"office_id": self._office_id, **values}).mappings()
        return [dict(row) for row in found]

    def insert(self, table: Table, row: dict[str, Any]) -> None:
        self._connection.execute(_insert(table), {"office_id": self._office_id, **row})

    def insert_all(self, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        self._connection.execute(_insert(table), [{"office_id": self._office_id, **row} for row in rows])

    def update(self, table: Table, key: tuple[Any, ...], changed: dict[str, Any]) -> None:
        self._connection.execute(_update(table, tuple(sorted(changed))), {**self._keyed(key), **changed})

    def _keyed(self, key: tuple[Any, ...]) -> dict[str, Any]:
        return {"o": self._office_id, **{f"k{place}": part for place, part in enumerate(key)}}


class Witness(Protocol):
    """Told before a row is first changed or made, with its values as they were (None: it is new)."""

    def before_write(self, entity: str, row_id: Id, before: Row | None) -> None: ...
    def before_new(self, entity: str, row_ids: Sequence[Id]) -> None: ...


class Rows:
    """What a mutation gets: every write counts `ver` up where there is authority, and is recorded in `touched`.

    A mutation that finds something odd but may not refuse calls `flag`.
    """

    def __init__(self, store: RowStore, *, authority: bool, witness: Witness | None = None) -> None:
        self._store = store
        self._step = 1 if authority else 0
        self._witness = witness
        self.touched: dict[tuple[str, Id], None] = {}
        self.flags: list[tuple[str, dict[str, Any]]] = []

    def find(self, table: Table, row_id: Id) -> Row | None:
        return self._store.find(table, (row_id,))

    def where(self, table: Table, column: str, value: Any) -> Sequence[Row]:
        """The rows whose column has this value, in the order of their ids."""
        return self._store.where(table, column, value)

    def all(self, query: Select[Any], **values: Any) -> Sequence[Row]:
        """Rows of any other query; it names `bindparam("office_id")` where it must stay inside the office.

        The centre writes all it holds back before it asks, so `find` and `where` are the faster questions.
        """
        return self._store.all(query, values)

    def insert(self, table: Table, row_id: Id, **values: Any) -> None:
        self._record(str(table.name), row_id, None)
        self._store.insert(table, {"id": row_id, "ver": self._step, **values})

    def insert_all(self, table: Table, rows: Mapping[Id, Mapping[str, Any]]) -> None:
        """Makes many rows of the same columns, none of which this act has touched: as `insert` of each, at once."""
        if not rows:
            return
        entity = str(table.name)
        if self._witness:
            self._witness.before_new(entity, tuple(rows))
        self.touched |= dict.fromkeys((entity, row_id) for row_id in rows)
        made = [{"id": row_id, "ver": self._step, **values} for row_id, values in rows.items()]
        self._store.insert_all(table, made)

    def update(self, table: Table, row: Row, **values: Any) -> None:
        """Changes columns of a row that was found."""
        self._record(str(table.name), row["id"], row)
        self._store.update(table, (row["id"],), {"ver": row["ver"] + self._step, **values})

    def look(self, table: Table, *key: Any) -> Row | None:
        """A row that does not travel (a number event), by its key."""
        return self._store.find(table, key)

    def add(self, table: Table, **values: Any) -> None:
        """Writes a row that does not travel."""
        self._store.insert(table, values)

    def change(self, table: Table, *key: Any, **values: Any) -> None:
        """Changes a row that does not travel, if it is there."""
        if self._store.find(table, key) is not None:
            self._store.update(table, key, values)

    def flag(self, code: str, **data: Any) -> None:
        """Notes for a person at the centre that an accepted fact breaks a rule."""
        self.flags.append((code, data))

    def _record(self, entity: str, row_id: Id, before: Row | None) -> None:
        if (entity, row_id) not in self.touched:
            if self._witness:
                self._witness.before_write(entity, row_id, before)
            self.touched[(entity, row_id)] = None


def key_columns(table: Table) -> tuple[str, ...]:
    """The primary key without the office."""
    return tuple(column.name for column in table.primary_key.columns if column.name != "office_id")


def _remembered(make: Callable[..., R]) -> Callable[..., R]:
    """Keeps one statement object per table, so that SQLAlchemy compiles each only once."""
    kept: dict[Any, R] = {}

    def give(*args: Any) -> R:
        if args not in kept:
            kept[args] = make(*args)
        return kept[args]

    return give


def _here(table: Table) -> list[Any]:
    keyed = [table.c[name] == bindparam(f"k{place}") for place, name in enumerate(key_columns(table))]
    return [table.c.office_id == bindparam("o"), *keyed]


@_remembered
def _find(table: Table) -> Select[Any]:
    return select(table).where(*_here(table))


@_remembered
def _where(table: Table, column: str) -> Select[Any]:
    return select(table).where(table.c.office_id == bindparam("o"), table.c[column] == bindparam("v")).order_by("id")


@_remembered
def _insert(table: Table) -> Insert:
    return table.insert()


@_remembered
def _update(table: Table, columns: tuple[str, ...]) -> Update:
    changed: dict[str, Any] = {name: bindparam(name) for name in columns}
    return table.update().where(*_here(table)).values(**changed)
