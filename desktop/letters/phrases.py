"""The phrase library for endorsements: shipped data, over it the office's, the unit's and the person's own phrases."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from desktop.office.ids import Id

KEYS = range(1, 10)


class Owner(StrEnum):
    OFFICE = "office"
    UNIT = "unit"
    OWN = "own"

    @classmethod
    def _missing_(cls, value: object) -> "Owner":
        return cls.OWN


@dataclass(frozen=True)
class Phrase:
    """`number`: its key, 0 for none; `id` is None for a shipped one."""

    action: str
    text: str
    number: int = 0
    owner: Owner = Owner.OFFICE
    id: Id | None = None
    roles: frozenset[str] = frozenset()


@cache
def phrases(role: str) -> tuple[Phrase, ...]:
    """The shipped phrases that a role usually writes, in the order of their number keys."""
    file = resources.files("resources") / "phrases" / "endorsements.json"
    entries = json.loads(file.read_text("utf-8"))["phrases"]
    usual = (entry for entry in entries if role in entry["roles"])
    return tuple(Phrase(entry["action"], entry["text"], number) for number, entry in enumerate(usual, start=1))


def library(shipped: Sequence[Phrase], held: Iterable[Phrase], role: str) -> tuple[Phrase, ...]:
    """What the keys 1 to 9 write for a person, in their order: their own first, then the unit's, then the office's.

    `held`: oldest first; of two with one key and owner the newest counts. Phrases without a key follow at the end.
    """
    taken: dict[int, Phrase] = {one.number: one for one in shipped if one.number in KEYS}
    ours = [one for one in held if not one.roles or role in one.roles]
    for owner in (Owner.OFFICE, Owner.UNIT, Owner.OWN):
        taken |= {one.number: one for one in ours if one.owner is owner and one.number in KEYS}
    return (*(taken[number] for number in sorted(taken)), *(one for one in ours if not one.number))
