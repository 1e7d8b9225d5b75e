"""A file that lies with the desk and is read in a worker process: the worker asks for each part that it wants.

So neither holds more of it than is being looked at.
"""

import io
from typing import IO, Any, BinaryIO

from desktop.devices.frames import Header, read_frame, write_frame

MOST_AT_ONCE = 1 << 20
"""Bytes that may be asked for at once."""


class LentFile(io.RawIOBase):
    """The worker's end; it ends the worker when nobody answers any more."""

    def __init__(self, answers: IO[bytes], asks: IO[bytes], size: int) -> None:
        super().__init__()
        self._answers, self._asks, self._size = answers, asks, size
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._at = max(0, offset + (0, self._at, self._size)[whence])
        return self._at

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer).cast("B")
        length = min(len(view), MOST_AT_ONCE, max(0, self._size - self._at))
        if not length:
            return 0
        write_frame(self._asks, {"at": self._at, "length": length})
        received = read_frame(self._answers)
        if received is None:
            raise SystemExit(1)
        piece = received[1]
        view[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)


def is_asked(told: Header) -> bool:
    """Whether what a worker says asks for a part."""
    return "at" in told


def part(file: BinaryIO, told: Header) -> bytes:
    """What a worker asked for, to be sent as the body of an empty frame."""
    file.seek(told["at"])
    return file.read(min(told["length"], MOST_AT_ONCE))
