"""The calendar that comes with the program is whole and says what it does not know."""

from datetime import date, timedelta

import pytest

from desktop.days.model import HolidayKind
from desktop.days.rules import read_year, rule_of
from desktop.days.shipped import rules, shipped_calendar
from desktop.office.dates import year_be
from desktop.office.errors import OfficeError

CALENDAR = shipped_calendar()


@pytest.mark.parametrize("year", sorted(CALENDAR.years))
def test_each_day_stands_in_its_own_year_with_both_names(year: int) -> None:
    found = [one for one in CALENDAR.holidays.values() if year_be(one.day) == year]
    assert len(found) >= 14
    assert all(one.name.th and one.name.en for one in found)


def test_a_substitution_day_follows_a_holiday_on_a_weekend() -> None:
    substitutes = [one for one in CALENDAR.holidays.values() if one.kind is HolidayKind.SUBSTITUTION]
    for one in substitutes:
        before = [CALENDAR.holidays.get(one.day - timedelta(back)) for back in range(1, 5)]
        assert any(day and day.day.weekday() >= 5 for day in before), one
        assert one.day.weekday() < 5
    assert date(2026, 6, 1) in {one.day for one in substitutes}


def test_a_whole_year_lacks_no_substitution() -> None:
    """Every holiday of a whole year that falls on a weekend is followed by a day off in its place."""
    for one in CALENDAR.holidays.values():
        if one.day.weekday() >= 5 and CALENDAR.years[year_be(one.day)].complete:
            after = [CALENDAR.holidays.get(one.day + timedelta(on)) for on in range(1, 5)]
            assert any(day and day.kind is HolidayKind.SUBSTITUTION for day in after), one


def test_labour_day_is_worked_in_a_government_office() -> None:
    assert CALENDAR.is_working(date(2026, 5, 1))


def test_a_half_known_year_says_what_it_waits_for() -> None:
    year = CALENDAR.years[2570]
    assert not year.complete
    assert "วันมาฆบูชา" in [one.th for one in year.awaiting]
    assert CALENDAR.years[2569].complete


def test_each_urgency_has_its_time() -> None:
    day = date(2026, 1, 14)
    amounts = {}
    for name in ("most_urgent", "very_urgent", "urgent", "normal"):
        rule = rule_of(rules(), f"fallen.{name}", day)
        assert rule is not None
        amounts[name] = rule.amount
    assert list(amounts.values()) == sorted(amounts.values())


def test_a_broken_year_is_named() -> None:
    with pytest.raises(OfficeError, match=r"days.unreadable.*2571"):
        read_year({"year_be": 2571, "complete": True, "holidays": [{"day": "31/12/2571"}]}, "2571.json")
