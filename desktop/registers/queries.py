"""Reads of the control register at a desk: plain SQL, frozen dataclasses out."""

from datetime import datetime
from typing import Any

from desktop.office.clock import from_utc_text, utc_text
from desktop.office.series import CASES, CERTIFICATES, PAPER_BOOKS, is_booked, is_money, register_of, supervisors
from desktop.registers.model import Book, Fate, Lent, OwnBook, PaperBook, RegisterAccount, Span, State
from desktop.registers.rules import account, runs_of
from desktop.store.reader import Reader

_KNOWN = "SELECT DISTINCT series, year_be FROM number_book ORDER BY year_be DESC, series"
_KEPT = "SELECT 1 FROM cursor WHERE bucket = ?"
_BOOKS = """
SELECT id, series, year_be, book_no, epoch, lo, hi, device_id, holder, state, leased_at, closed_at
FROM number_book WHERE series = ? AND year_be = ?
"""
_SPANS = "SELECT lo, hi, fate, reason, decided_by, at FROM number_span WHERE series = ? AND year_be = ?"
_RECEIPTS = """
SELECT r.number, EXISTS (SELECT 1 FROM receipt_void v WHERE v.office_id = r.office_id AND v.receipt_id = r.id)
FROM receipt r WHERE r.series = ? AND r.fiscal_year_be = ?
"""
_BILLS = """
SELECT number, 0 FROM bill WHERE series = :s AND fiscal_year_be = :y
UNION ALL SELECT number, 1 FROM bill_again WHERE series = :s AND fiscal_year_be = :y
"""
_LETTERS = "SELECT number, 0 FROM letter WHERE register = ? AND number < 1000000 AND year_be = ?"
_FURTHER = "SELECT number, 0 FROM letter_registration WHERE register = ? AND number < 1000000 AND year_be = ?"
_CASES = "SELECT number, 0 FROM citizen_case WHERE series = ? AND year_be = ?"
_CERTIFICATES = "SELECT number, 0 FROM certificate WHERE series = ? AND year_be = ?"
_ON_PAPER = f"""
SELECT id, series, year_be, book_no, epoch, lo, hi, device_id, holder, state, leased_at, closed_at
FROM number_book
WHERE (series LIKE '{PAPER_BOOKS}%' AND state = 'leased') OR (series = 'receipts' AND state = 'suspense')
ORDER BY year_be DESC, series DESC, lo
"""
_SETTLED = """
SELECT number FROM receipt WHERE series = :series AND fiscal_year_be = :year
UNION SELECT n FROM number_event
WHERE series = :series AND year_be = :year AND status IN ('issued', 'void', 'cancelled')
"""
_OWN = """
SELECT lease_id, series, year_be, book_no, lo, hi, next, valid_to, coalesce(closed_for, '') FROM lease
WHERE holder = (SELECT device_id FROM device)
ORDER BY closed_at IS NOT NULL, next > hi, series DESC, year_be DESC, lo
"""
_LENT = """
SELECT series, year_be, lo, hi, lender, borrower, lent_at,
  CASE device_id WHEN lender_id THEN 'lent' WHEN borrower_id THEN 'borrowed' ELSE '' END
FROM number_loan, device WHERE lent_at >= ? ORDER BY lent_at DESC, lo
"""
_MINE = "SELECT 1 FROM lease WHERE series = ? AND closed_at IS NULL AND holder = (SELECT device_id FROM device) LIMIT 1"
_RETURNED = "SELECT 1 FROM lease WHERE series = ? AND closed_for = 'returned' LIMIT 1"


