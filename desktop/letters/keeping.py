"""A letter's further numbers, its cancellation (ยกเลิก) and its file's loans (ยืมแฟ้ม). Nothing is ever deleted."""

import msgspec

from desktop.letters import tables
from desktop.office.ids import Id
from desktop.office.mutation import Context, Kind, Look, Mutation, Refused, Row, Rows
from desktop.office.numbers import Taken, issue
from desktop.office.series import register_of

CANCELLED, REINSTATED = "cancelled", "reinstated"


class RegisterAgain(msgspec.Struct, frozen=True):
    """A division that received a letter enters it into its own register; the letter keeps the number it had."""

    registration_id: bytes
    letter_id: bytes
    taken: Taken
    actor_name: str


class Cancel(msgspec.Struct, frozen=True):
    """The letter was registered by mistake; it keeps its number."""

    cancellation_id: bytes
    letter_id: bytes
    reason: str
    actor_name: str


class Reinstate(msgspec.Struct, frozen=True):
    """The cancellation was the mistake."""

    cancellation_id: bytes
    letter_id: bytes
    reason: str
    actor_name: str


class Lend(msgspec.Struct, frozen=True):
    """Somebody takes the paper with them; `due_date` as ISO text."""

    loan_id: bytes
    letter_id: bytes
    borrower_name: str
    actor_name: str
    unit_id: bytes | None = None
    due_date: str | None = None
    note: str | None = None


class GiveBack(msgspec.Struct, frozen=True):
    """The paper is back in its place."""

    loan_id: bytes
    actor_name: str


def register_again(rows: Rows, body: RegisterAgain, context: Context) -> None:
    """Never refused: the number stands on the paper. A second number in one register is told to a person."""
    issue(rows, body.taken, "letter_registration", body.registration_id, context)
    register = register_of(body.taken.series)
    held = rows.where(tables.letter_registration, "letter_id", body.letter_id)
    if any((row["register"], row["year_be"]) == (register, body.taken.year_be) for row in held):
        rows.flag("letters.registered_twice", letter_id=body.letter_id.hex(), n=body.taken.n)
    rows.insert(
        tables.letter_registration,
        body.registration_id,
        letter_id=body.letter_id,
        register=register,
        year_be=body.taken.year_be,
        number=body.taken.n,
        registered_at=context.at,
        registered_by=context.user_id,
        registered_by_name=body.actor_name,
        device_id=context.device_id,
    )


def cancel(rows: Rows, body: Cancel, context: Context) -> None:
    letter = _letter(rows, body.letter_id)
    if letter["cancelled_at"] is not None:
        raise Refused("letters.already_cancelled", letter_id=body.letter_id.hex())
    _note(rows, letter, CANCELLED, body, context)


def reinstate(rows: Rows, body: Reinstate, context: Context) -> None:
    letter = _letter(rows, body.letter_id)
    if letter["cancelled_at"] is None:
        raise Refused("letters.not_cancelled", letter_id=body.letter_id.hex())
    _note(rows, letter, REINSTATED, body, context)


def _note(rows: Rows, letter: Row, act: str, body: Cancel | Reinstate, context: Context) -> None:
    if not body.reason.strip():
        raise Refused("letters.reason_missing")
    rows.insert(
        tables.letter_cancellation,
        body.cancellation_id,
        letter_id=letter["id"],
        act=act,
        reason=body.reason,
        actor_id=context.user_id,
        actor_name=body.actor_name,
        at=context.at,
    )
    at = context.at if act == CANCELLED else None
    rows.update(tables.letter, letter, cancelled_at=at, acted_at=context.at)


def lend(rows: Rows, body: Lend, context: Context) -> None:
    letter = _letter(rows, body.letter_id)
    out = [row for row in rows.where(tables.letter_loan, "letter_id", body.letter_id) if row["returned_at"] is None]
    if out:
        raise Refused("letters.already_lent", borrower=out[0]["borrower_name"], since=out[0]["lent_at"])
    rows.insert(
        tables.letter_loan,
        body.loan_id,
        letter_id=letter["id"],
        borrower_name=body.borrower_name,
        unit_id=body.unit_id,
        lent_at=context.at,
        lent_by_name=body.actor_name,
        due_date=body.due_date,
        note=body.note,
        returned_at=None,
        returned_to_name=None,
    )


def give_back(rows: Rows, body: GiveBack, context: Context) -> None:
    """Who brings back what is back already changes nothing."""
    loan = rows.find(tables.letter_loan, body.loan_id)
    if loan is None:
        raise Refused("letters.gone")
    if loan["returned_at"] is None:
        rows.update(tables.letter_loan, loan, returned_at=context.at, returned_to_name=body.actor_name)


def _letter(rows: Rows, letter_id: Id) -> Row:
    letter = rows.find(tables.letter, letter_id)
    if letter is None:
        raise Refused("letters.gone")
    return letter


def _further(body: RegisterAgain) -> tuple[Look, ...]:
    return (Look(tables.letter_registration, "letter_id", body.letter_id),)


def _letter_of(body: Cancel | Reinstate) -> tuple[Look, ...]:
    return (Look(tables.letter, "id", body.letter_id),)


def _loans_of(body: Lend) -> tuple[Look, ...]:
    return Look(tables.letter, "id", body.letter_id), Look(tables.letter_loan, "letter_id", body.letter_id)


def _loan(body: GiveBack) -> tuple[Look, ...]:
    return (Look(tables.letter_loan, "id", body.loan_id),)


REGISTER_AGAIN = Mutation("letters.register_again", 1, Kind.FACT, RegisterAgain, register_again, reads=_further)
CANCEL = Mutation("letters.cancel", 1, Kind.INTENT, Cancel, cancel, reads=_letter_of)
REINSTATE = Mutation("letters.reinstate", 1, Kind.INTENT, Reinstate, reinstate, reads=_letter_of)
LEND = Mutation("letters.lend", 1, Kind.INTENT, Lend, lend, reads=_loans_of)
GIVE_BACK = Mutation("letters.give_back", 1, Kind.INTENT, GiveBack, give_back, reads=_loan)

MUTATIONS = (REGISTER_AGAIN, CANCEL, REINSTATE, LEND, GIVE_BACK)
