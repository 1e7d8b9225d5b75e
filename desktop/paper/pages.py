"""Pages of PDFs as pictures. PDFium keeps global state, so one lock stands before every call into it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from os import SEEK_END
from pathlib import Path
from threading import RLock
from typing import Any, BinaryIO

from desktop.office.errors import OfficeError
from desktop.paper.thai_text import MM_PER_POINT

MOST_PIXELS = 40_000_000
"""A page asked for in more (a poster, a broken size) is drawn coarser: 160 MB is what a desk can spare."""

Source = bytes | Path | BinaryIO

_pdfium = RLock()
_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """Rows of 4-byte pixels, blue green red and one unused; `dpi` is what was drawn, perhaps less than asked."""

    width: int
    height: int
    stride: int
    data: bytes
    dpi: float


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
    with _opened(source) as document:
        sizes = []
        for page in range(len(document)):
            with _loaded(document, page) as loaded:
                width, height = loaded.get_size()
                sizes.append((width * MM_PER_POINT, height * MM_PER_POINT))
        return tuple(sizes)


def render(source: Source, page: int = 0, dpi: float = 150.0) -> RenderedPage:
    """The page drawn on white."""
    with _opened(source) as document, _loaded(document, page) as loaded:
        width, height = loaded.get_size()
        pixels = max(width * height * (dpi / 72) ** 2, 1.0)
        dpi = dpi * min(1.0, (MOST_PIXELS / pixels) ** 0.5)
        bitmap = loaded.render(scale=dpi / 72, prefer_bgrx=True, maybe_alpha=False)
        try:
            return RenderedPage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer), dpi)
        finally:
            bitmap.close()


def page_text(source: Source, page: int = 0) -> str:
    """The text layer of the page, lines parted by line breaks."""
    with _opened(source) as document, _loaded(document, page) as loaded:
        text_page = loaded.get_textpage()
        try:
            text: str = text_page.get_text_range()
            return text.replace("\r\n", "\n")
        finally:
            text_page.close()


@contextmanager
def _opened(source: Source) -> Iterator[Any]:
    import pypdfium2

    if not _length(source):
        raise OfficeError("document.empty")
    with _pdfium:
        try:
            document = pypdfium2.PdfDocument(source)
        except pypdfium2.PdfiumError as error:
            encrypted = getattr(error, "err_code", None) == _PASSWORD_ERROR
            raise OfficeError("document.encrypted" if encrypted else "document.torn") from error
        try:
            if not len(document):
                raise OfficeError("document.torn")
            yield document
        finally:
            document.close()


def _length(source: Source) -> int:
    if isinstance(source, Path):
        return source.stat().st_size
    return len(source) if isinstance(source, bytes) else source.seek(0, SEEK_END)


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
