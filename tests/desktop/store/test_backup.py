"""Copies of the store: made beside the work, kept by age, proven by opening them; and put back without any loss."""

import errno
import os
import shutil
import threading
from collections import namedtuple
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.cashier.fees import catalogue as fees
from desktop.cashier.model import Charge, Payment
from desktop.catalogue import catalogue
from desktop.letters import noted
from desktop.letters.endorsing_actions import EndorsingActions, Wish
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.store import backup, notes
from desktop.store.backup import Saved, all_saved, make, spare
from desktop.store.desk import Desk
from desktop.store.keys import DeskKeys
from desktop.store.nightly import EVERY, Nightly
from desktop.store.putting_back import put_back
from tests.helpers.desk import MORNING, make_desk, make_office, person
from tests.helpers.letters import register

KEYS = DeskKeys(bytes(range(32)))


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MORNING)


@pytest.fixture
def desk(tmp_path: Path, clock: ManualClock) -> Any:
    made = make_desk(tmp_path, keys=KEYS, clock=clock)
    yield made
    made.close()


def subjects(desk: Desk) -> list[str]:
    return [subject for (subject,) in desk.reader.rows("SELECT subject FROM letter ORDER BY number")]


def opened(saved: Saved, folder: Path) -> Desk:
    """A copy opened in a folder of its own, as a rehearsal does."""
    folder.mkdir()
    shutil.copyfile(saved.database, folder / "desk.db")
    return Desk(folder, KEYS, ManualClock(MORNING), catalogue)


def test_a_copy_opens_and_holds_everything(desk: Desk, tmp_path: Path) -> None:
    register(make_office(desk), 0)
    register(make_office(desk), 1, with_pages=False)
    saved = make(desk)
    assert saved is not None
    assert saved.unsent == 2
    backup.check(saved, KEYS.database)
    assert b"SQLite format" not in saved.database.read_bytes()[:100]
    copy = opened(saved, tmp_path / "rehearsal")
    assert subjects(copy) == subjects(desk)
    assert copy.reader.rows("SELECT hash FROM outbox") == desk.reader.rows("SELECT hash FROM outbox")
    assert len(saved.files) == desk.reader.one("SELECT count(*) FROM blob WHERE state = 'local'")[0] > 0  # type: ignore[index]
    copy.close()


def test_nothing_new_makes_no_copy_but_one_may_be_asked_for(desk: Desk, clock: ManualClock) -> None:
    register(make_office(desk), 0, with_pages=False)
    first = make(desk)
    clock.advance(timedelta(days=1))
    assert make(desk) is None
    asked = make(desk, always=True)
    clock.advance(timedelta(minutes=1))
    register(make_office(desk), 1, with_pages=False)
    last = make(desk)
    assert [one.folder for one in all_saved(desk.folder)] == [one.folder for one in (last, asked, first) if one]


def test_clerks_go_on_while_a_copy_is_made(desk: Desk, tmp_path: Path) -> None:
    office, made = make_office(desk), list[Saved | None]()
    for place in range(5):
        register(office, place, with_pages=False)
    thread = threading.Thread(target=lambda: made.append(make(desk)))
    thread.start()
    done = 5
    while thread.is_alive() or done < 8:
        register(office, done % 10, with_pages=False)
        done += 1
    thread.join()
    assert made[0] is not None
    copy = opened(made[0], tmp_path / "rehearsal")
    assert subjects(copy) == subjects(desk)[: len(subjects(copy))]
    assert len(subjects(copy)) >= 5
    copy.close()


def test_what_is_kept_back_is_as_the_damaged_store_says(tmp_path: Path, clock: ManualClock) -> None:
    """Signed after the copy it is not lost; undone after the copy it does not come back."""
    desk = make_desk(tmp_path, keys=KEYS, clock=clock)
    office = make_office(desk)
    first, second = (register(office, place, with_pages=False).id for place in (0, 1))
    act = office.endorsing(person(office))
    undone = act.hold([(first, Wish("ทราบ"))])
    saved = make(desk)
    assert saved is not None
    act.take_back(undone)
    act.hold([(second, Wish("อนุมัติ"))])
    desk.close()
    put_back(desk.folder, KEYS, saved, clock.now())
    again = Desk(desk.folder, KEYS, clock, catalogue)
    held = [note.text for letter in (first, second) for note in noted.read(again.reader, letter)]
    again.close()
    assert held == ["อนุมัติ"]


