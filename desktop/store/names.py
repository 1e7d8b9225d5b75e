"""Citizens, houses, cases and payers found by any part of their words: an index of their pairs and threes of signs.

Triggers of the store keep it (`name_tables`); what was there before it came is worked off by `NameIndexing`.
"""

from collections.abc import Iterable
from enum import IntEnum
from typing import Any

from desktop.store.search import quoted
from desktop.store.words import BREAK, Ask


class Named(IntEnum):
    """What is found. Keys are ids, of payers the name itself; a case is found by whoever reported it, too."""

    PERSON = 1
    HOUSE = 2
    CASE = 3
    PAYER = 4


_BEHIND = "SELECT 1 FROM name_due LIMIT 1"
_MAYBE = "SELECT rowid FROM name_words WHERE name_words MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?"
_KEYS = "SELECT key FROM name_doc WHERE doc IN ({})"
_SOURCE_BITS = 40
_THREE, _ASKED = 3, 6
"""So many threes of a word are looked for: more take longer, and leave out hardly a row more."""
_DONE = "DELETE FROM name_due WHERE (source, key) IN (SELECT source, key FROM name_due LIMIT ?)"


def maybe(ask: Ask, of: Named, words: Iterable[str], most: int) -> list[Any] | None:
    """The keys of all that have pairs and threes of all words, in no order: whoever asks looks at each once more.

    None: they are more, or not all is indexed yet.
    """
    if any(True for _ in ask(_BEHIND, ())):
        return None
    query, first = " AND ".join(map(_runs, words)), of << _SOURCE_BITS
    docs = [str(doc) for (doc,) in ask(_MAYBE, (query, first, first + (1 << _SOURCE_BITS) - 1, most + 1))]
    if len(docs) > most:
        return None
    return [key for (key,) in ask(_KEYS.format(", ".join(docs)), ())] if docs else []


def _runs(word: str) -> str:
    """Threes of a word, or its pair; one sign begins pairs."""
    plain = word.replace("\0", BREAK)
    if len(plain) < _THREE:
        return quoted(plain) if len(plain) > 1 else f"{quoted(plain)} *"
    threes = list(dict.fromkeys(plain[at : at + _THREE] for at in range(len(plain) - 2)))
    return " AND ".join(quoted(threes[place]) for place in sorted(_spread(len(threes))))


def _spread(many: int) -> set[int]:
    """Places of so many that lie apart: the first and the last, and some between."""
    return {round(step * (many - 1) / (_ASKED - 1)) for step in range(_ASKED)}


class NameIndexing:
    """Brings the index up to date on the writer's connection, inside its transaction."""

    def __init__(self, connection: Any) -> None:
        self._sql = connection

    def fill(self, most: int) -> bool:
        """A step towards all that is due; whether there was anything to do."""
        done: int = self._sql.execute(_DONE, (most,)).rowcount
        return done > 0
