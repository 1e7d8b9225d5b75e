"""A long word looked for in a large store: letters that have its rarest threes, each of which is then looked at."""

from collections.abc import Iterable, Sequence

from desktop.store import search
from desktop.store.reader import Reader
from desktop.store.threes import ALL, read
from desktop.store.words import plain

_LEAST = 3
"""Characters of a word that has threes."""
_RAREST = 4
"""Threes of a word that are asked for: more take longer and leave out hardly a letter more."""
_LOOKED_AT = 100
"""Letters that are looked at together."""
_MOST_LOOKED_AT = 500
"""When among so many there were too few, the words are common ones and the index of pairs is quicker."""
_KNOWN = 30_000
"""Threes whose number of letters is remembered; Thai has fewer."""

_IS_WHOLE = "SELECT 1 FROM letter_threes_upto WHERE upto = ?"
_COUNT = "SELECT doc FROM letter_threes_count WHERE term = ?"
_NEWEST = """
SELECT w.rowid, d.row_id FROM letter_threes w JOIN letter_doc d ON d.doc = w.rowid
WHERE letter_threes MATCH ? AND w.rowid BETWEEN ? AND ? ORDER BY w.rowid DESC LIMIT ?
"""


class Sieve:
    """Reads the store; any thread."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._known: dict[str, int] = {}

    def newest(
        self, words: str, marks: Iterable[Iterable[str]], first: int, last: int, size: int
    ) -> "list[int] | None":
        """The newest `size` entries from `first` to `last` with all words and of each group of marks one.

        None: it can't be known here, or not quickly.
        """
        wanted = plain(words).split()
        parts = [part for word in wanted if (part := self._part(word)) is not None]
        if not parts or self._reader.one(_IS_WHOLE, (ALL,)) is None:
            return None
        if "" in parts:
            return []
        return self._look(" AND ".join([*parts, *map(search.either_mark, marks)]), wanted, first, last, size)

    def _look(self, query: str, wanted: Sequence[str], first: int, last: int, size: int) -> "list[int] | None":
        found: list[int] = []
        for _ in range(0, _MOST_LOOKED_AT, _LOOKED_AT):
            some = self._reader.rows(_NEWEST, (query, first, last, _LOOKED_AT))
            given = read(self._reader.rows, [row_id for _, row_id in some])
            found += [doc for doc, row_id in some if search.holds(given.get(row_id, ""), wanted)]
            if len(some) < _LOOKED_AT or len(found) >= size:
                return found[:size]
            last = some[-1][0] - 1
        return None

    def _part(self, word: str) -> str | None:
        """The query for what may hold a word; "" when nothing does, None when that can't be said of so short a word."""
        forms = search.forms(word)
        if any(len(text) < _LEAST for text, _ in forms):
            return None
        rare = (self._rarest([lead + text[at : at + _LEAST] for at in range(len(text) - 2)]) for text, lead in forms)
        queries = [" AND ".join(map(search.quoted, some)) for some in rare if some]
        queries += [" AND ".join(map(search.quoted, some)) for some in search.numbers(word)]
        return search.either(f"({query})" for query in queries) if queries else ""

    def _rarest(self, threes: Sequence[str]) -> list[str]:
        """The rarest few of them; none when there is one that no letter has."""
        some = sorted(set(threes), key=self._count)[:_RAREST]
        return some if self._count(some[0]) else []

    def _count(self, three: str) -> int:
        """In how many letters it is, or was when it was first asked for."""
        if three not in self._known:
            if len(self._known) >= _KNOWN:
                self._known.clear()
            found = self._reader.one(_COUNT, (three,))
            self._known[three] = int(found[0]) if found else 0
        return self._known[three]
