"""A house beside the list: who pays, its months as a grid, the bills of a year, and what was settled when."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.cashier.bill_model import BillState, MonthBill
from desktop.waste.model import Account
from desktop.waste.rules import place_words
from ui.kit.buttons import QuietButton, SecondaryButton
from ui.kit.language import Speaks
from ui.kit.panels import Panel
from ui.kit.table import TableView
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import S
from ui.waste import words
from ui.waste.presenter import YearRow
from ui.waste.rows import bill_rows, year_rows


class AccountPanel(Speaks, Panel):
    """`change_wanted` for the account that is shown; `cancel_wanted` and `bill_wanted` bring a bill."""

    change_wanted = Signal()
    cancel_wanted = Signal(object)
    bill_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.account: Account | None = None
        self._month = ""
        self.payer, self.about = ThaiLabel(strong=True), ThaiLabel(ink="soft")
        self.years: TableView[YearRow] = TableView(compact=True)
        self.year_rows = year_rows()
        self.years.show_model(self.year_rows)
        self.bills: TableView[MonthBill] = TableView(compact=True)
        self.bill_rows = bill_rows()
        self.bills.show_model(self.bill_rows)
        self.none = ThaiLabel(ink="soft")
        self.change_button = SecondaryButton(key="F2", icon_name="endorse")
        self.cancel_button = QuietButton(key="Del")
        self._lay_out()
        self.years.chosen.connect(self._show_year)
        self.bills.chosen.connect(lambda _: self._allow())
        self.bills.opened.connect(lambda bill: self.bill_wanted.emit(bill) if bill else None)
        self.change_button.clicked.connect(self.change_wanted)
        self.cancel_button.clicked.connect(self._ask_cancel)
        self.retranslate()

    def retranslate(self) -> None:
        self.years.setAccessibleName(self.tr("เดือนที่ทำใบแจ้ง แยกตามปีงบประมาณ"))
        self.bills.setAccessibleName(self.tr("ใบแจ้งของปีที่เลือก"))
        self.change_button.say(self.tr("เปลี่ยนผู้ชำระ อัตรา หรือหยุด"))
        self.cancel_button.say(self.tr("ยกเลิกใบแจ้ง"))
        self.none.say(self.tr("ยังไม่มีใบแจ้งของบ้านนี้"))
        self.year_rows.retitle()
        self.bill_rows.retitle()
        self._say()

    def show_account(self, account: Account | None, years: tuple[YearRow, ...], month: str) -> None:
        self.account, self._month = account, month
        self.setVisible(account is not None)
        self._say()
        self.year_rows.show_rows(years)
        for widget in (self.years, self.bills, self.cancel_button):
            widget.setVisible(bool(years))
        self.none.setVisible(not years)
        if years and self.years.current() is None:
            self.years.choose(0)
        self._show_year(self.years.current() if years else None)

    def _say(self) -> None:
        account = self.account
        if account is None:
            return
        self.say(self.tr("บ้านเลขที่ {place}").format(place=place_words(account.place)))
        self.payer.say(account.payer.name)
        rate = self.tr("เดือนละ {rate} บาท").format(rate=words.rate(account.rate, self._month))
        badge = words.standing_badge(account).words
        parts = (rate, badge + (f" ({account.reason})" if account.reason else ""), account.payer.address, account.note)
        self.about.say(" · ".join(filter(None, parts)))

    def _show_year(self, year: YearRow | None) -> None:
        bills = tuple(bill for bill in year.bills if bill is not None) if year else ()
        self.bill_rows.show_rows(bills)
        if bills and self.bills.current() is None:
            self.bills.choose(0)
        self._allow()

    def _allow(self) -> None:
        bill = self.bills.current() if self.bill_rows.rowCount() else None
        self.cancel_button.setEnabled(bill is not None and bill.state is BillState.OPEN)

    def _ask_cancel(self) -> None:
        bill = self.bills.current()
        if bill is not None and bill.state is BillState.OPEN:
            self.cancel_wanted.emit(bill)

    def _lay_out(self) -> None:
        self.setFixedWidth(604)
        self.years.setFixedHeight(148)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        foot.addWidget(self.change_button)
        column = QVBoxLayout()
        column.setSpacing(S)
        for widget in (self.payer, self.about, self.years, self.none):
            column.addWidget(widget)
        column.addWidget(self.bills, 1)
        column.addStretch(0)
        column.addLayout(foot)
        self.body.addLayout(column, 1)
