"""What a briefing decides without looking at a store."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from desktop.briefing.model import Line, Matter, Part
from desktop.days.model import Holiday, Rule
from desktop.days.rules import Calendar, deadline, rule_of
from desktop.days.shipped import shipped_calendar
from desktop.letters.rules import padded
from desktop.letters.tags import is_provisional

Told = tuple[int, Holiday, bool]
"""A day that was announced, or (True) withdrawn again, with its place in the news."""


def calendar_before(now: Calendar, told: Iterable[Told]) -> Calendar:
    """The calendar as it was before these days were told of."""
    days = dict(now.holidays)
    shipped = shipped_calendar().holidays
    for _, holiday, withdrawn in told:
        was = holiday if withdrawn else shipped.get(holiday.day)
        if was is None:
            days.pop(holiday.day, None)
        else:
            days[holiday.day] = was
    return Calendar(days, now.years)


def moved_days(
    letters: Iterable[tuple[Matter, date]], code: str, rules: Iterable[Rule], now: Calendar, told: Sequence[Told]
) -> Iterator[Line]:
    """A line for each letter (with its day of receipt) whose deadline moved, with the day that moved it."""
    before, rules = calendar_before(now, told), tuple(rules)
    for matter, received in letters:
        rule = rule_of(rules, code, received)
        if rule is None:
            continue
        was, due = deadline(rule, received, before).due, deadline(rule, received, now).due
        if was is None or due is None or was == due:
            continue
        last = max(was, due)
        news, why = next(((at, one) for at, one, _ in told if received < one.day <= last), (told[0][0], told[0][1]))
        yield Line((news, matter.number), Part.MOVED, "due_moved", why.name.th, None, matter, "", was, due)


def numbers_used(rows: Iterable[tuple[Any, ...]]) -> Iterator[Line]:
    """A line for each register and year: `04825–04830, 04832 (7)`; tags are no numbers."""
    for (register, year), some in groupby(rows, key=lambda row: (row[1], row[2])):
        found = [(place, number) for place, _, _, number in some if not is_provisional(number)]
        if found:
            spans = ", ".join(_spans([number for _, number in found]))
            last = max(place for place, _ in found)
            yield Line(
                (last, 0), Part.NUMBERS, "numbers", register, None, text=f"{spans} ({len(found):,})", year_be=year
            )


def _spans(numbers: Sequence[int]) -> Iterator[str]:
    """`numbers` in order."""
    for _, run in groupby(enumerate(numbers), key=lambda placed: placed[1] - placed[0]):
        some = [number for _, number in run]
        yield padded(some[0]) if len(some) == 1 else f"{padded(some[0])}–{padded(some[-1])}"
