"""The first day of a desk: which centre it belongs to, and the one-time code that lets it in."""

import platform

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.entrance import centred
from ui.kit.buttons import PrimaryButton
from ui.kit.field import Field
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.thai_label import ThaiLabel, label
from ui.shell.failure_line import FailureLine

NAME_MOST = 40


def centre_address(typed: str) -> str:
    """The address of a centre as it must be called; empty when it is none. Without a scheme it is https."""
    address = typed.strip().rstrip("/")
    if "://" not in address:
        address = f"https://{address}" if address else ""
    scheme, _, place = address.partition("://")
    return address if scheme in {"http", "https"} and place and " " not in place else ""


class EnrolmentPage(Speaks, QWidget):
    """`asked` brings address, code and the machine's name; whoever asks the centre tells how it went."""

    asked = Signal(str, str, str)

    def __init__(self, address: str, code: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._why = label(size="title"), ThaiLabel(ink="soft")
        self.address, self.code = LineEdit(address), LineEdit(code)
        self.name = LineEdit(platform.node()[:NAME_MOST])
        self.name.setMaxLength(NAME_MOST)
        self._address_field, self._code_field, self._name_field = (
            Field("", edit, must=True) for edit in (self.address, self.code, self.name)
        )
        self.failure = FailureLine()
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self.button = PrimaryButton(key="F9")
        fields = (self._address_field, self._code_field, self._name_field)
        centred(self, self._title, self._why, *fields, self.failure, self._bar, self.button)
        self.button.clicked.connect(self._ask)
        for edit in (self.address, self.code, self.name):
            edit.returnPressed.connect(self._ask)
        self.setFocusProxy(self.code if address else self.address)
        self._show_busy(False)
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(self.tr("เชื่อมเครื่องนี้กับสำนักงาน"))
        self._why.say(self.tr("ทำครั้งเดียว ใช้รหัสที่ผู้ดูแลของสำนักงานออกให้เครื่องนี้"))
        self._address_field.say(self.tr("ที่อยู่ของศูนย์กลาง"))
        self._address_field.hint(self.tr("เช่น desk.maehia.go.th"))
        self._code_field.say(self.tr("รหัสเชื่อมเครื่อง"))
        self._code_field.hint(self.tr("ใช้ได้ครั้งเดียว"))
        self._name_field.say(self.tr("ชื่อเครื่องนี้"))
        self.button.say(self.tr("เชื่อมเครื่อง"))
        self._bar.setAccessibleName(self.tr("กำลังเชื่อมเครื่อง"))

    def show_failure(self, title: str, advice: str) -> None:
        self._show_busy(False)
        self.failure.say(title, advice)
        self.code.selectAll()
        self.code.setFocus()

    def _ask(self) -> None:
        address = centre_address(self.address.value)
        self._address_field.say_error("" if address else self.tr("ใส่ที่อยู่ของศูนย์กลาง"))
        self._code_field.say_error("" if self.code.value else self.tr("ใส่รหัสเชื่อมเครื่อง"))
        self._name_field.say_error("" if self.name.value else self.tr("ใส่ชื่อเครื่อง"))
        wrong = [field for field in (self._address_field, self._code_field, self._name_field) if field.error]
        if wrong:
            wrong[0].setFocus()
            return
        self.failure.say("", "")
        self._show_busy(True)
        self.asked.emit(address, self.code.value, self.name.value)

    def _show_busy(self, busy: bool) -> None:
        for widget in (self.address, self.code, self.name, self.button):
            widget.setEnabled(not busy)
        self._bar.setVisible(busy)
