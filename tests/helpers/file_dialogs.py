"""Naming files to the program's own dialogs as a clerk does: the path is typed, Enter pressed."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit

from tests.helpers.screens import settle, type_text

_PATIENCE = 60.0
"""Seconds after which a dialog that stays open is closed, and what was asked of it fails."""


@contextmanager
def naming(*paths: Path) -> Iterator[list[str]]:
    """The dialogs that come up while the block runs get these paths, one each in their order; all must be asked for.

    Gives the names that stood in the dialogs before. A dialog runs its own loop: whatever opens it returns when the
    path is typed and Enter has closed it.
    """
    asked: list[str] = []
    window = QApplication.activeWindow()
    end = time.monotonic() + _PATIENCE

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if time.monotonic() > end and isinstance(dialog, QDialog):
            dialog.reject()
        elif isinstance(dialog, QFileDialog) and len(asked) < len(paths):
            field = QApplication.focusWidget()
            if isinstance(field, QLineEdit) and dialog.isAncestorOf(field):
                asked.append(field.text())
                _type_over(field, str(paths[len(asked) - 1]))

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(10)
    try:
        yield asked
    finally:
        timer.stop()
    if window is not None:
        window.activateWindow()  # a screen without a window manager gives the keyboard back to nobody
        settle()
    assert len(asked) == len(paths), f"asked {len(asked)} times for a file, not {len(paths)}"
    assert time.monotonic() <= end, f"the dialog did not take {paths}"


def _type_over(field: QLineEdit, words: str) -> None:
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)
