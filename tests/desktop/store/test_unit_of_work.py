"""One transaction, one act: everything together, chained, told to everybody, or nothing at all."""

import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from desktop.letters import mutations as verbs
from desktop.letters.model import Registration
from desktop.office.changes import Changes
from desktop.office.errors import OfficeError
from desktop.office.proof import GENESIS, link
from desktop.store import outbox
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork
from tests.helpers.desk import make_desk, make_office, person, staff_id


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path)
    yield made
    made.close()


def register(desk: Desk) -> bytes:
    office = make_office(desk)
    return office.letters(person(office)).register(Registration("กรม", "นายก", "เรื่อง")).id


def test_each_act_is_chained_to_the_one_before(desk: Desk) -> None:
    for _ in range(3):
        register(desk)
    before = GENESIS
    for place, act in enumerate(outbox.pending(desk.reader, 10), 1):
        assert (act.mseq, act.prev_hash) == (place, before)
        assert act.hash == link(before, act.mseq, act.mut_id, act.type, act.v, act.user_id, act.at, act.body)
        assert msgspec.msgpack.decode(act.body, type=verbs.Register).subject == "เรื่อง"
        before = act.hash


def test_an_act_that_breaks_leaves_nothing_and_tells_nobody(desk: Desk) -> None:
    letter = register(desk)
    heard: list[Changes] = []
    desk.changes.listen(heard.append)

    def act(unit: UnitOfWork) -> None:
        note = verbs.Endorse(unit.new_id(), letter, "กานดา", "เจ้าพนักงาน", "propose", "ครึ่งทาง")
        unit.perform(verbs.ENDORSE, note, staff_id("kanda"))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        desk.write(act)
    assert desk.reader.rows("SELECT * FROM endorsement") == []
    assert len(outbox.pending(desk.reader, 10)) == 1
    assert heard == []


def test_an_intent_that_does_not_hold_is_refused_here_already(desk: Desk) -> None:
    with pytest.raises(OfficeError, match=r"letters\.gone"):
        desk.write(lambda unit: unit.perform(verbs.ROUTE, verbs.Route(b"n" * 16, ()), staff_id("kanda")))
    assert outbox.pending(desk.reader, 10) == []


def test_everybody_is_told_after_it_is_durable(desk: Desk) -> None:
    told: list[int] = []
    desk.changes.listen(lambda changes: told.extend(desk.reader.rows("SELECT count(*) FROM letter")[0]))
    register(desk)
    assert told == [1]


def test_many_threads_take_turns(desk: Desk) -> None:
    office = make_office(desk)
    letters = office.letters(person(office))
    numbers: list[int] = []

    def work() -> None:
        for _ in range(5):
            numbers.append(letters.register(Registration("กรม", "นายก", "เรื่อง")).number)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(numbers) == list(range(min(numbers), min(numbers) + 20))


def test_a_write_inside_a_write_does_not_wait_for_itself(desk: Desk) -> None:
    assert desk.writer.run(lambda: desk.writer.run(lambda: 7)) == 7


def test_the_centres_word_is_written_once(desk: Desk) -> None:
    register(desk)
    desk.write(lambda unit: outbox.settle(unit, 1, "flagged", 5, "number.taken", {"n": 1}))
    desk.write(lambda unit: outbox.settle(unit, 1, "applied", 9, None, None))
    assert desk.reader.rows("SELECT state, code, eff_oseq FROM outbox") == [("flagged", "number.taken", 5)]
    assert desk.reader.rows("SELECT code FROM attention") == [("number.taken",)]
    held = outbox.unsent(desk.reader)
    assert (held.acts, held.oldest, held.attention) == (0, None, 1)


def test_a_word_that_nobody_knows_is_not_believed(desk: Desk) -> None:
    register(desk)
    with pytest.raises(OfficeError, match=r"post\.answer_unknown"):
        desk.write(lambda unit: outbox.settle(unit, 1, "maybe", 5, None, None))
    assert len(outbox.pending(desk.reader, 10)) == 1
