"""Places cut out of a document's pages, as they were read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from desktop.paper.pages import Parts
    from desktop.reading.model import Box
    from desktop.suggesting.model import Place

_DPI = 200
_AROUND_MM = 0.8


def around_mm(box: "Box") -> QRectF:
    """The box with a little paper around it, mm."""
    return QRectF(box.left, box.top, box.width, box.height).adjusted(-_AROUND_MM, -_AROUND_MM, _AROUND_MM, _AROUND_MM)


def cut_out(pdf: "bytes | Parts", places: "Sequence[Place]") -> list[QImage]:
    """A picture of each place; draws each page once. Takes a while: for the lane that draws."""
    from ui.kit.page_printing import page_image

    pages = {number: page_image(pdf, number, _DPI) for number in {place.page for place in places}}
    return [_cut(pages[place.page], place) for place in places]


def _cut(page: QImage, place: "Place") -> QImage:
    room = around_mm(place.box)
    dots = _DPI / 25.4
    scaled = QRectF(room.left() * dots, room.top() * dots, room.width() * dots, room.height() * dots)
    return page.copy(scaled.toAlignedRect())
