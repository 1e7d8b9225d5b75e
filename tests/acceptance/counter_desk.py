"""Counter C2: the real program on its encrypted store, with its printer, its card readers, its queue; by keys alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop.cases.model import Case
from desktop.cashier.model import Receipt
from desktop.devices.speech import Voice
from desktop.paper import qr
from desktop.paper.pages import page_sizes_mm, page_text
from desktop.queue import announcer
from tests.acceptance.counter_town import CounterTown
from tests.acceptance.keys import Clerk, DayClock, MouseWatch
from tests.acceptance.station import Station
from tests.helpers.cards import Readers
from tests.helpers.cups import private_cups
from tests.helpers.faults import NONE, Fault
from tests.helpers.ipp_printer import IppPrinter, ipp_printer
from tests.helpers.proxy import Proxy
from ui.cashier.money_screens import BILLS, CHECK, RECEIPTS, SHEETS, SHIFT, SLIPS, STATEMENT, MoneyScreens
from ui.cashier.receipts_screen import ReceiptsScreen
from ui.counter.screen import CitizenScreen
from ui.shell.main_window import MainWindow

COUNTER_ROOM, MONEY, TRAY = "Alt+4", "Alt+5", "Alt+8"
CITIZENS, CASES, CERTIFICATES, QUEUE = "Alt+[", "Alt+]", "Alt+;", "Alt+'"
PIN = "482915"
"""The head's at this counter."""


@dataclass
class Day:
    """What every step of the day has at hand.

    `said`: what the voice of the waiting room said, a call a line; `words`: those of the slip of money.
    """

    town: CounterTown
    line: Proxy
    station: Station
    clerk: Clerk
    clock: DayClock
    mouse: MouseWatch
    paper: IppPrinter
    readers: Readers
    folder: Path
    said: Path
    words: tuple[str, ...] = ()

    def turns(self, moment: datetime) -> None:
        """The clock goes on to that moment: while there is no line, or the computer is off."""
        self.clock.set_to(moment)

    def cut(self, fault: Fault | None = None) -> None:
        """The line goes dead, as when somebody digs through the cable."""
        self.line.set(fault or Fault(refuse=True))

    def restore(self) -> None:
        self.line.set(NONE)

    def rows(self, sql: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """What stands in the desk's own store."""
        return self.station.rows(sql, values)

    def value(self, sql: str, values: tuple[Any, ...] = ()) -> Any:
        return self.rows(sql, values)[0][0]

    def all_sent(self) -> None:
        """Waits until the strip says so, which it does only when it is proven."""
        self.clerk.until("ส่งครบแล้ว", seconds=90)

    def room(self, key: str, name: str) -> None:
        """To a room; it has the keyboard when its page stands there."""
        self.clerk.press(key)
        self.clerk.wait(lambda: self.window.header.title.text() == name)

    @property
    def window(self) -> MainWindow:
        day = self.station.program.day
        assert day is not None
        assert day.window is not None
        return day.window

    def to_the_window(self) -> None:
        """As Alt+Tab of the system does: the clerk's own window has the keyboard again."""
        self.window.activateWindow()
        self.clerk.wait(lambda: QApplication.activeWindow() is self.window)

    def receipt(self, number: int) -> Receipt:
        """A receipt of this counter, as it stands in the store now."""
        id_ = self.value("SELECT id FROM receipt WHERE number = ?", (number,))
        found = self.station.office.cashier_queries.receipt(bytes(id_))
        assert found is not None
        return found

    def to_citizens(self) -> None:
        self.room(CITIZENS, "ประชาชน")

    def bring(self, name: str) -> None:
        """Somebody stands at the counter who has no card: their page, by the search."""
        self.to_citizens()
        self.clerk.press("F4")
        self.clerk.write(name)
        self.clerk.press("Return")
        (screen,) = self.window.findChildren(CitizenScreen)
        self.clerk.wait(lambda: screen.page.isVisible() and name in screen.page.who.name.words)

    def money_page(self, page: str) -> None:
        """To a page of the room of money, by its number in the row of pages."""
        self.room(MONEY, "เงินและใบเสร็จ")
        (screens,) = self.window.findChildren(MoneyScreens)
        pages = (RECEIPTS, BILLS, STATEMENT, SHIFT, SLIPS, SHEETS, CHECK)
        self.clerk.press(f"Ctrl+{pages.index(page) + 1}")
        self.clerk.wait(lambda: screens.pages.value == page)

    def choose_receipt(self, number: int) -> None:
        """In the list of the day's receipts."""
        clerk, label = self.clerk, f"69/C2 {number:06d}"
        (screen,) = self.window.findChildren(ReceiptsScreen)
        clerk.to("ใบเสร็จของวัน")
        clerk.wait(lambda: any(one.number == number for one in screen.rows.rows()))
        clerk.press("Ctrl+Home")
        for _ in screen.rows.rows():
            now = screen.table.current()
            if now is not None and now.number == number:
                return
            clerk.press("Down")
        raise AssertionError(f"{label} is not in the list")

    def new_payer(self, name: str, fees: str) -> None:
        """At the counter: whoever is no citizen of the register pays, for fees chosen by their keys."""
        self.room(COUNTER_ROOM, "เคาน์เตอร์")
        self.clerk.press("F7")
        self.clerk.fill("ชื่อ–นามสกุล หรือชื่อนิติบุคคล", name)
        self.clerk.press(f"F4 {fees}")

    def words_of(self, pdf: bytes) -> str:
        return "\n".join(page_text(pdf, page) for page in range(len(page_sizes_mm(pdf))))

    def code_on_paper(self, begin: str) -> str:
        """What a scanner reads off the sheet that came out last and bears a code that begins so."""
        found = (code for sheet in reversed(self.paper.tray) for code in qr.texts_on(sheet.picture))
        return next(code for code in found if code.startswith(begin))

    def case(self, number: int) -> Case:
        """A case of this counter, as it stands in the store now."""
        id_ = self.value("SELECT id FROM citizen_case WHERE number = ?", (number,))
        found = self.station.office.cases.queries.case(bytes(id_))
        assert found is not None
        return found

    def printed(self, label: str) -> list[tuple[str, int, str]]:
        """Role, number of the mark and outcome of each sheet of a paper, as the journal has them, oldest first."""
        lines = self.station.office.sheets.queries.named(label)
        runs = {line.run.id: line.run for line in reversed(lines)}
        return [
            (one.wanted.role.value, one.wanted.time, one.outcome.value) for run in runs.values() for one in run.sheets
        ]

    def all_out(self, label: str, sheets: int) -> None:
        """Waits until the journal knows of so many sheets of a paper that they came out."""
        self.clerk.wait(lambda: [one[2] for one in self.printed(label)].count("out") == sheets, 60)


@contextmanager
def printing_system(monkeypatch: pytest.MonkeyPatch) -> Iterator[IppPrinter]:
    """A real cupsd whose one queue leads to a printer of the network; programs begun now take it for the machine's."""
    with private_cups() as cups, ipp_printer() as paper:
        cups.add_printer("counter", paper.uri)
        cups.run("lpadmin", "-d", "counter")
        monkeypatch.setenv("CUPS_SERVER", cups.server)
        yield paper


def heard_in(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine has a Thai voice, which writes down what it is given to say."""
    voice = Voice("ทดสอบ", ("sh", "-c", f"cat >> '{file}'; echo >> '{file}'"))
    file.touch()
    monkeypatch.setattr(announcer.Loudspeaker, "_system", lambda _: voice)
