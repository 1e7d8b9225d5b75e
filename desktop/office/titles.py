"""What stands before a name, forgiven in searches: `นางสาว`, `น.ส.`, `ว่าที่ ร.ต.`, `Mr.`; and the wrong keyboard."""

import json
import re
from collections.abc import Callable
from functools import cache
from importlib import resources
from typing import TypeVar

from desktop.office.keyboard import other_readings

Hits = TypeVar("Hits")
_GOES_ON = "(?![\u0e30-\u0e3a\u0e45\u0e47-\u0e4e])"
"""No vowel or tone of the same syllable: `นายิกา` is a name."""
_NAME = r"(?=\S{2})"


def bare(typed: str) -> str:
    """The name that was typed, without its titles; as it was typed where there are none, or nothing else."""
    return _before_names().sub("", " ".join(typed.split()))


def ways(typed: str) -> tuple[str, ...]:
    """How a search is tried in turn: as typed, without titles, and both as the same keys on the other keyboard.

    Figures and signs alone are meant as they stand.
    """
    others = other_readings(typed) if any(map(str.isalpha, typed)) else ()
    readings = (typed, *others)
    return tuple(dict.fromkeys(way for one in readings for way in (one, bare(one))))


def first_found(typed: str, look: Callable[[str], Hits]) -> Hits:
    """What `look` finds in the first way in which it finds anything; nothing, as it says so, where it never does."""
    first, *others = ways(typed)
    found = look(first)
    return found or next(filter(None, map(look, others)), found)


def usual() -> tuple[str, ...]:
    """The titles under which most people are written down."""
    return _titles()[0]


@cache
def _titles() -> tuple[tuple[str, ...], tuple[str, ...]]:
    text = (resources.files("resources") / "thai" / "titles.json").read_text("utf-8")
    said: dict[str, list[str]] = json.loads(text)
    return tuple(said["usual"]), tuple(said["others"])


@cache
def _before_names() -> re.Pattern[str]:
    """One or more titles, the longest that fits of each."""
    longest_first = sorted((one for group in _titles() for one in group), key=len, reverse=True)
    return re.compile(f"^(?:{'|'.join(map(_spelled, longest_first))})+{_NAME}", re.IGNORECASE)


def _spelled(title: str) -> str:
    """A word of Thai goes straight on with the name; Latin and what is cut short ends at a point or a blank."""
    parts = [re.escape(part) for part in title.split(".") if part]
    if len(parts) == 1 and not title.isascii():
        return rf"{parts[0]}\.\s*" if title.endswith(".") else rf"{parts[0]}{_GOES_ON}\s*"
    return r"(?:\.\s*)?".join(parts) + r"(?:\.\s*|\s+)"
