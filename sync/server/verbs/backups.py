"""Commands that save the whole centre and bring it back."""

from argparse import Namespace
from pathlib import Path

from desktop.office.clock import SystemClock
from sync.server import backup
from sync.server.verbs.verb import Option, Say, Verb

_BIN = Option("--pg-bin", Path, default=None, metavar="FOLDER", help="where pg_dump and pg_restore are")
_BLOBS = Option("--blobs", Path, default=Path("blobs"), metavar="FOLDER", help="where files are kept")


def _backup(options: Namespace, say: Say) -> None:
    bin_ = backup.tools(options.pg_bin)
    kept = backup.save(options.database, options.blobs, options.to, SystemClock().now(), bin_)
    say.done(
        f"{kept.folder} ({kept.files} files, {kept.fresh} of them new)",
        folder=str(kept.folder), files=kept.files, fresh=kept.fresh,
    )  # fmt: skip


def restore_database(options: Namespace, say: Say) -> None:
    """Brings a backup into an empty database."""
    done = backup.restore(options.database, options.blobs, options.source, backup.tools(options.pg_bin))
    say.done(
        f"restored, {done.files} files brought back, {done.missing} missing; desks send what they did since",
        files=done.files, missing=done.missing,
    )  # fmt: skip


VERBS = (
    Verb(
        *("backup", "save the database and the files; the centre may go on serving", _backup),
        Option("--to", Path, required=True, metavar="FOLDER", help="where backups are kept, best on another machine"),
        *(_BLOBS, _BIN),
    ),
    Verb(
        *("restore", "bring a backup into an empty database, with the centre stopped", restore_database),
        Option("--from", Path, required=True, dest="source", metavar="FOLDER", help="one backup's own folder"),
        *(_BLOBS, _BIN),
    ),
)
