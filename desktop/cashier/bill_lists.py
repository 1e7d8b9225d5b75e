"""Which bills a list holds, in which order, and what all of them come to: asked of what the store keeps ready.

A word stands in the payer's name; figures are a bill's number too, or how its reference begins. Where few names hold
the words, the index of names knows them; of many names the first bills are met soon on the way through all.
"""

import json
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any

from desktop.cashier.asked import Asked
from desktop.cashier.bill_model import BillState, BillSums, BillView
from desktop.cashier.bill_rules import reference_in
from desktop.office.ids import Id
from desktop.office.thai import normalise
from desktop.store.names import Named, maybe

_STATES = {
    BillView.OPEN: (BillState.OPEN,),
    BillView.OVERDUE: (BillState.OPEN,),
    BillView.WAITING: (BillState.WAITING,),
    BillView.PAID: (BillState.PAID,),
    BillView.ALL: tuple(BillState),
}
_FEW_NAMES = 1_000
_BY_NAME = 4_000
"""Bills of so few are put in order; of more the first ones are met soon on the way through all."""
_NAMED = "(SELECT value FROM json_each(:names))"
_REFERENCE_FROM = 7
"""Fewer figures begin the references of too many bills."""
_ORDER = "ORDER BY l.due_on, l.number"
_REFERRED = """
SELECT id FROM bill WHERE reference = :reference UNION SELECT bill_id FROM bill_again WHERE reference = :reference
"""
_LISTED = "SELECT l.due_on, l.number, l.bill_id, l.total_satang FROM"
_NUMBERED = f"""
{_LISTED} bill_list l WHERE (l.number = :figure OR l.bill_id IN (
 SELECT id FROM bill WHERE reference >= :begins AND reference < :ends))
"""


class BillLists:
    """One list. `words` as somebody types them."""

    def __init__(self, reader: Asked, view: BillView, words: str, today: date) -> None:
        self._reader = reader
        self._states = _STATES[view]
        self._reference = reference_in(words)
        self._words = normalise(words).split()
        self._values: dict[str, Any] = {f"w{place}": f"%{_plain(word)}%" for place, word in enumerate(self._words)}
        self._values |= {f"s{place}": word for place, word in enumerate(self._words)}
        self._values |= {"today": today.isoformat(), "reference": self._reference}
        self._due = "AND l.due_on < :today" if view is BillView.OVERDUE else ""

    def first(self, most: int) -> list[Id]:
        """The bills due first; a reference leads to its bill in every list."""
        if self._reference:
            return [bytes(one) for (one,) in self._reader.rows(_REFERRED, self._values)]
        found = [*self._named(most), *self._numbered()]
        return [bytes(bill_id) for _, _, bill_id, _ in sorted(found)[:most]]

    def sums(self) -> BillSums:
        """Of all, also of those that no list shows."""
        if self._reference:
            found = f"SELECT l.total_satang FROM bill_list l WHERE l.bill_id IN ({_REFERRED})"
            one = self._reader.rows(found, self._values)
            return BillSums(len(one), sum(satang for (satang,) in one))
        numbered = self._numbered()
        many, satang = self._sums_of_names()
        return BillSums(many + len(numbered), satang + sum(row[3] for row in numbered))

    @cached_property
    def _names(self) -> list[str] | None:
        """The names that hold every word; None where they are many, or no word was given."""
        if not self._words:
            return None
        names = maybe(self._reader.rows, Named.PAYER, self._words, _FEW_NAMES)
        return names if names is None else [name for name in names if self._holds(name)]

    @cached_property
    def _named_values(self) -> dict[str, Any]:
        return self._values | {"names": json.dumps(self._names)}

    def _sums_of_names(self) -> tuple[int, int]:
        row = self._overdue() if self._due and self._words else self._tally()
        return (int(row[0]), int(row[1])) if row else (0, 0)

    def _overdue(self) -> tuple[Any, ...] | None:
        which = f"count(*), coalesce(sum(l.total_satang), 0) FROM bill_list l WHERE {self._of('open')}"
        return self._reader.one(f"SELECT {which} AND {self._held('l.payer_name')}", self._named_values)

    def _tally(self) -> tuple[Any, ...] | None:
        """How many bills there are in all, and their sum; of names also those that are not overdue."""
        states = ", ".join(f"'{state}'" for state in self._states)
        kept = f"bill_payer WHERE {self._held('name')}" if self._words else f"bill_due l WHERE 1 {self._due}"
        sums = f"SELECT coalesce(sum(many), 0), coalesce(sum(satang), 0) FROM {kept} AND state IN ({states})"
        return self._reader.one(sums, self._named_values)

    def _named(self, most: int) -> Iterator[tuple[Any, ...]]:
        """The first bills of each state whose payer's name holds every word."""
        if self._names == []:
            return
        through_names = self._names is not None and (self._tally() or (0,))[0] <= _BY_NAME
        held = f"l.payer_name IN {_NAMED}" if through_names else self._like("l.payer_name")
        for state in self._states:
            where = f"bill_list l WHERE {held} AND {self._of(state)}"
            yield from self._reader.rows(f"{_LISTED} {where} {_ORDER} LIMIT {most}", self._named_values)

    def _numbered(self) -> list[tuple[Any, ...]]:
        """Bills of this number, or whose reference begins so, and whose payer's name does not hold the figures."""
        figures = self._words[0] if len(self._words) == 1 else ""
        if not (figures.isascii() and figures.isdecimal()) or len(figures) > _REFERENCE_FROM + 3:
            return []
        begins = figures if len(figures) >= _REFERENCE_FROM else "-"
        values = self._values | {"figure": int(figures), "begins": begins, "ends": begins + ":"}
        states = ", ".join(f"'{state}'" for state in self._states)
        rest = f"AND l.state IN ({states}) {self._due} AND NOT {self._like('l.payer_name')}"
        return self._reader.rows(f"{_NUMBERED} {rest}", values)

    def _of(self, state: str) -> str:
        return f"l.state = '{state}' {self._due}"

    def _holds(self, name: str) -> bool:
        return all(word in name.casefold() for word in self._words)

    def _held(self, name: str) -> str:
        return self._like(name) if self._names is None else f"{name} IN {_NAMED}"

    def _like(self, name: str) -> str:
        held = (
            f"{name} LIKE :w{place} ESCAPE '!'" if _has_case(word) else f"instr({name}, :s{place}) > 0"
            for place, word in enumerate(self._words)
        )  # fmt: skip
        return f"({' AND '.join(held) or '1'})"


def _plain(word: str) -> str:
    """Signs that mean something to LIKE mean themselves."""
    return "".join(f"!{sign}" if sign in "!%_" else sign for sign in word)


def _has_case(word: str) -> bool:
    """Letters that LIKE finds large and small; of all others `instr` finds the same in a third of the time."""
    return any(sign.isascii() and sign.isalpha() for sign in word)
