"""The side of the windows before the desk: the emblem and name of the office, and the language of the screen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.buttons import IconButton, QuietButton
from ui.kit.language import Language, Speaks
from ui.kit.panels import Glyph
from ui.kit.thai_label import ThaiLabel
from ui.kit.theme import Theme, colour
from ui.kit.tokens import XL, XXL, L, S


class OfficeSide(Speaks, QWidget):
    """Painted in the quiet accent, so that the form beside it is the strongest thing."""

    def __init__(self, office: str, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._language = theme, language
        self._office = ThaiLabel(office, size="title")
        self._program, self._promise = ThaiLabel(ink="accent", strong=True), ThaiLabel(ink="soft")
        self._tongue, self._mode = QuietButton(icon_name="language"), IconButton("sun")
        self._tongue.clicked.connect(language.other)
        self._mode.clicked.connect(theme.next)
        foot = QHBoxLayout()
        foot.addWidget(self._tongue)
        foot.addWidget(self._mode)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(XXL + S, XXL, XXL, XL)
        column.setSpacing(S)
        column.addSpacing(XXL + S)
        column.addWidget(Glyph("seal", "accent", 88), 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(L)
        for widget in (self._program, self._office, self._promise):
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(foot)
        self.retranslate()

    def retranslate(self) -> None:
        self._program.say(self.tr("โต๊ะงานเทศบาล"))
        self._promise.say(self.tr("ทำงานได้ต่อเนื่อง แม้อินเทอร์เน็ตขัดข้อง"))
        self._tongue.say("English" if self._language.code == "th" else "ภาษาไทย")
        self._mode.say(self.tr("เปลี่ยนสีของจอ"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("accent_soft"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), colour("line"))
