"""Scans and papers by content, encrypted on the disk: AES-256-GCM over chunks of 1 MiB, bound to place and end.

A file is written aside, flushed and renamed before any row speaks of it; it is never changed afterwards.
"""

import errno
import hashlib
import io
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from desktop.office.errors import OfficeError

T = TypeVar("T")
CHUNK = 1 << 20
MAGIC = b"TDB1"
_NONCE = 12
TAG = 16


@dataclass(frozen=True)
class BlobRef:
    """A file's content address (SHA-256, hex) and size in bytes."""

    sha256: str
    size: int


def size_of(path: Path) -> int:
    """How many bytes a kept file holds, by its length on the disk."""
    sealed = path.stat().st_size - len(MAGIC) - 8
    return sealed - -(-sealed // (CHUNK + TAG)) * TAG


def kept_in(folder: Path) -> list[Path]:
    """Every whole file below a blob folder; its name is its address."""
    return [path for path in folder.glob("??/*") if len(path.name) == 64]


class Blobs:
    """The blob folder of one desk. Errors: OfficeError `store.disk_full`, `blob.missing`, `blob.damaged`."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self.folder = folder
        self._key = key

    def path(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256

    def has(self, sha256: str) -> bool:
        return self.path(sha256).exists()

    def erase(self, sha256: str) -> None:
        """Takes a file off the disk, if it is there; only what no row names any more (`desktop.store.erasure`)."""
        for path in (self.path(sha256), *self.aside(sha256)):
            if path.exists():
                path.unlink()
                flush_folder(path.parent)

    def aside(self, sha256: str) -> tuple[Path, Path]:
        """Where a file that is still arriving is kept: its whole chunks, and what came beyond them."""
        return self.folder / f".{sha256}.part", self.folder / f".{sha256}.tail"

    def put(self, data: bytes) -> BlobRef:
        """Keeps the bytes, durably, before it returns."""
        return self.put_chunks((data,))

    def put_chunks(self, chunks: Iterable[bytes]) -> BlobRef:
        """Keeps a stream of pieces."""
        with self.writing() as file:
            for chunk in chunks:
                file.write(chunk)
        return file.ref

    @contextmanager
    def writing(self) -> "Iterator[NewBlob]":
        """A new file, to be written from its beginning to its end; durable, and with its `ref`, when the block ends.

        Nothing of it is left when the block fails.
        """
        with _telling():
            self.folder.mkdir(parents=True, exist_ok=True)
            aside = self.folder / f".{os.urandom(8).hex()}"
            try:
                with aside.open("xb") as file:
                    made = NewBlob(file, self.cipher())
                    yield made
                    made.end()
                self._rename(aside, made.ref.sha256)
            finally:
                aside.unlink(missing_ok=True)

    def _rename(self, aside: Path, sha256: str) -> None:
        target = self.path(sha256)
        if not target.parent.exists():
            target.parent.mkdir(exist_ok=True)
            flush_folder(self.folder)
        os.replace(aside, target)
        flush_folder(target.parent)

    def get(self, sha256: str) -> bytes:
        """The whole content, proven to be what was put."""
        data = b"".join(self.chunks(sha256))
        if hashlib.sha256(data).hexdigest() != sha256:
            raise OfficeError("blob.damaged", sha256=sha256)
        return data

    def chunks(self, sha256: str, start: int = 0) -> Iterator[bytes]:
        """The content chunk by chunk from the chunk that holds byte `start` on (`start` must begin a chunk)."""
        from cryptography.exceptions import InvalidTag

        try:
            file = self.path(sha256).open("rb")
        except FileNotFoundError as error:
            raise OfficeError("blob.missing", sha256=sha256) from error
        with file:
            try:
                yield from self._open(file, start // CHUNK, sha256)
            except InvalidTag as error:
                raise OfficeError("blob.damaged", sha256=sha256) from error

    def _open(self, file: Any, place: int, sha256: str) -> Iterator[bytes]:
        head = file.read(len(MAGIC) + 8)
        if not head.startswith(MAGIC):
            raise OfficeError("blob.damaged", sha256=sha256)
        salt, seal = head[len(MAGIC) :], self.cipher()
        whole = file.seek(0, os.SEEK_END)
        file.seek(len(head) + place * (CHUNK + TAG))
        while sealed := file.read(CHUNK + TAG):
            end = b"more" if file.tell() < whole else b"end"
            yield seal.decrypt(salt + place.to_bytes(4), sealed, end)
            place += 1

    def cipher(self) -> Any:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        return AESGCM(self._key)


class NewBlob(io.RawIOBase):
    """A file that is being sealed, a chunk as soon as it is known not to be the last."""

    ref: BlobRef

    def __init__(self, file: BinaryIO, seal: Any) -> None:
        super().__init__()
        self._file, self._seal, self._salt = file, seal, os.urandom(8)
        self._whole, self._held = hashlib.sha256(), bytearray()
        self._place = self._size = 0
        file.write(MAGIC + self._salt)

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._size

    def write(self, data: Any) -> int:
        piece = bytes(data)
        self._whole.update(piece)
        self._size += len(piece)
        self._held += piece
        while len(self._held) > CHUNK:
            self._write(bytes(self._held[:CHUNK]), b"more")
            del self._held[:CHUNK]
        return len(piece)

    def end(self) -> None:
        """The last chunk, and everything is on the disk."""
        self._write(bytes(self._held), b"end")
        self._file.flush()
        os.fsync(self._file.fileno())
        self.ref = BlobRef(self._whole.hexdigest(), self._size)

    def _write(self, chunk: bytes, end: bytes) -> None:
        self._file.write(self._seal.encrypt(self._salt + self._place.to_bytes(4), chunk, end))
        self._place += 1


def flush_folder(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def guarded(act: Callable[[], T]) -> T:
    """Does it, with what the disk refuses told in the office's words."""
    with _telling():
        return act()


@contextmanager
def _telling() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise OfficeError("store.disk_full") from error
        raise OfficeError("store.unreadable") from error
