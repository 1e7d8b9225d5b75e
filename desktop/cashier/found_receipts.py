"""Receipts found by whose they are, by their number, or by how the payer's name begins."""

from collections.abc import Iterator, Sequence

from desktop.cashier.model import Receipt
from desktop.cashier.queries import CashierQueries
from desktop.office.ids import Id
from desktop.office.titles import first_found, usual

_OF_BILLS = """
SELECT l.receipt_id FROM bill b JOIN bill_payment p ON p.bill_id = b.id JOIN payment_receipt l ON l.payment_id = p.id
WHERE b.{column} = ?
"""
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


class FoundReceipts(CashierQueries):
    def of(self, person_ids: Sequence[Id], house_ids: Sequence[Id] = (), most: int = 100) -> tuple[Receipt, ...]:
        """The newest receipts for bills of these people or houses, newest first."""
        columns = [("person_id", one) for one in person_ids] + [("house_id", one) for one in house_ids]
        if not columns:
            return ()
        own = " UNION ".join(_OF_BILLS.format(column=column) for column, _ in columns)
        where = f"{_HERE} AND r.id IN ({own})"
        return self._found(f"{where} ORDER BY r.issued_at DESC LIMIT ?", (*(one for _, one in columns), most))

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
