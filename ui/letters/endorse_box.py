"""Writing an endorsement (เกษียณ): a phrase by its number, free words, or both; it stays until it is saved."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.letters.phrases import Phrase
from desktop.office.ids import Id
from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.field import Field
from ui.kit.inputs import NotesEdit
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.tokens import M, S
from ui.letters.number_keys import number_keys
from ui.letters.phrase_list import PhraseList


class EndorseBox(Speaks, QWidget):
    """`endorse` brings the text; `closed` when the clerk turns away from it."""

    endorse = Signal(str)
    closed = Signal()

    def __init__(self, phrases: Sequence[Phrase], *, compact: bool = False, parent: QWidget | None = None) -> None:
        """`compact`: where there is little room, the phrases are at hand by their keys alone."""
        super().__init__(parent)
        self._letter_id: Id | None = None
        self._drafts: dict[Id | None, str] = {}
        self.phrases = PhraseList(phrases)
        self.text = NotesEdit(lines=3 if compact else 4)
        self.field = Field("", self.text)
        self.button = PrimaryButton(key="F9", icon_name="endorse")
        self.cancel = QuietButton(key="Esc")
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.cancel)
        foot.addStretch(1)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S, 0, 0)
        column.setSpacing(M)
        column.addWidget(self.phrases)
        self.phrases.setHidden(compact)
        column.addWidget(self.field)
        column.addStretch(1)
        column.addLayout(foot)
        self.phrases.picked.connect(self._write)
        self.text.textChanged.connect(self.field.clear_error)
        self.button.clicked.connect(self.save)
        self.cancel.clicked.connect(self.closed)
        self.setFocusProxy(self.text)
        self._bind_keys()
        self.retranslate()

    def retranslate(self) -> None:
        self.phrases.setAccessibleName(self.tr("วลีที่ใช้บ่อย"))
        self.field.say(self.tr("ข้อความเกษียณ"))
        self.field.hint(self.tr("บันทึกแล้วแก้ไม่ได้ เกษียณเพิ่มได้"))
        self.button.say(self.tr("เกษียณ"))
        self.cancel.say(self.tr("ปิด"))

    def begin(self, letter_id: Id, number: int = 0) -> None:
        """Brings the keyboard here, and what was begun for this letter before.

        With the number of a phrase its words stand there, and Enter saves them.
        """
        if letter_id != self._letter_id:
            self._drafts[self._letter_id] = self.text.value
            self._letter_id = letter_id
            self.text.setPlainText(self._drafts.pop(letter_id, ""))
            self.phrases.setCurrentRow(-1)
        if not number or not self.phrases.pick(number):
            self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def save(self) -> None:
        if self.text.value:
            self.endorse.emit(self.text.value)
        else:
            self.field.say_error(self.tr("เลือกวลีหรือพิมพ์ข้อความก่อน"))
            self.text.setFocus()

    def saved(self) -> None:
        """The endorsement is durable: the next one begins empty."""
        self.text.clear()
        self.phrases.setCurrentRow(-1)

    def set_busy(self, busy: bool) -> None:
        self.button.setEnabled(not busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the button saves, as the eye expects."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.button.hasFocus():
            self.save()
        else:
            super().keyPressEvent(event)

    def _write(self, phrase: Phrase) -> None:
        """A phrase replaces a phrase, and stands below what was written by hand."""
        written = self.text.value
        untouched = not written or any(written == known.text for known in self._known())
        self.text.setPlainText(phrase.text if untouched else f"{written}\n{phrase.text}")
        self.button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _known(self) -> list[Phrase]:
        items = (self.phrases.item(row) for row in range(self.phrases.count()))
        return [item.data(Qt.ItemDataRole.UserRole) for item in items]

    def _bind_keys(self) -> None:
        number_keys(
            Keys(self),
            self,
            self.phrases.count(),
            lambda: self.tr("ใส่วลี"),
            self.phrases.pick,
            group=lambda: self.tr("เกษียณ"),
            held="Ctrl+",
        )
