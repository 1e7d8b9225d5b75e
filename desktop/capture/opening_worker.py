"""The process that reads foreign files: `python -m desktop.capture.opening_worker`, one file each, then it ends.

It reads one order from standard input (`frames`), asks for parts of the file (`at`, `length`), may send a `copy` of it
in pieces, and answers once on standard output: what the pages are, or the error. If pictures are wanted as a `pdf`,
that is the copy, and it says how many pages are `done`. Its memory and its time are bounded; if the file makes it die,
nothing but this process is lost.
"""

import io
import sys
from contextlib import suppress
from time import monotonic
from typing import IO, Any, BinaryIO

from desktop.capture.importing import Found, look_into
from desktop.capture.model import NOT_STOPPED
from desktop.capture.pictures import look_at, opened, to_pdf
from desktop.devices.frames import Header, read_frame, write_frame
from desktop.devices.lent_file import LentFile
from desktop.office.errors import OfficeError
from desktop.paper.pages import Held, render

_PDF = "application/pdf"
_MEMORY = 1 << 30
"""What reading a page of 80 million dots takes, however large the file is."""
_SECONDS = 120
_DRAWING_S = 8.0
_DPI = 12
_BUFFER = 1 << 16
_PIECE = 1 << 20


def main() -> int:
    received = read_frame(sys.stdin.buffer)
    if received is None:
        return 1
    order, _ = received
    _bound(_MEMORY)
    asked = io.BufferedReader(LentFile(sys.stdin.buffer, sys.stdout.buffer, order["size"]), _BUFFER)
    write_frame(sys.stdout.buffer, _answer(order, asked))
    return 0


def _answer(order: Header, file: BinaryIO) -> Header:
    try:
        with io.BufferedWriter(_Copied(sys.stdout.buffer), _PIECE) as copy:
            found = look_into(file, order["name"], order["password"], copy)
        _draw(file, found)
        if order["pdf"] and found.pages and found.pages[0][0] != _PDF:
            _send_pdf(file, order["name"])
    except OfficeError as error:
        return {"error": error.code, "subject": error.subject}
    except (MemoryError, OverflowError, RecursionError):
        return {"error": "capture.bomb", "subject": {"file": order["name"]}}
    return {"pages": found.pages, "findings": found.findings}


class _Copied(io.RawIOBase):
    """What is written goes to who asked."""

    def __init__(self, tells: IO[bytes]) -> None:
        super().__init__()
        self._tells, self._size = tells, 0

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._size

    def write(self, data: Any) -> int:
        piece = bytes(data)
        write_frame(self._tells, {"copy": True}, piece)
        self._size += len(piece)
        return len(piece)


def _send_pdf(file: BinaryIO, name: str) -> None:
    file.seek(0)
    pdf = to_pdf(look_at(file.read(), name), _tell, NOT_STOPPED)
    with io.BufferedWriter(_Copied(sys.stdout.buffer), _PIECE) as copy:
        copy.write(pdf)


def _tell(done: int, total: int) -> None:
    write_frame(sys.stdout.buffer, {"done": done, "of": total})


def _draw(file: BinaryIO, found: Found) -> None:
    """Draws pages as the desk will, while there is time: a page that kills its reader does so here."""
    until = monotonic() + _DRAWING_S
    if found.findings:
        return  # the copy is looked at, as a file of its own
    file.seek(0)
    if found.pages[0][0] == _PDF:
        held = Held(file)
        for frame in range(len(found.pages)):
            if monotonic() < until:
                render(held, frame, _DPI)
        held.close()
        return
    with opened(file, "") as picture:
        for frame in range(len(found.pages)):
            if monotonic() < until:
                picture.seek(frame)
                picture.draft(None, (200, 200))
                picture.load()


def _bound(memory: int) -> None:
    with suppress(ImportError, ValueError, OSError):  # Windows has no such limit; there the desk's patience alone holds
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
