"""Under which number a receipt stands in the accounting system: keyed there, noted here."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.cashier.model import Receipt
from desktop.cashier.rules import display_number
from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.field import Field
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import Asking
from ui.kit.tokens import S


class ElaasForm(Speaks, Asking):
    """Hidden until it is asked. `entered` brings the receipt and the number that was typed."""

    entered = Signal(object, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._receipt: Receipt | None = None
        self.number = LineEdit()
        self.field = Field("", self.number, must=True)
        self.save_button, self.keep_button = PrimaryButton(key="F9"), QuietButton(key="Esc")
        self.save_button.clicked.connect(self._save)
        self.keep_button.clicked.connect(self.left)
        self.number.returnPressed.connect(self._save)
        self.number.textEdited.connect(lambda _: self.field.clear_error())
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.keep_button)
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        self.body.addWidget(self.field)
        self.body.addLayout(foot)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        number = display_number(self._receipt) if self._receipt else "–"
        self.say(self.tr("เลข e-LAAS ของใบเสร็จ {number}").format(number=number))
        self.field.say(self.tr("เลขที่ในระบบบัญชี"))
        self.field.hint(self.tr("เช่น RCPT-00001/70"))
        self.save_button.say(self.tr("บันทึกเลข"))
        self.keep_button.say(self.tr("ไม่บันทึก"))
        if self.field.error:
            self.field.say_error(self.tr("ใส่เลขที่"))

    def ask(self, receipt: Receipt) -> None:
        self._receipt = receipt
        self.retranslate()
        self.number.setText(receipt.elaas)
        self.field.clear_error()
        self.show()
        self.number.setFocus()
        self.number.selectAll()

    def asks_about(self, receipt: Receipt) -> bool:
        return self._receipt is not None and self._receipt.id == receipt.id

    def _save(self) -> None:
        if self._receipt is None or not self.number.value:
            self.field.say_error(self.tr("ใส่เลขที่"))
            self.number.setFocus()
            return
        self.entered.emit(self._receipt, self.number.value)
