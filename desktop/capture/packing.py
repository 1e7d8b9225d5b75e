"""The picture of a page as the PDF that people read holds it: no larger than it need be, no worse than it came.

A JPEG of a scanner travels as it is. Black and white goes losslessly into CCITT G4. What came finer than 300 dpi is
drawn at 300 and becomes a JPEG, and so does what is packed badly otherwise; what lies outside a crop is really gone
from this copy. The page that came stays in the store, untouched, whatever is done here.
"""

import io
import zlib
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from desktop.capture.batch import Page
from desktop.capture.layout import Leaf
from desktop.capture.look import crop_of, looked_at, turned
from desktop.capture.page_pictures import unpacked
from desktop.capture.pdf_stream import Picture, Sheet
from desktop.capture.pictures import held_turned, opened, telling
from desktop.store import blob_file
from desktop.store.blobs import Blobs

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 300
_TOO_FINE = 1.1
"""Scanners and telephones are not exact: what is a tenth above 300 dpi stays as it is."""
_QUALITY = 85
_WORTH = 1.5
"""A drawing or a screen, packed without loss, may be this much larger than its JPEG."""
_AS_IT_CAME = 10_000.0
_MM = 25.4


def sheet_of(image: "Image", file: BinaryIO, page: Page, leaf: Leaf) -> Sheet:
    """A page of a picture file as it looks now; `image` is `file` opened. OfficeError `capture.picture_torn`."""
    image.seek(page.frame)
    held, whole_page = held_turned(image), leaf.crop is None and leaf.corners is None
    fine, bits = _is_too_fine(image, page) and leaf.corners is None, image.mode == "1" and leaf.corners is None
    if whole_page and not fine and image.mode in ("L", "RGB") and page.media_type == "image/jpeg":
        file.seek(0)
        picture = Picture(file.read(), "DCTDecode", image.width, image.height, _space(image))
        return Sheet(picture, page.width_mm, page.height_mm, held, leaf.skew, leaf.turn)
    if bits:
        whole = turned(image.copy(), held)
    else:
        whole, _ = unpacked(image, page, DPI if fine else _AS_IT_CAME)
    box, skew = crop_of(leaf, page.width_mm, page.height_mm), leaf.skew
    if not whole_page:
        whole, skew = looked_at(whole, replace(leaf, turn=0), page.width_mm, page.height_mm), 0.0
    return Sheet(fax(whole) if bits else _smaller(whole), box.width, box.height, skew=skew, turn=leaf.turn)


class PictureFiles:
    """Picture files that are read page by page: one with many pages is opened once, and one at a time."""

    def __init__(self, blobs: Blobs) -> None:
        self._blobs = blobs
        self._sha256 = ""
        self._open = ExitStack()

    def __enter__(self) -> "PictureFiles":
        return self

    def __exit__(self, *failure: object) -> None:
        self._open.close()

    def sheet_of(self, page: Page, leaf: Leaf) -> Sheet:
        """As the function of this name."""
        if page.sha256 != self._sha256 or page.media_type != "image/tiff":
            self._open.close()
            self._file = self._open.enter_context(blob_file.opened(self._blobs, page.sha256))
            with opened(self._file, "") as self._image:
                self._sha256 = page.sha256
        with telling(""):
            return sheet_of(self._image, self._file, page, leaf)


def _smaller(image: "Image") -> Picture:
    file = io.BytesIO()
    image.save(file, "JPEG", quality=_QUALITY, optimize=True)
    jpeg, exact = file.getvalue(), zlib.compress(image.tobytes(), 6)
    size = image.width, image.height
    if len(exact) <= _WORTH * len(jpeg):
        return Picture(exact, "FlateDecode", *size, _space(image))
    return Picture(jpeg, "DCTDecode", *size, _space(image))


def fax(image: "Image") -> Picture:
    """A picture of one bit a dot as CCITT G4."""
    from PIL import Image, ImageChops, TiffImagePlugin

    file = io.BytesIO()
    ink = ImageChops.invert(image)  # a fax counts ink where a picture counts light
    ink.save(file, "TIFF", compression="group4", tiffinfo={TiffImagePlugin.ROWSPERSTRIP: image.height})
    with Image.open(file) as kept:
        assert isinstance(kept, TiffImagePlugin.TiffImageFile)
        (start,), (length,) = (
            kept.tag_v2[tag] for tag in (TiffImagePlugin.STRIPOFFSETS, TiffImagePlugin.STRIPBYTECOUNTS)
        )
    return Picture(
        file.getvalue()[start : start + length], "CCITTFaxDecode", image.width, image.height, "DeviceGray", 1
    )


def _is_too_fine(image: "Image", page: Page) -> bool:
    return max(image.size) / max(page.width_mm, page.height_mm) * _MM > DPI * _TOO_FINE


def _space(image: "Image") -> str:
    return "DeviceGray" if image.mode == "L" else "DeviceRGB"
