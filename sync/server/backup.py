"""A backup of the whole centre: the database by PostgreSQL's own tools, the files beside it, a manifest over both.

The database is dumped first and the files are copied after it: a file never changes, is never removed, and a row says
`stored` only when its file is durable. So every file that the dump names is there when the files are copied.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, make_url, text

from desktop.office.clock import utc_text
from desktop.office.errors import OfficeError
from sync.server.confining import make_reader
from sync.server.database import make_engine, setting, transact
from sync.server.migrating import HEAD, migrate
from sync.server.recovery import begin_feed

DUMP, MANIFEST, POOL = "database.dump", "manifest.json", "files"
_MAKING = ".making"
_NAME = re.compile(r"[0-9a-f]{64}")
_DEBIAN = Path("/usr/lib/postgresql")
_TABLES = text("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
_NAMED = text("SELECT office_id, sha256 FROM blob WHERE state = 'stored' ORDER BY office_id, sha256")
_LOST = text("UPDATE blob SET state = 'partial' WHERE office_id = :o AND sha256 = :s")


@dataclass(frozen=True)
class Kept:
    """A backup as it lies in its folder: how many files, and how many of them were new to the pool."""

    folder: Path
    files: int
    fresh: int


@dataclass(frozen=True)
class Restored:
    """`missing`: files that rows name and that are nowhere; desks that have them are asked for them."""

    files: int
    missing: int


def tools(folder: Path | None) -> Path:
    """Where pg_dump and pg_restore are: as told, on the path, or Debian's newest. OfficeError `centre.no_pg_tools`."""
    on_path = shutil.which("pg_dump")
    found = [folder] if folder else [Path(on_path).parent] if on_path else []
    found += [] if folder else sorted(_DEBIAN.glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    for place in found:
        if all((place / name).exists() for name in ("pg_dump", "pg_restore")):
            return place
    raise OfficeError("centre.no_pg_tools")


def save(url: str, blobs: Path, target: Path, at: datetime, bin_: Path) -> Kept:
    """Writes a backup below `target`, each in a folder named by its moment; files are kept once for all of them.

    OfficeError `centre.backup_failed` with what PostgreSQL's tool said; nothing half made is left.
    """
    making, final = target / _MAKING, target / f"{at:%Y-%m-%dT%H-%M-%S}Z"
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True, mode=0o700)
    try:
        _run(bin_ / "pg_dump", url, "--format=custom", "--no-owner", f"--file={making / DUMP}")
        names = sorted(_names(blobs))
        fresh = sum(_keep(blobs / name, target / POOL / name) for name in names)
        _write_manifest(making, url, names, at)
        _run(bin_ / "pg_restore", None, "--list", f"--file={os.devnull}", str(making / DUMP))
        shutil.rmtree(final, ignore_errors=True)
        making.rename(final)
        _flush(target)
    finally:
        shutil.rmtree(making, ignore_errors=True)
    return Kept(final, len(names), fresh)


def restore(url: str, blobs: Path, kept: Path, bin_: Path) -> Restored:
    """Brings a backup into an empty database and its files into `blobs`, and begins a new feed.

    OfficeError `centre.restore_not_empty`, `centre.backup_damaged`, `centre.backup_failed`. Files that are there
    already stay; none is overwritten.
    """
    about = _read_manifest(kept)
    engine = make_engine(url, pool_size=1)
    try:
        transact(engine, _must_be_empty)
        files = _bring_back(kept.parent / POOL, blobs, about["files"])
        with engine.begin() as connection:
            make_reader(connection)
        options = ("--exit-on-error", "--single-transaction", "--no-owner", f"--dbname={make_url(url).database}")
        _run(bin_ / "pg_restore", url, *options, str(kept / DUMP))
        migrate(url)
        missing = transact(engine, lambda connection: _hold_against_files(connection, blobs))
        transact(engine, begin_feed)
    finally:
        engine.dispose()
    return Restored(files, missing)


