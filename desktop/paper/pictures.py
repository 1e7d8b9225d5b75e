"""Pictures that are laid on paper: their size, by the header alone."""

from io import BytesIO

from desktop.office.errors import OfficeError

MOST_PIXELS = 40_000_000


def size_px(picture: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG. OfficeError `outgoing.picture_unreadable`."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(picture), formats=("PNG", "JPEG")) as image:
            width, height = image.size
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise OfficeError("outgoing.picture_unreadable") from error
    if width * height > MOST_PIXELS:
        raise OfficeError("outgoing.picture_unreadable")
    return width, height
