"""What the post proves about itself: from facts to the one state that a clerk sees. Green means proven, never hoped."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

Kind = Literal["green", "blue", "yellow", "orange", "red"]
"""Green: all is sent and proven. Blue: on its way. Yellow: offline. Orange: a person must look. Red: it needs help."""

FRESH = timedelta(seconds=60)
"""How long a word from the centre counts as news."""
CLOCK_WRONG = timedelta(minutes=10)
UNSENT_TOO_LONG = timedelta(hours=4)
STUCK = timedelta(minutes=10)
"""With a line and things to send, something must have moved within so long."""
DISK_LOW = 500 << 20
"""Bytes: a morning's scans, and what the store needs to put itself in order again."""

RED = frozenset(
    {
        "post.centre_restored",
        "post.clock_wrong",
        "post.desk_copied",
        "post.desk_restored",
        "post.desk_revoked",
        "post.desk_unknown",
        "post.fault",
        "post.upgrade_required",
        "store.damaged",
        "store.disk_full",
        "store.unreadable",
    }
)
"""Troubles that time alone does not mend."""


@dataclass(frozen=True)
class PostFacts:
    """What is known at `now`. `proven`: every bucket is read to the centre's head and equals the centre's digest.

    `rows` of `rows_of` are in of a snapshot that is being taken (0 of 0: none is).
    `blobs_unsent` are files that the centre lacks, `blobs_wanted` files that this desk lacks; `listening`: the centre
    would tell of news at once; `trouble`: the code of what failed last, or "". `waiting_since`: since when there is
    something to send and nothing of it has moved; `disk_free`: bytes.
    """

    now: datetime
    acts_pending: int = 0
    oldest_pending: datetime | None = None
    blobs_unsent: int = 0
    blobs_wanted: int = 0
    attention: int = 0
    proven: bool = False
    last_news: datetime | None = None
    listening: bool = False
    offline_since: datetime | None = None
    trouble: str = ""
    clock_off: timedelta = timedelta(0)
    seconds_left: int | None = None
    rows: int = 0
    rows_of: int = 0
    waiting_since: datetime | None = None
    disk_free: int | None = None


@dataclass(frozen=True)
class PostState:
    """What the strip shows. `fresh_at`: the last word of the centre; `waiting`: acts and files that it lacks.

    `receiving`: files that are still to come.

    `trouble` is the code of a red state (`resources/messages/errors.json` has its words), else empty.
    """

    kind: Kind
    acts_pending: int
    oldest_pending: datetime | None
    blobs_pending: int
    attention: int
    fresh_at: datetime | None
    receiving: int
    offline_since: datetime | None
    waiting: int
    seconds_left: int | None
    trouble: str
    rows: int = 0
    rows_of: int = 0


def judge(facts: PostFacts) -> PostState:
    """The state behind the facts; the first that holds of red, orange, yellow, green, and blue for all the rest."""
    trouble = _trouble(facts)
    return PostState(
        kind=_kind(facts, trouble),
        acts_pending=facts.acts_pending,
        oldest_pending=facts.oldest_pending,
        blobs_pending=facts.blobs_unsent + facts.blobs_wanted,
        attention=facts.attention,
        fresh_at=facts.last_news,
        receiving=facts.blobs_wanted,
        offline_since=facts.offline_since,
        waiting=facts.acts_pending + facts.blobs_unsent,
        seconds_left=facts.seconds_left,
        trouble=trouble,
        rows=facts.rows,
        rows_of=facts.rows_of,
    )


def _trouble(facts: PostFacts) -> str:
    if facts.trouble in RED:
        return facts.trouble
    if abs(facts.clock_off) > CLOCK_WRONG:
        return "post.clock_wrong"
    if facts.oldest_pending is not None and facts.now - facts.oldest_pending > UNSENT_TOO_LONG:
        return "post.unsent_too_long"
    if facts.disk_free is not None and facts.disk_free < DISK_LOW:
        return "store.disk_low"
    if facts.offline_since is None and facts.waiting_since is not None and facts.now - facts.waiting_since > STUCK:
        return "post.stuck"
    return ""


def _kind(facts: PostFacts, trouble: str) -> Kind:
    if trouble:
        return "red"
    if facts.attention:
        return "orange"
    if facts.offline_since is not None:
        return "yellow"
    return "green" if _all_is_there(facts) else "blue"


def _all_is_there(facts: PostFacts) -> bool:
    nothing_waits = not (facts.acts_pending or facts.blobs_unsent or facts.blobs_wanted)
    heard = facts.listening or (facts.last_news is not None and facts.now - facts.last_news <= FRESH)
    return nothing_waits and facts.proven and facts.last_news is not None and heard
