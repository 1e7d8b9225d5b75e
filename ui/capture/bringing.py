"""Files and scanned pages on their way in; no widgets. Everything here may take long and runs in the background."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from desktop.capture.model import CapturedDocument, Progress, Source
from desktop.office.errors import OfficeError

if TYPE_CHECKING:
    from desktop.capture.intake import Intake

KINDS = ("pdf", "tif", "tiff", "jpg", "jpeg", "png", "bmp")


@dataclass(frozen=True)
class Brought:
    """What came in, and what did not: one bad file does not keep the others out."""

    documents: tuple[CapturedDocument, ...]
    failures: tuple[OfficeError, ...] = ()
    locked: tuple[Path, ...] = ()
    """Files that want a password."""


def bring_files(
    intake: "Intake",
    paths: Sequence[Path],
    source: Source,
    progress: Progress,
    cancel: Event,
    password: str = "",
) -> Brought:
    """Every file as a document. `progress` counts the pages of one file, or the files when there are several."""
    documents, failures, locked = [], [], []
    one = len(paths) == 1
    for place, path in enumerate(paths):
        if cancel.is_set():
            break
        try:
            documents.append(intake.file(path, source, progress if one else _unheard, cancel, password))
        except OfficeError as error:
            if error.code in ("document.encrypted", "document.wrong_password"):
                locked.append(path)
            if error.code != "document.encrypted":
                failures.append(error)
        if not one:
            progress(place + 1, len(paths))
    return Brought(tuple(documents), tuple(failures), tuple(locked))


def bring_picture(intake: "Intake", picture: bytes, name: str, progress: Progress, cancel: Event) -> Brought:
    """A pasted picture as a document of one page."""
    try:
        return Brought((intake.bytes(picture, f"{name}.png", Source.PASTE, progress, cancel),))
    except OfficeError as error:
        return Brought((), (error,))


def _unheard(done: int, total: int) -> None:
    """Pages of one file among several are not told."""
