"""A mutation is written once and runs twice: at the desk at once, at the centre with authority.

A room declares its rows (`Entity`) and its verbs (`Mutation`: a typed body and `apply(rows, body, context)` in portable
SQLAlchemy Core). Both ends assemble the rooms' declarations into one `Catalogue` and perform mutations through `Rows`,
which records every row touched: the desk needs that for its shadow, the centre for its feed.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

from sqlalchemy import Table, UniqueConstraint

from desktop.office.ids import Id
from desktop.office.rows import Look, Row, Rows

__all__ = ["Look", "Row", "Rows"]

Body = TypeVar("Body")


def no_looks(body: Any) -> Iterable[Look]:
    """What a mutation says that reads nothing, or leaves its reads to be asked one by one."""
    return ()


class Seal(NamedTuple):
    """A signature that a body bears, and under what: of a device of the office."""

    device_id: Id
    content: bytes
    signature: bytes


def no_seals(body: Any) -> Iterable[Seal]:
    """What a mutation says whose body is nobody's word but that of the desk whose chain it stands in."""
    return ()


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

    @property
    def is_centre(self) -> bool:
        """The centre itself acts: its device is the sixteen zero bytes."""
        return self.authority and self.device_id == bytes(16)


@dataclass(frozen=True)
class Mutation(Generic[Body]):
    """A verb that travels: `name` and `version` on the wire, `body` its msgspec type, `apply` its effect on rows.

    `reads` tells beforehand which rows `apply` will ask for, so that the centre fetches those of many acts at once. It
    is a hint: what it leaves out is asked for when it is needed. `centre_only`: no desk may do it; `unattended`: a desk
    does it by itself, for nobody (a user of sixteen zero bytes). `seals`: the signatures of desks in its body, without
    which the centre does not even try it.
    """

    name: str
    version: int
    kind: Kind
    body: type[Body]
    apply: Callable[[Rows, Body, Context], None]
    centre_only: bool = False
    unattended: bool = False
    reads: Callable[[Body], Iterable[Look]] = no_looks
    seals: Callable[[Body], Iterable[Seal]] = no_seals


@dataclass(frozen=True)
class Entity:
    """A table whose rows travel. `buckets` tells who may see a root row; a child row is seen with its parent.

    `buckets(rows, row)` returns names such as `registry/normal` or `unit:<hex>/normal` (audience/secrecy); `beside`
    names the (table, column) in which it looks for rows that name this one, so that they are fetched for many at once.
    `parent` is (entity, column holding the parent's id) for rows that belong to another entity's row; `follows` is the
    same for rows with buckets of their own that must be worked out anew when the other row's change.
    `blobs` are the columns that hold content addresses (SHA-256, hex) of files.
    """

    table: Table
    buckets: Callable[[Rows, Row], frozenset[str]] | None = None
    parent: tuple[str, str] | None = None
    blobs: tuple[str, ...] = ()
    beside: tuple[tuple[Table, str], ...] = ()
    follows: tuple[str, str] | None = None

    @property
    def below(self) -> tuple[str, str] | None:
        """The row whose move moves this one: (entity, column holding its id)."""
        return self.parent or self.follows

    @cached_property
    def name(self) -> str:
        return str(self.table.name)

    @cached_property
    def is_unique(self) -> bool:
        """Whether two rows may not agree in something beside their ids."""
        return any(isinstance(one, UniqueConstraint) for one in self.table.constraints)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        return tuple(str(column.name) for column in self.table.columns if column.name != "office_id")


class Catalogue:
    """Every entity and mutation of the rooms that an end of the post has."""

    def __init__(self, entities: Iterable[Entity], mutations: Iterable[Mutation[Any]]) -> None:
        self.entities = {entity.name: entity for entity in entities}
        self.mutations = {(mutation.name, mutation.version): mutation for mutation in mutations}
        self.children: dict[str, list[Entity]] = {}
        for entity in self.entities.values():
            if entity.below:
                self.children.setdefault(entity.below[0], []).append(entity)

    def find(self, name: str, version: int) -> Mutation[Any] | None:
        return self.mutations.get((name, version))
