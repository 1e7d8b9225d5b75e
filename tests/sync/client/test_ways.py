"""What people keep of letters, who moves them in an absence, the chain and named routes, between real desks."""

from datetime import date

import pytest

from desktop.accounts.mutations import DefinePost, DefineStaff
from desktop.accounts.queries import AccountQueries
from desktop.letters.chain import part_for, upward
from desktop.letters.model import Basket, Registration
from desktop.letters.route_model import Part, Purpose, RouteState, Said
from desktop.letters.route_queries import RouteQueries
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.town import REGISTRY, Town, TownDesk, identity
from tests.helpers.ways import (
    CLK,
    ENG,
    FIN,
    TODAY,
    basket,
    came_to,
    codes,
    rounds,
    routes,
    told,
    watching,
    way,
)


@pytest.fixture
def registry(town: Town) -> TownDesk:
    return town.desk("C1", audiences=REGISTRY)


@pytest.fixture
def engineers(town: Town) -> TownDesk:
    return town.second_desk()


@pytest.fixture
def money(town: Town) -> TownDesk:
    return town.desk("F1", (), ("unit:FIN/normal",))


def test_following_and_putting_away_are_a_persons_own_at_every_desk(
    town: Town, registry: TownDesk, engineers: TownDesk
) -> None:
    other = town.desk("C2", (), REGISTRY)
    id_ = came_to(registry, engineers, other)
    for desk in (registry, other):
        watching(desk, "kanda").follow(id_)
    rounds(registry, other)
    assert town.count("SELECT count(*) FROM letter_watch WHERE office_id = :o", o=town.office_id) == 1
    engineers.letters("wichai").receive(way(engineers, id_, ENG).id)
    watching(engineers, "wichai").snooze(id_, date(2026, 11, 16))
    rounds(engineers, registry, other)
    assert basket(other, "kanda", Basket.FOLLOWED) == 1
    assert basket(other, "piyada", Basket.FOLLOWED) == 0
    assert [basket(engineers, "wichai", which) for which in (Basket.ENDORSE, Basket.SNOOZED)] == [0, 1]
    routes(registry, "kanda").remind(id_, [way(registry, id_, ENG).id], "ด่วน")
    rounds(registry, engineers)
    assert basket(engineers, "wichai", Basket.ENDORSE) == 1
    watching(other, "kanda").follow(id_, on=False)
    rounds(other, registry, engineers)
    assert basket(registry, "kanda", Basket.FOLLOWED) == 0
    for desk in (registry, other, engineers):
        desk_equals_centre(town, desk)


def test_what_is_put_away_is_due_all_the_same(registry: TownDesk) -> None:
    came = registry.letters("kanda").register(Registration("ก", "ข", "ค", due_date=date(2026, 11, 13)))
    watching(registry, "kanda").snooze(came.id, date(2026, 11, 20))
    assert (basket(registry, "kanda", Basket.NEW), basket(registry, "kanda", Basket.DUE)) == (0, 1)
    with pytest.raises(OfficeError, match="letters.snooze_in_past"):
        watching(registry, "kanda").snooze(came.id, TODAY)
    watching(registry, "kanda").snooze(came.id, None)
    assert basket(registry, "kanda", Basket.NEW) == 1


def staff(town: Town, login: str, unit: Id, role: str) -> None:
    words = (login, f"นาง{login}", login, "เจ้าพนักงาน", "Officer")
    town.admin.define_staff(town.office_id, DefineStaff(identity(login), *words, unit, role))


def test_the_head_moves_the_letters_of_who_is_absent(town: Town, registry: TownDesk, engineers: TownDesk) -> None:
    staff(town, "boss", ENG, "head")
    staff(town, "chang", ENG, "officer")
    rounds(engineers, registry)
    stage = (Part(ENG, person_id=identity("wichai")),)
    first, second = (came_to(registry, engineers, stages=(stage,)) for _ in range(2))
    absent = engineers.person("wichai")
    found = RouteQueries(engineers.desk.reader, AccountQueries(engineers.desk.reader)).open_of(absent.id)
    assert {one.letter_id for one in found} == {first, second}
    ids = [one.route_id for one in found]
    with pytest.raises(OfficeError, match="letters.may_not_reassign"):
        routes(engineers, "chang").reassign(ids, engineers.person("chang"), "ลาป่วย")
    with pytest.raises(OfficeError, match="letters.person_not_of_unit"):
        routes(engineers, "boss").reassign(ids, engineers.person("kanda"), "ลาป่วย")
    routes(engineers, "boss").reassign(ids, engineers.person("chang"), "ลาป่วย")
    routes(registry, "kanda").send(first, ((Part(FIN),),))
    rounds(engineers, registry)
    assert way(registry, first, ENG).holder_name == "นางchang"
    assert told(registry, second) == [Said.REASSIGNED]
    assert (basket(engineers, "chang", Basket.RECEIVE), basket(engineers, "wichai", Basket.RECEIVE)) == (2, 0)
    desk_equals_centre(town, engineers)


