"""From the key that takes the money to the spooler having the receipt, beside the bare drawing of its PDF."""

import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from desktop.devices.printer import PrintJob
from desktop.paper.receipt import receipt_pdf
from desktop.sheets.model import Run
from tests.bench.row import Row, slower
from tests.helpers.cups import Cups, private_cups
from tests.helpers.print_desk import PrintDesk, print_desk

T = TypeVar("T")

TIMES = 24
"""With the first, which warms up, half of a book's numbers; the other half is drawn alone."""


def measure() -> list[Row]:
    ours, bare = [], []
    with tempfile.TemporaryDirectory() as name, private_cups() as cups, print_desk(Path(name), cups.printer) as desk:
        cups.add_queue("counter", media="A5")
        for _ in range(TIMES + 1):
            run, taken = _timed(lambda: desk.send(desk.receipt(), "counter"))
            ours.append(taken)
            _rest(desk, cups, run)
            paper = desk.office.receipt_sheets.paper(desk.receipt())
            bare.append(_timed(partial(receipt_pdf, paper))[1])
    drawn = "drawing the PDF alone, p95"
    return [slower("payment key to the spooler, p95", _p95(ours[1:]), _p95(bare[1:]), "ms", drawn, 2.0)]


def _rest(desk: PrintDesk, cups: Cups, run: Run) -> None:
    """As between two citizens: the paper is out, and the journal knows."""
    assert run.number is not None
    cups.finish(PrintJob(run.job.queue, run.number))
    assert not desk.sending.look(run).unknown


def _timed(act: Callable[[], T]) -> tuple[T, float]:
    """With the milliseconds that it took."""
    begun = time.perf_counter()
    return act(), (time.perf_counter() - begun) * 1000


def _p95(taken: list[float]) -> float:
    return sorted(taken)[int(len(taken) * 0.95)]
