"""Reading what is left of a desk's number books, without the weight of the writer's machinery."""

from dataclasses import dataclass


@dataclass(frozen=True)
class BookState:
    """What is left of a desk's books of one series and year: how many numbers, and which comes next."""

    left: int
    next_number: int | None


STATE_SQL = """
SELECT coalesce(sum(hi - next + 1), 0), min(next) FROM lease
WHERE series = ? AND year_be = ? AND next <= hi AND (valid_to IS NULL OR valid_to > ?)
"""
