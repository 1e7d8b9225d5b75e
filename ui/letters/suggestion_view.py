"""What was read for a field, beside its label: the place cut out of the page, and how far it is to be trusted.

The field that has the keyboard shows its place as large as there is room, to be held against what was read.
"""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from ui.kit.icons import paint_icon
from ui.kit.theme import colour, font
from ui.kit.tokens import SMALL, XS, L, S

_HIGH, _LARGE = 22, 60


class Crop(QWidget):
    """A place of the page, on the colour of paper whatever the mode."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def is_empty(self) -> bool:
        return self._picture.isNull()

    def show_picture(self, picture: QImage) -> None:
        self._picture = picture
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self.is_empty:
            wide = max(1, self._picture.width())
            self.setFixedHeight(min(_LARGE, max(_HIGH, self._picture.height() * self.width() // wide)))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_empty:
            _paint(QPainter(self), self._picture, self.rect(), Qt.AlignmentFlag.AlignLeft)


class SuggestionView(QWidget):
    """`wanted` when it is clicked: the clerk takes it. What is doubtful says so by a sign, a word and its colour."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._crop: QImage | None = None
        self.percent, self.words, self.doubt = 0, "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def show_suggestion(self, percent: int, words: str, doubt: str) -> None:
        """`words`: what is suggested, where the field itself cannot show it; `doubt`: that it is to be looked at."""
        self.percent, self.words, self.doubt = percent, words, doubt
        self._crop = None
        self.setFixedHeight(_HIGH)
        self.show()
        self.update()

    def show_crop(self, crop: QImage) -> None:
        self._crop = crop
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(60, self.height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        face = font(SMALL, strong=bool(self.doubt))
        painter.setFont(face)
        said = " ".join(filter(None, (self.words, f"{self.percent} %", self.doubt)))
        wide = QFontMetrics(face).horizontalAdvance(said) + (L + XS if self.doubt else 0)
        ink = "attention" if self.doubt else "ready"
        place = self.rect()
        place.setLeft(self.width() - wide)
        if self.doubt:
            paint_icon(painter, "warning", ink, QRect(place.left(), (self.height() - L) // 2, L, L))
        painter.setPen(colour(ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, said)
        if self._crop is not None and not self._crop.isNull():
            room = QRect(0, 0, self.width() - wide - S, self.height())
            _paint(painter, self._crop, room, Qt.AlignmentFlag.AlignRight)


def _paint(painter: QPainter, picture: QImage, room: QRect, side: Qt.AlignmentFlag) -> None:
    """As large as there is room, framed."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    size = picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QStyle.alignedRect(Qt.LayoutDirection.LeftToRight, side | Qt.AlignmentFlag.AlignVCenter, size, room)
    painter.drawImage(place, picture)
    painter.setPen(colour("line_strong"))
    painter.drawRect(place.adjusted(0, 0, -1, -1))
