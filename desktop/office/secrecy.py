"""How secret a paper is (rule on official secrets B.E. 2544), and in which buckets its rows may therefore lie."""

from collections.abc import Iterable
from enum import StrEnum


class Secrecy(StrEnum):
    """ปกติ, ลับ, ลับมาก, ลับที่สุด; from the second on a person must be cleared for it."""

    NORMAL = "normal"
    SECRET = "secret"
    VERY_SECRET = "very_secret"
    TOP_SECRET = "top_secret"


_ORDER = tuple(level.value for level in Secrecy)


def rank(level: str) -> int:
    """0 for ปกติ to 3 for ลับที่สุด; a word nobody knows counts as the highest."""
    return _ORDER.index(level) if level in _ORDER else len(_ORDER) - 1


def buckets(audiences: Iterable[str], level: str) -> frozenset[str]:
    """`audience/secrecy` for each audience; none for ลับที่สุด, which nobody reads through this system."""
    if rank(level) == rank(Secrecy.TOP_SECRET):
        return frozenset()
    return frozenset(f"{audience}/{level}" for audience in audiences)
