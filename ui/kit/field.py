"""A field of a form: label above, editor below, the error or hint on the label's line so that nothing jumps."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.kit.icons import paint_icon
from ui.kit.thai_label import dress
from ui.kit.theme import colour, font
from ui.kit.tokens import SMALL, XS, L, S


class Field(QWidget):
    """`editor` gets its accessible name and description from here; the label is its buddy."""

    def __init__(
        self, words: str, editor: QWidget, *, hint: str = "", must: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self.must = must
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.label = QLabel()
        self.label.setProperty("scale", "small")
        self.label.setProperty("ink", "soft")
        self.label.setBuddy(editor)
        self._note = _Note(hint)
        self._said: str | Callable[[], str] = ""
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(self.label)
        line.addWidget(self._note, 1)
        self._line = line
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(editor)
        self._column = column
        self.setFocusProxy(editor)
        self.say(words)

    def say(self, words: str) -> None:
        """Changes the label; `must` fields bear a star."""
        self.label.setText(f"{words} *" if self.must else words)
        self.editor.setAccessibleName(words)

    def hint(self, words: str) -> None:
        self._note.hint = words
        self._note.update()

    def set_aside(self, beside: QWidget, below: QWidget) -> None:
        """Puts something on the label's line, and something between it and the editor."""
        self._line.addWidget(beside, 3)
        self._column.insertWidget(1, below)

    def say_error(self, said: str | Callable[[], str]) -> None:
        """Shows what is wrong with the value; empty takes it away. A callable is asked anew in another language."""
        self._said = said
        words = said if isinstance(said, str) else said()
        self._note.error = words
        self._note.setToolTip(words)
        self._note.update()
        self.editor.setAccessibleDescription(words)
        dress(self.editor, wrong=bool(words))

    def clear_error(self) -> None:
        if self.error:
            self.say_error("")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.error:
            self.say_error(self._said)
        super().changeEvent(event)

    @property
    def error(self) -> str:
        return self._note.error


class _Note(QWidget):
    """The error with its icon, or the hint, right-aligned and cut when there is no room."""

    def __init__(self, hint: str) -> None:
        super().__init__()
        self.hint, self.error = hint, ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        face = font(SMALL)
        room = self.rect().adjusted(L + XS if self.error else 0, 0, 0, 0)
        words = QFontMetrics(face).elidedText(self.error or self.hint, Qt.TextElideMode.ElideRight, room.width())
        ink = "danger" if self.error else "text_faint"
        painter.setFont(face)
        painter.setPen(colour(ink))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        if self.error:
            wide = QFontMetrics(face).horizontalAdvance(words)
            place = self.rect().adjusted(0, 0, 0, 0)
            place.setLeft(max(0, self.width() - wide - L - XS))
            place.setWidth(L)
            paint_icon(painter, "warning", ink, place)


def row(*widgets: QWidget, stretch: tuple[int, ...] = (), gap: int = L) -> QWidget:
    """Fields side by side on one line of a form; `stretch` weighs their widths (default: equal)."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(gap)
    for place, widget in enumerate(widgets):
        line.addWidget(widget, stretch[place] if stretch else 1, Qt.AlignmentFlag.AlignBottom)
    return holder
