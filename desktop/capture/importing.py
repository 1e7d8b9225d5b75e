"""Files into pages. What a file is, its first bytes say; its name may lie."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeAlias

from desktop.capture.batch import NewPage
from desktop.capture.pictures import look_at, size_mm
from desktop.capture.vetting import vet
from desktop.office.errors import OfficeError
from desktop.store.blobs import CHUNK, BlobRef, Blobs

MOST_BYTES = 2 << 30
"""A larger file is a mistake or a trap; 500 pages of grey A4 at 300 dpi have 1 GB, which never lie in the memory."""


def keep_file(blobs: Blobs, path: Path) -> BlobRef:
    """Lays a copy of a file into the store, a piece at a time.

    OfficeError `capture.unreadable`, `capture.file_too_large`, `store.disk_full`.
    """
    _check_size(path)
    return blobs.put_chunks(_pieces(path))


def _check_size(path: Path) -> None:
    try:
        size = path.stat().st_size
    except OSError as error:
        raise OfficeError("capture.unreadable", file=path.name) from error
    if size > MOST_BYTES:
        raise OfficeError("capture.file_too_large", file=path.name, most=MOST_BYTES >> 20)


def _pieces(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while piece := file.read(CHUNK):
                yield piece
    except OSError as error:
        raise OfficeError("capture.unreadable", file=path.name) from error


@dataclass(frozen=True)
class LookedInto:
    """A kept file as it may be read: its pages, in `data`, which is the file itself unless something was found in it.

    `findings` as in `vetting.Verdict`.
    """

    data: BlobRef
    pages: tuple[NewPage, ...]
    findings: tuple[str, ...] = ()


PageLook: TypeAlias = tuple[str, float, float, int, bool]
"""Media type, width and height in mm, which page of the file, whether it is signed: as in `NewPage`."""


@dataclass(frozen=True)
class Found:
    """The pages of a file; with findings, those of the copy are still to be looked at."""

    pages: tuple[PageLook, ...]
    findings: tuple[str, ...] = ()


def look_into(file: BinaryIO, name: str, password: str, copy: BinaryIO) -> Found:
    """The pages of a file that is read by parts; no picture is unpacked. With findings the copy is written to `copy`.

    OfficeError `document.empty`, `capture.not_a_document`, `capture.picture_torn`, `capture.picture_too_large`, and as
    `vetting.vet`.
    """
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
