"""Pictures into PDF pages without loss: JPEG bytes travel as they are, everything else is packed losslessly."""

import io
import threading
import warnings
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from desktop.capture.model import Progress
from desktop.office.errors import OfficeError

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 80_000_000
"""A3 at 600 dpi; more would take gigabytes to unpack. A JPEG is never unpacked, so it may be larger."""

MOST_JPEG_PIXELS = 400_000_000
FORMATS = {"JPEG": "image/jpeg", "PNG": "image/png", "TIFF": "image/tiff", "BMP": "image/bmp"}
_A4_MM = (210.0, 297.0)
_POINT_MM = 25.4 / 72
_BELIEVED_DPI = (97, 2400)
"""72 and 96 are what cameras and screens write for want of knowledge; the coarsest fax has 98 lines to the inch."""


@dataclass(frozen=True)
class Picture:
    """Frame `frame` of a picture file, `width` x `height` pixels at `dpi`, and at `dpi_down` where a fax differs.

    `data`: the whole file, where it was given whole; `turned`: as `held_turned` of a JPEG.
    """

    data: bytes
    media_type: str
    frame: int
    width: int
    height: int
    dpi: float
    dpi_down: float | None = None
    turned: int = 0


def look_at(source: bytes | BinaryIO, name: str) -> list[Picture]:
    """The frames of a picture file, by its header alone. OfficeError as `importing.look_into`."""
    data = source if isinstance(source, bytes) else b""
    with opened(source, name) as image:
        media_type = FORMATS[str(image.format)]
        turned = held_turned(image) if media_type == "image/jpeg" else 0
        frames = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
        found = []
        for frame in range(frames):
            image.seek(frame)
            most = MOST_JPEG_PIXELS if media_type == "image/jpeg" else MOST_PIXELS
            if image.width * image.height > most:
                pixels = round(image.width * image.height / 1e6)
                raise OfficeError("capture.picture_too_large", file=name, megapixels=pixels, most=most // 10**6)
            found.append(Picture(data, media_type, frame, image.width, image.height, *_dpi(image), turned))
    if media_type == "image/jpeg" and _is_half(source):
        raise OfficeError("capture.picture_torn", file=name)
    return found


def _is_half(source: bytes | BinaryIO) -> bool:
    """A JPEG without an end after its last scan."""
    if not isinstance(source, bytes):
        source.seek(0)
        source = source.read()
    return source.rfind(b"\xff\xd9") < source.rfind(b"\xff\xda")


def size_mm(picture: Picture) -> tuple[float, float]:
    """Width and height of the sheet, upright."""
    wide, high = picture.width / picture.dpi * 25.4, picture.height / (picture.dpi_down or picture.dpi) * 25.4
    return (high, wide) if picture.turned % 180 else (wide, high)


def to_pdf(pictures: Sequence[Picture], progress: Progress, cancel: threading.Event) -> bytes:
    """One page a picture, in its true size. OfficeError `capture.cancelled`, `capture.picture_torn`."""
    import pikepdf

    pdf = pikepdf.new()
    for done, picture in enumerate(pictures):
        if cancel.is_set():
            raise OfficeError("capture.cancelled")
        _add_page(pdf, picture)
        progress(done + 1, len(pictures))
    file = io.BytesIO()
    pdf.save(file, deterministic_id=True)
    return file.getvalue()


@contextmanager
def opened(source: bytes | BinaryIO, name: str) -> "Iterator[Image]":
    """A picture file's header, and its pixels when they are asked for; what is wrong with either is told."""
    with telling(name):
        yield _open_any_size(source)


@contextmanager
def telling(name: str) -> Iterator[None]:
    """What Pillow says of a picture file, as the clerk hears it."""
    from PIL import UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow grumbles about odd files that it reads all the same
            yield
    except UnidentifiedImageError as error:
        raise OfficeError("capture.not_a_document", file=name) from error
    except (OSError, SyntaxError, ValueError, TypeError, EOFError, KeyError) as error:
        raise OfficeError("capture.picture_torn", file=name) from error


_opening = threading.Lock()


def _open_any_size(source: bytes | BinaryIO) -> "Image":
    """Reads the header only; Pillow's own limit is lifted meanwhile, because ours knows which formats are unpacked."""
    from PIL import Image

    with _opening:
        limit, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
        try:
            file = io.BytesIO(source) if isinstance(source, bytes) else source
            return Image.open(file, formats=list(FORMATS))
        finally:
            Image.MAX_IMAGE_PIXELS = limit


def _dpi(image: "Image") -> tuple[float, float]:
    """Across and down: what the file says when it can be true of a sheet of paper; else whatever fits it on A4."""
    across, down = (float(said) for said in image.info.get("dpi", (0, 0)))
    least, most = _BELIEVED_DPI
    if least <= across <= most and least <= down <= most:
        return across, down
    short, long = sorted((image.width, image.height))
    fitting = max(short / (_A4_MM[0] / 25.4), long / (_A4_MM[1] / 25.4))
    return fitting, fitting


def _add_page(pdf: Any, picture: Picture) -> None:
    import pikepdf

    width = picture.width / picture.dpi * 72
    height = picture.height / (picture.dpi_down or picture.dpi) * 72
    if picture.media_type == "image/jpeg" and (space := _jpeg_space(picture)):
        stream = pikepdf.Stream(pdf, picture.data, _image(picture, space, 8, pikepdf.Name.DCTDecode))
        turn = _jpeg_turn(picture)
    else:
        stream = _unpacked(pdf, picture)
        turn = 0
    content = f"q {width:.4f} 0 0 {height:.4f} 0 0 cm /Im Do Q".encode("ascii")
    page = pikepdf.Dictionary(
        Type=pikepdf.Name.Page,
        MediaBox=[0, 0, round(width, 4), round(height, 4)],
        Rotate=turn,
        Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=pdf.make_indirect(stream))),
        Contents=pdf.make_stream(content),
    )
    pdf.pages.append(pikepdf.Page(page))


