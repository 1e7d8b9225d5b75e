"""A phone's photo of a sheet becomes the sheet: its corners are found, it is laid straight and its light is made even.

The photo itself is never altered. Corners are shares (0 to 1) of the photo's width and height as a viewer shows it.
"""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from desktop.capture.pictures import look_at, opened
from desktop.office.errors import OfficeError

if TYPE_CHECKING:
    from PIL.Image import Image

Point: TypeAlias = tuple[float, float]
Corners: TypeAlias = tuple[Point, Point, Point, Point]
"""Of the sheet: upper left, upper right, lower right, lower left, as it is to be read."""

WHOLE: Corners = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
DPI = 300
_A4 = (2480, 3508)
_LIKE_A4 = 0.12
"""How far the sides' proportion may be from A4's: perspective makes a sheet look shorter."""
_MOST_PIXELS = 80_000_000
_QUALITY = 88
_EXPOSURE, _EXIF = 0x829A, 0x8769


@dataclass(frozen=True)
class FoundSheet:
    """`is_sure`: all four sides were seen; else `corners` is a guess for a person to put right."""

    corners: Corners
    is_sure: bool


def is_photo(data: bytes, name: str) -> bool:
    """Whether a camera took this picture: it says how long it was exposed."""
    try:
        (picture, *_) = look_at(data, name)
        if picture.media_type != "image/jpeg":
            return False
        with opened(data, name) as image:
            return _EXPOSURE in image.getexif().get_ifd(_EXIF)
    except OfficeError:
        return False


def find_sheet(data: bytes, name: str) -> FoundSheet:
    """Where the sheet lies. OfficeError as `importing.from_bytes`."""
    from desktop.capture.sheet_finding import LOOKED_AT, sheet_in

    return sheet_in(_upright(data, name, LOOKED_AT))


def straighten(data: bytes, name: str, corners: Corners) -> bytes:
    """The sheet as a colour JPEG at 300 dpi, without what the phone wrote of place and time; some 1 s for an A4.

    OfficeError as `importing.from_bytes`, and `capture.corners_crossed` for four points that are no sheet's corners.
    """
    from PIL import Image

    from desktop.capture.shading import evened

    photo = _upright(data, name)
    points = [(x * photo.width, y * photo.height) for x, y in corners]
    size = _size(points)
    flat = photo.transform(size, Image.Transform.PERSPECTIVE, _perspective(points, size), Image.Resampling.BICUBIC)
    file = io.BytesIO()
    evened(flat).save(file, "JPEG", quality=_QUALITY, dpi=(DPI, DPI))
    return file.getvalue()


def straightened(data: bytes, name: str) -> bytes | None:
    """The sheet of a photo whose four sides were surely seen; None when the photo is better kept as it is."""
    if not is_photo(data, name):
        return None
    found = find_sheet(data, name)
    return straighten(data, name, found.corners) if found.is_sure else None


def _upright(data: bytes, name: str, most_side: int | None = None) -> "Image":
    """The photo as it was held, in colour; about `most_side` pixels long when that is enough."""
    from PIL import ImageOps

    look_at(data, name)  # what is too large or torn is refused before it is unpacked
    with opened(data, name) as image:
        if image.width * image.height > _MOST_PIXELS:
            megapixels = round(image.width * image.height / 1e6)
            raise OfficeError("capture.picture_too_large", file=name, megapixels=megapixels, most=_MOST_PIXELS // 10**6)
        if most_side is not None:
            image.draft("RGB", (most_side, most_side))
        upright = ImageOps.exif_transpose(image).convert("RGB")
        if most_side is not None:
            upright.thumbnail((most_side, most_side))
        return upright


def _size(points: list[Point]) -> tuple[int, int]:
    """Pixels of the straight sheet: A4, upright or lying, or the sheet's own proportion inside it."""
    upper_left, upper_right, lower_right, lower_left = points
    wide = (_apart(upper_left, upper_right) + _apart(lower_left, lower_right)) / 2
    high = (_apart(upper_left, lower_left) + _apart(upper_right, lower_right)) / 2
    if not _turns_right(points) or min(wide, high) < 8:
        raise OfficeError("capture.corners_crossed")
    short, long = _A4
    proportion = max(wide, high) / min(wide, high)
    if abs(proportion / (long / short) - 1) > _LIKE_A4:
        short = min(short, round(long / proportion))
        long = min(long, round(short * proportion))
    return (long, short) if wide > high else (short, long)


def _turns_right(points: list[Point]) -> bool:
    """Whether every corner turns the same way as the sheet's outline does when it is read."""
    for place in range(4):
        (ax, ay), (bx, by), (cx, cy) = (points[(place + step) % 4] for step in range(3))
        if (bx - ax) * (cy - by) - (by - ay) * (cx - bx) <= 0:
            return False
    return True


def _apart(one: Point, other: Point) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)


def _perspective(points: list[Point], size: tuple[int, int]) -> tuple[float, ...]:
    """Pillow's eight numbers that fetch each pixel of the straight sheet from the photo."""
    import numpy as np

    width, height = size
    rows, values = [], []
    for (u, v), (x, y) in zip(((0, 0), (width, 0), (width, height), (0, height)), points, strict=True):
        rows += [[u, v, 1, 0, 0, 0, -u * x, -v * x], [0, 0, 0, u, v, 1, -u * y, -v * y]]
        values += [x, y]
    return tuple(float(one) for one in np.linalg.solve(np.array(rows, float), np.array(values, float)))