def test_what_was_done_before_the_reassignment_stays_done(town: Town, registry: TownDesk, engineers: TownDesk) -> None:
    staff(town, "boss", ENG, "head")
    staff(town, "chang", ENG, "officer")
    other = town.desk("E2", (), ("unit:ENG/normal",))
    stage = (Part(ENG, person_id=identity("wichai")),)
    id_ = came_to(registry, engineers, other, stages=(stage,))
    routes(engineers, "wichai").finish(way(engineers, id_, ENG).id)
    routes(other, "boss").reassign([way(other, id_, ENG).id], other.person("chang"), "ลาป่วย")
    rounds(engineers, other, registry)
    assert codes(other, "boss") == ["letters.route_settled"]
    assert way(registry, id_, ENG).holder_name == "นางwichai"


def chain(town: Town) -> None:
    """wichai (กองช่าง) below kanda (ปลัด) below a vacant นายก."""
    for code, rung, unit, above, holder in (
        ("MAYOR", 7, CLK, None, None),
        ("PALAD", 5, CLK, "MAYOR", "kanda"),
        ("ENGHEAD", 3, ENG, "PALAD", "wichai"),
    ):
        above_id, staff_id = (identity(name) if name else None for name in (above, holder))
        post = DefinePost(identity(code), code, f"ตำแหน่ง {code}", code, rung, unit, above_id, staff_id)
        town.admin.define_post(town.office_id, post)


def test_a_letter_climbs_the_chain_and_the_next_holder_is_known_before(
    town: Town, registry: TownDesk, engineers: TownDesk
) -> None:
    chain(town)
    id_ = came_to(registry, engineers)
    engineers.letters("wichai").receive(way(engineers, id_, ENG).id)
    people = AccountQueries(engineers.desk.reader)
    above = upward(people.posts(TODAY), engineers.person("wichai"))
    assert [post.code for post in above] == ["PALAD", "MAYOR"]
    stages = ((part_for(above[0]),), (part_for(above[1]),))
    ((first,), (second,)) = RouteQueries(engineers.desk.reader, people).preview(stages, TODAY)
    assert (first.post_name, first.person_name, second.is_vacant) == ("ตำแหน่ง PALAD", "นางkanda", True)
    routes(engineers, "wichai").send(id_, stages, done_route=way(engineers, id_, ENG).id)
    rounds(engineers, registry)
    assert basket(registry, "kanda", Basket.RECEIVE) == 1
    routes(registry, "kanda").finish(way(registry, id_, CLK).id)
    up = way(registry, id_, CLK)
    assert (up.post_name, up.state) == ("ตำแหน่ง MAYOR", RouteState.SENT)
    routes(registry, "kanda").send(id_, ((Part(ENG, person_id=identity("wichai")),),), done_route=up.id)
    rounds(registry, engineers)
    assert way(engineers, id_, ENG).holder_name == "นางwichai"
    assert basket(engineers, "wichai", Basket.RECEIVE) == 1
    for desk in (registry, engineers):
        desk_equals_centre(town, desk)


def test_templates_are_a_units_or_the_offices_and_changing_one_makes_another(
    town: Town, registry: TownDesk, engineers: TownDesk, money: TownDesk
) -> None:
    stages = ((Part(FIN),), (Part(CLK, Purpose.COPY),))
    own = watching(engineers, "wichai").define_template("เบิกจ่าย", stages, unit_id=ENG, kind="internal")
    watching(registry, "kanda").define_template("แจ้งทุกกอง", ((Part(ENG), Part(FIN)),), unit_id=None)
    rounds(engineers, registry, money)

    def names(desk: TownDesk, unit: Id, kind: str = "internal") -> list[str]:
        queries = RouteQueries(desk.desk.reader, AccountQueries(desk.desk.reader))
        return [one.name for one in queries.templates(unit, kind)]

    assert names(engineers, ENG) == ["เบิกจ่าย", "แจ้งทุกกอง"]
    assert names(engineers, ENG, "external") == names(money, FIN) == ["แจ้งทุกกอง"]
    watching(engineers, "wichai").define_template("เบิกจ่ายใหม่", stages, unit_id=ENG, kind="internal", replaces=own)
    rounds(engineers)
    assert names(engineers, ENG) == ["เบิกจ่ายใหม่", "แจ้งทุกกอง"]
    found = RouteQueries(engineers.desk.reader, AccountQueries(engineers.desk.reader)).templates(ENG, "internal")
    assert found[0].stages == stages
    with pytest.raises(OfficeError, match="letters.template_empty"):
        watching(engineers, "wichai").define_template(" ", stages, unit_id=ENG)
