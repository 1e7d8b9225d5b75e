"""From the key that calls the next ticket to its number painted on the board: at the keeper, and over the network."""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from desktop.application import Office
from desktop.office.clock import SystemClock
from desktop.office.key_code import make_code
from desktop.queue.settings import Own
from tests.bench.row import Row, slower
from tests.helpers.desk import make_desk, make_office, person, session
from ui.heard_changes import HeardChanges
from ui.house import House
from ui.kit.language import Language
from ui.kit.theme import apply
from ui.notices import Notices
from ui.queue.bar import QueueBar
from ui.queue.board import BoardWindow
from ui.queue.link import QueueLink
from ui.settings import SettingsFile
from ui.work import Worker

CALLS = 40
_A_GLANCE_MS = 100.0
"""What people take for at once."""
_PATIENCE_MS = 10_000


def measure() -> list[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    apply(app, "light")
    code = make_code()
    with tempfile.TemporaryDirectory() as folder, _desk(Path(folder) / "keeper") as keeper:
        keeper.queue.settle(Own("keeper", code=code, place="1", port=0))
        reception = keeper.queue.acts(person(keeper, "piyada"))
        for _ in range(2 * CALLS + 2):
            reception.take("A")
        here = _calls(app, keeper, Path(folder))
        with _desk(Path(folder) / "guest") as guest:
            guest.queue.settle(Own("guest", f"127.0.0.1:{keeper.queue.port}", code, "2"))
            there = _calls(app, guest, Path(folder))
    return [
        slower("queue: key to board, at the keeper (p95)", _p95(here), _A_GLANCE_MS, "ms", "a glance", 1.0),
        slower("queue: key to board, another desk (p95)", _p95(there), _A_GLANCE_MS, "ms", "a glance", 1.0),
        slower(
            "queue: the same (median)", statistics.median(there), statistics.median(here), "ms", "at the keeper", None
        ),
    ]


@contextmanager
def _desk(folder: Path) -> Iterator[Office]:
    office = make_office(make_desk(folder, clock=SystemClock()))
    yield office
    office.queue.end()
    office.desk.close()


def _calls(app: QApplication, office: Office, folder: Path) -> list[float]:
    """Milliseconds of each call; the first two bring in what is needed."""
    notices, heard = Notices(), HeardChanges(office.desk.changes)
    failures: list[Exception] = []
    worker = Worker(office.desk.writer, failures.append)
    house = House(
        office, session(office, "piyada"), worker, notices, heard, Language(app), SettingsFile(folder / "settings")
    )
    link = QueueLink(house)
    link.begin()
    bar, board = QueueBar(link), BoardWindow(link, "เทศบาล")
    board.resize(1920, 1080)
    board.show()
    _turn(board, lambda: link.standing is not None)
    took = [_one(bar, board, link) for _ in range(CALLS)]
    board.close()
    heard.stop()
    worker.close()
    house.deleteLater()
    assert not failures
    return took[2:]


def _one(bar: QueueBar, board: BoardWindow, link: QueueLink) -> float:
    before = board.calls[0].seq if board.calls else 0
    begun = time.perf_counter()
    painted: list[float] = []

    def seen(seq: int) -> None:
        if seq > before and not painted:
            painted.append(time.perf_counter())

    board.painted.connect(seen)
    bar.call_next()
    _turn(board, lambda: bool(painted) and not link.busy)
    board.painted.disconnect(seen)
    return (painted[0] - begun) * 1000


def _turn(board: BoardWindow, true: Callable[[], bool]) -> None:
    """Turns the loop until it is so."""
    loop, watch, end = QEventLoop(), QTimer(board), time.monotonic() + _PATIENCE_MS / 1000
    watch.setInterval(0)
    watch.timeout.connect(lambda: loop.quit() if true() or time.monotonic() > end else None)
    watch.start()
    loop.exec()
    watch.stop()
    watch.deleteLater()
    assert true(), "it never came to be so"


def _p95(took: list[float]) -> float:
    return statistics.quantiles(took, n=20)[-1]
