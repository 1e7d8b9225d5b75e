"""The whole program of one desk on a screen of 1366 x 768, entered as one person after the other."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.accounts.model import Session
from desktop.application import Office
from desktop.office.errors import OfficeError
from tests.helpers.read_pages import ReadsNothing, reads_by
from tests.helpers.screens import settle
from ui.heard_changes import HeardChanges
from ui.house import House
from ui.kit.language import Code, Language
from ui.kit.room import Room
from ui.kit.theme import Theme
from ui.kit.tokens import Mode
from ui.line import Line
from ui.notices import Notices
from ui.rooms import ask_above, rooms_of
from ui.settings import SettingsFile
from ui.shell.header import Desk as DeskSign
from ui.shell.main_window import MainWindow
from ui.work import Worker

SMALL, LARGE = (1366, 768), (1920, 1080)
PATIENCE = 60.0
_SHORT_MS = 1000
"""Timers that wait longer put words away again; a picture does not wait for them."""


class BusyWorker(Worker):
    """A worker that knows whether anything is still under way."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self._underway: set[Any] = set()

    def run(self, fn: Callable[[], Any], **how: Any) -> Any:
        future = super().run(fn, **how)
        self._underway.add(future)
        return future

    @property
    def is_busy(self) -> bool:
        """Until the last result was given to who asked; one that was taken back is given to nobody."""
        self._underway = {one for one in self._underway if not one.cancelled()}
        return bool(self._underway)

    def _deliver(self, result: Any) -> None:
        try:
            super()._deliver(result)
        finally:
            self._underway.discard(result.future)


class Stage:
    """`sits(login)` opens the program for a person; `show` shows any other window instead of it."""

    def __init__(self, app: QApplication, office: Office, folder: Path, line: Line | None = None) -> None:
        self.office, self._line = office, line
        reads_by(office, ReadsNothing())
        self.theme, self.language = Theme(app), Language(app)
        if self.theme.mode != "light" or not app.styleSheet():
            self.theme.wear("light")
        self.notices = Notices(lambda: self.language.code)
        self.worker = BusyWorker(office.desk.writer, self._failed)
        self.heard = HeardChanges(office.desk.changes)
        self.settings = SettingsFile(folder)
        self.rooms: dict[str, Room] = {}
        self.window: QWidget | None = None
        self.size = SMALL
        self._login = ""

    @property
    def house(self) -> MainWindow:
        assert isinstance(self.window, MainWindow)
        return self.window

    def sits(self, login: str) -> None:
        """The person's window; nothing when it stands already."""
        if login == self._login and isinstance(self.window, MainWindow):
            return
        profile = self.office.account_queries.office()
        assert profile is not None
        identity = self.office.desk.identity
        who = self.office.account_queries.person(login)
        session = Session(who, profile, identity.counter, identity.registers)
        house = House(self.office, session, self.worker, self.notices, self.heard, self.language, self.settings)
        rooms = rooms_of(house, self._line)
        sign = DeskSign(profile.name_th, who.name_th, who.unit.name_th)
        window = MainWindow(sign, rooms, self.notices, self.theme, self.language)
        ask_above(house, window)
        house.wanted.connect(window.presenter.go)
        house.offered.connect(window.offers.show_offers)
        house.setParent(window)
        self.show(window)
        self.rooms, self._login = {room.key: room for room in rooms}, login
        window.start()
        self.rest()

    def show(self, window: QWidget, size: tuple[int, int] | None = None) -> None:
        """Puts a window in the place of the one before."""
        self.leave()
        self.window = window
        if isinstance(window, MainWindow) or size:
            window.resize(*(size or self.size))
        window.show()
        window.activateWindow()
        settle()

    def leave(self) -> None:
        window, self.window, self._login = self.window, None, ""
        if window is not None:
            window.hide()
            window.deleteLater()
            self.rest()

    def go(self, key: str) -> Any:
        """Into a room; its screen."""
        self.house.presenter.go(key)
        self.rest()
        return self.rooms[key].widget

    def grow(self, size: tuple[int, int]) -> None:
        """To a screen of another size."""
        self.size = size
        self.house.resize(*size)
        self.rest()

    def speak(self, code: Code) -> None:
        self.language.speak(code)
        self.rest()

    def wear(self, mode: Mode) -> None:
        if self.theme.mode != mode:
            self.theme.wear(mode)
            self.rest()

    def until(self, true: Callable[[], object]) -> None:
        """Turns the loop until something is so."""
        end = monotonic() + PATIENCE
        while not true():
            assert monotonic() < end, f"it never came to be so; stirs: {self._stirring()}"
            turn = QEventLoop()
            QTimer.singleShot(5, turn.quit)
            turn.exec()

    def rest(self) -> None:
        """Until nothing is under way: no work in the background, no short timer in the window."""
        settle()
        self.until(lambda: not self._stirring())
        settle()
        self.until(lambda: not self._stirring())
        settle()

    def close(self) -> None:
        self.leave()
        self.heard.stop()
        self.worker.close()
        self.language.speak("th")
        for one in (self.heard, self.worker, self.language, self.theme, self.notices):
            one.deleteLater()
        settle()

    def _stirring(self) -> list[Any]:
        """Whose timers run, and the worker that has work."""
        timers = self.window.findChildren(QTimer) if self.window is not None else []
        soon = (one for one in timers if one.isActive() and one.isSingleShot() and one.interval() < _SHORT_MS)
        return [one.parent() for one in soon] + [self.worker] * self.worker.is_busy

    def _failed(self, error: Exception) -> None:
        """A machine without printers is no fault of a screen: it is told as the program tells it."""
        if not isinstance(error, OfficeError) or not error.code.startswith("printer."):
            raise error
        self.notices.failed(error)
