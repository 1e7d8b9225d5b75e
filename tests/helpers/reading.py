"""Reading in the test's own process, where every figure and every picture can be looked at."""

from functools import cache

import numpy as np
from PIL import Image

from desktop.reading import digits as digit_reading
from desktop.reading import glyphs, models
from desktop.reading.cutting import DPI
from desktop.reading.model import PageReading
from desktop.reading.page import read
from desktop.reading.runs import GlyphReader
from desktop.reading.tesseract import Tesseract


@cache
def _tools() -> tuple[Tesseract, GlyphReader]:
    return Tesseract(models.find()), GlyphReader(
        glyphs.shipped(), digit_reading.shipped(), digit_reading.shipped_pairs()
    )


def read_picture(picture: Image.Image, dpi: int = DPI) -> PageReading:
    grey = picture.convert("L")
    if dpi != DPI:
        size = (round(grey.width * DPI / dpi), round(grey.height * DPI / dpi))
        grey = grey.resize(size, Image.Resampling.BILINEAR)
    return read(np.asarray(grey), *_tools())


def edits(wanted: str, got: str) -> int:
    """How many characters must be put in, left out or changed to get one from the other."""
    codes = np.frombuffer(got.encode("utf-32-le"), np.uint32)
    steps = np.arange(codes.size + 1)
    row = steps.copy()
    for place, char in enumerate(wanted, 1):
        fresh = np.empty_like(row)
        fresh[0] = place
        fresh[1:] = np.minimum(row[1:] + 1, row[:-1] + (codes != ord(char)))
        row = np.minimum.accumulate(fresh - steps) + steps
    return int(row[-1])


def solid(text: str) -> str:
    """Without blanks, which Thai has no rule for."""
    return "".join(text.split())


def digits(text: str) -> str:
    return "".join(char for char in text if char in "๐๑๒๓๔๕๖๗๘๙0123456789")
