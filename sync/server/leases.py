"""Numbers handed to desks: books of receipts ahead, one holder per letter register and year (sync design 2.3, 2.4)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select, update

from desktop.cashier.rules import SERIES as RECEIPTS
from desktop.office.clock import utc_text
from desktop.office.dates import BE_OFFSET, fiscal_year_be, local_date, utc_of_local, year_be
from desktop.office.ids import IdMaker
from desktop.office.tables import number_event
from sync.server.devices import Device
from sync.server.tables import lease
from sync.wire.messages import Lease, LeaseWish

BOOK = 50
OPEN_BOOKS = 3
LAST_NUMBER = 99_999
OPEN, EXHAUSTED = "open", "exhausted"

_SERIES = (
    lease.c.office_id == bindparam("o"),
    lease.c.series == bindparam("s"),
    lease.c.year_be == bindparam("y"),
)
_OPEN = select(lease).where(*_SERIES, lease.c.state == OPEN).order_by(lease.c.book_no)
_LAST = select(func.max(lease.c.book_no), func.max(lease.c.epoch)).where(*_SERIES)
_USED = select(func.max(number_event.c.n)).where(
    number_event.c.office_id == bindparam("o"),
    number_event.c.series == bindparam("s"),
    number_event.c.year_be == bindparam("y"),
    number_event.c.n.between(bindparam("lo"), bindparam("hi")),
)


def grant(
    connection: Connection, device: Device, wishes: Sequence[LeaseWish], now: datetime, ids: IdMaker
) -> tuple[list[Lease], list[str]]:
    """The device's leases of the series it asked for, new ones among them, and notices of what it can't have.

    The office's gate must be open. Asking again gives the same leases, `lo` advanced past the numbers known to be used.
    """
    office = _Office(connection, device, now, ids)
    leases: list[Lease] = []
    notices: list[str] = []
    for wish in dict.fromkeys(wishes):
        refused = _refusal(device, wish, local_date(now))
        found = refused or (office.books(wish) if wish.series == RECEIPTS else office.sequencer(wish))
        if isinstance(found, str):
            notices.append(f"{found} {wish.series[:100]} {wish.year_be}")
        else:
            leases += found
    return leases, notices


def _refusal(device: Device, wish: LeaseWish, today: date) -> str | None:
    """Why this device may not have this series and year: not its series, or neither this year nor the next."""
    receipts = wish.series == RECEIPTS
    if not (device.counter if receipts else wish.series in device.registers):
        return "lease_not_allowed"
    this_year = fiscal_year_be(today) if receipts else year_be(today)
    return None if wish.year_be in (this_year, this_year + 1) else "lease_wrong_year"


class _Office:
    """Books of one office in one transaction, asked for by one device."""

    def __init__(self, connection: Connection, device: Device, now: datetime, ids: IdMaker) -> None:
        self._connection = connection
        self._device = device
        self._now = now
        self._ids = ids

    def books(self, wish: LeaseWish) -> list[Lease] | str:
        """The device's open books, one more added while it has fewer than `OPEN_BOOKS`; or why there is none."""
        mine = [book for book in self._open(wish) if book.device_id == self._device.device_id]
        held = [left for book in mine if (left := self._left(book)) is not None]
        if len(held) < OPEN_BOOKS and (book_no := self._next_book(wish)) * BOOK <= LAST_NUMBER:
            held.append(self._new(wish, book_no, 1, (book_no - 1) * BOOK + 1, book_no * BOOK, _year_end(wish.year_be)))
        return held or "lease_exhausted"

    def sequencer(self, wish: LeaseWish) -> list[Lease] | str:
        """The register's one lease, if this device holds it or nobody does; or why not."""
        held = next(iter(self._open(wish)), None)
        if held is not None and held.device_id != self._device.device_id:
            return "lease_held_elsewhere"
        if held is not None:
            left = self._left(held)
            return [left] if left else "lease_exhausted"
        _, epoch = self._connection.execute(_LAST, self._values(wish)).one()
        lo = self._used(wish, 1, LAST_NUMBER) + 1
        return [self._new(wish, 0, (epoch or 0) + 1, lo, LAST_NUMBER, None)] if lo <= LAST_NUMBER else "lease_exhausted"

    def _open(self, wish: LeaseWish) -> Sequence[Row[Any]]:
        return self._connection.execute(_OPEN, self._values(wish)).all()

    def _next_book(self, wish: LeaseWish) -> int:
        """The book after the last that was leased or has a number in it."""
        last, _ = self._connection.execute(_LAST, self._values(wish)).one()
        used = self._used(wish, 1, LAST_NUMBER)
        return max(last or 0, -(-used // BOOK)) + 1

    def _left(self, book: Row[Any]) -> Lease | None:
        """What is left of a lease; one that is used up is closed."""
        wish = LeaseWish(book.series, book.year_be)
        lo = max(book.lo, self._used(wish, book.lo, book.hi) + 1)
        if lo > book.hi:
            done = update(lease).where(lease.c.office_id == book.office_id, lease.c.lease_id == book.lease_id)
            self._connection.execute(done.values(state=EXHAUSTED))
            return None
        return Lease(book.lease_id, book.series, book.year_be, book.book_no, book.epoch, lo, book.hi, book.valid_to)

    def _used(self, wish: LeaseWish, lo: int, hi: int) -> int:
        """The highest number of the range that some paper bears; 0 when there is none."""
        return self._connection.scalar(_USED, self._values(wish) | {"lo": lo, "hi": hi}) or 0

    def _new(self, wish: LeaseWish, book_no: int, epoch: int, lo: int, hi: int, valid_to: str | None) -> Lease:
        made = Lease(self._ids.new(), wish.series, wish.year_be, book_no, epoch, lo, hi, valid_to)
        row = {name: getattr(made, name) for name in made.__struct_fields__}
        row |= {"office_id": self._device.office_id, "device_id": self._device.device_id}
        row |= {"state": OPEN, "leased_at": utc_text(self._now)}
        self._connection.execute(lease.insert(), row)
        return made

    def _values(self, wish: LeaseWish) -> dict[str, Any]:
        return {"o": self._device.office_id, "s": wish.series, "y": wish.year_be}


def _year_end(fiscal_year: int) -> str:
    """The moment at which a fiscal year is over: 30 September 24:00 in Bangkok, as UTC text."""
    return utc_text(utc_of_local(date(fiscal_year - BE_OFFSET, 10, 1)))
