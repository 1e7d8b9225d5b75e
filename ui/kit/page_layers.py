"""What lies over a page as a layer of its own: the intake stamp that can be moved, outlines of what was read. In mm."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsObject,
    QGraphicsSceneMouseEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from ui.kit.page_source import Outline
from ui.kit.theme import colour
from ui.kit.tokens import FAMILY

_ARROWS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_MARGIN = 3.0
Draw = Callable[[QPainter], None]


class Layer(QGraphicsObject):
    """Something of `width` x `height` mm on page `page`, drawn by `draw(painter)` in mm from its own top left.

    A `movable` one is dragged, or moved by arrows 1 mm (Shift 10 mm, Ctrl 0.1 mm); `placed` tells its x and y in mm.
    It stays on the paper, 3 mm from its edges.
    """

    placed = Signal(float, float)

    def __init__(self, page: int, width: float, height: float, draw: Draw, *, movable: bool = False) -> None:
        super().__init__()
        self.page = page
        self._box = QRectF(0, 0, width, height)
        self._draw = draw
        self._paper = QRectF()
        flag = QGraphicsItem.GraphicsItemFlag
        for one in (flag.ItemIsMovable, flag.ItemIsSelectable, flag.ItemIsFocusable, flag.ItemSendsGeometryChanges):
            self.setFlag(one, movable)
        if movable:
            self.setCursor(Qt.CursorShape.SizeAllCursor)

    def redraw(self, draw: Draw) -> None:
        self._draw = draw
        self.update()

    def stay_on(self, paper: QRectF) -> None:
        """The paper (mm) it may not leave."""
        self._paper = paper.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        self.setPos(self._inside(self.pos()))

    def boundingRect(self) -> QRectF:
        return self._box.adjusted(-1, -1, 1, 1)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.save()
        self._draw(painter)
        painter.restore()
        if self.hasFocus():
            pen = QPen(colour("focus"), 2)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._box.adjusted(-0.6, -0.6, 0.6, 0.6))

    def itemChange(self, change: QGraphicsItem.GraphicsItemChange, value: object) -> object:
        if change == QGraphicsItem.GraphicsItemChange.ItemPositionChange and isinstance(value, QPointF):
            return self._inside(value)
        return super().itemChange(change, value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None:
            return super().keyPressEvent(event)
        keys = event.modifiers()
        ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        self.setPos(self.pos() + step * (0.1 if keys & ctrl else 10.0 if keys & shift else 1.0))
        self.placed.emit(self.x(), self.y())

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.placed.emit(self.x(), self.y())

    def _inside(self, spot: QPointF) -> QPointF:
        if self._paper.isEmpty():
            return spot
        most_x = max(self._paper.left(), self._paper.right() - self._box.width())
        most_y = max(self._paper.top(), self._paper.bottom() - self._box.height())
        return QPointF(
            min(max(spot.x(), self._paper.left()), most_x),
            min(max(spot.y(), self._paper.top()), most_y),
        )


def outline_layer(outline: Outline) -> Layer:
    """A frame around a place on the page with its words above it."""
    place = outline.place

    def draw(painter: QPainter) -> None:
        ink = colour(outline.tone)
        ground = colour(outline.tone)
        ground.setAlphaF(0.10)
        pen = QPen(ink, 1.5)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(ground)
        painter.drawRect(QRectF(0, 0, place.width(), place.height()))

    layer = Layer(outline.page, place.width(), place.height(), draw)
    layer.setPos(place.topLeft())
    layer.setToolTip(outline.words)
    return layer


def draw_words(painter: QPainter, place: QRectF, words: str, height: float, align: Qt.AlignmentFlag) -> None:
    """Writes one line in a box of mm; `height` is the size of the letters' em in mm."""
    scale = 100.0
    face = QFont(FAMILY)
    face.setPixelSize(round(height * scale))
    painter.save()
    painter.scale(1 / scale, 1 / scale)
    painter.setFont(face)
    box = QRectF(place.x() * scale, place.y() * scale, place.width() * scale, place.height() * scale)
    painter.drawText(box, align, words)
    painter.restore()
