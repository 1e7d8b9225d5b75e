"""kill -9 at any moment: what the program said was done is done, what it did not say is whole or absent."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.catalogue import catalogue
from desktop.office.clock import ManualClock
from desktop.office.proof import link
from desktop.store.desk import Desk
from desktop.store.keys import DeskKeys
from tests.helpers.desk import MORNING, make_desk

KEYS = DeskKeys(bytes(range(32)))
REPOSITORY = Path(__file__).parents[3]
ROUNDS, EACH = 6, 12

_CLERK = """
import sys
from pathlib import Path
from desktop.application import Office
from desktop.opening import open_desk
from desktop.cashier.fees import catalogue as fees
from desktop.cashier.model import Charge, Payment
from desktop.letters.model import Registration
from desktop.office.clock import ManualClock
from desktop.store.keys import DeskKeys
from tests.helpers.desk import MORNING

desk = open_desk(Path(sys.argv[1]), DeskKeys(bytes(range(32))), ManualClock(MORNING))
office = Office(desk, lambda login, password: bytes(16))
letters = office.letters(office.account_queries.person("kanda"))
cashier = office.cashier(office.account_queries.person("piyada"))
while True:
    done = letters.register(Registration("กรมการปกครอง", "นายก", "เรื่อง"))
    print("letter", done.number, flush=True)
    receipt = cashier.issue(Payment("นายทดสอบ", (Charge(fees()[0], 1),)))
    print("receipt", receipt.number, flush=True)
"""


def work_and_be_killed(folder: Path, papers: int) -> list[tuple[str, int]]:
    """The papers that a clerk saw before the process was killed, right after the last of them."""
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    command = [sys.executable, "-c", _CLERK, str(folder)]
    seen: list[tuple[str, int]] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, cwd=REPOSITORY) as clerk:
        assert clerk.stdout
        for line in clerk.stdout:
            kind, number = line.split()
            seen.append((kind, int(number)))
            if len(seen) == papers:
                clerk.send_signal(signal.SIGKILL)
                break
        seen += [(kind, int(number)) for kind, number in (line.split() for line in clerk.stdout if line.endswith("\n"))]
    return seen


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_desk(tmp_path / "desk", keys=KEYS, receipts_left=500).close()
    return tmp_path / "desk"


def test_what_was_said_to_be_done_survives(folder: Path) -> None:
    printed: list[tuple[str, int]] = []
    for place in range(ROUNDS):
        printed += work_and_be_killed(folder, EACH + place)
    assert len(set(printed)) == len(printed), "a number was printed twice"
    desk = Desk(folder, KEYS, ManualClock(MORNING), catalogue)
    assert desk.reader.rows("PRAGMA integrity_check") == [("ok",)]
    for kind, query in (("letter", "SELECT number FROM letter"), ("receipt", "SELECT number FROM receipt")):
        kept = {number for (number,) in desk.reader.rows(query)}
        seen = {number for what, number in printed if what == kind}
        assert seen <= kept, "a paper in somebody's hand is in no store"
        assert len(kept - seen) <= ROUNDS, "more than the one act in flight"
        assert kept == set(range(min(kept), max(kept) + 1)), "a number is missing"
    _chain_is_whole(desk)
    desk.close()


def _chain_is_whole(desk: Desk) -> None:
    """Each act has its row in the outbox, its number's event and its place in the chain."""
    sql = "SELECT mseq, prev_hash, hash, mut_id, type, v, user_id, at, body FROM outbox ORDER BY mseq"
    before = bytes(32)
    for place, (mseq, prev_hash, hashed, *parts) in enumerate(desk.reader.rows(sql), 1):
        assert (mseq, prev_hash) == (place, before)
        mut_id, type_, v, user_id, at, body = parts
        assert hashed == link(prev_hash, mseq, mut_id, type_, v, user_id, at, body)
        before = hashed
    assert desk.reader.one("SELECT chain_mseq, chain_hash FROM device") == (place, before)
    papers = desk.reader.one("SELECT (SELECT count(*) FROM letter) + (SELECT count(*) FROM receipt)")
    assert desk.reader.one("SELECT count(*) FROM number_event") == papers == (place,)
