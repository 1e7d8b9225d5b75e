"""Keys pressed as a clerk presses them: on whatever has the keyboard at that moment."""

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.screens import type_text


def press(keys: str) -> None:
    """One key after the other, separated by blanks: `press("J Ctrl+Z")`."""
    for name in keys.split():
        stroke = QKeySequence(name)[0]  # type: ignore[index]
        target = QApplication.focusWidget()
        assert target is not None, "nothing has the keyboard"
        QTest.keyClick(target, stroke.key(), stroke.keyboardModifiers())


def write(words: str) -> None:
    """Types words, Thai too, where the keyboard is."""
    target = QApplication.focusWidget()
    assert target is not None, "nothing has the keyboard"
    type_text(target, words)
