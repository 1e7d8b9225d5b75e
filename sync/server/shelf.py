"""The folder of one bucket's snapshots: `<position>/<sha256>` and, once all packs are there, `<position>/manifest`."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from sync.wire.codec import Malformed, decode, encode
from sync.wire.packs import SnapshotOffer

_KEPT = 2
"""Snapshots of a bucket that stay: the newest, and the one that a desk may just be reading."""
_MANIFEST = "manifest"
_MOST = 64 << 20


def place(folder: Path, upto: int) -> Path:
    """Where the packs of the snapshot at `upto` go."""
    path = folder / str(upto)
    path.mkdir(parents=True, exist_ok=True)
    return path


def put(folder: Path, made: SnapshotOffer) -> None:
    """Makes a snapshot whose packs are written known, and clears away what it replaces.

    Only for who holds the bucket's lock: what has no manifest is taken for the remains of a process that died.
    """
    write_durably(folder / str(made.upto) / _MANIFEST, encode(made))
    kept = {str(position) for position in sorted(positions(folder))[-_KEPT:]}
    for one in folder.iterdir():
        if one.name not in kept:
            shutil.rmtree(one, ignore_errors=True)


def manifest(folder: Path, upto: int) -> SnapshotOffer | None:
    try:
        return decode((folder / str(upto) / _MANIFEST).read_bytes(), SnapshotOffer, limit=_MOST)
    except (OSError, Malformed):
        return None


def positions(folder: Path) -> list[int]:
    """Of the snapshots that are whole."""
    with suppress(OSError):
        return [int(one.name) for one in folder.iterdir() if one.name.isdigit() and (one / _MANIFEST).exists()]
    return []


def write_durably(path: Path, content: bytes) -> None:
    """The whole file or none, even through a power cut."""
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
