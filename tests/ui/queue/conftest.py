"""The queue's screens as somebody has them: a real keeper in this house, a real worker, real printing where it is."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.application import Office
from desktop.devices.printer import JobState, Media, PrintJob, Queue
from desktop.office.clock import ManualClock
from desktop.office.key_code import make_code
from desktop.queue.settings import Own
from tests.helpers.desk import MORNING, make_desk, make_office, session
from tests.helpers.screens import settle
from ui.heard_changes import HeardChanges
from ui.house import House
from ui.kit.language import Language
from ui.notices import Notices
from ui.queue.link import QueueLink
from ui.queue.screen import QueueScreen
from ui.settings import SettingsFile
from ui.work import Worker

CODE = make_code()


class Tray:
    """A printer that keeps what it is given."""

    def __init__(self) -> None:
        self.sheets: list[tuple[bytes, str, Media]] = []

    def queues(self) -> tuple[Queue, ...]:
        return (Queue("slips", True, True),)

    def submit(self, pdf: bytes, queue: str, title: str, media: Media, copies: int = 1) -> PrintJob:
        self.sheets.append((pdf, title, media))
        return PrintJob(queue, len(self.sheets))

    def submit_written(self, write: Callable[[BinaryIO], object], queue: str, title: str, media: Media) -> PrintJob:
        made = BytesIO()
        write(made)
        return self.submit(made.getvalue(), queue, title, media)

    def state(self, job: PrintJob) -> JobState:
        return JobState.DONE


class Room:
    """Everything around one desk's queue; it is the keeper and counter 2."""

    def __init__(self, qtbot: QtBot, office: Office, folder: Path, language: Language) -> None:
        self.qtbot, self.office, self.clock = qtbot, office, office.clock
        self.failures: list[Exception] = []
        self.worker, self.notices = Worker(office.desk.writer, self.failures.append), Notices()
        self.heard = HeardChanges(office.desk.changes)
        who = session(office, "piyada")
        self.house = House(
            office, who, self.worker, self.notices, self.heard, language, SettingsFile(folder / "settings")
        )
        self.tray = Tray()
        self.link = QueueLink(self.house)

    def screen(self, page: str) -> QueueScreen:
        screen = self.early_screen(page)
        self.link.begin()
        self.qtbot.waitUntil(lambda: self.link.standing is not None and self.link.has_begun)
        return screen

    def early_screen(self, page: str) -> QueueScreen:
        """As it stands before the queue at this desk has begun."""
        self.office.queue.settle(Own("keeper", code=CODE, place="2", port=0))
        screen = QueueScreen(self.house, self.link, lambda: self.tray, lambda: None)
        screen.resize(1150, 660)
        self.qtbot.addWidget(screen)
        screen.show()
        screen.turn(page)
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return screen

    def close(self) -> None:
        self.office.queue.end()
        self.heard.stop()
        self.worker.close()
        self.office.queue.end()
        self.house.deleteLater()
        settle()


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path, language: Language) -> Iterator[Room]:
    office = make_office(make_desk(tmp_path / "desk", clock=ManualClock(MORNING)))
    built = Room(qtbot, office, tmp_path, language)
    yield built
    built.close()
    office.desk.close()
    assert not built.failures
