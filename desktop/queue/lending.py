"""Numbers of receipts go from one desk's book to another's over the office's network; each side is one transaction.

The lender's book ends earlier before anybody is answered, so a crash or a lost answer leaves numbers that nobody uses
until the centre gives them to the desk that asked; never numbers that two desks use.
"""

import msgspec

from desktop.accounts.model import Person
from desktop.office.clock import utc_text
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.series import RECEIPTS, year_of
from desktop.office.signing import verified
from desktop.proofs.signing import key_of
from desktop.registers.lending import LEND
from desktop.registers.loan_model import (
    MOST,
    USUAL,
    Loan,
    LoanAsk,
    ask_claim,
    from_content,
    loan_claim,
    signed_ask,
    signed_loan,
)
from desktop.registers.model import LENT, OWN
from desktop.store import notes
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

_ASKED = "book-asked"
"""The wish that this desk has told others and that nobody has met yet, as msgpack."""
_GIVEN = "SELECT content FROM number_loan WHERE ask_id = ? AND lender_id = ?"
_MET = "SELECT 1 FROM number_loan WHERE ask_id = ?"
_BOOK = f"""
SELECT lease_id, book_no, hi, valid_to FROM lease
WHERE series = ? AND year_be = ? AND holder = ? AND epoch = {OWN} AND book_no > 0 AND closed_at IS NULL
  AND (valid_to IS NULL OR valid_to > ?) AND hi - next + 1 >= ?
  AND lease_id NOT IN (SELECT book_id FROM number_loan)
ORDER BY lo LIMIT 1
"""
_SHORTEN = "UPDATE lease SET hi = ? WHERE lease_id = ?"
_KNOWN = "SELECT 1 FROM lease WHERE lease_id = ?"
_HAS = "SELECT 1 FROM lease WHERE series = ? AND year_be = ? AND lo <= ? AND hi >= ?"
_SHELVE = """
INSERT INTO lease (lease_id, series, year_be, book_no, epoch, lo, hi, next, valid_to, holder)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


class Lending:
    """Both sides, at one desk. Any thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def ask(self, who: Person, numbers: int = USUAL) -> LoanAsk:
        """What to ask the other desks: durable before anybody is told, and the same until somebody lends."""
        return self._desk.write(lambda unit: _ask(unit, self._desk.identity.counter, who, numbers))

    def could(self, ask: LoanAsk) -> bool:
        """Whether this desk has numbers to lend, as far as it sees without trying."""
        own = self._desk.identity.device_id
        if ask.device_id == own:
            return False
        asked = (ask.series, ask.year_be, own, utc_text(self._desk.clock.now()), _least(ask))
        given = self._desk.reader.one(_GIVEN, (ask.id, own))
        return given is not None or self._desk.reader.one(_BOOK, asked) is not None

    def lend(self, ask: LoanAsk) -> Loan | None:
        """The tail of this desk's book, given away; the same again when it is asked again. None: it has too few.

        OfficeError `numbers.loan_unproven` for a wish of no desk that the office vouches for, `numbers.year_doubtful`.
        """
        return self._desk.write(lambda unit: _lend(unit, self._desk.identity.counter, ask))

    def take(self, loan: Loan) -> None:
        """Puts what another desk lent on this desk's shelf; once, however often it comes.

        OfficeError `numbers.loan_unproven`, `numbers.loan_not_asked`.
        """
        self._desk.write(lambda unit: _take(unit, loan))


def _ask(unit: UnitOfWork, counter: str, who: Person, numbers: int) -> LoanAsk:
    year = year_of(RECEIPTS, unit.now)
    kept = notes.held(unit.connection, _ASKED)
    if kept is not None:
        open_one = msgspec.msgpack.decode(kept, type=LoanAsk)
        met = unit.connection.exec_driver_sql(_MET, (open_one.id,)).first()
        if met is None and (open_one.device_id, open_one.year_be) == (unit.device_id, year):
            return open_one
    place = (unit.new_id(), RECEIPTS, year, numbers, unit.device_id, counter)
    ask = signed_ask(LoanAsk(*place, who.id, who.name_th, unit.at), unit.signer)
    notes.put(unit.connection, _ASKED, msgspec.msgpack.encode(ask))
    return ask


def _lend(unit: UnitOfWork, counter: str, ask: LoanAsk) -> Loan | None:
    given = unit.connection.exec_driver_sql(_GIVEN, (ask.id, unit.device_id)).scalar()
    if given:
        return from_content(given)
    _must_be_proven(unit, ask.device_id, ask_claim(ask), ask.signature)
    unit.time.check(ask.series)
    sound = ask.series == RECEIPTS and 0 < ask.numbers <= MOST and ask.year_be == year_of(RECEIPTS, unit.now)
    if not sound or ask.device_id == unit.device_id:
        return None
    asked = (ask.series, ask.year_be, unit.device_id, unit.at, _least(ask))
    book = unit.connection.exec_driver_sql(_BOOK, asked).first()
    if book is None:
        return None
    lo = book.hi - ask.numbers + 1
    place = (book.lease_id, book.book_no, LENT, lo, book.hi, book.valid_to)
    loan = signed_loan(Loan(unit.new_id(), ask, *place, unit.device_id, counter, unit.at), unit.signer)
    unit.connection.exec_driver_sql(_SHORTEN, (lo - 1, book.lease_id))
    unit.perform(LEND, loan, ask.user_id)
    return loan


def _least(ask: LoanAsk) -> int:
    """What must be left in the lender's book: as many stay as go."""
    return 2 * ask.numbers


def _take(unit: UnitOfWork, loan: Loan) -> None:
    kept = notes.held(unit.connection, _ASKED)
    mine = loan.ask.device_id == unit.device_id
    if not mine or kept is None or msgspec.msgpack.decode(kept, type=LoanAsk) != loan.ask:
        raise OfficeError("numbers.loan_not_asked")
    if unit.connection.exec_driver_sql(_KNOWN, (loan.id,)).first() is not None:
        return notes.drop(unit.connection, _ASKED)  # the centre was faster
    _must_be_proven(unit, loan.device_id, loan_claim(loan), loan.signature)
    sound = loan.epoch == LENT and 0 < loan.lo <= loan.hi < loan.lo + loan.ask.numbers
    if not sound or _has(unit, loan):
        raise OfficeError("numbers.loan_not_asked")
    place = (loan.ask.series, loan.ask.year_be, loan.book_no, loan.epoch, loan.lo, loan.hi, loan.lo, loan.valid_to)
    unit.connection.exec_driver_sql(_SHELVE, (loan.id, *place, unit.device_id))
    unit.perform(LEND, loan, loan.ask.user_id)
    notes.drop(unit.connection, _ASKED)


def _has(unit: UnitOfWork, loan: Loan) -> bool:
    """Whether this desk was ever given one of these numbers: nobody else can lend them to it."""
    asked = (loan.ask.series, loan.ask.year_be, loan.hi, loan.lo)
    return unit.connection.exec_driver_sql(_HAS, asked).first() is not None


def _must_be_proven(unit: UnitOfWork, device_id: Id, claim: bytes, signature: bytes) -> None:
    key = key_of(unit, device_id)
    if key is None or not verified(key, claim, signature):
        raise OfficeError("numbers.loan_unproven")
