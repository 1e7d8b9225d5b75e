"""The room of certificates as somebody has it: a real store, a real worker."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.application import Office
from desktop.office.clock import ManualClock
from tests.desktop.certificates.conftest import FOOD, HAZ, MORNING
from tests.helpers.desk import make_desk, make_office, person
from tests.helpers.print_desk import ScriptedPrinter
from ui.certificates.presenter import CertificatesPresenter
from ui.certificates.screens import CertificateScreens
from ui.heard_changes import HeardChanges
from ui.notices import Notices
from ui.settings import SettingsFile
from ui.sheets.printing import SheetPrinting
from ui.sheets.told import PrintingTold
from ui.work import Worker

SIZE = (1150, 660)


class Room:
    """Everything around one desk's certificates; `printed` are the papers that went to the printer."""

    def __init__(self, qtbot: QtBot, office: Office, clock: ManualClock, folder: Path) -> None:
        self.qtbot, self.office, self.clock = qtbot, office, clock
        self.failures: list[Exception] = []
        self.worker, self.notices = Worker(office.desk.writer, self.failures.append), Notices()
        self.heard = HeardChanges(office.desk.changes)
        self.printer = ScriptedPrinter()
        settings = SettingsFile(folder)
        self.printing = SheetPrinting(office, person(office, "kanda"), lambda: self.printer, self.worker, settings)
        self.told = PrintingTold(self.printing, self.notices)

    def screens(self, login: str = "kanda", language: str = "th") -> CertificateScreens:
        presenter = CertificatesPresenter(self.office, person(self.office, login))
        screens = CertificateScreens(presenter, self.worker, self.notices, lambda: language, self.printing)
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
    clock = ManualClock(MORNING)
    office = make_office(
        make_desk(tmp_path / "desk", clock=clock, next_case=17, certificates=(FOOD, HAZ), bills_left=20)
    )
    built = Room(qtbot, office, clock, tmp_path)
    yield built
    built.close()
    office.desk.close()
    assert not built.failures
