"""Pages of PDFs as pictures. PDFium keeps global state, so one lock stands before every call into it."""

import atexit
import os
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import RLock
from typing import Any, BinaryIO, Protocol, Union

from desktop.office.errors import OfficeError
from desktop.paper.thai_text import MM_PER_POINT

MOST_PIXELS = 40_000_000
"""A page asked for in more (a poster, a broken size) is drawn coarser: 160 MB is what a desk can spare."""


class Parts(Protocol):
    """A file that is read by parts, wherever it lies; each `opened()` is another reader of it."""

    def opened(self) -> BinaryIO: ...


Given = bytes | Path | BinaryIO | Parts
Source = Union[Given, "Held"]

_pdfium = RLock()
_MOST_DRAWN = 24
"""So many pages are drawn from one opening of a held document: a scanned page leaves megabytes behind."""

_LEAST_TEXT = 60
"""So few letters are no page that was read, but a mark of some program."""
_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """Rows of pixels of 4 bytes (blue, green, red and one unused), of a `grey` page of one byte.

    `dpi` is what was drawn, perhaps less than asked.
    """

    width: int
    height: int
    stride: int
    data: bytes
    dpi: float
    grey: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """One character of a text layer and its box in mm, from the top left of the page as a reader sees it."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class Held:
    """A source that stays open from one call to the next, for turning its pages; opened anew after `close`."""

    def __init__(self, source: Given) -> None:
        self._source = source
        self._kept: list[Any] = []
        self._drawn = 0
        weakref.finalize(self, _shut, self._kept)
        _held.add(self)

    def document(self) -> Any:
        """For this module, under its lock."""
        if not self._kept:
            self._kept.append(_open(self._source))
            _close_all_at_the_end()
        return self._kept[0]

    def drawn(self) -> None:
        """For this module: PDFium keeps what it has read of every page until its document is closed."""
        self._drawn += 1
        if self._drawn >= _MOST_DRAWN:
            self.close()

    def close(self) -> None:
        self._drawn = 0
        _shut(self._kept)


_held: "weakref.WeakSet[Held]" = weakref.WeakSet()


@cache
def _close_all_at_the_end() -> None:
    """After PDFium was loaded: what is asked for later is done earlier, and PDFium goes last."""
    atexit.register(_close_all)


def _close_all() -> None:
    for held in tuple(_held):
        held.close()


def _shut(kept: list[Any]) -> None:
    with _pdfium:
        while kept:
            kept.pop().close()


def page_count(source: Source) -> int:
    """How many pages; OfficeError `document.empty`, `document.encrypted`, `document.torn` here and below."""
    with _opened(source) as document:
        return len(document)


def page_size_mm(source: Source, page: int = 0) -> tuple[float, float]:
    """Width and height of the page as a reader sees it."""
    with _opened(source) as document, _loaded(document, page) as loaded:
        width, height = loaded.get_size()
        return width * MM_PER_POINT, height * MM_PER_POINT


def page_sizes_mm(source: Source) -> tuple[tuple[float, float], ...]:
    """Width and height of every page, in one opening of the document."""
    import pypdfium2

    with _opened(source) as document:
        try:
            sizes = [document.get_page_size(page) for page in range(len(document))]
        except pypdfium2.PdfiumError as error:
            raise OfficeError("document.torn") from error
        return tuple((width * MM_PER_POINT, height * MM_PER_POINT) for width, height in sizes)


def render(source: Source, page: int = 0, dpi: float = 150.0) -> RenderedPage:
    """The page drawn on white."""
    with _opened(source) as document, _loaded(document, page) as loaded:
        width, height = loaded.get_size()
        pixels = max(width * height * (dpi / 72) ** 2, 1.0)
        dpi = dpi * min(1.0, (MOST_PIXELS / pixels) ** 0.5)
        bitmap = loaded.render(scale=dpi / 72, prefer_bgrx=True, maybe_alpha=False)
        try:
            drawn = RenderedPage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer), dpi)
        finally:
            bitmap.close()
    if isinstance(source, Held):
        source.drawn()
    return drawn


def page_text(source: Source, page: int = 0) -> str:
    """The text layer of the page, lines parted by line breaks."""
    with _opened(source) as document, _loaded(document, page) as loaded:
        text_page = loaded.get_textpage()
        try:
            text: str = text_page.get_text_range()
            return text.replace("\r\n", "\n")
        finally:
            text_page.close()


def own_text(source: Source, page: int = 0) -> str:
    """As `page_text`, and empty where it is too little to be what stands on the page."""
    text = page_text(source, page)
    return text if len(text.strip()) >= _LEAST_TEXT else ""


def page_signs(source: Source, page: int = 0) -> tuple[Sign, ...]:
    """The text layer of the page sign by sign; a line break ends each line, and has no width."""
    with _opened(source) as document, _loaded(document, page) as loaded:
        text_page = loaded.get_textpage()
        try:
            return tuple(_signs(text_page, _placing(loaded)))
        finally:
            text_page.close()


def _signs(text_page: Any, placing: "_Placing") -> Iterator[Sign]:
    import ctypes

    from pypdfium2 import raw

    box = raw.FS_RECTF()
    for place in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(text_page, place)
        if code == ord("\n"):
            yield Sign("\n", 0, 0, 0, 0)
        elif code not in (0, ord("\r")) and raw.FPDFText_GetLooseCharBox(text_page, place, ctypes.byref(box)):
            (x1, y1), (x2, y2) = placing.spot(box.left, box.bottom), placing.spot(box.right, box.top)
            yield Sign(chr(code), min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


@dataclass(frozen=True)
class _Placing:
    """From points on the sheet to mm on the page as it is turned and cut."""

    zero: tuple[float, float]
    across: tuple[float, float]
    up: tuple[float, float]

    def spot(self, x: float, y: float) -> tuple[float, float]:
        return (
            self.zero[0] + x * self.across[0] + y * self.up[0],
            self.zero[1] + x * self.across[1] + y * self.up[1],
        )


def _placing(loaded: Any) -> _Placing:
    import ctypes

    from pypdfium2 import raw

    width, height = loaded.get_size()
    fine, far = 1000, 1000.0
    whole = round(width * fine), round(height * fine)

    def spot(x: float, y: float) -> tuple[float, float]:
        across, down = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(loaded, 0, 0, *whole, 0, x, y, across, down)
        return across.value / fine * MM_PER_POINT, down.value / fine * MM_PER_POINT

    zero, right, top = spot(0, 0), spot(far, 0), spot(0, far)
    return _Placing(
        zero,
        ((right[0] - zero[0]) / far, (right[1] - zero[1]) / far),
        ((top[0] - zero[0]) / far, (top[1] - zero[1]) / far),
    )


@contextmanager
def _opened(source: Source) -> Iterator[Any]:
    with _pdfium:
        if isinstance(source, Held):
            yield source.document()
            return
        document = _open(source)
        try:
            yield document
        finally:
            document.close()


def _open(source: Given) -> Any:
    import pypdfium2

    given = source.opened() if hasattr(source, "opened") else source
    if not _length(given):
        raise OfficeError("document.empty")
    careful = given if isinstance(given, bytes | Path) else _Careful(given)
    try:
        document = pypdfium2.PdfDocument(careful, autoclose=given is not source)
    except pypdfium2.PdfiumError as error:
        encrypted = getattr(error, "err_code", None) == _PASSWORD_ERROR
        raise OfficeError("document.encrypted" if encrypted else "document.torn") from error
    if not len(document):
        document.close()
        raise OfficeError("document.torn")
    return document


def _length(given: bytes | Path | BinaryIO) -> int:
    if isinstance(given, bytes):
        return len(given)
    return given.stat().st_size if isinstance(given, Path) else given.seek(0, os.SEEK_END)


class _Careful:
    """A reader for PDFium, which hears no exceptions: where a file is damaged it ends, and what needs it is torn."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.seek, self.tell, self.read, self.close = file.seek, file.tell, file.read, file.close

    def readinto(self, buffer: Any) -> int:
        try:
            return int(self._file.readinto(buffer))  # type: ignore[attr-defined]
        except OfficeError:
            return 0


@contextmanager
def _loaded(document: Any, page: int) -> Iterator[Any]:
    """One page; IndexError if the document has no such page, OfficeError if it has one that cannot be read."""
    import pypdfium2

    if not 0 <= page < len(document):
        raise IndexError(page)
    try:
        loaded = document[page]
    except pypdfium2.PdfiumError as error:
        raise OfficeError("document.torn") from error
    try:
        yield loaded
    finally:
        loaded.close()
