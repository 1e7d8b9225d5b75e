"""Numbers handed to desks: books of receipts ahead, one holder per letter register and year (sync design 2.3, 2.4)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from desktop.office.clock import utc_text
from desktop.office.ids import IdMaker
from desktop.office.mutation import Catalogue, Row
from desktop.office.series import (
    BILLS,
    RECEIPTS,
    book_size,
    is_booked,
    last_number,
    may_number,
    most_books,
    year_end,
    year_of,
)
from desktop.registers.model import State
from sync.server.devices import Device
from sync.server.ledger import LAST_NUMBER, Ledger
from sync.server.rooms import CATALOGUE
from sync.wire.messages import Lease, LeaseWish

AT_LEAST_BOOKS = 2
"""Open books of one desk even if it asks for less."""
AT_LEAST_AHEAD = 100
"""How far ahead the holder of a register may number; twice its busiest day if that is more."""


def grant(
    connection: Connection,
    device: Device,
    wishes: Sequence[LeaseWish],
    now: datetime,
    ids: IdMaker,
    catalogue: Catalogue = CATALOGUE,
) -> tuple[list[Lease], list[str]]:
    """The device's leases of the series it asked for, new ones among them, and notices of what it can't have.

    The office's gate must be open. Asking again gives the same leases, `lo` advanced past the numbers known to be used.
    """
    office = Granting(Ledger(connection, catalogue, device.office_id), device, now, ids)
    leases: list[Lease] = []
    notices: list[str] = []
    for wish in dict.fromkeys(wishes):
        refused = _refusal(device, wish, now)
        found = refused or (office.books(wish) if is_booked(wish.series) else office.sequencer(wish))
        if isinstance(found, str):
            notices.append(f"{found} {wish.series[:100]} {wish.year_be}")
        else:
            leases += found
    office.ledger.publish()
    return leases, notices


def _refusal(device: Device, wish: LeaseWish, now: datetime) -> str | None:
    """Why this device may not have this series and year: not its series, or neither this year nor the next."""
    booked = wish.series in (RECEIPTS, BILLS)
    if not (device.counter if booked else may_number(wish.series, device.counter, device.registers)):
        return "lease_not_allowed"
    this_year = year_of(wish.series, now)
    return None if wish.year_be in (this_year, this_year + 1) else "lease_wrong_year"


class Granting:
    """Books of one office in one transaction, given to one device."""

    def __init__(self, ledger: Ledger, device: Device, now: datetime, ids: IdMaker) -> None:
        self.ledger = ledger
        self._device = device
        self._now = now
        self._ids = ids

    def books(self, wish: LeaseWish) -> list[Lease] | str:
        """The device's open books, as many more as it needs; or why there is none."""
        mine = [book for book in self.ledger.leased(wish.series, wish.year_be) if self._is_mine(book)]
        held = [left for book in mine if (left := self._left(book)) is not None]
        size, last = book_size(wish.series), last_number(wish.series)
        while self._lacks(held, wish) and (number := self._next_book(wish)) * size <= last:
            held.append(self._new(wish, number, 1, (number - 1) * size + 1, number * size))
        return held or "lease_exhausted"

    def _lacks(self, held: Sequence[Lease], wish: LeaseWish) -> bool:
        wanted = max(AT_LEAST_BOOKS * book_size(wish.series), wish.numbers)
        left = sum(lease.hi - lease.lo + 1 for lease in held)
        return len(held) < most_books(wish.series) and (len(held) < AT_LEAST_BOOKS or left < wanted)

    def sequencer(self, wish: LeaseWish) -> list[Lease] | str:
        """The register's one lease, if this device holds it or nobody does; or why not."""
        held = next(iter(self.ledger.leased(wish.series, wish.year_be)), None)
        if held is None:
            lo = self.ledger.beyond(wish.series, wish.year_be)
            return [self.sequence_from(wish, lo)] if lo <= LAST_NUMBER else "lease_exhausted"
        if not self._is_mine(held):
            return "lease_held_elsewhere"
        lo = self.ledger.left(held)
        hi = max(held["hi"], self._as_far(wish, lo))
        if hi > held["hi"]:
            self.ledger.change(held, hi=hi)
        return [_lease(held, lo, hi)] if lo <= hi else "lease_exhausted"

    def sequence_from(self, wish: LeaseWish, lo: int) -> Lease:
        """A new epoch of the register for this device, from `lo` on."""
        _, epoch = self.ledger.last(wish.series, wish.year_be)
        return self._new(wish, 0, epoch + 1, lo, self._as_far(wish, lo))

    def _as_far(self, wish: LeaseWish, lo: int) -> int:
        ahead = max(AT_LEAST_AHEAD, 2 * self.ledger.peak_day(wish.series, wish.year_be))
        return min(lo + ahead - 1, LAST_NUMBER)

    def _next_book(self, wish: LeaseWish) -> int:
        """The book after the last that was leased or has a number in it."""
        last, _ = self.ledger.last(wish.series, wish.year_be)
        return max(last, -(-self.ledger.used(wish.series, wish.year_be) // book_size(wish.series))) + 1

    def _left(self, book: Row) -> Lease | None:
        """What is left of a book; one that is used up is put away."""
        lo = self.ledger.left(book)
        if lo > book["hi"]:
            self.ledger.change(book, state=State.EXHAUSTED.value)
            return None
        return _lease(book, lo, book["hi"])

    def _is_mine(self, book: Row) -> bool:
        return bool(book["device_id"] == self._device.device_id)

    def _new(self, wish: LeaseWish, book_no: int, epoch: int, lo: int, hi: int) -> Lease:
        ends = utc_text(year_end(wish.series, wish.year_be)) if is_booked(wish.series) else None
        place: dict[str, Any] = {"series": wish.series, "year_be": wish.year_be, "book_no": book_no, "epoch": epoch}
        who: dict[str, Any] = {"device_id": self._device.device_id, "holder": self._device.counter}
        made = self.ledger.add(
            self._ids.new(), **place, **who, lo=lo, hi=hi, valid_to=ends, leased_at=utc_text(self._now)
        )
        return _lease(made, lo, hi)


def _lease(book: Row, lo: int, hi: int) -> Lease:
    place = (book["series"], book["year_be"], book["book_no"], book["epoch"])
    return Lease(book["id"], *place, lo, hi, book["valid_to"])
