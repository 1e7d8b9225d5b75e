"""The treasury takes the cash of a slip over: what was counted as it came, and words where that is another sum."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.cashier.model import Method
from desktop.cashier.shift_model import Slip
from desktop.office.money import format_baht
from ui.kit.buttons import QuietButton, SecondaryButton
from ui.kit.days import moment
from ui.kit.field import Field, row
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.money_edit import MoneyEdit
from ui.kit.panels import Panel
from ui.kit.thai_label import ThaiLabel


class ReceiveForm(Speaks, Panel):
    """Hidden until it is asked; the sum is not filled in: it is counted."""

    done = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.slip: Slip | None = None
        self.which, self.what = ThaiLabel(strong=True), ThaiLabel()
        self.money, self.words = MoneyEdit(), LineEdit()
        self.money_field, self.words_field = Field("", self.money, must=True), Field("", self.words)
        self.take, self.leave = SecondaryButton(icon_name="money"), QuietButton(key="Esc")
        self.take.setAutoDefault(True)
        self.money.returnPressed.connect(self.words.setFocus)
        self.words.returnPressed.connect(self.take.setFocus)
        self.take.clicked.connect(self._confirm)
        self.leave.clicked.connect(self.left)
        foot = QHBoxLayout()
        foot.addWidget(self.leave)
        foot.addStretch(1)
        foot.addWidget(self.take)
        self.body.addWidget(self.which)
        self.body.addWidget(self.what)
        self.body.addWidget(row(self.money_field, self.words_field, stretch=(2, 3)))
        self.body.addLayout(foot)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        slip = self.slip
        self.say(self.tr("รับเงินตามใบนำส่งของ {counter}").format(counter=slip.shift.counter if slip else "–"))
        self.which.say(self._named(slip) if slip else "")
        cash = format_baht(slip.cash_satang) if slip else "–"
        cheques = format_baht(slip.by(Method.CHEQUE)) if slip else "–"
        self.what.say(
            self.tr("ตามใบ: เงินสด {cash} เช็ค {cheques} บาท นับแล้วใส่ยอดที่นับได้").format(cash=cash, cheques=cheques)
        )
        self.money_field.say(self.tr("เงินสดที่นับได้ (บาท)"))
        self.words_field.say(self.tr("หมายเหตุ"))
        self.words_field.hint(self.tr("เมื่อยอดไม่ตรง"))
        self.take.say(self.tr("รับเงินแล้ว"))
        self.leave.say(self.tr("ยังไม่รับ"))

    def _named(self, slip: Slip) -> str:
        """By what the paper in the hand is known: when the shift ended, who brings it, its receipts and words."""
        closing = slip.shift.closing
        closed = self.tr("ปิดกะ {when}").format(when=moment(closing.closed_at)) if closing else ""
        numbers = ", ".join(f"{one.lo}-{one.hi}" if one.lo < one.hi else str(one.lo) for one in slip.runs)
        receipts = self.tr("ใบเสร็จเลขที่ {numbers}").format(numbers=numbers) if numbers else ""
        words = self.tr("คำบนใบ {words}").format(words=" ".join(slip.words)) if slip.words else ""
        parts = (closed, closing.closed_by_name if closing else "", receipts, words)
        return " · ".join(filter(None, parts))

    def ask(self, slip: Slip) -> None:
        self.slip = slip
        self.money.set_satang(None)
        self.words.clear()
        for field in (self.money_field, self.words_field):
            field.clear_error()
        self.retranslate()
        self.show()
        self.money.setFocus()

    def _confirm(self) -> None:
        counted = self.money.satang()
        differs = self.slip is not None and counted is not None and counted != self.slip.cash_satang
        self.money_field.say_error("" if counted is not None else self.tr("ใส่ยอดที่นับได้"))
        self.words_field.say_error(self.tr("บอกเหตุผล") if differs and not self.words.value else "")
        bad = next((one for one in (self.money_field, self.words_field) if one.error), None)
        if bad is not None:
            bad.setFocus()
        else:
            self.done.emit()
