"""A PDF as the page view wants it, drawn in the background."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.reading.model import PageReading
from ui.kit.page_source import Pages
from ui.page_drawer import PageDrawer, Readings
from ui.work import Worker

if TYPE_CHECKING:
    from desktop.paper.pages import Given


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

    drawer = PageDrawer(Held(source), worker, owner, readings)
    return Pages(tuple(sizes_mm), drawer.render, drawer.find, drawer.text, drawer.rest)
