"""Three ways to one row: what stood there, what one desk wrote, what another wrote meanwhile."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    """One field as somebody saw it (`base`) and as they want it (`new`)."""

    field: str
    base: str | None
    new: str | None


@dataclass(frozen=True)
class Merged:
    """`settled`: fields to be written; `differing`: fields that somebody else changed to something else meanwhile."""

    settled: tuple[Change, ...]
    differing: tuple[Change, ...]


def merge(current: Mapping[str, str | None], changes: Iterable[Change]) -> Merged:
    """Field by field: untouched since `base` takes the new value, equal already needs nothing, the rest differs."""
    settled: list[Change] = []
    differing: list[Change] = []
    for change in changes:
        stands = current.get(change.field)
        if same(stands, change.new):
            continue
        (settled if same(stands, change.base) else differing).append(change)
    return Merged(tuple(settled), tuple(differing))


def same(one: str | None, other: str | None) -> bool:
    """An empty text and none say the same, and so do blanks around a text."""
    return (one or "").strip() == (other or "").strip()
