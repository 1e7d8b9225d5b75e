"""Letters of this desk that seem to be the paper which is about to be registered."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.letters.alike import Likeness, Paper, likeness
from desktop.letters.book_numbers import NONE, parse
from desktop.letters.model import LetterRow, Registration
from desktop.letters.queries import LetterQueries
from desktop.office.ids import Id
from desktop.store import search
from desktop.store.prints import prints
from desktop.store.reader import Reader

LOOKED_AT = 16
"""So many letters that share most prints with a page are compared whole."""
_SAME_NUMBER = 20


@dataclass(frozen=True)
class Alike:
    """A letter that is here, what is known of its paper, and how that is like the new one."""

    row: LetterRow
    likeness: Likeness
    paper: Paper


class AlikeQueries:
    def __init__(self, reader: Reader, letters: LetterQueries) -> None:
        self._reader, self._letters = reader, letters

    def find(self, typed: Registration, text: str = "", pages: int = 0, most: int = 3) -> tuple[Alike, ...]:
        """The likeliest first; none while neither field nor page says enough. What was cancelled does not count.

        `text`: what was read on the first page of what was captured; `pages`: how many there are.
        """
        new = Paper(typed.book_number, typed.letter_date, typed.from_party, typed.subject, text, pages)
        wanted = dict.fromkeys((*self._of_the_number(typed), *search.sharing(self._reader, prints(text), LOOKED_AT)))
        if not wanted:
            return ()
        found = [(likeness(new, old), id_, old) for id_, old in self._papers(tuple(wanted), typed).items()]
        same = sorted((one for one in found if one[0].is_same), key=lambda one: (-one[0].score, one[1]))[:most]
        rows = self._letters.rows([id_ for _, id_, _ in same]) if same else {}
        return tuple(Alike(rows[id_], how, old) for how, id_, old in same if id_ in rows)

    def _of_the_number(self, typed: Registration) -> list[Id]:
        """Those that bear the book number."""
        key = parse(typed.book_number).key
        if key == NONE:
            return []
        maybe, values = search.with_mark(self._reader, "b", key)
        return [id_ for (id_,) in self._reader.rows(_NUMBERED.format(maybe), (*values, key, _SAME_NUMBER))]

    def _papers(self, ids: Sequence[Id], typed: Registration) -> dict[Id, Paper]:
        marks = ", ".join("?" * len(ids))
        texts: dict[Id, list[str]] = defaultdict(list)
        for id_, text in self._reader.rows(_TEXTS.format(marks), ids):
            texts[id_].append(text)
        known = (*ids, typed.direction.value)
        return {row[0]: _paper(row, texts[row[0]]) for row in self._reader.rows(_FIELDS.format(marks), known)}


def _paper(row: Sequence[Any], texts: Sequence[str]) -> Paper:
    _, book_number, letter_date, from_party, subject, pages = row
    day = date.fromisoformat(letter_date) if letter_date else None
    return Paper(book_number, day, from_party, subject, "\n".join(texts), pages)


_NUMBERED = """
SELECT l.id FROM letter l WHERE {} AND l.book_number_key = ? AND l.cancelled_at IS NULL
ORDER BY l.received_at DESC, l.id DESC LIMIT ?
"""
_FIELDS = """
SELECT l.id, l.book_number, l.letter_date, l.from_party, l.subject,
       coalesce((SELECT max(f.pages) FROM letter_file f WHERE f.letter_id = l.id AND f.withdrawn_at IS NULL), 0)
FROM letter l WHERE l.office_id = (SELECT office_id FROM device) AND l.id IN ({}) AND l.direction = ?
AND l.cancelled_at IS NULL
"""
_TEXTS = """
SELECT p.letter_id, p.text FROM letter_page_text p WHERE p.page = 0 AND p.letter_id IN ({}) AND NOT EXISTS (
    SELECT 1 FROM letter_file f
    WHERE f.letter_id = p.letter_id AND f.sha256 = p.sha256 AND f.withdrawn_at IS NOT NULL)
"""
