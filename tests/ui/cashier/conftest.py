"""A counter as piyada has it: a real store, a real worker, and a printing system that tests may replace."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Payment, Receipt
from desktop.devices.cups import CupsPrinter
from desktop.devices.printer import WatchedPrinter
from desktop.office.clock import ManualClock
from tests.helpers.desk import MORNING, make_desk, make_office, person
from ui.cashier.counter_screen import CounterScreen
from ui.cashier.paper_actions import PaperActions
from ui.cashier.receipts_screen import ReceiptsScreen
from ui.heard_changes import HeardChanges
from ui.notices import Notices
from ui.settings import SettingsFile
from ui.sheets.printing import SheetPrinting
from ui.work import Worker


@dataclass
class Booth:
    """Everything around one counter. `printer` is asked for at each printing; by default no CUPS answers."""

    office: Office
    clock: ManualClock
    who: Person
    worker: Worker
    notices: Notices
    settings: SettingsFile
    heard: HeardChanges
    printer: WatchedPrinter

    def __post_init__(self) -> None:
        self.printing = SheetPrinting(
            self.office, self.who, lambda: self.printer, self.worker, self.settings, self.heard
        )
        self.paper = PaperActions(self.office, self.who, self.worker, self.notices, self.printing, self.heard)

    def counter(self) -> CounterScreen:
        return CounterScreen(self.office, self.who, self.worker, self.notices, self.paper, lambda: "th")

    def receipts(self) -> ReceiptsScreen:
        screen = ReceiptsScreen(self.office, self.worker, self.paper, lambda: "th")
        self.heard.heard.connect(screen.changed)
        return screen

    def issue(self, payer: str = "นายบุญมี ใจคำ", units: int = 1) -> Receipt:
        """A receipt that was issued before, a minute earlier than the next."""
        receipt = self.office.cashier(self.who).issue(Payment(payer, (Charge(catalogue()[0], units),)))
        self.clock.advance(timedelta(minutes=1))
        return receipt


@pytest.fixture
def booth(qtbot: QtBot, tmp_path: Path) -> Iterator[Booth]:
    clock = ManualClock(MORNING)
    desk = make_desk(tmp_path / "desk", clock=clock)
    office = make_office(desk)
    notices = Notices()
    worker = Worker(desk.writer, lambda error: told(notices, error))
    heard = HeardChanges(desk.changes)
    nowhere = CupsPrinter(str(tmp_path / "no-cups.sock"))
    yield Booth(
        office, clock, person(office, "piyada"), worker, notices, SettingsFile(tmp_path / "desk"), heard, nowhere
    )
    heard.stop()
    worker.close()
    desk.close()


def told(notices: Notices, error: Exception) -> None:
    notices.failed(error)
