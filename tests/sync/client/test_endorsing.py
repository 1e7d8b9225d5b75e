"""Orders of delegation between two desks and the centre: offline, expired, recalled; nothing is lost or passed over."""

from datetime import timedelta

import pytest

from desktop.accounts.mutations import DefineStaff
from desktop.letters.authority import EXPIRED, RECALLED, Capacity
from desktop.letters.authority_queries import AuthorityQueries
from desktop.letters.endorsing_actions import EndorsingActions, Order, Wish
from desktop.letters.model import Endorsement, Registration
from desktop.letters.phrases import Owner
from desktop.letters.queries import LetterQueries
from desktop.letters.rules import INCOMING_SERIES
from desktop.office.clock import ManualClock
from desktop.office.dates import local_date
from desktop.office.ids import Id
from desktop.tray.model import Item
from desktop.tray.queries import TrayQueries
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.town import ENGINEERING, REGISTRY, Town, TownDesk, identity

MAYOR = "นายกเทศมนตรี"
LETTER = Registration("จังหวัด", "นายก", "การเฝ้าระวังน้ำท่วม")


@pytest.fixture
def people(town: Town) -> None:
    for login, unit, post, role in (
        ("kanda", "CLK", "เจ้าพนักงานธุรการ", "registrar"),
        ("wichai", "ENG", "ผู้อำนวยการกองช่าง", "head"),
        ("somchai", "CLK", MAYOR, "executive"),
    ):
        words = (login, f"นาย{login}", login, post, post)
        town.admin.define_staff(town.office_id, DefineStaff(identity(login), *words, identity(unit), role))


@pytest.fixture
def registry(town: Town, people: None) -> TownDesk:
    return town.desk("C1", (INCOMING_SERIES,), (*REGISTRY, "executive/normal"))


@pytest.fixture
def engineers(town: Town, registry: TownDesk) -> TownDesk:
    return town.desk("E1", (), ENGINEERING)


@pytest.fixture
def letter(registry: TownDesk, engineers: TownDesk) -> Id:
    act = registry.letters("kanda")
    came = act.register(LETTER)
    act.route(came.id, [identity("ENG")])
    rounds(registry, engineers)
    return came.id


def rounds(*desks: TownDesk) -> None:
    for desk in (*desks, *desks):
        desk.round.run()


def pass_time(town: Town, time: timedelta) -> None:
    clock = town.clock
    assert isinstance(clock, ManualClock)
    clock.advance(time)


def acting(desk: TownDesk, login: str) -> EndorsingActions:
    return EndorsingActions(desk.desk, desk.person(login))


def delegate(desk: TownDesk) -> Id:
    """For today alone."""
    today = local_date(desk.clock.now())
    order = Order("๓๑๐/๒๕๖๙", today, Capacity.ACTING, MAYOR, today, today, to_id=identity("wichai"))
    return acting(desk, "kanda").delegate(order)


def sign(desk: TownDesk, letter: Id, text: str = "อนุมัติ") -> None:
    """As the mayor, by the order that this desk holds."""
    who = desk.person("wichai")
    standing = AuthorityQueries(desk.desk.reader).standings(who, desk.clock.now())[-1]
    assert standing.capacity is Capacity.ACTING
    acting(desk, "wichai").endorse(letter, Wish(text, "approve", standing))


def notes(desk: TownDesk, letter: Id) -> tuple[Endorsement, ...]:
    found = LetterQueries(desk.desk.reader).letter(letter)
    assert found is not None
    return found.endorsements


def tray(desk: TownDesk, login: str) -> tuple[Item, ...]:
    return TrayQueries(desk.desk.reader).tray(desk.person(login)).open


def test_an_order_reaches_every_desk_and_is_signed_by_offline(
    town: Town, registry: TownDesk, engineers: TownDesk, letter: Id
) -> None:
    delegate(registry)
    rounds(registry, engineers)
    sign(engineers, letter)
    assert [note.flaw for note in notes(engineers, letter)] == [None]
    rounds(engineers, registry)
    for desk in (registry, engineers):
        (note,) = notes(desk, letter)
        assert (note.flaw, note.lines) == (None, ("(นายwichai)", "ผู้อำนวยการกองช่าง รักษาราชการแทน", MAYOR))
        desk_equals_centre(town, desk)
    assert tray(engineers, "wichai") == ()


