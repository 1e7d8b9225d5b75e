"""What is left of a batch when nothing of it waits any more: the letters' files, and nothing else."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.accounts.model import Person
from desktop.capture.batch import KEPT, NewPage
from desktop.capture.batches import Batches
from desktop.capture.building import Builder
from desktop.capture.edits import Delete, Split
from desktop.capture.layout import Start
from desktop.capture.model import CapturedDocument, Source
from desktop.capture.page_pictures import PagePictures
from desktop.capture.sweeping import SETTLED, sweep
from desktop.catalogue import catalogue
from desktop.letters.model import Registration
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store.desk import Desk
from desktop.store.keys import DeskKeys
from desktop.store.nightly import Nightly
from desktop.store.unit_of_work import UnitOfWork
from tests.desktop.capture.test_batches import batch_of, jpeg
from tests.helpers.desk import MORNING, make_desk, make_office, person

KEYS = DeskKeys(bytes(range(32)))
TABLES = ("batch", "batch_page", "batch_thumb", "batch_edit", "batch_built")
REPOSITORY = Path(__file__).parents[3]


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MORNING)


@pytest.fixture
def desk(tmp_path: Path, clock: ManualClock) -> Iterator[Desk]:
    made = make_desk(tmp_path / "desk", clock=clock, keys=KEYS)
    yield made
    made.close()


@pytest.fixture
def who(desk: Desk) -> Person:
    return person(make_office(desk))


@pytest.fixture
def batches(desk: Desk, who: Person) -> Batches:
    return Batches(desk, who)


def register(desk: Desk, batches: Batches, batch_id: Id) -> CapturedDocument:
    """The first letter of a batch, as the form does it."""
    batch = batches.batch(batch_id)
    document = Builder(desk).build(batch, batch.parts[0], "scan")

    def beside(unit: UnitOfWork, letter_id: Id) -> None:
        batches.registered(unit, batch_id, document.pages, letter_id)

    make_office(desk).letters(person(make_office(desk))).register(
        Registration("กรมการปกครอง", "นายก", "เรื่อง"), (document,), beside
    )
    return document


def rows(desk: Desk) -> dict[str, int]:
    counted = {table: desk.reader.one(f"SELECT count(*) FROM {table}") for table in TABLES}
    return {table: int(count[0]) for table, count in counted.items() if count and count[0]}


def test_a_finished_batch_leaves_and_its_letters_files_stay(desk: Desk, batches: Batches, clock: ManualClock) -> None:
    batch_id = batch_of(batches, 3)
    batches.edit(batch_id, Split((Start(0), Start(1))))
    batches.edit(batch_id, Delete((2,)))
    pages = [page.sha256 for page in batches.batch(batch_id).pages]
    PagePictures(desk).thumbnail(batches.batch(batch_id), 2)
    first = register(desk, batches, batch_id)
    clock.advance(2 * SETTLED)
    assert sweep(desk) == 0
    assert all(map(desk.blobs.has, pages))
    second = register(desk, batches, batch_id)
    assert sweep(desk) == 0
    clock.advance(2 * SETTLED)
    assert sweep(desk) == 1
    assert rows(desk) == {}
    assert not any(map(desk.blobs.has, pages))
    assert [desk.blobs.get(one.sha256)[:5] for one in (first, second)] == [b"%PDF-", b"%PDF-"]
    assert desk.reader.one("SELECT count(*) FROM blob_erasure") == (0,)
    with pytest.raises(OfficeError, match=r"capture.batch_gone"):
        batches.batch(batch_id)


def test_a_file_that_is_the_letters_own_or_its_original_stays(desk: Desk, batches: Batches, clock: ManualClock) -> None:
    batch_id = batches.begin(Source.FILE, "photo")
    batches.take(batch_id, NewPage(jpeg(7), "image/jpeg", 210, 297))
    document = register(desk, batches, batch_id)
    clock.advance(2 * SETTLED)
    assert sweep(desk) == 1
    assert desk.blobs.get(batches.desk.reader.rows("SELECT original_sha256 FROM letter_file")[0][0]) == jpeg(7)
    assert desk.blobs.has(document.sha256)


def test_a_page_that_waits_in_another_batch_stays(desk: Desk, batches: Batches, clock: ManualClock) -> None:
    done, waiting = batch_of(batches, 1), batch_of(batches, 1)
    register(desk, batches, done)
    clock.advance(2 * SETTLED)
    assert sweep(desk) == 1
    (page,) = batches.batch(waiting).pages
    assert desk.blobs.get(page.sha256) == jpeg(0)


@pytest.mark.parametrize("harm", ["gone", "damaged"])
def test_nothing_leaves_before_the_letters_file_is_here_and_whole(
    desk: Desk, batches: Batches, clock: ManualClock, harm: str
) -> None:
    batch_id = batch_of(batches, 1)
    (page,) = batches.batch(batch_id).pages
    path = desk.blobs.path(register(desk, batches, batch_id).sha256)
    held = path.read_bytes()
    path.unlink() if harm == "gone" else path.write_bytes(held[:-1] + bytes([held[-1] ^ 1]))
    clock.advance(2 * SETTLED)
    assert sweep(desk) == 0
    assert desk.blobs.get(page.sha256) == jpeg(0)
    path.write_bytes(held)
    assert sweep(desk) == 1


def test_what_was_put_away_leaves_once_it_can_not_be_taken_back(
    desk: Desk, batches: Batches, clock: ManualClock
) -> None:
    away, waiting, empty = batch_of(batches, 2), batch_of(batches, 1), batches.begin(Source.SCAN, "none came")
    batches.put_away(away)
    clock.advance(KEPT - timedelta(minutes=1))
    assert sweep(desk) == 0
    batches.take_back(away)
    batches.put_away(away)
    clock.advance(timedelta(minutes=2))
    assert sweep(desk) == 1, "the empty one; what was taken back begins anew"
    clock.advance(KEPT)
    assert sweep(desk) == 1
    assert [row.id for row in batches.waiting()] == [waiting]
    assert batches.put_away_lately() == ()
    assert empty not in {row_id for (row_id,) in desk.reader.rows("SELECT id FROM batch")}


def test_the_night_sweeps_too(desk: Desk, batches: Batches, clock: ManualClock) -> None:
    register(desk, batches, batch_of(batches, 1))
    clock.advance(2 * SETTLED)
    swept = threading.Event()

    def chore(its: Desk) -> None:
        sweep(its)
        swept.set()

    nightly = Nightly(desk, first_look=0.0, chore=chore)
    nightly.start()
    assert swept.wait(60)
    nightly.stop()
    assert rows(desk) == {}


_SWEEPING = """
import os, signal, sys
from pathlib import Path
from datetime import timedelta
from desktop.capture import sweeping
from desktop.catalogue import catalogue
from desktop.office.clock import ManualClock
from desktop.store.blobs import Blobs
from desktop.store.desk import Desk
from desktop.store.keys import DeskKeys
from tests.helpers.desk import MORNING

