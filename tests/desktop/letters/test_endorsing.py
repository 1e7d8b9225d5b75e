"""Signing in a capacity, thinking again, putting right: a person's verbs on a real encrypted store."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.catalogue import catalogue
from desktop.letters.authority import OVER, Capacity, Standing
from desktop.letters.endorsing_actions import Order, Wish
from desktop.letters.holding import MOMENT
from desktop.letters.model import Endorsement, NotePlace, Reading, Registration
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store.desk import Desk
from tests.helpers.desk import MORNING, make_desk, make_office, person, staff_id

MAYOR = "นายกเทศมนตรี"
TODAY = date(2026, 11, 11)
ACTING = Order("๓๑๐/๒๕๖๙", TODAY, Capacity.ACTING, MAYOR, TODAY, TODAY, to_id=staff_id("wichai"))


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MORNING)


@pytest.fixture
def desk(tmp_path: Path, clock: ManualClock) -> Iterator[Desk]:
    desk = make_desk(tmp_path / "desk", clock=clock)
    yield desk
    desk.close()


@pytest.fixture
def office(desk: Desk) -> Office:
    return make_office(desk)


@pytest.fixture
def letter(office: Office) -> Id:
    return office.letters(person(office)).register(Registration("จังหวัด", "นายก", "การเฝ้าระวังน้ำท่วม")).id


def notes(office: Office, letter: Id) -> tuple[Endorsement, ...]:
    found = office.letter_queries.letter(letter)
    assert found is not None
    return found.endorsements


def acts(desk: Desk) -> list[str]:
    return [type_ for (type_,) in desk.reader.rows("SELECT type FROM outbox ORDER BY mseq")]


def standing(office: Office, place: int = -1) -> Standing:
    return office.authority_queries.standings(person(office, "wichai"), office.clock.now())[place]


def test_an_endorsement_keeps_its_block_its_place_and_what_was_read(office: Office, letter: Id) -> None:
    place = NotePlace(b"f" * 16, 1, 22.5, 210.125, "ab" * 32)
    wish = Wish("อนุมัติ", "approve", place=place, reading=Reading(True, 14, 2, 2))
    office.endorsing(person(office, "somchai")).endorse(letter, wish)
    (note,) = notes(office, letter)
    assert note.lines == ("(นายสมชาย ตัวอย่างดี)", "นายกเทศมนตรี")
    assert (note.capacity, note.place, note.reading, note.held) == ("own", place, wish.reading, False)


def test_who_acts_for_another_signs_with_the_block_of_the_order(office: Office, letter: Id) -> None:
    order = office.endorsing(person(office)).delegate(ACTING)
    office.endorsing(person(office, "wichai")).endorse(letter, Wish("ทราบ", "acknowledge", standing(office)))
    (note,) = notes(office, letter)
    assert note.block == ("(นายวิชัย โยธาเทียม)", "ผู้อำนวยการกองช่าง รักษาราชการแทน", MAYOR)
    assert note.acted_as == "ผู้อำนวยการกองช่าง รักษาราชการแทน นายกเทศมนตรี"
    rows = office.desk.reader.rows("SELECT delegation_id, via_id FROM endorsement")
    assert rows == [(order, None)]


def test_an_order_that_ended_while_the_words_were_written_is_told(
    office: Office, letter: Id, clock: ManualClock
) -> None:
    order = office.endorsing(person(office)).delegate(ACTING)
    chosen = standing(office)
    act = office.endorsing(person(office, "wichai"))
    clock.advance(timedelta(days=1))
    with pytest.raises(OfficeError, match=OVER):
        act.endorse(letter, Wish("ทราบ", "acknowledge", chosen))
    again = office.endorsing(person(office)).delegate(
        Order("๓๑๑/๒๕๖๙", TODAY, Capacity.ACTING, MAYOR, TODAY, None, to_id=staff_id("wichai"))
    )
    chosen = standing(office)
    office.endorsing(person(office)).recall_delegation(again, "นายกกลับมาปฏิบัติราชการ")
    with pytest.raises(OfficeError, match=OVER):
        act.endorse(letter, Wish("ทราบ", "acknowledge", chosen))
    assert notes(office, letter) == ()
    assert [one.recall_reason for one in office.authority_queries.delegations() if one.id != order] == [
        "นายกกลับมาปฏิบัติราชการ"
    ]


def test_an_order_for_some_decisions_only_is_held_to_them(office: Office, letter: Id) -> None:
    narrow = Order(
        "๓๑๒/๒๕๖๙", TODAY, Capacity.DELEGATED, MAYOR, TODAY, to_id=staff_id("wichai"), actions=("acknowledge",)
    )
    office.endorsing(person(office)).delegate(narrow)
    act, chosen = office.endorsing(person(office, "wichai")), standing(office)
    with pytest.raises(OfficeError, match="letters.delegation_other_scope"):
        act.endorse(letter, Wish("อนุมัติ", "approve", chosen))
    act.endorse(letter, Wish("ทราบ", "acknowledge", chosen))
    assert notes(office, letter)[0].capacity == "delegated"


def test_orders_are_entered_by_the_registry_the_executives_or_the_holder(office: Office) -> None:
    with pytest.raises(OfficeError, match="letters.may_not_delegate"):
        office.endorsing(person(office, "piyada")).delegate(ACTING)
    own = Order(
        "๑/๒๕๖๙",
        TODAY,
        Capacity.DELEGATED,
        "ผู้อำนวยการกองช่าง",
        TODAY,
        to_id=staff_id("piyada"),
        holder_id=staff_id("wichai"),
    )
    order = office.endorsing(person(office, "wichai")).delegate(own)
    with pytest.raises(OfficeError, match="letters.may_not_delegate"):
        office.endorsing(person(office, "piyada")).recall_delegation(order, "ไม่ต้องการ")
    office.endorsing(person(office, "wichai")).recall_delegation(order, "กลับมาแล้ว")
    with pytest.raises(OfficeError, match="letters.delegation_recalled_already"):
        office.endorsing(person(office, "wichai")).recall_delegation(order, "อีกครั้ง")


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (Order(" ", TODAY, Capacity.ACTING, MAYOR, TODAY, to_id=b"x" * 16), "letters.delegation_incomplete"),
        (Order("๑", TODAY, Capacity.ACTING, MAYOR, TODAY), "letters.delegation_incomplete"),
        (Order("๑", TODAY, Capacity.OWN, MAYOR, TODAY, to_id=b"x" * 16), "letters.delegation_incomplete"),
        (
            Order("๑", TODAY, Capacity.ACTING, MAYOR, TODAY, TODAY - timedelta(days=1), b"x" * 16),
            "letters.delegation_days",
        ),
    ],
)
def test_an_order_that_lacks_something_is_not_entered(office: Office, wrong: Order, code: str) -> None:
    with pytest.raises(OfficeError, match=code):
        office.endorsing(person(office)).delegate(wrong)


def test_what_is_kept_back_shows_counts_as_unsent_and_can_be_undone_whole(
    office: Office, desk: Desk, letter: Id
) -> None:
    act = office.endorsing(person(office, "somchai"))
    other = office.letters(person(office)).register(Registration("จังหวัด", "นายก", "อีกฉบับ")).id
    before, waiting = acts(desk), office.waiting()
    batch = act.hold([(one, Wish("อนุมัติ", "approve")) for one in (letter, other)])
    assert [(one.text, one.held) for one in notes(office, letter)] == [("อนุมัติ", True)]
    assert (acts(desk), office.waiting()) == (before, waiting + 2)
    assert act.take_back(batch) == 2
    assert (notes(office, letter), notes(office, other), acts(desk)) == ((), (), before)
    with pytest.raises(OfficeError, match="letters.endorsement_sent"):
        act.take_back(batch)


def test_after_its_moment_it_is_an_act_with_the_time_of_signing(
    office: Office, desk: Desk, letter: Id, clock: ManualClock
) -> None:
    act = office.endorsing(person(office, "somchai"))
    batch = act.hold([(letter, Wish("อนุมัติ", "approve"))])
    act.release()
    assert acts(desk)[-1] != "letters.endorse"
    clock.advance(MOMENT + timedelta(minutes=3))
    act.release()
    act.release()
    assert acts(desk)[-1] == "letters.endorse"
    (note,) = notes(office, letter)
    assert (note.at, note.held) == (MORNING, False)
    with pytest.raises(OfficeError, match="letters.endorsement_sent"):
        act.take_back(batch)


@pytest.mark.parametrize("off", [timedelta(hours=-1), timedelta(days=400)])
def test_the_moment_ends_whatever_is_done_to_the_clock(
    office: Office, desk: Desk, letter: Id, clock: ManualClock, off: timedelta
) -> None:
    """Signed while the clock is wrong, and gone ten seconds later; or at once when the clock is set back."""
    act = office.endorsing(person(office, "somchai"))
    clock.advance(off)
    act.hold([(letter, Wish("อนุมัติ", "approve"))])
    act.release()
    assert acts(desk)[-1] != "letters.endorse"
    clock.advance(MOMENT)
    act.release()
    assert acts(desk)[-1] == "letters.endorse"
    act.hold([(letter, Wish("อนุมัติ", "approve"))])
    clock.advance(timedelta(hours=-2))
    act.release()
    assert acts(desk)[-2:] == ["letters.endorse", "letters.endorse"]


def test_what_is_kept_back_survives_the_end_of_the_program(tmp_path: Path, clock: ManualClock) -> None:
    desk = make_desk(tmp_path / "other", clock=clock)
    office = make_office(desk)
    letter = office.letters(person(office)).register(Registration("จังหวัด", "นายก", "อีกเครื่อง")).id
    office.endorsing(person(office, "somchai")).hold([(letter, Wish("อนุมัติ", "approve"))])
    desk.close()
    clock.advance(timedelta(days=2))
    again = Desk(desk.folder, desk.keys, clock, catalogue)
    later = make_office(again)
    later.endorsing(person(later, "kanda")).release()
    (note,) = notes(later, letter)
    assert (note.actor_name, note.at) == ("นายสมชาย ตัวอย่างดี", MORNING)
    again.close()


def test_the_second_endorsement_and_leaving_send_the_first_on_its_way(office: Office, desk: Desk, letter: Id) -> None:
    act = office.endorsing(person(office, "somchai"))
    act.hold([(letter, Wish("ทราบ", "acknowledge"))])
    act.hold([(letter, Wish("แก้เป็น อนุมัติ", "approve", corrects_id=notes(office, letter)[0].id))])
    first, second = notes(office, letter)
    assert (first.held, second.held, second.corrects_id) == (False, True, first.id)
    office.let_go()
    office.let_go()
    assert [one.held for one in notes(office, letter)] == [False, False]
    assert acts(desk)[-2:] == ["letters.endorse", "letters.endorse"]