def test_signed_offline_after_a_recall_it_is_kept_marked_and_told(
    town: Town, registry: TownDesk, engineers: TownDesk, letter: Id
) -> None:
    order = delegate(registry)
    rounds(registry, engineers)
    acting(registry, "kanda").recall_delegation(order, "นายกกลับมาปฏิบัติราชการ")
    registry.round.run()
    pass_time(town, timedelta(minutes=30))
    sign(engineers, letter)
    rounds(engineers, registry)
    for desk in (registry, engineers):
        assert [(note.text, note.flaw) for note in notes(desk, letter)] == [("อนุมัติ", RECALLED)]
        desk_equals_centre(town, desk)
    (item,) = tray(engineers, "wichai")
    assert (item.code, item.data["order_no"], item.paper.id if item.paper else b"") == (RECALLED, "๓๑๐/๒๕๖๙", letter)


def test_signed_after_the_last_day_it_is_kept_marked_and_told(
    town: Town, registry: TownDesk, engineers: TownDesk, letter: Id
) -> None:
    """A desk whose own rows were altered so that it would let the person sign: what the centre knows decides."""
    order = delegate(registry)
    rounds(registry, engineers)
    engineers.desk.settle("UPDATE delegation SET valid_to = NULL WHERE id = ?", (order,))
    pass_time(town, timedelta(days=1))
    sign(engineers, letter)
    rounds(engineers, registry)
    assert [(note.text, note.flaw) for note in notes(registry, letter)] == [("อนุมัติ", EXPIRED)]
    assert [item.code for item in tray(engineers, "wichai")] == [EXPIRED]


def test_a_recall_that_comes_later_marks_what_was_signed_after_it(
    town: Town, registry: TownDesk, engineers: TownDesk, letter: Id
) -> None:
    order = delegate(registry)
    rounds(registry, engineers)
    sign(engineers, letter, "ก่อนยกเลิก")
    pass_time(town, timedelta(minutes=10))
    acting(registry, "kanda").recall_delegation(order, "นายกกลับมาปฏิบัติราชการ")
    pass_time(town, timedelta(minutes=20))
    sign(engineers, letter, "หลังยกเลิก")
    engineers.round.run()
    assert [note.flaw for note in notes(engineers, letter)] == [None, None]
    rounds(registry, engineers)
    for desk in (registry, engineers):
        assert [(note.text, note.flaw) for note in notes(desk, letter)] == [("ก่อนยกเลิก", None), ("หลังยกเลิก", RECALLED)]
    (item,) = tray(registry, "kanda")
    assert (item.code, item.data["count"]) == ("letters.endorsed_after_recall", 1)


def test_who_may_not_give_orders_is_refused_by_the_centre_too(town: Town, registry: TownDesk) -> None:
    """A desk that believes its clerk to be a registrar: the centre knows better."""
    words = ("kanda", "นายkanda", "kanda", "เจ้าพนักงานธุรการ", "Officer")
    town.admin.define_staff(town.office_id, DefineStaff(identity("kanda"), *words, identity("CLK"), "clerk"))
    delegate(registry)
    rounds(registry)
    assert AuthorityQueries(registry.desk.reader).delegations() == ()
    assert [item.code for item in tray(registry, "kanda")] == ["letters.may_not_delegate"]


def test_own_phrases_are_at_every_desk_and_a_units_where_the_unit_is(
    town: Town, registry: TownDesk, engineers: TownDesk
) -> None:
    acting(engineers, "wichai").set_phrase(Owner.OWN, "มอบงานควบคุมอาคาร", "assign", 3)
    acting(engineers, "wichai").set_phrase(Owner.UNIT, "ของกองช่าง", "assign", 4)
    acting(registry, "kanda").set_phrase(Owner.OFFICE, "แจ้งทุกกองทราบ", "circulate", 9)
    rounds(engineers, registry)

    def held(desk: TownDesk) -> set[str]:
        return {text for (text,) in desk.desk.reader.rows("SELECT text FROM phrase")}

    assert held(engineers) == {"มอบงานควบคุมอาคาร", "ของกองช่าง", "แจ้งทุกกองทราบ"}
    assert held(registry) == {"มอบงานควบคุมอาคาร", "แจ้งทุกกองทราบ"}
    offered = {one.text for one in AuthorityQueries(registry.desk.reader).phrases(registry.person("wichai"))}
    assert "มอบงานควบคุมอาคาร" in offered
    hers = {one.text for one in AuthorityQueries(registry.desk.reader).phrases(registry.person("kanda"))}
    assert "มอบงานควบคุมอาคาร" not in hers
    for desk in (registry, engineers):
        desk_equals_centre(town, desk)
