"""The process that reads foreign files: `python -m desktop.capture.opening_worker`, one file each, then it ends.

It reads one order from standard input and answers once on standard output (`frames`): what the pages are, or the error.
Its memory and its time are bounded; if the file makes it die, nothing but this process is lost.
"""

import sys
from contextlib import suppress
from time import monotonic
from typing import Any

from desktop.capture.importing import looked_into
from desktop.capture.pictures import opened
from desktop.devices.frames import Header, read_frame, write_frame
from desktop.office.errors import OfficeError
from desktop.paper.pages import render

_MEMORY = 1 << 30
"""Beside four times the file: what reading a page of 80 million dots takes."""
_SECONDS = 120
_DRAWING_S = 8.0
_DPI = 12


def main() -> int:
    received = read_frame(sys.stdin.buffer)
    if received is None:
        return 1
    order, data = received
    _bound(_MEMORY + 4 * len(data))
    answer, copy = _answer(order, data)
    write_frame(sys.stdout.buffer, answer, copy)
    return 0


def _answer(order: Header, data: bytes) -> tuple[Header, bytes]:
    try:
        found = looked_into(data, order["name"], order["password"])
        pages = [(one.media_type, one.width_mm, one.height_mm, one.frame, one.is_signed) for one in found.pages]
        read = found.data
        _draw(read, pages)
    except OfficeError as error:
        return {"error": error.code, "subject": error.subject}, b""
    except (MemoryError, OverflowError, RecursionError):
        return {"error": "capture.bomb", "subject": {"file": order["name"]}}, b""
    return {"pages": pages, "findings": found.findings}, b"" if read is data else read


def _draw(data: bytes, pages: list[Any]) -> None:
    """Draws pages as the desk will, while there is time: a page that kills its reader does so here."""
    until = monotonic() + _DRAWING_S
    if pages[0][0] == "application/pdf":
        for frame in range(len(pages)):
            if monotonic() < until:
                render(data, frame, _DPI)
        return
    with opened(data, "") as picture:
        for frame in range(len(pages)):
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
