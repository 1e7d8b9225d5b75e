"""Who has the paper of a letter, and where to look for one that is missing: decided from its moves alone."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from desktop.office.ids import Id
from desktop.office.secrecy import Secrecy


class PaperAct(StrEnum):
    TAKEN = "taken"
    HANDED = "handed"
    """It was given away and not yet taken over: it is on its way."""
    SEEN = "seen"
    """A sweep found it."""
    MISSING = "missing"
    """A sweep did not find it where it should be."""

    @classmethod
    def _missing_(cls, value: object) -> "PaperAct":
        """What a later program wrote: somebody had the paper in hand."""
        return cls.SEEN


@dataclass(frozen=True)
class Move:
    """`holder`: who has it from then on, in words; `unit_id` their unit; `batch_id`: what moved together."""

    id: Id
    letter_id: Id
    act: PaperAct
    holder: str
    unit_id: Id | None
    batch_id: Id
    actor_name: str
    at: datetime
    holder_id: Id | None = None
    place: str | None = None


@dataclass(frozen=True)
class Paper:
    """The paper of one letter with its last move; None: no slip was ever printed for it.

    `number` is None for a letter that this desk does not hold: its slip can be scanned all the same. `borrower`: who
    has it on loan.
    """

    letter_id: Id
    number: int | None = None
    year_be: int = 0
    subject: str = ""
    secrecy: Secrecy = Secrecy.NORMAL
    last: Move | None = None
    borrower: str = ""


class Find(StrEnum):
    """What a sweep says of one paper."""

    EXPECTED = "expected"
    """Should be here and was not scanned yet; at the end of the sweep it is missing."""
    HERE = "here"
    FOREIGN = "foreign"
    """Is here and should be elsewhere."""
    LENT = "lent"
    """Should be here, and is out on a loan that is written down."""


@dataclass(frozen=True)
class Swept:
    paper: Paper
    find: Find


def sweep(expected: Iterable[Paper], scanned: Iterable[Paper]) -> tuple[Swept, ...]:
    """What should be in a room against what is: first what is still to be found, then what should be elsewhere."""
    should = {paper.letter_id: paper for paper in expected}
    here = {paper.letter_id: paper for paper in scanned}
    found = [Swept(paper, Find.HERE if key in should else Find.FOREIGN) for key, paper in here.items()]
    for key, paper in should.items():
        if key not in here:
            found.append(Swept(paper, Find.LENT if paper.borrower else Find.EXPECTED))
    order = (Find.EXPECTED, Find.FOREIGN, Find.LENT, Find.HERE)
    return tuple(sorted(found, key=lambda one: order.index(one.find)))


class Why(StrEnum):
    """Why a paper may be somewhere."""

    ON_WAY = "on_way"
    LAST = "last"
    GIVER = "giver"
    POUCH = "pouch"
    HABIT = "habit"
    BEFORE = "before"


@dataclass(frozen=True)
class Guess:
    """A place to look, with the strongest reason."""

    holder: str
    unit_id: Id | None
    why: Why


_WEIGHTS = {Why.ON_WAY: 4.0, Why.LAST: 4.0, Why.GIVER: 3.0, Why.POUCH: 2.5, Why.HABIT: 2.0, Why.BEFORE: 1.0}


class Spot(NamedTuple):
    """A unit, or somebody or something that is in none."""

    unit_id: Id | None
    holder: str


def likely(
    moves: Sequence[Move], mates: Sequence[Move], habits: Mapping[Spot, int], most: int = 3
) -> tuple[Guess, ...]:
    """Where to look first. `moves` oldest first; `mates`: the last moves of papers that went along with this one;
    `habits`: to where papers go from where this one was last, and how often."""
    known = [move for move in moves if move.act is not PaperAct.MISSING]
    if not known:
        return ()
    last = known[-1]
    reasons = {(_spot(last), Why.ON_WAY if last.act is PaperAct.HANDED else Why.LAST): 1.0}
    if last.act is PaperAct.HANDED and len(known) > 1:
        reasons[_spot(known[-2]), Why.GIVER] = 1.0
    for age, move in enumerate(known[:-1]):
        reasons[_spot(move), Why.BEFORE] = 0.5 ** (len(known) - 2 - age)
    reasons |= _shares(Why.POUCH, Counter(map(_spot, mates)))
    reasons |= _shares(Why.HABIT, habits)
    return _best(reasons, most)


def _shares(why: Why, counts: Mapping[Spot, int]) -> dict[tuple[Spot, Why], float]:
    total = sum(counts.values())
    return {(spot, why): count / total for spot, count in counts.items()}


def _best(reasons: Mapping[tuple[Spot, Why], float], most: int) -> tuple[Guess, ...]:
    """One guess a unit: all its reasons count, the strongest is named, with the holder of that one."""
    weighed = sorted(
        ((score * _WEIGHTS[why], why, spot) for (spot, why), score in reasons.items()), key=lambda one: -one[0]
    )
    sums: dict[Id | str, float] = {}
    named: dict[Id | str, Guess] = {}
    for weight, why, spot in weighed:
        key = spot.unit_id or spot.holder
        sums[key] = sums.get(key, 0.0) + weight
        named.setdefault(key, Guess(spot.holder, spot.unit_id, why))
    return tuple(named[key] for key in sorted(sums, key=lambda key: -sums[key])[:most])


def _spot(move: Move) -> Spot:
    return Spot(move.unit_id, move.holder)
