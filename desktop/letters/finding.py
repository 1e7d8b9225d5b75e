"""Which letters of the register a list shows: the baskets, and the words that somebody looks for."""

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from desktop.letters.authority_queries import AuthorityQueries
from desktop.letters.baskets import BASKETS
from desktop.letters.deputies import Deputy
from desktop.letters.model import Basket, Order
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
    """`unit_id`, `person_id`: whose letters are "mine"; `words`: parts of whatever is known of a letter."""

    basket: Basket
    unit_id: Id
    today: date
    words: str = ""
    order: Order = Order.NEWEST
    person_id: Id = b""


_URGENCY = "CASE l.urgency WHEN 'most_urgent' THEN 3 WHEN 'very_urgent' THEN 2 ELSE 1 END"
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
    rising: bool = False

    @property
    def order(self) -> str:
        return ", ".join(f"{key} {'ASC' if self.rising else 'DESC'}" for key in self.keys)

    def narrowed(self, more: str, **values: Any) -> "Selection":
        return replace(self, where=f"{self.where} AND {more}", values=self.values | values)

    def from_(self, anchor: Anchor) -> "Selection":
        """The anchor and everything behind it."""
        return self._placed(">=" if self.rising else "<=", anchor)

    def before(self, anchor: Anchor) -> "Selection":
        return self._placed("<" if self.rising else ">", anchor)

    def _placed(self, sign: str, anchor: Anchor) -> "Selection":
        """The first two keys are compared apart, because an index knows them."""
        named = {f"key{place}": value for place, value in enumerate(anchor)}
        near = f"({', '.join(self.keys[:2])}) {sign.rstrip('=')}= ({', '.join(f':{name}' for name in [*named][:2])})"
        whole = f"({', '.join(self.keys)}) {sign} ({', '.join(f':{name}' for name in named)})"
        return self.narrowed(f"{near} AND {whole}" if len(anchor) > 2 else whole, **named)


def select(reader: Reader, wanted: InboxFilter) -> Selection:
    """By the search index where it is complete, else by looking at every letter: the same letters, more slowly."""
    return _ordered(_chosen(reader, wanted), wanted.order)


def _ordered(of: Selection, order: Order) -> Selection:
    if order is Order.NEWEST:
        return of
    number = ("l.year_be", "l.number", "l.register")
    if order is Order.DUE:
        dated = of.narrowed("l.due_date IS NOT NULL")
        return replace(dated, keys=("l.due_date", *number), entries=False, rising=True)
    if order is Order.URGENCY:
        urgent = of.narrowed("l.urgency <> 'normal'")
        return replace(urgent, keys=(_URGENCY, *number), entries=False)
    return replace(of, keys=number if of.source != _FOUND else of.keys, rising=True)


def _chosen(reader: Reader, wanted: InboxFilter) -> Selection:
    values: dict[str, Any] = {
        "unit": wanted.unit_id,
        "me": wanted.person_id,
        "today": wanted.today.isoformat(),
        "due": (wanted.today + DUE_SOON).isoformat(),
        "acting": acting(reader, wanted),
    }
    basket = BASKETS[wanted.basket]
    marks = [[mark("r", CENTRAL)]] if wanted.basket is Basket.ALL else []
    if query := search.match(wanted.words, marks) if wanted.words.strip() else "":
        if search.is_complete(reader):
            found = "letter_words MATCH :match"
            where = found if wanted.basket is Basket.ALL else f"{found} AND {basket}"
            entries = wanted.basket is Basket.ALL
            return Selection(_FOUND, where, ("w.rowid",), values | {"match": query}, entries)
        basket, values = _look_at_each(basket, values, wanted.words)
    return Selection("letter l", basket, ("l.year_be", "l.number", "l.register"), values)


def acting(reader: Reader, wanted: InboxFilter) -> str:
    """The posts for which the person acts on that day, as JSON: hex ids, each with a kind behind it if that is all."""
    if wanted.basket not in (Basket.RECEIVE, Basket.ENDORSE):
        return "[]"
    found = AuthorityQueries(reader).deputies(wanted.today)
    entries = [entry for one in found if one.person.id == wanted.person_id for entry in _entries(one)]
    return json.dumps(entries)


def _entries(one: Deputy) -> list[str]:
    post, limits = one.post.id.hex().upper(), [order.kinds for order in one.standing.chain if order.kinds]
    return [post + kind for kind in sorted(frozenset.intersection(*limits))] if limits else [post]


def _look_at_each(where: str, values: dict[str, Any], words: str) -> tuple[str, dict[str, Any]]:
    for place, word in enumerate(words.split()):
        where += f" AND (l.subject LIKE :w{place} OR l.from_party LIKE :w{place} OR l.book_number_key LIKE :k{place}"
        where += f" OR CAST(l.number AS TEXT) = :n{place})"
        plain = normalise(word)
        values |= {f"w{place}": f"%{word}%", f"k{place}": f"%{plain}%", f"n{place}": plain.lstrip("0")}
    return where, values
