"""From the start of the process to the first picture, beside a bare QMainWindow."""

import os
import statistics
import subprocess
import sys
from pathlib import Path

from tests.bench.row import Row, slower
from tests.bench.stores import HOME, store_of
from tests.bench.windows import LARGE

TURNS = 9


def measure() -> list[Row]:
    folder = store_of(LARGE)
    painted = race({"bare": HOME, "sign-in": HOME, "inbox": folder})
    against = "a bare QMainWindow, warm"
    return [
        slower("first window (sign-in) painted", painted["sign-in"][0], painted["bare"][0], "s", against, 1.5),
        slower("inbox of 100,000 letters painted", painted["inbox"][0], painted["bare"][0], "s", against, 1.5),
    ]


def race(runners: dict[str, Path]) -> dict[str, tuple[float, float]]:
    """Median seconds to the first picture and median MB of each window; they take turns, the first turn warms up."""
    seen: dict[str, list[tuple[float, float]]] = {name: [] for name in runners}
    for turn in range(TURNS + 1):
        for name, folder in runners.items():
            result = _run(name, folder)
            if turn:
                seen[name].append(result)
    return {
        name: (statistics.median(one[0] for one in each), statistics.median(one[1] for one in each))
        for name, each in seen.items()
    }


def _run(name: str, folder: Path) -> tuple[float, float]:
    command = [sys.executable, "-m", "tests.bench.windows", name, str(folder)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60, check=True)
    _, seconds, megabytes = next(line for line in done.stdout.splitlines() if line.startswith("painted")).split()
    return float(seconds), float(megabytes)
