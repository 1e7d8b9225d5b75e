"""Letters found by any part of their words: pairs of neighbouring characters in a full-text index inside the store.

Thai is written without blanks, and clerks type two letters of something: only a search for substrings finds what they
mean. A text is indexed as its overlapping pairs ("abcd" as ab bc cd), so that a phrase of pairs is a substring and two
characters are enough. The number of an entry orders it as the inbox is ordered, newest last.

Triggers of the store note every letter whose words change in `letter_due`, whoever writes it. Small changes are indexed
in the transaction that makes them; what comes by thousands is worked off in slices. Empty `letter_due`: all is indexed.
"""

import logging
from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, islice, pairwise
from operator import add
from typing import Any

import sqlcipher3

from desktop.office.ids import Id
from desktop.office.thai import normalise, normalise_all, normalise_book_number
from desktop.store.reader import Reader

log = logging.getLogger(__name__)

AT_ONCE = 64
"""So many letters are indexed in the transaction that changes them; more are left to slices."""
SLICE = 4_000
"""Letters of one slice: about 0.15 seconds on the writer's thread."""
SMALL_SLICE = 500
"""Letters of one slice while others write: a fiftieth of a second."""
MERGE_PAGES = 300
MERGE_FROM = 3_000
"""With so many letters due at once the index is brought together when all are in: merging meanwhile is done twice."""
_USUAL = {"automerge": 16, "crisismerge": 64}
_LATER = {"automerge": 0, "crisismerge": 1_000}
"""Rules of merging, kept in the index itself: a backlog that a kill cut off is merged after the next start."""
ELSEWHERE = 1 << 62
"""Entries from here on are of other registers than the central one."""
_YEAR, _NUMBER = 50, 8
_YEARS, _NUMBERS = (1 << 12) - 1, (1 << 42) - 1
_BREAK = "\ue000"
"""Stands for what is not part of a word; no text has it, because it means nothing."""
_MARKS = 1_000

_DUE = "SELECT place, row_id FROM letter_due WHERE place > ? ORDER BY place LIMIT ?"
_MANY = "SELECT 1 FROM letter_due LIMIT 1 OFFSET ?"
_RULE = "SELECT v FROM letter_words_config WHERE k = 'automerge'"
_DONE = "DELETE FROM letter_due WHERE place > ? AND place <= ?"
_LAST = "SELECT seq FROM sqlite_sequence WHERE name = 'letter_due'"
_WORDS = """
SELECT id, ((register <> 'central') << 62) | ((year_be & 4095) << 50) | ((number & 4398046511103) << 8), subject,
       from_party, book_number_key, number
FROM letter WHERE office_id = (SELECT office_id FROM device) AND id IN ({})
"""
_FILLING = "SELECT 1 FROM fill WHERE packs_done < packs_all AND upto > 0"


def behind(reader: Reader) -> int:
    """How many letters are still to be indexed; 0: whatever is here can be found."""
    found = reader.one("SELECT count(*) FROM letter_due")
    return int(found[0]) if found else 0


def is_complete(reader: Reader) -> bool:
    return reader.one("SELECT 1 FROM letter_due LIMIT 1") is None


def match(words: str) -> str:
    """The query for letters that hold every one of the words: in their texts, or as their whole number."""
    return " AND ".join(_one(word) for word in _plain(words).split())


def doc_range(year_be: int, number: int) -> tuple[int, int]:
    """The first and last entry of a number of the central register (more than one letter may bear it)."""
    first = (year_be & _YEARS) << _YEAR | (number & _NUMBERS) << _NUMBER
    return first, first | (1 << _NUMBER) - 1


def number_of(doc: int) -> tuple[int, int]:
    """Year and number of an entry of the central register."""
    return doc >> _YEAR, doc >> _NUMBER & _NUMBERS


