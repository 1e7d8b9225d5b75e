"""The tray as a person has it: a real store with items in it, and a real worker."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.application import Office
from desktop.tray.model import Tray
from tests.helpers.desk import make_desk, make_office, person, session
from ui.heard_changes import HeardChanges
from ui.house import House
from ui.kit.language import Language
from ui.notices import Notices
from ui.settings import SettingsFile
from ui.tray.screen import TrayScreen
from ui.work import Worker


@dataclass
class Seat:
    """Everything around one desk's tray."""

    qtbot: QtBot
    office: Office
    worker: Worker
    notices: Notices
    heard: HeardChanges
    language: Language
    folder: Path
    windows: list[TrayScreen] = field(default_factory=list)

    def house(self, login: str = "kanda") -> House:
        settings = SettingsFile(self.folder)
        return House(
            self.office, session(self.office, login), self.worker, self.notices, self.heard, self.language, settings
        )

    def screen(self, login: str = "kanda") -> TrayScreen:
        """The tray of a person, shown and filled."""
        screen = TrayScreen(self.house(login))
        self.heard.heard.connect(screen.changed)
        screen.resize(1150, 660)
        self.windows.append(screen)
        self.qtbot.addWidget(screen)
        screen.show()
        screen.activateWindow()
        waiting = len(self.tray(login).open)
        self.until(lambda: screen.rows.rowCount() == waiting)
        self.until(lambda: all(button.isVisible() for button in screen.ways.buttons.values()))
        screen.setFocus()
        return screen

    def tray(self, login: str = "kanda") -> Tray:
        return self.office.tray_queries.tray(person(self.office, login))

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true)


@pytest.fixture
def seat(qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language) -> Iterator[Seat]:
    desk = make_desk(tmp_path / "desk")
    notices = Notices(lambda: language.code)
    worker = Worker(desk.writer, lambda error: told(notices, error))
    heard = HeardChanges(desk.changes)
    yield Seat(qtbot, make_office(desk), worker, notices, heard, language, tmp_path)
    heard.stop()
    worker.close()
    desk.close()


def told(notices: Notices, error: Exception) -> None:
    notices.failed(error)
