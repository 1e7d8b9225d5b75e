"""Surfaces things stand on, and what is said where nothing stands yet."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget

from ui.kit.buttons import SecondaryButton
from ui.kit.icons import paint_icon
from ui.kit.thai_label import ThaiLabel, label
from ui.kit.tokens import FORM_WIDTH, XL, L, M, S

_WIDEST = 440


class Panel(QFrame):
    """A quiet surface with an optional title; widgets go into `body`, small things beside the title into `head`."""

    def __init__(self, title: str = "", *, padding: int = L, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(padding, padding and M, padding, padding)
        self._column.setSpacing(S)
        self.head = QHBoxLayout()
        self.head.setSpacing(S)
        self._title: QLabel | None = None
        self.body = QVBoxLayout()
        self.body.setSpacing(M)
        if title:
            self.say(title)
        self._column.addLayout(self.body, 1)

    def say(self, title: str) -> None:
        """Sets or changes the title."""
        if self._title is None:
            self._title = label(strong=True)
            self.head.insertWidget(0, self._title)
            self.head.addStretch(1)
            self._column.insertLayout(0, self.head)
        self._title.setText(title)


class Asking(Panel):
    """A form that a screen shows when it asks something; `asking` tells that it begins, and that it is over.

    What the screen does otherwise rests meanwhile: there is one thing to do, and a key means one thing.
    """

    asking = Signal(bool)

    def setVisible(self, visible: bool) -> None:
        before = not self.isHidden()
        super().setVisible(visible)
        if visible != before:
            self.asking.emit(visible)


class Glyph(QWidget):
    """One icon of the family as a widget, silent to screen readers; words stand beside it."""

    def __init__(self, name: str, tint: str = "text_soft", size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setFixedSize(size, size)
        self.show_icon(name, tint)

    def show_icon(self, name: str, tint: str) -> None:
        self._name, self._tint = name, tint
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name:
            paint_icon(QPainter(self), self._name, self._tint, self.rect())


class EmptyState(QWidget):
    """Says what would be here and how it comes, with one thing to do if there is one."""

    def __init__(self, icon_name: str, parent: QWidget | None = None, *, widest: int = _WIDEST) -> None:
        super().__init__(parent)
        self._widest = widest
        self._title = ThaiLabel(size="head")
        self._how = ThaiLabel(ink="soft")
        for words in (self._title, self._how):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = SecondaryButton()
        self.button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(S)
        column.addStretch(2)
        glyph = Glyph(icon_name, "line_strong", 48)
        for widget in (glyph, self._title, self._how, self.button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.insertSpacing(2, S)
        column.addStretch(3)

    def say(self, title: str, how: str, action: str = "", run: Callable[[], object] | None = None) -> None:
        """Sets the words; `run` is connected the first time it is given."""
        for line, words in ((self._title, title), (self._how, how)):
            line.say(words)
            _balance(line, self._widest)
        self.button.setVisible(bool(action))
        self.button.say(action)
        if run is not None:
            self.button.clicked.connect(run)


def _balance(words: ThaiLabel, widest: int) -> None:
    """The narrowest width that needs no more lines than the widest: no word is left alone on the last."""
    words.ensurePolished()
    words.setMinimumSize(0, 0)
    least = words.heightForWidth(widest)
    words.setFixedWidth(next(wide for wide in range(200, widest + 20, 20) if words.heightForWidth(wide) <= least))


def rule(*, upright: bool = False) -> QFrame:
    """A hairline."""
    line = QFrame()
    line.setObjectName("rule")
    if upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


def form(*widgets: QWidget, gap: int = M) -> QWidget:
    """One column of fields, at most as wide as the eye likes."""
    holder = QWidget()
    holder.setMaximumWidth(FORM_WIDTH)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    for widget in widgets:
        column.addWidget(widget)
    return holder


def side_by_side(*widgets: QWidget | None) -> QHBoxLayout:
    """Widgets on one line; None is the gap that grows."""
    line = QHBoxLayout()
    line.setSpacing(S)
    for widget in widgets:
        if widget is None:
            line.addStretch(1)
        else:
            line.addWidget(widget)
    return line


def scrolling(content: QWidget) -> QScrollArea:
    """Lets a form that is taller than its place scroll."""
    area = QScrollArea()
    content.setObjectName("scrolled")
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


def clear(layout: QLayout) -> None:
    """Takes every widget out of a layout and lets it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
