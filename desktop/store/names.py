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
_COMMON = "SELECT three, many FROM name_common WHERE three IN ({})"
_KEYS = "SELECT d.key FROM json_each(?) CROSS JOIN name_doc d ON d.doc = value"
_SOURCE_BITS = 40
_THREE, _ASKED = 3, 6
"""So many threes of a word are looked for: more take longer, and leave out hardly a row more."""
_RAREST, _FEW = 3, 64
"""Threes of all words that are asked for first, and so many rows that may have them: with more all words are asked for.
A common three costs a walk through the thousands that have it."""
_LONGEST = 100
"""Signs of a word among which the rare threes are looked for."""
_DONE = "DELETE FROM name_due WHERE (source, key) IN (SELECT source, key FROM name_due LIMIT ?)"


def maybe(ask: Ask, of: Named, words: Iterable[str], most: int) -> list[Any] | None:
    """The keys of all that have pairs and threes of all words, in no order: whoever asks looks at each once more.

    None: they are more, or not all is indexed yet.
    """
    if any(True for _ in ask(_BEHIND, ())):
        return None
    plain = [word.replace("\0", BREAK) for word in words]
    docs = _docs(ask, of, _rare(ask, plain), min(most, _FEW))
    if docs is None:
        docs = _docs(ask, of, " AND ".join(map(_runs, plain)), most)
    if docs is None:
        return None
    return [key for (key,) in ask(_KEYS, (f"[{', '.join(docs)}]",))] if docs else []


def _docs(ask: Ask, of: Named, query: str, most: int) -> list[str] | None:
    """The entries that answer a query; None where they are more, or nothing is asked."""
    first = of << _SOURCE_BITS
    if not query:
        return None
    docs = [str(doc) for (doc,) in ask(_MAYBE, (query, first, first + (1 << _SOURCE_BITS) - 1, most + 1))]
    return docs if len(docs) <= most else None


def _rare(ask: Ask, words: Iterable[str]) -> str:
    """The rarest three of each word, and of all words; nothing where there are hardly more of them."""
    threes = [_threes(word[:_LONGEST]) for word in words if len(word) >= _THREE]
    all_ = list(dict.fromkeys(three for of_word in threes for three in of_word))
    if len(all_) <= _RAREST:
        return ""
    many: dict[str, int] = dict(ask(_COMMON.format(", ".join("?" * len(all_))), all_))
    by_rarity = sorted(all_, key=lambda three: many.get(three, 0))
    wanted = {min(of_word, key=by_rarity.index) for of_word in threes} | set(by_rarity[:_RAREST])
    return " AND ".join(quoted(three) for three in by_rarity if three in wanted)


def _threes(word: str) -> list[str]:
    return list(dict.fromkeys(word[at : at + _THREE] for at in range(len(word) - 2)))


def _runs(word: str) -> str:
    """Threes of a word, or its pair; one sign begins pairs."""
    if len(word) < _THREE:
        return quoted(word) if len(word) > 1 else f"{quoted(word)} *"
    threes = _threes(word)
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
