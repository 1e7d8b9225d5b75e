"""While something long goes on one key stops it; afterwards the keyboard is where it was, or where somebody took it."""

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.banner import ProgressPanel


class Room(QWidget):
    """A field that rests while something goes on, and one that does not."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.other, self.panel = QLineEdit(), QLineEdit(), ProgressPanel("กำลังนำเข้า")
        self.column = QVBoxLayout(self)
        for one in (self.other, self.first):
            self.column.addWidget(one)
        self.setFocusProxy(self.other)

    def begin(self) -> None:
        self.first.setFocus()
        self.column.addWidget(self.panel)
        self.panel.take_keyboard()
        self.first.setEnabled(False)


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    room = Room()
    qtbot.addWidget(room)
    room.show()
    qtbot.waitActive(room)
    room.begin()
    assert room.panel.isAncestorOf(room.focusWidget())
    return room


def test_who_had_the_keyboard_has_it_again(room: Room) -> None:
    room.first.setEnabled(True)
    room.panel.leave(room)
    assert room.first.hasFocus()


def test_the_room_has_it_where_what_had_it_still_rests(room: Room) -> None:
    room.panel.leave(room)
    assert room.other.hasFocus()


def test_who_went_elsewhere_meanwhile_stays_there(room: Room) -> None:
    room.other.setFocus()
    room.first.setEnabled(True)
    room.panel.leave(room.first)
    assert room.other.hasFocus()


def test_it_comes_back_behind_another_window_too(room: Room, qtbot: QtBot) -> None:
    in_front = QLineEdit()
    qtbot.addWidget(in_front)
    in_front.show()
    in_front.activateWindow()
    qtbot.waitActive(in_front)
    room.first.setEnabled(True)
    room.panel.leave(room)
    room.activateWindow()
    qtbot.waitUntil(room.first.hasFocus)
