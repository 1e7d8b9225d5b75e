"""The demo's money: waste bills of three months, yesterday's shift with its slip, and a drawer that is open today."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import partial

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.cashier.bill_model import Bill, BillState
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Payment, Second
from desktop.cashier.shift_model import Pieces
from desktop.cashier.thai_qr import Slip
from desktop.cashier.together import Together
from desktop.office.ids import Id
from desktop.office.months import month_after, month_of, months_between
from desktop.waste.model import Account
from tools.demo_story import Calendar, Told

PIN = "482569"
"""With which thotsop, director of finance, approves at the first desk what one person may not do alone."""
FLOAT = Pieces.of({100_00: 10, 50_00: 6, 20_00: 30, 10_00: 10})


class DemoMoney:
    """The story of the cashier's desk; it keeps from deed to deed what the next one needs."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar
        this = month_of(calendar.today)
        self.months = months_between(month_after(this, -3), month_after(this, -1))
        """Of the three months before this one."""
        self._wrong: Id | None = None

    def story(self) -> Iterator[Told]:
        last = self._calendar.yesterday
        yield Told(14, "09:10", self._bills)
        yield Told(last, self._early("08:20"), self._opens)
        for at, place, tendered in (("08:52", 0, 500), ("09:31", 3, 200), ("10:05", 6, 1000), ("13:44", 9, 200)):
            yield Told(last, self._early(at), partial(self._house_pays, place=place, tendered_baht=tendered))
        yield Told(last, self._early("11:20"), self._shop_registers)
        yield Told(last, self._early("15:40"), self._closes)
        yield Told(last, self._early("16:05"), self._treasury_receives)
        yield Told(0, "08:05", self._opens)
        yield Told(0, "09:00", partial(self._house_pays, place=1, tendered_baht=200))
        yield Told(0, "10:30", self._wrongly_taken)
        yield Told(0, "10:50", self._cancelled)
        yield Told(0, "11:10", partial(self._house_pays, place=4, tendered_baht=500))
        yield Told(0, "12:30", partial(self._transferred, place=7, reference="DEMO0001204417", confirmed=True))
        yield Told(0, "15:00", self._shop_registers)
        yield Told(0, "18:00", partial(self._house_pays, place=10, tendered_baht=1000))
        yield Told(0, "21:00", partial(self._transferred, place=12, reference="DEMO0001209033", confirmed=False))

    def _early(self, at: str) -> str:
        """Yesterday's times, or on the first day of a fiscal year the first third of this morning."""
        if self._calendar.yesterday:
            return at
        minutes = (int(at[:2]) * 60 + int(at[3:])) // 3
        return f"{minutes // 60:02}:{minutes % 60:02}"

    def _bills(self, office: Office) -> None:
        made = office.waste.rounds.run(_cashier(office), self.months, self._calendar.today - timedelta(days=1))
        assert made.left == 0, made

    def _opens(self, office: Office) -> None:
        office.shifts.acting(_cashier(office)).open(FLOAT)

    def _house_pays(self, office: Office, place: int, tendered_baht: int) -> None:
        """A house pays all that it owes; every third one the oldest bill only."""
        account, owed = self._owed(office, place)
        paid = owed[:1] if place % 3 == 0 and place else owed
        payer = (account.payer.name, account.payer.address)
        Together(office.desk, _cashier(office)).pay([bill.id for bill in paid], payer, tendered_baht * 100)

    def _transferred(self, office: Office, place: int, reference: str, *, confirmed: bool) -> None:
        """A transfer by the QR code of a bill, seen at the bank or not yet."""
        _, owed = self._owed(office, place)
        paying = office.bills.paying(_cashier(office))
        held = paying.hold(owed[0].id, Slip("006", reference))
        if confirmed:
            paying.confirm(held.id, "เห็นเงินเข้าบัญชีในแอปธนาคารแล้ว")

    def _shop_registers(self, office: Office) -> None:
        names = ("นางสาวแสงเดือน ลองค้า", "นายก้องภพ ร้านเทียม")
        name = names[office.shifts.today != self._calendar.today]
        office.cashier(_cashier(office)).issue(Payment(name, (_charge("COMM_REG"),), tendered_satang=100_00))

    def _wrongly_taken(self, office: Office) -> None:
        charge = _charge("COMM_REG", 2)
        self._wrong = office.cashier(_cashier(office)).issue(Payment("ร้านชำตัวอย่างสมหมาย", (charge,))).id

    def _cancelled(self, office: Office) -> None:
        assert self._wrong is not None
        head = office.account_queries.person("thotsop")
        office.approvals.set_pin(head, PIN)
        cashier = office.cashier(_cashier(office))
        cashier.void(self._wrong, "ใส่จำนวนผิด ผู้ชำระขอใบใหม่", Second(head.id, PIN))
        cashier.issue(Payment("ร้านชำตัวอย่างสมหมาย", (_charge("COMM_REG"),), replaces_id=self._wrong))

    def _closes(self, office: Office) -> None:
        """Counted as it should be: with the float, and what was taken in the fewest notes and coins."""
        acting, shift = office.shifts.acting(_cashier(office)), office.shifts.now()
        assert shift is not None
        due = office.shifts.standing(shift.id).expected_satang
        slip = acting.count(shift.id, _pieces(due))
        acting.close(shift.id, slip.shift.counts[-1].id)

    def _treasury_receives(self, office: Office) -> None:
        head = office.account_queries.person("thotsop")
        day = self._calendar.today - timedelta(days=self._calendar.yesterday)
        for slip in office.shifts.day(day).slips:
            office.shifts.acting(head).receive(slip.shift.id, slip.cash_satang)

    def _owed(self, office: Office, place: int) -> tuple[Account, Sequence[Bill]]:
        account = office.waste.queries.accounts(self.months[-1])[place]
        bills = office.bills.queries.of(house_id=account.house_id)
        return account, sorted((bill for bill in bills if bill.state is BillState.OPEN), key=lambda bill: bill.number)


def _cashier(office: Office) -> Person:
    return office.account_queries.person("piyada")


def _charge(code: str, quantity: int = 1) -> Charge:
    return Charge(next(fee for fee in catalogue() if fee.code == code), quantity)


def _pieces(satang: int) -> Pieces:
    counted: dict[int, int] = {}
    for one in (1000_00, 500_00, 100_00, 50_00, 20_00, 10_00, 5_00, 1_00):
        counted[one], satang = divmod(satang, one)
    assert satang == 0
    return Pieces.of(counted)
