"""Two tills that anything may happen to, and what each slip must then hold."""

from collections import Counter
from contextlib import suppress
from datetime import timedelta
from typing import Any

from desktop.accounts.model import Person
from desktop.accounts.mutations import DefineStaff
from desktop.cashier.bill_model import BillDraft
from desktop.cashier.billing import Billing
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Cheque, Method, Payment, Receipt
from desktop.cashier.paying import Paying
from desktop.cashier.shift_actions import ShiftActions
from desktop.cashier.shift_model import DENOMINATIONS, Pieces, Slip
from desktop.cashier.shift_queries import ShiftQueries
from desktop.office.clock import ManualClock
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.store.unit_of_work import UnitOfWork
from desktop.tray.queries import TrayQueries
from tests.helpers.town import Town, TownDesk, identity

FLOAT = Pieces.of({100_00: 20})
Sums = Counter[tuple[str, Method]]


class Torn(Exception):
    """The power is gone within a transaction."""


def staffed(town: Town) -> Town:
    for login, role in (("piyada", "cashier"), ("kanda", "cashier"), ("wichai", "head")):
        words = (login, f"นาง{login}", login, "เจ้าพนักงานการเงิน", "Cashier")
        town.admin.define_staff(town.office_id, DefineStaff(identity(login), *words, identity("FIN"), role))
    return town


class Till:
    """What is done at one counter, and a ledger of it in memory that nothing of ours writes."""

    def __init__(self, desk: TownDesk, ledger: "Ledger") -> None:
        self.desk = desk
        self.ledger = ledger

    def person(self, which: int = 0) -> Person:
        return self.desk.person(("piyada", "kanda", "wichai")[which % 3])

    def shifts(self, which: int = 0) -> ShiftActions:
        return ShiftActions(self.desk.desk, self.person(which))

    @property
    def queries(self) -> ShiftQueries:
        return ShiftQueries(self.desk.desk.reader)

    def take_cash(self, which: int) -> None:
        payment = Payment("นายบุญมี ใจคำ", (self._charge(which),))
        self.ledger.issued(self.desk.cashier().issue(payment))

    def take_cheque(self, which: int) -> None:
        cheque = Cheque(f"{which:07d}", "ธนาคาร", local_date(self.desk.clock.now()))
        self.ledger.issued(self._paying().pay_new(self._draft(which), cheque))

    def take_transfer(self, which: int) -> None:
        bill = Billing(self.desk.desk, self.person()).make(self._draft(which))
        payment = self._paying().hold(bill.id)
        self.ledger.issued(self._paying().confirm(payment.id, "แอปธนาคาร"))

    def void(self, which: int) -> None:
        """Any receipt that this counter sees, also another counter's."""
        known = self.desk.desk.reader.rows("SELECT id FROM receipt ORDER BY id")
        if known:
            receipt_id = bytes(known[which % len(known)][0])
            self.desk.cashier().void(receipt_id, "พิมพ์จำนวนผิด")
            self.ledger.voids.append(receipt_id)

    def reprint(self, which: int) -> None:
        if known := self.desk.desk.reader.rows("SELECT id FROM receipt ORDER BY id"):
            self.desk.cashier().reprint(bytes(known[which % len(known)][0]))

    def open(self, which: int) -> None:
        self.shifts(which).open(FLOAT)

    def move(self, which: int) -> None:
        if shift := self.queries.open_at(self.desk.desk.identity.counter):
            self.shifts().move(shift.id, (which - 40) * 100, "แลกเหรียญ")

    def hand_over(self, which: int) -> None:
        if shift := self.queries.open_at(self.desk.desk.identity.counter):
            giver = next(place for place in range(3) if self.person(place).id == shift.cashier_id)
            self.shifts(giver).hand_over(shift.id, FLOAT, FLOAT, self.person(giver + 1), "นับได้เท่านี้")

    def close(self, which: int) -> None:
        if shift := self.queries.open_at(self.desk.desk.identity.counter):
            counted = self.shifts().count(shift.id, cash(which * 100))
            witness = self.person(which)
            self.shifts(which + 1).close(shift.id, counted.shift.counts[-1].id, "ต่างกันเล็กน้อย", witness)

    def post(self, which: int) -> None:
        self.desk.round.run()

    def crash(self, which: int = 0) -> None:
        self.desk.crash()
        self.desk.open()

    def torn_close(self, which: int) -> None:
        self._torn(lambda: self.close(which), which)

    def torn_receipt(self, which: int) -> None:
        self._torn(lambda: self.take_cash(which), which)

    def night(self, which: int) -> None:
        assert isinstance(self.desk.clock, ManualClock)
        self.desk.clock.advance(timedelta(hours=which % 15))

    def _torn(self, deed: Any, which: int) -> None:
        """The process dies within a transaction: before an act's rows, or behind all that it wrote."""
        whole = UnitOfWork.perform

        def tear(unit: UnitOfWork, *given: Any) -> int:
            if which % 2:
                whole(unit, *given)
            raise Torn

        UnitOfWork.perform = tear  # type: ignore[method-assign,assignment]
        try:
            with suppress(Torn):
                deed()
        finally:
            UnitOfWork.perform = whole  # type: ignore[method-assign]
        self.crash()

    def settle(self) -> None:
        """The day ends: what is open is closed, what has no shift gets one."""
        self.open_whoever()
        self.close(7)

    def open_whoever(self) -> None:
        with suppress(OfficeError):
            self.shifts().open(FLOAT)

    def _charge(self, which: int) -> Charge:
        return Charge(catalogue()[which % 3], which % 4 + 1)

    def _draft(self, which: int) -> BillDraft:
        due = local_date(self.desk.clock.now()) + timedelta(days=30)
        return BillDraft(f"นายทดสอบ {which}", (self._charge(which),), due)

    def _paying(self) -> Paying:
        return Paying(self.desk.desk, self.person())


class Ledger:
    """What was handed to citizens, and what was cancelled, as it happened."""

    def __init__(self) -> None:
        self.receipts: dict[bytes, Receipt] = {}
        self.voids: list[bytes] = []

    def issued(self, receipt: Receipt) -> None:
        self.receipts[receipt.id] = receipt

    def sums(self) -> Sums:
        found: Sums = Counter()
        for receipt in self.receipts.values():
            found.update(_lines(receipt))
        for receipt_id in self.voids:
            found.subtract(_lines(self.receipts[receipt_id]))
        return Counter({kind: satang for kind, satang in found.items() if satang})


def _lines(receipt: Receipt) -> Sums:
    found: Sums = Counter()
    for line in receipt.lines:
        found[line.fee_code, receipt.method] += line.amount_satang
    return found


def cash(satang: int) -> Pieces:
    counted: dict[int, int] = {}
    for one in DENOMINATIONS:
        counted[one], satang = divmod(satang, one)
    return Pieces.of(counted)


def slips_of(desk: TownDesk) -> list[Slip]:
    rows = desk.desk.reader.rows("SELECT shift_id FROM shift_close ORDER BY shift_id")
    return [ShiftQueries(desk.desk.reader).slip(bytes(shift_id)) for (shift_id,) in rows]


def sums_of(slips: list[Slip]) -> Sums:
    found: Sums = Counter()
    for slip in slips:
        for one in slip.sums:
            found[one.fee_code, one.method] += one.satang
    return Counter({kind: satang for kind, satang in found.items() if satang})


def rounds(*desks: TownDesk) -> None:
    for desk in (*desks, *desks):
        desk.round.run()


def codes(desk: TownDesk, login: str = "piyada") -> list[str]:
    return [item.code for item in TrayQueries(desk.desk.reader).tray(desk.person(login)).open]
