"""Scans and papers by content, encrypted on the disk: AES-256-GCM over chunks of 1 MiB, bound to place and end.

A file is written aside, flushed and renamed before any row speaks of it; it is never changed afterwards.
"""

import errno
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

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
        return self.put_chunks(data[at : at + CHUNK] for at in range(0, len(data), CHUNK))

    def put_chunks(self, chunks: Iterable[bytes]) -> BlobRef:
        """Keeps a stream of chunks of `CHUNK` bytes (the last may be shorter)."""
        return guarded(lambda: self._put(chunks))

    def _put(self, chunks: Iterable[bytes]) -> BlobRef:
        self.folder.mkdir(parents=True, exist_ok=True)
        aside = self.folder / f".{os.urandom(8).hex()}"
        try:
            ref = self._write(aside, chunks)
            target = self.path(ref.sha256)
            if not target.parent.exists():
                target.parent.mkdir(exist_ok=True)
                flush_folder(self.folder)
            os.replace(aside, target)
            flush_folder(target.parent)
            return ref
        finally:
            aside.unlink(missing_ok=True)

    def _write(self, path: Path, chunks: Iterable[bytes]) -> BlobRef:
        whole, size, seal = hashlib.sha256(), 0, self.cipher()
        salt = os.urandom(8)
        with path.open("xb") as file:
            file.write(MAGIC + salt)
            for place, (chunk, last) in enumerate(_with_last(chunks)):
                whole.update(chunk)
                size += len(chunk)
                file.write(seal.encrypt(salt + place.to_bytes(4), chunk, b"end" if last else b"more"))
            file.flush()
            os.fsync(file.fileno())
        return BlobRef(whole.hexdigest(), size)

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
        file.seek(len(head) + place * (CHUNK + TAG))
        sealed = file.read(CHUNK + TAG)
        while sealed:
            following = file.read(CHUNK + TAG)
            yield seal.decrypt(salt + place.to_bytes(4), sealed, b"more" if following else b"end")
            sealed, place = following, place + 1

    def cipher(self) -> Any:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        return AESGCM(self._key)


def _with_last(chunks: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    held: bytes | None = None
    for chunk in chunks:
        if held is not None:
            yield held, False
        held = chunk
    yield held or b"", True


def flush_folder(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def guarded(act: Callable[[], T]) -> T:
    """Does it, with what the disk refuses told in the office's words."""
    try:
        return act()
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise OfficeError("store.disk_full") from error
        raise OfficeError("store.unreadable") from error
