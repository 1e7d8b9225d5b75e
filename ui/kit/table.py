"""The table of every room: rows of one height, whole rows chosen, keys like a mail program."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.kit.chips import badge_width, paint_badge
from ui.kit.columns import Column
from ui.kit.marked_text import Spans, paint_marked
from ui.kit.rows import TableModel
from ui.kit.theme import colour, font
from ui.kit.tokens import ROW, ROW_COMPACT, S

R = TypeVar("R")
_STEPS = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}


class TableView(QTableView, Generic[R]):
    """`chosen` brings the current row or None as the clerk moves, `opened` the row on Enter or a double click.

    J and K move like the arrows. Ctrl+A does nothing here: choosing "all of this list" is a word of the room.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, name: str = "", *, compact: bool = False, several: bool = False, framed: bool = True) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("frame", "panel" if framed else "none")
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setMinimumSectionSize(32)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.row_at(index)))
        self.set_compact(compact)

    def set_compact(self, compact: bool) -> None:
        self.verticalHeader().setDefaultSectionSize(ROW_COMPACT if compact else ROW)

    def show_model(self, model: TableModel[R]) -> None:
        """Takes a model and lays out its columns; painted cells get their delegate."""
        self.setModel(model)
        for place, column in enumerate(model.columns):
            resize = QHeaderView.ResizeMode.Stretch if column.stretch else QHeaderView.ResizeMode.Interactive
            self.horizontalHeader().setSectionResizeMode(place, resize)
            self.setColumnWidth(place, column.width)
            if column.painted:
                self.setItemDelegateForColumn(place, CellDelegate(self))
        _fit_columns(self)

    def model(self) -> TableModel[R]:
        return super().model()  # type: ignore[return-value]

    def row_at(self, index: QModelIndex | QPersistentModelIndex) -> R | None:
        return self.model().row(index.row()) if index.isValid() else None

    def current(self) -> R | None:
        return self.row_at(self.currentIndex())

    def choose(self, place: int) -> None:
        """Makes a row the current one and brings it into view."""
        self.setCurrentIndex(self.model().index(place, 0))
        self.scrollTo(self.currentIndex())

    def currentChanged(self, now: QModelIndex | QPersistentModelIndex, before: Any) -> None:
        super().currentChanged(now, before)
        if now.row() != before.row() or now.isValid() != before.isValid():
            self.chosen.emit(self.row_at(now))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.current())
        elif key in _STEPS and plain and self.model().rowCount():
            self._step(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def selectAll(self) -> None:
        """Does nothing: with a million rows it would stop the program for seconds."""

    def keyboardSearch(self, words: str) -> None:
        """Does nothing: letters are keys of the room, and Qt would search every row for them."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and super().model() is not None:
            self.model().retitle()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        _fit_columns(self)

    def _step(self, rows: int) -> None:
        place = self.currentIndex().row() + rows
        self.choose(max(0, min(place, self.model().rowCount() - 1)))


def _fit_columns(table: TableView[Any]) -> None:
    """Hides the columns that yield until the rest has the width it asked for; what is to spare goes to roomy ones.

    A width that somebody has dragged stays.
    """
    if QTableView.model(table) is None:
        return
    columns = table.model().columns
    missing = sum(column.width for column in columns) - table.viewport().width()
    for place in sorted(range(len(columns)), key=lambda place: -columns[place].yields):
        hide = missing > 0 and columns[place].yields > 0
        table.setColumnHidden(place, hide)
        missing -= columns[place].width if hide else 0
    for place, column in enumerate(columns):
        if column.roomy and table.columnWidth(place) in (column.width, column.roomy):
            more = column.roomy - column.width
            roomy = missing + more <= 0
            table.setColumnWidth(place, column.roomy if roomy else column.width)
            missing += more if roomy else 0


class CellDelegate(QStyledItemDelegate):
    """Paints the cells that have marks, or a second ink; all other cells are Qt's own and cost no Python."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        if not isinstance(model, TableModel):
            return super().paint(painter, option, index)
        self._paint_ground(painter, option)
        place: QRect = option.rect.adjusted(S, 0, -S, -1)
        for badge in model.badges(index.row(), index.column()):
            paint_badge(painter, badge, place)
            place.setLeft(min(place.left() + badge_width(badge) + S, place.right()))
        column = model.columns[index.column()]
        if column.badges is None or column.mixed:
            row = model.row(index.row())
            faint = column.faint is not None and row is not None and column.faint(row)
            struck = column.struck is not None and row is not None and column.struck(row)
            marked = column.found(row) if column.found is not None and row is not None else ()
            words = index.data() or ""
            self._paint_words(painter, place, column, words, faint=faint or struck, struck=struck, marked=marked)

    def _paint_words(
        self,
        painter: QPainter,
        place: QRect,
        column: Column[Any],
        words: str,
        *,
        faint: bool,
        struck: bool,
        marked: Spans,
    ) -> None:
        face = font(strong=column.strong and not faint)
        face.setStrikeOut(struck)
        painter.setFont(face)
        painter.setPen(colour("text_soft" if column.soft or faint else "text"))
        cut = QFontMetrics(face).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        if marked:
            paint_marked(painter, place, cut, marked)
        else:
            painter.drawText(place, column.align, cut)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        bare = QStyleOptionViewItem(option)
        bare.text = ""
        widget: QWidget = option.widget
        style: Callable[..., None] = (widget.style() if widget else QApplication.style()).drawControl
        style(QStyle.ControlElement.CE_ItemViewItem, bare, painter, widget)
