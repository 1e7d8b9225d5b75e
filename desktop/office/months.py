"""Months as they are kept (`2026-11`), said (`พ.ย. 2569`) and typed."""

import re
from collections.abc import Iterable
from datetime import date

from desktop.office.dates import BE_OFFSET, MONTHS, MONTHS_ENGLISH, MONTHS_SHORT
from desktop.office.thai import arabic_digits

_MONTH = re.compile(r"(2\d{3})-(0[1-9]|1[0-2])")
_NAMED = re.compile(r"([^\d\s/]+)\s*(\d{2,4})")
_FIGURED = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})")
_ENGLISH = tuple(name.casefold() for name in MONTHS_ENGLISH)
_ALL_NAMES = (MONTHS, MONTHS_SHORT, _ENGLISH, tuple(name[:3] for name in _ENGLISH))
_NAMES = {name.replace(".", ""): at for names in _ALL_NAMES for at, name in enumerate(names, start=1)}


def is_month(text: str) -> bool:
    return _MONTH.fullmatch(text) is not None


def month_of(day: date) -> str:
    return f"{day:%Y-%m}"


def first_day(month: str) -> date:
    return date.fromisoformat(f"{month}-01")


def month_after(month: str, steps: int = 1) -> str:
    whole = int(month[:4]) * 12 + int(month[5:]) - 1 + steps
    return f"{whole // 12:04d}-{whole % 12 + 1:02d}"


def months_between(first: str, last: str) -> tuple[str, ...]:
    """Both ends included; none where the last is before the first."""
    found = []
    while first <= last:
        found.append(first)
        first = month_after(first)
    return tuple(found)


def months_apart(first: str, last: str) -> int:
    return (int(last[:4]) - int(first[:4])) * 12 + int(last[5:]) - int(first[5:])


def month_words(month: str, *, long: bool = False) -> str:
    """`พ.ย. 2569`."""
    names = MONTHS if long else MONTHS_SHORT
    return f"{names[int(month[5:]) - 1]} {int(month[:4]) + BE_OFFSET}"


def months_words(months: Iterable[str]) -> str:
    """`ต.ค.–ธ.ค. 2568, ก.พ. 2569`: months that follow each other are told by the first and the last."""
    return ", ".join(_run_words(*run) for run in runs(months))


def runs(months: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The first and the last of those that follow each other."""
    found: list[tuple[str, str]] = []
    for month in sorted(set(months)):
        follows = bool(found) and month_after(found[-1][1]) == month
        found.append((found.pop()[0], month) if follows else (month, month))
    return tuple(found)


def _run_words(first: str, last: str) -> str:
    if first == last:
        return month_words(first)
    short = MONTHS_SHORT[int(first[5:]) - 1]
    return f"{short}–{month_words(last)}" if first[:4] == last[:4] else f"{month_words(first)}–{month_words(last)}"


def read_month(typed: str) -> str | None:
    """`พ.ย. 2569`, `Nov 2026`, `11/69`, `2026-11`: the month as it is kept; None for what is none."""
    text = arabic_digits(typed).strip()
    if is_month(text):
        return text
    named, figured = _NAMED.fullmatch(text), _FIGURED.fullmatch(text)
    month = _NAMES.get(named[1].replace(".", "").casefold()) if named else int(figured[1]) if figured else None
    year = named[2] if named else figured[2] if figured else ""
    if month is None or not 1 <= month <= 12 or len(year) not in (2, 4):
        return None
    whole = int(year) + (2500 if len(year) == 2 else 0)
    found = f"{whole - BE_OFFSET if whole > 2400 else whole:04d}-{month:02d}"
    return found if is_month(found) else None
