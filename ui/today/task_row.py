"""One kind of work that waits: its name and how much, a press away."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.kit.icons import ICON, paint_icon
from ui.kit.inputs import paint_focus
from ui.kit.theme import colour, font
from ui.kit.tokens import BODY, HEAD, RADIUS_SMALL, L, M, S, Tone, ink_of

_HIGH = 48


class TaskRow(QAbstractButton):
    """`say` sets words and number; a number of 0 is shown quietly."""

    def __init__(self, icon_name: str, tone: Tone = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._tone = icon_name, tone
        self.count = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, words: str, count: int) -> None:
        self.count = count
        self.setText(words)
        self.setAccessibleName(f"{words} {count:,}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, _HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("hover"))
            painter.drawRoundedRect(self.rect(), RADIUS_SMALL, RADIUS_SMALL)
        ink = ink_of(self._tone) if self.count else "text_faint"
        middle = (self.height() - ICON) // 2
        paint_icon(painter, self._icon, ink, QRect(S, middle, ICON, ICON))
        paint_icon(painter, "page-next", "text_faint", QRect(self.width() - S - L, (self.height() - L) // 2, L, L))
        place = self.rect().adjusted(S + ICON + M, 0, -(S + L + M), 0)
        self._paint_words(painter, place, ink)
        painter.fillRect(QRect(S, self.height() - 1, self.width() - 2 * S, 1), colour("line"))
        if self.hasFocus():
            paint_focus(painter, self.rect().adjusted(1, 1, -2, -2))

    def _paint_words(self, painter: QPainter, place: QRect, ink: str) -> None:
        figures = font(HEAD, strong=bool(self.count))
        painter.setFont(figures)
        painter.setPen(colour("text" if ink == "text_soft" else ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{self.count:,}")
        place.setRight(place.right() - QFontMetrics(figures).horizontalAdvance(f"{self.count:,}") - M)
        painter.setFont(font(BODY))
        painter.setPen(colour("text" if self.count else "text_soft"))
        words = QFontMetrics(font(BODY)).elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
