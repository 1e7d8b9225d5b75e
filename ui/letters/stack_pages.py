"""The pages of a stack as the page view and the grid want them: as they look now, drawn in the background."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from desktop.capture.look import size_of
from ui.kit.page_source import Hits, Pages
from ui.page_drawer import PageDrawer
from ui.work import Worker

if TYPE_CHECKING:
    from desktop.capture.batch import Batch
    from desktop.capture.layout import Leaf
    from desktop.capture.page_pictures import PagePictures

SMALL_DPI = 30
"""Up to here the small pictures that the store keeps are fine enough."""


def stack_pages(
    pictures: "PagePictures", batch: "Batch", leaves: Sequence["Leaf"], worker: Worker, owner: QObject
) -> Pages:
    """Page n is `leaves[n]`."""
    drawer = PageDrawer(_Stack(pictures, batch, [leaf.page for leaf in leaves]), worker, owner)
    return drawer.pages((_size(batch, leaf) for leaf in leaves), words=False)


def _size(batch: "Batch", leaf: "Leaf") -> tuple[float, float]:
    page = batch.pages[leaf.page]
    return size_of(leaf, page.width_mm, page.height_mm)


class _Stack:
    """Nothing is open between two pages, and nothing was read yet."""

    def __init__(self, pictures: "PagePictures", batch: "Batch", numbers: Sequence[int]) -> None:
        self._pictures, self._batch, self._numbers = pictures, batch, numbers

    def picture(self, page: int, dpi: int) -> QImage:
        from ui.kit.page_printing import image_of

        number = self._numbers[page]
        if dpi <= SMALL_DPI:
            return image_of(self._pictures.thumbnail(self._batch, number))
        return image_of(self._pictures.page_picture(self._batch, number, dpi))

    def first(self, page: int, dpi: int) -> tuple[QImage, bool] | None:
        return None

    def hits(self, page: int, words: str) -> Hits:
        return ()

    def text(self, page: int) -> str:
        return ""

    def close(self) -> None:
        pass