desk = Desk(Path(sys.argv[1]), DeskKeys(bytes(range(32))), ManualClock(MORNING + timedelta(hours=3)), catalogue)
erase, left = Blobs.erase, int(sys.argv[2])


def killed(self, sha256):
    global left
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left -= 1
    erase(self, sha256)


Blobs.erase = killed
sweeping.sweep(desk)
"""


@pytest.mark.parametrize("erased", [0, 2])
def test_killed_between_the_rows_and_the_files_the_next_round_ends_it(tmp_path: Path, erased: int) -> None:
    folder = tmp_path / "desk"
    desk = make_desk(folder, clock=ManualClock(MORNING), keys=KEYS)
    batches = Batches(desk, person(make_office(desk)))
    batch_id = batch_of(batches, 4)
    pages = [page.sha256 for page in batches.batch(batch_id).pages]
    letter = register(desk, batches, batch_id)
    desk.close()
    command = [sys.executable, "-c", _SWEEPING, str(folder), str(erased)]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    assert subprocess.run(command, env=environment, cwd=REPOSITORY, check=False).returncode == -signal.SIGKILL
    desk = Desk(folder, KEYS, ManualClock(MORNING + timedelta(hours=3)), catalogue)
    assert rows(desk) == {}
    assert sum(map(desk.blobs.has, pages)) == 4 - erased
    assert sweep(desk) == 0
    assert not any(map(desk.blobs.has, pages))
    assert desk.blobs.has(letter.sha256)
    assert desk.reader.rows("PRAGMA integrity_check") == [("ok",)]
    desk.close()
