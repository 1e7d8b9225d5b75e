"""Fees and receipts as screens and papers see them. Money is integer satang."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import Literal

from desktop.cashier.formulas import Ask, Computed, Rule, Words, missing, unusual
from desktop.office.ids import Id
from desktop.registers.model import Book, Lent


class Method(StrEnum):
    CASH = "cash"
    CHEQUE = "cheque"
    TRANSFER = "transfer"
    """By PromptPay or any other way into the office's account."""


@dataclass(frozen=True)
class Fee:
    """A line of the fee catalogue: `version` names the ordinance it comes from, `unit_price_satang` its rate.

    One with a `rule` is worked out from what the clerk says. `usual_satang`: a larger sum of it is asked about.
    """

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
    rule: Rule | None = None
    usual_satang: int = 100_000_00


@dataclass(frozen=True)
class Charge:
    """A fee asked from a citizen, so many units of it; `answers`: what its rule asked for, by name."""

    fee: Fee
    quantity: int
    note: str = ""
    answers: tuple[tuple[str, int], ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether everything is said that the rule must know."""
        return self.fee.rule is None or not missing(self.fee.rule, dict(self.answers))

    @property
    def computed(self) -> Computed | None:
        """How one unit is worked out; None for a fee by the unit, and while something is missing."""
        rule = self.fee.rule
        return rule.compute(dict(self.answers)) if rule is not None and self.is_whole else None

    @property
    def unit_satang(self) -> int:
        if self.fee.rule is None:
            return self.fee.unit_price_satang
        return self.computed.satang if self.computed else 0

    @property
    def amount_satang(self) -> int:
        return self.unit_satang * self.quantity

    @property
    def unusual(self) -> tuple[Ask, ...]:
        """Answers so large that a person must look at them once more."""
        return unusual(self.fee.rule, dict(self.answers)) if self.fee.rule is not None else ()

    @property
    def is_unusual(self) -> bool:
        """Whether it is more than anybody usually pays: asked about, never refused."""
        return bool(self.unusual) or self.amount_satang > self.fee.usual_satang

    @property
    def description(self) -> Words:
        """The line of a paper."""
        said = self.computed.summary if self.computed else Words("", "")
        th, en = (self.fee.name_th, said.th, self.note), (self.fee.name_en, said.en, self.note)
        return Words(" ".join(filter(None, th)), " ".join(filter(None, en)))


@dataclass(frozen=True)
class Cheque:
    number: str
    bank: str
    day: date | None


@dataclass(frozen=True)
class Payment:
    """What the clerk takes: from whom, for what, and the money handed over."""

    payer_name: str
    charges: tuple[Charge, ...]
    payer_address: str | None = None
    tendered_satang: int | None = None
    method: Method = Method.CASH
    cheque: Cheque | None = None
    replaces_id: Id | None = None
    """The cancelled receipt in place of which this one is issued."""

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
    """Receipt numbers at hand: how many, for how many days at the pace of late (None: no pace), whether few.

    `lent`: what this desk borrowed or lent today; `may_borrow`: it has a way to ask other counters.
    """

    left: int
    days: int | None = None
    is_low: bool = False
    lent: tuple[Lent, ...] = ()
    may_borrow: bool = False


@dataclass(frozen=True)
class ReceiptLine:
    fee_code: str
    fee_version: str
    description: str
    quantity: int
    unit: str
    unit_price_satang: int
    amount_satang: int


class Original(StrEnum):
    """What became of a cancelled receipt's paper."""

    SCANNED = "scanned"
    """Its code was scanned back, so it lies here."""
    HANDED_IN = "handed_in"
    NEVER_LEFT = "never_left"
    """The printer ate it, or the citizen never took it."""
    WITH_PAYER = "with_payer"
    """It can not be had back, as when a cheque came back long after; who scans it learns that it is cancelled."""


@dataclass(frozen=True)
class Second:
    """The second person's consent to a cancellation, and what became of the paper.

    Without an approver where the office's rule lets a cashier cancel alone.
    """

    approver_id: Id | None
    pin: str = field(repr=False)
    original: Original = Original.HANDED_IN


@dataclass(frozen=True)
class Void:
    """`approved_by_name`: the second person; empty where the program of that time asked for none."""

    reason: str
    voided_by_name: str
    voided_at: datetime
    approved_by_name: str = ""
    original: Original | None = None


@dataclass(frozen=True)
class Receipt:
    """An issued receipt; `void` tells whether and why it was cancelled.

    `replaces` and `replaced_by`: numbers of the receipt that it stands for, and of that which stands for it.
    `proof`: the text of its signed code. `chain` is the act's hash, hex; `reprints` counts the printings after the
    first; `mark` as `letters.model.Mark`. `mode`: `shift_model.PRE_RECEIPT` where another paper is the official one;
    `elaas`: its number in the accounting system.
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
    proof: str = ""
    replaces: str = ""
    replaced_by: str = ""
    mode: str = ""
    elaas: str = ""

    @property
    def change_satang(self) -> int:
        return max((self.tendered_satang or self.total_satang) - self.total_satang, 0)
