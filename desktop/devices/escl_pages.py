"""What a network scanner hands over, as pages: a JPEG, or a PDF with one JPEG a page. It is measured before use."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop.devices.driver_process import encode
from desktop.devices.escl_http import Trouble
from desktop.devices.scanner import MOST_PAGES, MOST_PIXELS, ColourMode, ScannedPage

if TYPE_CHECKING:
    from PIL.Image import Image

_BELIEVED_DPI = range(97, 2401)
"""72 and 96 are what programs write for want of knowledge."""


def pages_of(document: bytes, mode: ColourMode, dpi: int) -> Iterator[ScannedPage]:
    """Its pages, all with `seq` 0. `dpi` was asked for; what the file says of itself is believed first.

    Trouble `scanner.io` for anything that is no whole picture, `scanner.unbelievable`.
    """
    pictures = _pictures(document) if b"%PDF-" in document[:1024] else iter([document])
    for place, jpeg in enumerate(pictures):
        if place >= MOST_PAGES:
            raise Trouble("scanner.unbelievable", f"more than {MOST_PAGES} pages")
        yield _page(jpeg, mode, dpi)


def _page(jpeg: bytes, mode: ColourMode, asked: int) -> ScannedPage:
    with _opened(jpeg) as image:
        dpi = _dpi(image, asked)
        if mode is ColourMode.LINEART:
            header, data = encode(image.convert("L"), mode, dpi)
            return ScannedPage(0, data, **header)
        return ScannedPage(0, jpeg, "image/jpeg", dpi, image.width, image.height)


@contextmanager
def _opened(jpeg: bytes) -> "Iterator[Image]":
    from PIL import Image

    if jpeg.rfind(b"\xff\xd9") < max(jpeg.rfind(b"\xff\xda"), 0):
        raise Trouble("scanner.io", "half a picture")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a picture too large is counted below
            image = Image.open(io.BytesIO(jpeg), formats=["JPEG"])
        if image.width * image.height > MOST_PIXELS:
            raise Trouble("scanner.unbelievable", f"{image.width} x {image.height} dots")
        yield image
    except Image.DecompressionBombError as error:
        raise Trouble("scanner.unbelievable", str(error)) from error
    except (OSError, SyntaxError, ValueError, TypeError) as error:
        raise Trouble("scanner.io", str(error)) from error


def _dpi(image: "Image", asked: int) -> int:
    said = round(float(image.info.get("dpi", (0, 0))[0]))
    return said if said in _BELIEVED_DPI else asked


def _pictures(document: bytes) -> Iterator[bytes]:
    """The JPEG of every page; scanners pack no page otherwise when they are asked for gray or colour."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(document)) as pdf:
            for page in pdf.pages:
                (picture,) = page.get_images().values()
                if not isinstance(picture, pikepdf.Stream) or pikepdf.PdfImage(picture).filters != ["/DCTDecode"]:
                    raise Trouble("scanner.io", "packed in another way")
                yield picture.read_raw_bytes()
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, TypeError, AttributeError) as error:
        raise Trouble("scanner.io", type(error).__name__) from error
