"""The pages of a stack side by side, a band over those that are one document."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.capture.layout import Leaf
from ui.kit.language import Speaks
from ui.kit.page_source import Pages, Rank, Wish
from ui.kit.theme import colour, font
from ui.kit.tokens import RADIUS_SMALL, SMALL, XS, S
from ui.letters.stack_pages import SMALL_DPI
from ui.letters.stack_presenter import Cell, StackPresenter

CELL = QSize(124, 178)
_BAND, _FOOT = 26, 24
_KEPT = 300
_CELL_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class StackGrid(Speaks, QListView):
    """`picked` brings the place of the page that the cursor is on."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = _Cells(self._say_cell, self._is_seen)
        self._cells.setParent(self)
        self.setModel(self._cells)
        self.setItemDelegate(_CellPainter(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setGridSize(CELL)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("หน้าในกองนี้"))
        self.viewport().update()

    def show_cells(self, presenter: StackPresenter, pages: Pages) -> None:
        """The cursor stays on its page where that is still there, and in its place where it is not."""
        cells = presenter.cells
        keep, at = self.chosen_pages(), self.currentIndex().row()
        here = self._cells.cell(at).leaf.page if at >= 0 else None
        self._cells.show_cells(cells, pages)
        self.show_parting(presenter)
        order = [cell.leaf.page for cell in cells]
        place = order.index(here) if here in order else min(max(at, 0), len(cells) - 1)
        self.selectionModel().clearSelection()
        if cells:
            self.setCurrentIndex(self._cells.index(place))
        for page in keep:
            if page in order:
                self.selectionModel().select(
                    self._cells.index(order.index(page)), QItemSelectionModel.SelectionFlag.Select
                )

    def show_parting(self, presenter: StackPresenter) -> None:
        """Which pages are blank or our slips, and before which a cut seems to belong."""
        self._cells.show_parting(presenter.blank, presenter.slips, presenter.suggested)

    def chosen_pages(self) -> tuple[int, ...]:
        """The numbers of the chosen pages in the order in which they lie."""
        places = sorted(index.row() for index in self.selectedIndexes())
        return tuple(self._cells.cell(place).leaf.page for place in places)

    def current_page(self) -> int | None:
        place = self.currentIndex().row()
        return self._cells.cell(place).leaf.page if place >= 0 else None

    def currentChanged(self, now: _Index, before: _Index) -> None:
        super().currentChanged(now, before)
        if now.isValid():
            self.picked.emit(now.row())

    def _is_seen(self, place: int) -> bool:
        return self.isVisible() and self.visualRect(self._cells.index(place)).intersects(self.viewport().rect())

    def _say_cell(self, cell: Cell, kind: str) -> str:
        said = self.tr("ฉบับที่ {part} หน้า {page} จาก {count}").format(
            part=cell.part + 1, page=cell.place + 1, count=cell.pages_of_part
        )
        if not kind:
            return said
        return said + " " + (self.tr("หน้าว่าง") if kind == "blank" else self.tr("ใบคั่น"))

    def band_words(self, cell: Cell) -> str:
        """What stands over the first page of a document."""
        return self.tr("ฉบับ {part} · {count} หน้า").format(part=cell.part + 1, count=cell.pages_of_part)

    def kind_words(self, kind: str) -> str:
        return self.tr("ว่าง") if kind == "blank" else self.tr("ใบคั่น")


class _Cells(QAbstractListModel):
    """Small pictures are kept by how a page looks: what was only moved is not drawn again."""

    def __init__(self, say: Callable[[Cell, str], str], is_seen: Callable[[int], bool]) -> None:
        super().__init__()
        self._say, self._is_seen = say, is_seen
        self._cells: tuple[Cell, ...] = ()
        self._pages: Pages | None = None
        self._pictures: OrderedDict[Leaf, QPixmap] = OrderedDict()
        self._asked: set[Leaf] = set()
        self._blank: frozenset[int] = frozenset()
        self._slips: frozenset[int] = frozenset()
        self.suggested: frozenset[int] = frozenset()

    def show_cells(self, cells: Sequence[Cell], pages: Pages) -> None:
        self.beginResetModel()
        self._cells, self._pages = tuple(cells), pages
        self._asked.clear()
        self.endResetModel()

    def kind(self, cell: Cell) -> str:
        """`slip`, `blank`, or nothing for a page like any other."""
        page = cell.leaf.page
        return "slip" if page in self._slips else "blank" if page in self._blank else ""

    def show_parting(self, blank: frozenset[int], slips: frozenset[int], suggested: frozenset[int]) -> None:
        if (blank, slips, suggested) != (self._blank, self._slips, self.suggested):
            self._blank, self._slips, self.suggested = blank, slips, suggested
            self.dataChanged.emit(self.index(0), self.index(len(self._cells) - 1))

    def cell(self, place: int) -> Cell:
        return self._cells[place]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._cells)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self._cells[index.row()]
        if role == _CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DecorationRole:
            if cell.leaf not in self._pictures:
                self._ask(index.row(), cell.leaf)
            return self._pictures.get(cell.leaf)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._say(cell, self.kind(cell))
        return None

    def _ask(self, place: int, leaf: Leaf) -> None:
        if self._pages is not None and leaf not in self._asked:
            self._asked.add(leaf)
            pages = self._pages
            wish = Wish(Rank.SMALL, lambda: self._still(pages, place, leaf))
            pages.render(place, SMALL_DPI, lambda image: self._arrived(pages, place, leaf, image), wish)

    def _still(self, pages: Pages, place: int, leaf: Leaf) -> bool:
        if pages is self._pages and self._is_seen(place):
            return True
        if pages is self._pages:
            self._asked.discard(leaf)
        return False

    def _arrived(self, pages: Pages, place: int, leaf: Leaf, image: QImage) -> None:
        if image.isNull():
            return
        self._asked.discard(leaf)
        self._pictures[leaf] = QPixmap.fromImage(image)
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        if pages is self._pages:
            self.dataChanged.emit(self.index(place), self.index(place))


