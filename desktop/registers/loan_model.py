"""A wish for another desk's numbers, and the record of a loan: structs that both desks sign."""

from base64 import b64decode, b64encode

import msgspec

from desktop.office.signing import Signer

USUAL, MOST = 10, 50
"""How many numbers are asked for, and how many a desk lends at most at a time."""


class LoanAsk(msgspec.Struct, frozen=True):
    """A desk wants numbers of another's book. `id` stays the same as often as it asks; `by`: the clerk's name."""

    id: bytes
    series: str
    year_be: int
    numbers: int
    device_id: bytes
    counter: str
    user_id: bytes
    by: str
    at: str
    signature: bytes = b""


class Loan(msgspec.Struct, frozen=True):
    """`lo`..`hi`, the tail of the lender's book `lease_id`, are the asking desk's from here on: its lease `id`."""

    id: bytes
    ask: LoanAsk
    lease_id: bytes
    book_no: int
    epoch: int
    lo: int
    hi: int
    valid_to: str | None
    device_id: bytes
    counter: str
    at: str
    signature: bytes = b""


def ask_claim(ask: LoanAsk) -> bytes:
    """What the asking desk signs."""
    return b"thesaban-ask/1\n" + msgspec.msgpack.encode(msgspec.structs.astuple(ask)[:-1])


def loan_claim(loan: Loan) -> bytes:
    """What the lending desk signs: its own words, and the other's with their signature."""
    _, ask, *words, _ = msgspec.structs.astuple(loan)
    return b"thesaban-loan/1\n" + msgspec.msgpack.encode((loan.id, msgspec.structs.astuple(ask), *words))


def signed_ask(ask: LoanAsk, signer: Signer) -> LoanAsk:
    return msgspec.structs.replace(ask, signature=signer.sign(ask_claim(ask)))


def signed_loan(loan: Loan, signer: Signer) -> Loan:
    return msgspec.structs.replace(loan, signature=signer.sign(loan_claim(loan)))


def as_content(loan: Loan) -> str:
    """The record as its row keeps it."""
    return b64encode(msgspec.msgpack.encode(loan)).decode("ascii")


def from_content(content: str) -> Loan:
    return msgspec.msgpack.decode(b64decode(content), type=Loan)
