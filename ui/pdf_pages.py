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
    from desktop.paper.scanned import Scans

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

    `readings`: what was read from the pictures of its pages. A page's own text goes before it; of the two that is
    searched in which the words stand more often.
    """
    from desktop.paper.pages import Held
    from desktop.paper.scanned import Scans

    return PageDrawer(_Pdf(Held(source), Scans(source), readings), worker, owner).pages(sizes_mm, words=True)


class _Pdf:
    def __init__(self, held: "Held", scans: "Scans", readings: Readings) -> None:
        self._held, self._scans, self._readings = held, scans, readings

    def picture(self, page: int, dpi: int) -> QImage:
        from ui.kit.page_printing import image_of, page_image

        drawn = self._scans.drawn(page, dpi)
        return page_image(self._held, page, dpi) if drawn is None else image_of(drawn)

    def first(self, page: int, dpi: int) -> tuple[QImage, bool] | None:
        from ui.kit.page_printing import image_of

        found = self._scans.first(page, dpi)
        return (image_of(found[0]), found[1]) if found is not None else None

    def hits(self, page: int, words: str) -> Hits:
        """A torn page holds no words; that it is torn is said where it is looked at."""
        from desktop.reading.finding import find

        reading = self._readings(page)
        read = find(reading, words) if reading is not None else ()
        try:
            return max(self._own_hits(page, words), read, key=len)
        except OfficeError:
            return read

    def _own_hits(self, page: int, words: str) -> Hits:
        from desktop.paper.pages import page_text
        from desktop.reading.finding import find, holds
        from desktop.reading.pdf_text import pdf_text

        return find(pdf_text(self._held, page), words) if holds(page_text(self._held, page), words) else ()

    def text(self, page: int) -> str:
        from desktop.paper.pages import own_text, page_text

        reading = self._readings(page)
        if reading is None:
            return page_text(self._held, page)
        return own_text(self._held, page) or reading.text

    def close(self) -> None:
        self._held.close()
        self._scans.close()
