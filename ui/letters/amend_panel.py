"""Putting right what was written of a letter, in the same form in which it was registered."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.letters.merge import amended, fields_of, registration_of
from desktop.letters.model import Letter, Registration
from desktop.letters.paper_lines import LineChange, changes
from desktop.letters.rules import problems
from desktop.office.ids import Id
from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.field import Field
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import scrolling
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import M, S
from ui.letters import words
from ui.letters.registration_form import RegistrationForm


class AmendPanel(Speaks, QWidget):
    """`save` brings what was seen, what is wanted, the tray's item behind it or None, and why lines are taken back.

    `closed` when left.
    """

    save = Signal(object, object, object, str)
    closed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._seen: Registration | None = None
        self._item: Id | None = None
        self.form = RegistrationForm(today)
        self.reason = LineEdit()
        self.reason_field = Field("", self.reason, must=True)
        self._promise = ThaiLabel(ink="soft", size="small")
        self.button, self.cancel = PrimaryButton(key="F9", icon_name="check"), QuietButton(key="Esc")
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.cancel)
        foot.addStretch(1)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S, 0, 0)
        column.setSpacing(M)
        column.addWidget(scrolling(self.form), 1)
        column.addWidget(self.reason_field)
        column.addWidget(self._promise)
        column.addLayout(foot)
        self.button.clicked.connect(self.ask)
        self.cancel.clicked.connect(self.closed)
        self.form.edited.connect(self._count)
        self.reason.textEdited.connect(lambda _: self.reason_field.clear_error())
        self.reason.returnPressed.connect(self.ask)
        self.setFocusProxy(self.form)
        self.retranslate()

    def retranslate(self) -> None:
        self.button.say(self.tr("บันทึกการแก้ไข"))
        self.cancel.say(self.tr("ปิด"))
        self.reason_field.say(self.tr("เหตุที่ถอนรายการ"))
        self._count()

    def begin(self, letter: Letter, values: Mapping[str, str | None], item: Id | None = None) -> None:
        """Shows the letter with `values` laid over it: what the clerk wanted before."""
        self._seen, self._item = registration_of(letter), item
        self.form.show_registration(amended(self._seen, values))
        self.reason.clear()
        self.reason_field.clear_error()
        self._count()
        self.form.subject.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask(self) -> None:
        """Checks what was changed, and only that: an old letter may be long past its day."""
        if self._seen is None or not (changed := self._changed()):
            return
        wrong = self.form.unread()
        wrong |= {name: code for name, code in problems(self.form.typed(), self._today()).items() if name in changed}
        self.form.show_problems(wrong)
        lacking = not wrong and self._takes_back and not self.reason.value
        self.reason_field.say_error(words.problem("letters.reason_missing") if lacking else "")
        if lacking:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not wrong:
            self.save.emit(self._seen, self.form.typed(), self._item, self.reason.value)

    def set_busy(self, busy: bool) -> None:
        self.button.setEnabled(not busy and bool(self._changed()))

    def _changed(self) -> set[str]:
        if self._seen is None:
            return set()
        before, after = fields_of(self._seen), fields_of(self.form.typed())
        lists = {f"{one.kind}s" for one in self._lines()}
        return {name for name in after if before[name] != after[name]} | lists | set(self.form.unread())

    def _lines(self) -> list[LineChange]:
        return changes(self._seen, self.form.typed()) if self._seen is not None else []

    @property
    def _takes_back(self) -> bool:
        return any(one.after is None for one in self._lines())

    def _count(self) -> None:
        count = len(self._changed())
        self.button.setEnabled(bool(count))
        self.reason_field.setVisible(self._takes_back)
        self._promise.say(
            self.tr("เปลี่ยน {count} ช่อง ค่าก่อนแก้เก็บไว้ในประวัติ").format(count=count)
            if count
            else self.tr("แก้ช่องที่ต้องการ เลขรับและเวลารับไม่เปลี่ยน")
        )
