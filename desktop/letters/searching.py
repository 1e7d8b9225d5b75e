"""The search over all letters of this desk: what has the number first, then the newest, as fast as somebody types."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise
from typing import Any

from desktop.letters import book_numbers
from desktop.letters.found import MANY, Found, FoundLetter, Place, Reading, SavedSearch, Search, read
from desktop.letters.marking import excerpt
from desktop.letters.model import LetterRow
from desktop.letters.queries import LetterQueries
from desktop.office.ids import Id
from desktop.office.keyboard import other_readings
from desktop.office.thai import normalise_book_number
from desktop.store import search as index
from desktop.store.reader import LANES, Reader
from desktop.store.sieve import Sieve
from desktop.store.words import HANGING, PAGES, mark, plain

LITTLE = 5
"""With fewer letters than this the clerk is told what the other keyboard would have found."""
_EXACT = 20
_LARGE = 50_000
"""Pages (of 4 KB) of a store in which spans of days are looked through side by side: some hundred thousand letters."""
_ALL = (0, (1 << 62) - 1)

_ENTRIES = "SELECT rowid AS entry FROM letter_words WHERE letter_words MATCH :match AND rowid BETWEEN :first AND :last"
_EVERYTHING = "SELECT doc AS entry FROM letter_doc WHERE doc BETWEEN :first AND :last"
_BOUNDS = "SELECT (SELECT min(doc) FROM letter_doc), (SELECT max(doc) FROM letter_doc)"
_IDS = "SELECT doc, row_id FROM letter_doc WHERE doc IN ({})"
_OWN = """
SELECT id, to_party, coalesce(remarks, '') FROM letter
WHERE office_id = (SELECT office_id FROM device) AND id IN ({})
"""
_SAVED = (
    "SELECT id, unit_id, name, words, filters, made_by_name FROM saved_search WHERE unit_id = ? AND dropped_at IS NULL"
)
_REGISTERS = """
WITH RECURSIVE one(register) AS (
    SELECT min(register) FROM letter
    UNION ALL SELECT (SELECT min(l.register) FROM letter l WHERE l.register > one.register) FROM one
    WHERE one.register IS NOT NULL
)
SELECT register FROM one WHERE register IS NOT NULL
"""
_YEARS = "SELECT min(year_be), max(year_be) FROM letter"


class LetterSearch:
    """Reads the store; any thread."""

    def __init__(self, reader: Reader, letters: LetterQueries) -> None:
        self._reader = reader
        self._letters = letters
        self._sieve = Sieve(reader)

    def look(self, search: Search, size: int) -> Found:
        """The first `size` letters; what the other keyboard says where nothing or little has the words."""
        found = self._first(search, size)
        if len(found.first) >= LITTLE or not search.words.strip():
            return found
        for words in other_readings(search.words):
            other = replace(search, words=words)
            if not found.first:
                read_as = self._first(other, size)
                if read_as.first:
                    return replace(read_as, read_as=words)
            elif count := self.count(other, MANY):
                return replace(found, other=Reading(words, count))
        return found

    def count(self, search: Search, most: int | None = None) -> int:
        """How many letters there are, at most `most`; all of many thousands take a while."""
        if most:
            return len(self._docs(search, most))
        sql, values = _query(search)
        ((count,),) = self._reader.rows(f"SELECT count(*) FROM ({sql})", values)
        return int(count)

    def anchors(self, found: Found, size: int) -> list[int]:
        """The entry with which each page of `size` letters begins, but for the first page."""
        sql, values = _query(found.search)
        shown = len(found.exact)
        sql = f"""
        SELECT entry FROM (SELECT entry, row_number() OVER (ORDER BY entry DESC) place FROM ({sql})
                           WHERE entry NOT IN ({_marked(found.exact)}))
        WHERE (place - 1 + {shown}) % :size = 0 ORDER BY place
        """
        return [doc for (doc,) in self._reader.rows(sql, values | {"size": size})][0 if shown else 1 :]

    def page(self, found: Found, size: int, anchor: int) -> tuple[FoundLetter, ...]:
        """`size` letters from an anchor on."""
        return tuple(self._letters_of(found.search, self._docs(found.search, size, found.exact, anchor)))

    def folders(self, unit_id: Id) -> tuple[SavedSearch, ...]:
        """The searches that a unit keeps, by name, each with how many letters it holds now (at most `MANY`)."""
        saved = [
            SavedSearch(id_, unit, name, words, read(filters), who)
            for id_, unit, name, words, filters, who in self._reader.rows(_SAVED, (unit_id,))
        ]
        counted = (replace(one, count=self.count(Search(one.words, one.filters, unit_id), MANY)) for one in saved)
        return tuple(sorted(counted, key=lambda one: one.name))

    def registers(self) -> tuple[str, ...]:
        """Every register in which a letter here stands."""
        return tuple(register for (register,) in self._reader.rows(_REGISTERS))

    def years(self) -> tuple[int, ...]:
        """The years (พ.ศ.) of the letters here, the newest first."""
        first, last = self._reader.rows(_YEARS)[0]
        return tuple(range(last, first - 1, -1)) if last else ()

    def _first(self, search: Search, size: int) -> Found:
        exact = tuple(self._exact(search))
        docs = [*exact, *self._docs(search, max(0, size - len(exact)), exact)]
        return Found(search, tuple(self._letters_of(search, docs, exact)), exact, behind=index.behind(self._reader))

    def _docs(self, search: Search, size: int, without: Sequence[int] = (), last: int | None = None) -> list[int]:
        """Entries from the newest (or `last`) on, but for those that stand before them."""
        sql, values = _query(search)
        values |= {"last": min(values["last"], last)} if last is not None else {}
        wanted = size + len(without)
        found: Iterable[int] | None = self._sieve.newest(
            search.words, _groups(search), values["first"], values["last"], wanted
        )
        if found is None:
            sql = f"{sql} ORDER BY entry DESC LIMIT {wanted}"
            spans = [values | span for span in self._spans(values["first"], values["last"])]
            found = (doc for rows in self._reader.side_by_side(sql, spans) for (doc,) in rows)
        return list(islice((doc for doc in found if doc not in without), size))

    def _spans(self, first: int, last: int) -> list[dict[str, int]]:
        """What is looked through side by side, the newest first: a word that few letters have is sought in all."""
        ((pages,),) = self._reader.rows("PRAGMA page_count")
        ((oldest, newest),) = self._reader.rows(_BOUNDS)
        if pages < _LARGE or newest is None:
            return [{"first": first, "last": last}]
        first, last = max(first, oldest), min(last, newest)
        cuts = [first + (last + 1 - first) * place // LANES for place in range(LANES + 1)]
        return [{"first": start, "last": end - 1} for start, end in reversed(list(pairwise(cuts)))]

    def _exact(self, search: Search) -> Iterator[int]:
        """Letters whose book number the words are, then those whose register number they are."""
        words = plain(search.words)
        keys = {book_numbers.key_of(words), normalise_book_number(words)} - {book_numbers.NONE, ""}
        found = dict.fromkeys(self._marked(search, [[mark("b", key) for key in keys]])) if keys else {}
        number, _, year = words.partition("/")
        if number.isdecimal() and len(number) < 10 and (not year or year.isdecimal()):
            marks = [[mark("n", int(number))], *([[mark("y", int(year))]] if year else [])]
            found |= dict.fromkeys(self._marked(search, marks))
        yield from found

    def _marked(self, search: Search, marks: Iterable[Iterable[str]]) -> list[int]:
        """Entries with these marks, whatever their words, the newest first."""
        sql, values = _query(replace(search, words=""), marks)
        return [doc for (doc,) in self._reader.rows(f"{sql} ORDER BY entry DESC LIMIT {_EXACT}", values)]

    def _letters_of(self, search: Search, docs: Sequence[int], exact: Sequence[int] = ()) -> Iterator[FoundLetter]:
        """The letters of these entries, in their order."""
        ids = dict(self._reader.rows(_IDS.format(_marks(docs)), docs))
        rows = self._letters.rows([ids[doc] for doc in docs if doc in ids])
        hidden = self._hidden([row for row in rows.values() if not _shows(row, search.words)], search.words)
        for doc in docs:
            row = rows.get(ids.get(doc, b""))
            if row is not None:
                yield FoundLetter(row, doc in exact, *hidden.get(row.id, (None, "")))

    def _hidden(self, rows: Sequence[LetterRow], words: str) -> dict[Id, tuple[Place, str]]:
        """Where else the words stand in these letters, and what is said there."""
        parts, found = plain(words).split(), {}
        for place, letter_id, text in self._hanging([row.id for row in rows]):
            spelt = plain(text)
            if letter_id not in found and any(part in spelt for part in parts):
                found[letter_id] = place, excerpt(text, words)
        return found

    def _hanging(self, ids: Sequence[Id]) -> Iterator[tuple[Place, Id, str]]:
        if not ids:
            return
        for id_, addressee, remarks in self._reader.rows(_OWN.format(_marks(ids)), ids):
            yield Place.ADDRESSEE, id_, addressee
            yield Place.REMARKS, id_, remarks
        for table, sql in (HANGING | PAGES).items():
            for id_, text in self._reader.rows(sql.format(_marks(ids)), ids):
                yield Place(table), id_, text


def _query(search: Search, more: Iterable[Iterable[str]] = ()) -> tuple[str, dict[str, Any]]:
    """SQL of the entries that fit, without an order, and the values that it names."""
    match = index.match(search.words, [*_groups(search), *more])
    first, last = _ALL
    if search.filters.since:
        first = index.entries_of(search.filters.since)[0]
    if search.filters.until:
        last = index.entries_of(search.filters.until)[1]
    return _ENTRIES if match else _EVERYTHING, {"match": match, "first": first, "last": last}


def _groups(search: Search) -> Iterator[list[str]]:
    wanted = search.filters
    for kind, values in (
        ("k", wanted.kinds),
        ("r", wanted.registers),
        ("y", wanted.years),
        ("u", wanted.urgencies),
        ("s", wanted.statuses),
        ("h", (wanted.unit,) if wanted.unit else ()),
        ("h", (search.my_unit.hex(),) if wanted.mine else ()),
    ):
        if values:
            yield [mark(kind, value) for value in values]


def _shows(row: LetterRow, words: str) -> bool:
    """Whether the row itself shows everything that was looked for."""
    shown = plain(f"{row.subject} {row.from_party} {row.book_number} {row.number}")
    return all(part in shown for part in plain(words).split())


def _marked(docs: Sequence[int]) -> str:
    return ", ".join(map(str, docs))


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
