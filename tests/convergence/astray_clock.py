"""A desk's own clock, which somebody may set wrong."""

from datetime import datetime, timedelta

from desktop.office.clock import Clock


class AstrayClock:
    """A desk's own clock: the town's time, and what somebody made of it."""

    def __init__(self, true: Clock) -> None:
        self._true = true
        self.off = timedelta(0)

    def now(self) -> datetime:
        return self._true.now() + self.off

    def monotonic(self) -> float:
        return self._true.monotonic()
