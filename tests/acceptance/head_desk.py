"""A laptop of somebody who leads: the real program on its encrypted store, entered and worked by keys alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.letters.model import Letter
from desktop.office.ids import Id
from tests.acceptance.head_town import HeadTown
from tests.acceptance.keys import Clerk, DayClock, MouseWatch, pump
from tests.acceptance.station import Station
from tests.helpers.faults import NONE, Fault
from tests.helpers.proxy import Proxy
from ui.letters.screens import LetterScreens


class Laptop(Station):
    """Taken along: started and ended as the lid is opened and closed, with a line of its own."""

    def __init__(self, folder: Path, login: str, line: Proxy, clock: DayClock, clerk: Clerk) -> None:
        super().__init__(folder, login, line.url, clock, clerk)
        self.line = line

    @property
    def screens(self) -> LetterScreens:
        """The letters room, to be looked at."""
        assert self.program.day is not None
        assert self.program.day.window is not None
        (found,) = self.program.day.window.findChildren(LetterScreens)
        return found

    def enrol(self, code: str) -> None:
        """Set up at the office, with the line: everything is here when the lid is closed."""
        self.start(code)
        self.all_here()
        self.stop()

    def cut(self) -> None:
        self.line.set(Fault(refuse=True))

    def restore(self) -> None:
        self.line.set(NONE)

    def letter(self, letter_id: Id) -> Letter:
        found = self.office.letter_queries.letter(letter_id)
        assert found is not None
        return found

    def all_here(self) -> None:
        """Waits until the strip says so, which it does only when it is proven; with every file."""
        self.clerk.until("ส่งครบแล้ว", seconds=90)
        self.clerk.wait(lambda: self.rows("SELECT count(*) FROM blob WHERE state = 'wanted'") == [(0,)])

    def to_letters(self) -> None:
        """The list of letters has the keyboard, whatever stood in their room before."""
        self.clerk.press("Alt+2")
        for _ in range(4):
            if self.clerk.at == "หนังสือเข้า":
                break
            self.clerk.press("Escape")
        self.clerk.wait(lambda: self.clerk.at == "หนังสือเข้า" and self.screens.inbox._listing is not None)

    def to_basket(self, name: str) -> None:
        """Through the baskets until that one is shown."""
        self.to_letters()
        for _ in range(12):
            if self.screens.inbox.baskets.value == name:
                break
            self.clerk.press("B")
        pump(lambda: self.screens.inbox._listing is not None and not self.screens.inbox._anew)
        assert self.screens.inbox.baskets.value == name

    def listed(self) -> list[int]:
        """The numbers in the list of letters, from the top."""
        model = self.screens.inbox.model
        return [row.number for place in range(model.rowCount()) if (row := model.row(place)) is not None]

    def shows(self, letter_id: Id) -> None:
        """Waits until that letter is the one on the screen."""
        self.clerk.wait(lambda: self.screens.desk.ready and self.screens.desk.wanted == letter_id)

    def read_page(self, letter_id: Id, pages: int = 1) -> None:
        """Stays on the page until it counts as read: it is drawn, large enough, in the window in front."""
        files = self.letter(letter_id).files
        guard = self.screens.desk.guard
        self.clerk.wait(lambda: guard.reading(letter_id, files).pages >= pages)


@dataclass
class Day:
    """What every step of the day has at hand."""

    town: HeadTown
    clerk: Clerk
    clock: DayClock
    mouse: MouseWatch
    folder: Path

    def laptop(self, login: str, name: str) -> Laptop:
        return Laptop(self.folder / name, login, self.town.proxy(), self.clock, self.clerk)


@contextmanager
def window_manager() -> Iterator[None]:
    """A virtual screen has none: when a window of before is gone at last, another one is given the keyboard again."""

    def look() -> None:
        if QApplication.activeWindow() is None:
            shown = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.isWindow()]
            if shown:
                max(shown, key=lambda one: one.width() * one.height()).activateWindow()

    timer = QTimer()
    timer.setInterval(50)
    timer.timeout.connect(look)
    timer.start()
    try:
        yield
    finally:
        timer.stop()