def _run(tool: Path, url: str | None, *options: str) -> None:
    """One of PostgreSQL's tools; the password goes by the environment, where no other user sees it."""
    command, surroundings = [str(tool), *options], _environment(url)
    done = subprocess.run(
        command, env=surroundings, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise OfficeError("centre.backup_failed", tool=tool.name, said=done.stderr.strip()[-500:])


def _environment(url: str | None) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    if url is None:
        return kept
    where = make_url(url)
    parts = {"PGHOST": where.host, "PGPORT": where.port, "PGUSER": where.username, "PGPASSWORD": where.password}
    parts |= {"PGDATABASE": where.database} | {f"PG{name.upper()}": str(value) for name, value in where.query.items()}
    return kept | {name: str(value) for name, value in parts.items() if value is not None}


def _names(blobs: Path) -> Iterator[str]:
    """The whole files, as `<office>/<first two digits>/<sha256>`."""
    for path in blobs.glob("*/*/*"):
        if _NAME.fullmatch(path.name):
            yield path.relative_to(blobs).as_posix()


def _keep(source: Path, target: Path) -> bool:
    """Adds a file to the pool, as a second name where the disk can; False when it was there."""
    if target.exists() and target.stat().st_size == source.stat().st_size:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    _copy(source, target)
    return True


def _copy(source: Path, target: Path) -> None:
    """Whole or not at all."""
    aside = target.with_name(target.name + ".new")
    with suppress(FileNotFoundError):
        aside.unlink()
    try:
        os.link(source, aside)
    except OSError:
        shutil.copyfile(source, aside)
        _flush(aside)
    aside.rename(target)


def _write_manifest(folder: Path, url: str, names: Sequence[str], at: datetime) -> None:
    engine = make_engine(url, pool_size=1)
    try:
        with engine.connect() as connection:
            epoch = setting(connection, "feed_epoch").hex()
    finally:
        engine.dispose()
    about = {"made_at": utc_text(at), "version": HEAD, "feed_epoch": epoch, "sha256": _sha256(folder / DUMP)}
    (folder / MANIFEST).write_text(json.dumps(about | {"files": list(names)}, indent=1), "utf-8")
    for name in (DUMP, MANIFEST):
        _flush(folder / name)


def _read_manifest(kept: Path) -> dict[str, list[str]]:
    """The names of the files; OfficeError `centre.backup_damaged` when the dump is not the one that was made."""
    try:
        about = json.loads((kept / MANIFEST).read_text("utf-8"))
        whole = _sha256(kept / DUMP) == about["sha256"]
        names = [name for name in about["files"] if _NAME.fullmatch(name.rpartition("/")[2]) and ".." not in name]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise OfficeError("centre.backup_damaged", folder=str(kept)) from error
    if not whole or len(names) != len(about["files"]):
        raise OfficeError("centre.backup_damaged", folder=str(kept))
    return {"files": names}


def _must_be_empty(connection: Connection) -> None:
    if connection.scalar(_TABLES):
        raise OfficeError("centre.restore_not_empty")


def _bring_back(pool: Path, blobs: Path, names: Sequence[str]) -> int:
    """Copies what is not there; a file of the pool that is not what its name says is left out."""
    count = 0
    for name in names:
        source, target = pool / name, blobs / name
        if target.exists() or not source.exists() or _sha256(source) != target.name:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        count += 1
    return count


def _hold_against_files(connection: Connection, blobs: Path) -> int:
    """Rows whose file is not here no longer say that it is."""
    missing = 0
    for row in connection.execute(_NAMED).all():
        if not (blobs / str(row.office_id) / row.sha256[:2] / row.sha256).exists():
            connection.execute(_LOST, {"o": row.office_id, "s": row.sha256})
            missing += 1
    return missing


def last_saved(target: Path) -> list[Path]:
    """The backups below a folder, newest first."""
    return sorted((path.parent for path in target.glob(f"*/{MANIFEST}") if path.parent.name != _MAKING), reverse=True)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
