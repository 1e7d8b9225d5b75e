"""Where a page view gets its pages from, and what may lie over them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from ui.kit.tokens import Tone

DeliverImage = Callable[[QImage], None]
Render = Callable[[int, int, DeliverImage], None]
"""`render(page, dpi, deliver)`: page from 0; calls `deliver(image)` at once or later, on the GUI thread."""

A4 = (210.0, 297.0)


@dataclass(frozen=True)
class Pages:
    """`sizes` in mm (width, height), one a page."""

    sizes: tuple[tuple[float, float], ...]
    render: Render

    @property
    def count(self) -> int:
        return len(self.sizes)


@dataclass(frozen=True)
class Outline:
    """A place on a page worth looking at (a field that was read), in mm from the top left."""

    page: int
    place: QRectF
    words: str
    tone: Tone = "info"
