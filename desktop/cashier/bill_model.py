"""Bills and what is paid for them, as screens and papers see them. Money is integer satang."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.cashier.model import Charge, Method
from desktop.office.ids import Id


class BillState(StrEnum):
    OPEN = "open"
    WAITING = "waiting"
    """A transfer is said to be on its way, or has come, and no receipt stands for it yet."""
    PAID = "paid"
    CANCELLED = "cancelled"


class BillView(StrEnum):
    """What a list of bills holds."""

    OPEN = "open"
    OVERDUE = "overdue"
    WAITING = "waiting"
    PAID = "paid"
    ALL = "all"


@dataclass(frozen=True)
class BillDraft:
    """What somebody shall pay, before it has a number. `person_id`, `house_id`, `case_id` where they are known.

    `period`: account and month (`2026-11`) of a bill that comes again every month, or certificate and the day on which
    its yearly fee is due (`2027-01-14`): at most one stands for them.
    `on_the_spot`: it comes about with its receipt, and goes when that is cancelled.
    """

    payer_name: str
    charges: tuple[Charge, ...]
    due_on: date
    payer_address: str | None = None
    person_id: Id | None = None
    house_id: Id | None = None
    case_id: Id | None = None
    note: str | None = None
    period: tuple[Id, str] | None = None
    on_the_spot: bool = False

    @property
    def total_satang(self) -> int:
        return sum(charge.amount_satang for charge in self.charges)


@dataclass(frozen=True)
class BillLine:
    """`calculation`: how the amount came about, in Thai."""

    fee_code: str
    fee_version: str
    description: str
    quantity: int
    unit: str
    unit_price_satang: int
    amount_satang: int
    calculation: str


@dataclass(frozen=True)
class BillPayment:
    """Money offered for a bill. `outcome`: confirmed, withdrawn, or "" while nobody knows; `receipt_id`: a valid one.

    `slip`: the bank's code and its reference, where a slip was shown.
    """

    id: Id
    bill_id: Id
    method: Method
    amount_satang: int
    counter: str
    taken_by_name: str
    taken_at: datetime
    outcome: str
    receipt_id: Id | None
    slip: tuple[str, str] | None = None
    cheque_number: str = ""
    cheque_bank: str = ""

    @property
    def is_waiting(self) -> bool:
        return self.method is Method.TRANSFER and self.outcome != "withdrawn" and self.receipt_id is None


@dataclass(frozen=True)
class Bill:
    """A numbered bill; `reference` is what a bank is told. `receipt_id`: the valid receipt of what was paid.

    `month` (`2026-11`) of one that comes again every month.
    """

    id: Id
    fiscal_year_be: int
    book_no: int
    number: int
    reference: str
    issued_at: datetime
    due_on: date
    counter: str
    payer_name: str
    payer_address: str | None
    person_id: Id | None
    house_id: Id | None
    case_id: Id | None
    total_satang: int
    baht_text: str
    note: str | None
    clerk_name: str
    clerk_position: str
    state: BillState
    receipt_id: Id | None
    cancelled_for: str
    lines: tuple[BillLine, ...]
    month: str = ""

    def is_overdue(self, today: date) -> bool:
        return self.state is BillState.OPEN and self.due_on < today


@dataclass(frozen=True)
class MonthBill:
    """A bill of an account's month (`2026-11`), as little of it as lists of many thousands need."""

    account_id: Id
    month: str
    turn: int
    bill_id: Id
    state: BillState
    total_satang: int
    due_on: date
    number: int
    reference: str
    payer_name: str


@dataclass(frozen=True)
class Biller:
    """Into whose account people pay by QR; `id` has 15 figures."""

    id: str
    merchant_name: str
    bank_name: str


@dataclass(frozen=True)
class BillSums:
    """How many bills a list holds in all, and what they come to."""

    count: int
    satang: int
