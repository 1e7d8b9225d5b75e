"""What went wrong, beside what has to be mended: an icon, what happened, what to do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.panels import Glyph
from ui.kit.speak import announce
from ui.kit.thai_label import ThaiLabel
from ui.kit.theme import colour
from ui.kit.tokens import RADIUS, XS, M, S


class FailureLine(QWidget):
    """Not there while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._advice = ThaiLabel(ink="danger", strong=True), ThaiLabel()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._advice)
        line = QHBoxLayout(self)
        line.setContentsMargins(M, XS, M, XS + 2)
        line.setSpacing(S)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, XS, 0, 0)
        mark.addWidget(Glyph("danger", "danger"), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(mark)
        line.addLayout(words, 1)
        self.hide()

    @property
    def words(self) -> tuple[str, str]:
        return self._title.words, self._advice.words

    def say(self, title: str, advice: str) -> None:
        self._title.say(title)
        self._advice.say(advice)
        self._advice.setVisible(bool(advice))
        self.setVisible(bool(title))
        self.setAccessibleName(f"{title} {advice}".strip())
        if title:
            announce(self, self.accessibleName())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("danger_soft"))
        painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)
