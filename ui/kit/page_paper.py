"""One sheet of paper in a scene measured in mm: its picture, and what lies over it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap, QTransform
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPixmapItem,
    QGraphicsRectItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from desktop.reading.model import Box
from ui.kit.page_layers import Layer
from ui.kit.page_source import Hits
from ui.kit.theme import colour

_AROUND = 0.6
"""A mark stands off its words by that much (mm)."""


class Paper(QGraphicsRectItem):
    """White and of the right size before its picture has come; layers show on the page they belong to."""

    def __init__(self) -> None:
        super().__init__()
        self._page = 0
        self._layers: list[Layer] = []
        self._picture = QGraphicsPixmapItem(self)
        self._picture.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._marks = _Marks(self)
        self.dress()

    def dress(self) -> None:
        """Takes its colours from the mode worn now."""
        pen = self.pen()
        pen.setCosmetic(True)
        pen.setColor(colour("line"))
        self.setPen(pen)
        self.setBrush(colour("page"))

    def lay(self, page: int, width: float, height: float) -> None:
        """Becomes page `page`, blank, of that size in mm."""
        self._page = page
        self._marks.show_hits((), None)
        self._picture.setPixmap(QPixmap())
        self.setRect(QRectF(0, 0, width, height))
        for layer in self._layers:
            self._seat(layer)

    def show_image(self, image: QImage) -> None:
        """Fills the paper with a picture of any resolution."""
        paper = self.rect()
        self._picture.setPixmap(QPixmap.fromImage(image))
        self._picture.setTransform(QTransform().scale(paper.width() / image.width(), paper.height() / image.height()))

    def show_hits(self, hits: Hits, current: int | None) -> None:
        """Marks words that were found; `current` is the one that is being looked at."""
        self._marks.show_hits(hits, current)

    @property
    def is_drawn(self) -> bool:
        return not self._picture.pixmap().isNull()

    def add_layer(self, layer: Layer, spot: QPointF | None) -> None:
        layer.setParentItem(self)
        if spot is not None:
            layer.setPos(spot)
        self._layers.append(layer)
        self._seat(layer)

    def drop_layers(self, *layers: Layer) -> None:
        """Takes the named layers away, or all."""
        for layer in layers or tuple(self._layers):
            self._layers.remove(layer)
            self.scene().removeItem(layer)

    def _seat(self, layer: Layer) -> None:
        layer.setVisible(layer.page == self._page)
        if layer.page == self._page:
            layer.stay_on(self.rect())


class _Marks(QGraphicsItem):
    """Found words, as if a marker pen had gone over them; above the picture, below what can be moved."""

    def __init__(self, paper: QGraphicsRectItem) -> None:
        super().__init__(paper)
        self._hits: Hits = ()
        self._current: int | None = None

    def show_hits(self, hits: Hits, current: int | None) -> None:
        if (hits, current) != (self._hits, self._current):
            self.prepareGeometryChange()
            self._hits, self._current = hits, current
            self.update()

    def boundingRect(self) -> QRectF:
        around = QRectF()
        for boxes in self._hits:
            for box in boxes:
                around = around.united(_rect(box))
        return around.adjusted(-1, -1, 1, 1)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        for place, boxes in enumerate(self._hits):
            self._paint_hit(painter, boxes, current=place == self._current)

    def _paint_hit(self, painter: QPainter, boxes: Sequence[Box], *, current: bool) -> None:
        ground, edge = colour("hit"), QPen(colour("hit_edge"), 2)
        edge.setCosmetic(True)
        painter.setPen(edge if current else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for box in boxes:
            painter.drawRect(_rect(box))


def _rect(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
