"""Reading what is left of a desk's number books, without the weight of the writer's machinery."""

from dataclasses import dataclass


@dataclass(frozen=True)
class BookState:
    """What is left of a desk's open books of one series and year: how many numbers, and which comes next.

    `held`: how many numbers those books have in all, used ones among them.
    """

    left: int
    next_number: int | None
    held: int = 0

    @property
    def is_low(self) -> bool:
        """Whether three tenths or less are left: time to see that new books come."""
        return self.left * 10 <= self.held * 3


STATE_SQL = """
SELECT coalesce(sum(hi - next + 1), 0), min(next), coalesce(sum(hi - lo + 1), 0) FROM lease
WHERE series = ? AND year_be = ? AND next <= hi AND (valid_to IS NULL OR valid_to > ?)
  AND closed_at IS NULL AND holder = (SELECT device_id FROM device)
"""
