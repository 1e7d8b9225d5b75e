"""The citizen's screen as kanda has it: a real store, a real worker, and a reader whose news a test tells."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.application import Office
from desktop.devices.cups import CupsPrinter
from desktop.devices.id_card import CardNews, CardReader
from tests.helpers.citizens import give_key
from tests.helpers.desk import make_desk, make_office, session, set_biller
from ui.cashier.paper_actions import PaperActions
from ui.counter.screen import CitizenScreen
from ui.heard_changes import HeardChanges
from ui.house import House
from ui.kit.language import Language
from ui.notices import Notices
from ui.settings import SettingsFile
from ui.sheets.printing import SheetPrinting
from ui.work import Worker


@dataclass
class ToldReader:
    """A reader without a driver: whatever the test says has happened to it."""

    listeners: list[Callable[[CardNews], None]] = field(default_factory=list)

    def watch(self, told: Callable[[CardNews], None]) -> Callable[[], None]:
        self.listeners.append(told)
        return lambda: self.listeners.remove(told)

    def tell(self, news: CardNews) -> None:
        for listener in tuple(self.listeners):
            listener(news)


@dataclass
class Booth:
    office: Office
    house: House
    notices: Notices
    reader: ToldReader
    bot: QtBot

    def __post_init__(self) -> None:
        house = self.house
        nowhere = CupsPrinter(str(self.office.desk.folder / "no-cups.sock"))
        who = house.session.person
        printing = SheetPrinting(self.office, who, lambda: nowhere, house.worker, house.settings, house)
        self.paper = PaperActions(self.office, who, house.worker, self.notices, printing, house)

    def screen(self, reader: CardReader | None = None) -> CitizenScreen:
        made = CitizenScreen(self.house, reader or self.reader, self.paper)
        self.house.heard.heard.connect(made.changed)
        self.bot.addWidget(made)
        made.resize(1150, 700)
        made.show()
        made.activateWindow()
        self.bot.waitUntil(made.isActiveWindow)
        return made


@pytest.fixture
def booth(qtbot: QtBot, qapp: QApplication, language: Language, tmp_path: Path) -> Iterator[Booth]:
    desk = make_desk(tmp_path / "desk", bills_left=20, next_case=17)
    set_biller(desk)
    give_key(desk)
    office, notices = make_office(desk), Notices()
    worker = Worker(desk.writer, lambda error: told(notices, error))
    heard = HeardChanges(desk.changes)
    house = House(office, session(office, "piyada"), worker, notices, heard, language, SettingsFile(tmp_path))
    yield Booth(office, house, notices, ToldReader(), qtbot)
    heard.stop()
    worker.close()
    desk.close()


def told(notices: Notices, error: Exception) -> None:
    notices.failed(error)
