"""The ledger of outages: from when to when this desk was without its centre, durable at once."""

from datetime import datetime

from desktop.office.clock import utc_text
from desktop.store.desk import Desk

_GOES_ON = "SELECT 1 FROM outage WHERE ended_at IS NULL"
_BEGIN = f"INSERT INTO outage (began_at) SELECT ? WHERE NOT EXISTS ({_GOES_ON})"
_END = "UPDATE outage SET ended_at = max(began_at, ?) WHERE ended_at IS NULL"


class Outages:
    """Told again and again by the post; only a change is written. One that went on when the desk stopped goes on."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def note(self, offline_since: datetime | None, now: datetime) -> None:
        """How it stands: without the centre since then, or (None) with it."""
        going_on = self._desk.reader.one(_GOES_ON) is not None
        if offline_since is not None and not going_on:
            self._desk.settle(_BEGIN, (utc_text(offline_since),))
        elif offline_since is None and going_on:
            self._desk.settle(_END, (utc_text(now),))
