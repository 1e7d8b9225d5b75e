"""One bill and how it is paid: the sum and its QR code, the way of paying, and one big button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.cashier.bill_desk import Code
from desktop.cashier.bill_rules import display_bill
from desktop.cashier.model import Cheque, Method
from desktop.office.money import format_baht
from ui.cashier.bills_presenter import BillsPresenter, Deed
from ui.cashier.bills_rows import due, state_badge
from ui.cashier.payment_form import WIDE
from ui.cashier.qr_view import QrView
from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.chips import Chip
from ui.kit.date_edit import ThaiDateEdit
from ui.kit.field import Field, row
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.money_edit import MoneyEdit
from ui.kit.panels import EmptyState, Panel, form, scrolling
from ui.kit.segmented import Segmented
from ui.kit.thai_label import ThaiLabel, dress, label
from ui.kit.tokens import XS, M, S


class BillPanel(Speaks, QWidget):
    """`wanted` brings the deed of the big button; the others are the clerk's further wishes."""

    wanted = Signal(object)
    cancel = Signal()
    withdraw = Signal()
    keep = Signal()
    print = Signal()

    def __init__(self, presenter: BillsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.setFixedWidth(WIDE)
        self.number, self.state = label(strong=True), Chip()
        self.payer, self.sum = ThaiLabel(), label(size="sum")
        self.facts = ThaiLabel(ink="soft", size="small")
        self.qr, self.no_qr = QrView(), ThaiLabel(ink="soft", size="small")
        self.ways = Segmented([(method.value, "") for method in Method])
        self.money = MoneyEdit(large=True)
        self.tendered, self.change = Field("", self.money), label(size="title")
        self.change.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.cheque_number, self.cheque_bank = Field("", LineEdit(), must=True), Field("", LineEdit(), must=True)
        self._day = ThaiDateEdit(today=lambda: presenter.today)
        self.cheque_day = Field("", self._day, must=True)
        self.slip, self.seen = Field("", LineEdit()), Field("", LineEdit(), must=True)
        self.button = PrimaryButton(key="F9")
        self.keep_button, self.withdraw_button = QuietButton(key="Ctrl+S"), QuietButton(key="Ctrl+Del")
        self.cancel_button, self.print_button = QuietButton(key="Del"), QuietButton(key="F7", icon_name="printer")
        self.nothing, self._whole = EmptyState("receipt"), QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        words = {
            Method.CASH: self.tr("เงินสด"),
            Method.CHEQUE: self.tr("เช็ค"),
            Method.TRANSFER: self.tr("โอน / QR"),
        }
        self.ways.setAccessibleName(self.tr("วิธีชำระเงิน"))
        self.ways.offer([(method.value, said) for method, said in words.items()])
        self.tendered.say(self.tr("รับเงินสด (บาท)"))
        self.cheque_number.say(self.tr("เลขที่เช็ค"))
        self.cheque_bank.say(self.tr("ธนาคาร"))
        self.cheque_day.say(self.tr("วันที่บนเช็ค"))
        self.slip.say(self.tr("สแกน QR บนสลิป"))
        self.slip.hint(self.tr("ไม่มีสลิปก็รอได้"))
        self.seen.say(self.tr("เห็นเงินเข้าจากที่ใด"))
        self.seen.hint(self.tr("เช่น แอปธนาคาร 13.30 น."))
        self.keep_button.say(self.tr("บันทึก PDF"))
        self.print_button.say(self.tr("พิมพ์"))
        self.withdraw_button.say(self.tr("ถอนการรอ"))
        self.cancel_button.say(self.tr("ยกเลิกใบแจ้ง"))
        self.no_qr.say(self.tr("ยังไม่ได้ตั้งบัญชีรับเงินผ่าน QR"))
        self.nothing.say(self.tr("เลือกใบแจ้งชำระ"), self.tr("เลือกจากรายการ หรือสแกนเลขอ้างอิงบนใบแจ้ง"))
        self.show_bill()

    def show_bill(self, code: Code | None = None, *, fresh: bool = False) -> None:
        """What the presenter holds; `fresh`: another bill than before, so nothing typed stays."""
        bill = self._presenter.bill
        self._whole.setCurrentIndex(0 if bill is None else 1)
        if fresh:
            self._clear(code)
        if bill is None:
            return
        self.number.setText(display_bill(bill))
        self.state.show_badge(state_badge(bill, self._presenter.today))
        self.payer.say(bill.payer_name)
        self.sum.setText(format_baht(bill.total_satang))
        self.sum.setAccessibleName(self.tr("จำนวนเงิน {sum} บาท").format(sum=format_baht(bill.total_satang)))
        facts = self.tr("เลขอ้างอิง {reference} · ครบกำหนด {day}").format(reference=bill.reference, day=due(bill))
        self.facts.say(facts + (f"\n{bill.cancelled_for}" if bill.cancelled_for else ""))
        self.show_way()

    def show_way(self) -> None:
        """The fields of the way that is chosen, and what the button does."""
        presenter, deed = self._presenter, self._presenter.deed
        payable = deed is not Deed.NOTHING
        self.ways.choose(presenter.method.value)
        self._paying.setVisible(payable)
        shown = {
            self._cash: payable and presenter.method is Method.CASH,
            self._cheque: payable and presenter.method is Method.CHEQUE,
            self.slip: deed is Deed.WAIT,
            self.seen: deed is Deed.CONFIRM,
        }
        for widget, visible in shown.items():
            widget.setVisible(visible)
        transfer = payable and presenter.method is Method.TRANSFER
        self.qr.setVisible(transfer and self.qr.code is not None)
        self.no_qr.setVisible(transfer and self.qr.code is None)
        self.button.setVisible(payable)
        self.button.say(self._deed_words(deed))
        self.withdraw_button.setVisible(presenter.waiting is not None)
        self.cancel_button.setVisible(presenter.may_cancel)
        self._show_change()

    def cheque(self) -> Cheque:
        number, bank = self.cheque_number.editor, self.cheque_bank.editor
        assert isinstance(number, LineEdit)
        assert isinstance(bank, LineEdit)
        return Cheque(number.value, bank.value, self._day.day())

    def says_short(self) -> bool:
        """Whether the cash that was typed is no sum or too little, which is said at its field."""
        if self._presenter.method is not Method.CASH:
            return False
        is_short = self.money.is_wrong() or (self._presenter.change(self.money.satang()) or 0) < 0
        self.tendered.say_error(self.tr("เงินที่รับมายังไม่พอ") if is_short else "")
        if is_short:
            self.money.setFocus()
        return is_short

    def words_of(self, field: Field) -> str:
        assert isinstance(field.editor, LineEdit)
        return field.editor.value

    def _deed_words(self, deed: Deed) -> str:
        return {
            Deed.TAKE: self.tr("รับเงินและออกใบเสร็จ"),
            Deed.WAIT: self.tr("บันทึกว่ารอเงินโอน"),
            Deed.CONFIRM: self.tr("เงินเข้าแล้ว ออกใบเสร็จ"),
            Deed.NOTHING: "–",
        }[deed]

    def _clear(self, code: Code | None) -> None:
        self.qr.show_code(code)
        self.money.set_satang(None)
        self._day.set_day(None)
        for field in (self.cheque_number, self.cheque_bank, self.slip, self.seen):
            assert isinstance(field.editor, LineEdit)
            field.editor.clear()
            field.clear_error()
        self.tendered.clear_error()

    def _show_change(self) -> None:
        change = self._presenter.change(self.money.satang())
        words = self.tr("เงินทอน") if change is None or change >= 0 else self.tr("ยังขาด")
        self.change.setText(f"{words} {format_baht(abs(change)) if change is not None else '–'}")
        dress(self.change, ink="danger" if change is not None and change < 0 else "ready" if change else "")

    def _choose(self, way: str) -> None:
        self._presenter.method = Method(way)
        self.show_way()

    def _connect(self) -> None:
        self.ways.chosen.connect(self._choose)
        self.money.changed.connect(lambda _: self._show_change())
        self.money.changed.connect(lambda _: self.tendered.clear_error())
        self.button.clicked.connect(lambda: self.wanted.emit(self._presenter.deed))
        self.keep_button.clicked.connect(self.keep)
        self.print_button.clicked.connect(self.print)
        self.withdraw_button.clicked.connect(self.withdraw)
        self.cancel_button.clicked.connect(self.cancel)
        for field in (self.slip, self.seen):
            assert isinstance(field.editor, LineEdit)
            field.editor.returnPressed.connect(lambda: self.wanted.emit(self._presenter.deed))

    def _lay_out(self) -> None:
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(M)
        inner.addWidget(self._top())
        self._paying = self._ways_of_paying()
        inner.addWidget(self._paying)
        inner.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(XS)
        for button in (self.cancel_button, self.withdraw_button):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.button)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(scrolling(inside), 1)
        column.addLayout(foot)
        self._whole.addWidget(self.nothing)
        self._whole.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._whole)

    def _top(self) -> Panel:
        """Which bill, whose, how much."""
        head = QHBoxLayout()
        head.addWidget(self.number)
        head.addStretch(1)
        head.addWidget(self.state)
        owed = QHBoxLayout()
        owed.setSpacing(M)
        owed.addWidget(self.payer, 1)
        owed.addWidget(self.sum)
        top = Panel()
        top.body.setSpacing(XS)
        top.body.addLayout(head)
        top.body.addLayout(owed)
        papers = QHBoxLayout()
        papers.setSpacing(XS)
        papers.addStretch(1)
        for button in (self.keep_button, self.print_button):
            papers.addWidget(button)
        top.body.addWidget(self.facts)
        top.body.addLayout(papers)
        return top

    def _ways_of_paying(self) -> Panel:
        """How it is paid."""
        self._cash = form(self.tendered, self.change, gap=S)
        self._cheque = form(row(self.cheque_number, self.cheque_bank), self.cheque_day, gap=S)
        paying = Panel()
        paying.body.setSpacing(S)
        paying.body.addWidget(self.ways)
        paying.body.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignHCenter)
        for each in (self.no_qr, self._cash, self._cheque, self.slip, self.seen):
            paying.body.addWidget(each)
        return paying
