"""The room of outgoing papers as somebody has it: a real store, a real worker."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.application import Office
from desktop.devices.printer import WatchedPrinter
from desktop.letters.rules import INCOMING_SERIES
from desktop.office.clock import ManualClock
from tests.helpers.desk import MORNING, make_desk, make_office, person, session
from tests.helpers.printing import Prints
from ui.heard_changes import HeardChanges
from ui.letters import words as letter_words
from ui.notices import Notices
from ui.outgoing.editor import Editor
from ui.outgoing.says import Says
from ui.outgoing.screens import OutgoingScreens
from ui.settings import SettingsFile
from ui.work import Worker

SIZE = (1150, 660)
"""What a room has on a screen of 1366 x 768."""
SERIES = (INCOMING_SERIES, "letters.outgoing/central", "letters.memo/central", "letters.order")


@dataclass
class Writing:
    """Everything around one desk's outgoing papers."""

    qtbot: QtBot
    office: Office
    clock: ManualClock
    worker: Worker
    notices: Notices
    heard: HeardChanges
    prints: Prints
    settings: SettingsFile
    windows: list[OutgoingScreens] = field(default_factory=list)

    def screens(self, login: str = "kanda") -> OutgoingScreens:
        """The room of a person, shown and filled."""
        says = Says(letter_words.moment, letter_words.urgency, letter_words.secrecy)
        who = session(self.office, login)
        screens = OutgoingScreens(
            self.office, who, self.worker, self.notices, self.prints.printing, says, self.settings
        )
        self.heard.heard.connect(screens.changed)
        screens.resize(*SIZE)
        self.windows.append(screens)
        self.qtbot.addWidget(screens)
        screens.show()
        screens.setFocus()
        self.until(lambda: QApplication.focusWidget() is not None)
        return screens

    def prints_on(self, system: WatchedPrinter, queue: str) -> None:
        self.prints.on(system, queue, self.until)

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true)

    def opened(self, screens: OutgoingScreens, draft_id: bytes) -> Editor:
        """The editor with a draft in it."""
        screens.open_draft(draft_id)
        self.until(lambda: screens.presenter.draft is not None and screens.presenter.draft.id == draft_id)
        return screens.editor


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MORNING)


@pytest.fixture
def office(tmp_path: Path, clock: ManualClock) -> Iterator[Office]:
    desk = make_desk(tmp_path / "desk", clock=clock, registers=SERIES)
    yield make_office(desk)
    desk.close()


@pytest.fixture
def writing(qtbot: QtBot, tmp_path: Path, office: Office, clock: ManualClock) -> Iterator[Writing]:
    notices = Notices()
    worker = Worker(office.desk.writer, lambda error: told(notices, error))
    heard = HeardChanges(office.desk.changes)
    prints = Prints(office, person(office), worker, notices, tmp_path)
    yield Writing(qtbot, office, clock, worker, notices, heard, prints, SettingsFile(tmp_path))
    heard.stop()
    worker.close()


def told(notices: Notices, error: Exception) -> None:
    notices.failed(error)
