"""What is printed on a receipt, and on which of its sheets."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from desktop.office.dates import Digits
from desktop.office.thai import thai_digits

_LATIN = re.compile("[A-Za-z]")

CopyKind = Literal["original", "copy"]


OFFICIAL_ELSEWHERE = "ใบเสร็จรับเงิน", "ออกจากระบบ e-LAAS"
"""What a preliminary receipt says of the official one."""


@dataclass(frozen=True)
class ReceiptItem:
    description: str
    quantity: int
    unit: str
    amount_satang: int


@dataclass(frozen=True)
class ReceiptPaper:
    """Everything printed on one receipt; numbers as the book writes them, in Arabic digits; `issued_at` is aware.

    `copies` are printed in that order. `digits` is for dates and book numbers, `money_digits` for columns of figures.
    `chain_hash` is the short hash of the act, `qr_payload` what a camera reads, `emblem` a PNG or JPEG of the office.
    `replaces`: the number of the cancelled receipt that this one stands for.
    `is_preliminary`: the accounting system issues the official one.
    `proof`: what proves the receipt without a line; its code is drawn, larger, in the place of `qr_payload`'s.
    """

    office_name: str
    office_unit: str
    office_address: str
    book_no: str
    number: str
    issued_at: datetime
    payer_name: str
    payer_address: str
    lines: tuple[ReceiptItem, ...]
    total_satang: int
    baht_text: str
    method: str
    cashier_name: str
    cashier_position: str
    counter: str
    chain_hash: str
    qr_payload: str
    copies: tuple[CopyKind, ...] = ("original", "copy")
    reprint_count: int = 0
    voided: bool = False
    void_reason: str = ""
    digits: Digits = "thai"
    money_digits: Digits = "arabic"
    emblem: bytes | None = None
    proof: str = ""
    replaces: str = ""
    is_preliminary: bool = False

    @property
    def instead_of(self) -> str:
        """What a receipt says that stands for a cancelled one, empty on all others."""
        return f"ใช้แทนใบเสร็จเลขที่ {self.replaces} ซึ่งยกเลิกแล้ว" if self.replaces else ""

    @property
    def title(self) -> str:
        return "ใบรับเงินชั่วคราว" if self.is_preliminary else "ใบเสร็จรับเงิน"

    def numeral(self, text: str) -> str:
        """A number or date in the digits asked for; a code with Latin letters keeps its own."""
        return thai_digits(text) if self.digits == "thai" and not _LATIN.search(text) else text

    def figure(self, text: str) -> str:
        return thai_digits(text) if self.money_digits == "thai" else text


@dataclass(frozen=True)
class TableRow:
    """One printed line of the table; the first line of an item carries its number, quantity and amount."""

    description: str
    item: ReceiptItem | None = None
    item_no: int = 0


@dataclass(frozen=True)
class TablePage:
    """The rows of one sheet; what was brought forward onto it, and what it carries on (None on the last sheet)."""

    rows: tuple[TableRow, ...]
    number: int
    of: int
    brought_satang: int | None
    carried_satang: int | None
