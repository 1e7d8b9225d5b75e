"""The import room as kanda has it, beside her registration."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.application import Office
from desktop.devices.sane import SaneScanner
from desktop.office.clock import ManualClock
from tests.helpers.desk import MORNING, make_desk, make_office, session
from tests.helpers.mails import MAYOR
from ui.heard_changes import HeardChanges
from ui.imports.screen import ImportScreen
from ui.letters.registration import RegistrationScreen
from ui.letters.registration_presenter import RegistrationPresenter
from ui.notices import Notices
from ui.work import Worker

SIZE = (1150, 660)


@dataclass
class Imports:
    qtbot: QtBot
    office: Office
    worker: Worker
    notices: Notices
    heard: HeardChanges
    folder: Path
    windows: list[QWidget] = field(default_factory=list)
    """Kept alive until the test is over, whatever a test does with its names."""

    def screen(self) -> ImportScreen:
        screen = ImportScreen(self.office, session(self.office), self.worker, self.notices, lambda: MAYOR)
        self.heard.heard.connect(screen.changed)
        self.windows.append(screen)
        self.qtbot.addWidget(screen)
        screen.resize(*SIZE)
        screen.show()
        return screen

    def registration(self) -> RegistrationScreen:
        presenter = RegistrationPresenter(self.office, session(self.office))
        screen = RegistrationScreen(presenter, self.worker, self.notices, SaneScanner)
        self.windows.append(screen)
        self.qtbot.addWidget(screen)
        screen.resize(*SIZE)
        screen.show()
        return screen

    def file(self, name: str, data: bytes) -> Path:
        path = self.folder / name
        path.write_bytes(data)
        return path

    def until(self, so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(so)

    def told(self) -> list[str]:
        return [notice.text for notice in self.notices.heard]


@pytest.fixture
def imports(qtbot: QtBot, tmp_path: Path) -> Iterator[Imports]:
    desk = make_desk(tmp_path / "desk", clock=ManualClock(MORNING))
    notices = Notices()

    def failed(error: Exception) -> None:
        notices.failed(error)

    worker, heard, office = Worker(desk.writer, failed), HeardChanges(desk.changes), make_office(desk)
    yield Imports(qtbot, office, worker, notices, heard, tmp_path)
    heard.stop()
    office.end_reading()
    worker.close()
    desk.close()
