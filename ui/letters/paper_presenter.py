"""What is done with papers in hand: which list is shown, what was scanned, and what F9 would do; no widgets."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.accounts.model import Person, Unit
from desktop.application import Office
from desktop.letters.whereabouts import Find, Guess, Move, Paper, PaperAct, Swept, sweep
from desktop.office.dates import local_date, year_be
from desktop.office.ids import Id


class Way(StrEnum):
    """What the clerk is doing with the scanner."""

    WHERE = "where"
    HAND = "hand"
    TAKE = "take"
    SWEEP = "sweep"


class State(StrEnum):
    """What the list says of a paper."""

    HELD = "held"
    ON_WAY = "on_way"
    MISSING = "missing"
    LENT = "lent"
    UNKNOWN = "unknown"
    """No slip was printed yet: nobody wrote down who has it."""
    SCANNED = "scanned"
    EXPECTED = "expected"
    FOREIGN = "foreign"


@dataclass(frozen=True)
class PaperRow:
    paper: Paper
    state: State


@dataclass(frozen=True)
class Trail:
    """Where a paper was, and where to look for it."""

    moves: tuple[Move, ...]
    guesses: tuple[Guess, ...]


_FINDS = {
    Find.EXPECTED: State.EXPECTED,
    Find.HERE: State.SCANNED,
    Find.FOREIGN: State.FOREIGN,
    Find.LENT: State.LENT,
}


class PaperPresenter:
    """Methods that read say so and may run on any thread; the others belong to the screen's."""

    def __init__(self, office: Office, person: Person) -> None:
        self._office = office
        self.person = person
        self.way = Way.WHERE
        self.room = person.unit
        self._listed: tuple[Paper, ...] = ()
        self._scanned: dict[Way, dict[Id, Paper]] = {way: {} for way in Way}

    @property
    def scanned(self) -> tuple[Paper, ...]:
        """What was scanned for what is done now, the last first."""
        return tuple(reversed(self._scanned[self.way].values()))

    def units(self) -> tuple[Unit, ...]:
        """Reads."""
        return self._office.account_queries.units()

    def find(self, scanned: str) -> Paper | None:
        """Reads: the paper of a slip or a number."""
        return self._office.custody_queries.find(scanned, year_be(local_date(self._office.clock.now())))

    def paper(self, letter_id: Id) -> Paper:
        """Reads."""
        return self._office.custody_queries.paper(letter_id)

    def read(self, way: Way, room: Unit) -> tuple[tuple[Paper, ...], tuple[Paper, ...]]:
        """Reads: what is listed, and what was scanned as it stands now."""
        scanned = tuple(self.paper(letter_id) for letter_id in tuple(self._scanned[way]))
        return self.listed(way, room), scanned

    def listed(self, way: Way, room: Unit) -> tuple[Paper, ...]:
        """Reads: the papers that are shown whether they are scanned or not."""
        queries = self._office.custody_queries
        if way is Way.HAND:
            return ()
        held = queries.with_unit(room.id if way is Way.SWEEP else self.person.unit.id)
        if way is Way.TAKE:
            return tuple(paper for paper in held if _act(paper) is PaperAct.HANDED)
        if way is Way.SWEEP:
            return held
        return tuple({paper.letter_id: paper for paper in (*queries.missing(), *held)}.values())

    def trail(self, letter_id: Id) -> Trail:
        """Reads."""
        queries = self._office.custody_queries
        return Trail(queries.moves(letter_id), queries.likely(letter_id))

    def show(self, listed: Sequence[Paper], scanned: Sequence[Paper] = ()) -> None:
        """What was read is what is listed now; what was scanned meanwhile, or put away, stays so."""
        self._listed = tuple(listed)
        kept = self._scanned[self.way]
        kept |= {paper.letter_id: paper for paper in scanned if paper.letter_id in kept}

    def add(self, paper: Paper, way: Way | None = None) -> bool:
        """A paper was scanned, for `way` or what is done now; False if it was already."""
        kept = self._scanned[way or self.way]
        new = paper.letter_id not in kept
        kept[paper.letter_id] = paper
        return new

    def add_all(self) -> None:
        """Everything that is on its way here, as if each had been scanned."""
        for paper in self._listed:
            self.add(paper)

    def drop(self, letter_id: Id) -> None:
        """It was scanned by mistake."""
        self._scanned[self.way].pop(letter_id, None)

    def put_away(self, way: Way, done: Sequence[Paper]) -> None:
        """These are done; what was scanned meanwhile stays."""
        for paper in done:
            self._scanned[way].pop(paper.letter_id, None)

    @property
    def rows(self) -> tuple[PaperRow, ...]:
        if self.way is Way.SWEEP:
            return tuple(PaperRow(one.paper, _FINDS[one.find]) for one in self.swept)
        scanned = [
            PaperRow(paper, _standing(paper) if self.way is Way.WHERE else State.SCANNED) for paper in self.scanned
        ]
        there = {row.paper.letter_id for row in scanned}
        rest = [PaperRow(paper, _standing(paper)) for paper in self._listed if paper.letter_id not in there]
        return (*scanned, *sorted(rest, key=lambda row: row.state is not State.MISSING))

    @property
    def swept(self) -> tuple[Swept, ...]:
        return sweep(self._listed, self.scanned)

    @property
    def ready(self) -> bool:
        """Whether there is anything to do."""
        return bool(self._listed or self.scanned) if self.way is Way.SWEEP else bool(self.scanned)

    def hand_over(self, papers: Sequence[Paper], to: Unit, person: str) -> Id:
        """Writes."""
        return self._office.custody(self.person).hand_over([one.letter_id for one in papers], to, person)

    def take(self, papers: Sequence[Paper]) -> Id:
        """Writes."""
        return self._office.custody(self.person).take([one.letter_id for one in papers])

    def close_sweep(self, swept: Sequence[Swept], place: str) -> Id:
        """Writes."""
        return self._office.custody(self.person).close_sweep(self.room, swept, place)

    def slips(self, letters: Sequence[Id]) -> bytes:
        """Writes, and gives the paper: from now on it is known who has these."""
        pdf = self._office.slips_pdf(letters)
        self._office.custody(self.person).begin(letters)
        return pdf


def _act(paper: Paper) -> PaperAct | None:
    return paper.last.act if paper.last else None


def _standing(paper: Paper) -> State:
    if paper.borrower:
        return State.LENT
    act = _act(paper)
    if act is None:
        return State.UNKNOWN
    return {PaperAct.HANDED: State.ON_WAY, PaperAct.MISSING: State.MISSING}.get(act, State.HELD)
