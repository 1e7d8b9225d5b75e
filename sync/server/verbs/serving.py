"""Commands that run the centre itself."""

from argparse import Namespace
from pathlib import Path

from desktop.office.errors import OfficeError
from sync.server.centre import Centre
from sync.server.database import make_engine
from sync.server.logs import log_as_json
from sync.server.migrating import migrate
from sync.server.running import serve
from sync.server.verbs.verb import Option, Say, Verb


def serve_centre(options: Namespace, say: Say) -> None:
    """Serves until it is told to stop."""
    host, _, port = options.listen.rpartition(":")
    if not host or not port.isdigit():
        raise OfficeError("centre.listen_misshapen", listen=options.listen)
    log_as_json()
    options.blobs.mkdir(parents=True, exist_ok=True)
    centre = Centre(make_engine(options.database), options.blobs)
    serve(centre, host.strip("[]"), int(port), lambda: say.done(f"listening on {options.listen}"))


def migrate_database(options: Namespace, say: Say) -> None:
    """Brings the database to this program's version."""
    migrate(options.database)
    say.done("the database is up to date")


SERVING = (
    Option("--listen", metavar="HOST:PORT", default="127.0.0.1:8470", help="where desks find the centre"),
    Option("--blobs", Path, metavar="FOLDER", default=Path("blobs"), help="where files are kept"),
)
VERBS = (
    Verb("serve", "serve desks; what happens without a command, too", serve_centre, *SERVING),
    Verb("migrate", "bring the database to this program's version", migrate_database),
)
