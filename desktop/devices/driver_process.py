"""What every scanner driver's process does: one question each, then it ends.

Drivers crash, hang, print to standard output and remember options for as long as their process lives; so every
question gets a process of its own. It reads one order (`devices` or `scan`) and later perhaps `cancel` from standard
input, and answers on standard output (`frames`): `devices` and what each one `can` do, or `page` after `page`, and at
last `end` or `error`.
"""

import io
import os
import sys
import threading
from collections.abc import Callable
from typing import IO, TYPE_CHECKING, TypeAlias

from desktop.devices.frames import Header, read_frame, write_frame
from desktop.devices.scanner import ColourMode

if TYPE_CHECKING:
    from PIL import Image

_JPEG_QUALITY = 90
_ORPHAN_S = 10.0

Answer: TypeAlias = Callable[[Header, bytes], None]
Obey: TypeAlias = Callable[[Header, threading.Event, Answer], None]
"""What a driver does with an order: it answers, and stops soon once the event is set."""


class Trouble(Exception):
    """What the desk is told: a code and the driver's own words."""

    def __init__(self, code: str, words: str = "") -> None:
        super().__init__(code, words)
        self.answer: Header = {"kind": "error", "code": code, "words": words}


def serve(obey: Obey) -> int:
    """Reads the order and obeys; 1 when there was none, else it never comes back."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a driver prints must not fall among the answers
    received = read_frame(sys.stdin.buffer)
    if received is None:
        return 1
    stop = threading.Event()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, stop), daemon=True).start()
    try:
        obey(received[0], stop, lambda header, body: write_frame(answers, header, body))
        write_frame(answers, {"kind": "end"})
    except Trouble as trouble:
        write_frame(answers, trouble.answer)
    answers.close()
    os._exit(0)  # a driver's clean-up may hang, and all is said


def _listen(orders: IO[bytes], stop: threading.Event) -> None:
    """Sets `stop` when asked to, or when the desk is gone; then nobody else would end a hanging driver."""
    while read_frame(orders) is not None:
        stop.set()
    stop.set()
    threading.Event().wait(_ORPHAN_S)
    os._exit(1)


def encode(image: "Image.Image", mode: ColourMode, dpi: int) -> tuple[Header, bytes]:
    """A scanned side as `scanner.ScannedPage` wants it, and what is told of it."""
    from PIL import Image

    out = io.BytesIO()
    header = {"dpi": dpi, "width": image.width, "height": image.height}
    if mode == ColourMode.LINEART:
        image.convert("1", dither=Image.Dither.NONE).save(out, "PNG", dpi=(dpi, dpi))
        return header | {"media_type": "image/png"}, out.getvalue()
    image.save(out, "JPEG", quality=_JPEG_QUALITY, subsampling=0, dpi=(dpi, dpi))
    return header | {"media_type": "image/jpeg"}, out.getvalue()
