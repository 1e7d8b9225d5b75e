"""Days and times as a Thai office writes them: พ.ศ. outside, ISO and UTC inside."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Literal, TypeAlias

from desktop.office.thai import normalise, thai_digits

Style: TypeAlias = Literal["long", "short", "numeric"]
Digits: TypeAlias = Literal["thai", "arabic"]

BANGKOK = timezone(timedelta(hours=7), "Asia/Bangkok")
"""Thailand has kept UTC+7 without summer time since 1920, so no zone data is needed."""

BE_OFFSET = 543
_YEARS_BE = range(2400, 2700)
_YEARS_CE = range(1857, 2157)
"""Years a paper of today may bear; 2026 typed for 2569 lies outside and is refused."""

MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
MONTHS_SHORT = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
    "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
MONTHS_ENGLISH = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH_OF = {
    name.replace(".", ""): number for names in (MONTHS, MONTHS_SHORT) for number, name in enumerate(names, start=1)
}

_TODAY = frozenset({"วันนี้", "."})
_YEAR = r"(?P<year>\d{4}|\d{2})"
_LEAD = r"(?:(?:ลง)?วันที่\s*)?"
_WITH_MARKS = re.compile(rf"{_LEAD}(?P<day>\d{{1,2}})\s*[/\-. ]\s*(?P<month>\d{{1,2}})(?:\s*[/\-. ]\s*{_YEAR})?")
_RUN_TOGETHER = re.compile(rf"(?P<day>\d{{2}})(?P<month>\d{{2}}){_YEAR}?")
_TIME = re.compile(r"(?P<hour>\d{1,2})(?:\s*[.:]?\s*(?P<minute>\d{2}))?\s*(?:น\.?)?")
_WITH_NAME = re.compile(
    rf"{_LEAD}(?P<day>\d{{1,2}})\s*(?:เดือน\s*)?(?P<month>[ก-์. ]+?)\s*(?:พ\.?\s?ศ\.?|พุทธศักราช)?\s*{_YEAR}?"
)


def parse_thai_date(text: str, today: date) -> date | None:
    """The day that a clerk typed, or None when it is no day.

    `2/1/69`, `๒/๑/๒๕๖๙`, `15052569`, `150569`, `2 ม.ค. 2569`, `2มกราคม พ.ศ. 2569`, `วันนี้`, `.`; without a year it is
    that of `today`; two digits are 25xx; a Gregorian year is refused.
    """
    plain = normalise(text)
    if plain in _TODAY:
        return today
    parts = _parts(plain)
    month = _month(parts["month"]) if parts else None
    if parts is None or month is None:
        return None
    return _day_of(_year(parts["year"], today), month, int(parts["day"]))


def gregorian_year(text: str) -> int | None:
    """The year of a day that was typed in ค.ศ., `9/1/2026` -> 2026; None for every other text."""
    parts = _parts(normalise(text))
    year = int(parts["year"]) if parts and parts["year"] else 0
    return year if year in _YEARS_CE else None


def parse_thai_time(text: str) -> tuple[int, int] | None:
    """Hour and minute of `16.30`, `๑๖:๓๐ น.`, `1630`, `9`; None for what is no time of day."""
    parts = _TIME.fullmatch(normalise(text))
    if parts is None:
        return None
    hour, minute = int(parts["hour"]), int(parts["minute"] or 0)
    return (hour, minute) if hour < 24 and minute < 60 else None


def thai_date(value: date, style: Style = "long", digits: Digits = "thai") -> str:
    """`๑๒ มีนาคม ๒๕๖๘` (long), `๑๒ มี.ค. ๒๕๖๘` (short), `๑๒/๐๓/๒๕๖๘` (numeric); an aware moment is dated in Bangkok."""
    day = _as_day(value)
    if style == "numeric":
        text = f"{day.day:02d}/{day.month:02d}/{year_be(day)}"
    else:
        names = MONTHS if style == "long" else MONTHS_SHORT
        text = f"{day.day} {names[day.month - 1]} {year_be(day)}"
    return thai_digits(text) if digits == "thai" else text


def english_date(value: date) -> str:
    """`12 March 2025`, for English papers."""
    day = _as_day(value)
    return f"{day.day} {MONTHS_ENGLISH[day.month - 1]} {day.year}"


def thai_time(moment: datetime, digits: Digits = "thai") -> str:
    """`๑๐.๓๕ น.`: the time in Bangkok of an aware moment."""
    local = _local(moment)
    text = f"{local.hour:02d}.{local.minute:02d} น."
    return thai_digits(text) if digits == "thai" else text


def local_date(moment: datetime) -> date:
    """The day in Bangkok of an aware moment; ValueError for one without its zone."""
    return _local(moment).date()


def utc_of_local(day: date, hour: int = 0, minute: int = 0) -> datetime:
    """The UTC moment at which it is that time of that day in Bangkok."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=BANGKOK).astimezone(UTC)


def year_be(day: date) -> int:
    """The calendar year in พ.ศ.; letters are numbered by it."""
    return day.year + BE_OFFSET


def fiscal_year_be(day: date) -> int:
    """ปีงบประมาณ, which runs from 1 October to 30 September and is named after the year in which it ends."""
    return year_be(day) + (day.month >= 10)


def _parts(plain: str) -> re.Match[str] | None:
    return _RUN_TOGETHER.fullmatch(plain) or _WITH_MARKS.fullmatch(plain) or _WITH_NAME.fullmatch(plain)


def _month(text: str) -> int | None:
    name = text.replace(".", "").replace(" ", "")
    return int(name) if name.isdecimal() else _MONTH_OF.get(name)


def _year(text: str | None, today: date) -> int:
    if text is None:
        return year_be(today)
    return 2500 + int(text) if len(text) == 2 else int(text)


def _day_of(year: int, month: int, day: int) -> date | None:
    if year not in _YEARS_BE:
        return None
    try:
        return date(year - BE_OFFSET, month, day)
    except ValueError:
        return None


def _as_day(value: date) -> date:
    return local_date(value) if isinstance(value, datetime) else value


def _local(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"a moment without its zone: {moment}")
    return moment.astimezone(BANGKOK)
