"""Files by content: sent in checked chunks, resumable; kept by office and SHA-256; read by who sees their rows."""

import fcntl
import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec.structs import replace
from sqlalchemy import Connection, Engine, text

from desktop.office.clock import Clock, utc_text
from sync.server import devices
from sync.server.confining import confine
from sync.server.database import transact
from sync.server.devices import DeviceKey
from sync.server.refusal import Refusal
from sync.wire.messages import BlobOffer, BlobState

MAX_BLOB = 4 << 30
"""Twice what a desk takes in at once: a stack of scans may be larger than any file."""
MAX_CHUNK = 4 << 20
PARTIAL, STORED = "partial", "stored"
_NAME = re.compile(r"[0-9a-f]{64}")

_OFFER = text("""
INSERT INTO blob AS known (office_id, sha256, size, state, offered_at)
VALUES (:office_id, :sha256, :size, 'partial', :at)
ON CONFLICT (office_id, sha256)
DO UPDATE SET size = CASE known.state WHEN 'stored' THEN known.size ELSE excluded.size END
RETURNING size
""")
_SIZE = text("SELECT size FROM blob WHERE office_id = :office_id AND sha256 = :sha256")
_STORED = text("""
UPDATE blob SET state = 'stored' WHERE office_id = :office_id AND sha256 = :sha256 AND state <> 'stored'
""")
_VISIBLE = text("""
SELECT 1 FROM blob_use u
JOIN change c ON c.office_id = u.office_id AND c.entity = u.entity AND c.row_id = u.row_id AND c.op = 'P'
WHERE u.office_id = :office_id AND u.sha256 = :sha256 AND c.bucket = ANY(CAST(:buckets AS text[])) LIMIT 1
""")


class Blobs:
    """The files of all offices below one folder: `<office>/<first two digits>/<sha256>`, `.part` while incomplete.

    Several processes may share the folder: a chunk is checked in memory and appended under a lock on its folder.
    """

    def __init__(self, engine: Engine, folder: Path, clock: Clock) -> None:
        self._engine = engine
        self.folder = folder
        self._clock = clock

    def offer(self, key: DeviceKey, offer: BlobOffer) -> tuple[BlobState, bool]:
        """Begins or resumes a file; tells how much is here, and whether the offer opened it.

        The offer is this desk's newest attempt at the file: chunks of an older one, still on their way, are refused.
        """
        path = self._path(key.office_id, offer.sha256)
        if not 0 < offer.size <= MAX_BLOB:
            raise Refusal(413, "too_large", f"a file has 1 to {MAX_BLOB} bytes")
        values = {"office_id": key.office_id, "sha256": offer.sha256, "size": offer.size, "at": self._now()}

        def write(connection: Connection) -> int:
            devices.find(connection, key)
            size: int = connection.scalar(_OFFER, values)
            return size

        size = transact(self._engine, write)
        with _disk(), _locked(path.parent):
            opened = not path.exists() and _ready_part(path, offer)
            state = self._state(path, offer.sha256, size)
            state = state if state.stored else replace(state, attempt=_next_attempt(path, key))
        if state.stored:
            self._note_stored(key, offer.sha256)
        return state, opened

    def state(self, key: DeviceKey, sha256: str) -> BlobState:
        """How much of an offered file is here; Refusal 404 when it was never offered."""
        path = self._path(key.office_id, sha256)
        return self._state(path, sha256, self._size(key, sha256))

    def append(
        self, key: DeviceKey, sha256: str, offset: int, chunk: bytes, checksum: bytes, attempt: int = 0
    ) -> BlobState:
        """Adds a chunk at the end of what is here; the last one makes the file whole, if its SHA-256 is right.

        Refusal 409 `attempt_superseded` for a chunk of an attempt that is not the desk's newest (0: it names none).
        """
        path = self._path(key.office_id, sha256)
        if hashlib.sha256(chunk).digest() != checksum:
            raise Refusal(460, "checksum_mismatch", "the chunk was altered on its way")
        size = self._size(key, sha256)
        with _disk(), _locked(path.parent):
            state = self._state(path, sha256, size)
            if attempt and not state.stored and attempt != (newest := _attempt(path, key)):
                raise Refusal(409, "attempt_superseded", "this desk began anew", newest=newest)
            if state.offset != offset:
                raise Refusal(409, "wrong_offset", headers={"Upload-Offset": str(state.offset)}, offset=state.offset)
            if state.stored:
                self._note_stored(key, sha256)
                return state
            if offset + len(chunk) > size:
                raise Refusal(413, "too_large", "more bytes than were offered")
            _write_at(_part(path), offset, chunk)
            if offset + len(chunk) < size:
                return BlobState(sha256, size, offset + len(chunk), False)
            _finish(path, sha256)
        self._note_stored(key, sha256)
        return BlobState(sha256, size, size, True)

    def readable(self, key: DeviceKey, sha256: str) -> Path:
        """The whole file, for a desk that sees a row naming it; Refusal 404 otherwise, whatever the reason."""
        path = self._path(key.office_id, sha256)
        with self._engine.begin() as connection:
            buckets: Sequence[str] = devices.find(connection, key).readable
            values = {"office_id": key.office_id, "sha256": sha256, "buckets": list(buckets)}
            confine(connection, key.office_id, buckets)
            seen = connection.execute(_VISIBLE, values).first()
        if seen is None or not path.exists():
            raise Refusal(404, "not_found")
        return path

    def _note_stored(self, key: DeviceKey, sha256: str) -> None:
        """Once more where it is known already: a crash may have come between the file's name and this note."""
        with self._engine.begin() as connection:
            connection.execute(_STORED, {"office_id": key.office_id, "sha256": sha256})

    def _path(self, office_id: int, sha256: str) -> Path:
        if not _NAME.fullmatch(sha256):
            raise Refusal(400, "bad_request", "a file is named by 64 hex digits")
        return self.folder / str(office_id) / sha256[:2] / sha256

    def _size(self, key: DeviceKey, sha256: str) -> int:
        with self._engine.begin() as connection:
            devices.find(connection, key)
            size = connection.scalar(_SIZE, {"office_id": key.office_id, "sha256": sha256})
        if size is None:
            raise Refusal(404, "not_found")
        return int(size)

    def _state(self, path: Path, sha256: str, size: int) -> BlobState:
        if path.exists():
            whole = path.stat().st_size
            return BlobState(sha256, whole, whole, True)
        part = _part(path)
        return BlobState(sha256, size, part.stat().st_size if part.exists() else 0, False)

    def _now(self) -> str:
        return utc_text(self._clock.now())


