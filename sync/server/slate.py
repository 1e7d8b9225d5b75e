"""The rows of an office as a slice of acts sees them: each read once, for many acts together, and written at the end.

The office's gate is shut while a slate is in use, so what it has read stays true. An act that is refused is wiped off.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, Table

from desktop.office.rows import Look, Row, SqlStore, key_columns
from sync.server import many

Key = tuple[Any, ...]


_NOWHERE: set[Key] = set()


class Unfit(Exception):
    """What a slate can't do as the database would: the acts must be done one by one, by statements."""


class _Sheet:
    """The rows of one table. `rows` holds None for a row that is known not to be there."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.keys = key_columns(table)
        self.columns = tuple(column.name for column in table.columns if column.name != "office_id")
        self.known = frozenset(self.columns)
        self.rows: dict[Key, dict[str, Any] | None] = {}
        self.fresh: dict[Key, None] = {}
        self.changed: dict[Key, None] = {}
        self.written: set[str] = set()
        self.asked: set[tuple[str, Any]] = set()
        self._places: dict[str, dict[Any, set[Key]]] = {}

    def put(self, key: Key, row: dict[str, Any] | None) -> None:
        before = self.rows.get(key)
        for column, places in self._places.items():
            if before is not None:
                places[before[column]].discard(key)
            if row is not None:
                places[row[column]].add(key)
        self.rows[key] = row

    def forget(self, key: Key) -> None:
        self.put(key, None)
        del self.rows[key]

    def take(self, row: dict[str, Any]) -> None:
        """A row as the database has it, unless it is here already, perhaps newer."""
        key = tuple(row[name] for name in self.keys)
        if key not in self.rows:
            self.put(key, row)

    def where(self, column: str, value: Any) -> set[Key]:
        if column not in self._places:
            places: dict[Any, set[Key]] = defaultdict(set)
            for key, row in self.rows.items():
                if row is not None:
                    places[row[column]].add(key)
            self._places[column] = places
        return self._places[column].get(value, _NOWHERE)


class Slate:
    """A `RowStore` over one transaction. Whoever writes by other means meanwhile must not touch the same rows."""

    def __init__(self, connection: Connection, office_id: int) -> None:
        self._connection = connection
        self.office_id = office_id
        self._sheets: dict[Table, _Sheet] = {}
        self._undo: list[Callable[[], None]] = []
        self._spilt = False

    def begin(self) -> None:
        """What is written from here on can be wiped off again."""
        self._undo.clear()
        self._spilt = False

    def wipe(self) -> None:
        """Undoes what was written since `begin`; Unfit when some of it is in the database already."""
        if self._spilt:
            raise Unfit("written already")
        while self._undo:
            self._undo.pop()()

    def fetch(self, looks: Iterable[Look]) -> None:
        """Has these rows at hand, in one statement for each table and column."""
        wanted: dict[tuple[Table, str], dict[Key, None]] = {}
        for look in looks:
            wanted.setdefault((look.table, look.column), {})[(look.value,)] = None
        for (table, column), values in wanted.items():
            if (column,) == self._sheet(table).keys:
                self.fetch_keys(table, values)
            else:
                self._fetch_where(table, column, values)

    def fetch_keys(self, table: Table, keys: Iterable[Key]) -> None:
        """As `fetch`, by whole keys."""
        sheet = self._sheet(table)
        missing = [key for key in dict.fromkeys(keys) if key not in sheet.rows]
        if missing:
            for row in many.find(self._connection, table, self.office_id, sheet.keys, missing):
                sheet.take(row)
            for key in missing:
                sheet.rows.setdefault(key, None)

    def _fetch_where(self, table: Table, column: str, values: Iterable[Key]) -> None:
        sheet = self._sheet(table)
        missing = [value for value in values if (column, value[0]) not in sheet.asked]
        if missing:
            for row in many.find(self._connection, table, self.office_id, (column,), missing):
                sheet.take(row)
            sheet.asked |= {(column, value) for (value,) in missing}

    def find(self, table: Table, key: Key) -> Row | None:
        rows = self._sheet(table).rows
        if key not in rows:
            self.fetch_keys(table, (key,))
        return rows[key]

    def where(self, table: Table, column: str, value: Any) -> Sequence[Row]:
        sheet = self._sheet(table)
        if (column, value) not in sheet.asked:
            self._fetch_where(table, column, ((value,),))
        found = [sheet.rows[key] for key in sorted(sheet.where(column, value))]
        return [row for row in found if row is not None]

    def all(self, query: Select[Any], values: Mapping[str, Any]) -> Sequence[Row]:
        self.flush()
        return SqlStore(self._connection, self.office_id).all(query, values)

    def insert_all(self, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        for row in rows:
            self.insert(table, row)

    def insert(self, table: Table, row: dict[str, Any]) -> None:
        sheet = self._sheet(table)
        if not row.keys() <= sheet.known:
            raise Unfit(table.name)
        whole = {"office_id": self.office_id, **dict.fromkeys(sheet.columns), **row}
        key = tuple(whole[name] for name in sheet.keys)
        known, before = key in sheet.rows, sheet.rows.get(key)
        if before is not None:
            raise Unfit(table.name)
        sheet.put(key, whole)
        sheet.fresh[key] = None

        def undo() -> None:
            del sheet.fresh[key]
            if known:
                sheet.put(key, None)
            else:
                sheet.forget(key)

        self._undo.append(undo)

    def update(self, table: Table, key: Key, changed: dict[str, Any]) -> None:
        sheet = self._sheet(table)
        before = self.find(table, key)
        if before is None or not changed.keys() <= sheet.known:
            raise Unfit(table.name)
        held, first = dict(before), key not in sheet.fresh and key not in sheet.changed
        sheet.put(key, {**held, **changed})
        sheet.written |= changed.keys()
        if first:
            sheet.changed[key] = None

        def undo() -> None:
            sheet.put(key, held)
            if first:
                del sheet.changed[key]

        self._undo.append(undo)

    def flush(self) -> None:
        """Writes what was held back; the database's own checks come with it. Unfit, or an error of the database."""
        self._spilt = self._spilt or bool(self._undo)
        try:
            for sheet in self._sheets.values():
                self._flush(sheet)
        except many.Unlike as error:
            raise Unfit(str(error)) from error

    def _flush(self, sheet: _Sheet) -> None:
        fresh = [row for key in sheet.fresh if (row := sheet.rows[key]) is not None]
        if fresh:
            many.insert(self._connection, sheet.table, self.office_id, sheet.columns, fresh)
        changed = [row for key in sheet.changed if (row := sheet.rows[key]) is not None]
        if changed:
            columns = tuple(sorted(sheet.written - set(sheet.keys)))
            if many.update(self._connection, sheet.table, self.office_id, columns, changed) != len(changed):
                raise Unfit(sheet.table.name)
        sheet.fresh.clear()
        sheet.changed.clear()
        sheet.written.clear()

    def _sheet(self, table: Table) -> _Sheet:
        sheet = self._sheets.get(table)
        if sheet is None:
            sheet = self._sheets[table] = _Sheet(table)
        return sheet
