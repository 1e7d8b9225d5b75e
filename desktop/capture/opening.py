"""Foreign files opened by a worker process: a document, or a clear refusal, in bounded memory and time."""

import sys
import threading
from collections.abc import Sequence
from contextlib import suppress

from desktop.capture.batch import NewPage
from desktop.capture.importing import LookedInto
from desktop.devices.frames import read_frame, write_frame
from desktop.devices.worker_process import close, opened, start, surroundings
from desktop.office.errors import OfficeError

WORKER = ("-m", "desktop.capture.opening_worker")
PATIENCE_S = 150.0


def open_safely(
    data: bytes,
    name: str,
    password: str = "",
    command: Sequence[str] = (sys.executable, *WORKER),
    patience_s: float = PATIENCE_S,
) -> LookedInto:
    """What `importing.looked_into` finds, found elsewhere. A bundled program is its own interpreter and knows `WORKER`.

    OfficeError as `looked_into`, and `capture.reader_died` for a file that its reader did not survive.
    """
    process = start(command, surroundings())
    patience = threading.Timer(patience_s, process.kill)
    patience.start()
    try:
        with suppress(OSError):  # it died while it was being told
            write_frame(opened(process.stdin), {"name": name, "password": password}, data)
        answer = read_frame(opened(process.stdout))
    finally:
        patience.cancel()
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            close(pipe)
    if answer is None:
        raise OfficeError("capture.reader_died", file=name)
    header, copy = answer
    if "error" in header:
        raise OfficeError(header["error"], **header["subject"])
    read = copy or data
    pages = tuple(NewPage(read, *page) for page in header["pages"])
    return LookedInto(read, pages, tuple(header["findings"]))
