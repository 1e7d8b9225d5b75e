"""Pages that are one JPEG each, as scanners make them: unpacked at a half, a quarter or an eighth of its size.

That takes a fraction of the time of the whole picture, and waits for nobody who draws with PDFium.
"""

import io
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.office.errors import OfficeError
from desktop.paper.pages import Given, RenderedPage

if TYPE_CHECKING:
    from PIL.Image import Image

T = TypeVar("T")
log = logging.getLogger(__name__)

SKETCH_DPI = 72
_ENOUGH = 0.97
"""So much of the wanted fineness will do: paper is measured in whole points, pictures in whole pixels."""
_LEAST_SHRUNK = 2
_MUCH_FINER = 1.25
_NEAR = 0.02
"""Of a side of the page: what a picture may leave free at an edge, or stand over it."""
_PLAIN = ("/DeviceGray", "/CalGray", "/DeviceRGB", "/CalRGB")
_OTHERWISE = ("/Decode", "/DecodeParms", "/SMask", "/Mask", "/ImageMask", "/Matte")
"""By these a picture looks otherwise than its JPEG."""
_SHORT = 1000
"""Bytes of a page's commands: they only lay a picture over it. Longer ones draw more than that."""
_STRANGE = (ValueError, TypeError, LookupError, AttributeError)
_POINTS = 72.0
_Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class _Scan:
    """A JPEG over all of a page. `wide`: the page's width before it is turned (inches), `turned`: clockwise (degrees).

    `alone`: nothing else is drawn there.
    """

    jpeg: bytes
    wide: float
    turned: int
    alone: bool


class Scans:
    """Of one document; any thread. It is opened at the first page and again after `close`."""

    def __init__(self, source: Given) -> None:
        self._source = source
        self._pdf: Any = None
        self._is_strange = False
        self._not_alone: set[int] = set()
        self._reading = Lock()

    def first(self, page: int, dpi: float) -> tuple[RenderedPage, bool] | None:
        """As `drawn`, and that it is; else a sketch: its picture as coarse as may be looked at for a moment.

        What is drawn over the picture is missing in a sketch. None of a page that isn't a JPEG.
        """
        scan = self._scan(page)
        if scan is None:
            return None
        drawn = _unpacked(scan, dpi) if scan.alone else None
        if drawn is not None:
            return drawn, True
        sketch = _unpacked(scan, SKETCH_DPI)
        return (sketch, False) if sketch is not None else None

    def drawn(self, page: int, dpi: float) -> RenderedPage | None:
        """The page (from 0) at `dpi` or a little finer; None where there is more to draw than some pixels of a JPEG."""
        scan = self._scan(page) if page not in self._not_alone else None
        return _unpacked(scan, dpi) if scan is not None and scan.alone else None

    def close(self) -> None:
        with self._reading:
            if self._pdf is not None:
                self._pdf.close()
                self._pdf = None

    def _scan(self, page: int) -> _Scan | None:
        """One at a time reads the file; unpacking goes on side by side."""
        with self._reading:
            self._pdf = self._pdf or self._tried(lambda: _opened(self._source))
            self._is_strange = self._pdf is None
            scan = self._tried(lambda: _scan_on(self._pdf.pages[page])) if self._pdf is not None else None
            if scan is None or not scan.alone:
                self._not_alone.add(page)
            return scan

    def _tried(self, act: Callable[[], T]) -> T | None:
        """PDFs are written by many hands: what is not understood here is PDFium's."""
        import pikepdf

        if self._is_strange:
            return None
        try:
            return act()
        except (pikepdf.PdfError, pikepdf.PasswordError, OfficeError, *_STRANGE) as error:
            log.info("a page is not drawn from its JPEG: %s", error)
            return None


def _opened(source: Given) -> Any:
    import pikepdf

    if hasattr(source, "opened"):
        return pikepdf.open(source.opened(), attempt_recovery=False)
    if isinstance(source, bytes):
        return pikepdf.open(io.BytesIO(source), attempt_recovery=False)
    if isinstance(source, Path):
        return pikepdf.open(source, attempt_recovery=False)
    raise ValueError("a file that others read too")


