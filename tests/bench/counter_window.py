"""The service centre's rooms of one store in a process of their own: `python -m tests.bench.counter_window FOLDER`.

Opens the store and the cash desk, then each page of the money room and the citizen's page, and searches. Prints a name
and a figure a line: milliseconds from the key until everything that it asks for was read and is painted.
"""

import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop.application import Office
from desktop.cashier.bill_model import BillView
from desktop.office.clock import ManualClock
from desktop.opening import open_desk
from desktop.store.keys import DeskKeys
from tests.bench.find_window import Frames, Painted
from tests.bench.stores import secret_of
from tests.bench.windows import no_centre
from tests.helpers.desk import MORNING, session
from ui.cashier.money_screens import BILLS, SHEETS, SHIFT, SLIPS, MoneyScreens
from ui.counter.frame_search import FrameSearch
from ui.counter.screen import CitizenScreen
from ui.heard_changes import HeardChanges
from ui.house import House
from ui.kit.language import Language
from ui.kit.theme import Theme, apply
from ui.notices import Notices
from ui.rooms import rooms_of
from ui.settings import SettingsFile
from ui.shell.header import Desk as DeskSign
from ui.shell.main_window import MainWindow
from ui.work import Failed, LaneName, Worker

T = TypeVar("T")
TIMES = 9
"""How often each thing is done; the first time warms, the median of the others counts."""
_RECEIPT = "SELECT fiscal_year_be, counter, number FROM receipt ORDER BY issued_at DESC LIMIT 1 OFFSET 20"
_BILL = """
SELECT fiscal_year_be, counter, number, reference, payer_name FROM bill ORDER BY issued_at DESC, number DESC LIMIT 1
"""
_PERSON = "SELECT id, given || ' ' || family, house_no FROM person ORDER BY id LIMIT 1 OFFSET 3"


class Counted(Worker):
    """Knows whether all that was asked for has been answered; pictures of papers are not waited for."""

    asked = answered = 0

    def run(
        self,
        fn: Callable[[], T],
        *,
        owner: QObject,
        on_done: Callable[[T], None] | None = None,
        on_failed: Failed | None = None,
        lane: LaneName = "read",
        view: str = "",
    ) -> "Future[T]":
        self.asked += 1
        return super().run(fn, owner=owner, on_done=on_done, on_failed=on_failed, lane=lane, view=view)

    def _deliver(self, result: Any) -> None:
        super()._deliver(result)
        self.answered += 1

    @property
    def is_quiet(self) -> bool:
        return self.asked == self.answered


class Window:
    """The main window of somebody who is signed in at the service centre, and how long its answers take."""

    def __init__(self, app: QApplication, office: Office, worker: Counted, heard: HeardChanges, folder: Path) -> None:
        self.office, self.worker, self.frames = office, worker, Frames()
        language, notices = Language(app, "th"), Notices(lambda: "th")
        signed = session(office, "piyada")
        self.house = House(office, signed, worker, notices, heard, language, SettingsFile(folder))
        sign = DeskSign(signed.office.name_th, signed.person.name_th, signed.person.unit.name_th)
        self.rooms = {room.key: room for room in rooms_of(self.house)}
        self.window = MainWindow(sign, tuple(self.rooms.values()), notices, Theme(app), language)
        self.window.typed.connect(self.house.seeking)
        self.house.offered.connect(self.window.offers.show_offers)
        self.house.wanted.connect(self.window.presenter.go)

    def timed(self, act: Callable[[], object], seen: QWidget) -> float:
        """Milliseconds from the act to the picture of what it brought."""
        painted, begun = Painted(seen), time.perf_counter()
        act()
        self.frames.until(lambda: self.worker.is_quiet)
        painted.forget()
        seen.update()
        self.frames.until(lambda: painted.at > 0)
        seen.removeEventFilter(painted)
        return (painted.at - begun) * 1000

    def tell(self, name: str, act: Callable[[], object], seen: QWidget) -> None:
        times = [self.timed(act, seen) for _ in range(TIMES)]
        print(name.replace(" ", "_"), statistics.median(times[1:]))

    def go(self, key: str) -> None:
        self.window.presenter.go(key)
        self.frames.until(lambda: self.worker.is_quiet)


