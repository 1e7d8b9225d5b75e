"""Who holds which numbers, told anew: after the centre was restored, and when a desk ends or was enrolled anew.

A centre restored from a backup does not know what it leased after that. Until every desk that may hold numbers of a
series has told its books, no new numbers of that series are given; so no book is ever given twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, any_, bindparam, exists, func, literal, or_, select

from desktop.office.ids import IdMaker
from desktop.office.mutation import Row
from desktop.office.series import BILLS, CASES, CERTIFICATES, RECEIPTS, book_size, is_booked, last_number, may_number
from desktop.registers.model import LENDING, LENT, OWN, State
from desktop.registers.mutations import SUSPEND, Suspend
from desktop.registers.tables import number_book
from sync.server import devices
from sync.server.acts import Act, chained
from sync.server.database import setting
from sync.server.devices import ACTIVE, CENTRE_ID, Device, DeviceKey
from sync.server.ledger import LAST_NUMBER, Ledger
from sync.server.post_office import accept
from sync.server.rooms import CATALOGUE
from sync.server.tables import device
from sync.server.writing import open_gate
from sync.wire.messages import Holding, LeaseWish, WireMutation

MAX_HELD = 2000
_PLACE = ("series", "year_be", "book_no", "epoch", "lo", "hi", "valid_to")

_OURS = (device.c.office_id == bindparam("o"), device.c.device_id == bindparam("d"))
_END = device.update().where(*_OURS, device.c.state == ACTIVE).values(state="revoked", revoked_at=bindparam("at"))
_TOLD = device.update().where(*_OURS).values(announced=bindparam("epoch"))
_SILENT = select(device.c.name).where(
    device.c.office_id == bindparam("o"),
    device.c.state == ACTIVE,
    device.c.public_key != b"",
    device.c.announced != bindparam("epoch"),
)
_BORROWED = and_(
    number_book.c.device_id == device.c.device_id,
    number_book.c.epoch == LENT,
    number_book.c.state == State.LEASED,
)
_HEIR = device.alias()
_LENT_TO_ENDED = (
    select(device.c.device_id)
    .join(number_book, and_(number_book.c.office_id == device.c.office_id, _BORROWED))
    .where(
        device.c.office_id == bindparam("o"),
        device.c.state != ACTIVE,
        ~exists().where(
            _HEIR.c.office_id == device.c.office_id,
            _HEIR.c.state == ACTIVE,
            _HEIR.c.announced != bindparam("epoch"),
            device.c.device_id == any_(_HEIR.c.former),
        ),
    )
    .distinct()
)


def withdraw(connection: Connection, key: DeviceKey, at: str) -> None:
    """Ends a device: nothing of it is taken any more."""
    connection.execute(_END, {"o": key.office_id, "d": key.device_id, "at": at})


def allowed(
    connection: Connection, asking: Device, wishes: Sequence[LeaseWish], epoch: bytes
) -> tuple[list[LeaseWish], list[str]]:
    """The wishes that may be granted now, and notices of those that wait until every desk has told its books."""
    granted: list[LeaseWish] = []
    notices: list[str] = []
    for wish in wishes:
        theirs = wish.series == RECEIPTS or may_number(wish.series, asking.counter, asking.registers)
        if theirs and someone_is_silent(connection, asking.office_id, wish.series, epoch):
            notices.append(f"lease_withheld {wish.series} {wish.year_be}")
        else:
            granted.append(wish)
    return granted, notices


def someone_is_silent(connection: Connection, office_id: int, series: str, epoch: bytes) -> bool:
    """Whether a desk that may hold numbers of the series has not told them in this epoch."""
    holds = device.c.counter != "" if series == RECEIPTS else _numbers_in(series)
    return connection.execute(_SILENT.where(holds).limit(1), {"o": office_id, "epoch": epoch}).first() is not None


def _numbers_in(series: str) -> ColumnElement[bool]:
    """As `may_number`."""
    counter = literal(f"{CASES}OSS/") + device.c.counter
    return or_(literal(series) == any_(device.c.registers), and_(device.c.counter != "", counter == series))


def silent(connection: Connection, office_id: int, epoch: bytes) -> list[str]:
    """Names of the desks that may hold numbers and have not told them."""
    holds = or_(device.c.counter != "", func.cardinality(device.c.registers) > 0)
    return list(connection.scalars(_SILENT.where(holds).order_by(device.c.name), {"o": office_id, "epoch": epoch}))


def release(connection: Connection, office_id: int, epoch: bytes) -> None:
    """Gives numbers again without waiting for silent desks: only when a person knows that those hold none."""
    active = device.update().where(device.c.office_id == office_id, device.c.state == ACTIVE)
    connection.execute(active.values(announced=epoch))


@dataclass(frozen=True)
class Recount:
    """Books told by one desk, in one transaction that holds the centre's own device and the office's gate."""

    connection: Connection
    desk: Device
    ledger: Ledger
    at: str
    ids: IdMaker

    def announce(self, held: Sequence[Holding], epoch: bytes) -> list[str]:
        """Takes in what the desk holds; notices name the books that it must not use.

        A book that the centre does not know is adopted, once in each feed epoch and only if it can be this desk's.
        """
        notices: list[str] = []
        for one in held[:MAX_HELD]:
            book = self.ledger.book(one.lease_id)
            if book is None and one.epoch == LENT and is_booked(one.series):
                continue  # lent by another desk: it comes with the record that both signed, which is sent again
            if book is None and self.desk.announced != epoch and _may_be(self.desk, one):
                book = self._adopt(one)
            if book is None or book["device_id"] not in self.desk.line:
                notices.append(f"lease_disputed {one.lease_id.hex()}")
            elif book["state"] == State.LEASED:
                self._take_note(one, book)
        self._suspend_forgotten()
        self.ledger.publish()
        told = {"o": self.desk.office_id, "d": self.desk.device_id, "epoch": epoch}
        self.connection.execute(_TOLD, told)
        return notices

    def _suspend_forgotten(self) -> None:
        """Books of who this desk was that it told nothing of: a store put back from a copy does not know them."""
        for former in self.desk.former:
            for book in self.ledger.held_by(former):
                suspend(self.connection, self.ledger, self.desk.office_id, book, 0, self.at, self.ids)

    def _take_note(self, one: Holding, book: Row) -> None:
        """A register may have been leased further since the backup; a book that was left goes into suspense."""
        if book["book_no"] == 0 and book["hi"] < one.hi <= LAST_NUMBER:
            self.ledger.change(book, hi=one.hi)
            book = self.ledger.book(one.lease_id) or book
        if one.former or book["device_id"] != self.desk.device_id:
            suspend(self.connection, self.ledger, self.desk.office_id, book, one.next, self.at, self.ids)

    def _adopt(self, one: Holding) -> Row | None:
        """Enters a book that was leased after the backup; None when somebody else has its place."""
        for other in self.ledger.books(one.series, one.year_be):
            same = other["book_no"] == one.book_no and other["epoch"] == one.epoch
            rival = one.book_no == 0 and other["state"] == State.LEASED
            if same or (rival and other["epoch"] > one.epoch):
                return None
            if rival:
                suspend(self.connection, self.ledger, self.desk.office_id, other, 0, self.at, self.ids)
        values: dict[str, Any] = {name: getattr(one, name) for name in _PLACE}
        values |= {"device_id": self.desk.device_id, "holder": self.desk.counter, "leased_at": self.at}
        return self.ledger.add(one.lease_id, **values)


def announce(
    connection: Connection, key: DeviceKey, held: Sequence[Holding], epoch: bytes, at: str, ids: IdMaker
) -> list[str]:
    """What a desk holds, taken in: errors and notices as `Recount.announce`."""
    desk = devices.find(connection, key, lock=True)
    return Recount(connection, desk, _gated(connection, key.office_id), at, ids).announce(held, epoch)


def suspend_all(connection: Connection, key: DeviceKey, at: str, ids: IdMaker) -> None:
    """What a device that ended still held goes into suspense."""
    ledger = _gated(connection, key.office_id)
    for book in ledger.held_by(key.device_id):
        suspend(connection, ledger, key.office_id, book, 0, at, ids)


def has_loans(acts: Sequence[WireMutation]) -> bool:
    """Whether numbers go from one desk's book to another's with these acts."""
    return any(act.type == LENDING for act in acts)


def suspend_loans(connection: Connection, office_id: int, at: str, ids: IdMaker) -> None:
    """What was lent to a desk that ended before the record came goes into suspense: nobody tells of it any more.

    Where that desk goes on as a new device that has not told its books yet, these are told with them.
    """
    ledger, epoch = _gated(connection, office_id), setting(connection, "feed_epoch")
    for holder in connection.scalars(_LENT_TO_ENDED, {"o": office_id, "epoch": epoch}).all():
        for book in ledger.held_by(holder):
            if book["epoch"] == LENT and is_booked(book["series"]):
                suspend(connection, ledger, office_id, book, 0, at, ids)
    ledger.publish()


def suspend(
    connection: Connection, ledger: Ledger, office_id: int, book: Row, reached: int, at: str, ids: IdMaker
) -> None:
    """Takes a book off its desk for good. Numbers below `reached` were used, as the desk says, and come with its acts.

    What is left of a book that was used to its end is nothing: then it is put away.
    """
    lo = min(max(ledger.left(book), reached), book["hi"] + 1)
    if lo > book["hi"]:
        return ledger.change(book, state=State.EXHAUSTED.value)
    ledger.publish()  # what was written before must not be told after the act
    centre = devices.find(connection, DeviceKey(office_id, CENTRE_ID), lock=True)
    body = Suspend(book["id"], lo, book["hi"], "desk_ended", "", ids.new())
    accept(connection, CATALOGUE, centre.key, chained(centre, [Act(SUSPEND.name, body)], at, ids), at)


def _gated(connection: Connection, office_id: int) -> Ledger:
    """The office's books, for nobody else until this transaction ends; locks in the order of all writers."""
    devices.find(connection, DeviceKey(office_id, CENTRE_ID), lock=True)
    open_gate(connection, office_id)
    return Ledger(connection, CATALOGUE, office_id)


def _may_be(desk: Device, one: Holding) -> bool:
    """Whether the centre could have leased this to the desk: a right series, a whole book or a register."""
    if len(one.lease_id) != 16 or one.epoch < 1 or not 1 <= one.lo <= one.hi <= last_number(one.series):
        return False
    if one.series in (RECEIPTS, BILLS) or one.series.startswith(CERTIFICATES):
        size = book_size(one.series)
        end = one.book_no * size
        whole = one.lo == end - size + 1 and one.lo <= one.hi <= end  # its end may be lent
        theirs = may_number(one.series, desk.counter, desk.registers) or (
            bool(desk.counter) and one.series in (RECEIPTS, BILLS)
        )
        return theirs and whole and one.epoch == OWN
    return may_number(one.series, desk.counter, desk.registers) and one.book_no == 0
