"""A phone's photo of a sheet becomes the sheet: its corners are found, it is laid straight and its light is made even.

The photo itself is never altered.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.capture.corners import Corners, Point, scaled, sheet_mm, sides
from desktop.capture.pictures import look_at, opened
from desktop.office.errors import OfficeError
from desktop.paper.pages import RenderedPage

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 300
SHOWN_PX = 1400
_MM = 25.4
_MOST_PIXELS = 80_000_000
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
    """Where the sheet lies. OfficeError as `importing.look_into`."""
    from desktop.capture.sheet_finding import LOOKED_AT, sheet_in

    return sheet_in(_upright(data, name, LOOKED_AT))


def seen_sheet(data: bytes, name: str) -> Corners | None:
    """Where the sheet of a photo lies whose four sides were surely seen; None for what is better shown as it is."""
    if not is_photo(data, name):
        return None
    found = find_sheet(data, name)
    return found.corners if found.is_sure else None


def laid_straight(photo: "Image", corners: Corners) -> "Image":
    """The sheet in colour, evenly lit, as fine as the photo shows it and 300 dpi at most.

    OfficeError `capture.corners_crossed` for four points that are no sheet's corners.
    """
    from PIL import Image

    from desktop.capture.shading import evened

    size = _size(corners, photo.width, photo.height)
    how = _perspective(scaled(corners, photo.width, photo.height), size)
    return evened(photo.convert("RGB").transform(size, Image.Transform.PERSPECTIVE, how, Image.Resampling.BICUBIC))


class PhotoOnScreen:
    """A photo opened to have its corners moved: small enough to be drawn again with each move. Any thread.

    OfficeError as `importing.look_into`.
    """

    def __init__(self, data: bytes, name: str, corners: Corners | None = None) -> None:
        """`corners`: as they were put before; else they are looked for."""
        self._small = _upright(data, name, SHOWN_PX)
        self.found = find_sheet(data, name).corners
        self.corners = corners or self.found

    def photo(self) -> RenderedPage:
        return rendered(self._small)

    def sheet(self, corners: Corners) -> RenderedPage:
        """What comes of these corners; errors as `laid_straight`."""
        return rendered(laid_straight(self._small, corners))


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


def _size(corners: Corners, width: int, height: int) -> tuple[int, int]:
    """Pixels of the straight sheet."""
    wide_mm, high_mm = sheet_mm(corners, width, height)
    wide, high = sides(corners, width, height)
    fine = min(DPI / _MM, max(wide / wide_mm, high / high_mm))
    return max(8, round(wide_mm * fine)), max(8, round(high_mm * fine))


def _perspective(points: list[Point], size: tuple[int, int]) -> tuple[float, ...]:
    """Pillow's eight numbers that fetch each pixel of the straight sheet from the photo."""
    import numpy as np

    width, height = size
    rows, values = [], []
    for (u, v), (x, y) in zip(((0, 0), (width, 0), (width, height), (0, height)), points, strict=True):
        rows += [[u, v, 1, 0, 0, 0, -u * x, -v * x], [0, 0, 0, u, v, 1, -u * y, -v * y]]
        values += [x, y]
    return tuple(float(one) for one in np.linalg.solve(np.array(rows, float), np.array(values, float)))


def rendered(picture: "Image") -> RenderedPage:
    rows = picture.convert("RGB").tobytes("raw", "BGRX")
    return RenderedPage(picture.width, picture.height, picture.width * 4, rows, 0.0)