class _CellPainter(QStyledItemDelegate):
    def __init__(self, grid: StackGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        cell: Cell = index.data(_CELL_ROLE)
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setFont(font(SMALL))
        self._paint_band(painter, box, cell)
        sheet = self._paint_page(painter, box, index.data(Qt.ItemDataRole.DecorationRole))
        model = index.model()
        self._paint_foot(painter, box, cell, model.kind(cell) if isinstance(model, _Cells) else "")
        if isinstance(model, _Cells) and cell.leaf.page in model.suggested:
            painter.setPen(QPen(colour("accent"), 2, Qt.PenStyle.DashLine))
            painter.drawLine(box.left() + 2, box.top() + XS, box.left() + 2, box.bottom() - XS)
        if state & QStyle.StateFlag.State_Selected:
            active = self._grid.hasFocus() and bool(state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(colour("focus" if active else "accent"), 3 if active else 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(sheet.adjusted(-4, -4, 3, 3), RADIUS_SMALL, RADIUS_SMALL)
        painter.restore()

    def _paint_band(self, painter: QPainter, box: QRect, cell: Cell) -> None:
        first, last = cell.place == 0, cell.place == cell.pages_of_part - 1
        band = box.adjusted(XS if first else 0, XS, -XS if last else 0, -(box.height() - _BAND + 2))
        painter.fillRect(band, colour("accent_soft" if cell.part % 2 == 0 else "attention_soft"))
        if first:
            painter.fillRect(QRect(band.left(), band.top(), 3, box.height() - 2 * XS), colour("accent"))
            painter.setPen(colour("text"))
            words = band.adjusted(S + 2, 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._grid.band_words(cell))

    def _paint_page(self, painter: QPainter, box: QRect, picture: QPixmap | None) -> QRect:
        room = box.adjusted(S + XS, _BAND + S, -(S + XS), -_FOOT - XS)
        size = QSize(room.height() * 70 // 99, room.height()) if picture is None else picture.size()
        size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        sheet = QRect(0, 0, size.width(), size.height())
        sheet.moveCenter(room.center())
        painter.fillRect(sheet, colour("page"))
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(sheet, picture)
        painter.setPen(colour("line_strong"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(sheet.adjusted(0, 0, -1, -1))
        return sheet

    def _paint_foot(self, painter: QPainter, box: QRect, cell: Cell, kind: str) -> None:
        foot = box.adjusted(0, box.height() - _FOOT, 0, 0)
        words = str(cell.place + 1)
        if kind:
            words = f"{words} · {self._grid.kind_words(kind)}"
        painter.setPen(colour("attention" if kind else "text_soft"))
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, words)
