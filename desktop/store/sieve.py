"""A long word looked for in a large store: letters that have its rarest threes, each of which is then looked at."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from desktop.office.ids import Id
from desktop.store import search
from desktop.store.reader import Reader
from desktop.store.threes import ALL, read
from desktop.store.words import plain

_LEAST = 3
"""Characters of a word that has threes."""
_LONG = 6
"""Characters of a word with which the index of pairs may take long; what is shorter it finds as quickly."""
_RAREST = 6
"""Threes of a word that are asked for: more take longer and leave out hardly a letter more."""
_MANY = 300
"""With so many letters that may have it a word is common: the index of pairs has a page of them soon."""
_LOOKED_AT = 32
"""Letters that are looked at together."""

_IS_WHOLE = "SELECT 1 FROM letter_threes_upto WHERE upto = ?"
_COMMON = "SELECT three, letters FROM letter_threes_common"
_NEWEST = (
    "SELECT rowid FROM letter_threes WHERE letter_threes MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?"
)
_IDS = "SELECT row_id, doc FROM letter_doc WHERE doc IN ({})"


class Sieve:
    """Reads the store; any thread."""

    def __init__(self, reader: Reader, long: int = _LONG) -> None:
        """`long`: characters from which a word is looked for here."""
        self._reader = reader
        self._long = long

    @cached_property
    def _common(self) -> dict[str, int]:
        """In how many letters of a sample each three is."""
        return dict(self._reader.rows(_COMMON))

    def newest(
        self, words: str, marks: Iterable[Iterable[str]], first: int, last: int, size: int
    ) -> "list[int] | None":
        """The newest `size` entries from `first` to `last` with all words and of each group of marks one.

        None: it can't be known here, or the index of pairs is quicker.
        """
        wanted = plain(words).split()
        if self._reader.one(_IS_WHOLE, (ALL,)) is None:
            return None
        parts = [part for word in wanted if (part := self._part(word))]
        if not parts:
            return None
        query = " AND ".join([*parts, *map(search.either_mark, marks)])
        some = [doc for (doc,) in self._reader.rows(_NEWEST, (query, first, last, _MANY))]
        return self._look(some, wanted, size) if len(some) < _MANY else None

    def _look(self, some: Sequence[int], wanted: Sequence[str], size: int) -> list[int]:
        """The first of these entries whose letters hold the words."""
        found: list[int] = []
        for start in range(0, len(some), _LOOKED_AT):
            part = some[start : start + _LOOKED_AT]
            docs: dict[Id, int] = dict(self._reader.rows(_IDS.format(", ".join(map(str, part)))))
            found += sorted((docs[row_id] for row_id in self._holding(list(docs), wanted)), reverse=True)
            if len(found) >= size:
                break
        return found[:size]

    def _holding(self, ids: Sequence[Id], wanted: Sequence[str]) -> set[Id]:
        """Of these letters those that hold the words: mostly they stand in the letter's own row."""
        holding: set[Id] = set()
        for alone in (True, False):
            given = read(self._reader.rows, [one for one in ids if one not in holding], alone=alone)
            holding |= {row_id for row_id, said in given.items() if search.holds(said, wanted)}
        return holding

    def _part(self, word: str) -> str:
        """The query for what may hold a word; none for so short a word."""
        forms = search.forms(word)
        if len(word) < self._long or any(len(text) < _LEAST for text, _ in forms):
            return ""
        rare = (self._rarest([lead + text[at : at + _LEAST] for at in range(len(text) - 2)]) for text, lead in forms)
        together = [*rare, *search.numbers(word)]
        return search.either(f"({' AND '.join(map(search.quoted, some))})" for some in together)

    def _rarest(self, threes: Sequence[str]) -> list[str]:
        return sorted(set(threes), key=lambda three: self._common.get(three, 0))[:_RAREST]
