"""A desk's morning recorded write by write, and the checks of what a power cut leaves of it."""

import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.cashier.rules import SERIES as RECEIPTS
from desktop.catalogue import catalogue
from desktop.letters.rules import INCOMING_SERIES as LETTERS
from desktop.office.clock import SystemClock
from desktop.store.desk import Desk
from desktop.store.engine import connect
from desktop.store.keys import DeskKeys
from tests.convergence.write_log import CALLS, Disk, Event, read_log

REPOSITORY = Path(__file__).parents[2]
FATES = ("dropped", "kept", "torn")
Number = tuple[str, int, int]


@dataclass(frozen=True)
class Recorded:
    """The disk before (`base`), the folder as it was named then, and what was done."""

    base: Path
    folder: Path
    keys: DeskKeys
    events: Sequence[Event]

    def replay(self, place: int, into: Path, rng: random.Random, fate: str) -> list[Number]:
        """Lays out the disk as it may be after the first `place` events; returns the papers printed by then."""
        disk = Disk(self.base, self.folder)
        said = b""
        for event in self.events[:place]:
            disk.follow(event)
            said += event.data if event.kind == "say" else b""
        disk.cut(into, rng, fate)
        series = {"letter": LETTERS, "receipt": RECEIPTS}
        words = [line.split() for line in said.decode().splitlines()]
        return [(series[kind], int(year), int(number)) for kind, year, number in words]

    def without_syncs(self) -> "Recorded":
        kept = [event for event in self.events if event.kind != "sync" or not event.path.endswith(("desk.db", "-wal"))]
        return replace(self, events=kept)


def record(folder: Path, keys: DeskKeys, log: Path, turns: int) -> Recorded:
    """A morning of a real desk in its own process, under strace; the desk must be closed."""
    base = log.with_name("before")
    shutil.copytree(folder, base)
    trace = ["strace", "-f", "-y", "-xx", "-s", "2000000", "-e", f"trace={CALLS}", "-o", str(log)]
    program = [sys.executable, "-m", "tests.convergence.desk_morning", str(folder), keys.secret.hex(), str(turns)]
    subprocess.run([*trace, *program], check=True, capture_output=True, cwd=REPOSITORY, env={**os.environ})
    return Recorded(base, folder, keys, read_log(log, folder))


def check(
    recorded: Recorded, places: Iterable[int], into: Path, rng: random.Random, fates: Sequence[str] = FATES
) -> Counter[str]:
    """Opens what each cut leaves with the real program and holds it against the witness. Returns figures."""
    figures: Counter[str] = Counter()
    for place in places:
        for fate in fates:
            printed = recorded.replay(place, into, rng, fate)
            _hold(into, recorded.keys, printed, f"cut after event {place}, {fate}")
            figures[f"cuts {fate}"] += 1
            figures["printed papers looked for"] += len(printed)
    return figures


def _hold(folder: Path, keys: DeskKeys, printed: list[Number], where: str) -> None:
    _must_be_sound(folder, keys, where)
    desk = Desk(folder, keys, SystemClock(), catalogue)
    try:
        kept = {(LETTERS, *row) for row in desk.reader.rows("SELECT year_be, number FROM letter")}
        kept |= {(RECEIPTS, *row) for row in desk.reader.rows("SELECT fiscal_year_be, number FROM receipt")}
        assert set(printed) <= kept, f"{where}: printed and lost: {set(printed) - kept}"
        for series, year, lo, following in desk.reader.rows("SELECT series, year_be, lo, next FROM lease"):
            of_book = {number for number in kept if number[:2] == (series, year) and number[2] >= lo}
            assert {number[2] for number in of_book} == set(range(lo, following)), f"{where}: the book's mark is wrong"
        acts = desk.reader.rows("SELECT mseq, type, body FROM outbox ORDER BY mseq")
        assert [mseq for mseq, *_ in acts] == list(range(1, len(acts) + 1)), f"{where}: the chain has a hole"
        assert desk.reader.rows("SELECT chain_mseq FROM device") == [(len(acts),)], f"{where}: the chain's end is wrong"
        for (sha256,) in desk.reader.rows("SELECT sha256 FROM letter_file"):
            desk.blobs.get(sha256)
        made = sum(kind in ("letters.register", "cashier.issue_receipt") for _, kind, _ in acts)
        assert made == len(kept), f"{where}: a number without its act"
    finally:
        desk.close()


def _must_be_sound(folder: Path, keys: DeskKeys, where: str) -> None:
    """As SQLite and SQLCipher themselves see the store, before the program looks at it.

    SQLCipher looks at the file alone: pages that the log still holds are put into it first.
    """
    connection = connect(folder / "desk.db", keys.database)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)], where
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == [], where
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == [], where
    finally:
        connection.close()
