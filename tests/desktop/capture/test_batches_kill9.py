"""kill -9 in the middle of a stack: what was shown is there, and the batch waits at the next start."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.capture.batches import Batches
from desktop.catalogue import catalogue
from desktop.office.clock import ManualClock
from desktop.store.desk import Desk
from desktop.store.keys import DeskKeys
from tests.helpers.desk import MORNING, make_desk, make_office, person

KEYS = DeskKeys(bytes(range(32)))
REPOSITORY = Path(__file__).parents[3]

_SCANNING = """
import sys, threading
from pathlib import Path
from desktop.application import Office
from desktop.opening import open_desk
from desktop.capture.model import Source
from desktop.devices.scanner import Feed, ScanSettings
from desktop.office.clock import ManualClock
from desktop.store.keys import DeskKeys
from tests.helpers.desk import MORNING
from tests.helpers.sane import scanner_in

desk = open_desk(Path(sys.argv[1]), DeskKeys(bytes(range(32))), ManualClock(MORNING))
office = Office(desk, lambda login, password: bytes(16))
batches = office.batches(office.account_queries.person("kanda"))
settings = ScanSettings(Feed.FEEDER, 75)
batch_id = batches.begin(Source.SCAN, sys.argv[3], settings)
scanner = scanner_in(Path(sys.argv[2]))
print("ready", flush=True)
for stack in range(4):  # the feeder of SANE's test scanner holds ten sheets
    for page in scanner.scan("test:0", settings, threading.Event()):
        print(batches.take_scanned(batch_id, page), flush=True)
"""


def scan_and_be_killed(desk: Path, sane: Path, name: str, after: int) -> list[int]:
    """The pages that were shown before the process was killed, right after so many lines of it."""
    command = [sys.executable, "-c", _SCANNING, str(desk), str(sane), name]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    seen: list[int] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, cwd=REPOSITORY) as clerk:
        assert clerk.stdout
        assert clerk.stdout.readline() == "ready\n"
        for line in clerk.stdout:
            seen.append(int(line))
            if len(seen) == after:
                clerk.send_signal(signal.SIGKILL)
                break
        seen += [int(line) for line in clerk.stdout if line.endswith("\n")]
    return seen


@pytest.mark.long
def test_a_killed_scan_loses_at_most_the_page_in_the_feeder(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    make_desk(folder, keys=KEYS).close()
    moments = random.Random(40)
    stacks = {
        name: scan_and_be_killed(folder, tmp_path / "sane.d", name, moments.randrange(1, 40))
        for name in ("a", "b", "c")
    }
    desk = Desk(folder, KEYS, ManualClock(MORNING), catalogue)
    batches = Batches(desk, person(make_office(desk)))
    offered = {row.name: batches.batch(row.id) for row in batches.waiting()}
    assert offered.keys() == stacks.keys()
    for name, seen in stacks.items():
        batch = offered[name]
        assert seen == list(range(1, len(seen) + 1))
        assert len(seen) <= len(batch.pages) <= len(seen) + 1
        assert all(len(desk.blobs.get(page.sha256)) == page.size for page in batch.pages)
    assert desk.reader.rows("PRAGMA integrity_check") == [("ok",)]
    desk.close()
