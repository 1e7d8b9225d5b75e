"""The PySide6 we pin keeps Python's singletons alive; 6.12.0 on Python 3.10 and 3.11 eats them until it aborts."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

_IMMORTAL = 1 << 30
_CALLS = 500
_NOISE = 100


def _references() -> list[int]:
    return [sys.getrefcount(single) for single in (None, True, False)]


def test_qt_calls_keep_the_references_to_none_true_and_false(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = _references()
    for _ in range(_CALLS):
        label.setText("ก")
        label.isVisible()
        label.parent()
    after = _references()
    assert all(abs(x - y) < _NOISE or y > _IMMORTAL for x, y in zip(before, after, strict=True)), (before, after)
