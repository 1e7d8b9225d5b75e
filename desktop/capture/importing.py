"""Files into documents. What a file is, its first bytes say; its name may lie."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.capture.batch import NewPage
from desktop.capture.model import NOT_STOPPED, CapturedDocument, Progress, Source, silent
from desktop.capture.pictures import Picture, look_at, size_mm, to_pdf
from desktop.capture.vetting import QUARANTINED, vet_pdf
from desktop.devices.scanner import ScannedPage
from desktop.office.errors import OfficeError

MOST_BYTES = 400 << 20
"""A larger file is a mistake or a trap; 500 pages of grey A4 at 300 dpi stay below it."""


def from_path(
    path: Path, source: Source = Source.FILE, progress: Progress = silent, cancel: threading.Event = NOT_STOPPED
) -> CapturedDocument:
    """A file from the disk. Errors as `file_bytes` and `from_bytes`."""
    return from_bytes(file_bytes(path), path.name, source, progress, cancel)


def file_bytes(path: Path) -> bytes:
    """OfficeError `capture.unreadable`, `capture.file_too_large`."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise OfficeError("capture.file_too_large", file=path.name, most=MOST_BYTES >> 20)
        return path.read_bytes()
    except OSError as error:
        raise OfficeError("capture.unreadable", file=path.name) from error


@dataclass(frozen=True)
class LookedInto:
    """A file as it may be read: its pages, in `data`, which is the file itself unless something was found in it.

    `findings` as in `vetting.Vetted`.
    """

    data: bytes
    pages: tuple[NewPage, ...]
    findings: tuple[str, ...] = ()


def looked_into(data: bytes, name: str, password: str = "") -> LookedInto:
    """The pages of a file for a batch; no picture is unpacked. Errors as `from_bytes` and `vetting.vet_pdf`."""
    if not data:
        raise OfficeError("document.empty", file=name)
    if not _is_pdf(data):
        pictures = look_at(data, name)
        return LookedInto(data, tuple(NewPage(data, one.media_type, *size_mm(one), one.frame) for one in pictures))
    from desktop.paper.pdf_signed import is_signed

    vetted = vet_pdf(data, name, password)
    signed = not vetted.findings and is_signed(data)
    sizes = enumerate(_sizes(vetted.data))
    pages = tuple(NewPage(vetted.data, "application/pdf", *size, frame, signed) for frame, size in sizes)
    return LookedInto(vetted.data, pages, vetted.findings)


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


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
