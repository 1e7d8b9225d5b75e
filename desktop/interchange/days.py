"""Days as registers kept in sheets write them: พ.ศ. or ค.ศ., Thai digits, or the numbers that a spreadsheet counts."""

import re
from datetime import date, datetime, timedelta

from desktop.interchange.model import Cell
from desktop.office.dates import BE_OFFSET, parse_thai_date
from desktop.office.thai import arabic_digits

_FIRST = date(1899, 12, 30)
"""Day 0 of a spreadsheet (with its false leap day of 1900)."""
_SERIALS = range(20_000, 80_000)
_SERIALS_BE = range(218_000, 280_000)
_YEARS_CE, _YEARS_BE = range(1900, 2200), range(2400, 2700)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?")
_GREGORIAN = re.compile(r"(.*?)(?:ค\.?\s?ศ\.?\s*)?((?:19|20)\d\d)\s*")
_SERIAL = re.compile(r"(\d{5,6})(?:\.\d+)?")


def day_of(cell: Cell, today: date) -> date | None:
    """The day that a cell means, or None. A spreadsheet's own date may be meant in พ.ศ. and is put right."""
    if isinstance(cell, datetime | date):
        return _in_reach(cell.year, cell.month, cell.day)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _serial(cell)
    return _written(arabic_digits(str(cell or "")).strip(), today)


def _written(text: str, today: date) -> date | None:
    if iso := _ISO.fullmatch(text):
        return _in_reach(*(int(part) for part in iso.groups()))
    if serial := _SERIAL.fullmatch(text):
        found = _serial(int(serial[1]))
        if found is not None:
            return found
    if gregorian := _GREGORIAN.fullmatch(text):
        text = f"{gregorian[1].strip()} {int(gregorian[2]) + BE_OFFSET}" if gregorian[1].strip() else ""
        text = re.sub(r"([/\-.]) ", r"\1", text)
    if not re.search(r"\d", text) or not re.search(r"[/\-. ]\s*\d{2,4}\s*$|[ก-๙]\s*\d{4}$|\d{6,8}$", text):
        return None
    return parse_thai_date(text, today)


def _serial(number: float) -> date | None:
    whole = int(number) if number == number and abs(number) < 10**9 else 0
    if whole in _SERIALS or whole in _SERIALS_BE:
        day = _FIRST + timedelta(days=whole)
        return _in_reach(day.year, day.month, day.day)
    return None


def _in_reach(year: int, month: int, day: int) -> date | None:
    plain = year - BE_OFFSET if year in _YEARS_BE else year
    if plain not in _YEARS_CE:
        return None
    try:
        return date(plain, month, day)
    except ValueError:
        return None