def _scan_on(page: Any) -> _Scan | None:
    left, bottom, right, top = (float(edge) for edge in page.cropbox)
    picture, (a, b, c, d, e, f), alone = _only_picture(page)
    over = abs(e - left), abs(f - bottom), abs(e + a - right), abs(f + d - top)
    if b or c or max(over) > _NEAR * min(right - left, top - bottom) or not _is_plain(picture):
        return None
    if float(page.obj.get("/UserUnit", 1)) != 1:
        return None
    turned = int(page.obj.get("/Rotate", 0)) % 360
    return _Scan(picture.read_raw_bytes(), (right - left) / _POINTS, turned, alone and "/Annots" not in page.obj)


def _only_picture(page: Any) -> tuple[Any, _Matrix, bool]:
    """The one picture that a page shows, where, and whether it is all; LookupError where there is none, or another."""
    at: _Matrix = (1, 0, 0, 1, 0, 0)
    before, found = list[_Matrix](), list[tuple[Any, _Matrix]]()
    commands, alone = _commands(page)
    for operands, operator in commands:
        sign = str(operator)
        if sign == "q":
            before.append(at)
        elif sign == "Q":
            at = before.pop()
        elif sign == "cm":
            at = _within(at, *(float(one) for one in operands))
        elif sign == "Do" and (drawn := page.resources["/XObject"][operands[0]])["/Subtype"] == "/Image":
            found.append((drawn, at))
        else:
            alone = False
    (picture, where), *others = found
    if others:
        raise LookupError("several pictures")
    return picture, where, alone


def _commands(page: Any) -> tuple[Any, bool]:
    """What a page draws, of long pages only what it draws by name; and whether that is all."""
    import pikepdf

    contents = page.obj["/Contents"]
    streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    short = sum(int(stream["/Length"]) for stream in streams) <= _SHORT
    return pikepdf.parse_content_stream(page, "" if short else "q Q cm Do"), short


def _within(at: _Matrix, a: float, b: float, c: float, d: float, e: float, f: float) -> _Matrix:
    p, q, r, s, t, u = at
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _is_plain(picture: Any) -> bool:
    """Whether it looks as its JPEG does."""
    import pikepdf

    packed, space = picture["/Filter"], picture["/ColorSpace"]
    names = list(packed) if isinstance(packed, pikepdf.Array) else [packed]
    if [str(name) for name in names] != ["/DCTDecode"] or any(key in picture for key in _OTHERWISE):
        return False
    kind = str(space[0]) if isinstance(space, pikepdf.Array) else str(space)
    return kind in _PLAIN or (kind == "/ICCBased" and int(space[1]["/N"]) in (1, 3))


def _unpacked(scan: _Scan, dpi: float) -> RenderedPage | None:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(scan.jpeg), formats=("JPEG",)) as picture:
            share = scan.wide * dpi * _ENOUGH / picture.width
            if picture.mode not in ("L", "RGB") or share * _LEAST_SHRUNK > 1:
                return None
            picture.draft(None, (max(1, int(picture.width * share)), max(1, int(picture.height * share))))
            small = picture if picture.mode == "L" else _no_finer(picture, round(scan.wide * dpi))
            return _rendered(_turned(small, scan.turned), small.width / scan.wide)
    except (OSError, Image.DecompressionBombError):
        return None


def _no_finer(picture: "Image", width: int) -> "Image":
    """Halves are coarse steps: colours much finer than wanted would fill the memory kept for pages."""
    from PIL import Image

    if picture.width <= _MUCH_FINER * width:
        return picture
    return picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.BILINEAR)


def _turned(picture: "Image", degrees: int) -> "Image":
    from PIL import Image

    turns = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
    return picture.transpose(turns[degrees]) if degrees else picture


def _rendered(picture: "Image", dpi: float) -> RenderedPage:
    """Grey stays grey: a quarter of the bytes, and nothing to reckon."""
    if picture.mode == "L":
        return RenderedPage(picture.width, picture.height, picture.width, picture.tobytes(), dpi, grey=True)
    rows = picture.tobytes("raw", "BGRX")
    return RenderedPage(picture.width, picture.height, picture.width * 4, rows, dpi)
