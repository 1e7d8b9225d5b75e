"""A file on its way to this desk: what came is kept, encrypted, until it is whole and is what its address says.

Whole chunks are kept as they will stay (`blobs`). What came beyond them lies beside, under a nonce of its own, because
a chunk's nonce may never be used for two contents.
"""

import hashlib
import os
import shutil
from collections.abc import Iterable
from typing import IO, Any

from desktop.office.errors import OfficeError
from desktop.store.blobs import CHUNK, MAGIC, TAG, BlobRef, Blobs, flush_folder, guarded

SPARE = 64 << 20
"""Bytes of disk that a file from elsewhere leaves for the clerk's own work."""
_SALT, _NONCE = 8, 12
_HEAD, _SEALED = len(MAGIC) + _SALT, CHUNK + TAG


class Arriving:
    """One file that is wanted here; `offset`: how many of its bytes are. OfficeError as `Blobs`."""

    def __init__(self, blobs: Blobs, sha256: str) -> None:
        self._blobs = blobs
        self._sha256 = sha256
        self._part, self._tail = blobs.aside(sha256)
        self._begin()
        guarded(self._find)

    @property
    def offset(self) -> int:
        return self._chunks * CHUNK + len(self._beyond)

    def need_room(self, size: int) -> None:
        """OfficeError `store.disk_full` unless so many bytes, and then some, can be written."""
        self._blobs.folder.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(self._blobs.folder).free < size + SPARE:
            raise OfficeError("store.disk_full")

    def take(self, pieces: Iterable[bytes]) -> None:
        """Adds what comes. It stays also when the line fails behind it; on a full disk it makes room instead."""
        try:
            guarded(lambda: self._add(pieces))
        except OfficeError as error:
            if error.code == "store.disk_full":
                self.forget()
            raise

    def finish(self) -> BlobRef:
        """Keeps the file for good; OfficeError `blob.damaged` if it is not what its address says: it begins anew."""
        whole = self._digest.copy()
        whole.update(self._beyond)
        if whole.hexdigest() != self._sha256 or not self._is_there():
            self.forget()
            raise OfficeError("blob.damaged", sha256=self._sha256)
        return guarded(self._close)

    def _is_there(self) -> bool:
        """Whether the disk still has what was put there: the file may have been erased meanwhile."""
        return self._part.exists() and self._part.stat().st_size == _HEAD + self._chunks * _SEALED

    def forget(self) -> None:
        """Begins again from nothing."""
        drop(self._blobs, self._sha256)
        self._begin()

    def _begin(self) -> None:
        self._digest = hashlib.sha256()
        self._beyond = bytearray()
        self._chunks = 0
        self._salt = os.urandom(_SALT)

    def _find(self) -> None:
        """Takes up what is here from before; what can't be read, or was altered, counts as if it had not come."""
        from cryptography.exceptions import InvalidTag

        if not self._part.exists():
            return
        seal = self._blobs.cipher()
        try:
            with self._part.open("r+b") as file:
                self._find_chunks(file, seal)
        except InvalidTag:
            return self.forget()
        if self._tail.exists():
            kept = self._tail.read_bytes()
            try:
                self._beyond += seal.decrypt(kept[:_NONCE], kept[_NONCE:], self._place())
            except (InvalidTag, ValueError):
                return  # of another place, or torn while it was written

    def _find_chunks(self, file: IO[bytes], seal: Any) -> None:
        head = file.read(_HEAD)
        if len(head) < _HEAD or not head.startswith(MAGIC):
            return self.forget()
        self._salt = head[len(MAGIC) :]
        while len(sealed := file.read(_SEALED)) == _SEALED:
            self._digest.update(seal.decrypt(self._salt + self._chunks.to_bytes(4), sealed, b"more"))
            self._chunks += 1
        file.truncate(_HEAD + self._chunks * _SEALED)

    def _place(self) -> bytes:
        """What the bytes beyond the chunks are bound to."""
        return b"tail" + self._chunks.to_bytes(4) + self._salt

    def _add(self, pieces: Iterable[bytes]) -> None:
        self._blobs.folder.mkdir(parents=True, exist_ok=True)
        seal = self._blobs.cipher()
        with self._part.open("ab") as file:
            if file.tell() == 0:
                file.write(MAGIC + self._salt)
            try:
                for piece in pieces:
                    self._beyond += piece
                    while len(self._beyond) > CHUNK:
                        self._seal_chunk(file, seal)
            finally:
                file.flush()
                os.fsync(file.fileno())
                self._keep_beyond(seal)

    def _seal_chunk(self, file: IO[bytes], seal: Any) -> None:
        chunk = bytes(self._beyond[:CHUNK])
        file.write(seal.encrypt(self._salt + self._chunks.to_bytes(4), chunk, b"more"))
        file.flush()
        del self._beyond[:CHUNK]
        self._digest.update(chunk)
        self._chunks += 1

    def _keep_beyond(self, seal: Any) -> None:
        nonce = os.urandom(_NONCE)
        self._tail.write_bytes(nonce + seal.encrypt(nonce, bytes(self._beyond), self._place()))

    def _close(self) -> BlobRef:
        ref, target = BlobRef(self._sha256, self.offset), self._blobs.path(self._sha256)
        with self._part.open("ab") as file:
            nonce = self._salt + self._chunks.to_bytes(4)
            file.write(self._blobs.cipher().encrypt(nonce, bytes(self._beyond), b"end"))
            file.flush()
            os.fsync(file.fileno())
        target.parent.mkdir(exist_ok=True)
        flush_folder(self._blobs.folder)
        os.replace(self._part, target)
        flush_folder(target.parent)
        self._tail.unlink(missing_ok=True)
        return ref


def drop(blobs: Blobs, sha256: str) -> None:
    """Forgets what has come of a file, whatever it is; a file that is here whole stays."""
    for path in blobs.aside(sha256):
        path.unlink(missing_ok=True)
