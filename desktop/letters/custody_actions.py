"""What a clerk does with papers in hand: slips, handing over, taking, and the sweep of a room. Durable on return."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desktop.accounts.model import Person, Unit
from desktop.letters.custody import MOVE_PAPER, MovePaper, PaperPart
from desktop.letters.whereabouts import Find, PaperAct, Swept
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

_AT_ONCE = 500
"""Papers of one act: an act has room for some thousands."""
_TRACKED = "SELECT 1 FROM letter_custody WHERE letter_id = ? LIMIT 1"


class _Part(NamedTuple):
    """A `PaperPart` but for its id."""

    letter_id: Id
    act: PaperAct
    holder: str
    holder_id: Id | None
    unit_id: Id | None


class CustodyActions:
    """`who` is the person signed in: every act carries them."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who

    def begin(self, letters: Sequence[Id]) -> int:
        """From now on it is known who has these papers: their slips are printed, and this person has them.

        Those that are followed already stay where they are. Returns how many are new.
        """
        new = [letter for letter in dict.fromkeys(letters) if self._desk.reader.one(_TRACKED, (letter,)) is None]
        if new:
            self._move(self._mine(new, PaperAct.TAKEN))
        return len(new)

    def hand_over(self, letters: Sequence[Id], to: Unit, person: str = "") -> Id:
        """Papers go to a unit, or to somebody there, and are on their way until they are taken; the pouch's id.

        OfficeError `letters.no_papers`.
        """
        holder = person.strip() or to.name_th
        parts = [_Part(letter, PaperAct.HANDED, holder, None, to.id) for letter in dict.fromkeys(letters)]
        return self._move(parts)

    def take(self, letters: Sequence[Id]) -> Id:
        """This person has these papers now, whoever was to have them. OfficeError `letters.no_papers`."""
        return self._move(self._mine(dict.fromkeys(letters), PaperAct.TAKEN))

    def close_sweep(self, unit: Unit, swept: Iterable[Swept], place: str = "") -> Id:
        """What was found in the room is there, what was not is missing. OfficeError `letters.no_papers`."""
        return self._move([part for one in swept if (part := _found(one, unit)) is not None], place.strip() or None)

    def _mine(self, letters: Iterable[Id], act: PaperAct) -> list[_Part]:
        return [_Part(letter, act, self._who.name_th, self._who.id, self._who.unit.id) for letter in letters]

    def _move(self, parts: Sequence[_Part], place: str | None = None) -> Id:
        if not parts:
            raise OfficeError("letters.no_papers")

        def act(unit: UnitOfWork) -> Id:
            batch = unit.new_id()
            for start in range(0, len(parts), _AT_ONCE):
                some = tuple(
                    PaperPart(unit.new_id(), part.letter_id, part.act.value, *part[2:])
                    for part in parts[start : start + _AT_ONCE]
                )
                unit.perform(MOVE_PAPER, MovePaper(batch, self._who.name_th, some, place), self._who.id)
            return batch

        return self._desk.write(act)


def _found(one: Swept, unit: Unit) -> _Part | None:
    """Who had it still has it if that is in this room; what is written down as lent is nobody's fault."""
    last = one.paper.last
    if one.find is Find.LENT:
        return None
    if one.find is Find.FOREIGN or last is None:
        return _Part(one.paper.letter_id, PaperAct.SEEN, unit.name_th, None, unit.id)
    act = PaperAct.SEEN if one.find is Find.HERE else PaperAct.MISSING
    return _Part(one.paper.letter_id, act, last.holder, last.holder_id, last.unit_id)
