"""A desk, or the centre, that was put back from a backup: no act is lost, no number is given twice."""

import shutil
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import text

from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store import notes
from sync.client.recovery import RESTORED
from tests.convergence.invariants import acts_are_in_order, desk_equals_centre
from tests.helpers.acts import Backup, copy_of, numbers, pay, register, subjects, successor, waiting
from tests.helpers.town import ENGINEERING, Page, Town, TownDesk, identity


def test_a_desk_put_back_from_a_backup_gets_its_history_back(town: Town) -> None:
    desk = town.desk()
    register(desk, "ก่อนสำรอง")
    pay(desk)
    desk.round.run()
    backup = copy_of(town, desk, "backup")
    sent = [pay(desk) for _ in range(3)]
    register(desk, "หลังสำรอง")
    desk.round.run()
    lost = pay(desk)  # printed, and gone with the disk
    desk.crash()
    backup.desk.settle(notes.PUT, (notes.TROUBLE, RESTORED.encode()))
    backup.desk.settle(notes.PUT, (notes.RESTORED, b"2026-11-21"))
    with pytest.raises(OfficeError, match=r"post\.desk_restored"):
        backup.round.run()
    successor(town, backup)
    backup.round.run()
    backup.round.run()
    assert waiting(backup) == 0
    assert len(outbox_ids(backup)) == len(set(outbox_ids(backup))) == 6
    assert subjects(backup) == ["ก่อนสำรอง", "หลังสำรอง"]
    for receipt in sent:
        assert backup.cashier_queries.receipt(receipt.id).chain == receipt.chain  # type: ignore[union-attr]
    warned = backup.desk.reader.rows("SELECT data FROM attention WHERE code = 'recovery.check_papers'")
    assert any(f"{lost.number}" in repr(msgspec.msgpack.decode(data)) for (data,) in warned)
    assert pay(backup).number > 100
    assert register(backup, "ต่อไป").number > 2
    backup.round.run()
    desk_equals_centre(town, backup)
    desk.open()


def outbox_ids(desk: TownDesk) -> list[Id]:
    return [mut_id for (mut_id,) in desk.desk.reader.rows("SELECT mut_id FROM outbox")]


def test_a_restored_centre_is_fed_again_and_gives_no_book_twice(postgres: Any, own: Town, tmp_path: Path) -> None:
    first, second = own.desk(), own.desk("E1", (), ENGINEERING)
    other = own.desk("C2", (), ("finance/normal",))
    register(first, "ก่อน")
    first.round.run()
    backup = Backup(postgres, own)
    letter = register(first, "หลัง", Page("แผ่นหนึ่ง".encode() * 100))
    first.letters().route(letter.id, [identity("ENG")])
    printed = [pay(first) for _ in range(90)]
    first.round.run()
    printed += [pay(first) for _ in range(40)]  # into a book that was leased after the backup
    first.errand.run()
    first.round.run()
    second.round.run()
    held = {n for one in (first, other) for lo, hi in books(one) for n in range(lo, hi + 1)}
    backup.put_back()
    shutil.rmtree(tmp_path / "centre")  # its files were lost altogether
    before = books(other)
    others = [pay(other) for _ in range(60)]
    other.round.run()
    assert books(other) == before, "no new book while a desk that may hold numbers is silent"
    assert own.recovery.silent(own.office_id) == ["desk C1", "desk E1"]
    second.round.run()
    unsent = pay(first)
    assert first.round.run().proven
    first.errand.run()
    assert own.recovery.silent(own.office_id) == []
    other.round.run()
    fresh = set(books(other)) - set(before)
    assert fresh
    assert not {n for lo, hi in fresh for n in range(lo, hi + 1)} & held
    second.round.run()
    second.errand.run()
    assert subjects(second) == ["หลัง"]
    assert numbers(own) == sorted(one.number for one in (*printed, *others, unsent))
    assert own.count("SELECT count(*) FROM blob WHERE state = 'stored'") == 1
    assert flagged(own) == 0
    for desk in (first, second, other):
        desk.round.run()
        desk_equals_centre(own, desk)
        acts_are_in_order(own, desk)


def books(desk: TownDesk) -> list[tuple[int, int]]:
    found = desk.desk.reader.rows("SELECT lo, hi FROM lease WHERE series = 'receipts' ORDER BY lo")
    return [(lo, hi) for lo, hi in found]


def flagged(town: Town) -> int:
    return town.count("SELECT count(*) FROM mutation WHERE office_id = :o AND status = 'flagged'", o=town.office_id)


def test_desks_that_act_on_one_letter_are_all_heard_after_a_restore(postgres: Any, own: Town) -> None:
    first, second = own.desk(), own.second_desk()
    letter = register(first)
    first.letters().route(letter.id, [identity("ENG")])
    backup = Backup(postgres, own)
    first.round.run()
    second.round.run()
    second.letters("wichai").endorse(letter.id, "กองช่างรับทราบ")
    second.round.run()
    first.round.run()
    backup.put_back()
    for desk in (second, first, second, first):
        desk.round.run()
    with own.engine.connect() as connection:
        assert connection.execute(text("SELECT text FROM endorsement")).all() == [("กองช่างรับทราบ",)]
    for desk in (first, second):
        assert waiting(desk) == 0
        desk_equals_centre(own, desk)


def test_a_desk_that_the_restored_centre_never_knew_comes_in_again(postgres: Any, own: Town) -> None:
    backup = Backup(postgres, own)
    desk = own.desk()
    receipts = [pay(desk) for _ in range(3)]
    register(desk)
    desk.round.run()
    backup.put_back()
    with pytest.raises(OfficeError, match=r"post\.desk_unknown"):
        desk.round.run()
    assert desk.desk.trouble == "post.desk_unknown"
    desk.succeed(own.code("C1", ("letters.incoming/central",), ("registry/normal", "finance/normal")))
    desk.round.run()
    desk.round.run()
    assert numbers(own) == [1, 2, 3]
    assert flagged(own) == 0
    assert desk.cashier_queries.receipt(receipts[0].id).chain == receipts[0].chain  # type: ignore[union-attr]
    assert pay(desk).number > 100
    desk.round.run()
    desk_equals_centre(own, desk)


def test_an_act_that_is_no_longer_kept_is_said_to_be_missing(postgres: Any, own: Town) -> None:
    desk = own.desk()
    backup = Backup(postgres, own)
    register(desk, "หนึ่ง")
    register(desk, "สอง")
    desk.round.run()
    backup.put_back()
    desk.desk.settle("DELETE FROM outbox WHERE mseq = 1", ())
    with pytest.raises(OfficeError, match=r"post\.centre_restored"):
        desk.round.run()
    assert subjects(desk) == ["สอง", "หนึ่ง"]
