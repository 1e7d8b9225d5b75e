"""What parts a letter of a stack from the next: blank sheets, and slips with our QR code. `splitting` cuts by them."""

import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from desktop.capture.batch import Batch
from desktop.capture.model import NOT_STOPPED, Progress, silent
from desktop.capture.page_pictures import PagePictures
from desktop.office.errors import OfficeError
from desktop.paper import qr

if TYPE_CHECKING:
    from PIL.Image import Image

_MARGIN_MM = 10.0
"""Where a scanner sees the edge of the sheet, its shadow and its holes."""
_DPI_OF_INK, DPI_OF_CODES = 60.0, 150.0
_INK = 48
"""How much darker than its paper a dot is that somebody meant."""
_LEAST_INK = 0.0004
"""Of all dots: 25 mm2 on an A4 sheet, a single short line."""


def blank_pages(
    pictures: PagePictures, batch: Batch, progress: Progress = silent, cancel: threading.Event = NOT_STOPPED
) -> frozenset[int]:
    """The shown pages on which nobody meant anything, dust and shadows apart. OfficeError `capture.cancelled`."""
    found = set()
    for page in _each(batch, progress, cancel):
        picture, dpi = pictures.as_it_came(batch.pages[page], _DPI_OF_INK)
        if is_blank(picture, dpi):
            found.add(page)
    return frozenset(found)


def slips(
    pictures: PagePictures,
    batch: Batch,
    is_ours: Callable[[str], bool],
    progress: Progress = silent,
    cancel: threading.Event = NOT_STOPPED,
) -> dict[int, str]:
    """The shown pages that bear a QR code which `is_ours`, and what it says. OfficeError `capture.cancelled`."""
    found = {}
    for page in _each(batch, progress, cancel):
        picture, _ = pictures.as_it_came(batch.pages[page], DPI_OF_CODES)
        code = next((code for code in qr.texts_on(picture) if is_ours(code)), None)
        if code is not None:
            found[page] = code
    return found


def is_blank(picture: "Image", dpi: float) -> bool:
    from PIL import Image, ImageFilter

    if dpi > 1.5 * _DPI_OF_INK:
        shrunk = _DPI_OF_INK / dpi
        size = round(picture.width * shrunk), round(picture.height * shrunk)
        picture, dpi = picture.resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0), _DPI_OF_INK
    margin = round(_MARGIN_MM / 25.4 * dpi)
    grey = picture.convert("L").crop((margin, margin, picture.width - margin, picture.height - margin))
    dots = grey.filter(ImageFilter.MedianFilter(3)).histogram()
    total, paper = sum(dots), _median(dots)
    return total == 0 or sum(dots[: max(0, paper - _INK)]) < _LEAST_INK * total


def _each(batch: Batch, progress: Progress, cancel: threading.Event) -> Iterator[int]:
    shown = batch.layout.shown
    for done, leaf in enumerate(shown, 1):
        if cancel.is_set():
            raise OfficeError("capture.cancelled")
        yield leaf.page
        progress(done, len(shown))


def _median(dots: list[int]) -> int:
    seen, half = 0, sum(dots) / 2
    for shade, count in enumerate(dots):
        seen += count
        if seen >= half:
            return shade
    return 255
