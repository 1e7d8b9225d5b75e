"""Which number books a desk should ask for, and how those that come are put on its shelf."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from desktop.cashier.rules import SERIES as RECEIPTS
from desktop.office.clock import utc_text
from desktop.office.dates import BE_OFFSET, fiscal_year_be, local_date, year_be
from desktop.store.identity import DeskIdentity
from desktop.store.reader import Reader
from sync.wire.messages import Lease, LeaseWish

RECEIPT_BOOKS, RECEIPT_NUMBERS = 2, 100
"""What a desk wants ahead of it: a busy day without a line."""
LETTER_NUMBERS = 50
RECEIPTS_AHEAD, LETTERS_AHEAD = (9, 15), (12, 15)
"""Month and day from which next year's first numbers are asked for: years turn on 1 October and 1 January."""

_SHELF = """
SELECT count(*), coalesce(sum(hi - next + 1), 0) FROM lease
WHERE series = ? AND year_be = ? AND next <= hi AND (valid_to IS NULL OR valid_to > ?)
"""
_HELD = "SELECT lease_id, next, hi FROM lease"
_PUT = """
INSERT INTO lease (lease_id, series, year_be, book_no, epoch, lo, hi, next, valid_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (lease_id) DO UPDATE SET next = max(next, excluded.next), hi = max(hi, excluded.hi)
"""


@dataclass(frozen=True)
class _Shelf:
    """Open books of one series and year, and the numbers left in them."""

    books: int
    numbers: int


def wishes(reader: Reader, identity: DeskIdentity, now: datetime) -> tuple[LeaseWish, ...]:
    """The series and years of which this desk has too little; `now` aware UTC."""
    today = local_date(now)
    shelf = _Shelves(reader, now)
    found: list[LeaseWish] = []
    if identity.counter:
        found += shelf.lacks(RECEIPTS, fiscal_year_be(today), RECEIPT_BOOKS, RECEIPT_NUMBERS)
        if _soon(today, RECEIPTS_AHEAD, fiscal_year_be(today)):
            found += shelf.lacks(RECEIPTS, fiscal_year_be(today) + 1, 1, 1)
    for series in identity.registers:
        found += shelf.lacks(series, year_be(today), 1, LETTER_NUMBERS)
        if _soon(today, LETTERS_AHEAD, year_be(today)):
            found += shelf.lacks(series, year_be(today) + 1, 1, 1)
    return tuple(found)


class _Shelves:
    def __init__(self, reader: Reader, now: datetime) -> None:
        self._reader = reader
        self._now = utc_text(now)

    def lacks(self, series: str, year: int, books: int, numbers: int) -> list[LeaseWish]:
        found = self._reader.one(_SHELF, (series, year, self._now))
        shelf = _Shelf(*found) if found else _Shelf(0, 0)
        return [LeaseWish(series, year)] if shelf.books < books or shelf.numbers < numbers else []


def _soon(today: date, month_day: tuple[int, int], year: int) -> bool:
    """Whether the year, counted in B.E. by its last day, is so near its end."""
    return today >= date(year - BE_OFFSET, *month_day)


def unknown(reader: Reader, leases: Iterable[Lease]) -> tuple[Lease, ...]:
    """The leases that tell this desk anything new."""
    held = {lease_id: (following, hi) for lease_id, following, hi in reader.rows(_HELD)}
    return tuple(
        one
        for one in leases
        if one.lease_id not in held or one.lo > held[one.lease_id][0] or one.hi > held[one.lease_id][1]
    )


def put(connection: Connection, leases: Sequence[Lease]) -> None:
    """Shelves books. One that is here already never goes back: its next number only grows."""
    for one in leases:
        values = (one.lease_id, one.series, one.year_be, one.book_no, one.epoch, one.lo, one.hi, one.lo, one.valid_to)
        connection.exec_driver_sql(_PUT, values)
