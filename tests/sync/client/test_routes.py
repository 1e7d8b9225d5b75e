"""Letters on their way between real desks: what two do at once is decided at the centre, told to both, nothing lost."""

import pytest

from desktop.accounts.mutations import DefineUnit
from desktop.accounts.queries import AccountQueries
from desktop.letters.chain import late_to_acknowledge, matrix
from desktop.letters.model import Basket
from desktop.letters.route_model import Outcome, Part, Purpose, RouteState, Said
from desktop.letters.rules import history
from desktop.office.errors import OfficeError
from desktop.tray.actions import TrayActions
from desktop.tray.model import Way
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.town import REGISTRY, Town, TownDesk, identity
from tests.helpers.ways import (
    CLK,
    ENG,
    FIN,
    LETTER,
    TODAY,
    basket,
    came_to,
    codes,
    held,
    letter,
    rounds,
    routes,
    told,
    tray,
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


def test_stages_go_one_after_the_other_and_show_the_letter_to_nobody_before(
    town: Town, registry: TownDesk, engineers: TownDesk, money: TownDesk
) -> None:
    stages = ((Part(ENG), Part(CLK, Purpose.COPY)), (Part(FIN),))
    id_ = came_to(registry, engineers, money, stages=stages)
    assert letter(money, id_) is None
    assert [step.unit_name for step in held(engineers, id_).steps] == ["กองคลัง"]
    engineers.letters("wichai").receive(way(engineers, id_, ENG).id)
    routes(engineers, "wichai").finish(way(engineers, id_, ENG).id)
    assert [step.unit_name for step in held(engineers, id_).steps] == []
    rounds(engineers, money, registry)
    assert way(money, id_, FIN).state is RouteState.SENT
    assert basket(money, "piyada", Basket.RECEIVE) == 1
    assert way(registry, id_, ENG).done_at is not None
    for desk in (registry, engineers, money):
        desk_equals_centre(town, desk)


def test_two_desks_of_a_unit_are_done_at_once_and_the_next_stage_goes_once(
    town: Town, registry: TownDesk, engineers: TownDesk, money: TownDesk
) -> None:
    other = town.desk("E2", (), ("unit:ENG/normal",))
    id_ = came_to(registry, engineers, other, stages=((Part(ENG),), (Part(FIN),)))
    for desk in (engineers, other):
        routes(desk, "wichai").finish(way(desk, id_, ENG).id)
    rounds(engineers, other, money)
    assert [route.unit_id for route in held(money, id_).routes] == [ENG, FIN]
    assert codes(other, "wichai") == []
    for desk in (engineers, other, money):
        desk_equals_centre(town, desk)


def test_a_recall_that_crosses_the_reception_becomes_a_question_and_both_are_told(
    town: Town, registry: TownDesk, engineers: TownDesk
) -> None:
    id_ = came_to(registry, engineers)
    engineers.letters("wichai").receive(way(engineers, id_, ENG).id)
    registry.letters("kanda").recall([way(registry, id_, ENG).id], "ส่งผิดเรื่อง")
    assert way(registry, id_, ENG).state is RouteState.RECALLED
    rounds(engineers, registry)
    assert codes(registry, "kanda") == ["letters.recall_too_late"]
    item = tray(registry, "kanda").open[0]
    assert item.routes[0].received_at is not None
    for desk in (registry, engineers):
        route = way(desk, id_, ENG)
        assert (route.state, route.asked_at is not None) == (RouteState.RECEIVED, True)
        assert told(desk, id_) == [Said.ASKED_BACK]
    routes(engineers, "wichai").give_back(way(engineers, id_, ENG).id)
    rounds(engineers, registry)
    assert letter(engineers, id_) is None
    assert way(registry, id_, ENG).outcome is Outcome.GIVEN_BACK
    assert basket(registry, "kanda", Basket.NEW) == 1
    desk_equals_centre(town, registry)


def test_a_reception_that_comes_after_the_recall_is_told_to_both(
    town: Town, registry: TownDesk, engineers: TownDesk
) -> None:
    id_ = came_to(registry, engineers)
    registry.letters("kanda").recall([way(registry, id_, ENG).id])
    engineers.letters("wichai").receive(way(engineers, id_, ENG).id)
    rounds(registry, engineers)
    assert letter(engineers, id_) is None
    (item,) = tray(engineers, "wichai").open
    assert (item.code, item.routes[0].state) == ("letters.route_settled", "recalled")
    assert told(registry, id_) == [Said.CAME_LATE]
    assert ("route.came_late", "นางwichai") in [(one.kind, one.who) for one in history(held(registry, id_))]


def test_some_of_a_sending_come_back_and_the_received_one_is_asked_for(
    registry: TownDesk, engineers: TownDesk, money: TownDesk
) -> None:
    id_ = came_to(registry, engineers, money, stages=((Part(ENG), Part(FIN)),))
    engineers.letters("wichai").receive(way(engineers, id_, ENG).id)
    both = [route.id for route in held(registry, id_).routes]
    registry.letters("kanda").recall(both)
    rounds(engineers, registry, money)
    assert way(registry, id_, FIN).state is RouteState.RECALLED
    assert letter(money, id_) is None
    assert way(registry, id_, ENG).asked_at is not None
    assert codes(registry, "kanda") == ["letters.recall_too_late"]


def test_the_receiver_keeps_it_with_a_reason_and_the_first_answer_stands(
    town: Town, registry: TownDesk, engineers: TownDesk
) -> None:
    other = town.desk("E2", (), ("unit:ENG/normal",))
    id_ = came_to(registry, engineers)
    engineers.letters("wichai").receive(way(engineers, id_, ENG).id)
    rounds(engineers, registry, other)
    routes(registry, "kanda").ask_back(way(registry, id_, ENG).id, "ขอแก้เอกสาร")
    rounds(registry, engineers, other)
    with pytest.raises(OfficeError, match="letters.reason_missing"):
        routes(engineers, "wichai").keep(way(engineers, id_, ENG).id, " ")
    routes(engineers, "wichai").keep(way(engineers, id_, ENG).id, "ช่างออกสำรวจแล้ว")
    routes(other, "wichai").give_back(way(other, id_, ENG).id)
    rounds(engineers, other, registry)
    assert told(registry, id_) == [Said.ASKED_BACK, Said.KEPT]
    assert held(registry, id_).route_events[-1].text == "ช่างออกสำรวจแล้ว"
    assert way(other, id_, ENG).state is RouteState.RECEIVED
    assert codes(other, "wichai") == ["letters.not_asked"]


def test_what_came_to_the_wrong_place_goes_back_to_who_sent_it(
    town: Town, registry: TownDesk, engineers: TownDesk, money: TownDesk
) -> None:
    id_ = came_to(registry, engineers, money)
    own = way(engineers, id_, ENG)
    engineers.letters("wichai").receive(own.id)
    routes(engineers, "wichai").send(id_, ((Part(FIN),),), done_route=own.id)
    rounds(engineers, money)
    assert (basket(engineers, "wichai", Basket.ENDORSE), basket(engineers, "wichai", Basket.SENT)) == (0, 1)
    routes(money, "piyada").send_back(way(money, id_, FIN).id, "ไม่ใช่งานของกองคลัง")
    rounds(money, engineers, registry)
    assert letter(money, id_) is None
    returned = way(engineers, id_, FIN)
    assert (returned.state, returned.outcome) == (RouteState.RECALLED, Outcome.RETURNED)
    assert way(engineers, id_, ENG).is_open
    assert basket(engineers, "wichai", Basket.ENDORSE) == 1
    assert held(registry, id_).route_events[0].text == "ไม่ใช่งานของกองคลัง"
    desk_equals_centre(town, engineers)


def test_a_return_that_crosses_a_recall_leaves_its_reason_and_troubles_nobody(
    registry: TownDesk, engineers: TownDesk
) -> None:
    id_ = came_to(registry, engineers)
    registry.letters("kanda").recall([way(registry, id_, ENG).id])
    routes(engineers, "wichai").send_back(way(engineers, id_, ENG).id, "ไม่ใช่งานช่าง")
    rounds(registry, engineers)
    assert told(registry, id_) == [Said.RETURNED]
    assert codes(registry, "kanda") == codes(engineers, "wichai") == []
    assert basket(registry, "kanda", Basket.NEW) == 1


def test_two_desks_send_one_holding_on_to_different_places_and_the_second_is_told(
    town: Town, registry: TownDesk, engineers: TownDesk
) -> None:
    other = town.desk("E2", (), ("unit:ENG/normal",))
    id_ = came_to(registry, engineers, other)
    for desk, to in ((engineers, FIN), (other, identity("EDU"))):
        own = way(desk, id_, ENG)
        routes(desk, "wichai").send(id_, ((Part(to),),), done_route=own.id)
    rounds(engineers, other, registry)
    assert [route.unit_id for route in held(registry, id_).routes] == [ENG, FIN]
    (item,) = tray(other, "wichai").open
    assert (item.code, item.routes[0].unit.th) == ("letters.already_routed", "กองคลัง")
    desk_equals_centre(town, other)


def test_a_unit_that_was_closed_meanwhile_is_refused_and_the_letter_stays(town: Town, registry: TownDesk) -> None:
    came = registry.letters("kanda").register(LETTER)
    rounds(registry)
    town.admin.define_unit(town.office_id, DefineUnit(ENG, "ENG", "กองช่าง", "ENG", "ช่าง", valid_to="2026-11-10"))
    routes(registry, "kanda").send(came.id, ((Part(ENG),),))
    rounds(registry)
    assert codes(registry, "kanda") == ["letters.unit_closed"]
    assert held(registry, came.id).routes == ()
    with pytest.raises(OfficeError, match="letters.unit_closed") as refused:
        registry.letters("kanda").route(came.id, [ENG])
    assert refused.value.describe()[0] == "ส่งไม่ได้ กองช่าง ปิดไปแล้ว"
    assert ENG not in {unit.id for unit in AccountQueries(registry.desk.reader).open_units(TODAY)}


def test_the_next_stage_can_be_closed_by_the_time_its_turn_comes(
    town: Town, registry: TownDesk, engineers: TownDesk
) -> None:
    id_ = came_to(registry, engineers, stages=((Part(ENG),), (Part(FIN),)))
    town.admin.define_unit(town.office_id, DefineUnit(FIN, "FIN", "กองคลัง", "FIN", "FIN", valid_to="2026-11-10"))
    routes(engineers, "wichai").finish(way(engineers, id_, ENG).id)
    rounds(engineers, registry)
    assert codes(engineers, "wichai") == ["letters.next_unit_closed"]
    assert way(registry, id_, ENG).done_at is not None
    assert [route.unit_id for route in held(registry, id_).routes] == [ENG]


def test_a_circular_is_counted_unit_by_unit_and_only_who_has_not_is_reminded(
    town: Town, registry: TownDesk, engineers: TownDesk, money: TownDesk
) -> None:
    stage = tuple(Part(unit, Purpose.COPY, wants_ack=True) for unit in (ENG, FIN))
    id_ = came_to(registry, engineers, money, stages=(stage,))
    assert basket(engineers, "wichai", Basket.CIRCULAR) == 1
    watching(engineers, "wichai").read(way(engineers, id_, ENG).id)
    watching(engineers, "wichai").acknowledge(way(engineers, id_, ENG).id)
    routes(registry, "kanda").remind(id_, late_to_acknowledge(held(registry, id_)), "ขอให้ตอบภายในวันนี้")
    rounds(engineers, registry, money)
    seen = [(one.unit_name, one.read_at is not None, one.who, one.reminders) for one in matrix(held(registry, id_))]
    assert seen == [("กองคลัง", False, "", 1), ("กองช่าง", True, "นางwichai", 0)]
    assert [one.unit_name for one in held(money, id_).route_events] == ["กองคลัง"]
    assert (basket(engineers, "wichai", Basket.CIRCULAR), basket(money, "piyada", Basket.CIRCULAR)) == (0, 1)
    watching(money, "piyada").acknowledge(way(money, id_, FIN).id)
    rounds(money, registry)
    assert late_to_acknowledge(held(registry, id_)) == ()
    with pytest.raises(OfficeError, match="letters.nobody_to_remind"):
        routes(registry, "kanda").remind(id_, ())
    desk_equals_centre(town, registry)


def test_a_circular_recalled_meanwhile_keeps_that_it_was_acknowledged(registry: TownDesk, engineers: TownDesk) -> None:
    id_ = came_to(registry, engineers, stages=((Part(ENG, Purpose.COPY, wants_ack=True),),))
    registry.letters("kanda").recall([way(registry, id_, ENG).id])
    watching(engineers, "wichai").acknowledge(way(engineers, id_, ENG).id)
    rounds(registry, engineers)
    assert [one.who for one in matrix(held(registry, id_))] == ["นางwichai"]
    assert codes(engineers, "wichai") == []


def test_a_recall_that_comes_after_the_matter_was_closed_is_told_and_opens_it_again(
    town: Town, registry: TownDesk, engineers: TownDesk
) -> None:
    """What was done besides, after the recall, holds; and the unit gets the letter once more when somebody wants it."""
    id_ = came_to(registry, engineers)
    engineers.letters("wichai").receive(way(engineers, id_, ENG).id)
    routes(engineers, "wichai").finish(way(engineers, id_, ENG).id)
    registry.letters("kanda").recall([way(registry, id_, ENG).id])
    registry.letters("kanda").route(id_, [FIN])
    rounds(engineers, registry)
    assert way(registry, id_, FIN).state is RouteState.SENT
    (item,) = tray(registry, "kanda").open
    assert (item.code, item.ways[0]) == ("letters.route_settled", Way.REOPEN)
    assert item.routes[0].done_at is not None
    TrayActions(registry.desk, registry.person("kanda")).reopen(item.id)
    rounds(registry, engineers)
    assert codes(registry, "kanda") == []
    again = way(engineers, id_, ENG)
    assert (again.state, again.note) == (RouteState.SENT, "ขอให้เปิดเรื่องอีกครั้ง")
    assert basket(engineers, "wichai", Basket.RECEIVE) == 1
    for desk in (registry, engineers):
        desk_equals_centre(town, desk)
