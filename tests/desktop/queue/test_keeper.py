"""Numbers, calling, the lanes, sending on: what one desk that keeps the queue answers."""

from datetime import timedelta

import pytest

from desktop.office.clock import ManualClock, utc_text
from desktop.office.errors import OfficeError
from desktop.queue.model import Lane, Place, Request, Service, Setup, State, Take
from desktop.store import notes
from tests.desktop.queue.conftest import STEP, Centre, acts


def test_numbers_go_up_by_letter_and_say_how_many_wait(centre: Centre) -> None:
    reception = acts(centre.keeper)
    taken = [reception.take(letter) for letter in ("A", "A", "B", "A")]
    assert [(ticket.code, before) for ticket, before in taken] == [("A001", 0), ("A002", 1), ("B001", 0), ("A003", 2)]


def test_calling_next_finishes_the_one_before_and_keeps_its_times(centre: Centre, clock: ManualClock) -> None:
    mine = acts(centre.keeper)
    for _ in range(2):
        mine.take("A")
    clock.advance(STEP)
    first = mine.call_next("1")
    clock.advance(STEP)
    second = mine.call_next("1", first.id)
    done, now = centre.keeper.queue.day("2026-11-11")
    assert (done.state, done.code, now.state, now.code) == (State.DONE, "A001", State.CALLED, "A002")
    assert done.taken_at
    assert done.called_at
    assert done.ended_at
    assert (done.called_at - done.taken_at, done.ended_at - done.called_at) == (STEP, STEP)
    assert second.place == "1"


def test_nobody_is_called_from_an_empty_queue_and_the_one_at_the_counter_stays(centre: Centre) -> None:
    mine = acts(centre.keeper)
    mine.take("A")
    first = mine.call_next("1")
    with pytest.raises(OfficeError, match="nobody_waits"):
        mine.call_next("1", first.id)
    standing = centre.keeper.queue.news.standing
    assert standing
    assert standing.at("1") == first


def test_the_priority_lane_comes_first_and_nobody_waits_for_ever(centre: Centre, clock: ManualClock) -> None:
    mine = acts(centre.keeper)
    for lane in (Lane.NORMAL, Lane.PRIORITY, Lane.PRIORITY, Lane.PRIORITY, Lane.NORMAL):
        mine.take("A", lane)
        clock.advance(STEP)
    called, done = [], None
    for _ in range(5):
        ticket = mine.call_next("1", done)
        called.append(ticket.code)
        done = ticket.id
    assert called == ["A002", "A003", "A001", "A004", "A005"]


def test_a_counter_calls_only_its_services_and_what_was_sent_to_it(centre: Centre, clock: ManualClock) -> None:
    mine = acts(centre.keeper)
    mine.take("B")
    with pytest.raises(OfficeError, match="nobody_waits"):
        mine.call_next("3")
    at_one = mine.call_next("1")
    clock.advance(STEP)
    mine.take("A")
    mine.send(at_one, "B", "3")
    assert mine.call_next("3").code == "B001", "it came first and keeps its time of waiting"
    with pytest.raises(OfficeError, match="not_here"):
        mine.again(at_one)


def test_out_of_order_held_and_not_come(centre: Centre) -> None:
    mine = acts(centre.keeper)
    for _ in range(3):
        mine.take("A")
    third = mine.call("1", "a3")
    assert third.code == "A003"
    mine.finish(third, State.HELD)
    standing = centre.keeper.queue.news.standing
    assert standing
    assert standing.at("1") is None
    assert [one.code for one in standing.held("1")] == ["A003"]
    first = mine.call_next("1")
    mine.finish(first, State.NO_SHOW)
    again = mine.call("1", "A001")
    assert (again.state, again.calls) == (State.CALLED, 2), "who comes late after all is called again"
    assert mine.call("1", "A003", again.id).state == State.CALLED


@pytest.mark.parametrize("typed", ["A099", "Z1", "", "17", "๑๗", "A000", "x" * 500])
def test_an_unknown_number_calls_nobody(centre: Centre, typed: str) -> None:
    mine = acts(centre.keeper)
    mine.take("A")
    with pytest.raises(OfficeError, match="unknown_number"):
        mine.call("1", typed)


def test_a_ticket_is_at_one_counter_only(centre: Centre) -> None:
    mine = acts(centre.keeper)
    mine.take("A")
    first = mine.call_next("1")
    with pytest.raises(OfficeError, match="called_elsewhere"):
        mine.call("2", "A1")
    with pytest.raises(OfficeError, match="already_here"):
        mine.call("1", "A1")
    mine.finish(first)
    with pytest.raises(OfficeError, match="already_done"):
        mine.call("2", "A1")
    with pytest.raises(OfficeError, match="not_here"):
        mine.finish(first)


