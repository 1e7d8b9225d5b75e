"""Bills that are made, paid, waited for and cancelled at whatever desk sees them."""

from datetime import timedelta

from desktop.accounts.model import Person
from desktop.cashier.bill_model import BillDraft
from desktop.cashier.billing import Billing
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Cheque, Receipt
from desktop.cashier.paying import Paying
from desktop.cashier.shift_actions import ShiftActions
from desktop.cashier.shift_model import Pieces
from desktop.cashier.shift_queries import ShiftQueries
from desktop.cashier.thai_qr import Slip
from desktop.office.dates import local_date
from tests.convergence.hands.hand import Hand

_BILLS = "SELECT id FROM bill ORDER BY id"
_TRANSFERS = "SELECT id FROM bill_payment WHERE method = 'transfer' ORDER BY id"


class Money(Hand):
    ACTS = (
        *("make_bill", "make_bill", "make_bill", "pay_bill", "pay_bill", "pay_by_cheque", "hold_transfer"),
        *("confirm_transfer", "confirm_transfer", "withdraw_transfer", "pay_instead", "cancel_bill"),
        *("open_shift", "open_shift", "close_shift", "close_shift", "receive_remittance"),
    )

    def make_bill(self, which: int) -> None:
        due = local_date(self.desk.clock.now()) + timedelta(days=30)
        charges = (Charge(catalogue()[which % 3], which % 4 + 1),)
        done = Billing(self.desk.desk, self._cashier()).make(BillDraft(f"นายทดสอบ {which}", charges, due))
        self.printer.numbers.append(("bills", done.fiscal_year_be, done.number))

    def pay_bill(self, which: int) -> None:
        if bill := self.pick(_BILLS, which):
            self._printed(self._paying().pay(bill))

    def pay_by_cheque(self, which: int) -> None:
        if bill := self.pick(_BILLS, which):
            cheque = Cheque(f"{which:07d}", "ธนาคาร", local_date(self.desk.clock.now()))
            self._printed(self._paying().pay(bill, cheque=cheque))

    def hold_transfer(self, which: int) -> None:
        """Now and then with a slip that was shown elsewhere."""
        if bill := self.pick(_BILLS, which):
            self._paying().hold(bill, Slip("006", f"ref {which % 7}") if which % 3 else None)

    def confirm_transfer(self, which: int) -> None:
        if payment := self.pick(_TRANSFERS, which):
            self._printed(self._paying().confirm(payment, f"แอปธนาคาร {which}"))

    def withdraw_transfer(self, which: int) -> None:
        if payment := self.pick(_TRANSFERS, which):
            self._paying().withdraw(payment, "ไม่เห็นเงินเข้า")

    def pay_instead(self, which: int) -> None:
        row = self.row("SELECT id, bill_id FROM bill_payment WHERE method = 'transfer' ORDER BY id", which)
        if row:
            self._printed(self._paying().pay(row[1], instead_of=row[0]))

    def cancel_bill(self, which: int) -> None:
        if bill := self.pick(_BILLS, which):
            Billing(self.desk.desk, self._cashier()).cancel(bill, "ทำซ้ำ")

    def open_shift(self, which: int) -> None:
        self._shifts().open(Pieces.of({100_00: which % 30}))

    def close_shift(self, which: int) -> None:
        """Counted as it happens to be; a second person has seen it."""
        shift = ShiftQueries(self.desk.desk.reader).open_at(self.desk.desk.identity.counter)
        if shift is not None:
            slip = self._shifts().count(shift.id, Pieces.of({20_00: which % 50}))
            witness = self.desk.person("wichai")
            self._shifts().close(shift.id, slip.shift.counts[-1].id, "ต่างกันเล็กน้อย", witness)

    def receive_remittance(self, which: int) -> None:
        """Not by every role: the rule is asked at the desk."""
        if shift := self.pick("SELECT shift_id FROM shift_close ORDER BY shift_id", which):
            self._shifts().receive(shift, which * 100, "ตามที่นับได้")

    def _shifts(self) -> ShiftActions:
        return ShiftActions(self.desk.desk, self._cashier())

    def _printed(self, receipt: Receipt) -> None:
        self.printer.numbers.append((receipt.series, receipt.fiscal_year_be, receipt.number))
        self.printer.receipts[receipt.id] = receipt

    def _paying(self) -> Paying:
        return Paying(self.desk.desk, self._cashier())

    def _cashier(self) -> Person:
        return self.desk.person("piyada")
