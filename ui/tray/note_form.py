"""The one line that a way out may want: a reason, a note to the supervisor, an answer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.tray.model import Way
from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.field import Field
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import Panel
from ui.kit.tokens import S
from ui.tray import words

WANTED = frozenset({Way.CLOSE, Way.HAND_UP, Way.ANSWER, Way.RETURN})
"""Ways that ask for words before they act."""
_MUST = frozenset({Way.CLOSE, Way.RETURN})


class NoteForm(Speaks, Panel):
    """`confirmed` brings the way and the words; `left` when the clerk thinks better of it."""

    confirmed = Signal(object, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.way = Way.CLOSE
        self.words = LineEdit()
        self._field = Field("", self.words)
        self.confirm, self.back = PrimaryButton(key="F9"), QuietButton(key="Esc")
        self.confirm.clicked.connect(self._confirm)
        self.back.clicked.connect(self.left)
        self.words.returnPressed.connect(self._confirm)
        self.words.textEdited.connect(lambda _: self._field.clear_error())
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.confirm)
        self.body.addWidget(self._field)
        self.body.addLayout(foot)
        self.setFocusProxy(self.words)
        self.retranslate()

    def retranslate(self) -> None:
        self.back.say(self.tr("กลับ"))
        self.confirm.say(words.way(self.way))
        name, hint = {
            Way.CLOSE: (self.tr("เหตุผลที่ปิด"), self.tr("เช่น ตรวจกับต้นฉบับแล้วถูกต้อง")),
            Way.HAND_UP: (self.tr("ข้อความถึงหัวหน้า (เว้นว่างได้)"), self.tr("สิ่งที่ทำและเหตุผลส่งไปด้วยครบถ้วน")),
            Way.ANSWER: (self.tr("คำตอบ (เว้นว่างได้)"), self.tr("ผู้ถามจะเห็นคำตอบนี้และรายการจะปิด")),
            Way.RETURN: (self.tr("ให้ผู้ถามทำอย่างไร"), self.tr("รายการจะกลับไปรอที่เครื่องผู้ถาม")),
        }.get(self.way, ("", ""))
        self._field.say(name)
        self._field.hint(hint)

    def ask(self, way: Way) -> None:
        self.way = way
        self.words.clear()
        self._field.clear_error()
        self.retranslate()
        self.show()
        self.words.setFocus()

    def _confirm(self) -> None:
        if self.way in _MUST and not self.words.value:
            self._field.say_error(self.tr("ต้องกรอก"))
            self.words.setFocus()
            return
        self.confirmed.emit(self.way, self.words.value)
