"""The letters' room of one store in a process of its own: `python -m tests.bench.find_window FOLDER WORDS`.

Types each line of WORDS sign by sign into the search, then scrolls, changes baskets and sorts in the inbox. Prints a
name and a figure a line: milliseconds, and MB. A frame is one turn of the event loop.
"""

import gc
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.application import Office
from desktop.letters.model import Basket, Order
from desktop.opening import open_desk
from desktop.store.keys import DeskKeys
from tests.bench.find import p99
from tests.bench.stores import secret_of
from tests.bench.windows import memory_mb, no_centre
from tests.helpers.desk import session
from tests.helpers.screens import type_text
from ui.heard_changes import HeardChanges
from ui.kit.theme import apply
from ui.letters.inbox import InboxScreen
from ui.letters.screens import LetterScreens
from ui.notices import Notices
from ui.work import Worker

PATIENCE_S = 60.0


class Painted(QObject):
    """Remembers when something of the widgets was painted first since `forget`."""

    def __init__(self, *watched: QWidget) -> None:
        super().__init__()
        self.at = 0.0
        for widget in watched:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint and not self.at:
            self.at = time.perf_counter()
        return False

    def forget(self) -> None:
        self.at = 0.0


class Frames:
    """Turns of the event loop until something is true; the longest of them in milliseconds."""

    def __init__(self) -> None:
        self.longest = 0.0

    def until(self, true: Callable[[], bool]) -> None:
        given_up = time.perf_counter() + PATIENCE_S
        while not true():
            begun = time.perf_counter()
            QCoreApplication.processEvents()
            self.longest = max(self.longest, (time.perf_counter() - begun) * 1000)
            if begun > given_up:
                raise TimeoutError
            time.sleep(0.0005)

    def act(self, act: Callable[[], object]) -> None:
        """Something that a key does at once counts as a frame too."""
        begun = time.perf_counter()
        act()
        self.longest = max(self.longest, (time.perf_counter() - begun) * 1000)


def main() -> None:
    folder, words = Path(sys.argv[1]), Path(sys.argv[2]).read_text("utf-8").splitlines()
    app = QApplication([])
    apply(app, "light")
    desk = open_desk(folder, DeskKeys(secret_of(folder)))
    office = Office(desk, no_centre)
    notices = Notices()
    worker, heard = Worker(desk.writer, lambda error: print(error, file=sys.stderr)), HeardChanges(desk.changes)
    nothing: Any = None
    person = session(office, "kanda")
    screens = LetterScreens(office, person, worker, notices, nothing, nothing, lambda: "th")
    screens.resize(1366, 768)
    screens.show()
    if office.letter_search.years():
        _inbox(screens)
        _memory("inbox_memory")
        _search(screens, words)
    else:
        _look_around(screens)
        _memory("inbox_memory")
    _memory("memory")
    worker.close()
    heard.stop()
    desk.close()


def _memory(name: str) -> None:
    gc.collect()
    print(name, memory_mb())


def _look_around(screens: LetterScreens) -> None:
    """An empty store: every screen of the inbox and the search is shown once, so that its parts are in memory too."""
    frames = Frames()
    frames.until(lambda: screens.inbox._listing is not None)
    _filter(screens, frames)
    screens.show_search()
    frames.until(lambda: screens.search._result is not None)


def _inbox(screens: LetterScreens) -> None:
    inbox, frames = screens.inbox, Frames()
    frames.until(lambda: inbox._listing is not None and bool(inbox._counts))
    for name, act in (("scroll", _scroll), ("filter", _filter), ("sort", _sort)):
        frames.longest = 0.0
        act(screens, frames)
        print(name, frames.longest)


def _scroll(screens: LetterScreens, frames: Frames) -> None:
    """Down page by page, to the end, and to places in the middle."""
    inbox = screens.inbox
    _go(inbox, Basket.ALL, frames)
    table, bar = inbox.table, inbox.table.verticalScrollBar()
    for _ in range(100):
        frames.act(partial(QTest.keyClick, table, Qt.Key.Key_PageDown))
        frames.until(lambda: table.current() is not None)
    for part in range(0, 101, 5):
        frames.act(partial(bar.setValue, bar.maximum() * part // 100))
        frames.until(lambda: inbox.model.row(table.rowAt(table.height() // 2)) is not None)


def _filter(screens: LetterScreens, frames: Frames) -> None:
    for basket in (*Basket, *Basket):
        _go(screens.inbox, basket, frames)


def _go(inbox: InboxScreen, basket: Basket, frames: Frames) -> None:
    frames.act(partial(inbox.show_basket, basket))
    frames.until(lambda: inbox._listing is not None and inbox._listing.wanted.basket is basket)


def _sort(screens: LetterScreens, frames: Frames) -> None:
    inbox = screens.inbox
    _go(inbox, Basket.ALL, frames)
    for order in (*tuple(Order)[1:], Order.NEWEST):
        frames.act(inbox.next_order)
        frames.until(partial(_is_sorted, inbox, order))


def _is_sorted(inbox: InboxScreen, order: Order) -> bool:
    return inbox._listing is not None and inbox._listing.wanted.order is order


def _search(screens: LetterScreens, words: list[str]) -> None:
    """From each key on to the picture of its rows, for every key from the second letter on."""
    screens.show_search()
    search, frames, times = screens.search, Frames(), []
    painted = Painted(search.table.viewport(), search._nothing)
    search.shown.connect(painted.forget)
    frames.until(lambda: search._result is not None)
    for one in words:
        search.box.clear()
        frames.until(lambda: search._shown == search._asked)
        for place, sign in enumerate(one, start=1):
            begun = time.perf_counter()
            type_text(search.box, sign)
            frames.until(lambda: search._shown == search._asked and (painted.at > 0 or not search.model.rowCount()))
            painted.at = painted.at or time.perf_counter()  # nothing is there, as before: nothing to paint
            if place > 1:
                times.append((painted.at - begun) * 1000)
    print("stroke_p50", statistics.median(times))
    print("stroke_p99", p99(times))
    print("search_frame", frames.longest)


if __name__ == "__main__":
    main()
