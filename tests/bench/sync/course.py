"""The course of every system: a first pull, offline work pushed, nothing new, a small change; then a bad line."""

import json
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.sync.corpus import letters
from tests.bench.sync.shaped_line import DIRECT, UPCOUNTRY, Shape, ShapedLine
from tests.bench.sync.systems import Client, System

FIRST, OFFLINE, DELTA, ON_BAD_LINE = 20_000, 5_000, 10, 5_000
TIMES, ENOUGH_S = 20, 15.0


@dataclass
class Found:
    """Figures of one system: rows a second, seconds, bytes; `raw_upsert` only of ours: its store's own limit."""

    pull: float = 0.0
    push: float = 0.0
    nothing_s: float = 0.0
    delta_s: float = 0.0
    bad_line_s: float = 0.0
    memory_growth: int = 0
    memory_peak: int = 0
    pull_bytes: int = 0
    push_bytes: int = 0
    nothing_bytes: int = 0
    raw_upsert: float = 0.0


def run(system: System, first: int = FIRST, offline: int = OFFLINE) -> Found:
    """Everything that is measured of one system."""
    system.install()
    found = Found()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        _on_good_line(system, Path(folder), found, first, offline)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        found.bad_line_s = _on_bad_line(system, Path(folder))
    return found


def _on_good_line(system: System, folder: Path, found: Found, first: int, offline: int) -> None:
    with system.serving(folder) as port, _Line(port) as up, _Line(port) as down:
        writer, reader = system.client(up.url, "writer", folder), system.client(down.url, "reader", folder)
        system.fill(writer, _written(folder / "first.json", first, 1), first)
        down.reset()
        found.pull = first / reader.seconds("fetch")
        found.pull_bytes = down.down
        _must_hold(system, reader, first)
        found.memory_peak = reader.memory()
        found.memory_growth = found.memory_peak - reader.memory_at_start
        writer.order(f"add {_written(folder / 'more.json', offline, 2)}")
        up.reset()
        found.push = offline / writer.seconds("send")
        found.push_bytes = up.up
        reader.seconds("fetch")
        _must_hold(system, reader, first + offline)
        down.reset()
        found.nothing_s, times = _median(lambda: reader.seconds("fetch"))
        found.nothing_bytes = (down.up + down.down) // times
        found.delta_s, _ = _median(lambda: _delta(writer, reader))
        if system.name == "Thesaban Desk":
            found.raw_upsert = first / reader.seconds("raw")
        writer.close()
        reader.close()


def _on_bad_line(system: System, folder: Path) -> float:
    with system.serving(folder) as port, _Line(port) as up, _Line(port, UPCOUNTRY) as down:
        writer, reader = system.client(up.url, "writer", folder), system.client(down.url, "reader", folder)
        system.fill(writer, _written(folder / "first.json", ON_BAD_LINE, 3), ON_BAD_LINE)
        took = reader.seconds("fetch")
        _must_hold(system, reader, ON_BAD_LINE)
        writer.close()
        reader.close()
    return took


def _median(measure: Callable[[], float]) -> tuple[float, int]:
    """The median of up to `TIMES` measurements, and how many there were: a slow system is not asked for long."""
    ends = time.monotonic() + ENOUGH_S
    taken = [measure()]
    while len(taken) < TIMES and time.monotonic() < ends:
        taken.append(measure())
    return statistics.median(taken), len(taken)


def _delta(writer: Client, reader: Client) -> float:
    writer.order(f"change {DELTA}")
    writer.seconds("send")
    return reader.seconds("fetch")


def _must_hold(system: System, reader: Client, rows: int) -> None:
    held = reader.count()
    if held != rows:
        raise RuntimeError(f"{system.name}: the reader holds {held} of {rows} rows")


def _written(path: Path, count: int, seed: int) -> Path:
    path.write_text(json.dumps(list(letters(count, seed)), ensure_ascii=False), "utf-8")
    return path


class _Line(ShapedLine):
    def __init__(self, port: int, shape: Shape = DIRECT) -> None:
        super().__init__(port, shape)

    def __enter__(self) -> "_Line":
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()
