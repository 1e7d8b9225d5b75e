"""Receipts found by whose they are, by their number, or by how the payer's name begins."""

from collections.abc import Sequence

from desktop.cashier.model import Receipt
from desktop.cashier.queries import CashierQueries
from desktop.office.ids import Id

_OF_BILLS = """
SELECT l.receipt_id FROM bill b JOIN bill_payment p ON p.bill_id = b.id JOIN payment_receipt l ON l.payment_id = p.id
WHERE b.{column} = ?
"""
_TITLES = ("", "นาย", "นาง", "นางสาว")
_LAST = "\uffff"
"""After every letter that a name may go on with."""


class FoundReceipts(CashierQueries):
    def of(self, person_ids: Sequence[Id], house_ids: Sequence[Id] = (), most: int = 100) -> tuple[Receipt, ...]:
        """The newest receipts for bills of these people or houses, newest first."""
        columns = [("person_id", one) for one in person_ids] + [("house_id", one) for one in house_ids]
        if not columns:
            return ()
        own = " UNION ".join(_OF_BILLS.format(column=column) for column, _ in columns)
        where = f"r.office_id = (SELECT office_id FROM device) AND r.id IN ({own})"
        return self._found(f"{where} ORDER BY r.issued_at DESC LIMIT ?", (*(one for _, one in columns), most))

    def numbered(
        self, year_be: int, number: int, counter: str | None = None, book_no: int | None = None
    ) -> tuple[Receipt, ...]:
        """The receipts that bear a number, of a counter or a book where it is known."""
        where, values = "r.fiscal_year_be = ? AND r.number = ?", [year_be, number]
        found = self._found(f"{where} ORDER BY r.issued_at DESC", values)
        return tuple(one for one in found if counter in (None, one.counter) and book_no in (None, one.book_no))

    def named_like(self, typed: str, most: int = 5) -> tuple[Receipt, ...]:
        """The newest receipts in a name that begins so, with a title before it or without."""
        where = " OR ".join("(r.payer_name >= ? AND r.payer_name < ?)" for _ in _TITLES)
        values = [bound for title in _TITLES for bound in (title + typed, title + typed + _LAST)]
        return self._found(f"{where} ORDER BY r.payer_name, r.issued_at DESC LIMIT ?", (*values, most))
