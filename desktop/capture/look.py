"""How a page looks once it is straightened, cropped and turned: the geometry, and the same on a picture."""

from typing import TYPE_CHECKING

from desktop.capture.corners import sheet_mm, sides
from desktop.capture.layout import Leaf
from desktop.capture.photos import laid_straight
from desktop.reading.model import Box

if TYPE_CHECKING:
    from PIL.Image import Image

_MM = 25.4


def own_size(leaf: Leaf, width_mm: float, height_mm: float) -> tuple[float, float]:
    """Width and height of a page before it is cut and turned: the whole of it, or of the sheet on a photo."""
    return (width_mm, height_mm) if leaf.corners is None else sheet_mm(leaf.corners, width_mm, height_mm)


def enlarged(leaf: Leaf, width_mm: float, height_mm: float) -> float:
    """How many times larger a page is shown than it came: a sheet lies small on a photo, whatever size that claims."""
    if leaf.corners is None:
        return 1.0
    return max(own_size(leaf, width_mm, height_mm)) / max(sides(leaf.corners, width_mm, height_mm))


def crop_of(leaf: Leaf, width_mm: float, height_mm: float) -> Box:
    """What is shown of a page of that size, in mm on the page before it is turned; never less than a millimetre."""
    width_mm, height_mm = own_size(leaf, width_mm, height_mm)
    if leaf.crop is None:
        return Box(0, 0, width_mm, height_mm)
    left, top = min(max(leaf.crop.left, 0), width_mm - 1), min(max(leaf.crop.top, 0), height_mm - 1)
    right, bottom = min(leaf.crop.right, width_mm), min(leaf.crop.bottom, height_mm)
    return Box(left, top, max(right - left, 1), max(bottom - top, 1))


def size_of(leaf: Leaf, width_mm: float, height_mm: float) -> tuple[float, float]:
    """Width and height as a reader sees the page."""
    box = crop_of(leaf, width_mm, height_mm)
    return (box.height, box.width) if leaf.turn % 180 else (box.width, box.height)


def box_before_turning(shown: Box, turn: int, width_mm: float, height_mm: float) -> Box:
    """A box that was drawn on a page as it is seen, `turn` degrees clockwise, as `Leaf.crop` wants it.

    `width_mm`, `height_mm`: of the whole page as it came.
    """
    if turn == 90:
        return Box(shown.top, height_mm - shown.right, shown.height, shown.width)
    if turn == 180:
        return Box(width_mm - shown.right, height_mm - shown.bottom, shown.width, shown.height)
    if turn == 270:
        return Box(width_mm - shown.bottom, shown.left, shown.height, shown.width)
    return shown


def looked_at(picture: "Image", leaf: Leaf, width_mm: float, height_mm: float) -> "Image":
    """The picture of a page as it came, as it looks now."""
    from PIL import Image

    if leaf.corners is not None:
        picture = laid_straight(picture, leaf.corners)
    if leaf.skew:
        white = 255 if picture.mode in ("L", "1") else (255, 255, 255)
        picture = picture.rotate(leaf.skew, Image.Resampling.BICUBIC, fillcolor=white)
    if leaf.crop is not None:
        box = crop_of(leaf, width_mm, height_mm)
        wide, high = own_size(leaf, width_mm, height_mm)
        across, down = picture.width / wide, picture.height / high
        left, top = round(box.left * across), round(box.top * down)
        right, bottom = max(left + 1, round(box.right * across)), max(top + 1, round(box.bottom * down))
        picture = picture.crop((left, top, min(right, picture.width), min(bottom, picture.height)))
    return turned(picture, leaf.turn)


def turned(picture: "Image", degrees: int) -> "Image":
    """Clockwise by quarters of a turn."""
    from PIL import Image

    turns = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
    return picture.transpose(turns[degrees]) if degrees else picture
