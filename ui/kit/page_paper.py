"""One sheet of paper in a scene measured in mm: its picture, and what lies over it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPixmap, QTransform
from PySide6.QtWidgets import QGraphicsPixmapItem, QGraphicsRectItem

from ui.kit.page_layers import Layer
from ui.kit.theme import colour


class Paper(QGraphicsRectItem):
    """White and of the right size before its picture has come; layers show on the page they belong to."""

    def __init__(self) -> None:
        super().__init__()
        self._page = 0
        self._layers: list[Layer] = []
        self._picture = QGraphicsPixmapItem(self)
        self._picture.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
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
        self._picture.setPixmap(QPixmap())
        self.setRect(QRectF(0, 0, width, height))
        for layer in self._layers:
            self._seat(layer)

    def show_image(self, image: QImage) -> None:
        """Fills the paper with a picture of any resolution."""
        paper = self.rect()
        self._picture.setPixmap(QPixmap.fromImage(image))
        self._picture.setTransform(QTransform().scale(paper.width() / image.width(), paper.height() / image.height()))

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
