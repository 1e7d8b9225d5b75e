"""The whole centre saved and brought back by its own commands, with a desk at work before, between and after."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from sync.server.backup import DUMP, last_saved, restore, save, tools
from sync.server.centre import Centre
from sync.server.database import make_engine, setting
from sync.server.running import beside
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.acts import numbers, pay, register, subjects, waiting
from tests.helpers.proxy import Proxy
from tests.helpers.town import MORNING, Page, Town, centre_beside, identity
from tests.sync.server.test_command_line import Operator
from tools.demo_postgres import binaries

BIN = binaries() / "bin"
PAGES = [Page(f"แผ่นที่ {place} ".encode() * 4000) for place in range(2)]


@dataclass
class Place:
    """Where one centre keeps its things."""

    database: str
    blobs: Path
    backups: Path


@pytest.fixture
def place(postgres: Any, migrated_template: str, tmp_path: Path) -> Place:
    return Place(postgres.new_database(template=migrated_template), tmp_path / "files", tmp_path / "backups")


@pytest.fixture
def town(place: Place, tmp_path: Path) -> Iterator[Town]:
    with centre_beside(place.database, place.blobs) as running:
        built = Town(running, tmp_path)
        yield built
        built.close()


def saved(place: Place) -> Path:
    return save(place.database, place.blobs, place.backups, MORNING, BIN).folder


def test_a_desk_works_before_and_after_the_centre_was_lost(
    postgres: Any, place: Place, town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    """By the commands alone: backup while desks work, a new machine, restore; the desk finds everything."""
    desk, second = town.desk(), town.second_desk()
    first = register(desk, "ก่อนสำรอง", PAGES[0])
    desk.letters().route(first.id, [identity("ENG")])
    desk.round.run()
    desk.errand.run()
    desk.round.run()
    operator = Operator(place.database, monkeypatch, capsys)
    done = operator.types("backup", "--to", str(place.backups), "--blobs", str(place.blobs), "--pg-bin", str(BIN))
    assert (done.code, done.err) == (0, "")
    assert "1 files, 1 of them new" in done.out
    register(desk, "หลังสำรอง", PAGES[1])
    receipt = pay(desk)
    desk.round.run()
    desk.errand.run()
    pending = pay(desk)
    fresh = Place(postgres.new_database(), tmp_path / "new machine", place.backups)
    operator = Operator(fresh.database, monkeypatch, capsys)
    (kept,) = last_saved(place.backups)
    back = ("--from", str(kept), "--blobs", str(fresh.blobs), "--pg-bin", str(BIN))
    done = operator.types("restore", *back)
    assert (done.code, done.err) == (0, "")
    assert "1 files brought back, 0 missing" in done.out
    engine = make_engine(fresh.database)
    with beside(Centre(engine, fresh.blobs, ManualClock(MORNING))) as running:
        _moves_to(town, running)
        for one in (desk, second, desk, second):
            one.round.run()
            one.errand.run()
        assert numbers(town) == [receipt.number, pending.number]
        assert subjects(second) == ["ก่อนสำรอง"]
        for one in (desk, second):
            one.round.run()
            assert waiting(one) == 0
            desk_equals_centre(town, one)
        assert town.count("SELECT count(*) FROM blob WHERE state = 'stored'") == 2
    engine.dispose()


def _moves_to(town: Town, running: Any) -> None:
    """The centre answers at the old address from a new machine."""
    host, _, port = running.url.removeprefix("http://").partition(":")
    town.url, town.centre, town.engine = running.url, running.centre, running.centre.engine
    for desk in town.desks:
        assert isinstance(desk.proxy, Proxy)
        desk.proxy._upstream = (host, int(port))
        desk.proxy.cut()


def test_a_second_backup_keeps_each_file_once(place: Place, town: Town) -> None:
    desk = town.desk()
    register(desk, "หนึ่ง", PAGES[0])
    desk.round.run()
    desk.errand.run()
    save(place.database, place.blobs, place.backups, MORNING, BIN)
    register(desk, "สอง", PAGES[1])
    desk.round.run()
    desk.errand.run()
    again = save(place.database, place.blobs, place.backups, MORNING.replace(hour=3), BIN)
    assert (again.files, again.fresh) == (2, 1)
    assert len(last_saved(place.backups)) == 2


def test_a_restore_never_writes_over_anything(place: Place, town: Town) -> None:
    town.desk()
    kept = saved(place)
    with town.engine.connect() as connection:
        before = setting(connection, "feed_epoch")
    with pytest.raises(OfficeError, match=r"centre\.restore_not_empty"):
        restore(place.database, place.blobs, kept, BIN)
    with town.engine.connect() as connection:
        assert setting(connection, "feed_epoch") == before


def test_a_backup_that_was_altered_is_refused(postgres: Any, place: Place, town: Town) -> None:
    town.desk()
    kept = saved(place)
    with (kept / DUMP).open("r+b") as file:
        file.seek(100)
        file.write(b"altered")
    with pytest.raises(OfficeError, match=r"centre\.backup_damaged"):
        restore(postgres.new_database(), place.blobs, kept, BIN)
    shutil.rmtree(kept)
    with pytest.raises(OfficeError, match=r"centre\.backup_damaged"):
        restore(postgres.new_database(), place.blobs, kept, BIN)


def test_a_file_that_nobody_kept_is_asked_for_again(postgres: Any, place: Place, town: Town, tmp_path: Path) -> None:
    desk = town.desk()
    register(desk, "หนึ่ง", PAGES[0])
    desk.round.run()
    desk.errand.run()
    kept = saved(place)
    shutil.rmtree(place.backups / "files")
    done = restore(postgres.new_database(), tmp_path / "elsewhere", kept, BIN)
    assert (done.files, done.missing) == (0, 1)


def test_what_the_tool_says_is_told_and_nothing_half_made_stays(place: Place, town: Town) -> None:
    town.desk()
    with pytest.raises(OfficeError, match=r"centre\.backup_failed") as caught:
        save(place.database + "_not_there", place.blobs, place.backups, MORNING, BIN)
    assert "not_there" in caught.value.subject["said"]
    assert list(place.backups.iterdir()) == []


def test_without_the_tools_nothing_is_begun(tmp_path: Path) -> None:
    with pytest.raises(OfficeError, match=r"centre\.no_pg_tools"):
        tools(tmp_path)
    assert tools(BIN) == BIN
