"""A kept file as readers of files want it: they jump about in it, and a chunk at a time lies in the memory."""

import io
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any, BinaryIO

from desktop.office.errors import OfficeError
from desktop.store.blobs import CHUNK, BlobRef, Blobs, size_of

_HELD = 4
"""Chunks that stay unsealed: a reader of PDFs goes to and fro between its end, its objects and its streams."""


def opened(blobs: Blobs, sha256: str) -> io.BufferedReader:
    """The kept file, to be closed. OfficeError `blob.missing` here, `blob.damaged` when it is read."""
    return io.BufferedReader(_Unsealed(blobs, sha256), 1 << 16)


@dataclass(frozen=True)
class Stored:
    """A kept file that is opened where it is wanted."""

    blobs: Blobs
    sha256: str

    def opened(self) -> BinaryIO:
        """As `opened`."""
        return opened(self.blobs, self.sha256)

    def read(self) -> bytes:
        """All of it."""
        return self.blobs.get(self.sha256)

    @property
    def ref(self) -> BlobRef:
        return BlobRef(self.sha256, size_of(self.blobs.path(self.sha256)))


class _Unsealed(io.RawIOBase):
    def __init__(self, blobs: Blobs, sha256: str) -> None:
        super().__init__()
        self._blobs, self._sha256 = blobs, sha256
        if not blobs.has(sha256):
            raise OfficeError("blob.missing", sha256=sha256)
        self._size = size_of(blobs.path(sha256))
        self._at = 0
        self._chunks: OrderedDict[int, bytes] = OrderedDict()

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
        wanted, done = min(len(view), max(0, self._size - self._at)), 0
        while done < wanted:
            place, start = divmod(self._at, CHUNK)
            piece = self._chunk(place)[start : start + wanted - done]
            if not piece:
                raise OfficeError("blob.damaged", sha256=self._sha256)
            view[done : done + len(piece)] = piece
            done += len(piece)
            self._at += len(piece)
        return done

    def _chunk(self, place: int) -> bytes:
        if place not in self._chunks:
            chunks = self._blobs.chunks(self._sha256, place * CHUNK)
            self._chunks[place] = next(chunks, b"")
            chunks.close()  # type: ignore[attr-defined]
            if len(self._chunks) > _HELD:
                self._chunks.popitem(last=False)
        self._chunks.move_to_end(place)
        return self._chunks[place]
