"""Counting days as Thai offices do: pure, exact, and able to say how it came about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from desktop.days.model import (
    CalendarYear,
    Deadline,
    Fate,
    Holiday,
    HolidayKind,
    OfficeDays,
    Rule,
    Said,
    Step,
    Stop,
    Unit,
    by_day,
)
from desktop.office.dates import year_be
from desktop.office.errors import OfficeError

ONE_DAY = timedelta(days=1)
_WEEKEND = {5: Said("วันเสาร์", "Saturday"), 6: Said("วันอาทิตย์", "Sunday")}
RECEIVED = Said("วันที่ได้รับ", "the day it was received")


@dataclass(frozen=True)
class Calendar:
    """Which days are worked: Monday to Friday but for the holidays, as far as the years are known."""

    holidays: Mapping[date, Holiday] = field(default_factory=dict)
    years: Mapping[int, CalendarYear] = field(default_factory=dict)

    def why_free(self, day: date) -> Said | None:
        """Why a day is not worked; None when it is."""
        holiday = self.holidays.get(day)
        if holiday is not None:
            return None if holiday.kind is HolidayKind.WORKED else holiday.name
        return _WEEKEND.get(day.weekday())

    def is_working(self, day: date) -> bool:
        return self.why_free(day) is None

    def known_on(self, day: date) -> "Calendar":
        """The calendar as far as it had been announced by that day."""
        known = {at: one for at, one in self.holidays.items() if one.announced is None or one.announced <= day}
        return Calendar(known, self.years)

    def doubtful(self, first: date, last: date) -> tuple[CalendarYear, ...]:
        """The years between two days whose holidays are not all known."""
        years = (self.years.get(year, CalendarYear(year, False)) for year in range(year_be(first), year_be(last) + 1))
        return tuple(year for year in years if not year.complete)

    def with_office(self, own: OfficeDays) -> "Calendar":
        """With the office's own days, which go before the shipped ones."""
        whole = {year: CalendarYear(year, True) for year in own.whole_years}
        return Calendar({**self.holidays, **by_day(own.days)}, {**self.years, **whole})


def rule_of(rules: Iterable[Rule], code: str, day: date) -> Rule | None:
    """The rule of that name that is in force on a day; of several the one that came last."""
    in_force = [
        rule
        for rule in rules
        if rule.code == code and rule.valid_from <= day and (rule.valid_to is None or day <= rule.valid_to)
    ]
    return max(in_force, key=lambda rule: rule.valid_from, default=None)


def deadline(
    rule: Rule, start: date, calendar: Calendar, stops: Sequence[Stop] = (), event: Said = RECEIVED
) -> Deadline:
    """When a matter that began on `start` is due, and what became of every day on the way."""
    steps: list[Step] = []
    day, counted, last = start, 0, start
    while counted < rule.amount:
        day += ONE_DAY
        if _stands(stops, day):
            return Deadline(rule, start, event, tuple(steps), last, None, calendar.doubtful(start, day))
        step = _step(rule, day, counted, calendar, stops)
        steps.append(step)
        if step.fate is Fate.COUNTED:
            counted, last = counted + 1, day
    while rule.moves and (why := _closed(day, calendar, stops)):
        steps.append(Step(day, Fate.MOVED, reason=why))
        day += ONE_DAY
        if _stands(stops, day):
            return Deadline(rule, start, event, tuple(steps), last, None, calendar.doubtful(start, day))
    return Deadline(rule, start, event, tuple(steps), last, day, calendar.doubtful(start, day))


def _step(rule: Rule, day: date, counted: int, calendar: Calendar, stops: Sequence[Stop]) -> Step:
    stopped = _stopped(stops, day)
    if stopped is not None:
        return Step(day, Fate.STOPPED, reason=stopped)
    free = calendar.why_free(day)
    if rule.unit is Unit.WORKING and free is not None:
        return Step(day, Fate.EXCLUDED, reason=free)
    return Step(day, Fate.COUNTED, counted + 1)


def _closed(day: date, calendar: Calendar, stops: Sequence[Stop]) -> Said | None:
    return calendar.why_free(day) or _stopped(stops, day)


def _stopped(stops: Sequence[Stop], day: date) -> Said | None:
    return next((stop.reason for stop in stops if stop.covers(day)), None)


def _stands(stops: Sequence[Stop], day: date) -> bool:
    """Whether the clock stands on that day without an end."""
    return any(stop.until is None and stop.covers(day) for stop in stops)


def overdue_since(rule: Rule, calendar: Calendar, today: date) -> date:
    """The latest day such that what began on it, or before it, is overdue today."""
    day = today - ONE_DAY
    while (due := deadline(rule, day, calendar).due) is None or due >= today:
        day -= ONE_DAY
    return day


def working_day(ahead: int, day: date, calendar: Calendar) -> date:
    """So many working days after a day."""
    while ahead > 0:
        day += ONE_DAY
        ahead -= calendar.is_working(day)
    return day


def days_left(calendar: Calendar, today: date, due: date) -> int:
    """Working days until a deadline, 0 on the day itself, below 0 when it has passed."""
    first, last, sign = (today, due, 1) if today <= due else (due, today, -1)
    between = range(1, (last - first).days + 1)
    return sign * sum(calendar.is_working(first + timedelta(days=step)) for step in between)


def read_year(entries: Mapping[str, Any], file: str) -> tuple[CalendarYear, tuple[Holiday, ...]]:
    """One year's file: how much of it is known, and its days. OfficeError `days.unreadable`."""
    try:
        awaiting = tuple(Said(**one) for one in entries.get("awaiting", ()))
        year = CalendarYear(int(entries["year_be"]), bool(entries["complete"]), awaiting)
        return year, tuple(_holiday(entry) for entry in entries["holidays"])
    except (ValueError, KeyError, TypeError) as error:
        raise OfficeError("days.unreadable", file=file) from error


def _holiday(entry: Mapping[str, Any]) -> Holiday:
    announced = entry.get("announced")
    known = date.fromisoformat(announced) if announced else None
    return Holiday(date.fromisoformat(entry["day"]), Said(entry["th"], entry["en"]), HolidayKind(entry["kind"]), known)
