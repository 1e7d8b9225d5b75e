"""What a picture of a window would show to be wrong: words that are cut off, controls that stand over each other."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollBar,
    QSplitterHandle,
    QStyle,
    QStyleOptionFrame,
    QTabBar,
    QWidget,
)

from ui.kit.chips import Chip, badge_width
from ui.kit.columns import Column
from ui.kit.field import Field
from ui.kit.inputs import CheckBox
from ui.kit.page_view import PageView
from ui.kit.rows import TableModel
from ui.kit.segmented import Segmented
from ui.kit.table import TableView
from ui.kit.thai_label import OneLine, plain
from ui.kit.tokens import L, S

_SLACK = 1
"""Pixels that no eye misses."""
_INSET, _ACTION = 2, 24
"""What Qt keeps free beside the words of a line, and what a picture in the line takes."""


def cut_off(window: QWidget) -> list[str]:
    """Every place where words, a control or a mark have less room than they need, as `where: what (has < needs)`."""
    return [f"{_name(widget)}: {what}" for widget in _seen(window) for what in _cuts(widget)]


def words_on(window: QWidget) -> set[str]:
    """What the program says on a window: labels, buttons, tabs, headings, placeholders, names that are spoken."""
    said: set[str] = set()
    for widget in _seen(window):
        said |= {widget.accessibleName(), widget.toolTip()}
        if isinstance(widget, QLabel | QAbstractButton):
            said.add(widget.text())
        if isinstance(widget, QLineEdit):
            said.add(widget.placeholderText())
        if isinstance(widget, QComboBox):
            said |= {widget.itemText(place) for place in range(widget.count())}
        if isinstance(widget, QTabBar):
            said |= {widget.tabText(tab) for tab in range(widget.count())}
        if isinstance(widget, TableView) and widget.model() is not None:
            said |= {column.title() for column in widget.model().columns}
    return {plain(word) for word in said if word}


def _seen(window: QWidget) -> Iterator[QWidget]:
    """The window and everything in it that is on the screen."""
    if window.isVisible():
        yield window
        yield from (widget for widget in window.findChildren(QWidget) if widget.isVisible())


def _cuts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield from _label(widget)
    elif isinstance(widget, QTabBar):
        yield from _tabs(widget)
    elif isinstance(widget, CheckBox) and widget.toolTip() == widget.text():
        pass  # its words yield, and are whole in its tip
    elif isinstance(widget, QPushButton | CheckBox | Chip) or isinstance(widget.parent(), Segmented):
        yield from _less(widget, widget.sizeHint().width())
    elif isinstance(widget, QComboBox):
        wide = widget.fontMetrics().horizontalAdvance(widget.currentText()) + 28 + S // 2
        yield from _less(widget, wide, widget.currentText())
    elif isinstance(widget, QLineEdit):
        yield from _line(widget)
    elif isinstance(widget, Field):
        yield from _field(widget)
    elif isinstance(widget, TableView):
        yield from _table(widget)
    yield from _outside(widget)


def _label(widget: QLabel) -> Iterator[str]:
    if isinstance(widget, OneLine) or not widget.text() or widget.pixmap():
        return
    if widget.wordWrap():
        need = widget.heightForWidth(widget.width())
        if widget.height() + _SLACK < need:
            yield f"{plain(widget.text())[:40]!r} ({widget.height()} < {need} high)"
    else:
        yield from _less(widget, widget.sizeHint().width())
        need = widget.fontMetrics().height()
        if widget.height() + _SLACK < need:
            yield f"{plain(widget.text())[:40]!r} ({widget.height()} < {need} high)"


def _less(widget: QWidget, need: int, words: str = "") -> Iterator[str]:
    if widget.width() + _SLACK < need:
        text = words or (widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName())
        yield f"{plain(text)[:40]!r} ({widget.width()} < {need})"


def _tabs(bar: QTabBar) -> Iterator[str]:
    shown = [tab for tab in range(bar.count()) if bar.isTabVisible(tab)]
    need = max((bar.tabRect(tab).right() + 1 for tab in shown), default=0)
    first = min((bar.tabRect(tab).left() for tab in shown), default=0)
    if first < 0 or need > bar.width() + _SLACK:
        yield f"tabs {[bar.tabText(tab) for tab in shown]} ({bar.width()} < {need - first})"


def _line(edit: QLineEdit) -> Iterator[str]:
    """An empty line says in its own place what belongs there."""
    if edit.text() or not edit.placeholderText():
        return
    option, margins = QStyleOptionFrame(), edit.textMargins()
    edit.initStyleOption(option)
    inner = edit.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, edit).width()
    icons = sum(_ACTION for action in edit.actions() if not action.icon().isNull())
    room = inner - margins.left() - margins.right() - icons - 2 * _INSET
    need = edit.fontMetrics().horizontalAdvance(edit.placeholderText())
    if room + _SLACK < need:
        yield f"{edit.placeholderText()[:40]!r} ({room} < {need})"


def _field(field: Field) -> Iterator[str]:
    note = field._note
    said = note.error or note.hint
    if said:
        need = QFontMetrics(note.font()).horizontalAdvance(said) if not note.error else 0
        need = need or note.fontMetrics().horizontalAdvance(said) + L
        if note.width() + _SLACK < need:
            yield f"beside {field.label.text()!r}: {said[:50]!r} ({note.width()} < {need})"


def _table(table: TableView[object]) -> Iterator[str]:
    """Headings, and marks in the rows that are seen; the words of a row may be cut, they are told whole elsewhere."""
    model: TableModel[object] | None = table.model()
    if model is None:
        return
    header: QHeaderView = table.horizontalHeader()
    for place, column in enumerate(model.columns):
        if table.isColumnHidden(place):
            continue
        room = table.columnWidth(place)
        need = header.fontMetrics().horizontalAdvance(column.title()) + 2 * S
        if column.title() and room + _SLACK < need:
            yield f"heading {column.title()!r} ({room} < {need})"
        yield from _marks(table, model, place, column, room)
        if column.stretch and room + _SLACK < column.width:
            yield f"column {column.title()!r} ({room} < {column.width})"


def _marks(
    table: TableView[object], model: TableModel[object], place: int, column: Column[object], room: int
) -> Iterator[str]:
    last = table.rowAt(table.viewport().height() - 1)
    for row in range(last + 1 if last >= 0 else model.rowCount()):
        badges = model.badges(row, place)
        need = sum(badge_width(badge) + S for badge in badges) + S
        if badges and room + _SLACK < need:
            yield f"mark {[badge.words for badge in badges]} under {column.title()!r} ({room} < {need})"
            return


def _outside(widget: QWidget) -> Iterator[str]:
    """Something that a layout had no room for stands beyond the edge of what holds it."""
    holder = widget.parentWidget()
    if holder is None or widget.isWindow() or isinstance(widget, QScrollBar | QSplitterHandle):
        return
    if isinstance(holder.parentWidget(), QAbstractScrollArea | PageView) or isinstance(
        holder, QAbstractScrollArea | QTabBar
    ):
        return
    beyond = QRect(QPoint(), holder.size()).adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
    if not beyond.contains(widget.geometry()) and not widget.testAttribute(
        Qt.WidgetAttribute.WA_TransparentForMouseEvents
    ):
        yield f"stands beyond {_name(holder)} {holder.size().toTuple()}: {widget.geometry().getRect()}"


def _name(widget: QWidget) -> str:
    said = widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__}({plain(said)[:24]})" if said else type(widget).__name__
