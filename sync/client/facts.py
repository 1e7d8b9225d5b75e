"""What is known of the post: by the store, in one look, and by this process, of the line."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from desktop.office.clock import from_utc_text
from desktop.office.post_state import RED, PostFacts
from desktop.store import attention, outbox
from desktop.store.reader import Reader
from sync.client.centre import WAIT_SECONDS
from sync.client.round import Happened

_EAR = timedelta(seconds=WAIT_SECONDS + 10)
"""Longer than any wait lasts: an older one is a line that died while the computer slept."""
_FACTS = f"""
SELECT (SELECT count(*) FROM outbox WHERE state = 'pending') + (SELECT count(*) FROM held_act), {outbox.OLDEST},
       (SELECT count(*) FROM blob WHERE state = 'local'), (SELECT count(*) FROM blob WHERE state = 'wanted'),
       {attention.COUNT},
       (SELECT count(*) FROM cursor), (SELECT count(*) FROM cursor WHERE proven = 0),
       {outbox.JUDGED}, (SELECT sum("offset") FROM blob WHERE state = 'local')
"""


class Stillness:
    """Watches what has been sent: since when there is something to send and nothing of it has moved."""

    def __init__(self) -> None:
        self._seen: tuple[object, ...] = ()
        self._since: datetime | None = None

    def since(self, waits: bool, sent: tuple[object, ...], now: datetime) -> datetime | None:
        """`sent` is anything that changes with every bit that arrives."""
        if not waits:
            self._since = None
        elif self._since is None or sent != self._seen:
            self._since = now
        self._seen = sent
        return self._since


@dataclass(frozen=True)
class LineFacts:
    """What only this process knows. `at_head`: the last round read all that the centre had, and no news came since."""

    at_head: bool = False
    head: int = 0
    last_news: datetime | None = None
    listening_since: datetime | None = None
    offline_since: datetime | None = None
    trouble: str = ""
    files_trouble: str = ""
    clock_off: timedelta = timedelta(0)
    acts_a_second: float = 0.0
    rows: int = 0
    rows_of: int = 0
    rows_a_second: float = 0.0

    def after_round(self, happened: Happened, now: datetime) -> "LineFacts":
        return replace(
            self,
            at_head=happened.proven,
            head=happened.head,
            last_news=now,
            offline_since=None,
            trouble="",
            clock_off=happened.clock_off,
            acts_a_second=0.0,
            rows=0,
            rows_of=0,
        )

    def after_failure(self, code: str, now: datetime) -> "LineFacts":
        """A failure that time may mend is a line that is away; any other is a trouble of its own."""
        since = self.offline_since if code in RED else self.offline_since or now
        return replace(self, at_head=False, listening_since=None, offline_since=since, trouble=code, acts_a_second=0.0)


def facts(
    reader: Reader, line: LineFacts, now: datetime, still: Stillness | None = None, disk_free: int | None = None
) -> PostFacts:
    """Everything together; `proven` holds only if the store's digests and the line agree that nothing is missing."""
    row = reader.one(_FACTS)
    assert row is not None
    acts, oldest, unsent, wanted, questions, buckets, unproven, *sent = row
    waits = bool(acts or unsent)
    return PostFacts(
        now=now,
        acts_pending=acts,
        oldest_pending=from_utc_text(oldest) if oldest else None,
        blobs_unsent=unsent,
        blobs_wanted=wanted,
        attention=questions,
        proven=line.at_head and buckets > 0 and unproven == 0,
        last_news=line.last_news,
        listening=line.listening_since is not None and abs(now - line.listening_since) <= _EAR,
        offline_since=line.offline_since,
        trouble=line.trouble or line.files_trouble,
        clock_off=line.clock_off,
        seconds_left=_seconds_left(line, acts),
        rows=line.rows,
        rows_of=line.rows_of,
        waiting_since=still.since(waits, (acts, unsent, *sent), now) if still else None,
        disk_free=disk_free,
    )


def _seconds_left(line: LineFacts, acts: int) -> int | None:
    """Of the snapshot that comes in, else of the acts that go out."""
    if line.rows_of:
        return round((line.rows_of - line.rows) / line.rows_a_second) if line.rows_a_second else None
    return round(acts / line.acts_a_second) if line.acts_a_second else None
