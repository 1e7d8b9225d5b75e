"""Foreign files opened by a worker process: a document, or a clear refusal, in bounded memory and time.

The worker has none of the file: it asks for the parts that it wants, and sends a copy as it writes it: that without
what acts by itself, if there must be one, or the PDF of pictures, if that is wanted. So to look into a file of any size
takes the memory of a page.
"""

import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from desktop.capture.batch import NewPage
from desktop.capture.importing import LookedInto
from desktop.capture.model import NOT_STOPPED, CapturedDocument, Progress, Source, silent
from desktop.capture.vetting import QUARANTINED
from desktop.devices.frames import Header, read_frame, write_frame
from desktop.devices.lent_file import is_asked, part
from desktop.devices.worker_process import close, opened, start, surroundings
from desktop.office.errors import OfficeError
from desktop.store.blob_file import Stored
from desktop.store.blobs import Blobs, NewBlob

WORKER = ("-m", "desktop.capture.opening_worker")
PATIENCE_S = 150.0


def open_safely(
    given: Stored,
    name: str,
    password: str = "",
    command: Sequence[str] = (sys.executable, *WORKER),
    patience_s: float = PATIENCE_S,
) -> LookedInto:
    """What `importing.look_into` finds, found elsewhere. A bundled program is its own interpreter and knows `WORKER`.

    OfficeError as `look_into`, and `capture.reader_died` for a file that its reader did not survive.
    """
    return _found(given, {"name": name, "password": password, "pdf": False}, _Reader(command, patience_s))


def document_of(
    given: Stored, name: str, source: Source, progress: Progress = silent, cancel: threading.Event = NOT_STOPPED
) -> CapturedDocument:
    """A PDF as it is, or a picture file as a PDF beside its untouched bytes: nothing of it is read in this process.

    OfficeError as `open_safely`, and `capture.cancelled`.
    """
    order = {"name": name, "password": "", "pdf": True}
    found = _found(given, order, _Reader((sys.executable, *WORKER), PATIENCE_S, progress, cancel))
    sizes = tuple((page.width_mm, page.height_mm) for page in found.pages)
    media_type = found.pages[0].media_type
    shown = Stored(given.blobs, found.data.sha256)
    if media_type != "application/pdf":
        return CapturedDocument(f"{Path(name).stem}.pdf", shown, sizes, source, given, media_type)
    if not found.findings:
        return CapturedDocument(name, given, sizes, source)
    return CapturedDocument(name, shown, sizes, source, given, QUARANTINED, findings=found.findings)


@dataclass(frozen=True)
class _Reader:
    """How to start a worker, and who may stop it."""

    command: Sequence[str]
    patience_s: float
    progress: Progress = silent
    cancel: threading.Event = NOT_STOPPED


def _found(given: Stored, order: Header, reader: _Reader) -> LookedInto:
    found = _looked(given, order, reader)
    if not found.findings:
        return found
    clean = _looked(Stored(given.blobs, found.data.sha256), order | {"password": ""}, reader)
    if clean.findings:
        raise OfficeError("document.torn", file=order["name"])
    return replace(clean, findings=found.findings)


def _looked(given: Stored, order: Header, reader: _Reader) -> LookedInto:
    """One look at a file: its pages, or, with `findings`, the copy without them, whose pages nobody looked at yet."""
    with ExitStack() as files:
        source, copy = files.enter_context(given.opened()), _Copy(files, given.blobs)
        header = _answer(order | {"size": given.ref.size}, source, copy.write, reader)
        if header is None:
            raise OfficeError("capture.reader_died", file=order["name"])
        if "error" in header:
            raise OfficeError(header["error"], **header["subject"])
    read = copy.made.ref if copy.made is not None else given.ref
    return LookedInto(read, tuple(NewPage(read, *page) for page in header["pages"]), tuple(header["findings"]))


def _answer(order: Header, source: BinaryIO, keep: Callable[[bytes], object], reader: _Reader) -> Header | None:
    """What the worker says in the end; None when it did not live to say it."""
    process = start(reader.command, surroundings())
    patience = threading.Timer(reader.patience_s, process.kill)
    patience.start()
    try:
        asks, tells = opened(process.stdin), opened(process.stdout)
        with suppress(OSError):  # it died while it was being told
            write_frame(asks, order)
            while (told := read_frame(tells)) is not None:
                header, piece = told
                if reader.cancel.is_set():
                    raise OfficeError("capture.cancelled")
                if is_asked(header):
                    write_frame(asks, {}, part(source, header))
                elif "copy" in header:
                    keep(piece)
                elif "done" in header:
                    reader.progress(header["done"], header["of"])
                else:
                    return header
        return None
    finally:
        patience.cancel()
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            close(pipe)


class _Copy:
    """Written into the store as it comes, if one comes; nothing of it stays when `files` close over a failure."""

    def __init__(self, files: ExitStack, blobs: Blobs) -> None:
        self._files, self._blobs = files, blobs
        self.made: NewBlob | None = None

    def write(self, piece: bytes) -> None:
        if self.made is None:
            self.made = self._files.enter_context(self._blobs.writing())
        self.made.write(piece)
