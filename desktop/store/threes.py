"""Long words in large stores: a second index of runs of three characters, and a look at each letter that it names.

A word of many common pairs that few letters have costs the index of pairs a walk through all their lists. Of its threes
some are rare, and the letters that have the rarest are few: each is then held against what the index of pairs was given
of it. Only a store of some hundred thousand letters has this index; it is filled after all can be found without it.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import islice
from operator import add, itemgetter
from typing import Any

from desktop.office.ids import Id
from desktop.store.merging import Merging
from desktop.store.words import HANGING, LETTER, MARK, MARKS, PAGES, Ask, Hung, mark, tokens

LARGE = 50_000
"""Pages (of 4 KB) of a store that is large: some hundred thousand letters."""
ALL = (1 << 62) - 1

_IS_LARGE = "SELECT page_count >= ? FROM pragma_page_count"
_UPTO = "SELECT upto FROM letter_threes_upto"
_SAY_UPTO = "INSERT OR REPLACE INTO letter_threes_upto (only, upto) VALUES (1, ?)"
_COMMON = """
INSERT INTO letter_threes_common VALUES (?, 1) ON CONFLICT (three) DO UPDATE SET letters = letters + 1
"""
_NEXT = "SELECT doc, row_id FROM letter_doc WHERE doc > ? ORDER BY doc LIMIT ?"
_ENTER = "INSERT INTO letter_threes (rowid, words) VALUES (?, ?)"
_SLOWER = 4
"""Times as long as the index of pairs takes for a letter: somebody's act may be waiting."""
_SAMPLE = 256
"""Of so many letters one is counted: it is enough to know which runs are common."""
_TOLD_APART = ("b", "c")
"""Marks of book numbers, which are looked up elsewhere: nearly every one is another."""
_last = itemgetter(-1)


def threes(given: str) -> str:
    """Of what the index of pairs is given for a letter: each three characters in a row once, and marks for filters.

    Prints of pages stand last, and are asked of the index of pairs alone.
    """
    all_ = [token for token in given.partition(f" {mark('p', '')}")[0].split(" ") if token]
    runs = set(map(add, all_, map(_last, islice(all_, 1, None))))
    runs.update(token for token in all_ if token[:1] == MARK and not token.startswith(_TOLD_APART, 1))
    return " ".join(runs)


class Threes:
    """Kept up to date on the writer's connection, inside its transaction. Entries up to `upto` are in it; -1: none."""

    def __init__(self, connection: Any) -> None:
        self._sql = connection
        self._merging = Merging(connection, "letter_threes")

    @cached_property
    def upto(self) -> int:
        found = self._sql.execute(_UPTO).fetchone()
        return found[0] if found else -1

    def leave(self, docs: Iterable[int]) -> None:
        gone = [(doc,) for doc in docs if doc <= self.upto]
        if gone:
            self._sql.executemany("DELETE FROM letter_threes WHERE rowid = ?", gone)

    def enter(self, docs: Sequence[int], given: Sequence[str]) -> None:
        """Letters by what the index of pairs is given of them; those that the filling has still to come to are left."""
        pairs = ((doc, threes(said)) for doc, said in zip(docs, given, strict=True) if doc <= self.upto)
        self._sql.executemany(_ENTER, pairs)

    def fill(self, most: int) -> bool:
        """A step towards all letters of a large store; whether there is more to do."""
        if self.upto < ALL and self._is_large():
            self._fill(max(1, most // _SLOWER))
            return True
        return self._merging.is_wanted and self._merging.step()

    def _fill(self, most: int) -> None:
        self._merging.put_off()
        held = self._sql.execute(_NEXT, (self.upto, most)).fetchall()
        self.upto = held[-1][0] if held else ALL
        self._sql.execute(_SAY_UPTO, (self.upto,))
        given = read(self._sql.execute, [row_id for _, row_id in held])
        entries = [(doc, given[row_id]) for doc, row_id in held if row_id in given]
        self.enter([doc for doc, _ in entries], [said for _, said in entries])
        counted = (said for doc, said in entries if doc % _SAMPLE == 0)
        self._sql.executemany(_COMMON, ((three,) for said in counted for three in threes(said).split(" ")))

    def _is_large(self) -> bool:
        return bool(self._sql.execute(_IS_LARGE, (LARGE,)).fetchone()[0])


def read(ask: Ask, ids: Sequence[Id], *, alone: bool = False) -> dict[Id, str]:
    """What the index of pairs is given of these letters; `alone`: without what hangs on them."""
    hung, left, found = Hung(ask), iter(ids), dict[Id, str]()
    asked = ({}, {}, {}) if alone else (HANGING, MARKS, PAGES)
    while some := list(islice(left, 1_000)):
        rows = list(ask(LETTER.format(", ".join("?" * len(some))), some))
        keys = [row[0] for row in rows]
        hanging, marks, pages = (hung.of(queries, keys) for queries in asked)
        said = tokens(rows, hanging, marks, pages, {}) if rows else []
        found |= dict(zip(keys, said, strict=True))
    return found
