"""The copies of a desk as people ask about them: what is known outlives the program, and nothing half made counts."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from desktop.letters.model import Registration
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.store import backup
from desktop.store.copies import PROVE_AGAIN, CopyKeeper
from desktop.store.desk import Desk
from tests.helpers.desk import MORNING, make_desk, make_office, person


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MORNING)


@pytest.fixture
def desk(tmp_path: Path, clock: ManualClock) -> Iterator[Desk]:
    desk = make_desk(tmp_path / "desk", clock=clock)
    yield desk
    desk.close()


def work(desk: Desk) -> None:
    office = make_office(desk)
    office.letters(person(office)).register(Registration("อำเภอเมือง", "นายก", "ขอเชิญประชุม"))


def test_a_copy_tells_when_where_how_large_and_that_it_is_proven(desk: Desk, clock: ManualClock) -> None:
    keeper = CopyKeeper(desk)
    assert (keeper.known().newest, keeper.known().proved_at) == (None, None)
    work(desk)
    steps: list[tuple[int, int]] = []
    assert keeper.make(told=lambda done, total: steps.append((done, total)))
    known = CopyKeeper(desk).known()
    assert (known.newest, known.proved_at, known.flaw, known.failed) == (MORNING, MORNING, "", "")
    assert (known.count, known.unsent, known.bytes) == (1, 1, known.all_bytes)
    assert known.place == desk.folder / backup.FOLDER
    assert steps[-1][0] == steps[-1][1] > 0


def test_a_copy_that_is_not_waited_for_leaves_nothing(desk: Desk) -> None:
    ended = Event()
    ended.set()
    with pytest.raises(backup.Stopped):
        CopyKeeper(desk).make(ended=ended)
    assert list((desk.folder / backup.FOLDER).glob("*")) == []
    assert CopyKeeper(desk).known().newest is None


def test_three_days_of_work_without_a_copy_are_too_many(desk: Desk, clock: ManualClock) -> None:
    keeper = CopyKeeper(desk)
    assert keeper.late_days() is None, "a desk that began today may wait for its first"
    keeper.make()
    clock.advance(timedelta(days=10))
    assert keeper.late_days() is None, "nothing was done since: the copy holds everything"
    work(desk)
    assert keeper.late_days() == 10
    keeper.make()
    assert keeper.late_days() is None


def test_a_desk_that_never_had_a_copy_is_late_too(desk: Desk, clock: ManualClock) -> None:
    clock.advance(timedelta(days=4))
    assert CopyKeeper(desk).late_days() == 4


def test_a_copy_that_rots_is_found_and_remembered(desk: Desk, clock: ManualClock) -> None:
    keeper = CopyKeeper(desk)
    keeper.make()
    newest = backup.all_saved(desk.folder)[0].database
    newest.write_bytes(newest.read_bytes()[:-4096] + bytes(4096))
    keeper.prove_again(clock.now())
    assert keeper.known().flaw == "", "it was proven when it was made"
    clock.advance(PROVE_AGAIN + timedelta(hours=1))
    keeper.prove_again(clock.now())
    assert keeper.known().flaw == "store.damaged"
    assert keeper.known().proved_at == clock.now()
    CopyKeeper(desk).make()
    assert CopyKeeper(desk).known().flaw == ""


def test_why_no_copy_could_be_made_is_remembered(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "SPARE", 1 << 60)
    keeper = CopyKeeper(desk)
    with pytest.raises(OfficeError, match="backup.no_space"):
        keeper.make()
    assert keeper.known().failed == "backup.no_space"
    assert keeper.known().lacking_mb > 1


def test_without_a_copy_there_is_nothing_to_prove(desk: Desk) -> None:
    with pytest.raises(OfficeError, match="backup.none"):
        CopyKeeper(desk).prove()
