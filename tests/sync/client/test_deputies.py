"""Who acts for a post, between real desks: their basket by the order and its days; what the centre says of papers."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.accounts.mutations import DefinePost, DefineStaff
from desktop.accounts.queries import AccountQueries
from desktop.letters.authority import Capacity
from desktop.letters.authority_queries import AuthorityQueries
from desktop.letters.chain import part_for
from desktop.letters.endorsing_actions import EndorsingActions, Order
from desktop.letters.finding import InboxFilter
from desktop.letters.model import Basket
from desktop.letters.queries import LetterQueries
from desktop.letters.route_model import Part
from desktop.letters.route_queries import RouteQueries
from desktop.letters.rules import INCOMING_SERIES
from desktop.office.clock import ManualClock
from desktop.office.ids import Id
from desktop.outgoing.drafting import DraftActions
from desktop.outgoing.model import Level
from desktop.outgoing.queries import OutgoingQueries
from desktop.outgoing.signing import SigningActions
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.outgoing import LETTER
from tests.helpers.town import ENGINEERING, REGISTRY, Town, TownDesk, identity
from tests.helpers.ways import CLK, ENG, codes, rounds, routes, way
from tests.helpers.ways import LETTER as INCOMING

MAYOR, TODAY = "นายกเทศมนตรี", date(2026, 11, 11)
OUT = "letters.outgoing/central"
POST = identity("MAYOR")


@pytest.fixture
def registry(town: Town) -> TownDesk:
    for login, unit, position, role in (
        ("kanda", CLK, "เจ้าพนักงานธุรการ", "registrar"),
        ("somchai", CLK, MAYOR, "executive"),
        ("malee", CLK, "รองนายกเทศมนตรี", "executive"),
        ("wichai", ENG, "ผู้อำนวยการกองช่าง", "head"),
    ):
        who = DefineStaff(identity(login), login, f"นาย{login}", login, position, position, unit, role)
        town.admin.define_staff(town.office_id, who)
    town.admin.define_post(town.office_id, DefinePost(POST, "MAYOR", MAYOR, "Mayor", 7, CLK, None, identity("somchai")))
    return town.desk("C1", (INCOMING_SERIES, OUT), REGISTRY)


@pytest.fixture
def hall(town: Town, registry: TownDesk) -> TownDesk:
    """The desk of the mayor's deputy."""
    return town.desk("D1", (OUT,), ("unit:CLK/normal",))


def order(desk: TownDesk, to: str, **more: object) -> Id:
    """For the mayor, today and tomorrow."""
    made = Order("๗/๒๕๖๙", TODAY, Capacity.DELEGATED, MAYOR, TODAY, date(2026, 11, 12), to_id=identity(to))
    return EndorsingActions(desk.desk, desk.person("kanda")).delegate(replace(made, **more))  # type: ignore[arg-type]


def to_the_mayor(desk: TownDesk) -> Id:
    came = desk.letters("kanda").register(INCOMING)
    routes(desk, "kanda").send(came.id, ((Part(CLK, post_id=POST),),))
    return came.id


def waits(desk: TownDesk, login: str, which: Basket = Basket.RECEIVE, day: date = TODAY) -> int:
    who = desk.person(login)
    return LetterQueries(desk.desk.reader).count(InboxFilter(which, who.unit.id, day, person_id=who.id))


def test_what_is_for_the_post_waits_for_its_deputy_on_the_days_of_the_order(
    town: Town, registry: TownDesk, hall: TownDesk
) -> None:
    to_the_mayor(registry)
    rounds(registry, hall)
    assert (waits(hall, "somchai"), waits(hall, "malee")) == (1, 0)
    made = order(registry, "malee")
    rounds(registry, hall)
    assert (waits(hall, "somchai"), waits(hall, "malee"), waits(hall, "kanda")) == (1, 1, 0)
    assert [waits(hall, "malee", day=date(2026, 11, day)) for day in (10, 12, 13)] == [0, 1, 0]
    EndorsingActions(registry.desk, registry.person("kanda")).recall_delegation(made, "กลับมาแล้ว")
    rounds(registry, hall)
    assert waits(hall, "malee") == 0
    desk_equals_centre(town, hall)


