"""Time, asked for and never taken: every room gets its clock in its constructor."""

import time
from collections.abc import Hashable
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """The present, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that only ever grow."""
        ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()


class Stopwatch:
    """How long ago something was, in this run of the program, by a clock that nobody sets. Any thread."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._start = clock.monotonic()
        self._noted: dict[Hashable, float] = {}

    def note(self, what: Hashable) -> None:
        """It is now."""
        self._noted[what] = self._clock.monotonic()

    def since(self, what: Hashable) -> timedelta:
        """Since it was noted last; since this run began where it was not."""
        return timedelta(seconds=self._clock.monotonic() - self._noted.get(what, self._start))


class ManualClock:
    """A clock that moves when told to: for tests, the tour and rehearsals."""

    def __init__(self, start: datetime) -> None:
        self._now = start
        self._monotonic = 0.0

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._monotonic

    def advance(self, step: timedelta) -> None:
        self._now += step
        self._monotonic += max(step.total_seconds(), 0.0)


def utc_text(moment: datetime) -> str:
    """`2026-11-21T05:10:16.123456Z`: fixed width, so that texts sort as the moments do, in either database."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def from_utc_text(text: str) -> datetime:
    """The aware moment behind `utc_text`; ValueError for anything else."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"a moment without its zone: {text}")
    return moment
