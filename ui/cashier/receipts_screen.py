"""The receipts of a day: the list and its totals at the left, the paper of the chosen one at the right."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.application import Office
from desktop.cashier.model import Receipt
from desktop.cashier.rules import display_number
from desktop.office.changes import Changes
from desktop.office.errors import OfficeError
from ui.cashier.day_bar import DayBar
from ui.cashier.elaas_form import ElaasForm
from ui.cashier.paper_actions import PaperActions
from ui.cashier.receipt_pages import ReceiptSheets
from ui.cashier.receipts_presenter import ReceiptsPresenter
from ui.cashier.receipts_rows import receipt_rows
from ui.cashier.void_form import VoidForm, VoidWish
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState, side_by_side
from ui.kit.table import TableView
from ui.kit.thai_label import label
from ui.kit.tokens import L, S
from ui.work import Worker

_PAPER_WIDE = 470
_LEAST_LIST = 110


class ReceiptsScreen(Speaks, QWidget):
    """`paper` is shared with the counter; `replace_wanted` brings a cancelled receipt that another shall stand for,
    `owed` the bill by which its money is taken again."""

    replace_wanted = Signal(object)
    owed = Signal(object)

    def __init__(
        self,
        office: Office,
        worker: Worker,
        paper: PaperActions,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self._worker = office, worker
        self._paper_actions = paper
        self._wanted: bytes | None = None
        self.presenter = ReceiptsPresenter(office.cashier_queries, office.desk.now)
        self.day, self.rows = DayBar(language), receipt_rows()
        self.table: TableView[Receipt] = TableView()
        self.table.show_model(self.rows)
        self.paper = ReceiptSheets(office, worker)
        self.void_form = VoidForm(lambda: office.approvals.people(paper.who), lambda: office.shifts.rule().void_alone)
        self._nothing, self._list = EmptyState("receipt"), QStackedWidget()
        self.print_button = PrimaryButton(key="F9", icon_name="printer")
        self.void_button, self.keep_button = SecondaryButton(key="Del"), SecondaryButton(key="Ctrl+S")
        self.replace_button, self.elaas_button = SecondaryButton(key="F7"), SecondaryButton(key="F6")
        self.elaas_form, self.elaas = ElaasForm(), label(ink="soft")
        self._keys = Keys(self)
        self._bind_keys()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._choose(None)
        self.refresh()

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("ใบเสร็จของวัน"))
        self.print_button.say(self.tr("พิมพ์ซ้ำ"))
        self.void_button.say(self.tr("ยกเลิกใบเสร็จ"))
        self.replace_button.say(self.tr("ออกใบแทน"))
        self.keep_button.say(self.tr("บันทึก PDF"))
        self.elaas_button.say(self.tr("เลข e-LAAS"))
        self._nothing.say(
            self.tr("ยังไม่มีใบเสร็จของวันนี้") if self.presenter.is_today else self.tr("ไม่มีใบเสร็จของวันนั้น"),
            self.tr("เมื่อรับเงินที่เคาน์เตอร์ ใบเสร็จทุกใบจะมาอยู่ที่นี่ พร้อมยอดรวมของวัน"),
        )
        self.paper.empty.say(self.tr("เลือกใบเสร็จเพื่อดู"), self.tr("ต้นฉบับและสำเนาจะแสดงที่นี่เหมือนที่พิมพ์"))

    def show_receipt(self, receipt: Receipt) -> None:
        """Goes to the receipt's day and chooses it."""
        self._wanted = receipt.id
        self.presenter.go_to(receipt.issued_at)
        self.refresh()

    def changed(self, changes: Changes) -> None:
        if changes.touches("receipt", "receipt_void", "receipt_print", "attention", "elaas_receipt"):
            self.refresh()

    def refresh(self) -> None:
        """Reads the day again in the background; the choice stays."""
        day = self.presenter.day
        self._worker.run(
            lambda: self.presenter.load(day),
            owner=self,
            on_done=lambda receipts: self._loaded(receipts) if day == self.presenter.day else None,
            view="rows",
        )

    def ask_void(self) -> None:
        """Opens the question why; nothing happens before it is answered."""
        receipt = self.table.current()
        if receipt is not None and receipt.void is None:
            self.void_form.ask(receipt)

    def print_again(self) -> None:
        """Prints the chosen receipt once more; the button rests until that is noted."""
        receipt = self.table.current()
        if receipt is not None:
            self.print_button.setEnabled(False)
            self._paper_actions.print_again(receipt, lambda: self.print_button.setEnabled(True))

    def ask_elaas(self) -> None:
        """Opens the field for the number in the accounting system, with the one that is known."""
        receipt = self.table.current()
        if receipt is not None:
            self.elaas_form.ask(receipt)

    def _enter_elaas(self, receipt: Receipt, number: str) -> None:
        def noted(_: object) -> None:
            self.elaas_form.setEnabled(True)
            self.elaas_form.hide()
            self.table.setFocus()

        def failed(error: Exception) -> None:
            self.elaas_form.setEnabled(True)
            self.elaas_form.number.setFocus()
            self._paper_actions.say_failed(error)

        def act() -> None:
            self._office.shifts.acting(self._paper_actions.who).enter_elaas(receipt.id, number)

        self.table.setFocus()  # a form that rests has no keyboard
        self.elaas_form.setEnabled(False)
        self._worker.run(act, owner=self, on_done=noted, on_failed=failed, lane="write")

    def _replace(self) -> None:
        receipt = self.table.current()
        if receipt is None or not self.replace_button.isEnabled():
            return
        bill = self._office.bills.owed_again(receipt.id)
        if bill is None:
            self.replace_wanted.emit(receipt)
        else:
            self.owed.emit(bill)
            number = display_number(receipt)
            self._paper_actions.say_failed(OfficeError("cashier.bill_owed_again", number=number, bill=bill.reference))

    def _void(self, wish: VoidWish) -> None:
        def ended(is_void: bool) -> None:
            self.void_form.show_busy(False)
            if not is_void:
                self.void_form.refused()
            else:
                self.void_form.hide()
                self.table.setFocus()
                self.refresh()

        receipt = self.table.current()
        if receipt is not None:
            self._paper_actions.void(receipt, wish, ended)

    def _turn(self, days: int) -> None:
        if self.presenter.turn(days):
            self.void_form.hide()
            self.refresh()

    def _loaded(self, receipts: tuple[Receipt, ...]) -> None:
        self.presenter.show(receipts)
        self.rows.show_rows(receipts)
        self._list.setCurrentWidget(self.table if receipts else self._nothing)
        self.day.show_day(self.presenter.day, self.presenter.is_today, self.presenter.totals)
        self.retranslate()
        place = self.presenter.place_of(self._wanted)
        if place is not None:
            self._wanted = None
            self.table.choose(place)
        elif receipts and self.table.current() is None:
            self.table.choose(0)
            if self.isVisible() and not self.isAncestorOf(self.window().focusWidget() or self):
                self.table.setFocus()
        self._choose(self.table.current())

    def _choose(self, receipt: Receipt | None) -> None:
        self.print_button.setEnabled(receipt is not None)
        self.keep_button.setEnabled(receipt is not None)
        self.void_button.setEnabled(receipt is not None and receipt.void is None)
        is_void = receipt is not None and receipt.void is not None
        self.void_button.setVisible(not is_void)
        self.replace_button.setVisible(is_void)
        self.replace_button.setEnabled(is_void and receipt is not None and not receipt.replaced_by)
        if receipt is None or not self.void_form.asks_about(receipt):
            self.void_form.hide()
        if receipt is None or not self.elaas_form.asks_about(receipt):
            self.elaas_form.hide()
        self.elaas_button.setEnabled(receipt is not None)
        self.elaas.setText(f"e-LAAS {receipt.elaas}" if receipt is not None else "")
        self.elaas.setVisible(receipt is not None and receipt.elaas != "")
        self.paper.show_receipt(receipt)

    def _connect(self) -> None:
        self.table.chosen.connect(self._choose)
        self.day.turned.connect(self._turn)
        self.print_button.clicked.connect(self.print_again)
        self.void_button.clicked.connect(self.ask_void)
        self.replace_button.clicked.connect(self._replace)
        self.keep_button.clicked.connect(lambda: self._paper_actions.keep(self.table.current(), self))
        self.elaas_button.clicked.connect(self.ask_elaas)
        self.elaas_form.entered.connect(self._enter_elaas)
        self.elaas_form.left.connect(self.elaas_form.hide)
        self.elaas_form.left.connect(self.table.setFocus)
        self.void_form.left.connect(self.void_form.hide)
        self.void_form.left.connect(self.table.setFocus)
        self.void_form.confirmed.connect(self._void)

    def _bind_keys(self) -> None:
        def group() -> str:
            return self.tr("เงินและใบเสร็จ")

        name, add = self._keys.name, self._keys.add
        name("J", lambda: self.tr("ใบถัดไป"), group=group, hint=True)
        name("K", lambda: self.tr("ใบก่อน"), group=group, hint=True)
        add("Ctrl+Left", lambda: self.tr("วันก่อน"), lambda: self._turn(-1), group=group, hint=True)
        add("Ctrl+Right", lambda: self.tr("วันถัดไป"), lambda: self._turn(1), group=group, hint=True)
        name("Del", lambda: self.tr("ยกเลิกใบเสร็จ"), group=group)
        name("F6", lambda: self.tr("เลข e-LAAS"), group=group)
        name("F7", lambda: self.tr("ออกใบแทน"), group=group)
        name("F8", lambda: self.tr("ยืนยันการยกเลิก"), group=group)
        name("Ctrl+S", lambda: self.tr("บันทึก PDF"), group=group)
        name("F9", lambda: self.tr("พิมพ์ซ้ำ"), group=group)

    def _lay_out(self) -> None:
        self.void_form.hide()
        self._list.setMinimumHeight(_LEAST_LIST)
        self._list.addWidget(self._nothing)
        self._list.addWidget(self.table)
        left = QVBoxLayout()
        left.setSpacing(S)
        left.addWidget(self.day)
        left.addWidget(self._list, 1)
        left.addWidget(self.void_form)
        left.addWidget(self.elaas_form)
        left.addWidget(HintBar(self._keys))
        right = QVBoxLayout()
        right.setSpacing(S)
        right.addWidget(self.paper, 1)
        below = QWidget()
        rows = QVBoxLayout(below)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(S)
        rows.addLayout(side_by_side(self.elaas, None, self.elaas_button, self.keep_button))
        rows.addLayout(side_by_side(self.void_button, self.replace_button, None, self.print_button))
        for form in (self.void_form, self.elaas_form):
            form.asking.connect(below.setDisabled)
        right.addWidget(below)
        line = QHBoxLayout(self)
        line.setContentsMargins(L, L, L, L)
        line.setSpacing(L)
        line.addLayout(left, 5)
        line.addLayout(right, 4)
        self.paper.setMinimumWidth(_PAPER_WIDE)
        self.setFocusProxy(self.table)
