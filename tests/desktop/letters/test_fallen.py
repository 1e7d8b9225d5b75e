"""Letters that nobody moves: found by their urgency and the working days since the last act."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.days.rules import Calendar
from desktop.letters.fallen import _OFFICE, _SHOWN, COUNTED, MOST, FallenLetter, FallenQueries, NextStep, supervises
from desktop.letters.model import Purpose, Registered, Registration, Urgency
from desktop.office.clock import ManualClock
from desktop.office.dates import local_date
from tests.helpers.desk import make_desk, make_office, person, unit_id

WEDNESDAY = datetime(2026, 1, 14, 3, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(WEDNESDAY)


@pytest.fixture
def office(tmp_path: Path, clock: ManualClock) -> Iterator[Office]:
    desk = make_desk(tmp_path / "desk", clock=clock)
    yield make_office(desk)
    desk.close()


def _register(office: Office, urgency: Urgency = Urgency.NORMAL) -> Registered:
    return office.letters(person(office)).register(Registration("สถ.", "นายก", "เรื่อง", urgency=urgency))


def _fallen(office: Office, calendar: Calendar | None = None) -> tuple[FallenLetter, ...]:
    calendar = calendar or office.day_queries.calendar()
    today = local_date(office.clock.now())
    found = office.fallen_queries.letters(calendar, today)
    assert office.fallen_queries.count(calendar, today) == len(found)
    return found


def test_a_letter_falls_when_its_working_days_are_over(office: Office, clock: ManualClock) -> None:
    urgent, normal = _register(office, Urgency.URGENT), _register(office)
    clock.advance(timedelta(days=5))
    assert _fallen(office) == (), "Monday 19 January is the third working day"
    clock.advance(timedelta(days=1))
    (one,) = _fallen(office)
    assert (one.id, one.late, one.next_step) == (urgent.id, 1, NextStep.ROUTE)
    assert one.should_move.due == date(2026, 1, 19)
    clock.advance(timedelta(days=6))
    assert [one.id for one in _fallen(office)] == [urgent.id, normal.id], "the one that is latest stands first"


def test_any_act_brings_a_letter_back_into_motion(office: Office, clock: ManualClock) -> None:
    letter = _register(office, Urgency.MOST_URGENT)
    clock.advance(timedelta(days=2))
    assert [one.id for one in _fallen(office)] == [letter.id]
    office.letters(person(office)).endorse(letter.id, "ทราบ")
    assert _fallen(office) == ()


def test_who_has_it_says_what_comes_next(office: Office, clock: ManualClock) -> None:
    letter = _register(office, Urgency.MOST_URGENT)
    act = office.letters(person(office))
    (route,) = act.route(letter.id, [unit_id("ENG")])
    clock.advance(timedelta(days=6))
    (one,) = _fallen(office)
    assert (one.holder, one.next_step) == ("ช่าง", NextStep.ASK_RECEIPT)
    office.letters(person(office, "wichai")).receive(route)
    (one,) = _fallen(office)
    assert one.next_step is NextStep.ASK_PROGRESS
    assert one.since == clock.now()


def test_a_closure_of_the_office_gives_a_day_more(office: Office, clock: ManualClock) -> None:
    _register(office, Urgency.URGENT)
    clock.advance(timedelta(days=6))
    flood = (500109, b"\x07" * 16, "2026-01-15", "น้ำท่วม", "Flood", "closure")
    assert len(_fallen(office)) == 1
    office.desk.settle("INSERT INTO holiday VALUES (?, ?, 1, ?, ?, ?, ?, NULL, NULL)", flood)
    assert _fallen(office) == ()


def test_a_closed_letter_does_not_fall(office: Office, clock: ManualClock) -> None:
    letter = _register(office, Urgency.MOST_URGENT)
    clock.advance(timedelta(days=6))
    office.desk.settle("UPDATE letter SET status = 'closed' WHERE id = ?", (letter.id,))
    assert _fallen(office) == ()


def test_a_cancelled_letter_does_not_fall(office: Office, clock: ManualClock) -> None:
    letter = _register(office, Urgency.MOST_URGENT)
    clock.advance(timedelta(days=6))
    office.keeping(person(office)).cancel(letter.id, "ลงทะเบียนผิดฉบับ")
    clock.advance(timedelta(days=6))
    assert _fallen(office) == ()


def test_a_unit_sees_what_it_holds_and_those_who_supervise_see_the_office(office: Office, clock: ManualClock) -> None:
    here, there = _register(office, Urgency.MOST_URGENT), _register(office, Urgency.MOST_URGENT)
    act = office.letters(person(office))
    act.route(here.id, [unit_id("ENG")])
    act.route(there.id, [unit_id("FIN")])
    act.route(there.id, [unit_id("ENG")], purpose=Purpose.COPY)
    clock.advance(timedelta(days=6))
    calendar, today = office.day_queries.calendar(), local_date(clock.now())
    assert {one.id for one in _fallen(office)} == {here.id, there.id}
    for code, mine in (("ENG", [here.id]), ("FIN", [there.id]), ("EDU", [])):
        found = office.fallen_queries.letters(calendar, today, unit_id(code))
        assert [one.id for one in found] == mine, "a copy is nobody's work"
        assert office.fallen_queries.count(calendar, today, unit_id(code)) == len(mine)
    assert [supervises(person(office, login).role) for login in ("kanda", "somchai", "wichai")] == [True, True, False]


def test_what_is_sent_inside_the_house_falls_and_what_went_out_does_not(office: Office, clock: ManualClock) -> None:
    letter = _register(office, Urgency.MOST_URGENT)
    clock.advance(timedelta(days=6))
    for direction, status, falls in (
        ("internal", "registered", False), ("internal", "routed", True), ("outgoing", "routed", False),
    ):  # fmt: skip
        office.desk.settle("UPDATE letter SET direction = ?, status = ? WHERE id = ?", (direction, status, letter.id))
        assert bool(_fallen(office)) is falls


def test_the_search_goes_by_the_index_and_ends_at_its_bounds(office: Office) -> None:
    values = {"urgency": "normal", "before": "2026", "most": MOST, "unit": None}
    plan = office.desk.reader.rows(f"EXPLAIN QUERY PLAN {_SHOWN} {_OFFICE} ORDER BY l.acted_at LIMIT :most", values)
    told = " ".join(str(row) for row in plan)
    assert "ix_letter_fallen" in told
    assert "TEMP B-TREE" not in told
    assert MOST < COUNTED


def test_without_a_rule_nothing_falls(office: Office, clock: ManualClock) -> None:
    _register(office, Urgency.MOST_URGENT)
    clock.advance(timedelta(days=60))
    nothing = FallenQueries(office.desk.reader, lambda: ())
    assert nothing.letters(Calendar(), local_date(clock.now())) == ()
    assert nothing.count(Calendar(), local_date(clock.now())) == 0
