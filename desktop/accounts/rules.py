"""Who may unlock a desk, and for how long without the centre."""

from datetime import datetime, timedelta

UNLOCK_DAYS = 7


def still_good(confirmed_at: datetime, now: datetime) -> bool:
    """Whether a cached verifier may still open the desk; a clock set back does not lengthen it."""
    return timedelta(minutes=-5) <= now - confirmed_at <= timedelta(days=UNLOCK_DAYS)
