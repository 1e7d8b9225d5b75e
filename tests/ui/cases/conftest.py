"""The room of cases as somebody has it: a real store, a real worker."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.application import Office
from desktop.office.clock import ManualClock
from tests.desktop.cases.conftest import MORNING
from tests.helpers.desk import make_desk, make_office, person
from tests.helpers.print_desk import ScriptedPrinter
from ui.cases.presenter import CasesPresenter
from ui.cases.screens import CaseScreens
from ui.heard_changes import HeardChanges
from ui.notices import Notices
from ui.settings import SettingsFile
from ui.sheets.printing import SheetPrinting
from ui.sheets.told import PrintingTold
from ui.work import Worker

SIZE = (1150, 660)


class Room:
    """Everything around one desk's cases."""

    def __init__(self, qtbot: QtBot, office: Office, folder: Path) -> None:
        self.qtbot, self.office = qtbot, office
        self.failures: list[Exception] = []
        self.worker, self.notices = Worker(office.desk.writer, self.failures.append), Notices()
        self.heard = HeardChanges(office.desk.changes)
        self.printer = ScriptedPrinter()
        settings = SettingsFile(folder)
        self.printing = SheetPrinting(office, person(office, "kanda"), lambda: self.printer, self.worker, settings)
        self.told = PrintingTold(self.printing, self.notices)

    def screens(self, login: str = "kanda") -> CaseScreens:
        presenter = CasesPresenter(self.office, person(self.office, login))
        screens = CaseScreens(presenter, self.worker, self.notices, lambda: "th", self.printing)
        self.heard.heard.connect(screens.changed)
        screens.resize(*SIZE)
        self.qtbot.addWidget(screens)
        screens.show()
        screens.setFocus()
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return screens

    def close(self) -> None:
        self.heard.stop()
        self.worker.close()


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    office = make_office(make_desk(tmp_path / "desk", clock=ManualClock(MORNING), next_case=17, bills_left=20))
    built = Room(qtbot, office, tmp_path)
    yield built
    built.close()
    office.desk.close()
    assert not built.failures
