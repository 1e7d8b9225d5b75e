"""The archive over the post: two desks and the centre agree on what is kept, held, listed and destroyed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.accounts.mutations import DefineStaff
from desktop.archive.actions import Appointed, ArchiveActions
from desktop.archive.model import Answer, Kept, ListState, MemberRole, WantedRule
from desktop.archive.queries import ArchiveQueries, Shelf
from desktop.archive.retention import shipped
from desktop.archive.rules import in_force
from desktop.letters.model import Registration
from desktop.letters.rules import INCOMING_SERIES
from desktop.office.errors import OfficeError
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


def make_registrar(town: Town, registry: TownDesk) -> None:
    """kanda keeps the registers of the office."""
    words = ("kanda", "นางkanda", "kanda", "เจ้าพนักงานธุรการ", "Clerk")
    town.admin.define_staff(town.office_id, DefineStaff(identity("kanda"), *words, identity("CLK"), "registrar"))
    registry.round.run()


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


def test_a_rule_of_the_office_reaches_every_desk_and_lists_use_the_one_in_force(
    town: Town, registry: TownDesk, helper: TownDesk, engineers: TownDesk
) -> None:
    letters = [registry.letters("kanda").register(replace(LETTER, subject=f"เรื่องที่ {n}")).id for n in range(2)]
    archive(registry).store(letters, "routine", "ตู้ 1", TODAY, since_be=2567)
    rounds(registry, helper, engineers)
    assert {one.letter_id for one in queries(helper).expired(2568, None, TODAY)} == set(letters)
    make_registrar(town, registry)
    wanted = WantedRule("ธรรมดา เก็บ 3 ปี", 3, "คำสั่งเทศบาลที่ 9/2569", TODAY, code="routine")
    archive(registry).set_rule(wanted)
    later = replace(wanted, years=5, valid_from=TODAY + timedelta(days=30))
    archive(registry).set_rule(later)
    rounds(registry, helper, engineers)
    for desk in (registry, helper, engineers):
        assert in_force(queries(desk).rules, TODAY)["routine"].years == 3
        assert in_force(queries(desk).rules, later.valid_from)["routine"].years == 5
        assert [rule.years for rule in queries(desk).rules if rule.code == "routine"] == [1, 3, 5]
        desk_equals_centre(town, desk)
    assert queries(helper).expired(2568, None, TODAY) == ()
    kept = queries(helper).kept(letters[0], TODAY)
    assert kept is not None
    assert (kept.years, kept.until_be) == (3, 2570)
    assert len(queries(helper).expired(2570, None, TODAY)) == 2


def test_a_class_of_its_own_is_there_for_storing(town: Town, registry: TownDesk, helper: TownDesk) -> None:
    make_registrar(town, registry)
    archive(registry).set_rule(WantedRule("แบบก่อสร้าง", None, "คำสั่งที่ 10/2569", TODAY))
    (own,) = [rule for rule in queries(registry).rules if rule.set_by]
    letter = registry.letters("kanda").register(LETTER)
    archive(registry).store([letter.id], own.code, "ตู้ 2", TODAY)
    rounds(registry, helper)
    kept = queries(helper).kept(letter.id, TODAY)
    assert kept is not None
    assert (kept.retention, kept.years, kept.until_be) == (own.code, None, None)
    assert (own.name_en, own.set_by) == ("แบบก่อสร้าง", registry.person("kanda").name_th)


def test_only_the_registry_and_executives_set_rules_and_only_whole_ones(registry: TownDesk, helper: TownDesk) -> None:
    with pytest.raises(OfficeError, match=r"archive\.rule_unfit"):
        archive(registry).set_rule(WantedRule(" ", 0, "", TODAY))
    with pytest.raises(OfficeError, match=r"archive\.may_not_set_rules"):
        archive(helper).set_rule(WantedRule("ธรรมดา", 3, "คำสั่ง", TODAY, code="routine"))
    assert not [rule for rule in queries(registry).rules if rule.set_by]
