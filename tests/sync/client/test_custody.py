"""Papers that go from the registry to a division and back, at two desks and the centre."""

from datetime import timedelta

import pytest

from desktop.accounts.model import Unit
from desktop.accounts.queries import AccountQueries
from desktop.letters.custody_actions import CustodyActions
from desktop.letters.custody_queries import CustodyQueries
from desktop.letters.model import Registration
from desktop.letters.slips import code_of
from desktop.letters.whereabouts import PaperAct
from desktop.office.clock import ManualClock
from desktop.office.ids import Id
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.town import Town, TownDesk, identity

LETTER = Registration("สถ.", "นายก", "ซักซ้อมแนวทาง")


@pytest.fixture
def registry(town: Town) -> TownDesk:
    return town.desk()


@pytest.fixture
def engineers(town: Town, registry: TownDesk) -> TownDesk:
    return town.second_desk()


def custody(desk: TownDesk, login: str) -> CustodyActions:
    return CustodyActions(desk.desk, desk.person(login))


def papers(desk: TownDesk) -> CustodyQueries:
    return CustodyQueries(desk.desk.reader)


def unit(desk: TownDesk, code: str) -> Unit:
    return next(one for one in AccountQueries(desk.desk.reader).units() if one.code == code)


def rounds(*desks: TownDesk) -> None:
    for desk in (*desks, *desks):
        desk.round.run()


def routed(registry: TownDesk) -> Id:
    letter = registry.letters("kanda").register(LETTER)
    registry.letters("kanda").route(letter.id, [identity("ENG")])
    return letter.id


def tick(town: Town) -> None:
    assert isinstance(town.clock, ManualClock)
    town.clock.advance(timedelta(minutes=1))


def test_a_pouch_is_scanned_out_here_and_in_there(town: Town, registry: TownDesk, engineers: TownDesk) -> None:
    first, second = routed(registry), routed(registry)
    custody(registry, "kanda").begin([first, second])
    tick(town)
    custody(registry, "kanda").hand_over([first, second], unit(registry, "ENG"))
    rounds(registry, engineers)
    on_way = papers(engineers).with_unit(identity("ENG"))
    assert {(one.letter_id, one.last.act) for one in on_way if one.last} == {
        (first, PaperAct.HANDED), (second, PaperAct.HANDED),
    }  # fmt: skip
    tick(town)
    custody(engineers, "wichai").take([one.letter_id for one in on_way])
    rounds(engineers, registry)
    for desk in (registry, engineers):
        last = papers(desk).paper(first).last
        assert last is not None
        assert (last.act, last.holder) == (PaperAct.TAKEN, "นางwichai")
        desk_equals_centre(town, desk)


def test_both_took_it_without_a_line_and_both_desks_agree_who_had_it_last(
    town: Town, registry: TownDesk, engineers: TownDesk
) -> None:
    letter = routed(registry)
    rounds(registry, engineers)
    custody(engineers, "wichai").take([letter])
    tick(town)
    custody(registry, "kanda").take([letter])
    rounds(registry, engineers)
    for desk in (registry, engineers):
        assert [move.holder for move in papers(desk).moves(letter)] == ["นางwichai", "นางkanda"]


def test_a_slip_that_only_another_desk_knows_is_taken_all_the_same(
    town: Town, registry: TownDesk, engineers: TownDesk
) -> None:
    letter = registry.letters("kanda").register(LETTER).id
    found = papers(engineers).find(code_of(letter), 2569)
    assert found is not None
    assert found.number is None
    custody(engineers, "wichai").take([letter])
    rounds(engineers, registry, engineers)
    last = papers(registry).paper(letter).last
    assert last is not None
    assert last.holder == "นางwichai"
    assert papers(engineers).paper(letter).last is None, "what the desk may not see it does not keep"
    desk_equals_centre(town, registry)
    desk_equals_centre(town, engineers)
    registry.letters("kanda").route(letter, [identity("ENG")])
    rounds(registry, engineers)
    assert papers(engineers).paper(letter).last is not None
