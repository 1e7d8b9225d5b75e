"""Making a letter more or less secret: to which level, why, and what that does."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.letters.model import Secrecy
from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.field import Field
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.segmented import Segmented
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import M, S
from ui.letters import words
from ui.letters.letter_presenter import LetterPresenter


class ClassifyPanel(Speaks, QWidget):
    """`classify` brings the level and the reason; `closed` when the clerk turns away from it."""

    classify = Signal(object, str)
    closed = Signal()

    def __init__(self, presenter: LetterPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.level = Segmented([(one.value, "") for one in Secrecy])
        self.reason = LineEdit()
        self._level_field, self.reason_field = Field("", self.level), Field("", self.reason, must=True)
        self.means = ThaiLabel(ink="soft")
        self.button, self.cancel = PrimaryButton(key="F9", icon_name="lock"), QuietButton(key="Esc")
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.cancel)
        foot.addStretch(1)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S, 0, 0)
        column.setSpacing(M)
        for widget in (self._level_field, self.means, self.reason_field):
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(foot)
        self.level.chosen.connect(lambda _: self._weigh())
        self.reason.textEdited.connect(lambda _: self.reason_field.clear_error())
        self.reason.returnPressed.connect(self.ask)
        self.button.clicked.connect(self.ask)
        self.cancel.clicked.connect(self.closed)
        self.setFocusProxy(self.level)
        self.retranslate()

    def retranslate(self) -> None:
        self._level_field.say(self.tr("ชั้นความลับ"))
        self.reason_field.say(self.tr("เหตุผล"))
        self.level.offer([(one.value, words.secrecy(one)) for one in Secrecy])
        self.button.say(self.tr("เปลี่ยนชั้นความลับ"))
        self.cancel.say(self.tr("ปิด"))
        self._weigh()

    def begin(self) -> None:
        """Shows the letter's level, the keyboard on it."""
        letter = self._presenter.letter
        if letter is not None:
            self.level.choose(letter.secrecy.value)
        self.reason.clear()
        self.reason_field.clear_error()
        self._weigh()
        self.level.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask(self) -> None:
        """Checks and tells the wish."""
        if not self.button.isEnabled():
            return
        reason = self.reason.value.strip()
        self.reason_field.say_error("" if reason else words.problem("letters.reason_missing"))
        if reason:
            self.classify.emit(Secrecy(self.level.value), reason)
        else:
            self.reason.setFocus()

    def set_busy(self, busy: bool) -> None:
        self.button.setEnabled(not busy and self._differs())

    def _differs(self) -> bool:
        letter = self._presenter.letter
        return letter is not None and letter.secrecy.value != self.level.value

    def _weigh(self) -> None:
        letter = self._presenter.letter
        differs = self._differs()
        self.button.setEnabled(differs)
        said = self.tr("เลือกชั้นความลับใหม่")
        if letter is not None and differs:
            said = words.at_classification(letter.secrecy, Secrecy(self.level.value))
        self.means.say(said)
