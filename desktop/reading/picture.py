"""The picture of a page as the reader wants it: grey, at `DPI`, from a picture file or a page of a PDF."""

from typing import Any, BinaryIO

import numpy as np

from desktop.office.errors import OfficeError
from desktop.reading.cutting import DPI
from desktop.reading.straight import Grey

_MOST_PIXELS = 40_000_000
_MOST_DRAWN = 24
"""So many pages are drawn from one opening: PDFium keeps what it has read of each until the document is closed."""
_ROUGHLY = 0.004
"""What is off by less is read as it is: on a whole page that is a millimetre."""


def from_picture(file: BinaryIO, size_mm: tuple[float, float], frame: int = 0) -> Grey:
    """Frame `frame` of a picture file that is so wide and high. OfficeError `reading.failed` for what is no picture."""
    from PIL import Image

    try:
        with Image.open(file, formats=("JPEG", "PNG", "TIFF", "BMP")) as image:
            image.seek(frame)
            grey = image.convert("L")
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise OfficeError("reading.failed", words=type(error).__name__) from error
    across, down = (side * DPI / 25.4 for side in size_mm)
    if max(abs(across / grey.width - 1), abs(down / grey.height - 1)) > _ROUGHLY:
        size = (max(round(across), 1), max(round(down), 1))
        if size[0] * size[1] > _MOST_PIXELS:
            raise OfficeError("reading.failed", words="too large")
        grey = grey.resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0)
    return np.asarray(grey)


class Document:
    """A PDF that stays open while its pages are read. OfficeError `reading.failed` of all it does."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._drawn = file, 0
        self._pdf = self._opened()

    def _opened(self) -> Any:
        import pypdfium2

        try:
            return pypdfium2.PdfDocument(self._file)
        except pypdfium2.PdfiumError as error:
            raise OfficeError("reading.failed", words=str(error)) from error

    def page(self, number: int) -> Grey:
        """Page `number` (from 0) as a reader sees it, on white."""
        import pypdfium2

        if self._drawn >= _MOST_DRAWN:
            self._pdf.close()
            self._pdf, self._drawn = self._opened(), 0
        self._drawn += 1
        if not 0 <= number < len(self._pdf):
            raise OfficeError("reading.failed", words="no such page")
        try:
            page = self._pdf[number]
            width, height = page.get_size()
            scale = min(DPI / 72, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
            bitmap = page.render(scale=scale, grayscale=True)
            grey = np.array(bitmap.to_numpy()).reshape(bitmap.height, bitmap.width)
            page.close()
        except pypdfium2.PdfiumError as error:
            raise OfficeError("reading.failed", words=str(error)) from error
        return grey

    def close(self) -> None:
        self._pdf.close()
