"""A scanner types wherever the keyboard is: its codes are caught, and what it typed into a field is taken out again."""

from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.counter.scanned import begins

_APART_S = 0.25
"""No scanner waits so long between two letters; no hand is so quick over a whole code."""
_SHORTEST = 12
_PARTS = 4
"""The bank's barcode has four lines, and a scanner presses Enter after each."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ScanCatcher(QObject):
    """Listens while `screen` is seen; `scanned` brings a code whole, lines of it divided by carriage returns."""

    scanned = Signal(str)

    def __init__(self, screen: QWidget) -> None:
        super().__init__(screen)
        self._screen = screen
        self._text, self._parts, self._last = "", list[str](), 0.0
        self._field: QLineEdit | None = None
        self._before = ""
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or watched is not QApplication.focusWidget():
            return False
        if not isinstance(event, QKeyEvent) or not self._screen.isVisible():
            return False
        pressed = _moment(event)
        if abs(pressed - self._last) > _APART_S:
            self._begin(watched)
        self._last = pressed
        if event.key() in _ENTER:
            return self._enter()
        self._text += event.text()
        return False

    def _begin(self, watched: QObject) -> None:
        self._text, self._parts = "", []
        self._field = watched if isinstance(watched, QLineEdit) else None
        self._before = self._field.text() if self._field is not None else ""

    def _enter(self) -> bool:
        """Whether the key was the scanner's."""
        text, self._text = self._text, ""
        if not self._parts and (len(text) < _SHORTEST or not begins(text)):
            self._last = 0.0
            return False
        self._parts.append(text)
        if not self._parts[0].lstrip().startswith(("|", "ฅ")) or len(self._parts) == _PARTS:
            code, self._parts, self._last = "\r".join(self._parts), [], 0.0
            self._restore()
            self.scanned.emit(code)
        return True

    def _restore(self) -> None:
        if self._field is not None:
            self._field.setText(self._before)
            self._field.textEdited.emit(self._before)


def _moment(event: QKeyEvent) -> float:
    """When the key was pressed, in seconds of the window system; the program may have been busy since."""
    return event.timestamp() / 1000 or monotonic()
