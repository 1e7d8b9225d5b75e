"""What had happened at a counter before somebody opened the demo: each deed at its moment, by the program's own acts.

The days are counted back from today, so that arrears, deadlines and yesterday's slip are as old as they should be.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from desktop.application import Office
from desktop.office.dates import fiscal_year_be, local_date, utc_of_local

Deed = Callable[[Office], object]
MORNING = timedelta(hours=3)
"""So long the counter has been open today."""


class StoryClock:
    """The real time, or the moment at which a deed is told to have happened; `ahead` of the real time by so much."""

    def __init__(self, ahead: timedelta = timedelta()) -> None:
        self._told: datetime | None = None
        self._ahead = ahead

    def now(self) -> datetime:
        return self._told or datetime.now(UTC) + self._ahead

    def monotonic(self) -> float:
        return time.monotonic()

    def tell(self, moment: datetime | None) -> None:
        """Stands at a moment; None: goes on with the real time."""
        self._told = moment


@dataclass(frozen=True)
class Told:
    """A deed so many days ago at a local time; today's (0) are spread over this morning in their order."""

    days_ago: int
    at: str
    deed: Deed


@dataclass(frozen=True)
class Calendar:
    """Which moments there are: none lies in an earlier fiscal year, whose numbers a new desk was never given."""

    now: datetime

    @property
    def today(self) -> date:
        return local_date(self.now)

    @property
    def yesterday(self) -> int:
        """How many days ago the office was last open; 0 on the first day of a fiscal year."""
        before = next(ago for ago in (1, 2, 3) if (self.today - timedelta(days=ago)).weekday() < 5)
        return before if self._is_this_year(self.today - timedelta(days=before)) else 0

    def moment(self, told: Told) -> datetime:
        day = self.today - timedelta(days=told.days_ago)
        while not self._is_this_year(day):
            day += timedelta(days=1)
        hour, minute = (int(part) for part in told.at.split(":"))
        moment = utc_of_local(day, hour, minute)
        if day < self.today:
            return moment
        opened = max(self.now - MORNING, utc_of_local(self.today))
        part = (moment - utc_of_local(self.today)) / timedelta(days=1)
        return opened + (self.now - opened) * part

    def _is_this_year(self, day: date) -> bool:
        return fiscal_year_be(day) == fiscal_year_be(self.today)


def tell(
    office: Office, clock: StoryClock, calendar: Calendar, story: Iterable[Told], morning: Callable[[], object]
) -> None:
    """Does every deed at its moment, the oldest first, and before the first of each day what is done every morning."""
    day = calendar.today - timedelta(days=365)
    try:
        for told in sorted(story, key=calendar.moment):
            moment = calendar.moment(told)
            clock.tell(moment)
            if local_date(moment) != day:
                day = local_date(moment)
                morning()
            told.deed(office)
    finally:
        clock.tell(None)
