"""Which leaf of the register books is looked at, and what stands on it; no widgets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from threading import Lock

from desktop.accounts.model import Session
from desktop.application import Office
from desktop.letters.loans import LentFile
from desktop.letters.register_books import BookAnchor, BookLine, Leaf, RegisterBook, RegisterBooks
from desktop.letters.rules import CENTRAL
from desktop.office.dates import local_date, year_be
from desktop.office.ids import Id


class Page:
    """One reading of a leaf: how many lines, the first page, and any other page when somebody scrolls there."""

    def __init__(self, books: RegisterBooks, leaf: Leaf, size: int) -> None:
        self._books, self.leaf, self._size = books, leaf, size
        self._anchors: Sequence[BookAnchor] | None = None
        self._one_at_a_time = Lock()
        self.total = books.count(leaf)
        self.first = tuple(books.page(leaf, size))

    def page(self, number: int) -> Sequence[BookLine]:
        """Reads the store; any thread."""
        if number == 0:
            return self.first
        with self._one_at_a_time:
            if self._anchors is None:
                self._anchors = self._books.anchors(self.leaf, self._size)
        return self._books.page(self.leaf, self._size, self._anchors[number]) if number < len(self._anchors) else ()


@dataclass(frozen=True)
class Shelf:
    """What the screen reads in one go: every register, the leaf that is looked at, the files that are out."""

    books: tuple[RegisterBook, ...]
    page: Page
    lent: tuple[LentFile, ...]


class BookPresenter:
    """`leaf` is what is wanted; `read` and `place` read the store, on any thread."""

    def __init__(self, office: Office, session: Session) -> None:
        self._office, self._session = office, session
        self.leaf = Leaf(CENTRAL, year_be(self.today))

    @property
    def today(self) -> date:
        return local_date(self._office.clock.now())

    def read(self, leaf: Leaf, size: int) -> Shelf:
        books = self._office.register_books
        shelves = books.books(self._session.registers, year_be(self.today))
        return Shelf(shelves, Page(books, standing(shelves, leaf), size), self._office.loan_queries.out())

    def place(self, leaf: Leaf, number: int) -> int:
        """How many lines stand above a number."""
        return self._office.register_books.place(leaf, number)

    def give_back(self, loan_id: Id) -> None:
        """The file is back; for the writer's lane."""
        self._office.keeping(self._session.person).give_back(loan_id)

    def late(self) -> int:
        return self._office.loan_queries.late(self.today)


def standing(books: Sequence[RegisterBook], leaf: Leaf) -> Leaf:
    """The leaf that is wanted, or the nearest that there is: another year of that register, else the first register."""
    found = next((book for book in books if book.register == leaf.register), None) or next(iter(books), None)
    if found is None or (found.register == leaf.register and leaf.year_be in found.years):
        return leaf
    return Leaf(found.register, found.years[0], leaf.day if found.register == leaf.register else None)
