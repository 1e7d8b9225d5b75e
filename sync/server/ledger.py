"""The control register of number books in one transaction of the post office: read, written, and told to the feed."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from desktop.office.ids import Id
from desktop.office.mutation import Catalogue
from desktop.office.numbers import ISSUED, VOID
from desktop.office.rows import Row, Rows, SqlStore
from desktop.office.series import last_number
from desktop.office.tables import number_event
from desktop.registers.model import State
from desktop.registers.tables import number_book
from sync.server import feed
from sync.server.slate import Slate

_SERIES = (
    number_book.c.office_id == bindparam("office_id"),
    number_book.c.series == bindparam("series"),
    number_book.c.year_be == bindparam("year_be"),
)
_EVENTS = (
    number_event.c.office_id == bindparam("office_id"),
    number_event.c.series == bindparam("series"),
    number_event.c.year_be == bindparam("year_be"),
)
_LEASED = select(number_book).where(*_SERIES, number_book.c.state == State.LEASED).order_by(number_book.c.lo)
_HELD = select(number_book).where(
    number_book.c.office_id == bindparam("office_id"),
    number_book.c.device_id == bindparam("device_id"),
    number_book.c.state == State.LEASED,
)
_ALL = select(number_book).where(*_SERIES).order_by(number_book.c.lo, number_book.c.epoch)
_USED = select(func.max(number_event.c.n).label("n")).where(
    *_EVENTS, number_event.c.n.between(bindparam("lo"), bindparam("hi"))
)
_TOP = select(
    func.max(number_book.c.hi).label("hi"),
    func.max(number_book.c.book_no).label("book_no"),
    func.max(number_book.c.epoch).label("epoch"),
).where(*_SERIES)
_DAY = func.substr(number_event.c.at, 1, 10)
_PEAK = (
    select(func.count().label("numbers"))
    .where(*_EVENTS, number_event.c.n > bindparam("after"), number_event.c.status.in_((ISSUED, VOID)))
    .group_by(_DAY)
)
_LATELY = 5_000
"""The busiest day is looked for among so many last numbers."""
LAST_NUMBER = 99_999


class Ledger:
    """One office's books. The gate must be open, so that nobody else gives numbers out meanwhile; `publish` at last."""

    def __init__(self, connection: Connection, catalogue: Catalogue, office_id: int) -> None:
        self._connection = connection
        self._catalogue = catalogue
        self._office_id = office_id
        self._rows = Rows(SqlStore(connection, office_id), authority=True)

    def leased(self, series: str, year_be: int) -> Sequence[Row]:
        """Books that some desk may still use, lowest first."""
        return self._all(_LEASED, series, year_be)

    def books(self, series: str, year_be: int) -> Sequence[Row]:
        return self._all(_ALL, series, year_be)

    def held_by(self, device_id: Id) -> Sequence[Row]:
        """All books, of whatever series, that a device may still use."""
        return self._rows.all(_HELD, device_id=device_id)

    def book(self, book_id: Id) -> Row | None:
        return self._rows.find(number_book, book_id)

    def used(self, series: str, year_be: int, lo: int = 1, hi: int | None = None) -> int:
        """The highest number of the range (or of all) that has an event; 0 when there is none."""
        found: int | None = self._all(_USED, series, year_be, lo=lo, hi=hi or last_number(series))[0]["n"]
        return found or 0

    def left(self, book: Row) -> int:
        """The first number of a book that is not known to be used."""
        lo: int = book["lo"]
        return max(lo, self.used(book["series"], book["year_be"], lo, book["hi"]) + 1)

    def beyond(self, series: str, year_be: int) -> int:
        """The first number that no paper bears and no desk was ever given."""
        given: int | None = self._all(_TOP, series, year_be)[0]["hi"]
        return max(given or 0, self.used(series, year_be)) + 1

    def last(self, series: str, year_be: int) -> tuple[int, int]:
        """The last book number and the last epoch."""
        found = self._all(_TOP, series, year_be)[0]
        return found["book_no"] or 0, found["epoch"] or 0

    def peak_day(self, series: str, year_be: int) -> int:
        """How many numbers the busiest of the last days took."""
        after = self.used(series, year_be) - _LATELY
        return max((row["numbers"] for row in self._all(_PEAK, series, year_be, after=after)), default=0)

    def add(self, book_id: Id, *, state: State = State.LEASED, **values: Any) -> Row:
        """Writes a new book."""
        self._rows.insert(number_book, book_id, state=state.value, closed_at=None, **values)
        made = self.book(book_id)
        assert made is not None
        return made

    def change(self, book: Row, **values: Any) -> None:
        self._rows.update(number_book, book, **values)

    def publish(self) -> None:
        """Tells the feed what was written; the last thing of the transaction."""
        if self._rows.touched:
            feed.publish(
                self._connection, self._catalogue, Slate(self._connection, self._office_id), self._rows.touched
            )

    def _all(self, query: Select[Any], series: str, year_be: int, **values: Any) -> Sequence[Row]:
        return self._rows.all(query, series=series, year_be=year_be, **values)
