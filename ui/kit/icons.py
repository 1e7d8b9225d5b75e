"""The icon family, tinted from the tokens when painted: a live icon follows the theme by itself."""

from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from ui.kit.resources import resource
from ui.kit.theme import colour

ICON = 20


def icon(name: str, tint: str = "text_soft", tint_on: str = "accent_text") -> QIcon:
    """The icon `resources/icons/<name>.svg` in the colour of a token; `tint_on` while checked."""
    return QIcon(_Tinted(name, tint, tint_on))


def pixmap(name: str, tint: str, size: int = ICON, ratio: float = 1.0) -> QPixmap:
    """One icon of `size` logical pixels, in the theme worn now; kept for the next time."""
    return _drawn(name, colour(tint).name(QColor.NameFormat.HexArgb), size, ratio)


def paint_icon(painter: QPainter, name: str, tint: str, place: QRect) -> None:
    """Draws an icon in the middle of `place`, as large as its shorter side."""
    size = min(place.width(), place.height())
    corner = QPoint(place.x() + (place.width() - size) // 2, place.y() + (place.height() - size) // 2)
    device = painter.device()
    painter.drawPixmap(corner, pixmap(name, tint, size, device.devicePixelRatioF() if device else 1.0))


@lru_cache(maxsize=512)
def _drawn(name: str, ink: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    tint = QColor(ink)
    picture = QPixmap(QSize(size, size) * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(_source(name).replace("currentColor", tint.name()).encode())
    painter = QPainter(picture)
    painter.setOpacity(tint.alphaF())
    renderer.render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


class _Tinted(QIconEngine):
    def __init__(self, name: str, tint: str, tint_on: str) -> None:
        super().__init__()
        self._name, self._tint, self._tint_on = name, tint, tint_on

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint_icon(painter, self._name, self._ink(mode, state), rect)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return pixmap(self._name, self._ink(mode, state), min(size.width(), size.height()), scale)

    def clone(self) -> QIconEngine:
        return _Tinted(self._name, self._tint, self._tint_on)

    def _ink(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return "line_strong"
        return self._tint_on if state == QIcon.State.On else self._tint
