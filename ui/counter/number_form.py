"""The number of somebody who was entered without one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.people.model import NumberKind
from desktop.people.rules import number_key
from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.field import Field
from ui.kit.inputs import ComboBox, LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import Panel, form
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import S


class NumberForm(Speaks, Panel):
    """`confirmed` brings what was typed and which kind of number it is."""

    confirmed = Signal(str, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._name = ""
        self.who, self.kind, self.number = ThaiLabel(size="head"), ComboBox(), LineEdit()
        self._kind, self._number = Field("", self.kind), Field("", self.number, must=True)
        self.keep, self.leave = PrimaryButton(key="F9"), QuietButton(key="Esc")
        self.number.returnPressed.connect(self._confirm)
        self.number.textEdited.connect(lambda _: self._number.clear_error())
        self.keep.clicked.connect(self._confirm)
        self.leave.clicked.connect(self.left)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.leave)
        foot.addStretch(1)
        foot.addWidget(self.keep)
        self.body.addWidget(form(self.who, self._kind, self._number))
        self.body.addStretch(1)
        self.body.addLayout(foot)
        self.setFocusProxy(self.number)
        self.retranslate()

    def retranslate(self) -> None:
        self.say(self.tr("ใส่เลขประจำตัว"))
        self.who.say(self._name)
        self._kind.say(self.tr("เป็นเลขของ"))
        kinds = {NumberKind.THAI: self.tr("บัตรประชาชน หรือนิติบุคคล"), NumberKind.PASSPORT: self.tr("หนังสือเดินทาง")}
        self.kind.offer([(kind.value, said) for kind, said in kinds.items()])
        self._number.say(self.tr("เลขประจำตัว"))
        if self._number.error:
            self._number.say_error(self.tr("เลขไม่ครบหรือหลักสุดท้ายไม่ตรง"))
        self.keep.say(self.tr("บันทึก"))
        self.leave.say(self.tr("ไม่บันทึก"))

    def ask(self, name: str) -> None:
        self._name = name
        self.number.clear()
        self._number.clear_error()
        self.retranslate()

    def _confirm(self) -> None:
        kind = NumberKind(self.kind.value)
        if number_key(self.number.value, kind) is None:
            self._number.say_error("–")
            self.retranslate()
            self.number.setFocus()
            return
        self.confirmed.emit(self.number.value, kind)
