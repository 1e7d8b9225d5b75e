"""Copies of the desk's store on its own disk: encrypted like the store, proven to open, kept in generations by age.

A copy helps when the file is damaged, not when the disk is lost: what the centre has acknowledged is at the centre. Of
the files (scans) a copy holds those that the centre does not have yet; all others can be fetched again.
"""

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

import sqlcipher3

from desktop.office.clock import from_utc_text, utc_text
from desktop.office.errors import OfficeError
from desktop.store import versions
from desktop.store.desk import Desk
from desktop.store.engine import connect, told
from desktop.store.reader import Reader

FOLDER = "backups"
SPARE = 64 << 20
"""Bytes that must stay free beside a copy: the store itself has to go on."""
_STEP_PAGES, _REST_SECONDS = 256, 0.004
"""A copy is made a MiB at a time with a breath between, so that it never holds up the clerk."""
_DATABASE, _MANIFEST, _MAKING = "desk.db", "manifest.json", ".making"

_STATE = """
SELECT (SELECT chain_mseq || hex(chain_hash) || hex(feed_epoch) FROM device),
       (SELECT group_concat(bucket || oseq || digest, '|') FROM (SELECT * FROM cursor ORDER BY bucket)),
       (SELECT count(*) || max(coalesce(acked_at, '')) FROM outbox), (SELECT sum(next) FROM lease),
       (SELECT count(*) || coalesce(max(resolved_at), '') FROM attention),
       (SELECT count(*) || sum(state = 'local') FROM blob), (SELECT group_concat(hex(hash)) FROM verifier),
       (SELECT count(*) || coalesce(max(state_at), '') FROM arrival),
       (SELECT count(*) || coalesce(max(at), '') FROM batch_page),
       (SELECT count(*) || sum(undone) FROM batch_edit), (SELECT max(state_at) FROM batch)
"""
_LOCAL = """
SELECT sha256 FROM blob WHERE state = 'local'
UNION SELECT p.sha256 FROM batch_page p JOIN batch b ON b.id = p.batch_id WHERE b.state <> 'finished' AND p.sha256 <> ''
UNION SELECT p.original_sha256 FROM batch_page p JOIN batch b ON b.id = p.batch_id
      WHERE b.state <> 'finished' AND p.original_sha256 IS NOT NULL
UNION SELECT sha256 FROM arrival_file UNION SELECT original_sha256 FROM arrival_file WHERE original_sha256 IS NOT NULL
ORDER BY 1
"""
"""Files that the centre may not have: those to be sent, those of letters that wait for their number, waiting pages."""
_ACTS = "SELECT count(*) FROM outbox WHERE state = 'pending'"


@dataclass(frozen=True)
class Saved:
    """One copy: `made_at` aware UTC, `bytes` of its database, `files` with it, `unsent` acts in it."""

    folder: Path
    made_at: datetime
    bytes: int
    sha256: str
    files: tuple[str, ...]
    unsent: int
    state: str

    @property
    def database(self) -> Path:
        return self.folder / _DATABASE


def all_saved(folder: Path) -> list[Saved]:
    """The whole copies below a desk's folder, newest first; what is half made or unreadable does not count."""
    found = (_read(place) for place in (folder / FOLDER).glob("*") if not place.name.startswith("."))
    return sorted((saved for saved in found if saved), key=lambda saved: saved.made_at, reverse=True)


class Stopped(Exception):
    """Somebody did not want to wait for the copy; nothing of it is left."""


def make(
    desk: Desk,
    *,
    always: bool = False,
    told: Callable[[int, int], None] = lambda done, total: None,
    ended: Event | None = None,
) -> Saved | None:
    """A new copy of the store as it is now; None when nothing changed since the last one (`always`: even then).

    May run on any thread beside all other work; `told` hears how many pages of how many are copied, and `Stopped` is
    raised soon after `ended` is set. OfficeError `backup.no_space` (nothing is touched), `store.damaged`,
    `store.unreadable`. Copies that are no longer wanted go only after the new one is whole.
    """
    with desk.copying:
        return _make_one(desk, always, lambda done, total: _step(told, ended, done, total))


def _step(told: Callable[[int, int], None], ended: Event | None, done: int, total: int) -> None:
    if ended is not None and ended.is_set():
        raise Stopped
    told(done, total)


def _make_one(desk: Desk, always: bool, step: Callable[[int, int], None]) -> Saved | None:
    held = all_saved(desk.folder)
    state = _state(desk.reader)
    if not always and held and held[0].state == state:
        return None
    making = desk.folder / FOLDER / _MAKING
    shutil.rmtree(making, ignore_errors=True)
    try:
        _check_space(desk)
        making.mkdir(parents=True)
        saved = _make(desk, making, state, step)
    except sqlcipher3.Error as error:
        raise told(error) from error
    except OSError as error:
        raise _told(error) from error
    finally:
        shutil.rmtree(making, ignore_errors=True)
    for old in spare([saved, *held], saved.made_at):
        shutil.rmtree(old.folder, ignore_errors=True)
    return saved


