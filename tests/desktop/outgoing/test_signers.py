"""The block below a signature, word for word, and what becomes of a draft whose signer's order has ended."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.letters.authority import OTHER_SCOPE, Capacity, Standing
from desktop.letters.endorsing_actions import Order
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.outgoing.model import Content, Level, State, Template
from desktop.outgoing.rules import differences, packed, unpacked
from desktop.outgoing.signers import Signer, block_lines, check, flaw_in, signers
from desktop.paper.pages import page_text
from tests.helpers.chain import ACTS, CLERK, DAY, DEPUTY, GIVEN, MAYOR, PEOPLE, TO_THE_POST, key
from tests.helpers.desk import MORNING, make_desk, make_office, person, staff_id
from tests.helpers.outgoing import LETTER, approved, found

TOWN = "เทศบาลเมืองแม่เหียะ"
TODAY = date(2026, 11, 11)


def lines_of(name: str, *orders: object, kind: str = "external", moment: datetime = DAY) -> list[tuple[str, ...]]:
    every = signers(PEOPLE, orders, moment, kind, TOWN)  # type: ignore[arg-type]
    return [one.lines for one in every if one.person.name_th == name]


def test_ones_own_post_bears_the_town_where_it_heads_it() -> None:
    assert lines_of("สมชาย") == [("นายกเทศมนตรีเมืองแม่เหียะ",)]
    assert lines_of("จำลอง") == [("ปลัดเทศบาลเมืองแม่เหียะ",)]
    assert lines_of("นิภา") == [("รองปลัดเทศบาล",)]
    assert lines_of("วิชัย") == [("ผู้อำนวยการกองช่าง",)]


@pytest.mark.parametrize(
    ("capacity", "first"),
    [
        (Capacity.ACTING, "รองปลัดเทศบาล รักษาราชการแทน"),
        (Capacity.DELEGATED, "รองปลัดเทศบาล ปฏิบัติราชการแทน"),
        (Capacity.CARETAKER, "รองปลัดเทศบาล รักษาการในตำแหน่ง"),
    ],
)
def test_acting_for_the_clerk_word_for_word(capacity: Capacity, first: str) -> None:
    assert lines_of("นิภา", replace(ACTS, capacity=capacity)) == [("รองปลัดเทศบาล",), (first, "ปลัดเทศบาลเมืองแม่เหียะ")]


def test_the_clerk_by_delegation_of_the_mayor_word_for_word() -> None:
    assert lines_of("จำลอง", TO_THE_POST)[1] == ("ปลัดเทศบาล ปฏิบัติราชการแทน", "นายกเทศมนตรีเมืองแม่เหียะ")


def test_three_posts_word_for_word() -> None:
    assert lines_of("นิภา", ACTS, TO_THE_POST)[2] == (
        "รองปลัดเทศบาล รักษาราชการแทน",
        "ปลัดเทศบาล ปฏิบัติราชการแทน",
        "นายกเทศมนตรีเมืองแม่เหียะ",
    )


def test_a_capacity_is_offered_on_its_days_and_for_its_letters_alone() -> None:
    assert len(lines_of("นิภา", ACTS, moment=DAY.replace(day=17))) == 1
    assert len(lines_of("นิภา", replace(ACTS, kinds=frozenset({"order"})))) == 1
    assert len(lines_of("นิภา", replace(ACTS, actions=frozenset({"acknowledge"})))) == 1
    assert len(lines_of("นิภา", replace(ACTS, actions=frozenset({"signed"})))) == 2


def as_deputy(*orders: Id) -> Content:
    return replace(LETTER, signer_id=DEPUTY.id, signer_name="นิภา", signer_orders=orders)


def test_what_is_wrong_with_the_orders_of_a_signer_is_named() -> None:
    content = as_deputy(ACTS.id)
    assert flaw_in(content, DEPUTY.position_th, (ACTS,), DAY) is None
    for orders, moment in (((), DAY), ((ACTS,), DAY.replace(day=17)), ((replace(ACTS, to_id=MAYOR.id),), DAY)):
        with pytest.raises(OfficeError, match=r"letters\.order_over"):
            check(content, PEOPLE, orders, moment)
    with pytest.raises(OfficeError, match=OTHER_SCOPE):
        check(content, PEOPLE, (replace(ACTS, kinds=frozenset({"order"})),), DAY)
    check(as_deputy(), PEOPLE, (), DAY)
    check(as_deputy(ACTS.id, TO_THE_POST.id), PEOPLE, (ACTS, TO_THE_POST), DAY)
    with pytest.raises(OfficeError, match=r"letters\.order_over"):
        check(as_deputy(GIVEN.id, TO_THE_POST.id), PEOPLE, (GIVEN, TO_THE_POST), DAY)


def test_a_content_without_orders_is_packed_as_it_ever_was() -> None:
    """What was written before there were such orders keeps its text, and so its fingerprint."""
    assert "signer_orders" not in packed(LETTER)
    acted = as_deputy(key("order"))
    assert unpacked(packed(acted)) == acted
    assert unpacked(packed(LETTER)) == LETTER
    assert differences(as_deputy(), acted) == ()


def test_a_signers_key_tells_their_capacities_apart() -> None:
    own = Signer(CLERK, Standing(CLERK.position_th), block_lines(Standing(CLERK.position_th), TOWN))
    by_order = Signer(CLERK, Standing(CLERK.position_th, (TO_THE_POST,)), ())
    assert (own.key, own.orders) == (CLERK.id.hex(), ())
    assert by_order.key == f"{CLERK.id.hex()}.{TO_THE_POST.id.hex()}"


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MORNING)


@pytest.fixture
def office(tmp_path: Path, clock: ManualClock) -> Iterator[Office]:
    desk = make_desk(tmp_path / "desk", clock=clock, registers=("letters.outgoing/central",))
    yield make_office(desk)
    desk.close()


def acting_content(office: Office, last: date | None = TODAY) -> Content:
    """A letter that wichai signs for the mayor, by an order until that day."""
    order = Order("๓๑๐/๒๕๖๙", TODAY, Capacity.ACTING, "นายกเทศมนตรี", TODAY, last, to_id=staff_id("wichai"))
    office.endorsing(person(office)).delegate(order)
    profile = office.account_queries.office()
    assert profile is not None
    known = office.authority_queries.delegations()
    every = signers(office.account_queries.people(), known, office.clock.now(), "external", "เทศบาลเมืองแม่เหียะ")
    (signer,) = [one for one in every if one.person.login == "wichai" and one.orders]
    return replace(
        LETTER, signer_id=signer.person.id, signer_name=signer.person.name_th, signer_lines=signer.lines,
        signer_orders=signer.orders,
    )  # fmt: skip


def test_the_paper_bears_the_block_of_the_order(office: Office) -> None:
    draft = approved(office, acting_content(office))
    signed = office.outgoing.signing(person(office, "wichai")).sign(draft.id, draft.current.id, Level.ACT)
    assert signed.file is not None
    words = " ".join(page_text(office.desk.blobs.get(signed.file)).split())
    assert "(นายวิชัย โยธาเทียม) ผู้อำนวยการกองช่าง รักษาราชการแทน นายกเทศมนตรีเมืองแม่เหียะ" in words


def test_after_its_last_day_nothing_is_asked_approved_or_signed(office: Office, clock: ManualClock) -> None:
    content = acting_content(office)
    writing = office.outgoing.drafts(person(office))
    ready = approved(office, content)
    waiting = writing.start(Template.EXTERNAL, content=content)
    version = found(office, waiting).current.id
    writing.ask(waiting, version, content, person(office))
    later = writing.start(Template.EXTERNAL, content=content)
    clock.advance(timedelta(days=1))
    refused = (
        lambda: writing.ask(later, found(office, later).current.id, content, person(office)),
        lambda: writing.approve(waiting, version),
        lambda: office.outgoing.signing(person(office)).sign(ready.id, ready.current.id, Level.WET),
    )
    for act in refused:
        with pytest.raises(OfficeError, match=r"letters\.order_over") as told:
            act()
        assert told.value.subject == {"order_no": "๓๑๐/๒๕๖๙", "position": "นายกเทศมนตรี"}
    states = [found(office, one).state for one in (later, waiting, ready.id)]
    assert states == [State.WRITING, State.REVIEW, State.APPROVED]
    assert office.desk.reader.rows("SELECT count(*) FROM number_event") == [(0,)]


def test_a_day_that_is_not_over_in_bangkok_counts(office: Office, clock: ManualClock) -> None:
    content = acting_content(office)
    clock.advance(datetime(2026, 11, 11, 16, 59, tzinfo=UTC) - MORNING)
    approved(office, content)
    clock.advance(timedelta(minutes=1))
    with pytest.raises(OfficeError, match=r"letters\.order_over"):
        approved(office, content)
