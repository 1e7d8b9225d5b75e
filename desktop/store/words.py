"""What of a letter is found: its own words, what hangs on it, the text of its pages, and marks for filters.

Everything becomes tokens of one full-text index. Words are laid out as their overlapping pairs ("abcd" as ab bc cd), so
that a phrase of pairs is a substring. Pairs of page text, pairs of addressees and marks begin with a sign of their own
and do not meet the pairs of words: what every page has, and the mayor to whom every letter goes, would lengthen the
lists of every search.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, islice, pairwise
from operator import add
from typing import Any

from desktop.office.ids import Id
from desktop.office.thai import arabic_digits, normalise, normalise_all
from desktop.store.prints import prints

BREAK, PAGE, MARK, TO = "\ue000", "\ue001", "\ue002", "\ue003"
"""Stands for a blank; begins a pair of page text, a mark, a pair of an addressee. Texts have none of these signs."""
_OURS = f"\0{BREAK}{PAGE}{MARK}{TO}"

DAY_BITS = 20
"""Bits of an entry's number within the day of registration; the day, counted from 1970, stands above them."""
_OFFICE = "office_id = (SELECT office_id FROM device)"
LETTER = f"""
SELECT id, (min(max(coalesce(unixepoch(received_at, '+7 hours'), 0), 0) / 86400, 65535) << {DAY_BITS})
           | (number & {(1 << DAY_BITS) - 1}),
       subject, book_number_key, from_party, to_party, book_number, remarks,
       number, year_be, register, kind, direction, urgency, status, cancelled_at IS NOT NULL
FROM letter WHERE {_OFFICE} AND id IN ({{}})
"""
"""A letter's own words and marks, and the entry that it wants: by the day of its registration (in Thailand), then by
its number. Entries near to one another keep the index small: it notes how far it is from one to the next."""
HANGING = {
    "endorsement": "SELECT letter_id, text || ' ' || actor_name FROM endorsement WHERE letter_id IN ({})",
    "letter_enclosure": "SELECT letter_id, title FROM letter_enclosure WHERE taken_at IS NULL AND letter_id IN ({})",
    "letter_citation": """
        SELECT letter_id, book_number_key || ' ' || book_number FROM letter_citation
        WHERE taken_at IS NULL AND letter_id IN ({})""",
    "letter_tag": "SELECT letter_id, tag FROM letter_tag WHERE letter_id IN ({})",
    "letter_loan": "SELECT letter_id, borrower_name FROM letter_loan WHERE letter_id IN ({})",
    "letter_cancellation": "SELECT letter_id, reason FROM letter_cancellation WHERE letter_id IN ({})",
    "routing": """
        SELECT r.letter_id, coalesce(r.note, '') || ' ' || coalesce(s.name_th, '') FROM routing r
        LEFT JOIN staff s ON s.office_id = r.office_id AND s.id = r.received_by WHERE r.letter_id IN ({})""",
}
"""Words that hang on letters, by the table they are in."""
MARKS = {
    "routing": f"""
        SELECT letter_id, '{MARK}h' || lower(hex(unit_id)) FROM routing
        WHERE state <> 'recalled' AND letter_id IN ({{}})""",
    "letter_citation": f"""
        SELECT letter_id, '{MARK}c' || replace(book_number_key, ' ', '{BREAK}') FROM letter_citation
        WHERE taken_at IS NULL AND letter_id IN ({{}})""",
    "letter_registration": f"""
        SELECT letter_id, '{MARK}n' || number || ' {MARK}r' || register FROM letter_registration
        WHERE letter_id IN ({{}})""",
}
PAGES = {
    "letter_page_text": """
        SELECT p.letter_id, p.text FROM letter_page_text p WHERE p.letter_id IN ({}) AND NOT EXISTS (
            SELECT 1 FROM letter_file f
            WHERE f.letter_id = p.letter_id AND f.sha256 = p.sha256 AND f.withdrawn_at IS NOT NULL)"""
}
"""Of a file that was withdrawn nothing is found."""

FIRST_PAGES = {"letter_page_text": PAGES["letter_page_text"] + " AND p.page = 0"}
"""Of these the index keeps prints, by which the same page is known again."""
_MOST_FIRST_PAGES = 4
"""A letter that came often has no more prints than of so many files."""

Texts = Mapping[Id, Sequence[str]]
Ask = Callable[[str, Sequence[Any]], Iterable[Any]]
"""Puts a statement to the store."""


def mark(kind: str, value: object) -> str:
    """A filter's token: n number, y year, r register, k kind, d direction, u urgency, s status, h unit, x cancelled.

    b: a letter's own book number, c: one that it cites, both spelt as they are compared; p: a print of a page. They
    are in no order, and an index of their own would cost a large store as much again as all its rows.
    """
    return f"{MARK}{kind}{value}".replace(" ", BREAK)


