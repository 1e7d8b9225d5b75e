"""The sum, the money handed over, the change, and the one key that takes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.office.money import format_baht
from ui.cashier.payment_form import WIDE, ends
from ui.cashier.tenders import Tenders
from ui.counter.pay_presenter import PayPresenter
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.field import Field
from ui.kit.language import Speaks
from ui.kit.money_edit import MoneyEdit
from ui.kit.panels import Panel
from ui.kit.thai_label import ThaiLabel, dress, label
from ui.kit.tokens import M, S


class PayPanel(Speaks, QWidget):
    """`pay` when the money shall be taken, `otherwise`: by transfer or cheque, `edited` after the money changed."""

    pay = Signal()
    otherwise = Signal()
    edited = Signal()

    def __init__(self, presenter: PayPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.setFixedWidth(WIDE)
        self._sum_words, self.sum = label(strong=True), label(size="sum")
        self.words = ThaiLabel(ink="soft", size="small")
        self.money = MoneyEdit(large=True)
        self.tendered = Field("", self.money)
        self.tenders = Tenders()
        self._change_words, self.change = label(strong=True), label(size="title")
        self.pay_button = PrimaryButton(key="F9", icon_name="money")
        self.otherwise_button = SecondaryButton(key="Ctrl+B")
        self._lay_out()
        self.money.changed.connect(self._tender)
        self.money.returnPressed.connect(self.pay_button.setFocus)
        self.tenders.chosen.connect(self._hand_over)
        self.pay_button.clicked.connect(self.pay)
        self.otherwise_button.clicked.connect(self.otherwise)
        self.setFocusProxy(self.money)
        self.retranslate()

    def retranslate(self) -> None:
        self._sum_words.setText(self.tr("รวมเงิน (บาท)"))
        self.tendered.say(self.tr("รับเงินสด (บาท)"))
        self.tenders.say(self.tr("พอดี"))
        self.otherwise_button.say(self.tr("โอน / เช็ค"))
        self.show_sums()

    def begin(self) -> None:
        """Another citizen, or the same one anew: shows what the presenter holds."""
        self.money.set_satang(self._presenter.tendered_satang)
        self.tendered.clear_error()
        self.show_sums()

    def show_sums(self) -> None:
        presenter, total = self._presenter, self._presenter.total_satang
        self.sum.setText(format_baht(total))
        self.sum.setAccessibleName(f"{self._sum_words.text()} {self.sum.text()}")
        self.words.say(presenter.words or self.tr("ไม่มีรายการที่จะรับเงินตอนนี้"))
        self.pay_button.say(self.tr("รับเงินและพิมพ์") if total else self.tr("เลือกค่าธรรมเนียม"))
        for widget in (self.tendered, self.tenders, self._change, self.otherwise_button):
            widget.setVisible(bool(total))
        self.tenders.offer(presenter.likely_tenders())
        self._show_change()

    def show_short(self) -> None:
        self.tendered.say_error(self.tr("เงินที่รับมายังไม่พอ"))
        self.money.setFocus()

    def _show_change(self) -> None:
        short, change = self._presenter.short_satang, self._presenter.change_satang
        self._change_words.setText(self.tr("ยังขาด") if short else self.tr("เงินทอน"))
        self.change.setText("–" if change is None and not short else format_baht(short or change or 0))
        dress(self.change, ink="danger" if short else "ready" if change else "")
        self.change.setAccessibleName(f"{self._change_words.text()} {self.change.text()}")

    def _tender(self, satang: int | None) -> None:
        self._presenter.tendered_satang = satang
        self.tendered.clear_error()
        self._show_change()
        self.edited.emit()

    def _hand_over(self, satang: int) -> None:
        self.money.set_satang(satang)
        self._tender(satang)
        self.pay_button.setFocus()

    def _lay_out(self) -> None:
        panel = Panel()
        panel.body.setSpacing(S)
        panel.body.addLayout(ends(self._sum_words, self.sum))
        self.words.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._change = QWidget()
        line = ends(self._change_words, self.change)
        line.setContentsMargins(0, 0, 0, 0)
        self._change.setLayout(line)
        for widget in (self.words, self.tendered, self.tenders, self._change):
            panel.body.addWidget(widget)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.otherwise_button)
        foot.addStretch(1)
        foot.addWidget(self.pay_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(panel)
        column.addStretch(1)
        column.addLayout(foot)