class RegisterQueries:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def accounts(self) -> tuple[RegisterAccount, ...]:
        """Every register that this desk keeps, newest year first; none at a desk that only holds books of its own."""
        known = self._reader.rows(_KNOWN)
        return tuple(self.account_of(series, year) for series, year in known if self.keeps(series))

    def own_books(self) -> tuple[OwnBook, ...]:
        """Every book that this desk was given: those it takes numbers from first, then what is used up or closed."""
        return tuple(_own(row) for row in self._reader.rows(_OWN))

    def lent(self, since: datetime) -> tuple[Lent, ...]:
        """What desks lent each other since then, as far as this desk knows; the newest first."""
        rows = self._reader.rows(_LENT, (utc_text(since),))
        return tuple(_lent(row) for row in rows)

    def paper_books(self) -> tuple[PaperBook, ...]:
        """The books of which numbers still wait to be entered from paper, as far as this desk sees them."""
        found = (self._paper_book(_book(row)) for row in self._reader.rows(_ON_PAPER))
        return tuple(one for one in found if one.free)

    def awaits_paper(self, book: Book, n: int) -> bool:
        """Whether nothing is entered yet of a number of a paper book."""
        return any(one.book.id == book.id and one.awaits(n) for one in self.paper_books())

    def _paper_book(self, book: Book) -> PaperBook:
        spans = self._spans(book.series, book.year_be)
        waiting = set(range(book.lo, book.hi + 1))
        if book.state is State.SUSPENSE:
            waiting &= {n for span in spans if span.fate is Fate.SUSPENSE for n in range(span.lo, span.hi + 1)}
        waiting -= {n for span in spans if span.fate is Fate.CANCELLED for n in range(span.lo, span.hi + 1)}
        waiting -= {n for (n,) in self._reader.rows(_SETTLED, {"series": book.series, "year": book.year_be})}
        fate = Fate.SUSPENSE if book.state is State.SUSPENSE else Fate.UNUSED
        return PaperBook(book, runs_of(waiting, fate))

    def holds(self, series: str) -> bool:
        """Whether this desk may take numbers of the series now."""
        return self._reader.one(_MINE, (series,)) is not None

    def gave_back(self, series: str) -> bool:
        return self._reader.one(_RETURNED, (series,)) is not None

    def keeps(self, series: str) -> bool:
        """Whether this desk keeps the control register of the series: only then are gaps in it known for sure."""
        return self._reader.one(_KEPT, (supervisors(series),)) is not None

    def account_of(self, series: str, year: int) -> RegisterAccount:
        """What became of each number of one register, as far as this desk holds its books and papers."""
        place = (series, year)
        books = [_book(row) for row in self._reader.rows(_BOOKS, place)]
        spans = self._spans(series, year)
        found = sorted(self._papers(series, year), key=lambda one: not one[1])  # of two papers the one that stands
        papers = {number: Fate.VOID if void else Fate.ISSUED for number, void in found}
        return account(series, year, books, spans, papers)

    def _papers(self, series: str, year: int) -> list[tuple[Any, ...]]:
        if series.startswith(CERTIFICATES):
            return self._reader.rows(_CERTIFICATES, (series, year))
        if is_booked(series):
            if not is_money(series):
                return self._reader.rows(_BILLS, {"s": series, "y": year})
            return self._reader.rows(_RECEIPTS, (series, year))
        if series.startswith(CASES):
            return self._reader.rows(_CASES, (series, year))
        place = (register_of(series), year)
        return [*self._reader.rows(_LETTERS, place), *self._reader.rows(_FURTHER, place)]

    def _spans(self, series: str, year: int) -> list[Span]:
        return [
            Span(lo, hi, Fate(fate), reason, by, from_utc_text(at))
            for lo, hi, fate, reason, by, at in self._reader.rows(_SPANS, (series, year))
        ]


def _lent(row: tuple[Any, ...]) -> Lent:
    *place, at, ours = row
    values: tuple[Any, ...] = (*place, from_utc_text(at), ours)
    return Lent(*values)


def _own(row: tuple[Any, ...]) -> OwnBook:
    *place, valid_to, closed_for = row
    values: tuple[Any, ...] = (*place, from_utc_text(valid_to) if valid_to else None, closed_for)
    return OwnBook(*values)


def _book(row: tuple[Any, ...]) -> Book:
    state, leased_at, closed_at = row[9:]
    closed = from_utc_text(closed_at) if closed_at else None
    values: tuple[Any, ...] = (*row[:9], State(state), from_utc_text(leased_at), closed)
    return Book(*values)