def tokens(
    letters: Sequence[Sequence[Any]], hanging: Texts, marks: Texts, pages: Texts, first_pages: Texts
) -> list[str]:
    """What the index is given for each row of `LETTER`."""
    ids, _, subjects, keys, senders, receivers, books, remarks, *facts = zip(*letters, strict=True)
    spelt = normalise_all([*subjects, *keys])
    own = zip(spelt, map(_remembered, senders), spelt[len(ids) :], strict=False)
    besides = map(_besides, keys, books, remarks, (hanging.get(id_, ()) for id_ in ids))
    said = (f"{' '.join(words)}{more} " for words, more in zip(own, besides, strict=True))
    laid = all_pairs([ours_removed(text).replace(" ", BREAK) for text in said])
    noted = map(_own_marks, keys, *facts)
    return [
        " ".join((words, to, own_marks, *marks.get(id_, ()), _of_pages(pages.get(id_, ()), first_pages.get(id_, ()))))
        for id_, words, to, own_marks in zip(ids, laid, map(_addressed, receivers), noted, strict=True)
    ]


def _besides(key: str, book_number: str, remarks: str | None, hanging: Sequence[str]) -> str:
    """The book number where the paper has it otherwise, the remarks, and all that hangs on the letter."""
    if not (remarks or hanging) and arabic_digits(book_number) == key:
        return ""
    return f" {normalise(' '.join((book_number, remarks or '', *hanging)))}"


def _own_marks(
    key: str, number: int, year: int, register: str, kind: str, direction: str, urgency: str, status: str, gone: int
) -> str:
    book = f"{mark('b', key)} " if key not in ("", "-") else ""
    return f"{book}{MARK}n{number} {_said(year, register, kind, direction, urgency, status, gone)}"


@lru_cache(4096)
def _said(*facts: object) -> str:
    *said, cancelled = facts
    marks = [mark(kind, value) for kind, value in zip("yrkdus", said, strict=True)]
    return " ".join([*marks, mark("x", "")] if cancelled else marks)


_remembered = lru_cache(4096)(normalise)
"""The same few hundred senders write most letters."""


@lru_cache(4096)
def _addressed(receiver: str) -> str:
    return _apart([receiver], TO)


def plain(text: str) -> str:
    """As searched and compared, without what the index has for its own."""
    return ours_removed(normalise(text))


def ours_removed(text: str) -> str:
    for sign in _OURS:  # four searches cost less than a look at each character
        text = text.replace(sign, "")
    return text


def pairs(text: str, lead: str = "") -> str:
    """The overlapping pairs of one text, each after `lead`."""
    return " ".join(map(add, (lead + sign for sign in text), islice(text, 1, None)))


def all_pairs(texts: Sequence[str], lead: str = "") -> list[str]:
    """`pairs` of each, which has two characters or more: all laid at their places at once, and then cut."""
    at, width = len(lead), len(lead) + 3
    characters = array("I", "".join(texts).encode("utf-32-le"))
    places = array("I", f"{lead}   ".encode("utf-32-le")) * len(characters)
    places[at::width] = characters
    places[at + 1 : -width : width] = characters[1:]
    laid = places.tobytes().decode("utf-32-le")
    ends = list(accumulate(map(len, texts), initial=0))
    return [laid[width * start : width * end - width - 1] for start, end in pairwise(ends)]


def _of_pages(pages: Sequence[str], first_pages: Sequence[str]) -> str:
    """Their text apart from all other words, and the prints of the first ones."""
    if not pages:
        return ""
    marks = (mark("p", one) for text in first_pages[:_MOST_FIRST_PAGES] for one in prints(text))
    return " ".join((_apart(pages, PAGE), *marks))


def _apart(texts: Iterable[str], lead: str) -> str:
    """The pairs of texts that are searched apart from a letter's words."""
    said = "".join(f"{text} " for text in map(plain, texts) if text)
    return all_pairs([said.replace(" ", BREAK)], lead)[0] if said else ""


class Hung:
    """Reads what hangs on letters; tables that are empty are not asked."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._filled = {table for table in {*HANGING, *MARKS, *PAGES} if self._has_rows(table)}

    def of(self, queries: Mapping[str, str], ids: Sequence[Id]) -> dict[Id, list[str]]:
        """The texts of these letters, by letter."""
        found: dict[Id, list[str]] = defaultdict(list)
        for letter_id, text in self._all(queries, ids):
            found[letter_id].append(text)
        return found

    def _all(self, queries: Mapping[str, str], ids: Sequence[Id]) -> Iterator[tuple[Id, str]]:
        marks = ", ".join("?" * len(ids))
        for table, query in queries.items():
            if table in self._filled:
                yield from self._ask(query.format(marks), ids)

    def _has_rows(self, table: str) -> bool:
        return any(True for _ in self._ask(f'SELECT 1 FROM "{table}" LIMIT 1', ()))
