"""Files and scanned pages on their way in; no widgets. Everything here may take long and runs in the background."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from desktop.capture.importing import from_bytes, from_path, from_scan
from desktop.capture.model import CapturedDocument, Progress, Source
from desktop.devices.scanner import ScannedPage, ScanSettings, ScanSource
from desktop.office.errors import OfficeError

KINDS = ("pdf", "tif", "tiff", "jpg", "jpeg", "png", "bmp")


@dataclass(frozen=True)
class Brought:
    """What came in, and what did not: one bad file does not keep the others out."""

    documents: tuple[CapturedDocument, ...]
    failures: tuple[OfficeError, ...] = ()


@dataclass(frozen=True)
class Scanned:
    """The pages that arrived; `failure` when the scanner stopped before its time. They are never taken back."""

    pages: tuple[ScannedPage, ...]
    failure: OfficeError | None = None


def bring_files(paths: Sequence[Path], source: Source, progress: Progress, cancel: Event) -> Brought:
    """Every file as a document. `progress` counts the pages of one file, or the files when there are several."""
    documents, failures = [], []
    one = len(paths) == 1
    for place, path in enumerate(paths):
        if cancel.is_set():
            break
        try:
            documents.append(from_path(path, source, progress if one else _unheard, cancel))
        except OfficeError as error:
            failures.append(error)
        if not one:
            progress(place + 1, len(paths))
    return Brought(tuple(documents), tuple(failures))


def bring_picture(picture: bytes, name: str, progress: Progress, cancel: Event) -> Brought:
    """A pasted picture as a document of one page."""
    try:
        return Brought((from_bytes(picture, f"{name}.png", Source.PASTE, progress, cancel),))
    except OfficeError as error:
        return Brought((), (error,))


def scan_pages(
    source: ScanSource, device_id: str, settings: ScanSettings, cancel: Event, arrived: Callable[[int], None]
) -> Scanned:
    """Scans until the feeder is empty or `cancel` is set; `arrived` tells how many pages there are."""
    pages: list[ScannedPage] = []
    try:
        for page in source.scan(device_id, settings, cancel):
            pages.append(page)
            arrived(len(pages))
    except OfficeError as error:
        return Scanned(tuple(pages), error)
    return Scanned(tuple(pages))


def document_of(scanned: Scanned, name: str) -> CapturedDocument | None:
    """The pages of a scan as one document; None when not one page arrived."""
    return from_scan(scanned.pages, name) if scanned.pages else None


def _unheard(done: int, total: int) -> None:
    """Pages of one file among several are not told."""
