"""A photo with the four corners of its sheet, moved with the mouse or by arrows."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.capture.corners import WHOLE, Corners, Point
from ui.kit.language import Speaks
from ui.kit.speak import announce
from ui.kit.theme import colour

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_FAR = 10
"""Steps of an arrow with Shift."""
_GRIP, _REACH, _ROUND = 7.0, 32.0, 14
"""Pixels: of a corner's dot, around it where it is caught, and left free around the photo."""


class CornerField(Speaks, QWidget):
    """`moved` brings the corners whenever one of them moves. Tab goes from corner to corner."""

    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.corners: Corners = WHOLE
        self.at = 0
        self._photo = QPixmap()
        self._held = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(280, 280)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("มุมของกระดาษในภาพถ่าย"))
        self._describe()

    def show_photo(self, photo: QImage, corners: Corners) -> None:
        self._photo = QPixmap.fromImage(photo)
        self.put(corners)

    def put(self, corners: Corners) -> None:
        """Moves all corners at once."""
        self.corners = corners
        self.update()
        self.moved.emit(corners)

    def corner_name(self) -> str:
        """Of the corner that the arrows move."""
        return (self.tr("มุมซ้ายบน"), self.tr("มุมขวาบน"), self.tr("มุมขวาล่าง"), self.tr("มุมซ้ายล่าง"))[self.at]

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab leaves behind the last corner, and Shift+Tab before the first."""
        at = self.at + (1 if on else -1)
        if not 0 <= at < len(self.corners):
            return super().focusNextPrevChild(on)
        self._choose(at)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self._choose(0)
        elif event.reason() == Qt.FocusReason.BacktabFocusReason:
            self._choose(len(self.corners) - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _ARROWS.get(Qt.Key(event.key()))
        if way is None:
            return super().keyPressEvent(event)
        box, far = self._box(), _FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        x, y = self.corners[self.at]
        self._move(x + way[0] * far / max(box.width(), 1), y + way[1] * far / max(box.height(), 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spots = [self._spot(corner) for corner in self.corners]
        away = [(spot - event.position()).manhattanLength() for spot in spots]
        nearest = min(range(len(away)), key=away.__getitem__)
        self._held = away[nearest] <= _REACH
        if self._held:
            self._choose(nearest)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held:
            box, spot = self._box(), event.position()
            self._move((spot.x() - box.left()) / max(box.width(), 1), (spot.y() - box.top()) / max(box.height(), 1))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = False

    def paintEvent(self, event: QPaintEvent) -> None:
        box, spots = self._box(), [self._spot(corner) for corner in self.corners]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), colour("sunken"))
        painter.drawPixmap(box, self._photo, QRectF(self._photo.rect()))
        sheet = QPainterPath()
        sheet.addPolygon(QPolygonF([*spots, spots[0]]))
        around = QPainterPath()
        around.addRect(box)
        painter.setOpacity(0.45)
        painter.fillPath(around.subtracted(sheet), Qt.GlobalColor.black)
        painter.setOpacity(1.0)
        painter.setPen(QPen(colour("accent"), 2))
        painter.drawPath(sheet)
        for place, spot in enumerate(spots):
            self._paint_grip(painter, spot, chosen=place == self.at and self.hasFocus())

    def _paint_grip(self, painter: QPainter, spot: QPointF, *, chosen: bool) -> None:
        painter.setPen(QPen(Qt.GlobalColor.white, 2))
        painter.setBrush(colour("focus" if chosen else "accent"))
        size = _GRIP * 1.5 if chosen else _GRIP
        painter.drawEllipse(spot, size, size)

    def _choose(self, at: int) -> None:
        self.at = at
        self._describe()
        announce(self, self.corner_name())
        self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(self.corner_name())

    def _move(self, x: float, y: float) -> None:
        spot: Point = min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)
        one, two, three, four = (spot if place == self.at else old for place, old in enumerate(self.corners))
        self.put((one, two, three, four))

    def _box(self) -> QRectF:
        """Where the photo stands."""
        room = QRectF(self.rect()).adjusted(_ROUND, _ROUND, -_ROUND, -_ROUND)
        if self._photo.isNull():
            return room
        size = self._photo.size().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF(QPointF(0, 0), size)
        box.moveCenter(room.center())
        return box

    def _spot(self, corner: Point) -> QPointF:
        box = self._box()
        return QPointF(box.left() + corner[0] * box.width(), box.top() + corner[1] * box.height())
