"""What waste-fee accounts bring onto paper: bills by street, the collector's list, reminders. Any thread."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from threading import Event

from desktop.accounts.model import OfficeProfile
from desktop.accounts.queries import AccountQueries
from desktop.cashier.bill_model import BillState
from desktop.cashier.bill_paper import bill_paper
from desktop.cashier.bill_queries import BillQueries
from desktop.cashier.month_queries import MonthQueries
from desktop.office.dates import fiscal_year_be, local_date, thai_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.money import baht_text, format_baht
from desktop.paper.bill import bill_sheets
from desktop.paper.exporting import to_xlsx
from desktop.paper.form_pdf import form_pdf
from desktop.paper.many import many_pdf
from desktop.paper.ops import Sheet
from desktop.paper.reminder import MOST_ROWS, ReminderPaper, ReminderRow, reminder_sheet
from desktop.paper.table import FormTable, TableColumn, TableRow, paper_of
from desktop.store.desk import Desk
from desktop.waste.arrears import street_key
from desktop.waste.model import Account, Arrears, Group, Owing
from desktop.waste.queries import WasteQueries
from desktop.waste.rounds import grouped
from desktop.waste.rules import first_day, month_after, months_words, place_words, street_words

Told = Callable[[int, int], object]


def _quiet(done: int, total: int) -> None:
    """Nobody wants to know how far it is."""


class WastePapers:
    """`told(done, total)` and `ended` of each: progress, and a way to stop it (`desktop.paper.many.Stopped`)."""

    def __init__(self, desk: Desk, accounts: AccountQueries, queries: WasteQueries) -> None:
        self._desk, self._accounts, self._queries = desk, accounts, queries
        self._bills, self._months = BillQueries(desk.reader), MonthQueries(desk.reader)

    def streets(self, months: Sequence[str]) -> tuple[Group, ...]:
        """The parts of the town for which bills of these months wait to be paid."""
        return grouped(
            (street_key(account), street_words(account.place), satang)
            for account, _, satang in self._to_print(months, "")
        )

    def bills(self, months: Sequence[str], street: str = "", told: Told = _quiet, ended: Event | None = None) -> bytes:
        """Bills that wait to be paid, as one PDF with a bookmark for each part of the town, in the order of a walk.

        OfficeError `desk.not_ready`, `waste.nothing_to_print`; `Stopped`.
        """
        office, waiting = self._office(), list(self._to_print(months, street))
        if not waiting:
            raise OfficeError("waste.nothing_to_print")

        def papers() -> Iterator[tuple[str, Sequence[Sheet]]]:
            for done, (account, bill_id, _) in enumerate(waiting, start=1):
                yield street_words(account.place), self._sheets(bill_id, office)
                told(done, len(waiting))

        title = f"ใบแจ้งชำระค่าธรรมเนียมเก็บและขนมูลฝอย {months_words(months)}"
        return many_pdf(title, office.name_th, self._desk.clock.now(), papers(), ended)

    def collecting(self, found: Arrears) -> FormTable:
        """The list with which somebody walks from house to house."""
        rows = [_line(place, one) for place, one in enumerate(found.owing, start=1)]
        houses = f"รวม {len(found.owing):,} หลัง  {sum(len(one.bills) for one in found.owing):,} เดือน"
        total = f"เป็นเงิน {format_baht(found.satang)} บาท"
        on = f"ค้างชำระ ณ วันที่ {thai_date(found.on, 'long', 'arabic')}"
        return FormTable("บัญชีลูกหนี้ค่าธรรมเนียมเก็บและขนมูลฝอย", (on,), _COLUMNS, rows, (f"{houses}  {total}",))

    def collecting_pdf(self, found: Arrears, told: Told = _quiet, ended: Event | None = None) -> bytes:
        """OfficeError `desk.not_ready`; `Stopped`."""
        table = self.collecting(found)
        return form_pdf(paper_of(table, self._office().name_th, self._desk.clock.now()), told, ended)

    def collecting_xlsx(self, found: Arrears, told: Told = _quiet, ended: Event | None = None) -> bytes:
        return to_xlsx(self.collecting(found), told, ended)

    def reminders(self, found: Arrears, pay_until: date, told: Told = _quiet, ended: Event | None = None) -> bytes:
        """A letter for each house, as one PDF. OfficeError `desk.not_ready`, `waste.nothing_to_print`; `Stopped`."""
        office, now = self._office(), self._desk.clock.now()
        if not found.owing:
            raise OfficeError("waste.nothing_to_print")

        def papers() -> Iterator[tuple[str, Sequence[Sheet]]]:
            for done, one in enumerate(found.owing, start=1):
                sheet = reminder_sheet(_reminder(one, office, pay_until, self._desk))
                yield street_words(one.account.place), (sheet,)
                told(done, len(found.owing))

        return many_pdf("หนังสือเตือนค่าธรรมเนียมเก็บและขนมูลฝอย", office.name_th, now, papers(), ended)

    def _to_print(self, months: Sequence[str], street: str) -> Iterator[tuple[Account, Id, int]]:
        """In the order of a walk; of one house all months together."""
        owed = [bill for bill in self._months.bills_of(months) if bill.state is BillState.OPEN]
        accounts = {one.id: one for one in self._queries.accounts(max(months))} if owed else {}
        here = [bill for bill in owed if bill.account_id in accounts]
        here.sort(key=lambda bill: (accounts[bill.account_id].sort, bill.month))
        for bill in here:
            account = accounts[bill.account_id]
            if street_key(account).startswith(street):
                yield account, bill.bill_id, bill.total_satang

    def _sheets(self, bill_id: Id, office: OfficeProfile) -> tuple[Sheet, ...]:
        bill = self._bills.bill(bill_id)
        assert bill is not None
        return bill_sheets(bill_paper(bill, office, self._bills.biller(local_date(bill.issued_at))))

    def _office(self) -> OfficeProfile:
        office = self._accounts.office()
        if office is None:
            raise OfficeError("desk.not_ready")
        return office


_COLUMNS = (
    TableColumn("ที่", 12, "centre"),
    TableColumn("หมู่/ซอย", 42),
    TableColumn("บ้านเลขที่", 22),
    TableColumn("ผู้ชำระ", 58),
    TableColumn("เดือนที่ค้าง", 62),
    TableColumn("จำนวนเดือน", 20, "right"),
    TableColumn("จำนวนเงิน (บาท)", 28, "right"),
    TableColumn("ผลการเก็บ", 23),
    TableColumn("ค้างนานที่สุด (เดือน)", 0),
    TableColumn("เลขอ้างอิงใบแจ้ง", 0),
)


def _line(place: int, one: Owing) -> TableRow:
    account, references = one.account, " ".join(bill.reference for bill in one.bills)
    where = (street_words(account.place), account.place.house_no, account.payer.name)
    sums = (months_words(one.months), len(one.bills), format_baht(one.satang))
    return TableRow((place, *where, *sums, None, one.age, references))


def _reminder(one: Owing, office: OfficeProfile, pay_until: date, desk: Desk) -> ReminderPaper:
    return ReminderPaper(
        office.name_th, office.address_th, office.phone or "", desk.clock.now(),
        one.account.payer.name, one.account.payer.address, place_words(one.account.place),
        _rows(one), one.satang, baht_text(one.satang), pay_until, "ผู้อำนวยการกองคลัง",
    )  # fmt: skip


def _rows(one: Owing) -> tuple[ReminderRow, ...]:
    """Months that follow each other and cost the same are one line; where that is too long, fiscal years are."""
    runs: list[list[int]] = []
    for place, bill in enumerate(one.bills):
        before = one.bills[place - 1]
        follows = place > 0 and month_after(before.month) == bill.month and before.total_satang == bill.total_satang
        if follows:
            runs[-1].append(place)
        else:
            runs.append([place])
    rows = tuple(_row(one, run, months_words(one.bills[place].month for place in run)) for run in runs)
    if len(rows) <= MOST_ROWS:
        return rows
    years: dict[int, list[int]] = {}
    for place, bill in enumerate(one.bills):
        years.setdefault(fiscal_year_be(first_day(bill.month)), []).append(place)
    return tuple(_row(one, places, f"ปีงบประมาณ {year}") for year, places in sorted(years.items()))


def _row(one: Owing, places: Sequence[int], words: str) -> ReminderRow:
    return ReminderRow(words, len(places), sum(one.bills[place].total_satang for place in places))
