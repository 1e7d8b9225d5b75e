"""Cancelling a receipt: why, and what will happen, before the one button that does it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.cashier.model import Receipt
from desktop.cashier.rules import display_number
from ui.kit.buttons import DangerButton, QuietButton
from ui.kit.field import Field
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import Panel
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import S


class VoidForm(Speaks, Panel):
    """`confirmed` brings the reason; `left` when the clerk thinks better of it."""

    confirmed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._receipt: Receipt | None = None
        self._what = ThaiLabel()
        self.reason = LineEdit()
        self._field = Field("", self.reason, must=True)
        self.cancel, self.keep = DangerButton(), QuietButton(key="Esc")
        self.cancel.clicked.connect(self._confirm)
        self.keep.clicked.connect(self.left)
        self.reason.returnPressed.connect(self._confirm)
        self.reason.textEdited.connect(lambda _: self._field.clear_error())
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.keep)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        self.body.addWidget(self._what)
        self.body.addWidget(self._field)
        self.body.addLayout(foot)
        self.setFocusProxy(self.reason)
        self.retranslate()

    def retranslate(self) -> None:
        number = display_number(self._receipt) if self._receipt else ""
        self.say(self.tr("ยกเลิกใบเสร็จ {number}").format(number=number))
        self._what.say(self.tr("เลขที่ยังอยู่ในเล่มและใช้ซ้ำไม่ได้ เก็บต้นฉบับและสำเนาไว้ด้วยกัน ใบเสร็จจะพิมพ์คำว่ายกเลิก แล้วออกใบใหม่ได้"))
        self._field.say(self.tr("เหตุผล"))
        self._field.hint(self.tr("เช่น พิมพ์จำนวนผิด"))
        self.cancel.say(self.tr("ยกเลิกใบเสร็จ"))
        self.keep.say(self.tr("ไม่ยกเลิก"))

    def asks_about(self, receipt: Receipt) -> bool:
        """Whether this is the receipt in question, even if it changed in between."""
        return self._receipt is not None and self._receipt.id == receipt.id

    def ask(self, receipt: Receipt) -> None:
        self._receipt = receipt
        self.reason.clear()
        self._field.clear_error()
        self.show_busy(False)
        self.retranslate()
        self.show()
        self.reason.setFocus()

    def show_busy(self, busy: bool) -> None:
        self.setEnabled(not busy)

    def _confirm(self) -> None:
        if not self.reason.value:
            self._field.say_error(self.tr("ใส่เหตุผลที่ยกเลิก"))
            self.reason.setFocus()
            return
        self.show_busy(True)
        self.confirmed.emit(self.reason.value)
