"""The ear of the post: waits at the centre for news, on a thread of its own, whenever the line is good."""

import logging

from desktop.office.clock import Clock
from desktop.office.errors import OfficeError
from sync.client.backoff import Backoff
from sync.client.centre import Centre
from sync.client.known import Known
from sync.client.pulse import Pulse

log = logging.getLogger(__name__)


class Ear:
    """What it hears is a hint: it asks for a round and fetches nothing itself. Losing one loses nothing."""

    def __init__(self, centre: Centre, known: Known, pulse: Pulse, clock: Clock, backoff: Backoff) -> None:
        self._centre = centre
        self._known = known
        self._pulse = pulse
        self._clock = clock
        self._backoff = backoff

    def run(self) -> None:
        """Until the post ends."""
        seen = 0
        while not self._pulse.ended:
            seen = self._pulse.next_beat(seen)
            try:
                seen = self._listen()
            except Exception as error:
                if not isinstance(error, OfficeError):
                    log.exception("listening stumbled")
                self._known.change(at_head=False, listening_since=None)
                self._known.ring()
                self._pulse.rest(self._backoff.next())

    def _listen(self) -> int:
        """Waits at the centre until it has news; the last beat before the round that will fetch them."""
        while not self._pulse.ended and not self._known.facts.trouble:
            began = self._clock.monotonic()
            self._known.change(listening_since=self._clock.now())
            heard = self._centre.wait(self._known.facts.head)
            beats = self._pulse.beats
            self._backoff.reset()
            self._known.change(last_news=self._clock.now(), listening_since=None)
            if heard != self._known.facts.head:
                self._known.change(at_head=False)
                self._known.ring()
                return beats
            if self._clock.monotonic() - began < 1.0:
                self._pulse.rest(1.0)  # a centre that answers at once without news must not be asked in a circle
        return self._pulse.beats