def test_a_counter_that_does_not_know_its_own_state_changes_nothing(centre: Centre) -> None:
    """Two computers that are both counter 1, or one whose picture is old."""
    mine = acts(centre.keeper)
    for _ in range(2):
        mine.take("A")
    first = mine.call_next("1")
    with pytest.raises(OfficeError, match="counter_changed"):
        mine.call_next("1")
    standing = centre.keeper.queue.news.standing
    assert standing
    assert standing.at("1") == first


def test_the_same_request_said_again_does_nothing_more(centre: Centre) -> None:
    from desktop.queue.keeper import Keeper

    keeper = Keeper(centre.keeper.desk)
    request = Request(b"o" * 16, "kanda", Take("A"))
    first, second = keeper.answer(request), keeper.answer(request)
    assert first.ticket == second.ticket
    assert len(centre.keeper.queue.day("2026-11-11")) == 1


def test_numbers_begin_anew_after_midnight_and_yesterdays_wait_no_more(centre: Centre, clock: ManualClock) -> None:
    mine = acts(centre.keeper)
    for _ in range(2):
        mine.take("A")
    serving = mine.call_next("1")
    clock.advance(timedelta(hours=15))
    assert mine.take("A")[0].code == "A001"
    assert mine.call_next("1", serving.id).day == "2026-11-12", "whom midnight found at the counter can be finished"
    with pytest.raises(OfficeError, match="nobody_waits"):
        mine.call_next("2")


def test_a_clock_that_is_set_back_gives_no_number_twice(centre: Centre, clock: ManualClock) -> None:
    mine = acts(centre.keeper)
    clock.advance(timedelta(days=1))
    mine.take("A")
    clock.advance(timedelta(days=-1))
    assert mine.take("A")[0].code == "A002", "the desk's time never runs back"


def test_a_store_that_was_put_back_skips_what_it_may_have_given(centre: Centre, clock: ManualClock) -> None:
    mine = acts(centre.keeper)
    mine.take("A")
    clock.advance(STEP)
    restored = utc_text(clock.now()).encode()
    centre.keeper.desk.settle(notes.PUT, (notes.RESTORED, restored))
    clock.advance(STEP)
    assert [mine.take(letter)[0].code for letter in ("A", "A", "B", "B")] == ["A101", "A102", "B101", "B102"]


@pytest.mark.parametrize(
    ("setup", "code"),
    [
        (Setup(), "letter_wrong"),
        (Setup((Service("a", "ก", ""),)), "letter_wrong"),
        (Setup((Service("A", "ก", ""), Service("A", "ข", ""))), "twice"),
        (Setup((Service("A", " ", ""),)), "name_missing"),
        (Setup((Service("A", "ก", ""),), (Place("1", ("B",)),)), "letter_wrong"),
        (Setup((Service("A", "ก", ""),), (Place("one", ("A",)),)), "name_missing"),
    ],
)
def test_a_set_up_that_cannot_be_is_refused(centre: Centre, setup: Setup, code: str) -> None:
    with pytest.raises(OfficeError, match=code):
        acts(centre.keeper).arrange(setup)


def test_a_service_that_is_closed_gives_no_ticket(centre: Centre) -> None:
    mine = acts(centre.keeper)
    mine.arrange(Setup((Service("A", "ชำระเงิน", "", open=False), Service("E", "อื่น ๆ", "")), (Place("7", ("E",)),)))
    with pytest.raises(OfficeError, match="no_service"):
        mine.take("A")
    assert mine.take("E")[0].code == "E001"
    assert mine.call_next("7").code == "E001"


def test_the_day_is_counted(centre: Centre, clock: ManualClock) -> None:
    mine, done = acts(centre.keeper), None
    for _ in range(4):
        mine.take("A")
    for _ in range(3):
        clock.advance(STEP)
        done = mine.call_next("1", done.id if done else None)
    assert done is not None
    mine.finish(done, State.NO_SHOW)
    day = mine.report(clock.now().date())
    assert (day.taken, day.served, day.no_show, day.left) == (4, 2, 1, 1)
    assert (day.waiting_p50, day.waiting_p90, day.serving_p50) == (240.0, 360.0, 120.0)
    assert [(one.place, one.served, one.no_show) for one in day.places] == [("1", 2, 1)]
