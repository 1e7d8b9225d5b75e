"""A key pressed twice in a hurry: what the first press brought is not pressed by the second."""

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.buttons import IconButton, PrimaryButton
from ui.kit.double_press import Moment

pytestmark = pytest.mark.usefixtures("slow_fingers")


def test_the_second_half_of_a_double_press_does_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Taking money brings a page whose F9 prints again."""
    window, pressed = QWidget(), list[str]()
    line = QHBoxLayout(window)
    buttons = {"take": PrimaryButton(key="F9"), "print": IconButton("printer", key="F9")}
    for name, button in buttons.items():
        line.addWidget(button)
        button.clicked.connect(lambda _, name=name: pressed.append(name))
    buttons["print"].hide()
    buttons["take"].clicked.connect(buttons["take"].hide)
    buttons["take"].clicked.connect(buttons["print"].show)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    for _ in range(2):
        QTest.keyClick(window, Qt.Key.Key_F9)
    assert pressed == ["take"]
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert pressed == ["take"], "nor does the next one of an impatient hand"
    monkeypatch.setattr(QApplication, "doubleClickInterval", lambda: 0)
    QTest.keyClick(window, Qt.Key.Key_F9)
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert pressed == ["take", "print", "print"]


def test_a_press_that_a_busy_program_hears_late_is_still_the_second_half(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Time alone does not end the moment: what was pressed meanwhile waits to be heard."""
    monkeypatch.setattr(QApplication, "doubleClickInterval", lambda: 1)
    moment, clock = Moment(), QElapsedTimer()
    moment.now()
    clock.start()
    while clock.elapsed() < 20:
        pass
    assert moment.is_just
    qtbot.waitUntil(lambda: not moment.is_just)


def test_one_button_takes_every_press(qtbot: QtBot) -> None:
    button, pressed = PrimaryButton(key="F2"), list[int]()
    button.clicked.connect(lambda: pressed.append(1))
    qtbot.addWidget(button)
    with qtbot.waitExposed(button):
        button.show()
    for _ in range(3):
        QTest.keyClick(button, Qt.Key.Key_F2)
    assert len(pressed) == 3
