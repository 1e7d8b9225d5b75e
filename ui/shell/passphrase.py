"""Asks for the passphrase that opens the store on a machine without a keyring, and says why it has to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.field import Field
from ui.kit.inputs import SecretEdit
from ui.kit.language import Speaks
from ui.kit.panels import Glyph
from ui.kit.thai_label import ThaiLabel, label
from ui.kit.tokens import XL, L, M, S
from ui.shell.failure_line import FailureLine

SHORTEST = 10
"""Letters of the shortest passphrase that is taken."""


class PassphraseDialog(Speaks, QDialog):
    """`given` brings the passphrase; whoever tries it calls `accept` or `show_failure`.

    `new` asks for it twice, for a store that is to be made.
    """

    given = Signal(str)

    def __init__(self, *, new: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._new = new
        self._title, self._why = label(size="head"), ThaiLabel(ink="soft")
        self._first, self._again = SecretEdit(), SecretEdit()
        self._first_field, self._again_field = Field("", self._first), Field("", self._again)
        self._again_field.setVisible(new)
        self._failure = FailureLine()
        self._leave, self._open = SecondaryButton(key="Esc"), PrimaryButton(key="F9")
        self._lay_out()
        self._leave.clicked.connect(self.reject)
        self._open.clicked.connect(self._give)
        for edit in (self._first, self._again):
            edit.returnPressed.connect(self._give)
            edit.textEdited.connect(self._watch_alphabet)
        self._open.setDefault(False)
        self.setMinimumWidth(520)
        self.retranslate()

    def show_failure(self, title: str, advice: str) -> None:
        self.show_busy(False)
        self._failure.say(title, advice)
        self._first.selectAll()
        self._first.setFocus()

    def show_busy(self, busy: bool) -> None:
        for widget in (self._first, self._again, self._open):
            widget.setEnabled(not busy)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("เปิดแฟ้มข้อมูลของเครื่องนี้"))
        self._title.setText(self.tr("ตั้งวลีรหัสผ่าน") if self._new else self.tr("ใส่วลีรหัสผ่าน"))
        self._why.say(
            self.tr(
                "ข้อมูลในเครื่องนี้เข้ารหัสไว้ แต่ระบบปฏิบัติการไม่มีที่เก็บกุญแจ จึงต้องใส่วลีรหัสผ่านทุกครั้งที่เปิดโปรแกรม "
                "วลีนี้ไม่ถูกเก็บไว้ที่ใด ถ้าลืม จะเปิดข้อมูลที่ยังไม่ส่งส่วนกลางไม่ได้"
            )
        )
        self._first_field.say(self.tr("วลีรหัสผ่าน"))
        self._again_field.say(self.tr("วลีรหัสผ่านอีกครั้ง"))
        self._leave.say(self.tr("ปิดโปรแกรม"))
        self._open.say(self.tr("ตั้งและเปิด") if self._new else self.tr("เปิด"))
        self._watch_alphabet()

    def _give(self) -> None:
        """Refuses what is too short or not twice the same; gives the rest."""
        phrase = self._first.text()
        short = self._new and len(phrase) < SHORTEST
        differs = self._new and not short and phrase != self._again.text()
        least = self.tr("อย่างน้อย {count} ตัวอักษร").format(count=SHORTEST)
        missing = "" if phrase else self.tr("ใส่วลีรหัสผ่าน")
        self._first_field.say_error(least if short else missing)
        self._again_field.say_error(self.tr("ไม่ตรงกับช่องบน") if differs else "")
        if not self._first_field.error and not differs:
            self.show_busy(True)
            self._failure.say("", "")
            self.given.emit(phrase)

    def _watch_alphabet(self) -> None:
        thai = self.tr("มีอักษรไทยอยู่ในวลี")
        for edit, field in ((self._first, self._first_field), (self._again, self._again_field)):
            field.hint(thai if edit.typed_thai() else "")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(Glyph("key", "accent", 24))
        head.addWidget(self._title, 1)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addStretch(1)
        foot.addWidget(self._leave)
        foot.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, L)
        column.setSpacing(M)
        column.addLayout(head)
        for widget in (self._why, self._first_field, self._again_field, self._failure):
            column.addWidget(widget)
        column.addSpacing(S)
        column.addLayout(foot)
