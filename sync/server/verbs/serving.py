"""Commands that run the centre itself."""

import signal
import tempfile
import threading
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from socket import socket

from desktop.office.errors import OfficeError
from sync.server import metrics
from sync.server.centre import Centre
from sync.server.database import make_engine
from sync.server.limits import Limits, Meter
from sync.server.logs import log_as_json
from sync.server.metrics import Measures, Standing
from sync.server.migrating import migrate
from sync.server.processes import Flock
from sync.server.running import listen, serve
from sync.server.verbs.verb import Option, Say, Verb
from sync.server.workers import COUNT


def serve_centre(options: Namespace, say: Say) -> None:
    """Serves until it is told to stop, in this process or in several."""
    host, port = _address(options.listen)
    log_as_json()
    options.blobs.mkdir(parents=True, exist_ok=True)
    limits = Limits(proxies=frozenset(options.proxy))

    def started() -> None:
        say.done(f"listening on {options.listen}", listen=options.listen)

    with listen(host, port) as listener, closing(Meter()) as meter:
        if options.processes == 1:
            _serve_alone(options, listener, limits, meter, started)
        else:
            _serve_many(options, listener, limits, meter, started)


def _serve_alone(
    options: Namespace, listener: socket, limits: Limits, meter: Meter, started: Callable[[], object]
) -> None:
    measures = Measures()
    with _measured(options, measures):
        serve(_centre(options), listener, limits, meter, measures, options.threads, started)


def _serve_many(
    options: Namespace, listener: socket, limits: Limits, meter: Meter, started: Callable[[], object]
) -> None:
    with tempfile.TemporaryDirectory(prefix="thesaban-measures-") as folder:
        metrics.share(Path(folder))

        def one() -> None:
            serve(_centre(options), listener, limits, meter, Measures(), options.threads)

        works: list[Callable[[], object]] = [one] * options.processes
        if options.metrics:
            _address(options.metrics)
            works.append(lambda: _only_measure(options))
        Flock(works, metrics.forget).run(started)


def _only_measure(options: Namespace) -> None:
    """The process that answers Prometheus for all the others."""
    ended = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: ended.set())
    with _measured(options, None):
        ended.wait()


@contextmanager
def _measured(options: Namespace, measures: Measures | None) -> Iterator[None]:
    """The measures at the address of their own, if one was given."""
    if not options.metrics:
        yield
        return
    host, port = _address(options.metrics)
    engine = make_engine(options.database, pool_size=1)
    try:
        server = metrics.serve(host, port, measures.registry if measures else None, Standing(engine, options.blobs))
    except OSError as error:
        raise OfficeError("centre.address_taken", host=host, port=port) from error
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        engine.dispose()


def _centre(options: Namespace) -> Centre:
    return Centre(make_engine(options.database, options.threads), options.blobs)


def _address(text: str) -> tuple[str, int]:
    """Host and port of `host:port`; OfficeError for anything else."""
    host, _, port = text.rpartition(":")
    if not host or not port.isdigit():
        raise OfficeError("centre.listen_misshapen", listen=text)
    return host.strip("[]"), int(port)


def migrate_database(options: Namespace, say: Say) -> None:
    """Brings the database to this program's version."""
    migrate(options.database)
    say.done("the database is up to date")


def _count(text: str) -> int:
    if not 1 <= (count := int(text)) <= 64:
        raise ValueError(text)
    return count


SERVING = (
    Option("--listen", metavar="HOST:PORT", default="127.0.0.1:8470", help="where desks find the centre"),
    Option("--blobs", Path, metavar="FOLDER", default=Path("blobs"), help="where files are kept"),
    Option("--processes", _count, metavar="N", default=1, help="server processes behind the one address"),
    Option("--threads", _count, metavar="N", default=COUNT, help="threads and database connections of each process"),
    Option("--metrics", metavar="HOST:PORT", default="", help="where Prometheus finds /metrics; nowhere by default"),
    Option(
        "--proxy", metavar="ADDRESS", action="append", default=[],
        help="a proxy whose X-Forwarded-For tells where a request comes from (repeatable)",
    ),
)  # fmt: skip
VERBS = (
    Verb("serve", "serve desks; what happens without a command, too", serve_centre, *SERVING),
    Verb("migrate", "bring the database to this program's version", migrate_database),
)
