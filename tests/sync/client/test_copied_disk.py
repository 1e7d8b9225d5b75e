"""Two disks that speak as one device (S19): the second is refused at once, and no work of either is lost."""

import threading
from pathlib import Path
from typing import Any

import pytest

from desktop.office.errors import OfficeError
from desktop.store import notes
from sync.client.centre import Centre
from sync.client.transport import Transport
from sync.client.watchword import MOST, Watch
from tests.convergence.invariants import acts_are_in_order, desk_equals_centre
from tests.helpers.acts import attention, copy_of, numbers, pay, register, subjects, successor, waiting
from tests.helpers.proxy import Fault
from tests.helpers.town import Town


def test_of_two_idle_disks_the_second_is_refused_at_its_first_request(town: Town) -> None:
    desk = town.desk()
    copy = copy_of(town, desk, "copy")
    desk.round.run()
    before = copy.proxy.requests
    with pytest.raises(OfficeError, match=r"post\.desk_copied"):
        copy.round.run()
    assert copy.proxy.requests == before + 1
    assert copy.desk.trouble == "post.desk_copied"
    assert desk.round.run().proven


def test_a_copy_that_spoke_first_shuts_out_the_other_though_its_token_is_still_good(town: Town) -> None:
    desk = town.desk()
    copy = copy_of(town, desk, "copy")
    desk.round.run()
    copy.desk.settle("UPDATE note SET value = ? WHERE name = 'watchword'", (notes.read(desk.desk.reader, "watchword"),))
    copy.round.run()
    for speak in (desk.round.run, lambda: desk.centre.wait(0)):
        with pytest.raises(OfficeError, match=r"post\.(desk_copied|refused)"):
            speak()
    assert desk.desk.trouble == "post.desk_copied"


def test_crashes_and_lost_answers_are_no_copies(town: Town) -> None:
    """The answer to each token is lost, the process dies, another begins; and at last the line is back."""
    desk = town.desk()
    for _ in range(4):
        desk.proxy.set(Fault(cut_after=0))
        with pytest.raises(OfficeError, match=r"post\.no_line"):
            desk.round.run()
        desk.crash()
        desk.open()
    desk.proxy.set(Fault(refuse=True))
    with pytest.raises(OfficeError, match=r"post\.no_line"):
        desk.round.run()
    desk.proxy.heal()
    assert desk.round.run().proven


def test_the_words_on_their_way_are_bounded(town: Town) -> None:
    desk = town.desk()
    for _ in range(MOST + 5):
        word = Watch(desk.desk).say()
    assert len(word.tried) == MOST
    assert word.next == word.tried[-1]
    assert desk.round.run().proven


def test_threads_that_renew_their_tokens_at_once_are_no_copies(town: Town) -> None:
    """Two lines of one program, each with threads of its own: whoever has an older token takes the newer one."""
    desk = town.desk()
    device, rng = desk.desk.identity.device_id, desk.centre._rng
    other = Centre(Transport(desk.proxy.url, town.clock), device, desk.desk.seed, town.clock, rng, Watch(desk.desk))
    failed: list[Exception] = []

    def speak(line: Centre) -> None:
        try:
            for _ in range(6):
                line.wait(0)
        except OfficeError as error:
            failed.append(error)

    for line in (other, desk.centre):
        line.wait(0)
    threads = [threading.Thread(target=speak, args=(desk.centre,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert other.wait(0)


def test_a_refused_copy_keeps_its_work_and_sends_it_once_as_another_device(town: Town) -> None:
    desk = town.desk()
    register(desk, "ก่อนคัดลอก")
    desk.round.run()
    copy = copy_of(town, desk, "copy")
    register(desk, "ตัวจริง")
    desk.round.run()
    register(copy, "ตัวคัดลอก")
    paper = pay(copy)
    with pytest.raises(OfficeError, match=r"post\.desk_copied"):
        copy.round.run()
    assert subjects(copy) == ["ก่อนคัดลอก", "ตัวคัดลอก"]
    with pytest.raises(OfficeError, match=r"numbers\.none_left"):
        pay(copy)
    was = copy.desk.identity.device_id
    successor(town, copy)
    assert copy.desk.identity.device_id != was
    copy.round.run()
    copy.round.run()
    assert waiting(copy) == 0
    assert subjects(copy) == ["ก่อนคัดลอก", "ตัวคัดลอก", "ตัวจริง"]
    assert numbers(town) == [paper.number]
    assert copy.cashier_queries.receipt(paper.id).chain == paper.chain  # type: ignore[union-attr]
    assert "number.taken" in attention(copy)  # both had stamped the same number: kept, and before a person
    acts_are_in_order(town, copy)
    desk_equals_centre(town, copy)
    assert pay(copy).number > 100, "the old books are not used any more"
    with pytest.raises(OfficeError, match=r"post\.desk_revoked"):
        desk.round.run()


def test_a_lost_answer_to_the_new_code_gives_the_same_device(town: Town) -> None:
    desk = town.desk()
    pay(desk)
    code = town.recovery.successor_code(town.office_id, "desk C1")
    for fault in (Fault(cut_after=0), Fault(cut_after=700)):
        desk.proxy.set(fault)
        with pytest.raises(OfficeError, match=r"post\.(no_line|not_the_centre)"):
            desk.succeed(code)
        desk.crash()
        desk.open()
    desk.proxy.heal()
    desk.succeed(code)
    desk.round.run()
    assert town.count("SELECT count(*) FROM device WHERE office_id = :o AND counter = 'C1'", o=town.office_id) == 2
    assert numbers(town) == [1]


def test_a_code_of_another_office_changes_nothing(town: Town, a_centre: Any, tmp_path: Path) -> None:
    desk, other = town.desk(), Town(a_centre, tmp_path / "other")
    was = desk.desk.identity
    with pytest.raises(OfficeError, match=r"post\.other_office"):
        desk.succeed(other.code("C1", (), ()))
    assert desk.desk.identity == was
    assert desk.round.run().proven
