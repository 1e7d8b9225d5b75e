"""The archive over the post: two desks and the centre agree on what is kept, held, listed and destroyed."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.archive.actions import Appointed, ArchiveActions
from desktop.archive.model import Answer, Kept, ListState, MemberRole
from desktop.archive.queries import ArchiveQueries, Shelf
from desktop.archive.retention import shipped
from desktop.letters.model import Registration
from desktop.letters.rules import INCOMING_SERIES
from desktop.office.ids import Id
from desktop.office.series import CENTRAL
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.town import ENGINEERING, REGISTRY, Town, TownDesk, identity

TODAY = date(2026, 11, 11)
LETTER = Registration("กรมการปกครอง", "นายกเทศมนตรี", "ขอเชิญประชุม")
SECOND_REGISTRY = ("registry/normal", "unit:CLK/normal")
PEOPLE = (
    Appointed(MemberRole.CHAIR, "นายหนึ่ง", "รองปลัดเทศบาล"),
    Appointed(MemberRole.MEMBER, "นายสอง", "หัวหน้าฝ่าย"),
    Appointed(MemberRole.MEMBER, "นายสาม", "นิติกร"),
)


@pytest.fixture
def registry(town: Town) -> TownDesk:
    return town.desk("C1", (INCOMING_SERIES,), REGISTRY)


@pytest.fixture
def helper(town: Town, registry: TownDesk) -> TownDesk:
    """A second desk of the registry."""
    return town.desk("C2", (), SECOND_REGISTRY)


@pytest.fixture
def engineers(town: Town, registry: TownDesk) -> TownDesk:
    return town.desk("E1", (), ENGINEERING)


def queries(desk: TownDesk) -> ArchiveQueries:
    return ArchiveQueries(desk.desk.reader, shipped())


def archive(desk: TownDesk, login: str = "kanda") -> ArchiveActions:
    return ArchiveActions(desk.desk, desk.person(login), queries(desk))


def rounds(*desks: TownDesk) -> None:
    for desk in (*desks, *desks):
        desk.round.run()


def due_letters(registry: TownDesk, count: int = 3) -> list[Id]:
    """Letters that were kept long enough at the end of 2568."""
    letters = [registry.letters("kanda").register(replace(LETTER, subject=f"เรื่องที่ {n}")).id for n in range(count)]
    archive(registry).store(letters, "routine", "ตู้ 1", TODAY, since_be=2560)
    return letters


def shelf(desk: TownDesk) -> dict[Id, Kept]:
    return {one.letter_id: one for one in queries(desk).shelf(Shelf(CENTRAL, 2569), TODAY)}


def a_list(desk: TownDesk) -> Id:
    list_id = archive(desk).open_list(2568, "บัญชีหนังสือขอทำลาย ประจำปี 2568")
    archive(desk).put_on_list(list_id, queries(desk).expired(2568, None, TODAY))
    archive(desk).appoint(list_id, "คำสั่งที่ 1/2569", PEOPLE)
    return list_id


def sign(desk: TownDesk, list_id: Id) -> None:
    found = queries(desk).list(list_id)
    assert found is not None
    for member in found.members:
        archive(desk).sign(member.id, TODAY)


def approve(desk: TownDesk, list_id: Id) -> None:
    archive(desk).approve(list_id, "นายกเทศมนตรี", "นายกเทศมนตรี", TODAY, Answer.AGREED, date(2026, 9, 1))


def test_a_class_a_place_and_a_hold_go_wherever_the_letter_is(
    town: Town, registry: TownDesk, engineers: TownDesk
) -> None:
    letters = due_letters(registry, 2)
    registry.letters("kanda").route(letters[0], [identity("ENG")])
    rounds(registry, engineers)
    archive(engineers, "wichai").hold(letters[0], "มีคดี")
    rounds(engineers, registry)
    assert (shelf(registry)[letters[0]].hold, shelf(registry)[letters[0]].retention) == ("มีคดี", "routine")
    assert set(shelf(engineers)) == {letters[0]}
    for desk in (registry, engineers):
        desk_equals_centre(town, desk)


def test_a_list_begun_at_one_desk_is_finished_at_another_and_every_letter_stays(
    town: Town, registry: TownDesk, helper: TownDesk, engineers: TownDesk
) -> None:
    letters = due_letters(registry)
    registry.letters("kanda").route(letters[0], [identity("ENG")])
    list_id = a_list(registry)
    rounds(registry, helper)
    sign(helper, list_id)
    approve(helper, list_id)
    assert archive(helper).destroyed(list_id, TODAY, "ย่อยกระดาษ") == 3
    rounds(helper, registry, engineers)
    found = queries(registry).list(list_id)
    assert found is not None
    assert (found.state, found.to_destroy, found.destroyed_how) == (ListState.DESTROYED, 3, "ย่อยกระดาษ")
    assert {one.destroyed_on for one in shelf(registry).values()} == {TODAY}
    assert [one.destroyed_on for one in shelf(engineers).values()] == [TODAY]
    assert queries(engineers).lists() == ()
    for desk in (registry, helper, engineers):
        assert desk.desk.reader.rows("SELECT code FROM attention") == []
        desk_equals_centre(town, desk)


def test_a_hold_that_the_approving_desk_did_not_know_of_stops_the_approval(
    town: Town, registry: TownDesk, helper: TownDesk
) -> None:
    letters = due_letters(registry)
    list_id = a_list(registry)
    sign(registry, list_id)
    rounds(registry, helper)
    archive(helper).hold(letters[1], "สตง. ขอตรวจ")
    approve(registry, list_id)
    rounds(helper, registry)
    assert registry.desk.reader.rows("SELECT code FROM attention") == [("archive.held_on_list",)]
    found = queries(registry).list(list_id)
    assert found is not None
    assert (found.state, found.held) == (ListState.DRAFT, 1)
    desk_equals_centre(town, registry)


def test_what_was_burnt_while_held_is_kept_and_told(town: Town, registry: TownDesk, helper: TownDesk) -> None:
    letters = due_letters(registry)
    list_id = a_list(registry)
    sign(registry, list_id)
    approve(registry, list_id)
    rounds(registry, helper)
    archive(helper).hold(letters[1], "สตง. ขอตรวจ")
    archive(registry).destroyed(list_id, TODAY, "เผา")
    rounds(helper, registry)
    assert registry.desk.reader.rows("SELECT code FROM attention") == [("archive.destroyed_while_held",)]
    assert {one.destroyed_on for one in shelf(registry).values()} == {TODAY}
    desk_equals_centre(town, registry)


def test_two_desks_hold_the_same_letter_and_the_second_is_told(
    town: Town, registry: TownDesk, helper: TownDesk
) -> None:
    (letter,) = due_letters(registry, 1)
    rounds(registry, helper)
    archive(registry).hold(letter, "มีคดี")
    archive(helper).hold(letter, "สตง. ขอตรวจ")
    rounds(registry, helper)
    assert [one.reason for one in queries(helper).holds(letter)] == ["มีคดี"]
    assert helper.desk.reader.rows("SELECT code FROM attention") == [("archive.already_held",)]
    desk_equals_centre(town, helper)


def test_two_desks_name_a_committee_and_one_of_them_stands(town: Town, registry: TownDesk, helper: TownDesk) -> None:
    due_letters(registry)
    list_id = a_list(registry)
    rounds(registry, helper)
    sign(registry, list_id)
    archive(helper).appoint(list_id, "คำสั่งที่ 2/2569", tuple(replace(one, name=f"{one.name} ใหม่") for one in PEOPLE))
    rounds(registry, helper)
    found = queries(helper).list(list_id)
    assert found is not None
    assert (found.committee_order, [one.signed_on for one in found.members]) == ("คำสั่งที่ 1/2569", [TODAY] * 3)
    assert helper.desk.reader.rows("SELECT code FROM attention") == [("archive.list_signed",)]
    desk_equals_centre(town, helper)
