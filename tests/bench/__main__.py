"""`python -m tests.bench --out FOLDER [--only ROOM]`: runs the rooms' benchmarks, prints a table, writes bench.json."""

import argparse
import json
import sys
from pathlib import Path

from tests.bench import (
    alike,
    card,
    counter,
    fields,
    find,
    imports,
    large,
    letters,
    memory,
    pages,
    paper,
    printing,
    queue,
    reading,
    stamp,
    start,
    viewer,
    waste_bills,
)
from tests.bench.row import Row, table

ROOMS = {
    "start": start.measure,
    "letters": letters.measure,
    "paper": paper.measure,
    "printing": printing.measure,
    "memory": memory.measure,
    "find": find.measure,
    "imports": imports.measure,
    "reading": reading.measure,
    "pages": pages.measure,
    "large": large.measure,
    "viewer": viewer.measure,
    "fields": fields.measure,
    "alike": alike.measure,
    "stamp": stamp.measure,
    "waste-bills": waste_bills.measure,
    "queue": queue.measure,
    "card": card.measure,
    "counter": counter.measure,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("output/bench"))
    parser.add_argument("--only", choices=[*ROOMS, ""], default="")
    wanted = parser.parse_args()
    rows: list[Row] = []
    for room, measure in ROOMS.items():
        if wanted.only in ("", room):
            rows += measure()
    wanted.out.mkdir(parents=True, exist_ok=True)
    (wanted.out / "bench.json").write_text(json.dumps([row.as_json() for row in rows], indent=1), "utf-8")
    print(table(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
