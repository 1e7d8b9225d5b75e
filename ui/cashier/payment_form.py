"""Who pays, how much, the money handed over and the change: the right-hand side of the counter."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.office.money import format_baht
from ui.cashier.counter_presenter import CounterPresenter
from ui.cashier.tenders import Tenders
from ui.kit.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.kit.field import Field
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.money_edit import MoneyEdit
from ui.kit.panels import Panel
from ui.kit.thai_label import ThaiLabel, dress, label
from ui.kit.tokens import XS, S

WIDE = 428
_WITH_WORDS = 592
"""The height from which the sum in words has room, too; below it nothing that is typed may be squeezed."""


class PaymentForm(Speaks, QWidget):
    """`edited` after the presenter was told; `pay`, `bill` (pay otherwise) and `clear` are the clerk's wishes."""

    edited = Signal()
    pay = Signal()
    bill = Signal()
    clear = Signal()

    def __init__(self, presenter: CounterPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.setFixedWidth(WIDE)
        self.payer = Field("", LineEdit(), must=True)
        self.address = Field("", LineEdit())
        self._money = MoneyEdit(large=True)
        self.tendered = Field("", self._money)
        self.tenders = Tenders()
        self.pay_button = PrimaryButton(key="F9")
        self.pay_button.setAutoDefault(True)
        self.bill_button = SecondaryButton(key="Ctrl+B")
        self.clear_button = QuietButton(key="Esc")
        self._sum_words, self.sum = label(strong=True), label(size="sum")
        self.words = ThaiLabel(ink="soft", size="small")
        self.once_more = ThaiLabel(ink="attention", strong=True)
        self._change_words, self.change = label(strong=True), label(size="title")
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        self._payer_panel.say(self.tr("ผู้ชำระเงิน"))
        self.payer.say(self.tr("ชื่อ–นามสกุล หรือชื่อนิติบุคคล"))
        self.address.say(self.tr("ที่อยู่"))
        self.address.hint(self.tr("ไม่บังคับ"))
        self.tendered.say(self.tr("รับเงินสด (บาท)"))
        self.pay_button.say(self.tr("รับเงินและพิมพ์"))
        self.bill_button.say(self.tr("โอน / เช็ค"))
        self.clear_button.say(self.tr("ล้าง"))
        self._sum_words.setText(self.tr("รวมเงิน (บาท)"))
        self.tenders.say(self.tr("พอดี"))
        self.show_sums()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.words.setHidden(self.height() < _WITH_WORDS)

    def show_payment(self) -> None:
        """Shows what the presenter holds, after a clear."""
        self._line(self.payer).setText(self._presenter.payer_name)
        self._line(self.address).setText(self._presenter.payer_address)
        self._money.set_satang(self._presenter.tendered_satang)
        for field in (self.payer, self.address, self.tendered):
            field.clear_error()
        self.show_sums()

    def show_sums(self) -> None:
        total = self._presenter.total_satang
        self.sum.setText(format_baht(total))
        self.sum.setAccessibleName(f"{self._sum_words.text()} {self.sum.text()}")
        self.words.say(self._presenter.words or self.tr("เลือกรายการทางซ้าย"))
        self.tenders.offer(self._presenter.likely_tenders())
        if not self._presenter.is_sure:
            self.once_more.hide()
        self._show_change()

    def ask_once_more(self) -> None:
        """Asks whether a sum is right that is more than anybody usually pays."""
        said = ", ".join(format_baht(charge.amount_satang) for charge in self._presenter.unusual)
        self.once_more.say(self.tr("{sum} บาท มากกว่าปกติ ถ้าถูกต้อง กด F9 อีกครั้ง").format(sum=said))
        self.once_more.show()

    def is_no_sum(self) -> bool:
        """Whether something stands where the money goes that is no money."""
        return self._money.is_wrong()

    def show_problems(self) -> None:
        """Marks the fields that stop the receipt and goes to the first of them."""
        stops = {*self._presenter.problems, *(("tendered",) if self.is_no_sum() else ())}
        words = {
            "payer_name": (self.payer, self.tr("ใส่ชื่อผู้ชำระเงิน")),
            "tendered": (self.tendered, self.tr("เงินที่รับมายังไม่พอ")),
        }
        for name, (field, said) in reversed(words.items()):
            field.say_error(said if name in stops else "")
            if field.error:
                field.setFocus()

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
        self._money.set_satang(satang)
        self._tender(satang)
        self.pay_button.setFocus()

    def _name_typed(self, words: str) -> None:
        self._presenter.payer_name = words
        self.payer.clear_error()
        self.edited.emit()

    def _address_typed(self, words: str) -> None:
        self._presenter.payer_address = words
        self.edited.emit()

    @staticmethod
    def _line(field: Field) -> LineEdit:
        assert isinstance(field.editor, LineEdit)
        return field.editor

    def _connect(self) -> None:
        self._line(self.payer).textEdited.connect(self._name_typed)
        self._line(self.address).textEdited.connect(self._address_typed)
        self._line(self.payer).returnPressed.connect(self._line(self.address).setFocus)
        self._line(self.address).returnPressed.connect(self._money.setFocus)
        self._money.returnPressed.connect(self.pay_button.setFocus)
        self._money.changed.connect(self._tender)
        self.tenders.chosen.connect(self._hand_over)
        self.pay_button.clicked.connect(self.pay)
        self.bill_button.clicked.connect(self.bill)
        self.clear_button.clicked.connect(self.clear)

    def _lay_out(self) -> None:
        self._payer_panel = Panel()
        self._payer_panel.say(" ")
        self._payer_panel.head.addWidget(self.clear_button)
        for field in (self.payer, self.address):
            self._payer_panel.body.addWidget(field)
        money = Panel()
        money.body.setSpacing(S)
        money.body.addLayout(ends(self._sum_words, self.sum))
        self.words.setAlignment(Qt.AlignmentFlag.AlignRight)
        money.body.addWidget(self.words)
        self.once_more.hide()
        money.body.addWidget(self.once_more)
        money.body.addSpacing(XS)
        money.body.addWidget(self.tendered)
        money.body.addWidget(self.tenders)
        money.body.addLayout(ends(self._change_words, self.change))
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.bill_button)
        foot.addStretch(1)
        foot.addWidget(self.pay_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, S)
        column.setSpacing(S)
        column.addWidget(self._payer_panel)
        column.addWidget(money)
        column.addStretch(1)
        column.addLayout(foot)


def ends(words: QLabel, figures: QLabel) -> QHBoxLayout:
    """Words at the left end of a line, figures at the right."""
    line = QHBoxLayout()
    line.addWidget(words)
    line.addStretch(1)
    line.addWidget(figures)
    return line
