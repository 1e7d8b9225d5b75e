"""The registry as kanda has it: a real store, a real worker, and a printer and scanner that tests may replace."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.application import Office
from desktop.devices.printer import WatchedPrinter
from desktop.devices.sane import SaneScanner
from desktop.devices.scanner import ScanSource
from desktop.letters.model import Letter
from desktop.office.clock import ManualClock
from tests.helpers.desk import MORNING, make_desk, make_office, person, session
from tests.helpers.printing import Prints
from tests.helpers.read_pages import ReadsNothing, reads_by
from ui.heard_changes import HeardChanges
from ui.letters.screens import LetterScreens
from ui.notices import Notices
from ui.work import Worker

SIZE = (1150, 660)
"""What a room has on a screen of 1366 x 768."""


@dataclass
class Registry:
    """Everything around one desk's inbox. `login` says who sits there."""

    qtbot: QtBot
    office: Office
    clock: ManualClock
    worker: Worker
    notices: Notices
    heard: HeardChanges
    prints: Prints
    scanner: ScanSource
    language: str = "th"
    windows: list[LetterScreens] = field(default_factory=list)
    """Kept alive until the test is over, whatever a test does with its names."""

    def screens(self, login: str = "kanda") -> LetterScreens:
        """The inbox room of a person, shown and filled."""
        screens = LetterScreens(
            self.office,
            session(self.office, login),
            self.worker,
            self.notices,
            self.prints.printing,
            lambda: self.scanner,
            lambda: self.language,
        )
        self.heard.heard.connect(screens.changed)
        screens.resize(*SIZE)
        self.windows.append(screens)
        self.qtbot.addWidget(screens)
        with self.qtbot.waitSignal(screens.inbox.counted):
            screens.show()
        screens.setFocus()
        self.until(lambda: screens.inbox._listing is not None)
        return screens

    def prints_on(self, system: WatchedPrinter, queue: str) -> None:
        self.prints.on(system, queue, self.until)

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true)

    def shown(self, screens: LetterScreens, number: int) -> Letter:
        """Waits until a letter is the one that the preview or the page shows."""
        self.until(lambda: screens.desk.letter is not None and screens.desk.letter.number == number)
        assert screens.desk.letter is not None
        return screens.desk.letter


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MORNING)


@pytest.fixture
def office(tmp_path: Path, clock: ManualClock) -> Iterator[Office]:
    desk = make_desk(tmp_path / "desk", clock=clock)
    yield make_office(desk)
    desk.close()


@pytest.fixture
def elsewhere(tmp_path: Path, clock: ManualClock) -> Iterator[Office]:
    """A desk that does not keep the register of incoming letters."""
    desk = make_desk(tmp_path / "elsewhere", clock=clock, registers=())
    yield make_office(desk)
    desk.close()


@pytest.fixture
def registry(qtbot: QtBot, tmp_path: Path, office: Office, clock: ManualClock) -> Iterator[Registry]:
    yield from registry_of(office, qtbot, tmp_path, clock)


@pytest.fixture
def branch(qtbot: QtBot, tmp_path: Path, elsewhere: Office, clock: ManualClock) -> Iterator[Registry]:
    """A registry around the desk without the register."""
    yield from registry_of(elsewhere, qtbot, tmp_path, clock)


def registry_of(office: Office, qtbot: QtBot, folder: Path, clock: ManualClock) -> Iterator[Registry]:
    reads_by(office, ReadsNothing())  # what a page says is the business of the tests that bring one to be read
    notices = Notices()
    worker = Worker(office.desk.writer, lambda error: told(notices, error))
    heard = HeardChanges(office.desk.changes)
    prints = Prints(office, person(office), worker, notices, folder)
    yield Registry(qtbot, office, clock, worker, notices, heard, prints, SaneScanner(("false",)))
    heard.stop()
    office.end_reading()
    worker.close()


def told(notices: Notices, error: Exception) -> None:
    notices.failed(error)
