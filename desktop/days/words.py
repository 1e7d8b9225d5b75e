"""A deadline in words, so that a clerk can read it out and a citizen can check it."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from desktop.days.model import CalendarYear, Deadline, Fate, Step, Unit
from desktop.office.dates import BE_OFFSET, english_date, thai_date

_DAYS = {
    "th": ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_UNITS = {
    "th": {Unit.WORKING: "วันทำการ", Unit.CALENDAR: "วัน"},
    "en": {Unit.WORKING: "working days", Unit.CALENDAR: "days"},
}
_LINES = {
    "th": {
        "rule": "หลัก: {name} {length} ({cite})",
        "at_once": "ในวันเดียวกัน",
        "by": "ครบ {length}: {due}",
        "by_at_once": "ครบ{length}: {due}",
        "open": "{length}: ยังไม่กำหนด นาฬิกาหยุดอยู่",
        "length": "{amount} {unit} ไม่นับวันแรก",
        "start": "เริ่ม: {day} {event}",
        Fate.COUNTED: "นับ {nth}: {day}",
        Fate.EXCLUDED: "ไม่นับ: {day} ({reason})",
        Fate.STOPPED: "หยุดนับ: {day} ({reason})",
        Fate.MOVED: "เลื่อน: {day} ({reason})",
        "due": "ครบกำหนด: {day}",
        "standing": "ครบกำหนด: ยังไม่กำหนด นาฬิกาหยุดอยู่ นับแล้ว {counted} เหลือ {left} {unit}",
        "doubt": "หมายเหตุ: วันหยุดปี {year} ยังประกาศไม่ครบ{awaiting} วันครบกำหนดอาจเลื่อน",
        "awaiting": " (รอ {names})",
    },
    "en": {
        "rule": "Rule: {name}, {length} ({cite})",
        "at_once": "the same day",
        "by": "{length}: {due}",
        "by_at_once": "{length}: {due}",
        "open": "{length}: not set, the clock stands",
        "length": "{amount} {unit}, the first day not counted",
        "start": "Start: {day}, {event}",
        Fate.COUNTED: "Day {nth}: {day}",
        Fate.EXCLUDED: "Not counted: {day} ({reason})",
        Fate.STOPPED: "Clock stopped: {day} ({reason})",
        Fate.MOVED: "Moved on: {day} ({reason})",
        "due": "Due: {day}",
        "standing": "Due: not set, the clock stands; {counted} counted, {left} {unit} left",
        "doubt": "Note: not all holidays of {year} are announced yet{awaiting}; the day may move",
        "awaiting": " (still to come: {names})",
    },
}


def day_words(day: date, language: str = "th", *, with_year: bool = True) -> str:
    """`ศุกร์ 23 ม.ค. 2569`, or `Friday 23 January 2026`; without the year where it stands elsewhere."""
    plain = english_date(day) if language == "en" else thai_date(day, "short", "arabic")
    return f"{_DAYS[language][day.weekday()]} {plain if with_year else plain.rpartition(' ')[0]}"


def headline(found: Deadline, language: str = "th") -> str:
    """`ครบ 7 วันทำการ: ศุกร์ 23 ม.ค. 2569`; `45 วัน = เสาร์ 28 ก.พ. → จันทร์ 2 มี.ค. 2569` where the end moved on."""
    lines = _LINES[language]
    length = f"{found.rule.amount} {_unit(found, language)}" if found.rule.amount else lines["at_once"]
    if found.due is None:
        return lines["open"].format(length=length)
    due = day_words(found.due, language)
    if found.rule.unit is Unit.WORKING:
        return lines["by" if found.rule.amount else "by_at_once"].format(length=length, due=due)
    if found.due == found.last:
        return f"{length} = {due}"
    return f"{length} = {day_words(found.last, language, with_year=_crosses(found.last, found.due))} → {due}"


def explain(found: Deadline, language: str = "th") -> tuple[str, ...]:
    """Rule, start, every day that did not count and why, and the result: a line each."""
    lines = _LINES[language]
    length = lines["length"].format(amount=found.rule.amount, unit=_unit(found, language))
    words = {"name": found.rule.name.in_language(language), "cite": found.rule.cite.in_language(language)}
    begun = lines["start"].format(day=day_words(found.start, language), event=found.event.in_language(language))
    return (
        lines["rule"].format(length=length if found.rule.amount else lines["at_once"], **words),
        begun,
        *_days(found, language),
        _result(found, language),
        *(_doubt(year, language) for year in found.doubtful),
    )


def _unit(found: Deadline, language: str) -> str:
    unit = _UNITS[language][found.rule.unit]
    return unit.removesuffix("s") if found.rule.amount == 1 else unit


def _crosses(first: date, last: date) -> bool:
    return first.year != last.year


def _days(found: Deadline, language: str) -> Iterator[str]:
    """Working days and free days one by one; calendar days, and days of one stop, by the run."""
    for _, run in groupby(enumerate(found.steps), lambda placed: _together(found, *placed)):
        steps = [step for _, step in run]
        yield _LINES[language][steps[0].fate].format(
            nth=_numbers(steps), day=_span(steps, language), reason=_reason(steps[0], language)
        )


def _together(found: Deadline, place: int, step: Step) -> object:
    by_run = step.fate is Fate.STOPPED or (step.fate is Fate.COUNTED and found.rule.unit is Unit.CALENDAR)
    return (step.fate, step.reason) if by_run else place


def _numbers(steps: Sequence[Step]) -> str:
    first, last = steps[0].nth, steps[-1].nth
    return str(first) if first == last else f"{first}–{last}"


def _span(steps: Sequence[Step], language: str) -> str:
    first, last = steps[0].day, steps[-1].day
    end = day_words(last, language)
    return end if first == last else f"{day_words(first, language, with_year=_crosses(first, last))} – {end}"


def _reason(step: Step, language: str) -> str:
    return step.reason.in_language(language) if step.reason else ""


def _result(found: Deadline, language: str) -> str:
    if found.due is not None:
        return _LINES[language]["due"].format(day=day_words(found.due, language))
    counted = sum(step.fate is Fate.COUNTED for step in found.steps)
    left = found.rule.amount - counted
    return _LINES[language]["standing"].format(counted=counted, left=left, unit=_UNITS[language][found.rule.unit])


def _doubt(year: CalendarYear, language: str) -> str:
    lines = _LINES[language]
    names = ", ".join(one.in_language(language) for one in year.awaiting)
    said = year.year_be if language == "th" else year.year_be - BE_OFFSET
    return lines["doubt"].format(year=said, awaiting=lines["awaiting"].format(names=names) if names else "")
