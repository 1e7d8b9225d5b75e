"""Rows of a table over frozen dataclasses, changed by difference: the selection and the scroll stay where they were."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.kit.chips import Badge
from ui.kit.columns import Column

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_DISPLAY = Qt.ItemDataRole.DisplayRole
_ALIGN = Qt.ItemDataRole.TextAlignmentRole
_TIP = Qt.ItemDataRole.ToolTipRole


class TableModel(QAbstractTableModel, Generic[R]):
    """Columns over rows; `row(n)` may be None where a page is still on its way."""

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._texts = [column.text for column in self.columns]

    def row(self, place: int) -> R | None:
        raise NotImplementedError

    def badges(self, place: int, column: int) -> tuple[Badge, ...]:
        """Marks of a cell, for the delegate."""
        row, ask = self.row(place), self.columns[column].badges
        return ask(row) if row is not None and ask is not None else ()

    def retitle(self) -> None:
        """The language changed: every word is asked for again."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(self.columns) - 1))

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role == _DISPLAY:
            row = self.row(index.row())
            return "" if row is None else self._texts[index.column()](row)
        if role == _ALIGN:
            return self.columns[index.column()].align
        if role == _TIP and (tip := self.columns[index.column()].tip) and (row := self.row(index.row())) is not None:
            return tip(row)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == _DISPLAY:
            return self.columns[section].title()
        return self.columns[section].align if role == _ALIGN else None


class RowsModel(TableModel[R]):
    """All rows in memory, each with a key of its own. `wanted`: the view came to their end, and there `is_more`."""

    wanted = Signal()

    def __init__(
        self, columns: Sequence[Column[R]], key: Callable[[R], Hashable], parent: QObject | None = None
    ) -> None:
        super().__init__(columns, parent)
        self._key = key
        self._rows: list[R] = []
        self._places: dict[Hashable, int] = {}
        self.is_more = False

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        return self.is_more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        self.is_more = False
        self.wanted.emit()

    def row(self, place: int) -> R | None:
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def rows(self) -> tuple[R, ...]:
        return tuple(self._rows)

    def place_of(self, key: Hashable) -> int | None:
        return self._places.get(key)

    def show_rows(self, rows: Sequence[R]) -> None:
        """Makes these the rows, telling the view only what differs. Keys must be unique."""
        wanted = {self._key(row): row for row in rows}
        if len(wanted) != len(rows):
            raise ValueError("two rows with the same key")
        self._remove_all_but(wanted)
        self._reorder([key for key in wanted if key in self._places])
        self._insert_missing(wanted)
        self._replace_changed(wanted)

    def _remember(self) -> None:
        self._places = {self._key(row): place for place, row in enumerate(self._rows)}

    def _remove_all_but(self, wanted: dict[Hashable, R]) -> None:
        gone = [place for place, row in enumerate(self._rows) if self._key(row) not in wanted]
        for first, last in reversed(list(_runs(gone))):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
        if gone:
            self._remember()

    def _reorder(self, order: list[Hashable]) -> None:
        if all(self._places[key] == place for place, key in enumerate(order)):
            return
        self.layoutAboutToBeChanged.emit()
        moved = {self._places[key]: place for place, key in enumerate(order)}
        before = self.persistentIndexList()
        after = [self.index(moved[index.row()], index.column()) for index in before]
        self._rows = [self._rows[self._places[key]] for key in order]
        self._remember()
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _insert_missing(self, wanted: dict[Hashable, R]) -> None:
        order = list(wanted)
        missing = [place for place, key in enumerate(order) if key not in self._places]
        for first, last in _runs(missing):
            self.beginInsertRows(QModelIndex(), first, last)
            self._rows[first:first] = [wanted[key] for key in order[first : last + 1]]
            self.endInsertRows()
        if missing:
            self._remember()

    def _replace_changed(self, wanted: dict[Hashable, R]) -> None:
        changed = [place for place, row in enumerate(wanted.values()) if self._rows[place] != row]
        self._rows = list(wanted.values())
        for first, last in _runs(changed):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """1, 2, 3, 7, 8 -> (1, 3), (7, 8)"""
    first = last = None
    for place in places:
        if last is not None and place == last + 1:
            last = place
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = place
    if first is not None and last is not None:
        yield first, last
