"""Numbers from leased books: taken inside the transaction that writes the paper, never given back."""

from sqlalchemy import Connection, bindparam, select

from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.numbers import Taken
from desktop.store.tables import lease

_OPEN = (
    select(lease)
    .where(
        lease.c.series == bindparam("series"),
        lease.c.year_be == bindparam("year_be"),
        lease.c.next <= lease.c.hi,
        (lease.c.valid_to.is_(None)) | (lease.c.valid_to > bindparam("now")),
        lease.c.closed_at.is_(None),
        lease.c.holder == bindparam("holder"),
    )
    .order_by(lease.c.lo)
    .limit(1)
)
_STEP = lease.update().where(lease.c.lease_id == bindparam("which")).values(next=bindparam("after"))


def take(connection: Connection, series: str, year_be: int, now: str, holder: Id) -> Taken:
    """The next number of the desk's oldest open book; OfficeError `numbers.none_left` when there is none.

    `now` is UTC text: a book is not used past the end of its year, nor by another device than its `holder`.
    """
    asked = {"series": series, "year_be": year_be, "now": now, "holder": holder}
    book = connection.execute(_OPEN, asked).first()
    if book is None:
        raise OfficeError("numbers.none_left", series=series, year=year_be)
    connection.execute(_STEP, {"which": book.lease_id, "after": book.next + 1})
    return Taken(series, year_be, book.next, book.lease_id, book.epoch, book.book_no)
