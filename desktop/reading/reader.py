"""Pages read in a worker process, which may crash, hang or be ended without harm to the desk."""

import io
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from subprocess import Popen, TimeoutExpired
from threading import Lock, Thread
from time import monotonic
from types import TracebackType
from typing import BinaryIO

from desktop.devices.frames import Header, read_frame, write_frame
from desktop.devices.lent_file import is_asked, part
from desktop.devices.worker_process import close, opened, start, surroundings
from desktop.office.errors import OfficeError
from desktop.paper.pages import Parts
from desktop.reading import models
from desktop.reading.model import PageReading
from desktop.reading.packing import unpacked

WORKER = ("-m", "desktop.reading.worker")
_GRACE_S = 5.0


class PageReader:
    """One worker, started at the first page and again after it died. Used by one thread at a time; `stop` from any.

    OfficeError of all it does: `reading.no_model`, `reading.failed` (it crashed, hung or was stopped over this page).
    """

    def __init__(
        self,
        command: Sequence[str] = (sys.executable, *WORKER),
        patience_s: float = 60.0,
        environment: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> None:
        """`folder`: of Tesseract's models, looked for if none is given. A page that takes `patience_s` hangs."""
        self._command = tuple(command)
        self._environment = surroundings(environment)
        self._patience_s = patience_s
        self._folder = folder
        self._worker: _Worker | None = None
        self._open = ""
        self._lock = Lock()

    def picture(self, given: bytes | Parts, size_mm: tuple[float, float], frame: int = 0) -> PageReading:
        """A page that is a picture file of that width and height, or a frame of one."""
        with io.BytesIO(given) if isinstance(given, bytes) else given.opened() as file:
            order = {"do": "picture", "size": _size(file), "size_mm": size_mm, "frame": frame}
            return unpacked(self._ask(order, file))

    def page(self, sha256: str, pdf: Parts, page: int) -> PageReading:
        """Page `page` (from 0) of a PDF, which is laid open anew only after another."""
        with pdf.opened() as file:
            if self._open != sha256:
                self._open = ""
                self._ask({"do": "open", "size": _size(file)}, file)
                self._open = sha256
            return unpacked(self._ask({"do": "page", "page": page}, file))

    def _ask(self, order: Header, file: BinaryIO) -> bytes:
        with self._lock:
            if self._worker is None:
                folder = self._folder or models.find()
                self._worker = _Worker((*self._command, str(folder)), self._environment)
            worker = self._worker
        try:
            header, answer = worker.ask(order, file, self._patience_s)
        except (OfficeError, OSError):
            self.stop()
            raise
        if header["kind"] == "error":
            raise OfficeError(header["code"], **header["subject"])
        return answer

    def stop(self) -> None:
        """Ends the worker at once; whoever waits for a page hears `reading.failed`. The next page starts another."""
        with self._lock:
            worker, self._worker, self._open = self._worker, None, ""
        if worker is not None:
            worker.end()

    def __enter__(self) -> "PageReader":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


class _Worker:
    """One process: asked, it answers once, after it got what it wanted of the file."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._answers: SimpleQueue[tuple[Header, bytes] | None] = SimpleQueue()
        try:
            self._process: Popen[bytes] = start(command, environment, behind=True)
        except OSError as error:
            raise OfficeError("reading.failed", words=str(error)) from error
        self._reader = Thread(target=self._listen, name="reading", daemon=True)
        self._reader.start()

    def ask(self, order: Header, file: BinaryIO, patience_s: float) -> tuple[Header, bytes]:
        until = monotonic() + patience_s
        self._tell(order)
        while is_asked((answer := self._answer(until))[0]):
            self._tell({}, part(file, answer[0]))
        return answer

    def _tell(self, header: Header, body: bytes = b"") -> None:
        with suppress(OSError, ValueError):  # it died or was ended: the end of its answers tells
            write_frame(opened(self._process.stdin), header, body)

    def _answer(self, until: float) -> tuple[Header, bytes]:
        try:
            answer = self._answers.get(timeout=max(0.0, until - monotonic()))
        except Empty:
            raise OfficeError("reading.failed", words="no answer") from None
        if answer is None:
            raise OfficeError("reading.failed", words="the reader stopped")
        return answer

    def _listen(self) -> None:
        answers = opened(self._process.stdout)
        with suppress(OSError, ValueError):
            while answer := read_frame(answers):
                self._answers.put(answer)
        self._answers.put(None)

    def end(self) -> None:
        self._process.kill()
        with suppress(TimeoutExpired):
            self._process.wait(_GRACE_S)
        self._reader.join(_GRACE_S)
        for pipe in (self._process.stdin, self._process.stdout):
            close(pipe)


def _size(file: BinaryIO) -> int:
    return file.seek(0, os.SEEK_END)
