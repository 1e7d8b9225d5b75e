"""Files travel on a thread of their own, after each good round, so that no act ever waits behind a scan."""

import logging

from desktop.office.errors import OfficeError
from desktop.office.post_state import RED
from sync.client.backoff import Backoff
from sync.client.blobs import BlobErrand
from sync.client.known import Known
from sync.client.pulse import Pulse

log = logging.getLogger(__name__)


class Carrier:
    def __init__(self, errand: BlobErrand, known: Known, pulse: Pulse, backoff: Backoff) -> None:
        self._errand = errand
        self._known = known
        self._pulse = pulse
        self._backoff = backoff

    def run(self) -> None:
        """Until the post ends."""
        seen, patience = 0, None
        while not self._pulse.ended:
            seen = self._pulse.next_beat(seen, patience)
            patience = None if self._known.facts.trouble else self._carry()

    def _carry(self) -> float | None:
        """One errand; seconds until the next, or None when only another round can tell."""
        try:
            left = self._errand.run().left
        except Exception as error:
            code = error.code if isinstance(error, OfficeError) else "post.fault"
            if code == "post.fault":
                log.exception("carrying files stumbled")
            self._known.change(files_trouble=code if code in RED else "")
            self._known.ring()
            self._pulse.rest(self._backoff.next())
            return 0.0
        if not left:
            self._backoff.reset()
        self._known.change(files_trouble="")
        self._pulse.look()
        return self._backoff.next() if left else None
