"""What is decided about numbers without a paper. All are facts: who gives a book back has stopped using it."""

from typing import Any

import msgspec

from desktop.accounts.tables import staff
from desktop.office.ids import Id
from desktop.office.mutation import Context, Entity, Kind, Look, Mutation, Row, Rows
from desktop.office.numbers import CANCELLED, SUSPENSE, write_off
from desktop.office.series import PAPER_BOOKS, is_booked, supervisors
from desktop.registers.lending import LEND, LOANS
from desktop.registers.model import State
from desktop.registers.tables import number_book, number_span

MOST_AT_ONCE = 10_000
"""Numbers that one act may write off."""


class CloseBook(msgspec.Struct, frozen=True):
    """The holder has stopped using a book; from `lo` on it printed none. `hi` is the last number it knew to be its.

    `reason`: year_end, or returned (a letter register goes back to the centre for the next holder).
    """

    lease_id: bytes
    series: str
    year_be: int
    lo: int
    hi: int
    reason: str
    span_id: bytes
    closed_by: str = ""


class Successor(msgspec.Struct, frozen=True):
    """Who holds a register from here on."""

    lease_id: bytes
    epoch: int
    lo: int
    hi: int
    device_id: bytes
    holder: str


class Suspend(msgspec.Struct, frozen=True):
    """A book is taken from its holder: `lo`..`hi` may have been printed. `decided_by` names who answers for it."""

    lease_id: bytes
    lo: int
    hi: int
    reason: str
    decided_by: str
    span_id: bytes
    successor: Successor | None = None


class Cancel(msgspec.Struct, frozen=True):
    """Numbers in suspense that were never printed after all."""

    series: str
    year_be: int
    lo: int
    hi: int
    reason: str
    decided_by: str
    span_id: bytes


class Reconcile(msgspec.Struct, frozen=True):
    """The year of a series is closed."""

    series: str
    year_be: int
    decided_by: str


class PaperBook(msgspec.Struct, frozen=True):
    """A printed book is handed to a counter, to be filled in by hand when nothing else goes."""

    book_id: bytes
    series: str
    year_be: int
    book_no: int
    lo: int
    hi: int
    device_id: bytes
    holder: str


class SpoilPaper(msgspec.Struct, frozen=True):
    """Numbers of a book on paper that bear no receipt, because the paper was spoilt or is lost.

    `decided_by` names who says so and who witnessed it; `witness_id` is the second of them, who is never the first.
    """

    book_id: bytes
    series: str
    year_be: int
    lo: int
    hi: int
    reason: str
    decided_by: str
    witness_id: bytes
    span_id: bytes


def close_book(rows: Rows, body: CloseBook, context: Context) -> None:
    book = rows.find(number_book, body.lease_id)
    if context.authority and not _may_close(rows, book, body, context):
        return
    state = book["state"] if book else State.LEASED
    sequence_goes_on = not is_booked(body.series) and state != State.SUSPENSE
    if not sequence_goes_on:
        whole = msgspec.structs.replace(body, hi=book["hi"]) if book else body
        _write_off(rows, body.lease_id, whole, CANCELLED, body.closed_by, context)
    if book is not None and state != State.RECONCILED:
        end: dict[str, Any] = {"hi": body.lo - 1} if sequence_goes_on else {}
        rows.update(number_book, book, state=State.CLOSED.value, closed_at=context.at, **end)


def _may_close(rows: Rows, book: Row | None, body: CloseBook, context: Context) -> bool:
    mine = book is not None and book["device_id"] == context.device_id
    if book is None or not mine or not book["lo"] <= body.lo <= book["hi"] + 1:
        rows.flag("number.not_your_book", series=body.series, year_be=body.year_be, n=body.lo)
        return False
    return True


def suspend(rows: Rows, body: Suspend, context: Context) -> None:
    book = rows.find(number_book, body.lease_id)
    if book is None:
        return
    rows.update(number_book, book, state=State.SUSPENSE.value, closed_at=context.at)
    part = Cancel(book["series"], book["year_be"], body.lo, body.hi, body.reason, body.decided_by, body.span_id)
    _write_off(rows, body.lease_id, part, SUSPENSE, body.decided_by, context)
    if body.successor is not None:
        given = msgspec.structs.asdict(body.successor)
        given |= {"series": book["series"], "year_be": book["year_be"], "book_no": 0}
        _insert(rows, given.pop("lease_id"), context, **given)


