"""When a case is due and why: days by a rule of law, hours by the office's promise; and what if the clock stopped."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desktop.cases.kind import Kind, RuleOfDays
from desktop.cases.model import Case, CaseLine, Event, Pause, Standing
from desktop.cases.rules import complete_at, standing, stopped
from desktop.days.model import Deadline, Rule, Said, Stop, Unit
from desktop.days.rules import ONE_DAY, Calendar, deadline, rule_of
from desktop.days.shipped import rules as shipped_rules
from desktop.office.dates import BANGKOK, local_date

CLOSES = time(16, 30)
"""What comes electronically after this counts as received on the next working day (พ.ร.บ. ปฏิบัติราชการฯ 2565 ม.10)."""
_NOTHING = Said("ขอเอกสารเพิ่ม", "papers asked for")


@dataclass(frozen=True)
class Hours:
    """A promise in hours: `due` None while the clock stands. All aware UTC."""

    hours: int
    start: datetime
    pauses: tuple[Pause, ...]
    due: datetime | None


@dataclass(frozen=True)
class Due:
    """What binds a case. `days` None: nothing does, or (`waits`) the clock has not begun for want of a paper."""

    days: Deadline | None = None
    hours: Hours | None = None
    waits: bool = False

    @property
    def at(self) -> datetime | None:
        """The moment after which the case is overdue: the earlier of the two."""
        ends = [self.hours.due] if self.hours and self.hours.due else []
        if self.days is not None and self.days.due is not None:
            ends.append(datetime.combine(self.days.due + ONE_DAY, time(), BANGKOK))
        return min(ends, default=None)

    def overdue(self, now: datetime) -> bool:
        return self.at is not None and now >= self.at


def legal_day(kind: Kind, channel: str, received_at: datetime, calendar: Calendar) -> date:
    """The day on which it counts as received."""
    day, way = local_date(received_at), kind.channel(channel)
    if way is None or not way.electronic:
        return day
    if received_at.astimezone(BANGKOK).time() >= CLOSES:
        day += ONE_DAY
    while not calendar.is_working(day):
        day += ONE_DAY
    return day


def due_of(case: Case, calendar: Calendar, extra: Sequence[Stop] = ()) -> Due:
    """Of a case that is here whole. `extra`: stops that are only thought of."""
    complete = complete_at(case.kind, case.answers, case.standing.items, case.line.received_at)
    return _due(case.kind, case.line, case.standing, complete, calendar, extra)


def due_by_events(kind: Kind, line: CaseLine, events: Sequence[Event], calendar: Calendar) -> Due:
    """Of a line in a list; where the clock waits for papers, as if nothing a form says made one of them needless."""
    found = standing(events)
    return _due(kind, line, found, complete_at(kind, {}, found.items, line.received_at), calendar, ())


def what_if(case: Case, calendar: Calendar, asked: date, answered: date) -> Due:
    """As if something were asked of the citizen on a day, and came on another."""
    return due_of(case, calendar, (Stop(asked, answered, _NOTHING),))


def _due(
    kind: Kind, line: CaseLine, found: Standing, complete: datetime | None, calendar: Calendar, extra: Sequence[Stop]
) -> Due:  # fmt: skip
    hours = _hours(kind, line, found)
    if kind.clock is None:
        return Due(hours=hours)
    start = line.received_at if kind.clock.starts == "received" else complete
    if start is None:
        return Due(hours=hours, waits=True)
    first = legal_day(kind, line.channel, start, calendar) if start == line.received_at else local_date(start)
    rule = find_rule(kind, kind.clock.rule, first)
    if rule is None:
        return Due(hours=hours)
    stops = [*(_stop(kind, pause) for pause in stopped(found)), *extra]
    event = Said(kind.clock.event.th, kind.clock.event.en)
    return Due(deadline(rule, first, calendar, stops, event), hours)


def _stop(kind: Kind, pause: Pause) -> Stop:
    step = kind.step(pause.step)
    reason = Said(step.told.th, step.told.en) if step else _NOTHING
    return Stop(local_date(pause.since), local_date(pause.until) if pause.until else None, reason)


def _hours(kind: Kind, line: CaseLine, found: Standing) -> Hours | None:
    category = kind.category(line.category)
    if category is None or category.hours is None:
        return None
    pauses = stopped(found)
    due = line.received_at + timedelta(hours=category.hours)
    for pause in pauses:
        if pause.since >= due:
            break
        if pause.until is None:
            return Hours(category.hours, line.received_at, pauses, None)
        due += pause.until - pause.since
    return Hours(category.hours, line.received_at, pauses, due)


def find_rule(kind: Kind, code: str, day: date) -> Rule | None:
    """The kind's own rule of that code, else the one of the calendar's that is in force."""
    own = next((one for one in kind.rules if one.code == code), None)
    return _own(own) if own is not None else rule_of(shipped_rules(), code, day)


def _own(rule: RuleOfDays) -> Rule:
    name, cite = Said(rule.name.th, rule.name.en), Said(rule.cite.th, rule.cite.en)
    return Rule(rule.code, rule.amount, Unit(rule.unit), name, cite, rule.moves)
