"""Paper receipts that were spoilt or are lost: which numbers, what happened, and a second person who has seen it."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.registers.model import PaperBook
from ui.kit.buttons import PrimaryButton
from ui.kit.field import Field, row
from ui.kit.inputs import LineEdit, SecretEdit
from ui.kit.language import Speaks
from ui.kit.segmented import Segmented
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import M

SPOILT, LOST = "spoilt", "lost"
_RECORDED = {SPOILT: "เขียนเสีย", LOST: "สูญหาย"}
"""As the control register says it, whatever language the screen speaks."""


@dataclass(frozen=True)
class Spoilt:
    """What the form was filled with; `login` and `password` are the witness's own."""

    book: PaperBook
    lo: int
    hi: int
    reason: str
    login: str
    password: str


class SpoilForm(Speaks, QWidget):
    """`asked` brings a `Spoilt`; the password leaves the field as soon as it was used."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book: PaperBook | None = None
        self.what = Segmented([(SPOILT, ""), (LOST, "")])
        self.lo, self.hi, self.reason, self.login = LineEdit(), LineEdit(), LineEdit(), LineEdit()
        self.password = SecretEdit()
        self.what_field = Field("", self.what)
        self.lo_field, self.hi_field = Field("", self.lo, must=True), Field("", self.hi)
        self.reason_field = Field("", self.reason, must=True)
        self.login_field, self.password_field = Field("", self.login, must=True), Field("", self.password, must=True)
        self.means = ThaiLabel(ink="soft")
        self.button = PrimaryButton(key="F9", icon_name="flag")
        self.button.clicked.connect(self.ask)
        edits = (self.lo, self.hi, self.reason, self.login, self.password)
        for edit, following in zip(edits, (*edits[1:], self.button), strict=True):
            edit.returnPressed.connect(following.setFocus)
        self._lay_out()
        self.setFocusProxy(self.lo)
        self.retranslate()

    def retranslate(self) -> None:
        self.what.offer([(SPOILT, self.tr("เขียนเสีย")), (LOST, self.tr("สูญหาย"))])
        self.what_field.say(self.tr("เกิดอะไรขึ้น"))
        self.lo_field.say(self.tr("ตั้งแต่เลขที่"))
        self.hi_field.say(self.tr("ถึงเลขที่"))
        self.hi_field.hint(self.tr("เว้นว่างถ้าใบเดียว"))
        self.reason_field.say(self.tr("เหตุ"))
        self.login_field.say(self.tr("ผู้รับรอง (ชื่อผู้ใช้)"))
        self.password_field.say(self.tr("รหัสผ่านของผู้รับรอง"))
        self.means.say(self.tr("เลขจะขึ้นเป็นยกเลิกในทะเบียนคุมพร้อมชื่อผู้รับรอง ใบที่เขียนเสียเย็บติดเล่มไว้ให้ผู้ตรวจสอบ"))
        self.button.say(self.tr("บันทึกเลขเสีย"))

    def show_book(self, book: PaperBook | None) -> None:
        self._book = book
        if book is None:
            self.lo.clear()
        elif not (self.lo.value.isdecimal() and book.awaits(int(self.lo.value))):
            self.lo.setText(str(book.free[0].lo))
        self.setEnabled(book is not None)

    def clear_paper(self) -> None:
        for edit in (self.hi, self.reason, self.login, self.password):
            edit.clear()
        self.lo.setFocus()

    def refused(self) -> None:
        """The witness was not let through: only the password is typed again."""
        self.password.clear()
        self.password.setFocus()

    def ask(self) -> None:
        found = self._range()
        self.lo_field.say_error("" if found else self.tr("ไม่ใช่เลขที่รอบันทึก"))
        self.reason_field.say_error("" if self.reason.value else self.tr("ใส่เหตุ"))
        self.login_field.say_error("" if self.login.value else self.tr("ต้องมีผู้รับรอง"))
        self.password_field.say_error("" if self.password.text() else self.tr("ใส่รหัสผ่าน"))
        fields = (self.lo_field, self.reason_field, self.login_field, self.password_field)
        bad = [field for field in fields if field.error]
        if bad:
            bad[0].setFocus()
        elif found and self._book is not None:
            reason = f"{_RECORDED[self.what.value]}: {self.reason.value}"
            self.asked.emit(Spoilt(self._book, *found, reason, self.login.value, self.password.text()))

    def _range(self) -> tuple[int, int] | None:
        """Numbers that all still wait, or None."""
        lo, hi = self.lo.value, self.hi.value or self.lo.value
        if self._book is None or not (lo.isdecimal() and hi.isdecimal()):
            return None
        within = any(run.lo <= int(lo) <= int(hi) <= run.hi for run in self._book.free)
        return (int(lo), int(hi)) if within else None

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self.what_field)
        column.addWidget(row(self.lo_field, self.hi_field))
        column.addWidget(self.reason_field)
        column.addWidget(row(self.login_field, self.password_field))
        column.addWidget(self.means)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.button)
        column.addLayout(foot)
