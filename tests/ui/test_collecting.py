"""What is left in circles is collected on the GUI thread, whichever thread makes one object too many."""

import gc
import threading
import weakref
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.collecting import Collecting


class Window(QObject):
    """As windows are: it knows a function that knows it."""

    def __init__(self) -> None:
        super().__init__()
        self.act = lambda: self


@pytest.fixture
def elsewhere() -> Iterator[ThreadPoolExecutor]:
    pool = ThreadPoolExecutor(1)
    yield pool
    pool.shutdown()


def make_many() -> list[list[int]]:
    """Far more objects than Python makes between two collections of every age."""
    return [[number] for number in range(300_000)]


def test_a_window_in_a_circle_dies_where_windows_may(qtbot: QtBot, elsewhere: ThreadPoolExecutor) -> None:
    collecting = Collecting()
    died: list[threading.Thread] = []
    window = Window()
    watch = weakref.ref(window, lambda _: died.append(threading.current_thread()))
    del window
    many = elsewhere.submit(make_many).result()
    assert watch() is not None
    qtbot.waitUntil(lambda: bool(died))
    assert died == [threading.main_thread()]
    assert many
    collecting.stop()


def test_it_is_python_s_own_again_afterwards(qtbot: QtBot) -> None:
    collecting = Collecting()
    assert not gc.isenabled()
    collecting.stop()
    assert gc.isenabled()
