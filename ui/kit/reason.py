"""Why something is taken back, before the one button that does it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit.buttons import DangerButton, QuietButton
from ui.kit.field import Field
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import Asking
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import S


class ReasonForm(Speaks, Asking):
    """Hidden until it is asked; `ask` brings what shall be done with the reason. `left`: it is over, done or not."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._done: Callable[[str], None] = lambda reason: None
        self._said: Callable[[], tuple[str, str, str]] = lambda: ("", "", "–")
        self._what, self.reason = ThaiLabel(), LineEdit()
        self._field = Field("", self.reason, must=True)
        self.do_button, self.keep_button = DangerButton(key="F8"), QuietButton(key="Esc")
        self.do_button.clicked.connect(self._confirm)
        self.keep_button.clicked.connect(self._leave)
        self.reason.returnPressed.connect(self._confirm)
        self.reason.textEdited.connect(lambda _: self._field.clear_error())
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.keep_button)
        foot.addStretch(1)
        foot.addWidget(self.do_button)
        self.body.addWidget(self._what)
        self.body.addWidget(self._field)
        self.body.addLayout(foot)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self._field.say(self.tr("เหตุผล"))
        self.keep_button.say(self.tr("ไม่ทำ"))
        title, what, deed = self._said()
        self.say(title)
        self._what.say(what)
        self.do_button.say(deed)

    def ask(self, said: Callable[[], tuple[str, str, str]], done: Callable[[str], None]) -> None:
        """`said`: title, what will happen and the deed, in the language of now."""
        self._done, self._said = done, said
        self.retranslate()
        self.reason.clear()
        self._field.clear_error()
        self.show()
        self.reason.setFocus()

    def _confirm(self) -> None:
        if not self.reason.value:
            self._field.say_error(self.tr("ใส่เหตุผล"))
            self.reason.setFocus()
            return
        self._leave()
        self._done(self.reason.value)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