@contextmanager
def opened(folder: Path) -> Iterator[Window]:
    app = QApplication([])
    apply(app, "light")
    begun = time.perf_counter()
    desk = open_desk(folder, DeskKeys(secret_of(folder)), ManualClock(MORNING))
    office = Office(desk, no_centre)
    worker, heard = Counted(desk.writer, lambda error: print(error, file=sys.stderr)), HeardChanges(desk.changes)
    one = Window(app, office, worker, heard, folder)
    one.window.start("counter")
    one.timed(one.window.show, one.rooms["counter"].widget)
    print("cash_desk_opens", (time.perf_counter() - begun) * 1000)
    yield one
    worker.close()
    heard.stop()
    desk.close()


def main() -> None:
    with opened(Path(sys.argv[1])) as one:
        print("money_room_opens", one.timed(lambda: one.window.presenter.go("receipts"), one.window))
        print("citizens_room_opens", one.timed(lambda: one.window.presenter.go("citizens"), one.window))
        _money(one)
        _bills(one)
        _citizens(one)
        _one_search(one)


def _money(one: Window) -> None:
    """Every page of the money room as it is read anew."""
    one.go("receipts")
    money = one.rooms["receipts"].widget
    assert isinstance(money, MoneyScreens)
    one.tell("receipts of today", money.receipts.refresh, money.receipts)
    for page, screen in ((SHIFT, money.shift), (SLIPS, money.slips), (SHEETS, money.sheets)):
        money.turn(page)
        one.tell(f"page {page}", screen.refresh, screen)
    (receipt,) = one.office.desk.reader.rows(_RECEIPT)
    money.sheets.search.setText(_said(receipt, 6))
    one.tell("sheets: a number", money.sheets.refresh, money.sheets)


def _bills(one: Window) -> None:
    """The page of bills: each view, and what is typed there."""
    money = one.rooms["receipts"].widget
    assert isinstance(money, MoneyScreens)
    money.turn(BILLS)
    bills = money.bills
    for view in BillView:
        bills.presenter.view = view
        one.tell(f"bills: {view}", bills.refresh, bills)
    (*_, number, reference, payer), *_ = one.office.desk.reader.rows(_BILL)
    words = {"number": str(number), "reference": reference, "name": payer, "part of a name": payer[4:7], "title": "นาย"}
    for name, typed in words.items():
        bills.presenter.words = typed
        one.tell(f"bills: a {name}", bills.refresh, bills)


def _citizens(one: Window) -> None:
    """The page of a citizen, and the search that leads there."""
    one.go("citizens")
    screen = one.rooms["citizens"].widget
    assert isinstance(screen, CitizenScreen)
    ((person, name, _),) = one.office.desk.reader.rows(_PERSON)
    one.tell("a citizen's page", partial(screen.serving.open_person, person), screen)
    for kind, typed in (("a name", name), ("two letters", name[:2])):
        screen.finder.box.setText(typed)
        screen.finder._soon.stop()
        one.tell(f"citizens: {kind}", screen.finder._find, screen)
    screen.finder.clear()


def _one_search(one: Window) -> None:
    """The search of the frame, from the moment when it begins."""
    search = one.house.findChild(FrameSearch)
    assert search is not None
    (receipt,), (bill,) = one.office.desk.reader.rows(_RECEIPT), one.office.desk.reader.rows(_BILL)
    ((_, name, house_no),) = one.office.desk.reader.rows(_PERSON)
    words = {
        "a receipt's number": _said(receipt, 6), "a bill's number": _said(bill, 7), "a reference": bill[3],
        "a name": name, "two letters": name[:2], "a house": house_no,
    }  # fmt: skip
    for kind, typed in words.items():
        search._typed = typed
        one.tell(f"search: {kind}", search._look, one.window)


def _said(row: Sequence[Any], figures: int) -> str:
    """`70/C1 000451`, as people type it."""
    year, counter, number, *_ = row
    return f"{year % 100:02}/{counter} {number:0{figures}}"


if __name__ == "__main__":
    main()
