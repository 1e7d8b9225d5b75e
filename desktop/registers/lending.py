"""Numbers that one desk lends another while the centre is away: the record that both sign, and what follows from it.

The asking desk signs what it wants, the lending one what it gives with that wish inside it. So the record proves by
itself that both agreed: whichever of them reaches the centre first, the centre moves the numbers then.
"""

from collections.abc import Iterable
from typing import Any

from desktop.office.mutation import Context, Entity, Kind, Look, Mutation, Refused, Row, Rows, Seal
from desktop.office.series import supervisors
from desktop.office.tables import number_event
from desktop.registers.loan_model import MOST, Loan, as_content, ask_claim, loan_claim
from desktop.registers.model import LENDING, LENT, OWN, State
from desktop.registers.tables import number_book, number_loan

_STILL_HELD = (State.LEASED.value, State.SUSPENSE.value)
"""A book in suspense may have been lent from before it was."""


def seals(loan: Loan) -> tuple[Seal, ...]:
    """Both signatures of a record: whose, under what."""
    asked = Seal(loan.ask.device_id, ask_claim(loan.ask), loan.ask.signature)
    return asked, Seal(loan.device_id, loan_claim(loan), loan.signature)


def lend(rows: Rows, loan: Loan, context: Context) -> None:
    """Moves the numbers. Whoever of the two comes second finds it done."""
    known = rows.find(number_loan, loan.id)
    if known is not None:
        if known["content"] != as_content(loan):
            raise _contradicts(loan)
        return
    book = rows.find(number_book, loan.lease_id)
    if context.authority:
        _must_hold(rows, book, loan)
    if book is not None and book["hi"] == loan.hi:
        rows.update(number_book, book, hi=loan.lo - 1)
    if rows.find(number_book, loan.id) is None:
        _shelve(rows, loan)
    _note(rows, loan)


def _must_hold(rows: Rows, book: Row | None, loan: Loan) -> None:
    """The lender held these numbers, they were the end of its book, it used none of them and lent them to nobody else.

    After a restored centre counted the books anew (decision 0022) its book may end before them already.
    """
    ask = loan.ask
    if book is None or book["device_id"] != loan.device_id or book["state"] not in _STILL_HELD:
        raise _contradicts(loan)
    same = (book["series"], book["year_be"], book["book_no"], book["epoch"]) == (
        ask.series, ask.year_be, loan.book_no, OWN,
    )  # fmt: skip
    ends = book["lo"] <= loan.lo <= loan.hi < loan.lo + MOST and book["hi"] in (loan.hi, loan.lo - 1)
    taken = any(_used_by(rows, loan, n) for n in range(loan.lo, loan.hi + 1)) if ends else True
    if not same or taken or loan.epoch != LENT or ask.device_id == loan.device_id or _lent_before(rows, loan):
        raise _contradicts(loan)


def _used_by(rows: Rows, loan: Loan, n: int) -> bool:
    """Whether the lender itself gave the number to a paper."""
    event = rows.look(number_event, loan.ask.series, loan.ask.year_be, n)
    return event is not None and event["device_id"] == loan.device_id


def _lent_before(rows: Rows, loan: Loan) -> bool:
    """Whether the place of this part in the control register is somebody else's."""
    books = rows.where(number_book, "series", loan.ask.series)
    place = (loan.ask.year_be, loan.book_no, LENT)
    return any(one["id"] != loan.id and (one["year_be"], one["book_no"], one["epoch"]) == place for one in books)


def _contradicts(loan: Loan) -> Refused:
    who: dict[str, Any] = {"lender": loan.counter, "borrower": loan.ask.counter}
    return Refused("number.loan_contradicts", series=loan.ask.series, year_be=loan.ask.year_be, n=loan.lo, **who)


def _shelve(rows: Rows, loan: Loan) -> None:
    place = {"series": loan.ask.series, "year_be": loan.ask.year_be, "book_no": loan.book_no, "epoch": loan.epoch}
    who = {"device_id": loan.ask.device_id, "holder": loan.ask.counter}
    when = {"valid_to": loan.valid_to, "leased_at": loan.at, "closed_at": None}
    rows.insert(number_book, loan.id, **place, **who, **when, lo=loan.lo, hi=loan.hi, state=State.LEASED.value)


def _note(rows: Rows, loan: Loan) -> None:
    place = {"series": loan.ask.series, "year_be": loan.ask.year_be, "lo": loan.lo, "hi": loan.hi}
    lender = {"lender_id": loan.device_id, "lender": loan.counter, "book_id": loan.lease_id, "lent_at": loan.at}
    borrower = {"borrower_id": loan.ask.device_id, "borrower": loan.ask.counter, "ask_id": loan.ask.id}
    rows.insert(number_loan, loan.id, **place, **lender, **borrower, content=as_content(loan))


def _seen_by(rows: Rows, loan: Row) -> frozenset[str]:
    """Those who keep the control register, and both desks."""
    both = {f"counter:{loan[who].hex()}/normal" for who in ("lender_id", "borrower_id")}
    return frozenset({supervisors(loan["series"]), *both})


def _looks(loan: Loan) -> Iterable[Look]:
    books = (Look(number_book, "id", loan.id), Look(number_book, "id", loan.lease_id))
    return Look(number_loan, "id", loan.id), *books


LOANS = Entity(number_loan, buckets=_seen_by)
LEND = Mutation(LENDING, 1, Kind.INTENT, Loan, lend, reads=_looks, seals=seals)
