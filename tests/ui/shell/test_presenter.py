"""What the frame decides, without a window."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from ui.kit.room import Room
from ui.shell.presenter import ShellPresenter


class View:
    def __init__(self) -> None:
        self.opened: list[str] = []

    def open_room(self, room: Room) -> None:
        self.opened.append(room.key)


def rooms(*keys: str) -> list[Room]:
    return [Room(key, str, "inbox", QWidget) for key in keys]


def test_rooms_by_number_and_back(qapp: QApplication) -> None:
    view = View()
    presenter = ShellPresenter(view, rooms("a", "b", "c"))
    for number in (1, 3, 3, 9, 0, 2):
        presenter.go_number(number)
    assert view.opened == ["a", "c", "b"]
    presenter.back()
    presenter.back()
    presenter.back()
    assert view.opened == ["a", "c", "b", "c", "a"]
    assert presenter.current is not None
    assert presenter.current.key == "a"


@pytest.mark.parametrize("keys", [(), ("a", "a")])
def test_rooms_need_keys_of_their_own(qapp: QApplication, keys: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="keys of their own"):
        ShellPresenter(View(), rooms(*keys))


def test_a_count_is_told_once(qapp: QApplication) -> None:
    [room], told = rooms("a"), []
    room.count_changed.connect(lambda: told.append(room.count))
    room.set_count(3)
    room.set_count(3)
    room.set_count(None)
    assert told == [3, None]