def _make(desk: Desk, making: Path, state: str, step: Callable[[int, int], None]) -> Saved:
    _copy(desk, making / _DATABASE, step)
    _prove(making / _DATABASE, desk.keys.database)
    files = [sha256 for (sha256,) in _query(making / _DATABASE, desk.keys.database, _LOCAL)]
    unsent = _query(making / _DATABASE, desk.keys.database, _ACTS)[0][0]
    kept = [sha256 for sha256 in files if _keep_file(desk.blobs.path(sha256), making / "blobs" / sha256)]
    at = desk.clock.now()
    about = {
        "made_at": utc_text(at),
        "sha256": _sha256(making / _DATABASE),
        "bytes": (making / _DATABASE).stat().st_size,
    }
    about |= {"files": kept, "unsent": unsent, "state": state, "version": versions.HEAD}
    (making / _MANIFEST).write_text(json.dumps(about, indent=1), "utf-8")
    for path in (making / _DATABASE, making / _MANIFEST):
        _flush(path)
    target = making.with_name(f"{at:%Y-%m-%dT%H-%M-%S}Z")
    shutil.rmtree(target, ignore_errors=True)
    making.rename(target)
    saved = _read(target)
    assert saved is not None
    return saved


def _copy(desk: Desk, target: Path, step: Callable[[int, int], None]) -> None:
    """One moment of the store, page by page, while others write: the source is read in one transaction."""
    with closing(connect(desk.path, desk.keys.database, read_only=True)) as source:
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM device").fetchone()
        with closing(connect(target, desk.keys.database)) as copy:
            source.backup(copy, pages=_STEP_PAGES, sleep=_REST_SECONDS, progress=_counting(step))
            copy.execute("PRAGMA journal_mode = DELETE")


def _counting(step: Callable[[int, int], None]) -> Callable[[int, int, int], None]:
    return lambda status, left, total: step(total - left, total)


def differs(desk: Desk, saved: Saved) -> bool:
    """Whether anything was done at the desk since a copy of it was made."""
    return saved.state != _state(desk.reader)


def _prove(path: Path, key: bytes) -> None:
    """OfficeError `store.damaged` unless the copy opens with its key and is whole."""
    if _query(path, key, "PRAGMA integrity_check") != [("ok",)]:
        raise OfficeError("store.damaged")


def _query(path: Path, key: bytes, sql: str) -> list[tuple[Any, ...]]:
    connection = sqlcipher3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)
    with closing(connection):
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        found: list[tuple[Any, ...]] = connection.execute(sql).fetchall()
        return found


def _state(reader: Reader) -> str:
    """Changes whenever an act, news, a number, a file or a person did."""
    return hashlib.sha256(repr(reader.one(_STATE)).encode()).hexdigest()


def _check_space(desk: Desk) -> None:
    row = desk.reader.one("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
    wanted = (int(row[0]) if row else 0) + SPARE
    free = shutil.disk_usage(desk.folder).free
    if free < wanted:
        raise OfficeError("backup.no_space", megabytes=(wanted - free >> 20) + 1)


def _keep_file(source: Path, target: Path) -> bool:
    """A second name for an encrypted file, or a copy where the disk knows no such thing; False when it is not here."""
    target.parent.mkdir(exist_ok=True)
    try:
        os.link(source, target)
    except FileNotFoundError:
        return False
    except OSError:
        shutil.copyfile(source, target)
        _flush(target)
    return True


def spare(saved: Sequence[Saved], now: datetime) -> list[Saved]:
    """The copies to let go: all but the three newest, the last of each of seven days and of each of four weeks."""
    newest = sorted(saved, key=lambda one: one.made_at, reverse=True)
    kept = set(newest[:3]) | _last_of(newest, now, timedelta(days=1), 7) | _last_of(newest, now, timedelta(days=7), 4)
    return [one for one in newest if one not in kept]


def _last_of(newest: Iterable[Saved], now: datetime, length: timedelta, spans: int) -> set[Saved]:
    """The newest copy of each of the last `spans` spans of that length."""
    found: dict[int, Saved] = {}
    for one in newest:
        found.setdefault((now - one.made_at) // length, one)
    return {one for place, one in found.items() if place < spans}


def _read(folder: Path) -> Saved | None:
    try:
        about = json.loads((folder / _MANIFEST).read_text("utf-8"))
        moment, files = from_utc_text(about["made_at"]), tuple(map(str, about["files"]))
        found = Saved(folder, moment, about["bytes"], about["sha256"], files, about["unsent"], about["state"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return found if found.database.exists() else None


def check(saved: Saved, key: bytes) -> None:
    """OfficeError `store.damaged` unless the copy is the one that was made and opens with this key."""
    try:
        if _sha256(saved.database) != saved.sha256:
            raise OfficeError("store.damaged")
        _prove(saved.database, key)
    except sqlcipher3.Error as error:
        raise told(error) from error
    except OSError as error:
        raise _told(error) from error


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())
    if os.name == "posix":
        handle = os.open(path.parent, os.O_RDONLY)
        with suppress(OSError):
            os.fsync(handle)
        os.close(handle)


def _told(error: OSError) -> OfficeError:
    full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return OfficeError("backup.no_space", megabytes=1) if full else OfficeError("store.unreadable")
