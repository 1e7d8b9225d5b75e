"""Fees and receipts as screens and papers see them. Money is integer satang."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Literal

from desktop.office.ids import Id
from desktop.registers.model import Book


class Method(StrEnum):
    CASH = "cash"


@dataclass(frozen=True)
class Fee:
    """A line of the fee catalogue: `version` names the ordinance it comes from, `unit_price_satang` its rate."""

    code: str
    version: str
    name_th: str
    name_en: str
    unit_th: str
    unit_en: str
    unit_price_satang: int
    legal_basis: str
    valid_from: date
    valid_to: date | None = None
    quantity: int = 1


@dataclass(frozen=True)
class Charge:
    """A fee asked from a citizen, so many units of it."""

    fee: Fee
    quantity: int
    note: str = ""

    @property
    def amount_satang(self) -> int:
        return self.fee.unit_price_satang * self.quantity


@dataclass(frozen=True)
class Payment:
    """What the clerk takes: from whom, for what, and the money handed over."""

    payer_name: str
    charges: tuple[Charge, ...]
    payer_address: str | None = None
    tendered_satang: int | None = None
    method: Method = Method.CASH

    @property
    def total_satang(self) -> int:
        return sum(charge.amount_satang for charge in self.charges)


@dataclass(frozen=True)
class PaperReceipt:
    """A receipt as somebody reads it off the paper; `at`: the hour, if it stands there. Nothing of it is printed."""

    book: Book
    number: int
    day: date | None
    payer_name: str
    what_for: str
    satang: int
    cashier_name: str
    cashier_position: str = ""
    at: time | None = None


@dataclass(frozen=True)
class Stock:
    """Receipt numbers at hand: how many, for how many days at the pace of late (None: no pace), whether few."""

    left: int
    days: int | None = None
    is_low: bool = False


@dataclass(frozen=True)
class ReceiptLine:
    fee_code: str
    fee_version: str
    description: str
    quantity: int
    unit: str
    unit_price_satang: int
    amount_satang: int


@dataclass(frozen=True)
class Void:
    reason: str
    voided_by_name: str
    voided_at: datetime


@dataclass(frozen=True)
class Receipt:
    """An issued receipt; `void` tells whether and why it was cancelled.

    `chain` is the act's hash, hex; `reprints` counts the printings after the first; `mark` as `letters.model.Mark`.
    """

    id: Id
    series: str
    fiscal_year_be: int
    book_no: int
    number: int
    issued_at: datetime
    counter: str
    payer_name: str
    payer_address: str | None
    method: Method
    total_satang: int
    baht_text: str
    tendered_satang: int | None
    cashier_name: str
    cashier_position: str
    lines: tuple[ReceiptLine, ...]
    void: Void | None
    chain: str
    reprints: int = 0
    mark: Literal["here", "centre", "attention"] = "centre"

    @property
    def change_satang(self) -> int:
        return max((self.tendered_satang or self.total_satang) - self.total_satang, 0)
