"""What the people who run a centre decide about numbers: takeover, loss, cancellation, paper books, the year's end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Engine, func, or_, select

from desktop.accounts.tables import staff
from desktop.cashier.mutations import KEY_IN, KeyInReceipt, LinePart
from desktop.office.clock import Clock, SystemClock, utc_text
from desktop.office.errors import OfficeError
from desktop.office.ids import Id, IdMaker
from desktop.office.money import baht_text
from desktop.office.mutation import Row
from desktop.office.numbers import Taken
from desktop.office.series import PAPER_BOOKS, is_booked
from desktop.registers import mutations as verbs
from desktop.registers.model import Book, Fate
from desktop.registers.rules import hindrances
from sync.server import devices
from sync.server.acts import Act, chained
from sync.server.database import transact
from sync.server.devices import CENTRE_ID, DeviceKey
from sync.server.leases import AT_LEAST_AHEAD
from sync.server.ledger import LAST_NUMBER, Ledger
from sync.server.post_office import accept
from sync.server.proving import account_of
from sync.server.rooms import CATALOGUE
from sync.server.sequencing import number_waiting
from sync.server.tables import device as device_table
from sync.server.writing import open_gate

T = TypeVar("T")
_REVOKE = "revoked"


@dataclass(frozen=True)
class KeyedPaper:
    """A receipt as somebody reads it off the paper; `issued_at` aware, `satang` the whole sum."""

    series: str
    year_be: int
    number: int
    issued_at: datetime
    payer_name: str
    what_for: str
    satang: int


class BookAdmin:
    """Acts on one office's books; every verb is one transaction and one act on the centre's own chain."""

    def __init__(self, engine: Engine, office_id: int, clock: Clock | None = None) -> None:
        self._engine = engine
        self._office_id = office_id
        self._clock = clock or SystemClock()
        self._ids = IdMaker(self._clock)

    def take_over(self, series: str, year_be: int, to: str, by: Sequence[str], reason: str) -> tuple[int, int]:
        """Takes a register from a holder who can't give it back; the numbers (lo, hi) that go into suspense.

        `by`: logins of two people with different roles. The new holder numbers on after everything that the old one
        could have printed. OfficeError `centre.two_people`, `centre.register_free`, `centre.device_unknown`.
        """

        def work(connection: Connection, ledger: Ledger) -> tuple[int, int]:
            names = self._two_people(connection, by)
            target = self._device(connection, to)
            held = next(iter(ledger.leased(series, year_be)), None)
            if held is None or is_booked(series):
                raise OfficeError("centre.register_free", series=series, year=year_be)
            lo = ledger.beyond(series, year_be)
            _, epoch = ledger.last(series, year_be)
            ahead = max(AT_LEAST_AHEAD, 2 * ledger.peak_day(series, year_be))
            hi = min(lo + ahead - 1, LAST_NUMBER)
            heir = verbs.Successor(self._ids.new(), epoch + 1, lo, hi, target["device_id"], target["holder"])
            return self._suspend(connection, ledger, held, reason, names, heir)

        return self._in_turn(work)

    def lose(self, device: str, by: str, reason: str) -> list[tuple[str, int, int, int]]:
        """A desk is lost: it may never speak again, and its books go into suspense from the last known number on.

        Returns series, year and range of each. OfficeError `centre.device_unknown`, `centre.login_unknown`.
        """

        def work(connection: Connection, ledger: Ledger) -> list[tuple[str, int, int, int]]:
            name = self._person(connection, by).name_th
            lost = self._device(connection, device)
            connection.execute(
                device_table.update()
                .where(device_table.c.office_id == self._office_id, device_table.c.device_id == lost["device_id"])
                .values(state=_REVOKE, revoked_at=utc_text(self._clock.now()))
            )
            books = ledger.held_by(lost["device_id"])
            found = [(book, *self._suspend(connection, ledger, book, reason, name, None)) for book in books]
            return sorted((book["series"], book["year_be"], lo, hi) for book, lo, hi in found)

        frozen = self._in_turn(work)
        transact(
            self._engine, lambda at: number_waiting(at, CATALOGUE, self._office_id, self._clock, self._ids)
        )  # what waited for the lost desk's register
        return frozen

    def cancel(self, series: str, year_be: int, lo: int, hi: int, by: str, reason: str) -> None:
        """Numbers in suspense turn out never to have been printed. OfficeError `centre.not_in_suspense`."""

        def work(connection: Connection, ledger: Ledger) -> None:
            runs = account_of(connection, self._office_id, series, year_be).runs
            within = [run for run in runs if run.lo <= hi and run.hi >= lo]
            if not within or any(run.fate is not Fate.SUSPENSE for run in within) or not within[0].lo <= lo <= hi:
                raise OfficeError("centre.not_in_suspense", lo=lo, hi=hi)
            name = self._person(connection, by).name_th
            body = verbs.Cancel(series, year_be, lo, hi, reason, name, self._ids.new())
            self._act(connection, verbs.CANCEL.name, body)

        self._in_turn(work)

    def close_year(self, series: str, year_be: int, by: str) -> None:
        """Closes a series' year for good.

        OfficeError `centre.year_open` while a number is in suspense or unknown, or a book is still out.
        """

        def work(connection: Connection, ledger: Ledger) -> None:
            found = hindrances(account_of(connection, self._office_id, series, year_be))
            out = ledger.leased(series, year_be)
            if found or out:
                first = found[0].lo if found else out[0]["lo"]
                raise OfficeError("centre.year_open", series=series, year=year_be, n=first)
            name = self._person(connection, by).name_th
            self._act(connection, verbs.RECONCILE.name, verbs.Reconcile(series, year_be, name))

        self._in_turn(work)

    def paper_book(self, device: str, year_be: int, book_no: int, lo: int, hi: int) -> str:
        """Hands a printed book to a counter; returns its series. OfficeError `centre.book_known`."""
        series = f"{PAPER_BOOKS}{book_no}"

        def work(connection: Connection, ledger: Ledger) -> str:
            target = self._device(connection, device)
            if ledger.books(series, year_be):
                raise OfficeError("centre.book_known", book=book_no, year=year_be)
            place = (series, year_be, book_no, lo, hi, target["device_id"], target["holder"])
            self._act(connection, verbs.PAPER_BOOK.name, verbs.PaperBook(self._ids.new(), *place))
            return series

        return self._in_turn(work)

    def key_in(self, paper: "KeyedPaper", by: str) -> None:
        """Enters a receipt from its paper: of a paper book, or one in suspense. OfficeError `centre.not_to_key_in`.

        What it was for is one line; the centre is its device, `by` its cashier.
        """

        def work(connection: Connection, ledger: Ledger) -> None:
            person = self._person(connection, by)
            found = account_of(connection, self._office_id, paper.series, paper.year_be)
            one = next((one for one in found.books if one.book.lo <= paper.number <= one.book.hi), None)
            fate = next((run.fate for run in one.runs if run.lo <= paper.number <= run.hi), None) if one else None
            by_hand = paper.series.startswith(PAPER_BOOKS)  # in which pages may come in any order
            wanted = (Fate.UNUSED, Fate.UNKNOWN) if by_hand else (Fate.SUSPENSE,)
            if one is None or fate not in wanted:
                raise OfficeError("centre.not_to_key_in", series=paper.series, n=paper.number)
            self._act(connection, KEY_IN.name, self._keyed(paper, one.book, person), person.id)

        self._in_turn(work)

    def _keyed(self, paper: "KeyedPaper", book: Book, person: Any) -> KeyInReceipt:
        line = LinePart(self._ids.new(), "", "", paper.what_for, 1, "รายการ", paper.satang, paper.satang)
        taken = Taken(paper.series, paper.year_be, paper.number, book.id, book.epoch, book.book_no)
        money = (paper.payer_name, "cash", paper.satang, baht_text(paper.satang))
        who = (person.name_th, person.position_th)
        return KeyInReceipt(self._ids.new(), taken, utc_text(paper.issued_at), book.holder, *money, *who, (line,))

    def _suspend(
        self,
        connection: Connection,
        ledger: Ledger,
        book: Row,
        reason: str,
        decided_by: str,
        heir: verbs.Successor | None,
    ) -> tuple[int, int]:
        lo, hi = ledger.left(book), book["hi"]
        body = verbs.Suspend(book["id"], lo, hi, reason, decided_by, self._ids.new(), heir)
        self._act(connection, verbs.SUSPEND.name, body)
        return lo, hi

    def _two_people(self, connection: Connection, logins: Sequence[str]) -> str:
        people = [self._person(connection, login) for login in logins]
        if len({one.id for one in people}) != 2 or len({one.role for one in people}) != 2:
            raise OfficeError("centre.two_people")
        return ", ".join(one.name_th for one in people)

    def _person(self, connection: Connection, login: str) -> Any:
        """An active member of the staff: id, name_th, position_th, role."""
        query = select(staff.c.id, staff.c.name_th, staff.c.position_th, staff.c.role).where(
            staff.c.office_id == self._office_id, func.lower(staff.c.login) == login.lower(), staff.c.active == 1
        )
        found = connection.execute(query).first()
        if found is None:
            raise OfficeError("centre.login_unknown", login=login)
        return found

    def _device(self, connection: Connection, name: str) -> Row:
        """By its counter's code, its name or its id."""
        columns = device_table.c
        query = select(columns.device_id, func.coalesce(func.nullif(columns.counter, ""), columns.name).label("holder"))
        named = or_(
            columns.counter == name, columns.name == name, func.encode(columns.device_id, "hex") == name.lower()
        )
        own = (columns.office_id == self._office_id, columns.device_id != CENTRE_ID, columns.state == devices.ACTIVE)
        found = connection.execute(query.where(*own, named)).mappings().all()
        if len(found) != 1:
            raise OfficeError("centre.device_unknown", device=name)
        return dict(found[0])

    def _act(self, connection: Connection, name: str, body: msgspec.Struct, user_id: Id = CENTRE_ID) -> None:
        key = DeviceKey(self._office_id, CENTRE_ID)
        now = utc_text(self._clock.now())
        centre = devices.find(connection, key, lock=True)
        acts = chained(centre, [Act(name, body, user_id=user_id)], now, self._ids)
        accept(connection, CATALOGUE, key, acts, now)

    def _in_turn(self, work: Callable[[Connection, Ledger], T]) -> T:
        """Runs in one transaction that holds the office's gate: what was read stays true until it is written."""

        def locked(connection: Connection) -> T:
            devices.find(connection, DeviceKey(self._office_id, CENTRE_ID), lock=True)
            open_gate(connection, self._office_id)
            return work(connection, Ledger(connection, CATALOGUE, self._office_id))

        return transact(self._engine, locked)
