"""The time that a desk trusts: it never runs back, and no clock that leapt takes it over the end of a year.

The mark is the latest moment at which this desk acted or heard the centre. The centre alone may set it back, because
the centre's time is what it stands for; books that were closed stay closed all the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from desktop.office.clock import from_utc_text, utc_text
from desktop.office.errors import OfficeError
from desktop.office.series import INCOMING, RECEIPTS, year_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

LEAP = timedelta(days=7)
"""A clock may run ahead of the mark by so much, an office's longest holidays, before the turn of a year is doubted."""
SLACK = timedelta(minutes=10)
"""The centre's word moves a mark that is ahead of it by more than this."""

READ = "SELECT mark, heard FROM trusted_time"
_MARK = """
INSERT INTO trusted_time (only, mark) VALUES (1, ?) ON CONFLICT (only) DO UPDATE SET mark = max(mark, excluded.mark)
"""
HEAR = """
INSERT INTO trusted_time (only, mark, heard) VALUES (1, ?1, ?1)
ON CONFLICT (only) DO UPDATE SET mark = CASE WHEN mark > ?2 THEN ?1 ELSE max(mark, ?1) END, heard = ?1
"""


@dataclass(frozen=True)
class TrustedTime:
    """One moment of the desk: what its clock says, where the mark is, when the centre was last heard."""

    clock: datetime
    mark: datetime | None
    heard: datetime | None

    @property
    def now(self) -> datetime:
        return max(self.clock, self.mark) if self.mark else self.clock

    def doubts(self, series: str) -> bool:
        """Whether the clock leapt over the end of a year of the series, and nobody has confirmed it."""
        if self.mark is None or self.clock - self.mark <= LEAP:
            return False
        return year_of(series, self.clock) != year_of(series, self.mark)

    def check(self, series: str) -> None:
        """OfficeError `numbers.year_doubtful` when no number of the series may be taken on this clock's word."""
        if self.doubts(series):
            raise OfficeError("numbers.year_doubtful")


def read(connection: "Connection", clock: datetime) -> TrustedTime:
    return trusted(clock, connection.exec_driver_sql(READ).first())


def trusted(clock: datetime, row: Sequence[Any] | None) -> TrustedTime:
    """From a row of `READ`."""
    mark, heard = row or (None, None)
    return TrustedTime(clock, from_utc_text(mark) if mark else None, from_utc_text(heard) if heard else None)


def advance(connection: "Connection", time: TrustedTime) -> None:
    """Moves the mark with an act; a leap over the end of a year leaves it where it is."""
    if not any(time.doubts(series) for series in (RECEIPTS, INCOMING)):
        connection.exec_driver_sql(_MARK, (utc_text(time.now),))


def hear(server_time: datetime) -> tuple[str, str]:
    """The values of `HEAR` for a word of the centre (or of a person who answers for the date)."""
    return utc_text(server_time), utc_text(server_time + SLACK)
