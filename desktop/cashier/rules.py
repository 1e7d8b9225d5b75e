"""What the cash desk decides without looking at a store."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from desktop.cashier.model import Cheque, Fee, Method, PaperReceipt, Payment, Receipt
from desktop.office.dates import fiscal_year_be
from desktop.office.series import RECEIPTS
from desktop.proofs.model import Claim, PaperKind
from desktop.proofs.rules import as_read, masked

SERIES = RECEIPTS
MOST_SATANG = 100_000_000_00
"""A hundred million baht: more on one receipt is a slip of the fingers."""
CHEQUE_LIFE = timedelta(days=180)
"""Banks honour a cheque for six months."""


def in_force(fees: Iterable[Fee], day: date) -> tuple[Fee, ...]:
    """The fees whose ordinance holds on a day."""
    return tuple(fee for fee in fees if fee.valid_from <= day and (fee.valid_to is None or day <= fee.valid_to))


def problems(payment: Payment) -> dict[str, str]:
    """Field -> code of what stops a payment; empty when the receipt may be issued."""
    found: dict[str, str] = {}
    if not payment.payer_name.strip():
        found["payer_name"] = "cashier.payer_missing"
    if not payment.charges or any(charge.quantity < 1 or not charge.is_whole for charge in payment.charges):
        found["charges"] = "cashier.nothing_to_pay"
    elif not 0 < payment.total_satang <= MOST_SATANG:
        found["charges"] = "cashier.amount_absurd"
    if payment.tendered_satang is not None and payment.tendered_satang < payment.total_satang:
        found["tendered"] = "cashier.tendered_short"
    if payment.method is Method.TRANSFER:
        found["method"] = "cashier.money_not_certain"
    return found


def cheque_problems(cheque: Cheque | None, today: date) -> dict[str, str]:
    """Field -> code of what keeps a cheque from being taken: unnamed, of tomorrow, or older than banks honour."""
    if cheque is None or not cheque.number.strip() or not cheque.bank.strip() or cheque.day is None:
        return {"cheque": "cashier.cheque_incomplete"}
    if not timedelta(0) <= today - cheque.day <= CHEQUE_LIFE:
        return {"cheque_day": "cashier.cheque_day_wrong"}
    return {}


def paper_problems(paper: PaperReceipt, today: date) -> dict[str, str]:
    """Field -> code of what stops a receipt on paper from being entered."""
    found: dict[str, str] = {}
    if paper.day is None or paper.day > today or fiscal_year_be(paper.day) != paper.book.year_be:
        found["day"] = "cashier.paper_day_wrong"
    if not paper.payer_name.strip():
        found["payer_name"] = "cashier.payer_missing"
    if not paper.what_for.strip():
        found["what_for"] = "cashier.what_for_missing"
    if not 0 < paper.satang <= MOST_SATANG:
        found["satang"] = "cashier.amount_absurd"
    return found


def display_number(receipt: Receipt) -> str:
    """`70/C1 000451`: fiscal year, counter, number - as people say it at the counter."""
    return number_words(receipt.fiscal_year_be, receipt.counter, receipt.number)


def number_of(row: Mapping[str, Any]) -> str:
    """The same of a receipt's row."""
    return number_words(row["fiscal_year_be"], row["counter"], row["number"])


def number_words(year_be: int, counter: str, number: int) -> str:
    """The same of its parts."""
    return f"{year_be % 100:02d}/{counter} {number:06d}"


def claim_of(number: str, at: datetime, payer_name: str, satang: int) -> Claim:
    """What a receipt's code says."""
    return Claim(PaperKind.RECEIPT, number, at, masked(payer_name), satang)


def is_code_of(receipt: Receipt, scanned: str) -> bool:
    """Whether a code that was scanned is this receipt's, be it signed or of an earlier release."""
    said = as_read(scanned)
    old = said.split("|")
    return bool(receipt.proof and said == receipt.proof) or (
        not receipt.proof
        and (old[0], old[2:5]) == ("TDR1", [str(receipt.fiscal_year_be), str(receipt.book_no), str(receipt.number)])
    )


def qr_payload(receipt: Receipt, office_id: int) -> str:
    """What the QR on the paper says: enough to find the receipt again, or to key it in after a lost disk."""
    parts = (office_id, receipt.fiscal_year_be, receipt.book_no, receipt.number, receipt.total_satang)
    return "TDR1|" + "|".join(str(part) for part in parts) + f"|{receipt.issued_at:%Y%m%dT%H%M%SZ}|{receipt.chain[:16]}"
