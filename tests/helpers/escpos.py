"""What a receipt printer does with the bytes it is sent: pieces of paper as pictures; the unknown is an error."""

from PIL import Image, ImageChops

_BEGIN, _RASTER, _CUT = b"\x1b@", b"\x1dv0\x00", b"\x1dV\x42"


def pieces(data: bytes) -> list[Image.Image]:
    """The pieces cut off, 1 dot a pixel, ink black."""
    cut: list[Image.Image] = []
    bands: list[Image.Image] = []
    place = 0
    while place < len(data):
        if data.startswith(_BEGIN, place):
            place += 2
        elif data.startswith(_CUT, place):
            cut.append(_joined(bands))
            bands, place = [], place + 4
        elif data.startswith(_RASTER, place):
            band, place = _band(data, place + 4)
            bands.append(band)
        else:
            raise ValueError(f"no command at {place}: {data[place : place + 4]!r}")
    return cut


def _band(data: bytes, place: int) -> tuple[Image.Image, int]:
    wide = int.from_bytes(data[place : place + 2], "little")
    high = int.from_bytes(data[place + 2 : place + 4], "little")
    end = place + 4 + wide * high
    if end > len(data):
        raise ValueError("torn off in the middle of a band")
    dots = Image.frombytes("1", (wide * 8, high), data[place + 4 : end])
    return ImageChops.invert(dots.convert("L")), end


def _joined(bands: list[Image.Image]) -> Image.Image:
    whole = Image.new("L", (bands[0].width, sum(band.height for band in bands)), 255)
    y = 0
    for band in bands:
        whole.paste(band, (0, y))
        y += band.height
    return whole
