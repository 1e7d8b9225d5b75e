"""The office's code for citizens' numbers, typed in once at each desk that serves them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.buttons import SecondaryButton
from ui.kit.field import Field
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import Panel
from ui.kit.thai_label import ThaiLabel


class CodeForm(Speaks, Panel):
    """`confirmed` brings what was typed."""

    confirmed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._what = ThaiLabel(ink="soft")
        self.code = LineEdit(placeholder="ABCD-EFGH-JKLM-NPQR-STUV")
        self._field = Field("", self.code)
        self.use = SecondaryButton(icon_name="key")
        self.code.returnPressed.connect(self._confirm)
        self.use.clicked.connect(self._confirm)
        for widget in (self._what, self._field, self.use):
            self.body.addWidget(widget)
        self.retranslate()

    def retranslate(self) -> None:
        self._what.say(self.tr("เครื่องนี้ยังเก็บและค้นเลขประจำตัวไม่ได้ พิมพ์รหัสจากแผ่นรหัสของสำนักงานหนึ่งครั้ง"))
        self._field.say(self.tr("รหัสทะเบียนประชาชน"))
        self.use.say(self.tr("ใช้รหัสนี้"))

    def _confirm(self) -> None:
        if self.code.value:
            self.confirmed.emit(self.code.value)
