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
from tests.helpers.faults import FAULTS
from tests.helpers.town import Town, TownDesk, identity

FLOAT = Pieces.of({100_00: 20})
Sums = Counter[tuple[str, Method]]
_KNOWN = "SELECT id, counter FROM receipt ORDER BY counter, fiscal_year_be, number"
_CANCELLED = """
SELECT r.id FROM receipt r JOIN receipt_void v ON v.receipt_id = r.id
WHERE NOT EXISTS (SELECT 1 FROM payment_receipt l WHERE l.receipt_id = r.id) ORDER BY r.counter, r.number
"""
_BROKEN = ("reply lost", "reply cut", "said twice", "refused", "request cut", "reply torn")


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
        self.promised: list[bytes] = []

    def person(self, which: int = 0) -> Person:
        return self.desk.person(("piyada", "kanda", "wichai")[which % 3])

    def shifts(self, which: int = 0) -> ShiftActions:
        return ShiftActions(self.desk.desk, self.person(which))

    @property
    def queries(self) -> ShiftQueries:
        return ShiftQueries(self.desk.desk.reader)

    def take_cash(self, which: int) -> None:
        payment = Payment("นายบุญมี ใจคำ", (self._charge(which),))
        self.ledger.issued(self.desk.cashier().issue(payment), "cash")

    def take_cheque(self, which: int) -> None:
        cheque = Cheque(f"{which:07d}", "ธนาคาร", local_date(self.desk.clock.now()))
        self.ledger.issued(self._paying().pay_new(self._draft(which), cheque), "cheque")

    def take_transfer(self, which: int) -> None:
        payment = self._paying().hold(self._bill(which))
        self.ledger.issued(self._paying().confirm(payment.id, "แอปธนาคาร"), "transfer")

    def take_together(self, which: int) -> None:
        """Two bills of different kinds on one receipt."""
        bills = [self._bill(which), self._bill(which + 1)]
        self.ledger.issued(self._paying().pay_many(bills), "several bills")

    def promise(self, which: int) -> None:
        """A transfer that is said to be made; its receipt comes with the money, perhaps in another shift."""
        self.promised.append(self._paying().hold(self._bill(which)).id)

    def arrive(self, which: int) -> None:
        if self.promised:
            receipt = self._paying().confirm(self.promised[0], "แอปธนาคาร")
            self.promised.pop(0)
            self.ledger.issued(receipt, "transfer that came later")

    def void(self, which: int) -> None:
        """Any receipt that this counter sees, also another counter's, and those of a slip that is closed."""
        known = self.desk.desk.reader.rows(_KNOWN)
        if known:
            receipt_id, counter = known[which % len(known)]
            remitted = {receipt.id for slip in slips_of(self.desk) for receipt in slip.receipts}
            self.desk.cashier().void(receipt_id, "พิมพ์จำนวนผิด")
            self.ledger.voids.append(receipt_id)
            here = "void" if counter == self.desk.desk.identity.counter else "void of another counter's"
            self.ledger.done[f"{here}, remitted" if receipt_id in remitted else here] += 1

    def replace(self, which: int) -> None:
        """In the place of a cancelled receipt, be it another counter's; refused where one stands there already."""
        if known := self.desk.desk.reader.rows(_CANCELLED):
            payment = Payment("นายบุญมี ใจคำ", (self._charge(which),), replaces_id=known[which % len(known)][0])
            self.ledger.issued(self.desk.cashier().issue(payment), "replacement")

    def reprint(self, which: int) -> None:
        if known := self.desk.desk.reader.rows(_KNOWN):
            self.desk.cashier().reprint(known[which % len(known)][0])
            self.ledger.done["reprint"] += 1

    def open(self, which: int) -> None:
        self.shifts(which).open(FLOAT)
        self.ledger.done["open"] += 1

    def move(self, which: int) -> None:
        if shift := self.queries.open_at(self.desk.desk.identity.counter):
            self.shifts().move(shift.id, (which - 40) * 100, "แลกเหรียญ")
            self.ledger.done["move"] += 1

    def hand_over(self, which: int) -> None:
        if shift := self.queries.open_at(self.desk.desk.identity.counter):
            giver = next(place for place in range(3) if self.person(place).id == shift.cashier_id)
            self.shifts(giver).hand_over(shift.id, FLOAT, FLOAT, self.person(giver + 1), "นับได้เท่านี้")
            self.ledger.done["hand over"] += 1

    def close(self, which: int) -> None:
        if shift := self.queries.open_at(self.desk.desk.identity.counter):
            counted = self.shifts().count(shift.id, cash(which * 100))
            witness = self.person(which)
            self.shifts(which + 1).close(shift.id, counted.shift.counts[-1].id, "ต่างกันเล็กน้อย", witness)
            self.ledger.done["close"] += 1

    def post(self, which: int) -> None:
        self.desk.round.run()
        self.ledger.done["post"] += 1

    def post_broken(self, which: int) -> None:
        """The line fails in one of its ways within a round; it is whole again before the next."""
        name = _BROKEN[which % len(_BROKEN)]
        self.desk.proxy.set(FAULTS[name])
        try:
            self.desk.round.run()
        except OfficeError:
            self.ledger.done["broken line"] += 1
        finally:
            self.desk.proxy.heal()

    def crash(self, which: int = 0) -> None:
        self.desk.crash()
        self.desk.open()
        self.ledger.done["crash"] += 1

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
            deed()
        except Torn:
            self.ledger.done["torn behind its rows" if which % 2 else "torn before its rows"] += 1
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

    def _bill(self, which: int) -> bytes:
        return Billing(self.desk.desk, self.person()).make(self._draft(which)).id

    def _draft(self, which: int) -> BillDraft:
        due = local_date(self.desk.clock.now()) + timedelta(days=30)
        return BillDraft(f"นายทดสอบ {which}", (self._charge(which),), due)

    def _paying(self) -> Paying:
        return Paying(self.desk.desk, self.person())


class Ledger:
    """What was handed to citizens and what was cancelled, as it happened; `done`: how often each act ended well."""

    def __init__(self) -> None:
        self.receipts: dict[bytes, Receipt] = {}
        self.voids: list[bytes] = []
        self.done: Counter[str] = Counter()

    def issued(self, receipt: Receipt, how: str) -> None:
        self.receipts[receipt.id] = receipt
        self.done[how] += 1

    def sums(self) -> Sums:
        """What was issued less what was cancelled, each receipt once at however many counters."""
        found: Sums = Counter()
        for receipt in self.receipts.values():
            found.update(_lines(receipt))
        for receipt_id in set(self.voids):
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
    """What the slips say was earned."""
    found: Sums = Counter()
    for slip in slips:
        for one in slip.earned:
            found[one.fee_code, one.method] += one.satang
    return Counter({kind: satang for kind, satang in found.items() if satang})


def rounds(*desks: TownDesk) -> None:
    for desk in (*desks, *desks):
        desk.round.run()


def codes(desk: TownDesk, login: str = "piyada") -> list[str]:
    return [item.code for item in TrayQueries(desk.desk.reader).tray(desk.person(login)).open]
