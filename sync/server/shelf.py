"""The folder of one bucket's snapshots: `<position>/<sha256>`, and `<position>/manifest` once all packs are there.

Meanwhile `<position>/begun` names those that are.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from sync.wire.codec import Malformed, decode, encode
from sync.wire.packs import SnapshotOffer

_KEPT = 2
"""Snapshots of a bucket that stay: the newest, and the one that a desk may just be reading."""
_MANIFEST, _BEGUN = "manifest", "begun"
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


def tell(folder: Path, begun: SnapshotOffer) -> None:
    """Makes known which packs of a snapshot are written so far; not forced to disk, for a power cut ends the making."""
    _write(folder / str(begun.upto) / _BEGUN, encode(begun))


def manifest(folder: Path, upto: int) -> SnapshotOffer | None:
    return _read(folder / str(upto) / _MANIFEST)


def begun(folder: Path, upto: int) -> SnapshotOffer | None:
    """The packs so far of a snapshot that is being made, or that a process died over."""
    return _read(folder / str(upto) / _BEGUN)


def positions(folder: Path) -> list[int]:
    """Of the snapshots that are whole."""
    return _with(folder, _MANIFEST)


def newest_begun(folder: Path) -> SnapshotOffer | None:
    """The packs so far of the newest snapshot, when that is not whole."""
    newest = max(_with(folder, _BEGUN), default=0)
    return None if newest <= max(positions(folder), default=0) else begun(folder, newest)


def write_durably(path: Path, content: bytes) -> None:
    """The whole file or none, even through a power cut."""
    _write(path, content, durably=True)


def _with(folder: Path, name: str) -> list[int]:
    with suppress(OSError):
        return [int(one.name) for one in folder.iterdir() if one.name.isdigit() and (one / name).exists()]
    return []


def _read(path: Path) -> SnapshotOffer | None:
    try:
        return decode(path.read_bytes(), SnapshotOffer, limit=_MOST)
    except (OSError, Malformed):
        return None


def _write(path: Path, content: bytes, *, durably: bool = False) -> None:
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        file.write(content)
        if durably:
            file.flush()
            os.fsync(file.fileno())
    part.replace(path)
