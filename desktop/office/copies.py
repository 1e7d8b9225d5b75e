"""What a person may know of the copies of a desk's store, and when to worry about them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

TOO_OLD = timedelta(days=3)
"""A copy is made each working day: an older one, while work went on, means that none could be made."""


@dataclass(frozen=True)
class Copies:
    """`newest` aware UTC, None before the first; `bytes` and `files` of the newest, `unsent` acts in it, `all_bytes` of
    all `count` of them. `proved_at`: when a copy was last opened and read through, `flaw` the code of what was found
    ("" for a whole one). `failed`: the code of what kept the last try from making one, or "", and `lacking_mb` the
    megabytes that it lacked.
    """

    place: Path
    newest: datetime | None = None
    bytes: int = 0
    files: int = 0
    unsent: int = 0
    count: int = 0
    all_bytes: int = 0
    proved_at: datetime | None = None
    flaw: str = ""
    failed: str = ""
    lacking_mb: int = 1
    late_days: int | None = None


def late_days(newest: datetime | None, since: datetime, now: datetime) -> int | None:
    """For how many days there is no copy, when that is too long; `since`: when the desk began."""
    age = now - (newest or since)
    return age.days if age > TOO_OLD else None
