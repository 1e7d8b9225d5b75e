"""The pages of a document as a strip of small pictures; only those looked at are drawn."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QListView, QWidget

from ui.kit.page_source import Pages, Rank, Wish
from ui.kit.theme import colour

_DPI = 20
_KEPT = 200
_SIZE = QSize(56, 78)
_CELL = QSize(72, 116)
_NOWHERE = QModelIndex()


class PageThumbs(QListView):
    """`picked` brings the page, from 0, that a person chose."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("thumbs")
        self._model = _Thumbs(self._is_seen)
        self._model.setParent(self)
        self.setModel(self._model)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setIconSize(_SIZE)
        self.setGridSize(_CELL)
        self.setFixedWidth(_CELL.width() + 16)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def show_pages(self, pages: Pages | None) -> None:
        self._model.show_pages(pages)

    def show_page(self, page: int) -> None:
        """Marks the page that is open, without telling."""
        self.blockSignals(True)
        self.setCurrentIndex(self._model.index(page))
        self.blockSignals(False)

    def _is_seen(self, page: int) -> bool:
        return self.isVisible() and self.visualRect(self._model.index(page)).intersects(self.viewport().rect())

    def currentChanged(self, now: QModelIndex | QPersistentModelIndex, before: Any) -> None:
        super().currentChanged(now, before)
        if now.isValid():
            self.scrollTo(self.currentIndex())
            self.picked.emit(now.row())


class _Thumbs(QAbstractListModel):
    def __init__(self, is_seen: Callable[[int], bool]) -> None:
        super().__init__()
        self._is_seen = is_seen
        self._pages: Pages | None = None
        self._icons: OrderedDict[int, QIcon] = OrderedDict()
        self._asked: set[int] = set()

    def show_pages(self, pages: Pages | None) -> None:
        self.beginResetModel()
        self._pages = pages
        self._icons.clear()
        self._asked.clear()
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return self._pages.count if self._pages and not parent.isValid() else 0

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icons.get(index.row()) or self._ask(index.row())
        return None

    def _ask(self, page: int) -> QIcon:
        if self._pages is not None and page not in self._asked:
            self._asked.add(page)
            pages = self._pages
            wish = Wish(Rank.SMALL, lambda: self._still(pages, page))
            pages.render(page, _DPI, lambda image: self._arrived(pages, page, image), wish)
        return self._icons.get(page) or _icon(_blank())

    def _still(self, pages: Pages, page: int) -> bool:
        """One that was scrolled away is asked for again when it is seen again."""
        if pages is self._pages and self._is_seen(page):
            return True
        if pages is self._pages:
            self._asked.discard(page)
        return False

    def _arrived(self, pages: Pages, page: int, image: QImage) -> None:
        if pages is not self._pages or image.isNull():
            return
        self._asked.discard(page)
        aspect, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self._icons[page] = _icon(QPixmap.fromImage(image.scaled(_SIZE, aspect, smooth)))
        while len(self._icons) > _KEPT:
            self._icons.popitem(last=False)
        self.dataChanged.emit(self.index(page), self.index(page))


def _icon(picture: QPixmap) -> QIcon:
    """The same picture chosen or not: a tinted page could not be judged."""
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon


def _blank() -> QPixmap:
    sheet = QPixmap(55, 78)
    sheet.fill(colour("page"))
    return sheet