def _image(picture: Picture, space: str, bits: int, packing: Any) -> Any:
    import pikepdf

    return pikepdf.Dictionary(
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=picture.width,
        Height=picture.height,
        ColorSpace=pikepdf.Name(f"/{space}"),
        BitsPerComponent=bits,
        Filter=packing,
    )


def _jpeg_space(picture: Picture) -> str | None:
    """The PDF colour space of a JPEG that a PDF may hold as it is."""
    with opened(picture.data, "") as image:
        return {"L": "DeviceGray", "RGB": "DeviceRGB"}.get(image.mode)


def _jpeg_turn(picture: Picture) -> int:
    with opened(picture.data, "") as image:
        return held_turned(image)


def held_turned(image: "Image") -> int:
    """A phone writes how it was held: by how many degrees clockwise its picture stands upright."""
    return {3: 180, 6: 90, 8: 270}.get(int(image.getexif().get(0x0112, 1)), 0)


def _unpacked(pdf: Any, picture: Picture) -> Any:
    import pikepdf

    with opened(picture.data, "") as image:
        image.seek(picture.frame)
        space, bits, raw = _samples(image)
    packed = zlib.compress(raw, 6)
    return pikepdf.Stream(pdf, packed, _image(picture, space, bits, pikepdf.Name.FlateDecode))


def _samples(image: "Image") -> tuple[str, int, bytes]:
    """Colour space, bits and rows as a PDF wants them; transparency is laid on white paper."""
    from PIL import Image

    if image.mode == "1":
        return "DeviceGray", 1, image.tobytes()
    if image.mode in {"L", "I;16"}:
        return "DeviceGray", 8, image.convert("L").tobytes()
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        solid = image.convert("RGBA")
        paper = Image.new("RGB", solid.size, "white")
        paper.paste(solid, mask=solid.getchannel("A"))
        return "DeviceRGB", 8, paper.tobytes()
    return "DeviceRGB", 8, image.convert("RGB").tobytes()
