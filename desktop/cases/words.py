"""What a case and its clocks say, so that a clerk can read it out and a citizen can check it."""

from datetime import datetime, timedelta

from desktop.cases.deadlines import Due, Hours
from desktop.cases.kind import Kind
from desktop.cases.model import OPENED, Event
from desktop.days import words as day_words
from desktop.office.dates import english_date, local_date, thai_date, thai_time

_SAID = {
    "th": {
        "hours": "ภายใน {hours} ชั่วโมง: {due}",
        "standing": "ภายใน {hours} ชั่วโมง: ยังไม่กำหนด นาฬิกาหยุดอยู่",
        "promise": "เวลาที่สำนักงานตั้งไว้: {hours} ชั่วโมง นับจาก {start}",
        "stopped": "หยุดนับ: {since} ถึง {until} ({reason})",
        "stands": "หยุดนับ: ตั้งแต่ {since} ({reason})",
        "due": "ครบกำหนด: {due}",
        "waits": "นาฬิกายังไม่เริ่ม: รอเอกสารให้ครบก่อน",
        "opened": "รับเรื่อง",
        "item": "รับเอกสาร",
        "between": "{late} ก่อนครบ",
        "late": "เกินกำหนด {late}",
    },
    "en": {
        "hours": "within {hours} hours: {due}",
        "standing": "within {hours} hours: not set, the clock stands",
        "promise": "The office's own promise: {hours} hours from {start}",
        "stopped": "Clock stopped: {since} to {until} ({reason})",
        "stands": "Clock stopped since {since} ({reason})",
        "due": "Due: {due}",
        "waits": "The clock has not begun: papers are missing",
        "opened": "Received",
        "item": "Handed in",
        "between": "{late} left",
        "late": "{late} late",
    },
}
_SPANS = {"th": ("{} วัน", "{} ชั่วโมง", "{} นาที"), "en": ("{} d", "{} h", "{} min")}


def moment(at: datetime, language: str = "th") -> str:
    """`14 ม.ค. 2569 10.20 น.`."""
    if language == "en":
        return f"{english_date(local_date(at))} {thai_time(at, 'arabic').removesuffix(' น.').replace('.', ':')}"
    return f"{thai_date(at, 'short', 'arabic')} {thai_time(at, 'arabic')}"


def headlines(due: Due, language: str = "th") -> tuple[str, ...]:
    """A line for each clock: `ครบ 7 วันทำการ: ศุกร์ 23 ม.ค. 2569`."""
    lines = _SAID[language]
    found: list[str] = []
    if due.hours is not None:
        found.append(_hours_line(due.hours, language))
    if due.days is not None:
        found.append(day_words.headline(due.days, language))
    return (*found, lines["waits"]) if due.waits else tuple(found)


def _hours_line(hours: Hours, language: str) -> str:
    lines = _SAID[language]
    if hours.due is None:
        return lines["standing"].format(hours=hours.hours)
    return lines["hours"].format(hours=hours.hours, due=moment(hours.due, language))


def explain(due: Due, kind: Kind, language: str = "th") -> tuple[str, ...]:
    """Every clock with its rule, its start, each day or hour that did not count, and its end: a line each."""
    lines = _SAID[language]
    found: list[str] = []
    if due.days is not None:
        found += day_words.explain(due.days, language)
    if due.waits:
        found.append(lines["waits"])
    if due.hours is not None:
        found += _explain_hours(due.hours, kind, language)
    return tuple(found)


def _explain_hours(hours: Hours, kind: Kind, language: str) -> list[str]:
    lines = _SAID[language]
    told = [lines["promise"].format(hours=hours.hours, start=moment(hours.start, language))]
    for pause in hours.pauses:
        step = kind.step(pause.step)
        told.append(
            lines["stopped" if pause.until else "stands"].format(
                since=moment(pause.since, language),
                until=moment(pause.until, language) if pause.until else "",
                reason=step.told.in_language(language) if step else "",
            )
        )
    end = lines["due"].format(due=moment(hours.due, language)) if hours.due else _hours_line(hours, language)
    return [*told, end]


def left(at: datetime, now: datetime, language: str = "th") -> str:
    """How long until a moment, or since it: `เกินกำหนด 2 วัน`."""
    late = now >= at
    span = _span(now - at if late else at - now, language)
    return _SAID[language]["late" if late else "between"].format(late=span)


def _span(span: timedelta, language: str) -> str:
    days, hours, minutes = _SPANS[language]
    if span.days:
        return days.format(span.days)
    whole = int(span.total_seconds()) // 3600
    return hours.format(whole) if whole else minutes.format(int(span.total_seconds()) // 60)


def told(event: Event, kind: Kind, language: str = "th") -> str:
    """What happened, by the kind's words."""
    if event.step == OPENED:
        return _SAID[language]["opened"]
    step = kind.step(event.step)
    words = step.told.in_language(language) if step else _SAID[language].get(event.step, event.step)
    item = kind.item(event.item) if event.item else None
    return f"{words}: {item.name.in_language(language)}" if item else words
