"""A table of any length: pages of rows are fetched when somebody looks at them, and the oldest seen are let go."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QObject

from ui.kit.columns import Column
from ui.kit.rows import _NOWHERE, Index, TableModel

R = TypeVar("R")
PAGE = 200
_KEPT = 50
Deliver = Callable[[Sequence[R]], None]
Fetch = Callable[[int, int, Deliver[R]], None]
"""`fetch(first, count, deliver)`: calls `deliver(rows)` at once or later, on the GUI thread."""


class PagedModel(TableModel[R]):
    """`total` rows of which at most 10,000 are in memory; a cell whose page is on its way is empty for that moment."""

    def __init__(
        self, columns: Sequence[Column[R]], fetch: Fetch[R], parent: QObject | None = None, *, size: int = PAGE
    ) -> None:
        """`size`: rows of a page."""
        super().__init__(columns, parent)
        self._fetch = fetch
        self._size = size
        self._total = 0
        self._pages: OrderedDict[int, Sequence[R]] = OrderedDict()
        self._asked: set[int] = set()
        self._age = 0

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._total

    def row(self, place: int) -> R | None:
        number, rest = divmod(place, self._size)
        page = self._pages.get(number)
        if page is None:
            page = self._ask(number)
        return page[rest] if page is not None and rest < len(page) else None

    def refresh(self, total: int, *, added_first: int = 0) -> None:
        """The rows changed: fetches again what is looked at. `added_first` of the new ones came in at the top.

        Those that came in or went elsewhere are counted at the end; the selection stays on its row.
        """
        if added_first:
            self.beginInsertRows(QModelIndex(), 0, added_first - 1)
            self._forget()
            self._total += added_first
            self.endInsertRows()
        else:
            self._forget()
        if total > self._total:
            self.beginInsertRows(QModelIndex(), self._total, total - 1)
            self._total = total
            self.endInsertRows()
        elif total < self._total:
            self.beginRemoveRows(QModelIndex(), total, self._total - 1)
            self._total = total
            self.endRemoveRows()
        self._tell(0, self._total - 1)

    def _forget(self) -> None:
        self._pages.clear()
        self._asked.clear()
        self._age += 1

    def _ask(self, number: int) -> Sequence[R] | None:
        if number not in self._asked:
            self._asked.add(number)
            age, at_once = self._age, True
            self._fetch(
                number * self._size, self._size, lambda rows: self._arrived(number, age, rows, tell=not at_once)
            )
            at_once = False
        return self._pages.get(number)

    def _arrived(self, number: int, age: int, rows: Sequence[R], *, tell: bool) -> None:
        """`tell`: nobody waits for these rows any more, the view has to be told to look again."""
        if age != self._age:
            return
        self._asked.discard(number)
        self._pages[number] = rows
        while len(self._pages) > _KEPT:
            self._pages.popitem(last=False)
        if tell:
            self._tell(number * self._size, number * self._size + len(rows) - 1)

    def _tell(self, first: int, last: int) -> None:
        if 0 <= first <= last < self._total:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
