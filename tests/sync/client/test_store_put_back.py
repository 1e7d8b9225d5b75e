"""A desk whose store was put in its place again from its own copy: what the copy lacks is not lost for it."""

import shutil

import pytest
from sqlalchemy import text

from desktop.letters.rules import INCOMING_SERIES
from desktop.letters.tags import tag_of
from desktop.office.errors import OfficeError
from desktop.store import backup
from desktop.store.putting_back import put_back
from tests.convergence.invariants import centre_has_all_files, desk_equals_centre, files_are_whole
from tests.helpers.acts import pay, register, subjects, successor
from tests.helpers.town import ENGINEERING, Page, Town, TownDesk, identity


def destroyed_and_put_back(desk: TownDesk) -> None:
    """Nothing of the store can be read any more; its last copy takes its place."""
    desk.crash()
    (desk.folder / "desk.db").write_bytes(b"no database at all" * 500)
    for name in ("desk.db-wal", "desk.db-shm"):
        (desk.folder / name).unlink(missing_ok=True)
    done = put_back(desk.folder, desk.keys, backup.all_saved(desk.folder)[0], desk.clock.now())
    shutil.rmtree(done.aside)
    desk.open()


def suspended(town: Town, series: str) -> set[int]:
    query = text("SELECT n FROM number_event WHERE office_id = :o AND series = :s AND status = 'suspense'")
    with town.engine.connect() as connection:
        return set(connection.scalars(query, {"o": town.office_id, "s": series}))


def test_a_tag_that_may_stand_on_a_paper_is_not_given_again(town: Town) -> None:
    town.desk()  # it holds the register
    desk = town.desk("E1", (INCOMING_SERIES,), ENGINEERING)
    first = register(desk)
    backup.make(desk.desk)
    lost = register(desk)
    destroyed_and_put_back(desk)
    with pytest.raises(OfficeError, match=r"post\.desk_restored"):
        register(desk)
    successor(town, desk)
    again = [register(desk).number for _ in range(2)]
    assert not {first.number, lost.number} & set(again)
    assert [tag_of(number) for number in (first.number, lost.number)] == ["ชค-E1-1", "ชค-E1-2"]
    assert tag_of(again[0]) == f"ชค-{desk.desk.identity.device_id.hex()[-6:].upper()}-2"


def test_books_that_the_copy_does_not_know_go_into_suspense(town: Town) -> None:
    desk = town.desk()
    backup.make(desk.desk)
    successor(town, desk)
    desk.round.run()
    papers = [pay(desk).number, pay(desk).number]
    letter = register(desk).number
    destroyed_and_put_back(desk)
    desk.succeed(town.recovery.successor_code(town.office_id, "desk again"))
    desk.round.run()
    assert set(papers) <= suspended(town, "receipts")
    assert letter in suspended(town, "letters.incoming/central")
    assert register(desk).number > letter, "the register is not held by a desk that is no more"


def test_a_file_that_came_after_the_copy_still_reaches_the_centre(town: Town) -> None:
    """The letter is at the centre, and has been sealed there: no row of this desk names its pages any more."""
    desk = town.desk()
    backup.make(desk.desk)
    shown, sealed = register(desk, "เห็นได้", Page(b"one" * 900)), register(desk, "ปิดลับ", Page(b"two" * 900))
    desk.round.run()
    town.scopes.classify(town.office_id, sealed.year_be, sealed.number, "top_secret", "คำสั่ง", "ปลัด")
    destroyed_and_put_back(desk)
    successor(town, desk)
    desk.round.run()
    desk.errand.run()
    centre_has_all_files(town)
    desk.round.run()
    desk.errand.run()
    desk_equals_centre(town, desk)
    files_are_whole(town, desk, complete=True)
    kept = list((desk.folder / "blobs").glob("??/*"))
    assert (subjects(desk), len(kept)) == (["เห็นได้"], 1)
    assert shown.number == 1


def test_a_desk_that_was_several_devices_is_found_by_its_name(town: Town) -> None:
    desk = town.desk()
    for _ in range(2):
        desk.succeed(town.recovery.successor_code(town.office_id, "desk C1"), "desk C1")
    standing = town.scopes.set_standing(town.office_id, "desk C1", audiences=("registry/normal",))
    assert standing.device_id == desk.desk.identity.device_id
    town.recovery.revoke(town.office_id, "desk C1")
    desk.succeed(town.recovery.successor_code(town.office_id, "desk C1"), "desk C1")
    desk.letters().route(register(desk).id, [identity("ENG")])
    assert desk.round.run().proven
