"""Which letters of the register a list shows: the baskets, and the words that somebody looks for."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from desktop.letters.model import Basket
from desktop.letters.rules import CENTRAL, DUE_SOON
from desktop.office.ids import Id
from desktop.office.thai import normalise
from desktop.store import search
from desktop.store.reader import Reader
from desktop.store.words import mark

Anchor = tuple[Any, ...]
"""Where a page of the inbox begins: the values of what orders it, year and number or the entry of the search index."""


@dataclass(frozen=True)
class InboxFilter:
    """`unit_id`: the unit whose letters are "mine"; `words`: parts of whatever is known of a letter."""

    basket: Basket
    unit_id: Id
    today: date
    words: str = ""


_MINE = """
EXISTS (SELECT 1 FROM routing r WHERE r.letter_id = l.id AND +r.unit_id = :unit AND +r.state IN ('sent', 'received'))
"""
_REGISTER = f"l.register = '{CENTRAL}'"
_BASKETS = {
    Basket.ALL: _REGISTER,
    Basket.NEW: "l.status = 'registered' AND +l.direction = 'incoming' AND l.cancelled_at IS NULL",
    Basket.MINE: f"l.status = 'routed' AND {_MINE}",
    Basket.DUE: "l.status <> 'closed' AND l.due_date BETWEEN '2' AND :due AND l.cancelled_at IS NULL",
}
"""Whatever its register: only the basket of all holds what came in to the central one and nothing else.

The plus signs and the open range keep SQLite from plans that took a hundred times longer with 100,000 letters."""
_FOUND = """
letter_words w CROSS JOIN letter_doc d ON d.doc = w.rowid
CROSS JOIN letter l ON l.office_id = (SELECT office_id FROM device) AND l.id = d.row_id
"""
"""Entries of the index come newest first, so that the first page is there at once."""


@dataclass(frozen=True)
class Selection:
    """SQL of the letters wanted: what stands after FROM and WHERE, the values it names, and the `keys` that order it.

    `entries`: they are just these entries of the search index, which can be counted without looking at a letter.
    """

    source: str
    where: str
    keys: tuple[str, ...]
    values: dict[str, Any]
    entries: bool = False

    @property
    def order(self) -> str:
        """The newest first."""
        return ", ".join(f"{key} DESC" for key in self.keys)

    def narrowed(self, more: str, **values: Any) -> "Selection":
        return replace(self, where=f"{self.where} AND {more}", values=self.values | values)

    def placed(self, sign: str, anchor: Anchor) -> "Selection":
        """Those whose keys compare so with the anchor: `<=` it and everything older, `>` everything before it.

        The first two are compared apart, because an index knows them.
        """
        named = {f"key{place}": value for place, value in enumerate(anchor)}
        near = f"({', '.join(self.keys[:2])}) {sign.rstrip('=')}= ({', '.join(f':{name}' for name in [*named][:2])})"
        whole = f"({', '.join(self.keys)}) {sign} ({', '.join(f':{name}' for name in named)})"
        return self.narrowed(f"{near} AND {whole}" if len(anchor) > 2 else whole, **named)


def select(reader: Reader, wanted: InboxFilter) -> Selection:
    """By the search index where it is complete, else by looking at every letter: the same letters, more slowly."""
    values: dict[str, Any] = {"unit": wanted.unit_id, "due": (wanted.today + DUE_SOON).isoformat()}
    basket = _BASKETS[wanted.basket]
    marks = [[mark("r", CENTRAL)]] if wanted.basket is Basket.ALL else []
    if query := search.match(wanted.words, marks) if wanted.words.strip() else "":
        if search.is_complete(reader):
            found = "letter_words MATCH :match"
            where = found if wanted.basket is Basket.ALL else f"{found} AND {basket}"
            entries = wanted.basket is Basket.ALL
            return Selection(_FOUND, where, ("w.rowid",), values | {"match": query}, entries)
        basket, values = _look_at_each(basket, values, wanted.words)
    return Selection("letter l", basket, ("l.year_be", "l.number", "l.register"), values)


def _look_at_each(where: str, values: dict[str, Any], words: str) -> tuple[str, dict[str, Any]]:
    for place, word in enumerate(words.split()):
        where += f" AND (l.subject LIKE :w{place} OR l.from_party LIKE :w{place} OR l.book_number_key LIKE :k{place}"
        where += f" OR CAST(l.number AS TEXT) = :n{place})"
        plain = normalise(word)
        values |= {f"w{place}": f"%{word}%", f"k{place}": f"%{plain}%", f"n{place}": plain.lstrip("0")}
    return where, values
