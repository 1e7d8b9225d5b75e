"""In what capacity somebody signs: their own post, or another's by an order, and the block that stands on the paper.

The wording is that of the regulation and matters on paper: รักษาราชการแทน (the holder can't act, or there is none),
ปฏิบัติราชการแทน (the holder is there and has delegated), รักษาการในตำแหน่ง (holds a vacant post for a time).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise

from desktop.office.dates import local_date
from desktop.office.ids import Id


class Capacity(StrEnum):
    OWN = "own"
    ACTING = "acting"
    DELEGATED = "delegated"
    CARETAKER = "caretaker"

    @classmethod
    def _missing_(cls, value: object) -> "Capacity":
        """A capacity that a later program wrote: at least it is not one's own."""
        return cls.DELEGATED


WORDS = {
    Capacity.OWN: "",
    Capacity.ACTING: "รักษาราชการแทน",
    Capacity.DELEGATED: "ปฏิบัติราชการแทน",
    Capacity.CARETAKER: "รักษาการในตำแหน่ง",
}
HOLDS_THE_POST = frozenset({Capacity.ACTING, Capacity.CARETAKER})
"""Who stands in the post has its full powers, also those that were delegated to the post."""


@dataclass(frozen=True)
class Delegation:
    """An order by which somebody acts for a post: to a person, or to whoever holds `to_position`.

    `valid_from` to `valid_to` are whole days in Thailand, both included; None: until it is recalled. `kinds` (of
    letters) and `actions` (of endorsements) are what the order covers; empty covers all.
    """

    id: Id
    order_no: str
    order_date: date
    capacity: Capacity
    position_th: str
    valid_from: date
    valid_to: date | None = None
    to_id: Id | None = None
    to_position: str = ""
    to_name: str = ""
    holder_id: Id | None = None
    holder_name: str = ""
    kinds: frozenset[str] = frozenset()
    actions: frozenset[str] = frozenset()
    powers: str = ""
    entered_by_name: str = ""
    recalled_at: datetime | None = None
    recalled_by_name: str = ""
    recall_reason: str = ""
    here_only: bool = False

    def is_given_to(self, person: Id, position: str) -> bool:
        return self.to_id == person or bool(self.to_position and self.to_position == position)

    def fault_at(self, moment: datetime) -> str | None:
        """Why the order does not hold at an aware moment (the code of a message); None where it holds."""
        if self.recalled_at is not None and moment >= self.recalled_at:
            return RECALLED
        day = local_date(moment)
        if day < self.valid_from or (self.valid_to is not None and day > self.valid_to):
            return EXPIRED
        return None

    def covers(self, kind: str, action: str) -> bool:
        return (not self.kinds or kind in self.kinds) and (not self.actions or action in self.actions)


EXPIRED, RECALLED = "letters.delegation_expired", "letters.delegation_recalled"
UNKNOWN, OTHER_SCOPE = "letters.delegation_unknown", "letters.delegation_other_scope"
NOT_THEIRS = "letters.delegation_not_theirs"
OVER = "letters.order_over"
"""What a desk says before anything is signed, whatever the reason why the order does not hold any more."""


@dataclass(frozen=True)
class Standing:
    """One capacity in which a person may sign now: their post, then each post they act for, the last the highest."""

    position: str
    chain: tuple[Delegation, ...] = ()

    @property
    def key(self) -> str:
        """Names the standing among those of one person."""
        return ".".join(one.id.hex() for one in self.chain) or Capacity.OWN.value

    @property
    def capacity(self) -> Capacity:
        return self.chain[-1].capacity if self.chain else Capacity.OWN

    @property
    def lines(self) -> tuple[str, ...]:
        """The posts as the block has them, a line each."""
        posts = (self.position, *(one.position_th for one in self.chain))
        words = (*(WORDS[one.capacity] for one in self.chain), "")
        return tuple(f"{post} {word}".strip() for post, word in zip(posts, words, strict=True))

    @property
    def acted_as(self) -> str:
        """The same in one line, as lists and registers show it."""
        return " ".join(self.lines)

    def block(self, name: str) -> tuple[str, ...]:
        """What stands under the signature."""
        return (f"({name})", *self.lines)

    def covers(self, kind: str, action: str) -> bool:
        return all(one.covers(kind, action) for one in self.chain)


def standings(person: Id, position: str, known: Iterable[Delegation], moment: datetime) -> tuple[Standing, ...]:
    """Every capacity in which a person may sign at an aware moment; their own post comes first.

    Whoever stands in a post also has what was delegated to it; what was delegated may not be passed on.
    """
    valid = [one for one in known if one.fault_at(moment) is None]
    found = [Standing(position)]
    for first in (one for one in valid if one.is_given_to(person, position)):
        found.append(Standing(position, (first,)))
        if first.capacity in HOLDS_THE_POST:
            found += [Standing(position, (first, one)) for one in valid if _goes_on(first, one)]
    return tuple(found)


def _goes_on(first: Delegation, second: Delegation) -> bool:
    return (
        second.capacity is Capacity.DELEGATED
        and second.to_position == first.position_th
        and second.position_th != first.position_th
    )


def flaw_of(
    chain: Sequence[Delegation], person: Id, position: str, moment: datetime, kind: str, action: str
) -> str | None:
    """What is wrong with an act under these orders, as the code of a message; None when it was right."""
    if not chain[0].is_given_to(person, position):
        return NOT_THEIRS
    if any(not (first.capacity in HOLDS_THE_POST and _goes_on(first, second)) for first, second in pairwise(chain)):
        return NOT_THEIRS
    fault = next((fault for one in chain if (fault := one.fault_at(moment)) is not None), None)
    if fault is not None:
        return fault
    return None if all(one.covers(kind, action) for one in chain) else OTHER_SCOPE
