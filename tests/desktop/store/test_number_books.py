"""Every number once, in order, none beyond its book: whatever crashes, new books and year ends come in between."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from desktop.cashier.rules import SERIES
from desktop.catalogue import catalogue
from desktop.office.clock import ManualClock, utc_text
from desktop.office.dates import fiscal_year_be, local_date
from desktop.office.errors import OfficeError
from desktop.office.numbers import Taken
from desktop.office.proof import GENESIS
from desktop.store.desk import Desk
from desktop.store.keys import DeskKeys
from desktop.store.unit_of_work import UnitOfWork

SEPTEMBER = datetime(2026, 9, 28, 3, 0, tzinfo=UTC)
_LEASE = """
INSERT INTO lease VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, zeroblob(16), NULL, NULL)
ON CONFLICT (lease_id) DO UPDATE SET next = max(next, excluded.next)
"""


class _PowerCutError(Exception):
    pass


class Books(RuleBasedStateMachine):
    """A desk that takes receipt numbers; the model is the list of numbers that a person has seen."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory(prefix="thesaban-books-")
        self._keys = DeskKeys(os.urandom(32))
        self.clock = ManualClock(SEPTEMBER)
        self.desk = self._open()
        values = (bytes(16), 1, "C1", "", b"", 0, GENESIS, "C1", "")
        self.desk.settle("INSERT INTO device VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        self.seen: list[Taken] = []
        self.leased: dict[int, list[tuple[int, int, int]]] = {}

    def _open(self) -> Desk:
        return Desk(Path(self._folder.name), self._keys, self.clock, catalogue)

    @property
    def year(self) -> int:
        return fiscal_year_be(local_date(self.clock.now()))

    @rule(size=st.integers(1, 4), ahead=st.booleans())
    def new_book(self, size: int, ahead: bool) -> None:
        year = self.year + ahead
        books = self.leased.setdefault(year, [])
        lo = books[-1][2] + 1 if books else 1
        ends = utc_text(datetime(year - 543, 9, 30, 17, tzinfo=UTC))
        book = (len(books) + 1, lo, lo + size - 1)
        books.append(book)
        self.desk.settle(_LEASE, (os.urandom(16), SERIES, year, *book, lo, ends))

    @rule(which=st.integers(0, 20))
    def a_book_comes_again(self, which: int) -> None:
        """A lost answer brings the same lease a second time: it must not go back."""
        held = self.desk.reader.rows("SELECT lease_id, series, year_be, book_no, lo, hi, lo, valid_to FROM lease")
        if held:
            self.desk.settle(_LEASE, held[which % len(held)])

    @rule()
    def take(self) -> None:
        left = self._left()
        try:
            taken = self.desk.write(lambda unit: unit.take_number(SERIES, self.year))
        except OfficeError as error:
            assert error.code == "numbers.none_left"  # noqa: PT017
            assert left == 0
        else:
            assert left > 0
            self.seen.append(taken)

    @rule()
    def an_act_fails_after_its_number_was_taken(self) -> None:
        """Nothing was printed, so the number is free for the next receipt: no gap."""

        def act(unit: UnitOfWork) -> None:
            unit.take_number(SERIES, self.year)
            raise _PowerCutError

        try:
            self.desk.write(act)
        except (_PowerCutError, OfficeError):
            return

    @rule()
    def crash(self) -> None:
        self.desk.close()
        self.desk = self._open()

    @rule(days=st.sampled_from([1, 2, 200]))
    def days_pass(self, days: int) -> None:
        self.clock.advance(timedelta(days=days))

    def _left(self) -> int:
        given = sum(hi - lo + 1 for _, lo, hi in self.leased.get(self.year, []))
        return given - sum(taken.year_be == self.year for taken in self.seen)

    @invariant()
    def each_number_once_in_order_and_from_its_book(self) -> None:
        for year, books in self.leased.items():
            numbers = [taken.n for taken in self.seen if taken.year_be == year]
            assert numbers == list(range(1, len(numbers) + 1))
            for taken in self.seen:
                if taken.year_be == year:
                    assert any(no == taken.book_no and lo <= taken.n <= hi for no, lo, hi in books)

    def teardown(self) -> None:
        self.desk.close()
        self._folder.cleanup()


TestNumberBooks = Books.TestCase
TestNumberBooks.settings = settings(max_examples=25, stateful_step_count=30)
