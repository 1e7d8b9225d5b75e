"""What the desks say of themselves, kept for those who supervise: a row each, written when it says something new."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, select

from desktop.office.clock import Clock, from_utc_text, utc_text
from desktop.office.desk_report import DeskReport
from sync.server import devices
from sync.server.database import question
from sync.server.devices import ACTIVE, CENTRE_ID, Device, DeviceKey
from sync.server.refusal import Refusal
from sync.server.straight import Statement
from sync.server.tables import desk_report, device
from sync.wire.messages import DeskLine, Desks, Stats

AGAIN = timedelta(seconds=30)
"""A desk that says the same as before is noted this often."""
_MOST = 10_000
_SUPERVISING = ("registry/", "executive/")
_BIGINT = (1 << 63) - 1
_NOTE = Statement("""
WITH unhurried AS (SELECT set_config('synchronous_commit', 'off', true) FROM (VALUES (1)) AS once)
INSERT INTO desk_report
    (office_id, device_id, heard_at, outbox, oldest, blobs, attention, disk_free, clock_off_ms, version)
SELECT :office_id, CAST(:device_id AS bytea), :heard_at, :outbox, :oldest, :blobs, :attention,
       CAST(:disk_free AS bigint), CAST(:clock_off_ms AS bigint), :version FROM unhurried
ON CONFLICT (office_id, device_id) DO UPDATE SET heard_at = excluded.heard_at, outbox = excluded.outbox,
    oldest = excluded.oldest, blobs = excluded.blobs, attention = excluded.attention, disk_free = excluded.disk_free,
    clock_off_ms = excluded.clock_off_ms, version = excluded.version
""")


class Reports:
    """Remembers what it wrote last only to write less: any number of them may serve one office."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock
        self._noted: dict[DeviceKey, tuple[tuple[object, ...], datetime]] = {}

    def note(self, key: DeviceKey, stats: Stats) -> None:
        """Keeps what a desk says with its request; losing one to a crash of the database loses no work."""
        now = self._clock.now()
        said = (stats.outbox, stats.oldest, stats.blobs, stats.attention, stats.version)
        before = self._noted.get(key)
        if before is not None and before[0] == said and now - before[1] < AGAIN:
            return
        if len(self._noted) > _MOST:
            self._noted.clear()
        self._noted[key] = (said, now)
        question(self._engine, lambda connection: _NOTE.run(connection, **_row(key, stats, now)))

    def desks(self, key: DeviceKey) -> Desks:
        """Every desk of the office, for a desk of those who supervise; Refusal 403 for any other."""
        with self._engine.begin() as connection:
            if not _supervises(devices.find(connection, key)):
                raise Refusal(403, "not_supervisor")
            found = reports(connection, key.office_id)
        return Desks(tuple(_line(report) for report in found), utc_text(self._clock.now()))


def _row(key: DeviceKey, stats: Stats, now: datetime) -> dict[str, object]:
    off = _moment(stats.clock)
    row: dict[str, object] = {"office_id": key.office_id, "device_id": key.device_id, "heard_at": utc_text(now)}
    oldest = _moment(stats.oldest)
    row |= {"outbox": _figure(stats.outbox), "blobs": _figure(stats.blobs), "attention": _figure(stats.attention)}
    row |= {"oldest": utc_text(oldest) if oldest else None, "version": stats.version[:40].replace("\0", "")}
    row["disk_free"] = None if stats.disk_free is None else max(0, min(stats.disk_free, _BIGINT))
    row["clock_off_ms"] = None if off is None else round((off - now).total_seconds() * 1000)
    return row


def _figure(said: int) -> int:
    return max(0, min(said, (1 << 31) - 1))


def _moment(said: str | None) -> datetime | None:
    """A moment as a desk says it; one that is none is not worth refusing its work for."""
    try:
        return from_utc_text(said) if said and len(said) < 40 else None
    except (ValueError, OverflowError):
        return None


def _supervises(asking: Device) -> bool:
    return any(bucket.startswith(_SUPERVISING) for bucket in asking.readable)


def reports(connection: Connection, office_id: int) -> list[DeskReport]:
    """Every desk of an office as it was last heard."""
    joined = device.outerjoin(
        desk_report,
        (desk_report.c.office_id == device.c.office_id) & (desk_report.c.device_id == device.c.device_id),
    )
    columns = [column for column in desk_report.c if column.name not in ("office_id", "device_id")]
    query = (
        select(device.c.device_id, device.c.name, device.c.counter, device.c.state, *columns)
        .select_from(joined)
        .where(device.c.office_id == office_id, device.c.device_id != CENTRE_ID)
        .order_by(device.c.name, device.c.device_id)
    )
    return [
        DeskReport(
            row.device_id,
            row.name,
            row.counter,
            row.state == ACTIVE,
            _moment(row.heard_at),
            row.outbox or 0,
            _moment(row.oldest),
            row.blobs or 0,
            row.attention or 0,
            row.disk_free,
            timedelta(milliseconds=row.clock_off_ms or 0),
            row.version or "",
        )
        for row in connection.execute(query)
    ]


def _line(report: DeskReport) -> DeskLine:
    return DeskLine(
        device_id=report.device_id,
        name=report.name,
        counter=report.counter,
        active=report.active,
        heard_at=utc_text(report.heard_at) if report.heard_at else None,
        outbox=report.outbox,
        oldest=utc_text(report.oldest) if report.oldest else None,
        blobs=report.blobs,
        attention=report.attention,
        disk_free=report.disk_free,
        clock_off_ms=round(report.clock_off.total_seconds() * 1000),
        version=report.version,
    )
