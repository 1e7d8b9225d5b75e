"""Keeps the search index up to date on the writer's connection.

Triggers of the store note every letter whose words or marks change in `letter_due`, whoever writes it. Small changes
are indexed in the transaction that makes them; what comes by thousands is worked off in slices. Empty `letter_due`: all
is indexed. `letter_doc.seen` is the last note that an entry already answers: a letter noted often is indexed once.
"""

import logging
from collections.abc import Mapping, Sequence
from itertools import islice, repeat
from typing import Any

import sqlcipher3

from desktop.office.ids import Id
from desktop.store.merging import Merging
from desktop.store.names import NameIndexing
from desktop.store.threes import Threes
from desktop.store.words import DAY_BITS, FIRST_PAGES, HANGING, LETTER, MARKS, PAGES, Hung, tokens

log = logging.getLogger(__name__)

AT_ONCE = 64
"""So many letters are indexed in the transaction that changes them; more are left to slices."""
SLICE = 4_000
"""Letters of one slice: about 0.15 seconds on the writer's thread."""
SMALL_SLICE = 500
"""Letters of one slice while others write: a fiftieth of a second."""
MERGE_FROM = 3_000
"""With so many letters due at once the index is brought together when all are in."""
_MARKS = 1_000

_DUE = "SELECT place, row_id FROM letter_due WHERE place > ? ORDER BY place LIMIT ?"
_MANY = "SELECT 1 FROM letter_due LIMIT 1 OFFSET ?"
_DONE = "DELETE FROM letter_due WHERE place > ? AND place <= ?"
_LAST = "SELECT seq FROM sqlite_sequence WHERE name = 'letter_due'"
_HELD = "SELECT row_id, doc, seen FROM letter_doc WHERE row_id IN ({})"
_TAKEN = "SELECT doc FROM letter_doc WHERE doc IN ({})"
_LAST_OF = "SELECT coalesce(max(doc), 0) FROM letter_doc WHERE doc BETWEEN ? AND ?"
_FILLING = "SELECT 1 FROM fill WHERE packs_done < packs_all AND upto > 0"


class Indexing:
    """Brings the index up to date on the writer's connection, inside its transaction."""

    def __init__(self, connection: Any) -> None:
        self._sql = connection
        self._merging = Merging(connection, "letter_words")
        self._threes = Threes(connection)
        self._names = NameIndexing(connection)

    def mark(self) -> int:
        """The place after which this transaction's changes will stand."""
        found = self._sql.execute(_LAST).fetchone()
        return found[0] if found else 0

    def keep_up(self, mark: int) -> bool:
        """Indexes what changed after the mark, if it is little; whether anything is left for slices."""
        due = self._sql.execute(_DUE, (mark, AT_ONCE + 1)).fetchall()
        if 0 < len(due) <= AT_ONCE:
            self._try(mark, due)
        return self._waits()

    def work_off(self, most: int = SLICE) -> tuple[int, bool]:
        """Indexes one slice of what is due: how many, and whether more is left. A snapshot that comes in goes first."""
        if self._sql.execute(_FILLING).fetchone():
            return 0, False
        due = self._sql.execute(_DUE, (0, most)).fetchall()
        if self._sql.execute(_MANY, (MERGE_FROM,)).fetchone():
            self._merging.put_off()
        self._index(0, due)
        return len(due), self._waits()

    def tidy(self, most: int) -> bool:
        """A step of what makes searches quicker once all can be found; whether there is more to do."""
        if self._merging.is_wanted and self._merging.step():
            return True
        if self._names.fill(most):
            return True
        return self._threes.fill(most)

    def _try(self, mark: int, due: Sequence[tuple[int, Id]]) -> None:
        """A clerk's act must not fail because its words can't be indexed: then they stay due."""
        self._sql.execute("SAVEPOINT words")
        try:
            self._index(mark, due)
        except sqlcipher3.Error:
            log.exception("words are not indexed")
            self._sql.execute("ROLLBACK TO words")
        self._sql.execute("RELEASE words")

    def _waits(self) -> bool:
        if self._sql.execute("SELECT 1 FROM letter_due LIMIT 1").fetchone() is None:
            return False
        return self._sql.execute(_FILLING).fetchone() is None

    def _index(self, after: int, due: Sequence[tuple[int, Id]]) -> None:
        if not due:
            return
        noted = {row_id: place for place, row_id in due}
        ids, upto, hung = iter(noted), self.mark(), Hung(self._sql.execute)
        while some := list(islice(ids, _MARKS)):
            self._index_some(some, noted, upto, hung)
        self._sql.execute(_DONE, (after, due[-1][0]))

    def _index_some(self, ids: list[Id], noted: Mapping[Id, int], upto: int, hung: Hung) -> None:
        """Indexes letters as they are now, which answers every note up to `upto`."""
        held = {row_id: (doc, seen) for row_id, doc, seen in self._sql.execute(_HELD.format(_marks(ids)), ids)}
        late = [row_id for row_id in ids if row_id not in held or held[row_id][1] < noted[row_id]]
        gone = [(held[row_id][0],) for row_id in late if row_id in held]
        if gone:
            self._sql.executemany("DELETE FROM letter_words WHERE rowid = ?", gone)
            self._sql.executemany("DELETE FROM letter_doc WHERE doc = ?", gone)
            self._threes.leave(doc for (doc,) in gone)
        letters = self._sql.execute(LETTER.format(_marks(late)), late).fetchall()
        if not letters:
            return
        keys, wanted, *_ = zip(*letters, strict=True)
        docs = self._free_docs(wanted, [held.get(key, (-1,))[0] for key in keys])
        self._sql.executemany("INSERT INTO letter_doc VALUES (?, ?, ?)", zip(docs, keys, repeat(upto)))
        words = tokens(letters, *(hung.of(queries, keys) for queries in (HANGING, MARKS, PAGES, FIRST_PAGES)))
        self._sql.executemany("INSERT INTO letter_words (rowid, words) VALUES (?, ?)", zip(docs, words, strict=True))
        self._threes.enter(docs, words)

    def _free_docs(self, wanted: Sequence[int], before: Sequence[int]) -> list[int]:
        """The entry that each letter wants; where another one has it, the one it had, or one behind all of the day."""
        taken = {doc for (doc,) in self._sql.execute(_TAKEN.format(_marks(wanted)), wanted)}
        lasts: dict[int, int] = {}
        docs = []
        for doc, had in zip(wanted, before, strict=True):
            if doc in taken:
                same_day = had >> DAY_BITS == doc >> DAY_BITS and had not in taken
                doc = had if same_day else self._behind_the_day(doc, taken, lasts)
            taken.add(doc)
            docs.append(doc)
        return docs

    def _behind_the_day(self, doc: int, taken: set[int], lasts: dict[int, int]) -> int:
        """The first free entry behind all of a day, or of the next if it is full; `lasts`: the last one of each day."""
        day = doc >> DAY_BITS
        if day not in lasts:
            lasts[day] = max(
                doc, self._sql.execute(_LAST_OF, (day << DAY_BITS, (day + 1 << DAY_BITS) - 1)).fetchone()[0]
            )
        free = lasts[day] + 1
        while free in taken:
            free += 1
        if free >> DAY_BITS != day:
            return self._behind_the_day(free, taken, lasts)
        lasts[day] = free
        return free


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
