"""One service at the reception: a button as large as a hurried hand wants, with its key, its letter and who waits."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.queue.model import Service
from ui.kit.inputs import paint_focus
from ui.kit.language import Speaks
from ui.kit.theme import colour, font
from ui.kit.tokens import BODY, RADIUS, SMALL, SUM, L, M, S

_HIGH = 92
_LETTER = 64


class ServiceTile(Speaks, QAbstractButton):
    def __init__(self, number: int, service: Service, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._letter, self._name = number, service.letter, service.name(language)
        self._waiting = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HIGH)
        self.retranslate()

    def retranslate(self) -> None:
        self.setText(f"{self._letter} {self._name}")
        self.setAccessibleName(f"{self.text()} {self._waiting_words()}")
        self.setToolTip(self._name)
        self.update()

    def show_waiting(self, count: int) -> None:
        self._waiting = count
        self.retranslate()

    def sizeHint(self) -> QSize:
        return QSize(260, _HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, _HIGH)

    def _waiting_words(self) -> str:
        return self.tr("รอ {count} คิว").format(count=self._waiting)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pressed = self.isDown() or self.underMouse()
        painter.setPen(colour("line_strong"))
        painter.setBrush(colour("accent_soft" if pressed else "surface"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), RADIUS, RADIUS)
        painter.setFont(font(SUM, strong=True))
        painter.setPen(colour("accent_text"))
        painter.drawText(QRect(L, 0, _LETTER, _HIGH), Qt.AlignmentFlag.AlignVCenter, self._letter)
        room = QRect(L + _LETTER, M, self.width() - 2 * L - _LETTER - 2 * M, _HIGH - 2 * M)
        painter.setFont(font(BODY, strong=True))
        painter.setPen(colour("text"))
        name = QFontMetrics(painter.font()).elidedText(self._name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, name)
        painter.setFont(font(SMALL))
        painter.setPen(colour("text_soft"))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, self._waiting_words())
        self._paint_key(painter)
        if self.hasFocus():
            paint_focus(painter, self.rect().adjusted(2, 2, -3, -3), RADIUS)

    def _paint_key(self, painter: QPainter) -> None:
        box = QRect(self.width() - M - 24, M, 24, 24)
        painter.setPen(colour("line_strong"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), S // 2, S // 2)
        painter.setPen(colour("text_soft"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))
