"""Receipts found by whose they are, by their number, or by how the payer's name begins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop.cashier.model import Receipt
from desktop.cashier.queries import CashierQueries
from desktop.cashier.rules import number_words
from desktop.office.clock import from_utc_text
from desktop.office.ids import Id
from desktop.office.titles import first_found, usual

_IN_NAME = """
SELECT id FROM (SELECT id FROM receipt WHERE payer_name = ? ORDER BY issued_at DESC, office_id DESC, id DESC LIMIT ?)
"""
_OF_BILLS = """
SELECT l.receipt_id FROM bill b JOIN bill_payment p ON p.bill_id = b.id JOIN payment_receipt l ON l.payment_id = p.id
WHERE b.{column} = ?
"""
_SAID = """
WITH newest (office_id, id, at) AS MATERIALIZED (
 SELECT r.office_id, r.id, r.issued_at FROM receipt r WHERE r.office_id = (SELECT office_id FROM device)
  AND r.id IN ({own}) ORDER BY r.issued_at DESC, r.id DESC LIMIT ?
)
SELECT r.id, r.fiscal_year_be, r.counter, r.number, r.issued_at, r.total_satang,
       EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = r.id),
       (SELECT group_concat(description, ', ') FROM
        (SELECT l.description FROM receipt_line l WHERE l.receipt_id = r.id ORDER BY l.line))
FROM newest n CROSS JOIN receipt r ON r.office_id = n.office_id AND r.id = n.id ORDER BY n.at DESC, n.id DESC
"""
"""Which ones they are is settled first: what a line says is read of those alone."""
_HERE = "r.office_id = (SELECT office_id FROM device)"
_NAMES = """
WITH RECURSIVE one (name, place) AS (
 SELECT (SELECT min(payer_name) FROM receipt WHERE payer_name >= :first AND payer_name < :end), 1 UNION ALL
 SELECT (SELECT min(payer_name) FROM receipt WHERE payer_name > one.name AND payer_name < :end), place + 1
 FROM one WHERE name IS NOT NULL AND place < :most
) SELECT name FROM one
"""
_NEWEST = "SELECT id FROM receipt WHERE payer_name = ? ORDER BY issued_at DESC LIMIT ?"
_LAST = "\uffff"
"""After every letter that a name may go on with."""


@dataclass(frozen=True)
class Said:
    """A receipt as one line of somebody's matters. `number`: as people say it; `what`: what was paid for."""

    id: Id
    number: str
    issued_at: datetime
    total_satang: int
    is_void: bool
    what: str


class FoundReceipts(CashierQueries):
    def said_of(self, people: Sequence[Id], houses: Sequence[Id], name: str, most: int) -> tuple[Said, ...]:
        """The newest receipts for bills of these people or houses, or in exactly this name; the newest first."""
        columns = [("person_id", one) for one in people] + [("house_id", one) for one in houses]
        own = [_OF_BILLS.format(column=column) for column, _ in columns]
        values: list[Any] = [one for _, one in columns]
        if name:
            own.append(_IN_NAME)
            values += (name, most)
        if not own:
            return ()
        return tuple(map(_said, self._reader.rows(_SAID.format(own=" UNION ".join(own)), (*values, most))))

    def numbered(
        self, year_be: int, number: int, counter: str | None = None, book_no: int | None = None
    ) -> tuple[Receipt, ...]:
        """The receipts that bear a number, of a counter or a book where it is known."""
        where, values = "r.fiscal_year_be = ? AND r.number = ?", [year_be, number]
        found = self._found(f"{where} ORDER BY r.issued_at DESC", values)
        return tuple(one for one in found if counter in (None, one.counter) and book_no in (None, one.book_no))

    def named_like(self, typed: str, most: int = 5) -> tuple[Receipt, ...]:
        """The newest receipts in a name that begins so, with a usual title before it or without."""
        return first_found(typed, lambda name: self._begun(name, most))

    def _begun(self, typed: str, most: int) -> tuple[Receipt, ...]:
        ids: list[Id] = []
        for name in sorted(self._names(typed, most)):
            ids += (row[0] for row in self._reader.rows(_NEWEST, (name, most - len(ids))))
            if len(ids) == most:
                break
        if not ids:
            return ()
        order = "ORDER BY r.payer_name, r.issued_at DESC"
        return self._found(f"{_HERE} AND r.id IN ({', '.join('?' * len(ids))}) {order}", ids)

    def _names(self, typed: str, most: int) -> Iterator[str]:
        """The first names that begin so, however many receipts each has."""
        for title in ("", *usual()):
            asked = {"first": title + typed, "end": title + typed + _LAST, "most": most}
            yield from (name for (name,) in self._reader.rows(_NAMES, asked) if name)


def _said(row: Sequence[Any]) -> Said:
    receipt_id, *number, at, satang, void, what = row
    return Said(receipt_id, number_words(*number), from_utc_text(at), satang, bool(void), what or "")
