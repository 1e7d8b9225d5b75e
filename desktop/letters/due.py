"""By when a letter must be dealt with: what the sender, the route and its urgency say, each with its why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desktop.days.model import Deadline, Rule, Said
from desktop.days.rules import Calendar, days_left, deadline, rule_of
from desktop.days.words import day_words, explain, headline
from desktop.letters.model import Direction, Letter, Purpose, Route, RouteState, Status
from desktop.office.dates import local_date, thai_time


class DueSource(StrEnum):
    SENDER = "sender"
    ROUTE = "route"
    MOMENT = "moment"
    """ด่วนภายใน: the hour that stands on the letter."""
    URGENCY = "urgency"


@dataclass(frozen=True)
class Due:
    """`left` working days from today, below 0 when it has passed; `found` where it was counted.

    `whose`: the unit of a route, the hour of a moment.
    """

    source: DueSource
    day: date
    left: int
    whose: str = ""
    found: Deadline | None = None


def dues(letter: Letter, calendar: Calendar, rules: Iterable[Rule], today: date) -> tuple[Due, ...]:
    """Every deadline of a letter that is still open, the nearest first."""
    if letter.status is Status.CLOSED or letter.is_cancelled:
        return ()
    said: list[tuple[DueSource, date, str, Deadline | None]] = []
    if letter.due_date is not None:
        said.append((DueSource.SENDER, letter.due_date, "", None))
    if letter.urgent_deadline is not None:
        hour = thai_time(letter.urgent_deadline, "arabic")
        said.append((DueSource.MOMENT, local_date(letter.urgent_deadline), hour, None))
    said += [(DueSource.ROUTE, day, unit, None) for day, unit in _wished(letter.routes)]
    counted = by_urgency(letter, calendar, rules)
    if counted is not None and counted.due is not None:
        said.append((DueSource.URGENCY, counted.due, "", counted))
    every = (Due(source, day, days_left(calendar, today, day), whose, found) for source, day, whose, found in said)
    return tuple(sorted(every, key=lambda due: due.day))


def by_urgency(letter: Letter, calendar: Calendar, rules: Iterable[Rule]) -> Deadline | None:
    """What the urgency asks for, from the day of receipt; None for what is not urgent, or goes out."""
    if letter.direction is Direction.OUTGOING:
        return None
    received = local_date(letter.received_at)
    rule = rule_of(rules, f"letter.{letter.urgency.value}", received)
    return deadline(rule, received, calendar) if rule else None


def _wished(routes: Iterable[Route]) -> Iterable[tuple[date, str]]:
    for route in routes:
        if route.due_date and route.purpose is Purpose.ACTION and route.state is not RouteState.RECALLED:
            yield route.due_date, route.unit_name


_SAYS = {
    DueSource.SENDER: Said("ผู้ส่งกำหนด: {day}", "The sender asks for: {day}"),
    DueSource.ROUTE: Said("{whose} ต้องทำภายใน: {day}", "{whose} has until: {day}"),
    DueSource.MOMENT: Said("ด่วนภายใน: {day} เวลา {whose}", "Urgent until: {day}, {whose}"),
    DueSource.URGENCY: Said("ตามชั้นความเร็ว {day}", "By its urgency: {day}"),
}
_FREE = Said(
    "{day} ไม่ใช่วันทำการ ({reason}) วันทำการก่อนหน้าคือ {before}",
    "{day} is not worked ({reason}); the working day before it is {before}",
)
_LEFT = Said("เหลือ {count} วันทำการ", "{count} working days left")
_TODAY = Said("ครบกำหนดวันนี้", "due today")
_LATE = Said("เลยกำหนด {count} วันทำการ", "{count} working days late")
_ONE_LEFT, _ONE_LATE = Said("เหลือ 1 วันทำการ", "1 working day left"), Said("เลยกำหนด 1 วันทำการ", "1 working day late")
_LAPSED = Said("เลยกำหนดแล้ว", "late")


def left_words(day: date, left: int, today: date, language: str = "th") -> str:
    """`เหลือ 2 วันทำการ`, `ครบกำหนดวันนี้`, `เลยกำหนด 1 วันทำการ`; over a weekend alone it is just late."""
    if day == today:
        return _TODAY.in_language(language)
    if left == 0:
        said = _LEFT if day > today else _LAPSED
    elif abs(left) == 1:
        said = _ONE_LEFT if left > 0 else _ONE_LATE
    else:
        said = _LEFT if left > 0 else _LATE
    return said.in_language(language).format(count=abs(left))


def why(due: Due, calendar: Calendar, today: date, language: str = "th") -> tuple[str, ...]:
    """A deadline's derivation, a line each."""
    day = headline(due.found, language) if due.found else day_words(due.day, language)
    first = _SAYS[due.source].in_language(language).format(day=day, whose=due.whose)
    left = left_words(due.day, due.left, today, language)
    lines = explain(due.found, language) if due.found else _free(due.day, calendar, language)
    return f"{first} · {left}", *lines


def _free(day: date, calendar: Calendar, language: str) -> tuple[str, ...]:
    """Whoever names a day off gets it before that day, not after it."""
    reason = calendar.why_free(day)
    if reason is None:
        return ()
    before = day_words(working_day_before(day, calendar), language)
    said = _FREE.in_language(language)
    return (said.format(day=day_words(day, language), reason=reason.in_language(language), before=before),)


def working_day_before(day: date, calendar: Calendar) -> date:
    while not calendar.is_working(day := day - timedelta(days=1)):
        pass
    return day


_WHAT_IF = Said("{day} = อีก {count} วันทำการ{skipped}", "{day} = {count} working days from today{skipped}")
_SKIPPED = Said(" ไม่นับ {days}", ", not counting {days}")


def what_if(day: date, today: date, calendar: Calendar, language: str = "th") -> tuple[str, ...]:
    """What it would mean to ask for that day: how many working days it gives, and which days are none."""
    between = [today + timedelta(days=step) for step in range(1, (day - today).days)]
    holidays = [one for one in between if one.weekday() < 5 and not calendar.is_working(one)]
    names = ", ".join(_named(one, calendar, language) for one in holidays)
    skipped = _SKIPPED.in_language(language).format(days=names) if names else ""
    count = days_left(calendar, today, day)
    said = _WHAT_IF.in_language(language).format(day=day_words(day, language), count=count, skipped=skipped)
    return said, *_free(day, calendar, language)


def _named(day: date, calendar: Calendar, language: str) -> str:
    reason = calendar.why_free(day)
    return f"{day_words(day, language, with_year=False)} ({reason.in_language(language) if reason else ''})"
