"""Who may unlock a desk, and for how long without the centre; which PINs are good, and when one must wait."""

from datetime import datetime, timedelta
from itertools import pairwise

from desktop.accounts.model import PinState

UNLOCK_DAYS = 7
PIN_DIGITS, PIN_DAYS = 6, 90
MOST_WRONG, LOCKED = 5, timedelta(minutes=15)
"""After so many wrong PINs in a row each further try waits."""


def still_good(confirmed_at: datetime, now: datetime) -> bool:
    """Whether a cached verifier may still open the desk; a clock set back does not lengthen it."""
    return timedelta(minutes=-5) <= now - confirmed_at <= timedelta(days=UNLOCK_DAYS)


def is_good_pin(pin: str) -> bool:
    """Six figures or more that are neither all alike nor in a row."""
    if not (pin.isascii() and pin.isdecimal() and PIN_DIGITS <= len(pin) <= 12):
        return False
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    return steps not in ({0}, {1}, {-1})


def pin_state(set_at: datetime, wrong: int, waited: timedelta, now: datetime) -> PinState:
    """`waited` since the last wrong PIN, by no clock that somebody may set; `now` never before what was done last."""
    if wrong >= MOST_WRONG and waited < LOCKED:
        return PinState.LOCKED
    return PinState.READY if now <= set_at + timedelta(days=PIN_DAYS) else PinState.OLD
