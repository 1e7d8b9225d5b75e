"""From an identity card put in to its citizen's painted page, beside a bare program that only reads the same.

Both go through a pcscd of their own with the virtual reader, and begin when the card is put in. A virtual card answers
at once; ours take the time that the bytes need on the wire of a real one: at the speed that the newer cards' ATR offers
(TA1 = 96: 16 clocks a bit, at 4 MHz), and at 38,400 bits a second. What a chip thinks in between comes on top.
"""

import os
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, Popen
from tempfile import TemporaryDirectory, mkdtemp

from PySide6.QtWidgets import QApplication

from desktop.application import Office
from desktop.counter.model import Page
from desktop.devices.cups import CupsPrinter
from desktop.devices.id_card import CardState, WorkerCardReader
from desktop.office.clock import ManualClock
from desktop.opening import open_desk
from desktop.store.keys import DeskKeys
from tests.bench.counter_store import fill
from tests.bench.find_window import Frames, Painted
from tests.bench.row import Row, slower
from tests.bench.stores import secret_of
from tests.bench.windows import no_centre
from tests.helpers.cards import Readers, ThaiCard, memory
from tests.helpers.citizens import numbered
from tests.helpers.desk import MORNING, session
from ui.cashier.paper_actions import PaperActions
from ui.counter.screen import CitizenScreen
from ui.heard_changes import HeardChanges
from ui.house import House
from ui.kit.language import Language
from ui.kit.theme import apply
from ui.notices import Notices
from ui.settings import SettingsFile
from ui.sheets.printing import SheetPrinting
from ui.work import Worker

TIMES = 30
PACES = {"newer card": 16 / 4e6, "slower card": 1 / 38_400}
"""Seconds a bit."""
AIM = 1.3
_BITS = 12
"""On the wire a byte is one with its start, its parity and its guard time."""
_RECEIPTS = 500


class PacedCard(ThaiCard):
    """Answers when a real card's bytes would have come over the wire."""

    def __init__(self, bit_s: float) -> None:
        super().__init__(held=memory(number=numbered(3)))
        self._bit_s = bit_s

    def answer(self, command: bytes) -> bytes:
        said = super().answer(command)
        time.sleep((len(command) + len(said)) * _BITS * self._bit_s)
        return said


def measure() -> list[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    apply(app, "light")
    with TemporaryDirectory() as folder, _service() as readers:
        bare = {name: _bare(readers, bit_s) for name, bit_s in PACES.items()}
        with _counter(app, Path(folder) / "desk", readers) as shown:
            ours = {name: [shown(bit_s) for _ in range(TIMES + 1)][1:] for name, bit_s in PACES.items()}
    return [row for name in PACES for row in _rows(name, ours[name], *bare[name])]


def _rows(name: str, ours: list[float], read: list[float], spoken: list[float]) -> list[Row]:
    """Milliseconds each: ours and the bare program's since the card was put in, and what the commands took alone."""
    beside, middle = "a bare program that reads it", statistics.median
    beyond = middle(ours) - middle(read) + middle(spoken)
    return [
        slower(f"{name} in to page painted, median", middle(ours), middle(read), "ms", beside, AIM),
        slower(f"{name} in to page painted, p95", _p95(ours), _p95(read), "ms", beside, AIM),
        slower(f"{name}: commands and page, median", beyond, middle(spoken), "ms", "the commands alone", AIM),
    ]


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _bare(readers: Readers, bit_s: float) -> tuple[list[float], list[float]]:
    """Milliseconds from the card put in to all of it read, and from the first command to the last answer."""
    command = [sys.executable, "-m", "tests.bench.card_bare"]
    with Popen(command, env=os.environ | readers.environment, stdout=PIPE, text=True) as process:
        assert process.stdout is not None
        read, spoken = [], []
        for _ in range(TIMES + 1):
            process.stdout.readline()  # no card is in
            begun = time.monotonic()
            readers.slots[0].put_in(PacedCard(bit_s))
            first, last = map(float, process.stdout.readline().split())
            read.append((last - begun) * 1000)
            spoken.append((last - first) * 1000)
            readers.slots[0].take_out()
        process.kill()
    return read[1:], spoken[1:]


@contextmanager
def _service() -> Iterator[Readers]:
    folder = Path(mkdtemp(prefix="cards-"))  # a socket's name must be short
    readers = Readers(folder)
    readers.start()
    try:
        yield readers
    finally:
        readers.stop()
        shutil.rmtree(folder)


@contextmanager
def _counter(app: QApplication, folder: Path, readers: Readers) -> Iterator[Callable[[float], float]]:
    """The citizen's screen over a service centre's desk: puts a card in, and says after how many ms its page stood."""
    fill(folder, _RECEIPTS, 1)
    desk = open_desk(folder, DeskKeys(secret_of(folder)), ManualClock(MORNING))
    office, notices, heard = Office(desk, no_centre), Notices(), HeardChanges(desk.changes)
    failures: list[Exception] = []
    worker = Worker(desk.writer, failures.append)
    house = House(office, session(office, "piyada"), worker, notices, heard, Language(app, "th"), SettingsFile(folder))
    who, nowhere = house.session.person, CupsPrinter(str(folder / "no-cups.sock"))
    printing = SheetPrinting(office, who, lambda: nowhere, worker, house.settings, house)
    paper = PaperActions(office, who, worker, notices, printing, house)
    screen = CitizenScreen(house, WorkerCardReader(environment=readers.environment), paper)
    screen.resize(1150, 700)
    screen.show()
    try:
        yield lambda bit_s: _shown(screen, readers, PacedCard(bit_s))
    finally:
        screen.hide()
        heard.stop()
        worker.close()
        desk.close()
    assert not failures


def _shown(screen: CitizenScreen, readers: Readers, card: PacedCard) -> float:
    frames, painted = Frames(), Painted(screen.page.table.viewport())
    came: list[Page] = []
    frames.until(lambda: screen.card._news.state is CardState.WAITING)
    screen.painted.connect(came.append)
    screen.painted.connect(painted.forget)
    begun = time.perf_counter()
    readers.slots[0].put_in(card)
    frames.until(lambda: bool(came) and painted.at > 0)
    took = (painted.at - begun) * 1000
    assert came[0].matters
    screen.painted.disconnect(came.append)
    screen.painted.disconnect(painted.forget)
    screen.page.table.viewport().removeEventFilter(painted)
    readers.slots[0].take_out()
    screen.next_citizen()
    return took
