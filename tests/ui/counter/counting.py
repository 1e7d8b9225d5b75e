"""A clerk's hands at the window: keys go to whatever has the keyboard, and each is counted."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.helpers.screens import type_text


class Hands:
    """`keys`: how many were pressed."""

    def __init__(self) -> None:
        self.keys = 0
        self._scanned_ms = 3_600_000

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.keys += 1
        QTest.keyClick(self._at(), key, held)

    def type(self, words: str) -> None:
        """Letters and figures of either language."""
        self.keys += len(words)
        type_text(self._at(), words)

    def scan(self, code: str) -> None:
        """A scanner types it and presses Enter after each line, on a machine of any speed; no hand does."""
        for line in code.split("\r"):
            type_text(self._at(), line, at_ms=self._scanned_ms)
            self._scanned_ms += 4 * len(line)
            type_text(self._at(), "\r", Qt.Key.Key_Return, at_ms=self._scanned_ms)
        self._scanned_ms += 60_000

    @staticmethod
    def _at() -> QWidget:
        at = QApplication.focusWidget()
        assert at is not None, "nothing has the keyboard"
        return at
