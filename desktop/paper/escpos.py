"""A drawn page in the language of receipt printers (ESC/POS): dots, so that Thai looks as it was set."""

from collections.abc import Iterator

from desktop.paper import pages

DOTS_A_MM = 8
_BEGIN, _CUT = b"\x1b@", b"\x1dV\x42\x00"
_BAND = 240
"""Rows handed over at once: the buffers of cheap printers hold no more."""
_INK = 150
"""A level darker than this is burnt."""


def to_escpos(pdf: bytes) -> bytes:
    """The pages of a PDF one after the other, each cut off: 8 dots a millimetre, 1 bit each."""
    return _BEGIN + b"".join(b"".join(_bands(*_dots(pdf, page))) + _CUT for page in range(pages.page_count(pdf)))


def _dots(pdf: bytes, page: int) -> tuple[int, bytes]:
    """Bytes in a row, and the rows; a bit is set where there is ink, the highest one at the left."""
    from PIL import Image, ImageChops

    drawn = pages.render(pdf, page, DOTS_A_MM * 25.4)
    size, wide = (drawn.width, drawn.height), drawn.width // 8
    picture = Image.frombuffer("RGB", size, drawn.data, "raw", "BGRX", drawn.stride, 1).convert("L")
    ink = ImageChops.invert(picture.point([255 * (level >= _INK) for level in range(256)]))
    return wide, ink.crop((0, 0, wide * 8, drawn.height)).convert("1", dither=Image.Dither.NONE).tobytes()


def _bands(wide: int, rows: bytes) -> Iterator[bytes]:
    for start in range(0, len(rows), wide * _BAND):
        band = rows[start : start + wide * _BAND]
        yield b"\x1dv0\x00" + wide.to_bytes(2, "little") + (len(band) // wide).to_bytes(2, "little") + band
