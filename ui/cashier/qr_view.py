"""A QR code, large enough that a telephone reads it from the other side of the counter."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.cashier.bill_desk import Code
from ui.kit.tokens import RADIUS

_QUIET = 2
"""Modules left free around it; the panel behind it is as white."""
_SIDE = 205
"""Five pixels a module of a bill's code; the field under it still stands on the screen of 1366 x 768."""


class QrView(QWidget):
    """Black on white in every theme: telephones read nothing else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code: Code | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def show_code(self, code: Code | None) -> None:
        self.code = code
        self.setVisible(code is not None)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.code is None:
            return
        modules, runs = self.code
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("white"))
        painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)
        side = min(self.width(), self.height()) // (modules + 2 * _QUIET)
        left = (self.width() - side * modules) / 2
        painter.setBrush(QColor("black"))
        for row, column, length in runs:
            painter.drawRect(QRectF(left + column * side, left + row * side, length * side, side))
