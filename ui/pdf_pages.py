"""A PDF as the page view wants it, drawn in the background."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from desktop.office.errors import OfficeError
from desktop.reading.model import PageReading
from ui.kit.page_source import Hits, Pages
from ui.page_drawer import PageDrawer
from ui.work import Worker

if TYPE_CHECKING:
    from desktop.paper.pages import Given, Held

Readings = Callable[[int], PageReading | None]
"""What was read from the picture of a page; None where nothing was. Any thread."""


def _unread(page: int) -> PageReading | None:
    return None


def pdf_pages(
    source: "Given",
    sizes_mm: Sequence[tuple[float, float]],
    worker: Worker,
    owner: QObject,
    readings: Readings = _unread,
) -> Pages:
    """`sizes_mm`: width and height of every page, as `desktop.paper.pages.page_sizes_mm` tells.

    `readings`: what was read from the pictures of its pages; where nothing was, the PDF's own text is searched.
    """
    from desktop.paper.pages import Held

    return PageDrawer(_Pdf(Held(source), readings), worker, owner).pages(sizes_mm, words=True)


class _Pdf:
    def __init__(self, held: "Held", readings: Readings) -> None:
        self._held, self._readings = held, readings

    def picture(self, page: int, dpi: int) -> QImage:
        from ui.kit.page_printing import page_image

        return page_image(self._held, page, dpi)

    def hits(self, page: int, words: str) -> Hits:
        """A torn page holds no words; that it is torn is said where it is looked at."""
        from desktop.paper.pages import page_text
        from desktop.reading.finding import find, holds
        from desktop.reading.pdf_text import pdf_text

        try:
            reading = self._readings(page)
            if reading is None and holds(page_text(self._held, page), words):
                reading = pdf_text(self._held, page)
        except OfficeError:
            return ()
        return find(reading, words) if reading is not None else ()

    def text(self, page: int) -> str:
        from desktop.paper.pages import page_text

        reading = self._readings(page)
        return reading.text if reading is not None else page_text(self._held, page)

    def close(self) -> None:
        self._held.close()
