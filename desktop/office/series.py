"""The series in which papers are numbered, and their two years: letters follow the calendar's, the rest the fiscal one.

A letter register is data: `letters.<book>/<whose>`, where the book is incoming, outgoing, circular or memo (after
`secret.` for a series of secret papers) and whose is `central` or the hex id of a unit; or `letters.order`,
`letters.announcement`, `letters.evidence`. What citizens ask is numbered in `cases.<CODE>` or
`cases.<CODE>/<counter>`, what is issued to hang on a wall in `certificates.<REGISTER>`.
A desk may number in the series that it was enrolled for, and a counter in its own of the service centre.
"""

import re
from collections.abc import Collection
from datetime import date, datetime

from desktop.office.dates import BE_OFFSET, fiscal_year_be, local_date, utc_of_local, year_be

RECEIPTS = "receipts"
PAPER_BOOKS = "receipts.paper/"
"""Printed books filled in by hand: each is a series of its own, so that its numbers can't meet any other's."""
INCOMING = "letters.incoming/central"
BILLS = "bills"
"""ใบแจ้งชำระ: what somebody owes; its number is part of what their bank is told."""
CENTRAL = "central"
"""The central register of incoming letters, as a letter names it; every other goes by its series without `letters.`"""
SECRET = "secret."
"""Begins the registers that only the registrar of secrets keeps."""
_LETTERS = "letters."
CASES = "cases."
CERTIFICATES = "certificates."
"""Certificates and licences: books of the calendar year, of which each desk enrolled for the register has its own."""
_UNIT = re.compile(r"/([0-9a-f]{32})$")
PAST_REGISTER = "past/"
"""What the name of a register begins with that was kept on paper or in a sheet: each is a series of its own, of which
nobody is ever given numbers."""


def is_money(series: str) -> bool:
    """Whether its papers are receipts."""
    return series == RECEIPTS or series.startswith(PAPER_BOOKS)


def is_booked(series: str) -> bool:
    """Whether it is numbered in books of a year, each of one desk, and not in one running register."""
    return is_money(series) or series == BILLS or series.startswith(CERTIFICATES)


def is_fiscal(series: str) -> bool:
    """Whether the years of the series are the fiscal ones."""
    return is_money(series) or series == BILLS or series.startswith(CASES)


def is_handed_on(series: str) -> bool:
    """Whether it is one running register, which a desk may give back for the next to go on with."""
    return not is_booked(series) and not is_fiscal(series)


def counter_series(counter: str) -> str | None:
    """The series in which a counter of the service centre numbers what citizens ask; None for a desk that is none."""
    return f"{CASES}OSS/{counter}" if counter else None


def may_number(series: str, counter: str, registers: Collection[str]) -> bool:
    """Whether a desk may number in a series that is no receipts'."""
    return series in registers or series == counter_series(counter)


def book_size(series: str) -> int:
    """Numbers of one leased book."""
    return 100 if series == BILLS else 50


def most_books(series: str) -> int:
    """Open books of one desk: 1,000 receipts, or three months' bills of a whole town, which are made in one go."""
    return 420 if series == BILLS else 20


def last_number(series: str) -> int:
    return 9_999_999 if series == BILLS else 99_999


def series_of(register: str) -> str:
    """The series in which a letter register is numbered."""
    return INCOMING if register == CENTRAL else _LETTERS + register


def register_of(series: str) -> str:
    """The letter register of a series, as letters name it."""
    return CENTRAL if series == INCOMING else series.removeprefix(_LETTERS)


def unit_of(register: str) -> str | None:
    """The unit (hex of its id) whose register, or whose series, this is; None for what the whole office has."""
    found = _UNIT.search(register)
    return found[1] if found else None


def supervisors(series: str) -> str:
    """The bucket of those who keep the control register of a series."""
    if is_money(series) or series == BILLS:
        return "finance/normal"
    if series.startswith((CASES, CERTIFICATES)):
        return "service/normal"
    unit = unit_of(series)
    return f"unit:{unit}/normal" if unit else "registry/normal"


def year_of(series: str, moment: datetime) -> int:
    """The year (พ.ศ.) in which a paper of the series is numbered at an aware moment."""
    day = local_date(moment)
    return fiscal_year_be(day) if is_fiscal(series) else year_be(day)


def year_end(series: str, year: int) -> datetime:
    """The first moment after the year: 1 October or 1 January, 0:00 in Bangkok, as aware UTC."""
    return utc_of_local(date(year - BE_OFFSET, 10, 1) if is_fiscal(series) else date(year - BE_OFFSET + 1, 1, 1))
