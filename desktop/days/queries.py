"""Reads of the days room."""

from datetime import date

from desktop.days.model import Holiday, HolidayKind, OfficeDays, Said
from desktop.days.rules import Calendar
from desktop.days.shipped import shipped_calendar
from desktop.store.reader import Reader

_DAYS = "SELECT day, name_th, name_en, kind, announced FROM holiday WHERE withdrawn_at IS NULL ORDER BY day"
_YEARS = "SELECT year_be FROM calendar_year WHERE complete = 1"


class DayQueries:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def calendar(self) -> Calendar:
        """The shipped calendar with what the office added to it. OfficeError `days.unreadable`."""
        return shipped_calendar().with_office(self._own())

    def _own(self) -> OfficeDays:
        days = tuple(
            Holiday(date.fromisoformat(day), Said(th, en), HolidayKind(kind), _day(announced))
            for day, th, en, kind, announced in self._reader.rows(_DAYS)
        )
        return OfficeDays(days, frozenset(year for (year,) in self._reader.rows(_YEARS)))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
