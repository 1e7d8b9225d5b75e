"""Writing an endorsement (เกษียณ): a phrase by its number, free words, or both; it stays until it is signed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.letters.authority import Standing
from desktop.letters.model import Endorsement
from desktop.letters.phrases import Phrase
from desktop.office.ids import Id
from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.field import Field
from ui.kit.inputs import CheckBox, NotesEdit
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.tokens import M, S
from ui.letters import words
from ui.letters.letter_presenter import Written
from ui.letters.phrase_list import MOST, PhraseList
from ui.letters.standing_choice import StandingChoice


class EndorseBox(Speaks, QWidget):
    """`endorse` brings a `Written`, `changed` that words or capacity are others, `placing` whether a place is wanted;
    `move_asked`: the keyboard shall move the note; `closed` when the clerk turns away from it."""

    endorse = Signal(object)
    changed = Signal()
    placing = Signal(bool)
    move_asked = Signal()
    closed = Signal()

    def __init__(self, phrases: Sequence[Phrase], *, compact: bool = False, parent: QWidget | None = None) -> None:
        """`compact`: where there is little room, the phrases are at hand by their keys alone."""
        super().__init__(parent)
        self._compact = compact
        self.letter_id: Id | None = None
        self._corrects: Endorsement | None = None
        self.phrases = PhraseList(phrases)
        self.standing = StandingChoice()
        self.text = NotesEdit(lines=2 if compact else 3)
        self.field = Field("", self.text)
        self.corrects, self.on_page = CheckBox(), CheckBox()
        self.move_button = QuietButton(key="F6")
        self.button = PrimaryButton(key="F9", icon_name="endorse")
        self.cancel = QuietButton(key="Esc")
        self._lay_out(compact=compact)
        self._connect()
        self.setFocusProxy(self.text)
        self._bind_keys()
        self.retranslate()

    def retranslate(self) -> None:
        self.phrases.setAccessibleName(self.tr("วลีที่ใช้บ่อย"))
        self.field.say(self.tr("ข้อความเกษียณ"))
        self.field.hint(self.tr("ส่งแล้วแก้ไม่ได้ เกษียณเพิ่มได้"))
        self.on_page.setText(self.tr("วางบนหน้าหนังสือ"))
        self.move_button.say(self.tr("ย้าย"))
        self.button.say(self.tr("เกษียณ"))
        self.cancel.say(self.tr("ปิด"))
        self._say_corrects()

    @property
    def written(self) -> Written:
        corrects = self._corrects if self.corrects.isChecked() else None
        corrected = corrects.id if corrects else None
        return Written(self.text.value, self.standing.value, corrected, spot_wanted=self.on_page.isChecked())

    def offer(self, phrases: Sequence[Phrase], standings: Sequence[Standing], mine: Endorsement | None) -> None:
        """What is at hand now; `mine`: the person's last endorsement of the letter, which may be put right."""
        self.phrases.offer(phrases)
        if self._compact:
            keyed = (f"{one.number} {' '.join(one.text.split())}" for one in phrases if one.number)
            self.text.setPlaceholderText(" · ".join(keyed))
        self.standing.offer(standings)
        self._corrects = mine
        self.corrects.setHidden(mine is None)
        if mine is None:
            self.corrects.setChecked(False)
        self._say_corrects()

    def begin(self, letter_id: Id, number: int = 0, words: str = "") -> None:
        """Brings the keyboard here, and the words that were begun for this letter before.

        With the number of a phrase its words stand there, and Enter saves them.
        """
        if letter_id != self.letter_id:
            self.letter_id = None
            self.phrases.setCurrentRow(-1)
            self.corrects.setChecked(False)
        if words != self.text.value:
            self.text.setPlainText(words)
        self.letter_id = letter_id
        if not number or not self.phrases.pick(number):
            self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.changed.emit()

    def save(self) -> None:
        if self.text.value:
            self.endorse.emit(self.written)
        else:
            self.field.say_error(self.tr("เลือกวลีหรือพิมพ์ข้อความก่อน"))
            self.text.setFocus()

    def saved(self) -> None:
        """The endorsement is durable: the next one begins empty."""
        self.text.clear()
        self.phrases.setCurrentRow(-1)
        self.corrects.setChecked(False)

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
        untouched = not written or any(written == known.text for known in self.phrases.phrases)
        self.text.setPlainText(phrase.text if untouched else f"{written}\n{phrase.text}")
        self.button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _say_corrects(self) -> None:
        if self._corrects is not None:
            said = self.tr("แก้ไขเกษียณของฉันเมื่อ {when}")
            self.corrects.setText(said.format(when=words.moment(self._corrects.at)))

    def _connect(self) -> None:
        self.phrases.picked.connect(self._write)
        self.text.textChanged.connect(self.field.clear_error)
        self.text.textChanged.connect(self.changed)
        self.standing.chosen.connect(self.changed)
        self.on_page.setChecked(True)
        self.on_page.toggled.connect(self.placing)
        self.on_page.toggled.connect(self.move_button.setEnabled)
        self.move_button.clicked.connect(self.move_asked)
        self.button.clicked.connect(self.save)
        self.cancel.clicked.connect(self.closed)

    def _lay_out(self, *, compact: bool) -> None:
        foot, place = QHBoxLayout(), QHBoxLayout()
        for line in (foot, place):
            line.setSpacing(S)
        foot.addWidget(self.cancel)
        foot.addStretch(1)
        foot.addWidget(self.button)
        place.addWidget(self.on_page)
        place.addWidget(self.move_button)
        place.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S, 0, 0)
        column.setSpacing(S if compact else M)
        column.addWidget(self.phrases, 0 if compact else 20)
        for widget in (self.standing, self.field, self.corrects):
            column.addWidget(widget)
        self.phrases.setHidden(compact)
        self.corrects.hide()
        column.addLayout(place)
        column.addStretch(1)
        column.addLayout(foot)

    def _bind_keys(self) -> None:
        def group() -> str:
            return self.tr("เกษียณ")

        keys = Keys(self)
        keys.add("F7", lambda: self.tr("เลือกฐานะที่ลงนาม"), self.standing.combo.setFocus, group=group)
        keys.add_numbers(MOST, lambda: self.tr("ใส่วลี"), self.phrases.pick, group=group, held="Ctrl+")