class Indexing:
    """Brings the index up to date on the writer's connection, inside its transaction."""

    def __init__(self, connection: Any) -> None:
        self._sql = connection

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
            self._merge_by(_LATER)
        self._index(0, due)
        return len(due), self._waits()

    @property
    def wants_merge(self) -> bool:
        """Whether a long backlog left the index in many pieces."""
        return bool(self._sql.execute(_RULE).fetchone() == (_LATER["automerge"],))

    def merge(self, *, first: bool) -> bool:
        """Brings some pages of the index together; whether there is more to do. A search asks each segment there is."""
        before = self._sql.total_changes
        pages = -MERGE_PAGES if first else MERGE_PAGES
        self._sql.execute("INSERT INTO letter_words (letter_words, rank) VALUES ('merge', ?)", (pages,))
        more = bool(self._sql.total_changes - before >= 2)
        if not more:
            self._merge_by(_USUAL)
        return more

    def _merge_by(self, rules: dict[str, int]) -> None:
        if self._sql.execute(_RULE).fetchone() != (rules["automerge"],):
            self._sql.executemany("INSERT INTO letter_words (letter_words, rank) VALUES (?, ?)", list(rules.items()))

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
        ids = iter(dict.fromkeys(row_id for _, row_id in due))
        while some := list(islice(ids, _MARKS)):
            self._index_some(some)
        self._sql.execute(_DONE, (after, due[-1][0]))

    def _index_some(self, ids: list[Id]) -> None:
        marks = ", ".join("?" * len(ids))
        letters = self._sql.execute(_WORDS.format(marks), ids).fetchall()
        held = dict(self._sql.execute(f"SELECT row_id, doc FROM letter_doc WHERE row_id IN ({marks})", ids))
        gone = [(doc,) for doc in held.values()]
        if gone:
            self._sql.executemany("DELETE FROM letter_words WHERE rowid = ?", gone)
            self._sql.executemany("DELETE FROM letter_doc WHERE doc = ?", gone)
        if not letters:
            return
        keys, wanted, subjects, senders, books, numbers = zip(*letters, strict=True)
        docs = list(self._free_docs(wanted))
        self._sql.executemany("INSERT INTO letter_doc VALUES (?, ?)", zip(docs, keys, strict=True))
        words = zip(docs, _texts(subjects, senders, books), map(str, numbers), strict=True)
        self._sql.executemany("INSERT INTO letter_words (rowid, words, number) VALUES (?, ?, ?)", words)

    def _free_docs(self, wanted: Sequence[int]) -> Iterator[int]:
        """The entry that each letter wants, or the next free one when another letter bears the same number."""
        marks = ", ".join("?" * len(wanted))
        taken = {doc for (doc,) in self._sql.execute(f"SELECT doc FROM letter_doc WHERE doc IN ({marks})", wanted)}
        for doc in wanted:
            while doc in taken or (doc & 0xFF and self._is_taken(doc)):
                doc += 1
            taken.add(doc)
            yield doc

    def _is_taken(self, doc: int) -> bool:
        return self._sql.execute("SELECT 1 FROM letter_doc WHERE doc = ?", (doc,)).fetchone() is not None


def _one(word: str) -> str:
    """A word in the texts, in a book number however that was typed, or as the letter's own number."""
    found = {_phrase(word), _phrase(_plain(normalise_book_number(word)))}
    if word.isdigit():
        found.add(f'number : "{word.lstrip("0") or 0}"')
    return f"({' OR '.join(sorted(found))})"


def _phrase(text: str) -> str:
    text = text.replace(" ", _BREAK)
    quoted = (pairs(text) or text).replace('"', '""')
    return f'words : "{quoted}"' if len(text) > 1 else f'words : "{quoted}" *'


def _texts(subjects: Sequence[str], senders: Sequence[str], books: Sequence[str]) -> list[str]:
    """The words of letters as pairs; the same few hundred senders write most of them, so what they become is kept."""
    plain = normalise_all([*subjects, *books])
    parts = zip(plain[: len(subjects)], map(_remembered, senders), plain[len(subjects) :], strict=True)
    return all_pairs([_ours_removed(" ".join((*words, ""))).replace(" ", _BREAK) for words in parts])


_remembered = lru_cache(4096)(normalise)


def _plain(text: str) -> str:
    """As searched and compared, without what the index has for its own."""
    return _ours_removed(normalise(text))


def _ours_removed(text: str) -> str:
    return text.replace("\0", "").replace(_BREAK, "")


def pairs(text: str) -> str:
    return " ".join(map(add, text, islice(text, 1, None)))


def all_pairs(texts: Sequence[str]) -> list[str]:
    """`pairs` of each: its characters laid at the first and the second place of threes, all texts at once."""
    characters = array("I", "".join(texts).encode("utf-32-le"))
    threes = array("I", " ".encode("utf-32-le")) * (3 * len(characters))
    threes[::3] = characters
    threes[1:-3:3] = characters[1:]
    laid = threes.tobytes().decode("utf-32-le")
    ends = list(accumulate(map(len, texts), initial=0))
    return [laid[3 * start : 3 * end - 4] for start, end in pairwise(ends)]
