"""Cancelling a receipt: why, where its paper is, and who approves, before the one button that does it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.accounts.model import Approver, PinState
from desktop.cashier.model import Original, Receipt, Second
from desktop.cashier.rules import display_number, is_code_of
from ui.kit.buttons import DangerButton, QuietButton
from ui.kit.field import Field
from ui.kit.inputs import ComboBox, LineEdit, SecretEdit
from ui.kit.language import Speaks
from ui.kit.panels import Asking
from ui.kit.tokens import S


@dataclass(frozen=True)
class VoidWish:
    """`password`: the approver's own, where they set the PIN with this cancellation; else empty."""

    reason: str
    second: Second
    login: str
    password: str = field(default="", repr=False)


class VoidForm(Speaks, Asking):
    """`confirmed` brings a `VoidWish`; `left` when the clerk thinks better of it. `approvers`: who may approve here;
    `alone`: whether the office lets a cashier cancel without one."""

    confirmed = Signal(object)
    left = Signal()

    def __init__(
        self, approvers: Callable[[], Sequence[Approver]], alone: Callable[[], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._receipt: Receipt | None = None
        self._approvers, self._known = approvers, dict[str, Approver]()
        self._alone, self._may_alone = alone, False
        self.reason, self.scan, self.original = LineEdit(), LineEdit(), ComboBox(yields=True)
        self.approver, self.pin, self.password = ComboBox(yields=True), SecretEdit(), SecretEdit()
        editors = (self.reason, self.scan, self.original, self.approver, self.password, self.pin)
        self._fields: dict[QWidget, Field] = {
            editor: Field("", editor, must=editor is not self.scan) for editor in editors
        }
        self.cancel, self.keep = DangerButton(key="F8"), QuietButton(key="Esc")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.reason)
        self.retranslate()

    def retranslate(self) -> None:
        number = display_number(self._receipt) if self._receipt else ""
        self.say(self.tr("ยกเลิกใบเสร็จ {number}").format(number=number))
        says = self._say_field
        says(self.reason, self.tr("เหตุผล"), self.tr("เช่น พิมพ์จำนวนผิด"))
        says(self.scan, self.tr("สแกนใบเสร็จที่รับคืน"), "")
        says(self.original, self.tr("ต้นฉบับ"), "")
        says(self.approver, self.tr("ผู้อนุมัติ"), "")
        says(self.password, self.tr("รหัสผ่านของผู้อนุมัติ"), "")
        self.original.offer(
            [
                ("", self.tr("– เลือก –")),
                (Original.SCANNED, self.tr("รับคืนแล้ว สแกนแล้ว")),
                (Original.HANDED_IN, self.tr("รับคืนแล้ว สแกนไม่ได้")),
                (Original.NEVER_LEFT, self.tr("ยังไม่ได้ให้ประชาชน")),
                (Original.WITH_PAYER, self.tr("ยังอยู่กับผู้ชำระ เรียกคืนไม่ได้")),
            ]
        )
        self.cancel.say(self.tr("ยกเลิกใบเสร็จ"))
        self.keep.say(self.tr("ไม่ยกเลิก"))
        self._offer_approvers()
        for editor, problem in self._wrong().items():
            if self._fields[editor].error:
                self._fields[editor].say_error(problem)

    def asks_about(self, receipt: Receipt) -> bool:
        """Whether this is the receipt in question, even if it changed in between."""
        return self._receipt is not None and self._receipt.id == receipt.id

    def ask(self, receipt: Receipt) -> None:
        self._receipt = receipt
        for editor in (self.reason, self.scan, self.pin, self.password):
            editor.clear()
        for one in self._fields.values():
            one.clear_error()
        self.original.choose("")
        self._known = {one.person.login: one for one in self._approvers()}
        self._may_alone = self._alone()
        self.show_busy(False)
        self.retranslate()
        self.approver.choose("" if self._may_alone else next(iter(self._known), ""))
        self._approver_chosen()
        self.show()
        self.reason.setFocus()

    def show_busy(self, busy: bool) -> None:
        self.setEnabled(not busy)

    def refused(self) -> None:
        """The PIN or the password did not do: they are typed again."""
        self._known = {one.person.login: one for one in self._approvers()}
        self._offer_approvers()
        self.pin.clear()
        self.password.clear()
        (self.password if self.password.isVisible() else self.pin).setFocus()

    def _say_field(self, editor: QWidget, words: str, hint: str) -> None:
        self._fields[editor].say(words)
        self._fields[editor].hint(hint)

    def _offer_approvers(self) -> None:
        states = {
            PinState.NONE: self.tr("ยังไม่ตั้ง PIN"),
            PinState.OLD: self.tr("PIN เก่าเกินไป"),
            PinState.LOCKED: self.tr("PIN ผิดหลายครั้ง"),
        }
        names = {
            login: one.person.name_th + (f" ({states[one.pin]})" if one.pin in states else "")
            for login, one in self._known.items()
        }
        nobody = [("", self.tr("ยกเลิกเอง ไม่ต้องมีผู้อนุมัติ"))] if self._may_alone else []
        self.approver.offer([*nobody, *names.items()] or [("", self.tr("ไม่มีผู้อนุมัติ"))])
        self._approver_chosen()

    def _approver_chosen(self) -> None:
        chosen = self._known.get(self.approver.value)
        ready = chosen is not None and chosen.is_ready
        self._fields[self.password].setVisible(chosen is not None and not ready)
        self._fields[self.pin].setVisible(not self._is_alone)
        self._say_field(self.pin, "PIN" if ready else self.tr("PIN ใหม่ (6 หลักขึ้นไป)"), "")

    def _scanned(self) -> None:
        """A scanner ends with Enter: the paper of this receipt lies here, or it is another one's."""
        if self._receipt is None or not self.scan.text().strip():
            self.original.setFocus()
        elif is_code_of(self._receipt, self.scan.text()):
            self._fields[self.scan].clear_error()
            self.original.choose(Original.SCANNED)
            self._fields[self.original].clear_error()
            self.approver.setFocus()
        else:
            self._fields[self.scan].say_error(self.tr("เป็นใบอื่น ไม่ใช่ใบนี้"))
            self.scan.selectAll()

    def _confirm(self) -> None:
        wrong = self._wrong()
        for editor, words in wrong.items():
            self._fields[editor].say_error(words)
        if wrong:
            next(iter(wrong)).setFocus()
            return
        chosen, original = self._known.get(self.approver.value), Original(self.original.value)
        self.show_busy(True)
        if chosen is None:
            self.confirmed.emit(VoidWish(self.reason.value, Second(None, "", original), ""))
            return
        password = "" if chosen.is_ready else self.password.text()
        second = Second(chosen.person.id, self.pin.text(), original)
        self.confirmed.emit(VoidWish(self.reason.value, second, chosen.person.login, password))

    @property
    def _is_alone(self) -> bool:
        return self._may_alone and self.approver.value == ""

    def _wrong(self) -> dict[QWidget, str]:
        found: dict[QWidget, str] = {}
        if not self.reason.value:
            found[self.reason] = self.tr("ใส่เหตุผลที่ยกเลิก")
        if not self.original.value:
            found[self.original] = self.tr("ต้นฉบับอยู่ที่ไหน")
        elif self.original.value == Original.SCANNED and not self._is_scanned():
            found[self.scan] = self.tr("สแกนใบนี้ก่อน")
        if self._is_alone:
            return found
        if self.approver.value not in self._known:
            found[self.approver] = self.tr("ต้องมีผู้อนุมัติอีกคน")
        elif not self._known[self.approver.value].is_ready and not self.password.text():
            found[self.password] = self.tr("ใส่รหัสผ่าน")
        if not self.pin.text():
            found[self.pin] = self.tr("ใส่ PIN")
        return found

    def _is_scanned(self) -> bool:
        return self._receipt is not None and is_code_of(self._receipt, self.scan.text())

    def _connect(self) -> None:
        self.cancel.clicked.connect(self._confirm)
        self.keep.clicked.connect(self.left)
        self.reason.returnPressed.connect(self.scan.setFocus)
        self.scan.returnPressed.connect(self._scanned)
        self.password.returnPressed.connect(self.pin.setFocus)
        self.pin.returnPressed.connect(self._confirm)
        self.approver.chosen.connect(lambda _: self._approver_chosen())
        self.original.chosen.connect(lambda _: self._fields[self.original].clear_error())
        for editor in (self.reason, self.scan, self.pin, self.password):
            editor.textEdited.connect(lambda _, editor=editor: self._fields[editor].clear_error())

    def _lay_out(self) -> None:
        for row in ((self.reason,), (self.scan, self.original), (self.approver, self.password, self.pin)):
            line = QHBoxLayout()
            line.setSpacing(S)
            for editor in row:
                line.addWidget(self._fields[editor], 2 if editor is self.approver else 1)
            self.body.addLayout(line)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.keep)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        self.body.addLayout(foot)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