def test_what_the_deputy_took_over_waits_to_be_endorsed_by_either(registry: TownDesk, hall: TownDesk) -> None:
    id_ = to_the_mayor(registry)
    order(registry, "malee")
    rounds(registry, hall)
    hall.letters("malee").receive(way(hall, id_, CLK).id)
    assert (waits(hall, "malee", Basket.ENDORSE), waits(hall, "somchai", Basket.ENDORSE)) == (1, 1)
    assert waits(hall, "malee") == 0


def test_an_order_about_other_letters_brings_none(registry: TownDesk, hall: TownDesk) -> None:
    to_the_mayor(registry)
    order(registry, "malee", kinds=("order",))
    rounds(registry, hall)
    assert waits(hall, "malee") == 0
    order(registry, "malee", kinds=("external",))
    rounds(registry, hall)
    assert waits(hall, "malee") == 1


def test_what_was_given_to_one_person_is_nobody_elses(registry: TownDesk, hall: TownDesk) -> None:
    came = registry.letters("kanda").register(INCOMING)
    routes(registry, "kanda").send(came.id, ((Part(CLK, post_id=POST, person_id=identity("kanda")),),))
    order(registry, "malee")
    rounds(registry, hall)
    assert (waits(hall, "malee"), waits(hall, "kanda")) == (0, 1)


def test_a_deputy_of_another_unit_gets_what_is_sent_into_their_hands(town: Town, registry: TownDesk) -> None:
    engineers = town.desk("E1", (), ENGINEERING)
    order(registry, "wichai", capacity=Capacity.ACTING)
    people = AccountQueries(registry.desk.reader)
    (post,) = people.posts(TODAY)
    ((one,),) = RouteQueries(registry.desk.reader, people).preview(((part_for(post),),), TODAY)
    assert (one.deputies, one.is_deputed) == (("นายwichai รักษาราชการแทน",), True)
    came = registry.letters("kanda").register(INCOMING)
    routes(registry, "kanda").send(came.id, ((Part(ENG, post_id=POST, person_id=identity("wichai")),),))
    rounds(registry, engineers)
    assert waits(engineers, "wichai") == 1
    assert way(engineers, came.id, ENG).post_name == MAYOR


def signed_for_the_mayor(hall: TownDesk, made: Id) -> Id:
    content = replace(
        LETTER, signer_id=identity("malee"), signer_name="นายmalee", signer_orders=(made,),
        signer_lines=("รองนายกเทศมนตรี ปฏิบัติราชการแทน", "นายกเทศมนตรีเมืองตัวอย่าง"),
    )  # fmt: skip
    writing = DraftActions(hall.desk, hall.person("malee"))
    draft_id = writing.start(content.template, content=content)
    draft = OutgoingQueries(hall.desk.reader).draft(draft_id)
    assert draft is not None
    writing.ask(draft_id, draft.current.id, content, hall.person("malee"))
    writing.approve(draft_id, draft.current.id)
    return SigningActions(hall.desk, hall.person("malee")).sign(draft_id, draft.current.id, Level.ACT).letter_id


def test_a_paper_signed_by_an_order_that_holds_is_not_doubted(town: Town, registry: TownDesk, hall: TownDesk) -> None:
    made = order(registry, "malee")
    rounds(registry, hall)
    assert [one.id for one in AuthorityQueries(hall.desk.reader).in_force(TODAY)] == [made]
    signed_for_the_mayor(hall, made)
    rounds(hall, registry)
    assert codes(hall, "malee") == []
    desk_equals_centre(town, hall)


def test_a_paper_signed_after_a_recall_that_was_not_known_is_kept_and_told(
    town: Town, registry: TownDesk, hall: TownDesk
) -> None:
    made = order(registry, "malee")
    rounds(registry, hall)
    EndorsingActions(registry.desk, registry.person("kanda")).recall_delegation(made, "กลับมาแล้ว")
    registry.round.run()
    assert isinstance(town.clock, ManualClock)
    town.clock.advance(timedelta(minutes=5))
    letter = signed_for_the_mayor(hall, made)
    rounds(hall, registry)
    assert codes(hall, "malee") == ["outgoing.signed_without_power"]
    assert OutgoingQueries(registry.desk.reader).signing(letter) is not None
    assert town.clock.now() > datetime(2026, 11, 11, tzinfo=UTC)
    desk_equals_centre(town, hall)
