"""Where papers are, read from the desk's store."""

from collections.abc import Iterable
from typing import Any

from desktop.letters.slips import Numbered, letter_of, number_of
from desktop.letters.whereabouts import Guess, Move, Paper, PaperAct, Spot, likely
from desktop.office.clock import from_utc_text
from desktop.office.ids import Id
from desktop.office.secrecy import Secrecy
from desktop.store.reader import Reader

_MOVE = "c.id, c.letter_id, c.act, c.holder, c.unit_id, c.batch_id, c.actor_name, c.at, c.holder_id, c.place"
_IS_LAST = """
NOT EXISTS (SELECT 1 FROM letter_custody d WHERE d.letter_id = c.letter_id AND (d.at, d.id) > (c.at, c.id))
"""
_OF_LETTER = f"SELECT {_MOVE} FROM letter_custody c WHERE c.letter_id = ? ORDER BY c.at, c.id"
_WITH_UNIT = f"SELECT {_MOVE} FROM letter_custody c WHERE c.unit_id = ? AND {_IS_LAST} ORDER BY c.at, c.id"
_MISSING = f"SELECT {_MOVE} FROM letter_custody c WHERE c.act = 'missing' AND {_IS_LAST} ORDER BY c.at, c.id"
_LETTER = """
SELECT l.id, l.number, l.year_be, l.subject, l.secrecy,
       coalesce((SELECT borrower_name FROM letter_loan n WHERE n.letter_id = l.id AND n.returned_at IS NULL), '')
FROM letter l WHERE l.office_id = (SELECT office_id FROM device)
"""
_BY_ID = f"{_LETTER} AND l.id = ?"
_BY_NUMBER = f"{_LETTER} AND l.register = 'central' AND l.year_be = ? AND l.number = ?"
_MATES = f"""
SELECT {_MOVE} FROM letter_custody c WHERE c.letter_id IN (
    SELECT b.letter_id FROM letter_custody b WHERE b.batch_id IN (
        SELECT batch_id FROM letter_custody WHERE letter_id = ?1 ORDER BY at DESC, id DESC LIMIT 2
    ) AND b.letter_id <> ?1 LIMIT 200
) AND {_IS_LAST}
"""
_HABITS = """
SELECT went.unit_id, coalesce(u.name_th, went.holder), count(*) FROM (
    SELECT letter_id, at, id FROM letter_custody WHERE unit_id = ? ORDER BY at DESC LIMIT 500
) AS was JOIN letter_custody went ON went.letter_id = was.letter_id AND (went.at, went.id) > (was.at, was.id)
LEFT JOIN unit u ON u.office_id = went.office_id AND u.id = went.unit_id
WHERE went.unit_id IS NOT NULL AND went.unit_id <> ? AND NOT EXISTS (
    SELECT 1 FROM letter_custody x WHERE x.letter_id = was.letter_id
    AND (x.at, x.id) > (was.at, was.id) AND (x.at, x.id) < (went.at, went.id)
) GROUP BY went.unit_id
"""


class CustodyQueries:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def find(self, scanned: str, this_year_be: int) -> Paper | None:
        """The paper of a slip, or of a number in the central register; None for what is neither.

        A slip of a letter that this desk does not hold gives a paper without a number.
        """
        letter_id = letter_of(scanned)
        if letter_id is not None:
            return self.paper(letter_id)
        numbered = number_of(scanned, this_year_be)
        return self._numbered(numbered) if numbered else None

    def paper(self, letter_id: Id) -> Paper:
        row = self._reader.one(_BY_ID, (letter_id,))
        return self._paper(row) if row else Paper(letter_id, last=self._last(letter_id))

    def moves(self, letter_id: Id) -> tuple[Move, ...]:
        """Where the paper was, oldest first."""
        return tuple(map(_move, self._reader.rows(_OF_LETTER, (letter_id,))))

    def with_unit(self, unit_id: Id) -> tuple[Paper, ...]:
        """What a unit has, what is on its way there, and what is missing there."""
        return self._papers(self._reader.rows(_WITH_UNIT, (unit_id,)))

    def missing(self) -> tuple[Paper, ...]:
        """Everything that a sweep did not find and nobody has had since."""
        return self._papers(self._reader.rows(_MISSING))

    def likely(self, letter_id: Id) -> tuple[Guess, ...]:
        """Where to look for a paper first."""
        moves = self.moves(letter_id)
        mates = [_move(row) for row in self._reader.rows(_MATES, (letter_id,))]
        unit = moves[-1].unit_id if moves else None
        habits = self._reader.rows(_HABITS, (unit, unit)) if unit else []
        return likely(moves, mates, {Spot(bytes(to), name): count for to, name, count in habits})

    def _papers(self, rows: Iterable[tuple[Any, ...]]) -> tuple[Paper, ...]:
        return tuple(self._with_letter(_move(row)) for row in rows)

    def _with_letter(self, move: Move) -> Paper:
        row = self._reader.one(_BY_ID, (move.letter_id,))
        return self._paper(row, move) if row else Paper(move.letter_id, last=move)

    def _numbered(self, wanted: Numbered) -> Paper | None:
        row = self._reader.one(_BY_NUMBER, (wanted.year_be, wanted.number))
        return self._paper(row) if row else None

    def _paper(self, row: tuple[Any, ...], last: Move | None = None) -> Paper:
        id_, number, year, subject, secrecy, borrower = row
        return Paper(id_, number, year, subject, Secrecy(secrecy), last or self._last(id_), borrower)

    def _last(self, letter_id: Id) -> Move | None:
        moves = self.moves(letter_id)
        return moves[-1] if moves else None


def _move(row: tuple[Any, ...]) -> Move:
    id_, letter, act, holder, unit, batch, actor, at, person, place = row
    return Move(id_, letter, PaperAct(act), holder, unit, batch, actor, from_utc_text(at), person, place)
