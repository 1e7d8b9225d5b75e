"""Files into documents. What a file is, its first bytes say; its name may lie."""

import io
import os
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeAlias

from desktop.capture.batch import NewPage
from desktop.capture.model import NOT_STOPPED, CapturedDocument, Progress, Source, silent
from desktop.capture.pictures import Picture, look_at, size_mm, to_pdf
from desktop.capture.vetting import QUARANTINED, vet, vet_pdf
from desktop.devices.scanner import ScannedPage
from desktop.office.errors import OfficeError
from desktop.store.blobs import CHUNK, BlobRef, Blobs

MOST_BYTES = 2 << 30
"""A larger file is a mistake or a trap; 500 pages of grey A4 at 300 dpi have 1 GB, which never lie in the memory."""
MOST_IN_MEMORY = 400 << 20
"""Of what is read whole."""


def from_path(
    path: Path, source: Source = Source.FILE, progress: Progress = silent, cancel: threading.Event = NOT_STOPPED
) -> CapturedDocument:
    """A file from the disk. Errors as `file_bytes` and `from_bytes`."""
    return from_bytes(file_bytes(path), path.name, source, progress, cancel)


def file_bytes(path: Path) -> bytes:
    """OfficeError `capture.unreadable`, `capture.file_too_large`."""
    _check_size(path, MOST_IN_MEMORY)
    try:
        return path.read_bytes()
    except OSError as error:
        raise OfficeError("capture.unreadable", file=path.name) from error


def keep_file(blobs: Blobs, path: Path) -> BlobRef:
    """Lays a copy of a file into the store, a piece at a time; errors as `file_bytes`, and `store.disk_full`."""
    _check_size(path, MOST_BYTES)
    return blobs.put_chunks(_pieces(path))


def _check_size(path: Path, most: int) -> None:
    try:
        size = path.stat().st_size
    except OSError as error:
        raise OfficeError("capture.unreadable", file=path.name) from error
    if size > most:
        raise OfficeError("capture.file_too_large", file=path.name, most=most >> 20)


def _pieces(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while piece := file.read(CHUNK):
                yield piece
    except OSError as error:
        raise OfficeError("capture.unreadable", file=path.name) from error


@dataclass(frozen=True)
class LookedInto:
    """A file as it may be read: its pages, in `data`, which is the file itself unless something was found in it.

    `findings` as in `vetting.Vetted`.
    """

    data: bytes | BlobRef
    pages: tuple[NewPage, ...]
    findings: tuple[str, ...] = ()


def looked_into(data: bytes, name: str, password: str = "") -> LookedInto:
    """The pages of a file for a batch; no picture is unpacked. Errors as `from_bytes` and `vetting.vet_pdf`."""
    copy = io.BytesIO()
    found = look_into(io.BytesIO(data), name, password, copy)
    read, pages = data, found.pages
    if found.findings:
        read = copy.getvalue()
        pages = _pdf_pages(copy, is_signed=False)
    return LookedInto(read, tuple(NewPage(read, *page) for page in pages), found.findings)


PageLook: TypeAlias = tuple[str, float, float, int, bool]
"""Media type, width and height in mm, which page of the file, whether it is signed: as in `NewPage`."""


@dataclass(frozen=True)
class Found:
    """The pages of a file; with findings, those of the copy are still to be looked at."""

    pages: tuple[PageLook, ...]
    findings: tuple[str, ...] = ()


def look_into(file: BinaryIO, name: str, password: str, copy: BinaryIO) -> Found:
    """As `looked_into`, of a file that is read by parts; with findings the copy to be read is written to `copy`."""
    if not file.seek(0, os.SEEK_END):
        raise OfficeError("document.empty", file=name)
    file.seek(0)
    is_pdf = _is_pdf(file.read(_HEAD))
    file.seek(0)
    if not is_pdf:
        pictures = look_at(file, name)
        return Found(tuple((one.media_type, *size_mm(one), one.frame, False) for one in pictures))
    verdict = vet(file, name, password, copy)
    return Found(() if verdict.findings else _pdf_pages(file, is_signed=verdict.is_signed), verdict.findings)


def _pdf_pages(file: BinaryIO, *, is_signed: bool) -> tuple[PageLook, ...]:
    from desktop.paper.pages import page_sizes_mm

    sizes = enumerate(page_sizes_mm(file))
    return tuple(("application/pdf", *size, frame, is_signed) for frame, size in sizes)


_HEAD = 1024


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:_HEAD]


_PICTURES = (b"\xff\xd8", b"\x89PNG", b"II*\0", b"MM\0*", b"II+\0", b"MM\0+", b"II\0*", b"MM*\0", b"BM")


def may_be_pages(data: bytes) -> bool:
    """Whether its beginning is that of a kind of file that is read here at all."""
    return _is_pdf(data) or data.startswith(_PICTURES)


def from_bytes(
    data: bytes,
    name: str,
    source: Source = Source.FILE,
    progress: Progress = silent,
    cancel: threading.Event = NOT_STOPPED,
) -> CapturedDocument:
    """A PDF as it is, or a TIFF, JPEG, PNG or BMP as a PDF beside its untouched bytes.

    OfficeError `document.empty`, `document.torn`, `document.encrypted`, `capture.not_a_document`,
    `capture.picture_torn`, `capture.picture_too_large`, `capture.cancelled`.
    """
    if not data:
        raise OfficeError("document.empty", file=name)
    if _is_pdf(data):
        vetted = vet_pdf(data, name)
        sizes = _sizes(vetted.data)
        if not vetted.findings:
            return CapturedDocument(name, data, sizes, source)
        return CapturedDocument(name, vetted.data, sizes, source, data, QUARANTINED, findings=vetted.findings)
    pictures = look_at(data, name)
    pdf = to_pdf(pictures, progress, cancel)
    return CapturedDocument(f"{Path(name).stem}.pdf", pdf, _sizes(pdf), source, data, pictures[0].media_type)


def from_scan(
    pages: Sequence[ScannedPage], name: str, progress: Progress = silent, cancel: threading.Event = NOT_STOPPED
) -> CapturedDocument:
    """Scanned pages, each with its own bytes inside the PDF unchanged. OfficeError `document.empty` for no page."""
    if not pages:
        raise OfficeError("document.empty", file=name)
    pictures = [Picture(page.data, page.media_type, 0, page.width, page.height, page.dpi) for page in pages]
    pdf = to_pdf(pictures, progress, cancel)
    return CapturedDocument(f"{name}.pdf", pdf, _sizes(pdf), Source.SCAN)


def _sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    from desktop.paper.pages import page_sizes_mm

    return page_sizes_mm(pdf)
