"""From an identity card put in to its citizen's painted page, beside a bare program that only reads the same.

Both go through a pcscd of their own with the virtual reader. A virtual card answers at once; ours take the time that
the bytes need on the wire of a real one: at the speed that the newer cards' ATR offers (TA1 = 96: 16 clocks a bit, at
4 MHz), and at 38,400 bits a second. What a chip thinks in between comes on top.

Three figures: from the first command to the page, which is found by the number and painted while the rest is read, and
to where all of the card is taken in and compared with what is known, both beside the commands alone (first command to
last answer, as the card sees them from the bare program); and from the card put in to the latter, where the service
needs its time to see it, beside the bare program.
"""

import os
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE, Popen
from tempfile import TemporaryDirectory, mkdtemp
from typing import TypeAlias

from PySide6.QtWidgets import QApplication

from desktop.application import Office
from desktop.counter.model import Page
from desktop.devices.cups import CupsPrinter
from desktop.devices.id_card import CardState, WorkerCardReader
from desktop.office.clock import ManualClock
from desktop.opening import open_desk
from desktop.store.keys import DeskKeys
from tests.bench.counter_store import EACH, TOWN, fill
from tests.bench.find_window import Frames, Painted
from tests.bench.row import Row, slower
from tests.bench.stores import secret_of
from tests.bench.windows import no_centre
from tests.helpers.cards import Readers
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
_RECEIPTS = TOWN * EACH
"""So that each citizen of the register has some."""

Card: TypeAlias = Callable[[], tuple[float, ...]]
"""Says of the card that is in when it was put in, when the first command came, when the last answer was there."""
PutIn: TypeAlias = Callable[[float], AbstractContextManager[Card]]


@dataclass(frozen=True)
class Times:
    """Milliseconds of one card, from where it was put in and from the first command on: until all of it was read.

    `painted`: until its citizen's page stood.
    """

    since_in: float
    since_command: float
    painted: float = 0.0


def measure() -> list[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    apply(app, "light")
    with TemporaryDirectory() as folder, _service() as readers, _held(readers) as put_in:
        bare = {name: _bare(readers, put_in, bit_s) for name, bit_s in PACES.items()}
        with _counter(app, Path(folder) / "desk", readers, put_in) as shown:
            ours = {name: [shown(bit_s) for _ in range(TIMES + 1)][1:] for name, bit_s in PACES.items()}
    return [row for name in PACES for row in _rows(name, ours[name], bare[name])]


def _rows(name: str, ours: list[Times], bare: list[Times]) -> list[Row]:
    spoken, read = "the commands alone, without pictures", "a bare program that reads it"
    rows = []
    for said, of in (("median", statistics.median), ("p95", _p95)):
        page, taken = of([one.painted for one in ours]), of([one.since_command for one in ours])
        alone = of([one.since_command for one in bare])
        rows.append(slower(f"{name}: commands to page painted, {said}", page, alone, "ms", spoken, AIM))
        rows.append(slower(f"{name}: commands to card taken in, {said}", taken, alone, "ms", spoken, AIM))
        taken, alone = of([one.since_in for one in ours]), of([one.since_in for one in bare])
        rows.append(slower(f"{name} in to card taken in, {said}", taken, alone, "ms", read, AIM))
    return rows


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _bare(readers: Readers, put_in: PutIn, bit_s: float) -> list[Times]:
    command = [sys.executable, "-m", "tests.bench.card_bare"]
    with Popen(command, env=os.environ | readers.environment, stdout=PIPE, text=True) as process:
        assert process.stdout is not None
        found = []
        process.stdout.readline()  # no card is in
        for _ in range(TIMES + 1):
            with put_in(bit_s) as card:
                process.stdout.readline()
                begun, first, last = card()
            found.append(Times((last - begun) * 1000, (last - first) * 1000))
            process.stdout.readline()  # the service saw it go
        process.kill()
    return found[1:]


@contextmanager
def _held(readers: Readers) -> Iterator[PutIn]:
    """The card, in its own process: it is in the reader within the context that the call gives."""
    command = [sys.executable, "-m", "tests.bench.card_held", str(readers.slots[0].port)]

    with Popen(command, stdin=PIPE, stdout=PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        orders, answers = process.stdin, process.stdout

        @contextmanager
        def put_in(bit_s: float) -> Iterator[Card]:
            print(bit_s, file=orders, flush=True)
            yield lambda: tuple(map(float, answers.readline().split()))
            print(file=orders, flush=True)  # takes it out

        try:
            yield put_in
        finally:
            process.kill()


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
def _counter(app: QApplication, folder: Path, readers: Readers, put_in: PutIn) -> Iterator[Callable[[float], Times]]:
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
        yield lambda bit_s: _shown(screen, put_in, bit_s)
    finally:
        screen.hide()
        heard.stop()
        worker.close()
        desk.close()
    assert not failures


def _shown(screen: CitizenScreen, put_in: PutIn, bit_s: float) -> Times:
    frames, painted = Frames(), Painted(screen.page.table.viewport())
    came: list[Page] = []
    read: list[float] = []
    frames.until(lambda: screen.card._news.state is CardState.WAITING)

    def note(_: object) -> None:
        read.append(time.monotonic())

    links = ((screen.painted, came.append), (screen.painted, painted.forget), (screen.card.read, note))
    for signal, heard in links:
        signal.connect(heard)
    with put_in(bit_s) as card:
        frames.until(lambda: bool(came and read) and painted.at > 0)
        begun, first, _ = card()
    assert came[-1] is screen.page.page
    assert came[-1].matters
    for signal, heard in links:
        signal.disconnect(heard)
    screen.page.table.viewport().removeEventFilter(painted)
    screen.next_citizen()
    stood = max(painted.at, read[0])
    return Times((stood - begun) * 1000, (stood - first) * 1000, (painted.at - first) * 1000)
