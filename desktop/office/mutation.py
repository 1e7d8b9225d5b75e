"""A mutation is written once and runs twice: at the desk at once, at the centre with authority.

A room declares its rows (`Entity`) and its verbs (`Mutation`: a typed body and `apply(rows, body, context)` in portable
SQLAlchemy Core). Both ends assemble the rooms' declarations into one `Catalogue` and perform mutations through `Rows`,
which records every row touched: the desk needs that for its shadow, the centre for its feed.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from sqlalchemy import Connection, Select, Table, bindparam, select
from sqlalchemy.sql.dml import Insert, Update

from desktop.office.ids import Id

Row: TypeAlias = Mapping[str, Any]
Body = TypeVar("Body")
R = TypeVar("R")


class Kind(StrEnum):
    FACT = "fact"
    """It happened (a receipt was printed, a letter stamped): the centre may flag it, never refuse it."""
    INTENT = "intent"
    """Somebody wants it: the centre may refuse it with a reason."""


class Refused(Exception):
    """An intent that does not hold any more; `code` is a key of the messages, `data` tells the clerk what is."""

    def __init__(self, code: str, **data: Any) -> None:
        super().__init__(code)
        self.code = code
        self.data = data


@dataclass(frozen=True)
class Context:
    """Who did it, where and when; `at` is UTC text and comes with the mutation, so both ends write the same."""

    office_id: int
    device_id: Id
    user_id: Id
    mut_id: Id
    mseq: int
    at: str
    authority: bool


@dataclass(frozen=True)
class Mutation(Generic[Body]):
    """A verb that travels: `name` and `version` on the wire, `body` its msgspec type, `apply` its effect on rows."""

    name: str
    version: int
    kind: Kind
    body: type[Body]
    apply: "Callable[[Rows, Body, Context], None]"
    centre_only: bool = False


@dataclass(frozen=True)
class Entity:
    """A table whose rows travel. `buckets` tells who may see a root row; a child row is seen with its parent.

    `buckets(rows, row)` returns names such as `registry/normal` or `unit:<hex>/normal` (audience/secrecy).
    `parent` is (entity, column holding the parent's id) for rows that belong to another entity's row.
    `blobs` are the columns that hold content addresses (SHA-256, hex) of files.
    """

    table: Table
    buckets: "Callable[[Rows, Row], frozenset[str]] | None" = None
    parent: tuple[str, str] | None = None
    blobs: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.table.name

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.table.columns if column.name != "office_id")


class Catalogue:
    """Every entity and mutation of the rooms that an end of the post has."""

    def __init__(self, entities: Iterable[Entity], mutations: Iterable[Mutation[Any]]) -> None:
        self.entities = {entity.name: entity for entity in entities}
        self.mutations = {(mutation.name, mutation.version): mutation for mutation in mutations}
        self.children: dict[str, list[Entity]] = {}
        for entity in self.entities.values():
            if entity.parent:
                self.children.setdefault(entity.parent[0], []).append(entity)

    def find(self, name: str, version: int) -> Mutation[Any] | None:
        return self.mutations.get((name, version))


class Witness(Protocol):
    """Told before a row is first changed or made, with its values as they were (None: it is new)."""

    def before_write(self, entity: str, row_id: Id, before: Row | None) -> None: ...


_COUNTED = {"preserve_rowcount": True}
"""PostgreSQL's driver would otherwise not say how many rows an insert wrote."""


class Rows:
    """The rows of one office inside one transaction: the only way in which a mutation reads and writes.

    Every write keeps `office_id`, counts `ver` up where there is authority (the centre), and is recorded in `touched`.
    A mutation that finds something odd but may not refuse calls `flag`.
    """

    def __init__(
        self,
        connection: Connection,
        catalogue: Catalogue,
        office_id: int,
        *,
        authority: bool,
        witness: Witness | None = None,
    ) -> None:
        self._connection = connection
        self.catalogue = catalogue
        self._office_id = office_id
        self._step = 1 if authority else 0
        self._witness = witness
        self.touched: dict[tuple[str, Id], None] = {}
        self.flags: list[tuple[str, dict[str, Any]]] = []

    @property
    def dialect(self) -> str:
        """`sqlite` or `postgresql`."""
        return self._connection.dialect.name

    def find(self, table: Table, row_id: Id) -> Row | None:
        found = self._connection.execute(_find(table), {"o": self._office_id, "i": row_id}).mappings().first()
        return dict(found) if found is not None else None

    def all(self, query: Select[Any], **values: Any) -> Sequence[Row]:
        """Rows of a query that names `bindparam("office_id")` where it must stay inside the office."""
        found = self._connection.execute(query, {"office_id": self._office_id, **values}).mappings()
        return [dict(row) for row in found]

    def insert(self, table: Table, row_id: Id, **values: Any) -> None:
        self._record(table.name, row_id, None)
        row = {"office_id": self._office_id, "id": row_id, "ver": self._step, **values}
        self._connection.execute(_insert(table), row)

    def update(self, table: Table, row: Row, **values: Any) -> None:
        """Changes columns of a row that `find` or `all` returned."""
        self._record(table.name, row["id"], row)
        changed = {"ver": row["ver"] + self._step, **values}
        keyed = {"o": self._office_id, "i": row["id"], **changed}
        self._connection.execute(_update(table, tuple(sorted(changed))), keyed)

    def execute(self, statement: Insert | Update, values: Mapping[str, Any]) -> int:
        """Writes rows that do not travel (number events); returns how many were written.

        An insert gets its `office_id`; an update names `bindparam("o")` where it must stay inside the office.
        """
        office = "office_id" if isinstance(statement, Insert) else "o"
        keyed = {office: self._office_id, **values}
        return self._connection.execute(statement, keyed, execution_options=_COUNTED).rowcount

    def flag(self, code: str, **data: Any) -> None:
        """Notes for a person at the centre that an accepted fact breaks a rule."""
        self.flags.append((code, data))

    def _record(self, entity: str, row_id: Id, before: Row | None) -> None:
        if (entity, row_id) not in self.touched:
            if self._witness:
                self._witness.before_write(entity, row_id, before)
            self.touched[(entity, row_id)] = None


def _remembered(make: Callable[..., R]) -> Callable[..., R]:
    """Keeps one statement object per table, so that SQLAlchemy compiles each only once."""
    kept: dict[Any, R] = {}

    def give(*args: Any) -> R:
        if args not in kept:
            kept[args] = make(*args)
        return kept[args]

    return give


@_remembered
def _find(table: Table) -> Select[Any]:
    return select(table).where(table.c.office_id == bindparam("o"), table.c.id == bindparam("i"))


@_remembered
def _insert(table: Table) -> Insert:
    return table.insert()


@_remembered
def _update(table: Table, columns: tuple[str, ...]) -> Update:
    changed: dict[str, Any] = {name: bindparam(name) for name in columns}
    return table.update().where(table.c.office_id == bindparam("o"), table.c.id == bindparam("i")).values(**changed)
