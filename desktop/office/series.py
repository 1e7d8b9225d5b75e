"""The series in which papers are numbered, and their two years: letters follow the calendar's, money the fiscal one."""

from datetime import date, datetime

from desktop.office.dates import BE_OFFSET, fiscal_year_be, local_date, utc_of_local, year_be

RECEIPTS = "receipts"
PAPER_BOOKS = "receipts.paper/"
"""Printed books filled in by hand: each is a series of its own, so that its numbers can't meet any other's."""
INCOMING = "letters.incoming/central"


def is_money(series: str) -> bool:
    return series == RECEIPTS or series.startswith(PAPER_BOOKS)


def year_of(series: str, moment: datetime) -> int:
    """The year (พ.ศ.) in which a paper of the series is numbered at an aware moment."""
    day = local_date(moment)
    return fiscal_year_be(day) if is_money(series) else year_be(day)


def year_end(series: str, year: int) -> datetime:
    """The first moment after the year: 1 October or 1 January, 0:00 in Bangkok, as aware UTC."""
    return utc_of_local(date(year - BE_OFFSET, 10, 1) if is_money(series) else date(year - BE_OFFSET + 1, 1, 1))
