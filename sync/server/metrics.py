"""What the centre counts of itself for Prometheus: doors, statuses, outcomes; never a person, an office or a desk."""

import os
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, text
from sqlalchemy.exc import SQLAlchemyError

from sync.server.database import Retries
from sync.wire.messages import Result

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry
    from prometheus_client.metrics_core import Metric

_STATUSES = frozenset({"applied", "duplicate", "flagged", "rejected", "blocked", "retry_later", "quarantined"})
_SHARED = "PROMETHEUS_MULTIPROC_DIR"
_STANDING = text("""
SELECT (SELECT count(*) FROM office_gate) AS offices,
       (SELECT coalesce(sum(head), 0) FROM office_head) AS head,
       (SELECT count(*) FROM device WHERE state = 'active' AND public_key <> '') AS desks,
       (SELECT count(*) FROM blob WHERE state = 'stored') AS files,
       (SELECT coalesce(sum(size), 0) FROM blob WHERE state = 'stored') AS file_bytes
""")


def share(folder: Path) -> None:
    """Lets the processes of this centre count together, in files of that folder; to be called before any `Measures`."""
    os.environ[_SHARED] = str(folder)


class Measures:
    """The counters of one process."""

    def __init__(self) -> None:
        # The library decides at its import whether processes count together.
        from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

        self.registry: CollectorRegistry = CollectorRegistry()
        here: dict[str, Any] = {"namespace": "thesaban", "registry": self.registry}
        self._requests = Counter("requests", "Requests answered", ("method", "door", "status"), **here)
        self._seconds = Histogram(
            *("request_seconds", "Time to the end of an answer; waiting for news is not in it", ("door",)),
            buckets=(0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30), **here,
        )  # fmt: skip
        self._refusals = Counter("refusals", "Requests refused, by the problem's code", ("code",), **here)
        self._acts = Counter("acts", "Acts of desks, by their outcome", ("outcome",), **here)
        self._entries = Counter("feed_entries", "Feed entries sent to desks", **here)
        self._leases = Counter("leases", "Leases told to desks", **here)
        self._bytes = Counter("file_bytes_moved", "Bytes of files, by their way", ("way",), **here)
        self._retries = Counter("database_retries", "Transactions tried again", **here)
        live: dict[str, Any] = {**here, "multiprocess_mode": "livesum"}
        self._waiting = Gauge("desks_waiting", "Desks that wait for news", **live)
        self._connections = Gauge("database_connections", "Connections in use", **live)
        self._bodies = Gauge("body_bytes", "Bytes of request bodies held", **live)

    def request(self, method: str, door: str, status: int, seconds: float) -> None:
        self._requests.labels(method, door, status).inc()
        if door != "/v1/wait":
            self._seconds.labels(door).observe(seconds)

    def refusal(self, code: str) -> None:
        self._refusals.labels(code).inc()

    def sync(self, results: Iterable[Result], entries: int, leases: int) -> None:
        for result in results:
            self._acts.labels(result.status if result.status in _STATUSES else "other").inc()
        self._entries.inc(entries)
        self._leases.inc(leases)

    def moved(self, way: str, size: int) -> None:
        """`way`: in or out."""
        self._bytes.labels(way).inc(size)

    def waiting(self) -> AbstractContextManager[object]:
        """Around a desk's waiting."""
        held: AbstractContextManager[object] = self._waiting.track_inprogress()
        return held

    def now(self, *, connections: int, bodies: int, retries: Retries) -> None:
        """What stands at this moment, and the retries since the last call."""
        self._connections.set(connections)
        self._bodies.set(bodies)
        self._retries.inc(retries.take())


class Standing:
    """What the database and the disk say when somebody asks: the same for all processes, so asked once."""

    def __init__(self, engine: Engine, blobs: Path) -> None:
        self._engine = engine
        self._blobs = blobs

    def collect(self) -> Sequence["Metric"]:
        from prometheus_client.metrics_core import GaugeMetricFamily

        told = {"database_up": 1.0, "disk_free_bytes": _free(self._blobs)}
        try:
            with self._engine.begin() as connection:
                row = connection.execute(_STANDING).one()
        except SQLAlchemyError:
            told["database_up"] = 0.0
        else:
            told |= {"offices": row.offices, "feed_head": row.head, "desks": row.desks}
            told |= {"files": row.files, "file_bytes": row.file_bytes}
        return [GaugeMetricFamily(f"thesaban_{name}", _HELP[name], value=float(value)) for name, value in told.items()]


_HELP = {
    "database_up": "Whether the database answers",
    "disk_free_bytes": "Free bytes where files are kept",
    "offices": "Offices of this centre",
    "feed_head": "Feed positions given out, all offices together",
    "desks": "Desks that may come in",
    "files": "Files stored",
    "file_bytes": "Bytes of files stored",
}


def _free(folder: Path) -> float:
    try:
        room = os.statvfs(folder)
    except OSError:
        return 0.0
    return float(room.f_bavail * room.f_frsize)


def serve(host: str, port: int, registry: "CollectorRegistry | None", standing: Standing) -> Any:
    """Answers Prometheus at an address of its own, on a thread; without a `registry` it adds up all processes.

    OSError when the address is not to be had. The caller shuts the returned server down.
    """
    from prometheus_client import CollectorRegistry, start_http_server
    from prometheus_client.multiprocess import MultiProcessCollector

    if registry is None:
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    registry.register(standing)
    server, _ = start_http_server(port, host, registry)
    return server


def forget(pid: int) -> None:
    """Takes a dead process out of what stands at this moment."""
    if _SHARED in os.environ:
        from prometheus_client.multiprocess import mark_process_dead

        mark_process_dead(pid)  # type: ignore[no-untyped-call]
