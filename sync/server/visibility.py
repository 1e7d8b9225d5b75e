"""Who may see which rows, before and after a transaction: the moves that the feed must tell (sync design 6.5)."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeAlias

import msgspec
from sqlalchemy import Connection

from desktop.office.ids import Id
from desktop.office.mutation import Catalogue
from desktop.office.rows import Look, Row, Rows
from sync.server import many
from sync.server.slate import Slate
from sync.server.straight import Statement

RowKey: TypeAlias = tuple[str, Id]
PUT, REMOVE = "P", "R"
_NOWHERE: Mapping[str, int] = {}


class Move(msgspec.Struct, frozen=True):
    """The row is in the bucket at `ver` (P) or left it (R); `ver_before`: as the bucket held it (None: not at all)."""

    bucket: str
    entity: str
    row_id: Id
    op: str
    ver: int
    ver_before: int | None


_HELD = Statement(f"""
SELECT asked.entity, asked.row_id, found.bucket, found.ver FROM {many.asked({"entity": "TEXT", "row_id": "BYTEA"})}
CROSS JOIN {many.found("change", "bucket, ver", ("entity", "row_id"), "op = 'P'")}
""")


class Visibility:
    """Reads rows and buckets of one office inside a write transaction; rows are fetched by the set, each once."""

    def __init__(self, connection: Connection, catalogue: Catalogue, slate: Slate) -> None:
        self._connection = connection
        self._catalogue = catalogue
        self._slate = slate
        self._rows = Rows(slate, authority=True)
        self._known: dict[RowKey, Row | None] = {}
        self._roots: dict[RowKey, RowKey | None] = {}
        self._buckets: dict[RowKey, frozenset[str]] = {}

    def moves(self, touched: Iterable[RowKey]) -> list[Move]:
        """Moves for touched rows, and for the rows below and beside them whose buckets changed with them."""
        changed = set(touched)
        self._fetch_with_parents(changed)
        moves: list[Move] = []
        done: set[RowKey] = set()
        waiting = changed | {root for key in changed if (root := self._root(key)) is not None}
        while waiting:
            held = self._held(waiting)
            self._fetch_beside(waiting)
            uprooted = set()
            for key in sorted(waiting):
                seen_in, now = self._seen_in(key), held.get(key, _NOWHERE)
                moves += self._moves_of(key, now, seen_in, key in changed)
                if seen_in != now.keys():
                    uprooted.add(key)
            done |= waiting
            waiting = self._children(uprooted) - done
        return moves

    def row(self, key: RowKey) -> Row | None:
        """The row as it is when the transaction ends: nothing is written any more when this is asked."""
        if key not in self._known:
            entity, row_id = key
            self._known[key] = self._slate.find(self._catalogue.entities[entity].table, (row_id,))
        return self._known[key]

    def _moves_of(self, key: RowKey, held: Mapping[str, int], seen_in: frozenset[str], changed: bool) -> list[Move]:
        entity, row_id = key
        row = self.row(key)
        if row is None:
            return []
        ver = row["ver"]
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
            rule, row = self._catalogue.entities[root[0]].buckets, self.row(root)
            self._buckets[root] = rule(self._rows, row) if rule and row is not None else frozenset()
        return self._buckets[root]

    def _root(self, key: RowKey) -> RowKey | None:
        if key not in self._roots:
            row = self.row(key)
            above = self._parent(key, row) if row is not None else None
            self._roots[key] = self._root(above) if above is not None else key if row is not None else None
        return self._roots[key]

    def _parent(self, key: RowKey, row: Row) -> RowKey | None:
        parent = self._catalogue.entities[key[0]].parent
        return (parent[0], row[parent[1]]) if parent else None

    def _fetch_with_parents(self, keys: set[RowKey]) -> None:
        while keys:
            self._fetch(keys)
            rows = ((key, self.row(key)) for key in keys)
            keys = {above for key, row in rows if row is not None and (above := self._parent(key, row)) is not None}

    def _fetch(self, keys: Iterable[RowKey]) -> None:
        ids: dict[str, list[tuple[Id]]] = {}
        for entity, row_id in keys:
            ids.setdefault(entity, []).append((row_id,))
        for entity, these in ids.items():
            self._slate.fetch_keys(self._catalogue.entities[entity].table, these)

    def _fetch_beside(self, keys: set[RowKey]) -> None:
        """Has at hand what the rules look at for these rows."""
        self._slate.fetch(
            Look(table, column, row_id)
            for entity, row_id in keys
            for table, column in self._catalogue.entities[entity].beside
        )

    def _children(self, keys: set[RowKey]) -> set[RowKey]:
        """The rows below these, as the database has them: in one question, for most rows have none."""
        kinds = tuple(sorted({entity for entity, _ in keys if entity in self._catalogue.children}))
        if not kinds:
            return set()
        rows = many.packed({"entity": entity, "row_id": row_id} for entity, row_id in keys)
        below = self._below(kinds).rows(self._connection, office_id=self._slate.office_id, rows=rows)
        found = {(entity, row_id) for entity, row_id in below}
        self._fetch(found)
        return found

    def _below(self, kinds: tuple[str, ...]) -> Statement:
        children = (child for kind in kinds for child in self._catalogue.children[kind])
        return _below(tuple((child.name, child.below) for child in children if child.below))

    def _held(self, keys: set[RowKey]) -> dict[RowKey, dict[str, int]]:
        """Bucket -> version for each row, as the feed has it now."""
        rows = many.packed({"entity": entity, "row_id": row_id} for entity, row_id in keys)
        held: dict[RowKey, dict[str, int]] = {}
        found = _HELD.rows(self._connection, office_id=self._slate.office_id, rows=rows)
        for entity, row_id, bucket, ver in found:
            held.setdefault((entity, row_id), {})[bucket] = ver
        return held


@cache
def _below(children: tuple[tuple[str, tuple[str, str]], ...]) -> Statement:
    """Asks for the rows of each child table that name a row of `asked` as their parent."""
    parts = (
        f"SELECT '{child}', found.id FROM asked CROSS JOIN LATERAL"
        f' (SELECT id FROM {child} WHERE office_id = :office_id AND "{column}" = asked.row_id OFFSET 0) AS found'
        f" WHERE asked.entity = '{parent}'"
        for child, (parent, column) in children
    )
    asked = many.asked({"entity": "TEXT", "row_id": "BYTEA"})
    return Statement(f"WITH asked AS (SELECT * FROM {asked}) " + " UNION ALL ".join(parts))
