"""Which letters of the register a list shows: the baskets, and the words that somebody looks for."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.letters.model import Basket
from desktop.letters.rules import CENTRAL, DUE_SOON
from desktop.office.ids import Id
from desktop.office.thai import normalise
from desktop.store import search
from desktop.store.reader import Reader

Anchor = tuple[int, int, str]
"""(year_be, number, register): where a page of the inbox begins; newest first."""


@dataclass(frozen=True)
class InboxFilter:
    """`unit_id`: the unit whose letters are "mine"; `words`: parts of subject, sender or numbers."""

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
"""Entries of the index come in the order of the inbox, so that the first page is there at once."""


@dataclass(frozen=True)
class Selection:
    """SQL of the letters wanted: what stands after FROM, WHERE and ORDER BY, and the values it names.

    `entries`: they are just these entries of the search index, which can be counted without looking at a letter.
    """

    source: str
    where: str
    order: str
    values: dict[str, Any]
    entries: bool = False

    def narrowed(self, more: str, **values: Any) -> "Selection":
        return Selection(self.source, f"{self.where} AND {more}", self.order, self.values | values)

    def up_to(self, anchor: Anchor) -> "Selection":
        """From the anchor on, which is a number and everything older."""
        if self.source == _FOUND:
            return self.narrowed("w.rowid <= :last", last=search.doc_range(*anchor[:2])[1])
        return self._beside("<=", anchor)

    def after(self, anchor: Anchor) -> "Selection":
        """What stands before the anchor, which is everything newer."""
        return self._beside(">", anchor)

    def _beside(self, how: str, anchor: Anchor) -> "Selection":
        """The first two are compared apart, because an index knows them."""
        year, number, register = anchor
        whole = f"(l.year_be, l.number, l.register) {how} (:year, :number, :register)"
        near = f"(l.year_be, l.number) {how.rstrip('=')}= (:year, :number)"
        return self.narrowed(f"{near} AND {whole}", year=year, number=number, register=register)


def select(reader: Reader, wanted: InboxFilter) -> Selection:
    """By the search index where it is complete, else by looking at every letter: the same letters, more slowly."""
    values: dict[str, Any] = {"unit": wanted.unit_id, "due": (wanted.today + DUE_SOON).isoformat()}
    basket = _BASKETS[wanted.basket]
    if query := search.match(wanted.words):
        if search.is_complete(reader):
            found = "letter_words MATCH :match AND w.rowid < :elsewhere"
            where = found if wanted.basket is Basket.ALL else f"{found} AND {basket}"
            values |= {"match": query, "elsewhere": search.ELSEWHERE}
            return Selection(_FOUND, where, "w.rowid DESC", values, entries=wanted.basket is Basket.ALL)
        basket, values = _look_at_each(basket, values, wanted.words)
    return Selection("letter l", basket, "l.year_be DESC, l.number DESC, l.register DESC", values)


def _look_at_each(where: str, values: dict[str, Any], words: str) -> tuple[str, dict[str, Any]]:
    for place, word in enumerate(words.split()):
        where += f" AND (l.subject LIKE :w{place} OR l.from_party LIKE :w{place} OR l.book_number_key LIKE :k{place}"
        where += f" OR CAST(l.number AS TEXT) = :n{place})"
        plain = normalise(word)
        values |= {f"w{place}": f"%{word}%", f"k{place}": f"%{plain}%", f"n{place}": plain.lstrip("0")}
    return where, values
