"""Pictures of a case: where the camera says it stood is read, and a copy is made that says nothing of it."""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.office.errors import OfficeError

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 40 * 1024 * 1024
_MOST_PIXELS = 80_000_000
_LARGEST = 2560
"""Longer side of the public copy in pixels: enough to see a pothole, and quick to send."""
_QUALITY = 85
_GPS = 0x8825
_LAT_REF, _LAT, _LON_REF, _LON = 1, 2, 3, 4
_FORMATS = ("JPEG", "PNG", "WEBP")


@dataclass(frozen=True)
class Photo:
    """`original` as it came; `public`: a JPEG without EXIF. `lat_e6`, `lon_e6` None where the camera did not say."""

    name: str
    media_type: str
    original: bytes
    public: bytes
    lat_e6: int | None = None
    lon_e6: int | None = None


def read_photo(data: bytes, name: str) -> Photo:
    """OfficeError `cases.photo_unreadable` (file) for what is no picture, or one too large."""
    from PIL import Image, ImageOps

    try:
        if len(data) > MOST_BYTES:
            raise ValueError("too large")
        with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                raise ValueError("too many pixels")
            media_type = Image.MIME[picture.format or "JPEG"]
            place = _place(picture)
            upright = ImageOps.exif_transpose(picture) or picture
            public = _public(upright)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise OfficeError("cases.photo_unreadable", file=name) from error
    return Photo(name, media_type, data, public, *place)


def _public(picture: "Image") -> bytes:
    plain = picture.convert("RGB")
    plain.thumbnail((_LARGEST, _LARGEST))
    plain.info.clear()
    file = io.BytesIO()
    plain.save(file, "JPEG", quality=_QUALITY)
    return file.getvalue()


def _place(picture: "Image") -> tuple[int | None, int | None]:
    try:
        told = picture.getexif().get_ifd(_GPS)
        lat, lon = _degrees(told[_LAT], told[_LAT_REF], "S"), _degrees(told[_LON], told[_LON_REF], "W")
    except (KeyError, ValueError, TypeError, ZeroDivisionError, SyntaxError):
        return None, None
    sound = abs(lat) <= 90_000_000 and abs(lon) <= 180_000_000 and (lat, lon) != (0, 0)
    return (lat, lon) if sound else (None, None)


def _degrees(parts: Any, side: Any, minus: str) -> int:
    degrees, minutes, seconds = (float(part) for part in parts)
    value = round((degrees + minutes / 60 + seconds / 3600) * 1e6)
    return -value if str(side).strip("\x00 ").upper() == minus else value
