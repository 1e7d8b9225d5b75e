"""What a desk says of itself to the centre, and what a supervisor should worry about in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.office.ids import Id
from desktop.office.post_state import CLOCK_WRONG, DISK_LOW

SILENT = timedelta(minutes=15)
"""A desk that works is heard every minute; after this long nobody can say how it is."""
LONG_SILENT = timedelta(hours=24)
UNSENT_LONG = timedelta(hours=4)


@dataclass(frozen=True)
class DeskReport:
    """One desk as the centre last heard it. `clock_off`: by how much its clock was ahead; None: it was never heard."""

    device_id: Id
    name: str
    counter: str
    active: bool
    heard_at: datetime | None = None
    outbox: int = 0
    oldest: datetime | None = None
    blobs: int = 0
    attention: int = 0
    disk_free: int | None = None
    clock_off: timedelta = timedelta(0)
    version: str = ""

    @property
    def unsent(self) -> int:
        """Acts and files that the centre lacked when it last heard of the desk."""
        return self.outbox + self.blobs


def worries(report: DeskReport, now: datetime) -> tuple[str, ...]:
    """What is wrong with a desk, the gravest first; a desk without worries is well.

    One whose right was ended is silent for good: it matters only if work was left in it.
    """
    if not report.active:
        return ("unsent",) if report.unsent else ()
    if report.heard_at is None:
        return ("never_heard",)
    silent = now - report.heard_at
    found = [
        ("clock_wrong", abs(report.clock_off) > CLOCK_WRONG),
        ("disk_low", report.disk_free is not None and report.disk_free < DISK_LOW),
        ("long_silent", silent > LONG_SILENT),
        ("unsent_long", report.oldest is not None and now - report.oldest > UNSENT_LONG),
        ("silent", SILENT < silent <= LONG_SILENT),
        ("unsent", report.unsent > 0),
        ("attention", report.attention > 0),
    ]
    return tuple(name for name, holds in found if holds)


GRAVE = frozenset({"clock_wrong", "disk_low", "long_silent", "unsent_long"})


def by_worry(reports: Iterable[DeskReport], now: datetime) -> list[DeskReport]:
    """The desks that need help first: grave, then silent or unsent, then the rest, each by name."""

    def rank(report: DeskReport) -> tuple[int, str]:
        found = worries(report, now)
        return (0 if GRAVE & set(found) else 1 if found else 2, report.name)

    return sorted(reports, key=rank)