def _part(path: Path) -> Path:
    return path.with_name(path.name + ".part")


def _tries(path: Path, key: DeviceKey) -> Path:
    """Where a desk's attempts at a file are counted; under the folder's lock, as the part beside it."""
    return path.with_name(f"{path.name}.{key.device_id.hex()}.try")


def _attempt(path: Path, key: DeviceKey) -> int:
    tries = _tries(path, key)
    return int(tries.read_text() or 0) if tries.exists() else 0


def _next_attempt(path: Path, key: DeviceKey) -> int:
    attempt = _attempt(path, key) + 1
    _tries(path, key).write_text(str(attempt))
    return attempt


def _ready_part(path: Path, offer: BlobOffer) -> bool:
    """Leaves a part that can be continued; one that a crash left complete becomes the file. True when it is new."""
    part = _part(path)
    if part.exists() and part.stat().st_size == offer.size:
        _finish(path, offer.sha256)
        return False
    if part.exists() and part.stat().st_size < offer.size:
        return False
    part.write_bytes(b"")
    return True


def _write_at(part: Path, offset: int, chunk: bytes) -> None:
    """Durable before it is acknowledged; what a crash or a full disk left behind the offset is cut off."""
    with part.open("ab") as file:
        try:
            file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            os.truncate(part, offset)
            raise


def _finish(path: Path, sha256: str) -> None:
    with _part(path).open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != sha256:
        _part(path).unlink()
        raise Refusal(422, "blob_corrupt", "the whole is not what was offered; send it again from the start", offset=0)
    _part(path).rename(path)
    for tries in path.parent.glob(f"{path.name}.*.try"):
        tries.unlink()
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """The folder for this thread alone, among all processes; held only while a chunk is written."""
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


@contextmanager
def _disk() -> Iterator[None]:
    """Tells a disk that can't be written as what it is."""
    try:
        yield
    except OSError as error:
        raise Refusal(507, "disk_unwritable", os.strerror(error.errno or 0)) from error
