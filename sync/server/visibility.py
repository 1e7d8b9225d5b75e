"""Who may see which rows, before and after a transaction: the moves that the feed must tell (sync design 6.5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from sqlalchemy import ARRAY, Connection, LargeBinary, Select, Table, any_, bindparam, select, text

from desktop.office.ids import Id
from desktop.office.mutation import Catalogue, Row, Rows

RowKey: TypeAlias = tuple[str, Id]
PUT, REMOVE = "P", "R"


@dataclass(frozen=True)
class Move:
    """The row is in the bucket at `ver` (P) or left it (R); `ver_before`: as the bucket held it (None: not at all)."""

    bucket: str
    entity: str
    row_id: Id
    op: str
    ver: int
    ver_before: int | None


_HELD = text("""
SELECT c.entity, c.row_id, c.bucket, c.ver
FROM unnest(CAST(:entities AS text[]), CAST(:ids AS bytea[])) AS asked(entity, row_id)
JOIN change c ON c.office_id = :office_id AND c.entity = asked.entity AND c.row_id = asked.row_id AND c.op = 'P'
""")


class Visibility:
    """Reads rows and buckets of one office inside a write transaction; rows are fetched by the set, each once."""

    def __init__(self, connection: Connection, catalogue: Catalogue, office_id: int) -> None:
        self._connection = connection
        self._catalogue = catalogue
        self._office_id = office_id
        self._rows = Rows(connection, catalogue, office_id, authority=True)
        self._loaded: dict[RowKey, Row] = {}
        self._buckets: dict[RowKey, frozenset[str]] = {}

    def moves(self, touched: Iterable[RowKey]) -> list[Move]:
        """Moves for touched rows, and for the rows below and beside them whose buckets changed with them."""
        changed = set(touched)
        self._load_with_parents(changed)
        moves: list[Move] = []
        done: set[RowKey] = set()
        waiting = changed | {root for key in changed if (root := self._root(key)) is not None}
        while waiting:
            held = self._held(waiting)
            uprooted = set()
            for key in sorted(waiting):
                seen_in = self._seen_in(key)
                moves += self._moves_of(key, held.get(key, {}), seen_in, key in changed)
                if seen_in != held.get(key, {}).keys():
                    uprooted.add(key)
            done |= waiting
            waiting = self._children(uprooted) - done
        return moves

    def row(self, key: RowKey) -> Row | None:
        return self._loaded.get(key)

    def _moves_of(self, key: RowKey, held: dict[str, int], seen_in: frozenset[str], changed: bool) -> list[Move]:
        entity, row_id = key
        ver = self._loaded[key]["ver"]
        puts = seen_in if changed else seen_in - held.keys()
        moves = [Move(bucket, entity, row_id, PUT, ver, held.get(bucket)) for bucket in sorted(puts)]
        gone = sorted(held.keys() - seen_in)
        return moves + [Move(bucket, entity, row_id, REMOVE, ver, held[bucket]) for bucket in gone]

    def _seen_in(self, key: RowKey) -> frozenset[str]:
        """The buckets of the row's root; nobody sees a row whose root is not there."""
        root = self._root(key)
        if root is None:
            return frozenset()
        if root not in self._buckets:
            rule = self._catalogue.entities[root[0]].buckets
            self._buckets[root] = rule(self._rows, self._loaded[root]) if rule else frozenset()
        return self._buckets[root]

    def _root(self, key: RowKey) -> RowKey | None:
        while key in self._loaded:
            above = self._parent(key)
            if above is None:
                return key
            key = above
        return None

    def _parent(self, key: RowKey) -> RowKey | None:
        parent = self._catalogue.entities[key[0]].parent
        return (parent[0], self._loaded[key][parent[1]]) if parent else None

    def _load_with_parents(self, keys: set[RowKey]) -> None:
        while keys:
            self._load(keys)
            parents = {self._parent(key) for key in keys if key in self._loaded}
            keys = {key for key in parents if key is not None and key not in self._loaded}

    def _load(self, keys: set[RowKey]) -> None:
        for entity, ids in _by_entity(keys).items():
            self._keep(entity, "id", ids)

    def _children(self, keys: set[RowKey]) -> set[RowKey]:
        found: set[RowKey] = set()
        for entity, ids in _by_entity(keys).items():
            for child in self._catalogue.children.get(entity, ()):
                assert child.parent is not None
                found |= self._keep(child.name, child.parent[1], ids)
        return found

    def _keep(self, entity: str, column: str, values: list[bytes]) -> set[RowKey]:
        """Loads the rows whose column has one of the values."""
        table = self._catalogue.entities[entity].table
        query = among(table, column)
        rows = self._connection.execute(query, {"office_id": self._office_id, "among": values}).mappings()
        found = {(entity, row["id"]): dict(row) for row in rows}
        self._loaded.update(found)
        return set(found)

    def _held(self, keys: set[RowKey]) -> dict[RowKey, dict[str, int]]:
        """Bucket -> version for each row, as the feed has it now."""
        ordered = sorted(keys)
        asked = {"entities": [entity for entity, _ in ordered], "ids": [row_id for _, row_id in ordered]}
        held: dict[RowKey, dict[str, int]] = {}
        for row in self._connection.execute(_HELD, {"office_id": self._office_id, **asked}):
            held.setdefault((row.entity, row.row_id), {})[row.bucket] = row.ver
        return held


def _by_entity(keys: Iterable[RowKey]) -> dict[str, list[Id]]:
    grouped: dict[str, list[Id]] = {}
    for entity, row_id in sorted(keys):
        grouped.setdefault(entity, []).append(row_id)
    return grouped


@cache
def among(table: Table, column: str = "id", columns: tuple[str, ...] | None = None) -> Select[Any]:
    """The office's rows whose `column` is one of the ids in `among`; all columns, or those named."""
    wanted = [table.c[name] for name in columns] if columns else [table]
    values = bindparam("among", type_=ARRAY(LargeBinary))
    return select(*wanted).where(table.c.office_id == bindparam("office_id"), table.c[column] == any_(values))
