"""A damaged store is set aside, never overwritten, and a copy put in its place; what can still be read of it is saved.

The desk that comes of it may not go on as the device that it was (`post.desk_restored`): nobody knows what was printed
since the copy. It reads and prints; to work on, it is enrolled anew.
"""

import os
import shutil
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlcipher3

from desktop.office.clock import utc_text
from desktop.office.errors import OfficeError
from desktop.office.proof import link
from desktop.store import backup, blobs, notes, versions
from desktop.store.backup import Saved
from desktop.store.engine import DOUBT, connect, told
from desktop.store.keys import DeskKeys

_BESIDE = ("desk.db-wal", "desk.db-shm")
_CHAIN = "SELECT chain_mseq, chain_hash FROM device"
_LATER = """
SELECT mseq, mut_id, type, v, kind, user_id, at, body, prev_hash, hash FROM outbox WHERE mseq > ? ORDER BY mseq
"""
_SAVE = """
INSERT INTO outbox (mseq, mut_id, type, v, kind, user_id, at, body, prev_hash, hash, state)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending')
"""
_KEPT_BACK = "SELECT batch, letter_id, type, v, user_id, body, due FROM held_act ORDER BY place"
_KEEP_BACK = "INSERT INTO held_act (batch, letter_id, type, v, user_id, body, due) VALUES (?, ?, ?, ?, ?, ?, ?)"
_TIME_IS_UP = "UPDATE held_act SET due = ''"
"""What a copy keeps back may have gone on its way since: nobody can take it back."""
_END = "UPDATE device SET chain_mseq = ?, chain_hash = ?"
_OFFER = "INSERT INTO blob VALUES (?, ?, 'local', 0, 0, NULL, ?)"
_LEAVE_BOOKS = "UPDATE lease SET holder = zeroblob(16) WHERE closed_at IS NULL"


@dataclass(frozen=True)
class PutBack:
    """What was put back: the copy, where the damaged store lies now, and how many later acts it still gave."""

    saved: Saved
    aside: Path
    salvaged: int


def put_back(folder: Path, keys: DeskKeys, saved: Saved, now: datetime) -> PutBack:
    """Puts a copy in the place of the store. Nothing is moved before the copy is proven and ready.

    OfficeError `store.damaged` (the copy is no better), `store.wrong_key`, `store.in_use`, `backup.no_space`.
    """
    backup.check(saved, keys.database)
    hold = versions.hold(folder)
    try:
        return _put_back(folder, keys, saved, now)
    except sqlcipher3.Error as error:
        raise told(error) from error
    except OSError as error:
        raise OfficeError("store.unreadable") from error
    finally:
        hold.close()


def _put_back(folder: Path, keys: DeskKeys, saved: Saved, now: datetime) -> PutBack:
    store, fresh = folder / "desk.db", folder / "desk.db.new"
    aside = folder / f"damaged-{now:%Y-%m-%dT%H-%M-%S}Z"
    _set_aside(folder, aside)
    for path in folder.glob("desk.db.new*"):
        path.unlink()
    shutil.copyfile(saved.database, fresh)
    versions.bring_up_to_date(fresh, keys.database)
    with closing(connect(fresh, keys.database)) as connection:
        salvaged = _salvage(store, keys.database, connection)  # the one set aside stays untouched
        _mark(connection, now)
        _files_back(folder, saved)
        _note_files(folder, connection, now)
        connection.execute("PRAGMA journal_mode = DELETE")
    for name in _BESIDE:
        (folder / name).unlink(missing_ok=True)
    os.replace(fresh, store)
    (folder / DOUBT).unlink(missing_ok=True)
    return PutBack(saved, aside, salvaged)


def _set_aside(folder: Path, aside: Path) -> None:
    """The damaged store under a second name; the first one is let go only when the copy takes its place."""
    aside.mkdir(exist_ok=True)
    for name in _BESIDE:
        with suppress(FileNotFoundError):
            shutil.copyfile(folder / name, aside / name)
    with suppress(FileNotFoundError):
        shutil.copyfile(folder / "desk.db", aside / "desk.db")


def _salvage(damaged: Path, key: bytes, into: Any) -> int:
    """Acts that were done after the copy, as far as the damaged store gives them whole and in one chain."""
    last, before = into.execute(_CHAIN).fetchone() or (0, b"")
    count = 0
    into.execute(_TIME_IS_UP)
    try:
        with closing(connect(damaged, key)) as source:
            for row in source.execute(_LATER, (last,)):
                if (row[0], row[8]) != (last + 1, before) or _hash(row) != row[9]:
                    break
                into.execute(_SAVE, row)
                last, before, count = row[0], row[9], count + 1
            _keep_back(source.execute(_KEPT_BACK).fetchall(), into)
    except (sqlcipher3.Error, OfficeError):
        pass  # it is damaged: what came until here is what there is
    into.execute(_END, (last, before))
    return count


def _keep_back(rows: list[Any], into: Any) -> None:
    """What is kept back for a moment is as the damaged store says: what was undone, or sent, since is not there."""
    into.execute("DELETE FROM held_act")
    into.executemany(_KEEP_BACK, rows)


def _hash(row: Any) -> bytes:
    mseq, mut_id, type_, v, _, user_id, at, body, prev_hash, _ = row
    return link(prev_hash, mseq, mut_id, type_, v, user_id, at, body)


def _mark(connection: Any, now: datetime) -> None:
    """From here on this store knows that it may have a past of which it knows nothing."""
    connection.execute(notes.PUT, (notes.TROUBLE, b"post.desk_restored"))
    connection.execute(notes.PUT, (notes.RESTORED, utc_text(now).encode()))
    connection.execute(_LEAVE_BOOKS)


def _files_back(folder: Path, saved: Saved) -> None:
    for sha256 in saved.files:
        target = folder / "blobs" / sha256[:2] / sha256
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(saved.folder / "blobs" / sha256, target)


def _note_files(folder: Path, connection: Any, now: datetime) -> None:
    """Files that came after the copy: each is offered to the centre, and goes when no row names it."""
    held = {sha256 for (sha256,) in connection.execute("SELECT sha256 FROM blob")}
    for path in blobs.kept_in(folder / "blobs"):
        if path.name not in held:
            connection.execute(_OFFER, (path.name, blobs.size_of(path), utc_text(now)))
            connection.execute("INSERT OR IGNORE INTO blob_erasure VALUES (?)", (path.name,))
