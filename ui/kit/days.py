"""Days and times as every screen says them, in the language of now."""

from collections.abc import Iterable
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from desktop.office.dates import MONTHS_SHORT, local_date, thai_time, year_be
from desktop.office.months import first_day, runs

translate = QCoreApplication.translate


def day(value: date | None) -> str:
    """`9 ม.ค. 2569`, or nothing; another language has its own months and counts years as it does."""
    return f"{day_of_year(value)} {_year(value)}" if value else ""


def month(value: date) -> str:
    """`ม.ค. 2569`."""
    return f"{_months()[value.month - 1]} {_year(value)}"


def months(kept: Iterable[str]) -> str:
    """`ต.ค.–ธ.ค. 2568, ก.พ. 2569` of months as they are kept (`2026-11`): a run is told by its ends."""

    def said(first: str, last: str) -> str:
        ends = month(first_day(first)), month(first_day(last))
        if first == last:
            return ends[0]
        return f"{month_name(int(first[5:]))}–{ends[1]}" if first[:4] == last[:4] else "–".join(ends)

    return ", ".join(said(*run) for run in runs(kept))


def month_name(number: int) -> str:
    """`ม.ค.` of 1."""
    return _months()[number - 1]


def brief_day(value: date | None, today: date) -> str:
    """`9 ม.ค.` within the year, else `9 ม.ค. 69`: for narrow columns."""
    if value is None:
        return ""
    return day_of_year(value) if value.year == today.year else f"{day_of_year(value)} {_year(value) % 100:02d}"


def time(value: datetime) -> str:
    """`10.42 น.`"""
    hour, minute = thai_time(value, "arabic").removesuffix(" น.").split(".")
    return translate("Days", "{hour}.{minute} น.").format(hour=hour, minute=minute)


def moment(value: datetime) -> str:
    """`9 ม.ค. 2569 10.42 น.`"""
    return f"{day(local_date(value))} {time(value)}"


def brief_moment(value: datetime, today: date) -> str:
    """The time on the day itself, else the day."""
    received = local_date(value)
    return time(value) if received == today else brief_day(received, today)


def _months() -> list[str]:
    return translate("Days", "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.").split()


def day_of_year(value: date) -> str:
    """`9 ม.ค.`"""
    return f"{value.day} {_months()[value.month - 1]}"


def _year(value: date) -> int:
    return year_be(value) if _months()[0] == MONTHS_SHORT[0] else value.year
