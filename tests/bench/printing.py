"""From the key that takes the money to the spooler having the receipt, beside the bare drawing of its PDF."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from desktop.paper.receipt import receipt_pdf
from tests.bench.row import Row, slower
from tests.helpers.cups import private_cups
from tests.helpers.print_desk import PrintDesk, print_desk

TIMES = 24
"""With the first, which warms up, half of a book's numbers."""


def measure() -> list[Row]:
    with tempfile.TemporaryDirectory() as name, private_cups() as cups, print_desk(Path(name), cups.printer) as desk:
        cups.add_queue("counter", media="A5")
        ours = _p95(lambda: desk.send(desk.receipt(), "counter"), lambda: _settle(desk))
        papers = iter([desk.office.receipt_sheets.paper(desk.receipt()) for _ in range(TIMES + 1)])
        bare = _p95(lambda: receipt_pdf(next(papers)))
    return [slower("payment key to the spooler, p95", ours, bare, "ms", "drawing the PDF alone, p95", 2.0)]


def _settle(desk: PrintDesk) -> None:
    """As between two citizens: the spooler's word has come."""
    for run in desk.sending.queries.open_runs():
        desk.sending.journal.not_sent(run)


def _p95(act: Callable[[], object], between: Callable[[], object] = lambda: None) -> float:
    """Milliseconds."""
    taken = []
    for _ in range(TIMES + 1):
        begun = time.perf_counter()
        act()
        taken.append((time.perf_counter() - begun) * 1000)
        between()
    return sorted(taken[1:])[int(TIMES * 0.95)]
