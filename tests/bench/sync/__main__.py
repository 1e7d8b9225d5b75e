"""The post beside its peers in one run; a table and bench-sync.json.

`python -m tests.bench.sync --out FOLDER [--only SYSTEM] [--snapshot LETTERS]`
"""

import argparse
import json
import sys
from pathlib import Path

from tests.bench.row import Row, rate, slower, table
from tests.bench.sync import arrival, course, first_sync, killed
from tests.bench.sync.course import Found
from tests.bench.sync.ours import Ours
from tests.bench.sync.systems import Anki, Morango, Pouch, System

MB = 1_000_000
PULL_AIMS = {"Anki": 1 / 1.5, "PouchDB": 1 / 5, "Morango": 1 / 50}
"""Ours at least so many times as fast, said as theirs over ours."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("output/bench-sync"))
    parser.add_argument("--only", choices=["Anki", "PouchDB", "Morango", ""], default="", help="one peer")
    parser.add_argument("--snapshot", type=int, default=0, help="a first sync of so many letters, too (1000000)")
    wanted = parser.parse_args()
    peers: list[System] = [peer for peer in (Anki(), Pouch(), Morango()) if wanted.only in ("", peer.name)]
    ours = _measured(Ours())
    rows = _limits(ours)
    for letters in sorted({50_000, wanted.snapshot} - {0}):
        print(f"measuring a first sync of {letters:,} letters ...", file=sys.stderr, flush=True)
        rows += first_sync.rows(letters)
    for peer in peers:
        rows += _beside(ours, _measured(peer), peer.name)
    wanted.out.mkdir(parents=True, exist_ok=True)
    (wanted.out / "bench-sync.json").write_text(json.dumps([row.as_json() for row in rows], indent=1), "utf-8")
    print(table(rows))
    return 0


def _measured(system: System) -> Found:
    print(f"measuring {system.name} ...", file=sys.stderr, flush=True)
    return course.run(system)


def _limits(ours: Found) -> list[Row]:
    """Ours against what the machine can do and against what we promised."""
    torn = killed.again()
    return [
        rate("first pull", ours.pull, ours.raw_upsert, "rows/s", "raw SQLCipher upsert, same rows", 1 / 0.6),
        rate("push of offline work", ours.push, 5_000, "acts/s", "promise", 1.0),
        slower("nothing new", ours.nothing_s * 1e3, 5, "ms", "promise", 1.0),
        slower("10 changes fetched", ours.delta_s * 1e3, 15, "ms", "promise", 1.0),
        slower("registered to other inbox", arrival.seconds() * 1e3, 300, "ms", "promise", 1.0),
        slower("memory growth, first pull", ours.memory_growth / MB, 60, "MB", "promise", 1.0),
        slower("killed blob upload: sent again", torn.sent, 1, "chunks", "promise", 1.0),
        slower("killed blob download: fetched again", torn.fetched, 1, "chunks", "promise", 1.0),
    ]


def _beside(ours: Found, peer: Found, name: str) -> list[Row]:
    return [
        rate(f"first pull: {name}", ours.pull, peer.pull, "rows/s", name, PULL_AIMS[name]),
        rate(f"push of offline work: {name}", ours.push, peer.push, "acts/s", name, None),
        slower(f"nothing new: {name}", ours.nothing_s * 1e3, peer.nothing_s * 1e3, "ms", name, None),
        slower(f"10 changes fetched: {name}", ours.delta_s * 1e3, peer.delta_s * 1e3, "ms", name, None),
        slower(f"first pull on a bad line: {name}", ours.bad_line_s, peer.bad_line_s, "s", name, None),
        slower(f"peak memory: {name}", ours.memory_peak / MB, peer.memory_peak / MB, "MB", name, None),
        slower(f"bytes of the first pull: {name}", ours.pull_bytes / MB, peer.pull_bytes / MB, "MB", name, None),
        slower(f"bytes of the push: {name}", ours.push_bytes / MB, peer.push_bytes / MB, "MB", name, None),
        slower(f"bytes of nothing: {name}", ours.nothing_bytes, peer.nothing_bytes, "bytes", name, None),
    ]


if __name__ == "__main__":
    sys.exit(main())