def cancel(rows: Rows, body: Cancel, context: Context) -> None:
    _write_off(rows, bytes(16), body, CANCELLED, body.decided_by, context)


def spoil_paper(rows: Rows, body: SpoilPaper, context: Context) -> None:
    if context.authority:
        _look_at_spoilt(rows, body, context)
    _write_off(rows, body.book_id, body, CANCELLED, body.decided_by, context)


def _look_at_spoilt(rows: Rows, body: SpoilPaper, context: Context) -> None:
    """It happened, and is kept; what is odd about it goes before a person."""
    told: dict[str, Any] = {"series": body.series, "year_be": body.year_be, "n": body.lo}
    book = rows.find(number_book, body.book_id)
    if not on_paper(book, body.series, body.year_be, body.lo, body.hi):
        rows.flag("number.not_your_book", **told)
    witness = rows.find(staff, body.witness_id)
    if witness is None or not witness["active"] or body.witness_id == context.user_id:
        rows.flag("number.no_witness", **told)


def on_paper(book: Row | None, series: str, year_be: int, lo: int, hi: int) -> bool:
    """Whether these numbers are of a book whose receipts are on paper: filled in by hand, or of a lost desk."""
    if book is None or (book["series"], book["year_be"]) != (series, year_be):
        return False
    by_hand = series.startswith(PAPER_BOOKS) or book["state"] == State.SUSPENSE
    return by_hand and bool(book["lo"] <= lo <= hi <= book["hi"])


def reconcile(rows: Rows, body: Reconcile, context: Context) -> None:
    for book in rows.where(number_book, "series", body.series):
        if book["year_be"] == body.year_be:
            rows.update(number_book, book, state=State.RECONCILED.value)


def paper_book(rows: Rows, body: PaperBook, context: Context) -> None:
    values = msgspec.structs.asdict(body)
    _insert(rows, values.pop("book_id"), context, epoch=1, **values)


def _insert(rows: Rows, book_id: Id, context: Context, **values: Any) -> None:
    rows.insert(
        number_book, book_id, state=State.LEASED.value, valid_to=None, leased_at=context.at, closed_at=None, **values
    )


def _write_off(
    rows: Rows, book_id: Id, body: CloseBook | Cancel | SpoilPaper, status: str, decided_by: str, context: Context
) -> None:
    """Gives each number its event and the whole its span."""
    if not body.lo <= body.hi < body.lo + MOST_AT_ONCE:
        return
    write_off(rows, body.series, body.year_be, range(body.lo, body.hi + 1), status, body.reason, book_id, context)
    rows.insert(
        number_span,
        body.span_id,
        book_id=book_id,
        series=body.series,
        year_be=body.year_be,
        lo=body.lo,
        hi=body.hi,
        fate=status,
        reason=body.reason,
        decided_by=decided_by,
        at=context.at,
    )


def audience(rows: Rows, book: Row) -> frozenset[str]:
    """Those who keep the control register, and the desk that holds the book."""
    return frozenset({supervisors(book["series"]), f"counter:{book['device_id'].hex()}/normal"})


def span_audience(rows: Rows, span: Row) -> frozenset[str]:
    return frozenset({supervisors(span["series"])})


ENTITIES = (Entity(number_book, buckets=audience), Entity(number_span, buckets=span_audience), LOANS)


def _book_of(body: CloseBook | Suspend) -> tuple[Look, ...]:
    return (Look(number_book, "id", body.lease_id),)


def _spoilt(body: SpoilPaper) -> tuple[Look, ...]:
    return Look(number_book, "id", body.book_id), Look(staff, "id", body.witness_id)


CLOSE = Mutation("numbers.close_book", 1, Kind.FACT, CloseBook, close_book, unattended=True, reads=_book_of)
SUSPEND = Mutation("numbers.suspend", 1, Kind.FACT, Suspend, suspend, centre_only=True, reads=_book_of)
CANCEL = Mutation("numbers.cancel", 1, Kind.FACT, Cancel, cancel, centre_only=True)
SPOIL = Mutation("numbers.spoil_paper", 1, Kind.FACT, SpoilPaper, spoil_paper, reads=_spoilt)
RECONCILE = Mutation("numbers.reconcile", 1, Kind.FACT, Reconcile, reconcile, centre_only=True)
PAPER_BOOK = Mutation("numbers.paper_book", 1, Kind.FACT, PaperBook, paper_book, centre_only=True)

MUTATIONS = (CLOSE, SUSPEND, CANCEL, SPOIL, RECONCILE, PAPER_BOOK, LEND)
