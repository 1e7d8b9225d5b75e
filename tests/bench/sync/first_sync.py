"""The first sync of an office's first new desk: the centre makes its packs meanwhile, and the search index counts."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.bench.many_letters import fill
from tests.bench.row import Row, rate, slower
from tests.bench.sync.ours import OFFICE, Ours
from tests.bench.sync.shaped_line import DIRECT, ShapedLine

MB = 1_000_000
PROMISED = {50_000: (5, 5), 1_000_000: (60, 120)}
"""Letters of the office: seconds until a desk is usable, and until everything can be searched."""


@dataclass(frozen=True)
class Filled:
    """Seconds since the desk began to ask, bytes, and the seconds that SQLCipher alone takes for the same letters."""

    usable: float
    searchable: float
    memory_growth: int
    wire: int
    store: int
    raw: float


def rows(letters: int) -> list[Row]:
    """The lines of the table for an office with so many letters."""
    found, name = _measured(letters), f"snapshot of {letters:,}"
    usable, searchable = PROMISED.get(letters, (found.raw, found.raw))
    return [
        rate(f"{name}: rows", letters / found.usable, letters / found.raw, "rows/s", "raw SQLCipher upsert", None),
        slower(f"{name}: usable", found.usable, usable, "s", "promise", 1.0),
        slower(f"{name}: search complete", found.searchable, searchable, "s", "promise", 1.0),
        slower(f"{name}: memory growth", found.memory_growth / MB, 60, "MB", "promise", 1.0),
        slower(f"{name}: bytes on the wire", found.wire / MB, found.store / MB, "MB", "the store that they fill", None),
    ]


def _measured(letters: int) -> Filled:
    with tempfile.TemporaryDirectory(prefix="bench-") as place:
        folder, ours = Path(place), Ours()
        with ours.serving(folder) as port:
            assert ours.engine
            fill(ours.engine, OFFICE, letters)
            line = ShapedLine(port, DIRECT)
            desk = ours.client(line.url, "reader", folder)
            line.reset()
            usable = desk.seconds("fetch")
            searchable = desk.seconds("searchable")
            wire, growth = line.down + line.up, desk.memory() - desk.memory_at_start
            if desk.count() != letters:
                raise RuntimeError(f"the desk holds {desk.count()} of {letters} letters")
            store = (folder / "reader" / "desk.db").stat().st_size
            found = Filled(usable, searchable, growth, wire, store, desk.seconds("raw"))
            desk.close()
            line.close()
    return found
