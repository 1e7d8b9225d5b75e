"""Counting days: cases from the law, and what holds whatever the calendar."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.days.model import (
    CalendarYear,
    Deadline,
    Fate,
    Holiday,
    HolidayKind,
    OfficeDays,
    Rule,
    Said,
    Stop,
    Unit,
)
from desktop.days.rules import Calendar, days_left, deadline, overdue_since, rule_of

WORD = Said("คำ", "word")
FIRST = date(2026, 1, 1)
days = st.dates(FIRST, date(2027, 12, 31))
holidays = st.dictionaries(days, st.sampled_from(HolidayKind), max_size=40).map(
    lambda found: Calendar({day: Holiday(day, WORD, kind) for day, kind in found.items()})
)
stops = st.lists(
    st.tuples(days, st.integers(0, 60)).map(lambda part: Stop(part[0], part[0] + timedelta(part[1]), WORD)), max_size=4
)
units = st.sampled_from(Unit)
amounts = st.integers(0, 60)


def _rule(amount: int, unit: Unit = Unit.WORKING, moves: bool = True) -> Rule:
    return Rule("some", amount, unit, WORD, WORD, moves)


def _due(found: Deadline) -> date:
    assert found.due is not None
    return found.due


@given(units, amounts, days, holidays, stops)
def test_a_deadline_that_moves_never_ends_on_a_free_day(
    unit: Unit, amount: int, start: date, calendar: Calendar, halts: list[Stop]
) -> None:
    assert calendar.is_working(_due(deadline(_rule(amount, unit), start, calendar, halts)))


@given(units, st.booleans(), amounts, days, st.integers(0, 30), holidays, stops)
def test_who_begins_later_is_not_due_earlier(
    unit: Unit, moves: bool, amount: int, start: date, later: int, calendar: Calendar, halts: list[Stop]
) -> None:
    rule = _rule(amount, unit, moves)
    first = _due(deadline(rule, start, calendar, halts))
    assert first <= _due(deadline(rule, start + timedelta(later), calendar, halts))


@given(units, st.booleans(), amounts, st.integers(0, 30), days, holidays, stops)
def test_more_days_are_not_due_earlier(
    unit: Unit, moves: bool, amount: int, more: int, start: date, calendar: Calendar, halts: list[Stop]
) -> None:
    short, long = _rule(amount, unit, moves), _rule(amount + more, unit, moves)
    assert _due(deadline(short, start, calendar, halts)) <= _due(deadline(long, start, calendar, halts))


@given(units, st.booleans(), amounts, days, holidays, stops, stops)
def test_another_stop_never_shortens(
    unit: Unit, moves: bool, amount: int, start: date, calendar: Calendar, halts: list[Stop], more: list[Stop]
) -> None:
    rule = _rule(amount, unit, moves)
    before = _due(deadline(rule, start, calendar, halts))
    assert before <= _due(deadline(rule, start, calendar, [*halts, *more]))


@given(st.integers(1, 40), st.integers(1, 40), days, holidays, stops)
def test_working_days_add_up(first: int, then: int, start: date, calendar: Calendar, halts: list[Stop]) -> None:
    half_way = _due(deadline(_rule(first), start, calendar, halts))
    whole = deadline(_rule(first + then), start, calendar, halts)
    assert _due(deadline(_rule(then), half_way, calendar, halts)) == whole.due


@given(units, amounts, days, holidays, stops)
def test_every_day_from_start_to_end_is_told_once(
    unit: Unit, amount: int, start: date, calendar: Calendar, halts: list[Stop]
) -> None:
    found = deadline(_rule(amount, unit), start, calendar, halts)
    told = [step.day for step in found.steps if step.fate is not Fate.MOVED]
    assert told == [start + timedelta(n + 1) for n in range((found.last - start).days)]
    assert [step.nth for step in found.steps if step.fate is Fate.COUNTED] == list(range(1, amount + 1))
    moved = [step.day for step in found.steps if step.fate is Fate.MOVED]
    assert moved == [found.last + timedelta(n) for n in range((_due(found) - found.last).days)]


@given(amounts, days, holidays)
def test_a_matter_is_overdue_exactly_from_the_day_told(amount: int, today: date, calendar: Calendar) -> None:
    rule = _rule(amount)
    edge = overdue_since(rule, calendar, today)
    assert _due(deadline(rule, edge, calendar)) < today
    assert _due(deadline(rule, edge + timedelta(1), calendar)) >= today


@given(st.integers(1, 40), days, holidays)
def test_days_left_count_what_was_given(amount: int, today: date, calendar: Calendar) -> None:
    due = _due(deadline(_rule(amount), today, calendar))
    assert days_left(calendar, today, due) == amount
    assert days_left(calendar, due, today) == -amount


def test_an_open_stop_leaves_no_due_day_even_at_the_last_moment() -> None:
    """The 45th day is a Saturday; the clock stops on it and does not run again."""
    saturday = date(2026, 2, 28)
    found = deadline(_rule(45, Unit.CALENDAR), date(2026, 1, 14), Calendar(), [Stop(saturday, None, WORD)])
    assert (found.last, found.due) == (saturday, None)


def test_a_rule_that_does_not_move_may_end_on_a_sunday() -> None:
    found = deadline(_rule(4, Unit.CALENDAR, moves=False), date(2026, 1, 14), Calendar())
    assert found.due == date(2026, 1, 18)


def test_the_office_adds_closures_and_works_on_a_holiday() -> None:
    shipped = Calendar({FIRST: Holiday(FIRST, WORD)}, {2569: CalendarYear(2569, False)})
    flood = Holiday(date(2026, 1, 5), Said("น้ำท่วม", "Flood"), HolidayKind.CLOSURE)
    own = OfficeDays((flood, Holiday(FIRST, WORD, HolidayKind.WORKED)), frozenset({2569}))
    calendar = shipped.with_office(own)
    assert calendar.why_free(date(2026, 1, 5)) == flood.name
    assert calendar.is_working(FIRST)
    assert calendar.doubtful(FIRST, FIRST) == ()
    assert not shipped.is_working(FIRST)


def test_a_deadline_can_be_told_as_it_was_known_then() -> None:
    late = Holiday(date(2026, 1, 2), WORD, HolidayKind.SPECIAL, announced=date(2025, 11, 4))
    calendar = Calendar({late.day: late})
    assert not calendar.is_working(late.day)
    assert calendar.known_on(date(2025, 11, 3)).is_working(late.day)


def test_of_the_rules_of_a_name_the_last_in_force_holds() -> None:
    old = Rule("some", 7, Unit.WORKING, WORD, WORD, valid_from=date(2020, 1, 1), valid_to=date(2026, 6, 30))
    new = Rule("some", 5, Unit.WORKING, WORD, WORD, valid_from=date(2026, 6, 1))
    assert rule_of([old, new], "some", date(2026, 5, 31)) == old
    assert rule_of([old, new], "some", date(2026, 6, 15)) == new
    assert rule_of([old, new], "some", date(2019, 1, 1)) is None
