"""How long to wait before the next try: longer after each failure, never the same on two desks."""

import random

FIRST_SECONDS, MOST_SECONDS = 1.0, 60.0


class Backoff:
    """Doubles from 1 s to 60 s, each wait shortened at random by up to a half."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._failures = 0

    def next(self, at_least: float = 0.0) -> float:
        """Seconds to wait after one more failure; `at_least`: what the centre asked for."""
        most = min(MOST_SECONDS, FIRST_SECONDS * (1 << min(self._failures, 10)))
        self._failures += 1
        shortened = most * self._rng.uniform(0.5, 1.0)
        return max(shortened, at_least)

    def reset(self) -> None:
        self._failures = 0
