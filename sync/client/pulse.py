"""How the post's threads wake one another: waits that end with news, with time, or with the end of the post."""

import threading

from desktop.office.clock import Clock


class Pulse:
    """Counts the beats of the post. Whoever waits for a beat sleeps; nobody polls."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._bell = threading.Condition()
        self._beats = 0
        self._due = clock.monotonic()
        self._look = False
        self.ended = False

    def end(self) -> None:
        """Wakes everybody for good."""
        with self._bell:
            self.ended = True
            self._bell.notify_all()

    @property
    def beats(self) -> int:
        return self._beats

    def beat(self) -> None:
        """A round has succeeded."""
        with self._bell:
            self._beats += 1
            self._bell.notify_all()

    def due_in(self, seconds: float) -> None:
        """Sets the time of the next round anew."""
        with self._bell:
            self._due = self._clock.monotonic() + seconds
            self._bell.notify_all()

    def look(self) -> None:
        """Something changed that the state should show."""
        with self._bell:
            self._look = True
            self._bell.notify_all()

    def wait_for_work(self, most: float) -> bool:
        """Sleeps until a round is due (True), or something is to be looked at or `most` seconds are over (False)."""
        with self._bell:
            ends = self._clock.monotonic() + most
            while not (self.ended or self._look):
                now = self._clock.monotonic()
                if self._due <= now or now >= ends:
                    break
                self._bell.wait(min(self._due, ends) - now)
            self._look = False
            return not self.ended and self._due <= self._clock.monotonic()

    def next_beat(self, seen: int, seconds: float | None = None) -> int:
        """Sleeps until there is a beat after `seen`, time is over, or all is over; returns the last beat."""
        with self._bell:
            self._bell.wait_for(lambda: self.ended or self._beats > seen, seconds)
            return self._beats

    def rest(self, seconds: float) -> None:
        """Sleeps; less when all is over."""
        with self._bell:
            self._bell.wait_for(lambda: self.ended, seconds)
