"""Letters found by any part of their words: questions to the full-text index inside the store.

Thai is written without blanks, and clerks type two letters of something: only a search for substrings finds what they
mean (`words` says what is indexed, `indexing` keeps it so). The number of an entry begins with the day on which the
letter was registered: the newest come last, a span of days is a span of entries, and nothing has to be sorted.
"""

import logging
import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

import sqlcipher3

from desktop.office.ids import Id
from desktop.office.thai import normalise_book_number
from desktop.store.reader import Reader
from desktop.store.words import BREAK, DAY_BITS, PAGE, TO, mark, pairs, plain

log = logging.getLogger(__name__)
_MANY_DUE = 2_000
"""With so many letters still to be indexed it is quicker to look at all there are."""
_OFFICE = "l.office_id = (SELECT office_id FROM device)"
_MARKED = "SELECT d.row_id FROM letter_words w JOIN letter_doc d ON d.doc = w.rowid WHERE letter_words MATCH ?"
_BEARERS = "SELECT rowid FROM letter_words WHERE letter_words MATCH ? LIMIT ?"
_HOLDERS = "SELECT doc, row_id FROM letter_doc WHERE doc IN ({})"
_TOO_MANY = 400
"""A print on so many pages is part of a form."""
_DUE = "SELECT row_id FROM letter_due"
_FIRST_DAY = date(1970, 1, 1)
_NUMBER_OF_YEAR = re.compile(r"0*(\d{1,9})/(2\d{3})")


def behind(reader: Reader) -> int:
    """How many changes are still to be indexed; 0: whatever is here can be found."""
    found = reader.one("SELECT count(*) FROM letter_due")
    return int(found[0]) if found else 0


def is_complete(reader: Reader) -> bool:
    return reader.one("SELECT 1 FROM letter_due LIMIT 1") is None


def match(words: str, marks: Iterable[Iterable[str]] = ()) -> str:
    """The query for letters that hold every one of the words, and of each group of marks at least one."""
    parts = [_one(word) for word in plain(words).split()]
    parts += map(either_mark, marks)
    return " AND ".join(parts)


def with_mark(reader: Reader, kind: str, value: object) -> tuple[str, tuple[str, ...]]:
    """A condition for letters `l` that may have a mark, and its values; whoever asks looks at each once more.

    Letters that are still to be indexed are among them, and all letters when the index can't be read.
    """
    query = quoted(mark(kind, value))
    try:
        reader.one(f"{_MARKED} LIMIT 1", (query,))
        if reader.one(f"{_DUE} LIMIT 1 OFFSET {_MANY_DUE}") is None:
            return f"{_OFFICE} AND l.id IN ({_MARKED} UNION {_DUE})", (query,)
    except sqlcipher3.Error:
        log.exception("the search index can't be read")
    return _OFFICE, ()


def sharing(reader: Reader, prints: Iterable[str], most: int) -> list[Id]:
    """Letters with a page that bears some of these prints, those that share the most and the rarest of them first.

    Prints that very many pages bear say nothing. None while the index can't be read.
    """
    weights: Counter[int] = Counter()
    try:
        for one in prints:
            found = reader.rows(_BEARERS, (quoted(mark("p", one)), _TOO_MANY))
            if len(found) < _TOO_MANY:
                weights.update(dict.fromkeys((doc for (doc,) in found), 1_000 // (len(found) + 10)))
        docs = [doc for doc, _ in weights.most_common(most)]
        holders = dict(reader.rows(_HOLDERS.format(", ".join("?" * len(docs))), docs)) if docs else {}
    except sqlcipher3.Error:
        log.exception("the search index can't be read")
        return []
    return [holders[doc] for doc in docs if doc in holders]


def entries_of(day: date) -> tuple[int, int]:
    """The first and the last number that an entry of a day (in Thailand) may have."""
    number = (day - _FIRST_DAY).days
    return number << DAY_BITS, (number + 1 << DAY_BITS) - 1


def forms(word: str) -> set[tuple[str, str]]:
    """A spelt word and what its pairs begin with: in texts, in a book number however typed, on a page, addressed."""
    return {(word, ""), (plain(normalise_book_number(word)), ""), (word, PAGE), (word, TO)}


def numbers(word: str) -> list[list[str]]:
    """Marks that a letter has together when the word is its own number."""
    found = [[mark("n", word.lstrip("0") or 0)]] if word.isdecimal() else []
    said = _NUMBER_OF_YEAR.fullmatch(word)
    return [*found, [mark("n", said[1]), mark("y", said[2])]] if said else found


def holds(given: str, wanted: Iterable[str]) -> bool:
    """Whether a letter, of which the index is given this, holds every one of the spelt words."""
    given = f" {given} "
    return all(any(all(one in given for one in some) for some in _ways(word)) for word in wanted)


def either(parts: Iterable[str]) -> str:
    return f"({' OR '.join(sorted(parts))})"


def either_mark(group: Iterable[str]) -> str:
    return either(map(quoted, group))


def quoted(token: str) -> str:
    doubled = token.replace('"', '""')
    return f'"{doubled}"'


def _one(word: str) -> str:
    """A word in any of its forms, or as the letter's own number."""
    marks = (f"({' AND '.join(map(quoted, some))})" for some in numbers(word))
    return either({*(_phrase(text, lead) for text, lead in forms(word)), *marks})


def _phrase(text: str, lead: str) -> str:
    query = quoted(_pairs(text, lead))
    return query if len(text) > 1 else f"{query} *"


@lru_cache(16)
def _ways(word: str) -> list[list[str]]:
    """What stands in all that the index is given of a letter that has the word: one of these, whole."""
    texts = [[f" {_pairs(text, lead)}{' ' if len(text) > 1 else ''}"] for text, lead in forms(word)]
    return texts + [[f" {one} " for one in some] for some in numbers(word)]


def _pairs(text: str, lead: str) -> str:
    text = text.replace(" ", BREAK)
    return pairs(text, lead) or lead + text
