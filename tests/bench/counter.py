"""A service centre's desk with five years in it (a million receipts) beside the same desk on its first day.

Both are opened in windows of their own, turn by turn; each figure is the median of its rounds. `RECEIPTS=100000` in the
environment takes fewer. The first day has as many receipts as each day of the five years, and a hundred bills that the
office brought with it, so that every list is as long as a screen in both; its citizens have as many receipts.
"""

import os
import statistics
import sys
from pathlib import Path
from subprocess import run

from tests.bench.counter_store import build
from tests.bench.row import Row, slower

RECEIPTS = int(os.environ.get("RECEIPTS", "1000000"))
DAYS, ROUNDS = 5 * 365, 3
AIM = 1.5
"""As fast, as far as a window's clock can tell on a machine that does other things too."""


def measure() -> list[Row]:
    full, empty = build(RECEIPTS, DAYS), build(RECEIPTS // DAYS, 1)
    rounds = [(_figures(full), _figures(empty)) for _ in range(ROUNDS)]
    names = list(rounds[0][0])
    return [
        slower(
            f"counter: {name.replace('_', ' ')}",
            statistics.median(ours[name] for ours, _ in rounds),
            statistics.median(bare[name] for _, bare in rounds),
            "ms",
            "the same desk on its first day",
            AIM,
        )
        for name in names
    ]


def _figures(store: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench.counter_window", str(store)]
    done = run(command, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, check=True)
    return {name: float(value) for name, value in (line.split() for line in done.stdout.splitlines())}
