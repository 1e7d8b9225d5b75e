"""Which number books a desk should ask for, and how those that come are put on its shelf."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy import Connection

from desktop.office.clock import utc_text
from desktop.office.dates import BE_OFFSET, fiscal_year_be, local_date
from desktop.office.ids import Id
from desktop.office.series import BILLS, RECEIPTS, book_size, counter_series, is_fiscal, most_books, year_of
from desktop.store import notes
from desktop.store.identity import DeskIdentity
from desktop.store.reader import Reader
from sync.wire.messages import Lease, LeaseWish

RECEIPT_BOOKS, RECEIPT_NUMBERS = 2, 100
"""What a desk wants ahead of it at least: a busy day without a line."""
BILL_BOOKS, BILL_NUMBERS = 2, 100
MOST_BILLS_AHEAD = (most_books(BILLS) - 1) * book_size(BILLS)
"""The first of the open books may be nearly used up."""
DAYS_AHEAD = 7
MOST_AHEAD = 1_000
LETTER_NUMBERS = 80
"""The centre gives the holder of a register a hundred ahead at least; it asks again when so many are left."""
RECEIPTS_AHEAD, LETTERS_AHEAD = (9, 15), (12, 15)
"""Month and day from which next year's first numbers are asked for: years turn on 1 October and 1 January."""

_SHELF = """
SELECT count(*), coalesce(sum(hi - next + 1), 0) FROM lease
WHERE series = ? AND year_be = ? AND next <= hi AND (valid_to IS NULL OR valid_to > ?)
  AND closed_at IS NULL AND holder = ?
"""
_DAYS = """
SELECT count(*) FROM number_event
WHERE series = ? AND device_id = ? AND at >= ? AND status IN ('issued', 'void') GROUP BY substr(at, 1, 10)
"""
_GIVEN_UP = "SELECT 1 FROM lease WHERE series = ? AND year_be = ? AND holder = ? AND closed_for = 'returned'"
_HELD = "SELECT lease_id, next, hi, closed_at FROM lease"
_PUT = """
INSERT INTO lease (lease_id, series, year_be, book_no, epoch, lo, hi, next, valid_to, holder)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT device_id FROM device))
ON CONFLICT (lease_id) DO UPDATE SET next = max(next, excluded.next),
  hi = CASE WHEN book_no > 0 THEN hi ELSE max(hi, excluded.hi) END
WHERE closed_at IS NULL
"""
"""Only a register (book 0) is ever leased further; a book may have been lent from, which the centre hears later."""


@dataclass(frozen=True)
class _Shelf:
    """Open books of one series and year, and the numbers left in them."""

    books: int
    numbers: int


def wishes(reader: Reader, identity: DeskIdentity, now: datetime, pace: int = 0) -> tuple[LeaseWish, ...]:
    """The series and years of which this desk has too little; `now` aware UTC, `pace` receipts on a very busy day."""
    today = local_date(now)
    shelf = _Shelves(reader, identity.device_id, now)
    found: list[LeaseWish] = []
    if identity.counter:
        ahead = min(max(RECEIPT_NUMBERS, DAYS_AHEAD * pace), MOST_AHEAD)
        found += shelf.lacks(RECEIPTS, fiscal_year_be(today), RECEIPT_BOOKS, ahead)
        found += shelf.lacks(BILLS, fiscal_year_be(today), BILL_BOOKS, max(BILL_NUMBERS, _bills_meant(reader, today)))
        if _soon(today, RECEIPTS_AHEAD, fiscal_year_be(today)):
            found += shelf.lacks(RECEIPTS, fiscal_year_be(today) + 1, 1, 1)
            found += shelf.lacks(BILLS, fiscal_year_be(today) + 1, 1, 1)
    for series in filter(None, dict.fromkeys((*identity.registers, counter_series(identity.counter)))):
        year = year_of(series, now)
        found += shelf.lacks(series, year, 1, LETTER_NUMBERS)
        if _soon(today, RECEIPTS_AHEAD if is_fiscal(series) else LETTERS_AHEAD, year):
            found += shelf.lacks(series, year + 1, 1, 1)
    return tuple(found)


class Pace:
    """How many receipts this desk issues on a very busy day: the 99th of a hundred days of use. Counted once a day."""

    SEEN = timedelta(days=90)

    def __init__(self, reader: Reader, device_id: Id) -> None:
        self._reader = reader
        self._device_id = device_id
        self._counted: tuple[date, int] | None = None

    def at(self, now: datetime) -> int:
        if self._counted is None or self._counted[0] != local_date(now):
            self._counted = (local_date(now), self._count(now))
        return self._counted[1]

    def _count(self, now: datetime) -> int:
        since = utc_text(now - self.SEEN)
        days = sorted(count for (count,) in self._reader.rows(_DAYS, (RECEIPTS, self._device_id, since)))
        return days[math.ceil(0.99 * len(days)) - 1] if days else 0


class _Shelves:
    def __init__(self, reader: Reader, holder: Id, now: datetime) -> None:
        self._reader = reader
        self._holder = holder
        self._now = utc_text(now)

    def lacks(self, series: str, year: int, books: int, numbers: int) -> list[LeaseWish]:
        found = self._reader.one(_SHELF, (series, year, self._now, self._holder))
        shelf = _Shelf(*found) if found else _Shelf(0, 0)
        if shelf.books >= books and shelf.numbers >= numbers:
            return []
        given_up = self._reader.one(_GIVEN_UP, (series, year, self._holder))
        return [] if given_up else [LeaseWish(series, year, numbers)]


def _bills_meant(reader: Reader, today: date) -> int:
    """How many bills somebody means to make today; books that nobody uses would be cancelled at the year's end."""
    kept = notes.read(reader, notes.BILLS_AHEAD)
    count, day = msgspec.msgpack.decode(kept, type=tuple[int, str]) if kept else (0, "")
    return min(count, MOST_BILLS_AHEAD) if day == today.isoformat() else 0


def _soon(today: date, month_day: tuple[int, int], year: int) -> bool:
    """Whether the year, counted in B.E. by its last day, is so near its end."""
    return today >= date(year - BE_OFFSET, *month_day)


def unknown(reader: Reader, leases: Iterable[Lease]) -> tuple[Lease, ...]:
    """The leases that tell this desk anything new."""
    held: dict[Id, Any] = {row[0]: row[1:] for row in reader.rows(_HELD)}
    return tuple(one for one in leases if _is_news(one, held.get(one.lease_id)))


def _is_news(lease: Lease, held: tuple[int, int, str | None] | None) -> bool:
    if held is None:
        return True
    following, hi, closed_at = held
    further = lease.book_no == 0 and lease.hi > hi
    return closed_at is None and (lease.lo > following or further)


def put(connection: Connection, leases: Sequence[Lease]) -> None:
    """Shelves books. One that is here already never goes back: its next number only grows, and closed is closed."""
    for one in leases:
        values = (one.lease_id, one.series, one.year_be, one.book_no, one.epoch, one.lo, one.hi, one.lo, one.valid_to)
        connection.exec_driver_sql(_PUT, values)
