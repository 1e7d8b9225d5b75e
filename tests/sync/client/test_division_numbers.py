"""A division's number for a letter while its register is at another desk: a tag, one number later, papers to stamp."""

import pytest

from desktop.letters.keeping_actions import KeepingActions
from desktop.letters.model import FurtherNumber, Registration
from desktop.letters.queries import LetterQueries
from desktop.letters.rules import INCOMING_SERIES, history, padded
from desktop.letters.tags import is_provisional
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.registers.actions import RegisterActions
from desktop.registers.model import Fate
from desktop.registers.queries import RegisterQueries
from sync.server.database import snapshot
from sync.server.proving import first_contradiction, registers
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.proxy import NONE, Fault
from tests.helpers.town import ENGINEERING, REGISTRY, Town, TownDesk, identity

ENG = identity("ENG").hex()
RECEIVED = f"letters.incoming/{ENG}"
AWAY = Fault(refuse=True)


@pytest.fixture
def registry(town: Town) -> TownDesk:
    return town.desk("C1", (INCOMING_SERIES,), REGISTRY)


@pytest.fixture
def holder(town: Town, registry: TownDesk) -> TownDesk:
    """The desk of กองช่าง that holds its register."""
    return town.desk("E1", (RECEIVED,), ENGINEERING)


@pytest.fixture
def other(town: Town, holder: TownDesk) -> TownDesk:
    """A second desk of กองช่าง, which may number there and has no numbers."""
    return town.desk("E2", (RECEIVED,), ENGINEERING)


def rounds(*desks: TownDesk) -> None:
    for desk in (*desks, *desks):
        desk.round.run()


def sent(registry: TownDesk, *desks: TownDesk) -> Id:
    """A letter of the central registry that went to กองช่าง."""
    came = registry.letters("kanda").register(Registration("อำเภอ", "นายก", "ขอข้อมูลถนน"))
    registry.letters("kanda").route(came.id, [identity("ENG")])
    rounds(registry, *desks)
    return came.id


def again(desk: TownDesk, letter_id: Id) -> int:
    return KeepingActions(desk.desk, desk.person("wichai")).register_again(letter_id)[1]


def further(desk: TownDesk, letter_id: Id) -> tuple[FurtherNumber, ...]:
    found = LetterQueries(desk.desk.reader).letter(letter_id)
    assert found
    return found.further


def proven(town: Town) -> bool:
    with snapshot(town.engine) as connection:
        kept = registers(connection, town.office_id)
        return all(first_contradiction(connection, town.office_id, *one) is None for one in kept)


def test_a_division_away_from_its_register_gets_a_tag_and_its_number_from_the_holder(
    town: Town, registry: TownDesk, holder: TownDesk, other: TownDesk
) -> None:
    first, second = sent(registry, holder, other), sent(registry, holder, other)
    other.proxy.set(AWAY)
    assert padded(again(other, first)) == "ชค-E2-1"
    assert again(holder, second) == 1
    with pytest.raises(OfficeError, match=r"letters\.registered_already"):
        again(other, first)
    other.proxy.set(NONE)
    other.round.run()
    (waits,) = further(other, first)
    assert is_provisional(waits.number)
    holder.round.run()
    rounds(other, registry)
    for desk in (holder, other, registry):
        assert [(one.register, one.number) for one in further(desk, first)] == [(f"incoming/{ENG}", 2)]
        desk_equals_centre(town, desk)
    assert proven(town)


def test_the_letter_keeps_its_own_number_and_tag_apart(
    town: Town, registry: TownDesk, holder: TownDesk, other: TownDesk
) -> None:
    """A letter may bear a tag of the central register and one of the division at once."""
    second = town.desk("C2", (INCOMING_SERIES,), REGISTRY)
    tagged = second.letters("kanda").register(Registration("อำเภอ", "นายก", "ด่วน"))
    assert is_provisional(tagged.number)
    second.letters("kanda").route(tagged.id, [identity("ENG")])
    for desk in (second, other):
        desk.round.run()
    again(other, tagged.id)
    rounds(other, holder, other)
    (own,) = LetterQueries(other.desk.reader).to_stamp()
    assert (own.tag, own.number, own.register) == ("ชค-E2-1", 1, f"incoming/{ENG}")
    assert is_provisional(_number(other, tagged.id))
    rounds(registry, second)
    (central,) = LetterQueries(second.desk.reader).to_stamp()
    assert (central.tag, central.number, central.register) == ("ชค-C2-1", 1, "central")
    other.letters("wichai").stamp(own.tag_id)
    rounds(other, second)
    assert LetterQueries(other.desk.reader).to_stamp() == ()
    assert len(LetterQueries(second.desk.reader).to_stamp()) == 1
    assert proven(town)


def _number(desk: TownDesk, letter_id: Id) -> int:
    found = LetterQueries(desk.desk.reader).letter(letter_id)
    assert found
    return found.number


def test_the_centre_numbers_what_waits_when_nobody_holds_the_division_s_register(
    town: Town, registry: TownDesk, holder: TownDesk, other: TownDesk
) -> None:
    letter = sent(registry, holder, other)
    RegisterActions(holder.desk, holder.person("wichai")).give_back(RECEIVED)
    again(other, letter)
    rounds(holder, other)
    assert [one.number for one in further(other, letter)] == [1]
    assert proven(town)
    account = {one.series: one for one in RegisterQueries(holder.desk.reader).accounts()}[RECEIVED]
    assert (account.count(Fate.ISSUED), account.count(Fate.UNKNOWN)) == (1, 0)


def test_two_desks_of_a_division_that_both_number_a_letter_keep_both_and_one_is_told(
    town: Town, registry: TownDesk, holder: TownDesk, other: TownDesk
) -> None:
    letter = sent(registry, holder, other)
    assert again(holder, letter) == 1
    assert is_provisional(again(other, letter))
    rounds(holder, other, holder, other)
    assert sorted(one.number for one in further(other, letter)) == [1, 2]
    assert other.desk.reader.rows("SELECT code FROM attention") == [("letters.registered_twice",)]
    assert proven(town)


def test_the_history_and_the_search_have_the_number_that_it_got(
    town: Town, registry: TownDesk, holder: TownDesk, other: TownDesk
) -> None:
    letter = sent(registry, holder, other)
    again(other, letter)
    rounds(other, holder, other)
    found = LetterQueries(other.desk.reader).letter(letter)
    assert found
    assert "กองช่าง 00001" in [event.text for event in history(found) if event.kind == "registered_again"]
    account = {one.series: one for one in RegisterQueries(holder.desk.reader).accounts()}[RECEIVED]
    assert (account.count(Fate.ISSUED), account.count(Fate.UNKNOWN)) == (1, 0)
