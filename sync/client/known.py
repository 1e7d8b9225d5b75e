"""What the threads of the post know of the line, shared among them: changed under a lock, read whole."""

import threading
from dataclasses import replace
from typing import Any

from desktop.office.clock import Clock
from sync.client.facts import LineFacts
from sync.client.pulse import Pulse
from sync.client.round import Happened


class Known:
    """`facts` is always one consistent value."""

    def __init__(self, clock: Clock, pulse: Pulse) -> None:
        self.facts = LineFacts()
        self._clock = clock
        self._pulse = pulse
        self._lock = threading.Lock()

    def change(self, **news: Any) -> None:
        with self._lock:
            self.facts = replace(self.facts, **news)

    def after_round(self, happened: Happened) -> None:
        with self._lock:
            self.facts = self.facts.after_round(happened, self._clock.now())

    def after_failure(self, code: str) -> None:
        with self._lock:
            self.facts = self.facts.after_failure(code, self._clock.now())

    def ring(self) -> None:
        """Asks for a round now, unless the line is known to fail: then the timer decides."""
        if not self.facts.trouble and not self._pulse.ended:
            self._pulse.due_in(0)
        self._pulse.look()
