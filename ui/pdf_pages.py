"""A PDF as the page view wants it, drawn in the background."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from ui.kit.page_source import DeliverImage, Pages
from ui.work import Worker


def pdf_pages(pdf: bytes, sizes_mm: Sequence[tuple[float, float]], worker: Worker, owner: QObject) -> Pages:
    """`sizes_mm`: width and height of every page, as `desktop.paper.pages.page_sizes_mm` tells."""

    def render(page: int, dpi: int, deliver: DeliverImage) -> None:
        worker.run(lambda: _picture(pdf, page, dpi), owner=owner, on_done=deliver, lane="render")

    return Pages(tuple(sizes_mm), render)


def _picture(pdf: bytes, page: int, dpi: int) -> QImage:
    from ui.kit.page_printing import page_image

    return page_image(pdf, page, dpi)