def test_what_a_copy_keeps_back_is_not_taken_back_any_more(tmp_path: Path, clock: ManualClock) -> None:
    """Nothing can be read of the store: it may have been sent, and is sent again, which changes nothing."""
    desk = make_desk(tmp_path, keys=KEYS, clock=clock)
    office = make_office(desk)
    letter = register(office, 0, with_pages=False).id
    batch = office.endorsing(person(office)).hold([(letter, Wish("ทราบ"))])
    saved = make(desk)
    assert saved is not None
    desk.close()
    desk.path.write_bytes(b"\0" * 8192)
    put_back(desk.folder, KEYS, saved, clock.now())
    again = Desk(desk.folder, KEYS, clock, catalogue)
    act = EndorsingActions(again, person(make_office(again)))
    with pytest.raises(OfficeError, match=r"letters\.endorsement_sent"):
        act.take_back(batch)
    act.release()
    assert again.reader.rows("SELECT type FROM outbox ORDER BY mseq DESC LIMIT 1") == [("letters.endorse",)]
    again.close()


def test_copies_are_kept_by_age() -> None:
    def saved(hours: int) -> Saved:
        return Saved(Path(str(hours)), MORNING - timedelta(hours=hours), 0, "", (), 0, "")

    held = [saved(hours) for hours in range(0, 24 * 60, 12)]
    gone = set(spare(held, MORNING))
    kept = [one for one in held if one not in gone]
    ages = [(MORNING - one.made_at) // timedelta(hours=1) for one in kept]
    assert ages == [0, 12, 24, 48, 72, 96, 120, 144, 168, 336, 504]
    assert spare(kept, MORNING) == []
    assert spare(held[:3], MORNING) == []


def test_a_full_disk_leaves_the_copies_that_there_are(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    register(make_office(desk), 0)
    first = make(desk)
    register(make_office(desk), 1)
    usage = namedtuple("usage", "total used free")
    with monkeypatch.context() as full:
        full.setattr(shutil, "disk_usage", lambda path: usage(1 << 40, 1 << 40, 1 << 20))
        with pytest.raises(OfficeError, match=r"backup\.no_space") as caught:
            make(desk)
    assert caught.value.subject["megabytes"] > 60
    with monkeypatch.context() as full:  # the disk fills up in the middle
        full.setattr(backup, "_flush", _full)
        with pytest.raises(OfficeError, match=r"backup\.no_space"):
            make(desk)
    assert [one.folder for one in all_saved(desk.folder)] == [first.folder if first else None]
    assert sorted(path.name for path in (desk.folder / "backups").iterdir()) == [first.folder.name if first else ""]
    register(make_office(desk), 2)
    assert make(desk) is not None


def _full(path: Path) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_copy_is_due_once_a_day(desk: Desk, clock: ManualClock) -> None:
    nightly = Nightly(desk)
    register(make_office(desk), 0, with_pages=False)
    assert nightly.look()
    register(make_office(desk), 1, with_pages=False)
    assert not nightly.look()
    clock.advance(EVERY)
    assert nightly.look()
    clock.advance(EVERY)
    assert not nightly.look()
    assert nightly.trouble == ""


def test_the_background_ends_when_it_is_told_to(desk: Desk) -> None:
    register(make_office(desk), 0, with_pages=False)
    nightly = Nightly(desk, first_look=0.0)
    nightly.start()
    while not all_saved(desk.folder):
        assert nightly._thread.is_alive()
    nightly.stop()
    assert not nightly._thread.is_alive()


def spoil(path: Path) -> None:
    """Overwrites pages in the middle of the file."""
    with path.open("r+b") as file:
        for place in range(6, path.stat().st_size // 4096):
            file.seek(place * 4096 + 100)
            file.write(b"\0" * 64)


def test_a_damaged_store_is_set_aside_and_the_newest_copy_takes_its_place(tmp_path: Path, clock: ManualClock) -> None:
    desk = make_desk(tmp_path, keys=KEYS, clock=clock)
    office = make_office(desk)
    letter = register(office, 0)
    saved = make(desk)
    desk.close()
    assert saved is not None
    spoil(tmp_path / "desk.db")
    broken = (tmp_path / "desk.db").read_bytes()
    shutil.rmtree(tmp_path / "blobs")
    done = put_back(tmp_path, KEYS, saved, clock.now())
    assert (done.aside / "desk.db").read_bytes() == broken
    desk = Desk(tmp_path, KEYS, clock, catalogue)
    assert desk.trouble == "post.desk_restored"
    assert len(subjects(desk)) == 1
    assert desk.reader.rows("PRAGMA integrity_check") == [("ok",)]
    files = make_office(desk).letter_queries.letter(letter.id).files  # type: ignore[union-attr]
    assert all(desk.blobs.get(one.sha256) for one in files)
    office = make_office(desk)
    with pytest.raises(OfficeError, match=r"numbers\.none_left"):
        office.cashier(person(office, "piyada")).issue(Payment("นายทดสอบ", (Charge(fees()[0], 1),)))
    desk.close()


def everything(desk: Desk) -> None:
    for (table,) in desk.reader.rows("SELECT name FROM sqlite_master WHERE type = 'table'"):
        desk.reader.rows(f'SELECT * FROM "{table}"')


def test_damage_seen_at_work_is_looked_into_at_the_next_start(tmp_path: Path, clock: ManualClock) -> None:
    desk = make_desk(tmp_path, keys=KEYS, clock=clock)
    register(make_office(desk), 0, with_pages=False)
    saved = make(desk)
    desk.close()
    assert saved is not None
    (tmp_path / "damage-seen").touch()
    Desk(tmp_path, KEYS, clock, catalogue).close()  # it was a false alarm
    assert not (tmp_path / "damage-seen").exists()
    desk = Desk(tmp_path, KEYS, clock, catalogue)
    spoil(tmp_path / "desk.db")
    with pytest.raises(OfficeError, match=r"store\.damaged"):
        everything(desk)
    desk.close()
    with pytest.raises(OfficeError, match=r"store\.(damaged|wrong_key)"):
        Desk(tmp_path, KEYS, clock, catalogue)
    put_back(tmp_path, KEYS, saved, clock.now())
    Desk(tmp_path, KEYS, clock, catalogue).close()


def test_acts_after_the_copy_are_saved_from_what_can_still_be_read(tmp_path: Path, clock: ManualClock) -> None:
    desk = make_desk(tmp_path, keys=KEYS, clock=clock)
    office = make_office(desk)
    register(office, 0, with_pages=False)
    saved = make(desk)
    payment = Payment("นายทดสอบ", (Charge(fees()[0], 1),))
    receipt = office.cashier(person(office, "piyada")).issue(payment)
    register(office, 1, with_pages=False)
    before = desk.reader.rows("SELECT mut_id, hash FROM outbox ORDER BY mseq")
    desk.close()
    assert saved is not None
    done = put_back(tmp_path, KEYS, saved, clock.now())
    assert done.salvaged == 2
    desk = Desk(tmp_path, KEYS, clock, catalogue)
    assert desk.reader.rows("SELECT mut_id, hash FROM outbox ORDER BY mseq") == before
    assert receipt.number
    assert notes.read(desk.reader, notes.RESTORED)
    desk.close()


def test_a_copy_that_is_damaged_too_moves_nothing(tmp_path: Path, clock: ManualClock) -> None:
    desk = make_desk(tmp_path, keys=KEYS, clock=clock)
    register(make_office(desk), 0, with_pages=False)
    saved = make(desk)
    desk.close()
    assert saved is not None
    before = sorted(path.name for path in tmp_path.iterdir())
    spoil(saved.database)
    with pytest.raises(OfficeError, match=r"store\.(damaged|wrong_key)"):
        put_back(tmp_path, KEYS, saved, clock.now())
    with pytest.raises(OfficeError, match=r"store\.(damaged|wrong_key)"):
        put_back(tmp_path, DeskKeys(b"other" * 7), replace(saved), clock.now())
    assert sorted(path.name for path in tmp_path.iterdir()) == before
