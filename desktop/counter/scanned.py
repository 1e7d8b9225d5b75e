"""What a scanner or a hand typed of something that has a number: a bill, a receipt or a case, on either keyboard."""

import re
from dataclasses import dataclass
from enum import StrEnum

from desktop.cases import tracking
from desktop.cashier.bill_rules import reference_in
from desktop.cashier.thai_qr import Unreadable, fields_of
from desktop.office.keyboard import as_latin
from desktop.office.series import CASES
from desktop.office.thai import arabic_digits
from desktop.proofs.model import PaperKind
from desktop.proofs.packing import BEGINS as PROOF
from desktop.proofs.packing import from_text
from desktop.proofs.rules import as_read

_THAI_QR, _BARCODE, _RECEIPT = "000201", "|", "TDR1|"
_BILL_TAG, _REFERENCE_TAG = "30", "02"
_CASE = re.compile(r"([A-Z]{2,8})-(\d{2})-(?:([A-Z]{1,3}\d{1,3})-)?(\d{1,6})", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{2})/([A-Z]{1,3}\d{1,3})[ -]?(\d{1,7})", re.IGNORECASE)
_BILL_FIGURES = 7
"""A bill's number is said with seven figures, a receipt's with six."""


class What(StrEnum):
    BILL = "bill"
    RECEIPT = "receipt"
    CASE = "citizen_case"


@dataclass(frozen=True)
class Scanned:
    """`reference` of a bill; else year (พ.ศ.) and number, with the counter, the book or the series where it is known.

    `code`: the word of a case's slip that nobody guesses from its number.
    """

    what: What
    reference: str = ""
    year_be: int = 0
    number: int = 0
    counter: str | None = None
    book_no: int | None = None
    series: str = ""
    code: str = ""


def read(typed: str) -> Scanned | None:
    """What is meant, typed on either keyboard; None for everything else."""
    if as_read(typed).startswith(PROOF):
        return _of_proof(as_read(typed))
    for reading in (arabic_digits(typed).strip(), as_latin(typed).strip()):
        found = _read(reading)
        if found is not None:
            return found
    return None


def begins(typed: str) -> bool:
    """Whether it begins as only a code of ours, or one that pays a bill, does."""
    return any(
        one.lstrip().startswith((_THAI_QR, _BARCODE, _RECEIPT, PROOF, "TDC1|")) for one in (typed, as_latin(typed))
    )


def _read(text: str) -> Scanned | None:
    if text.startswith(_THAI_QR):
        return _of_thai_qr(text)
    if text.startswith(_RECEIPT):
        return _of_receipt(text)
    slip = tracking.read(text)
    if slip is not None:
        series, year_be, number, code = slip
        return Scanned(What.CASE, series=series, year_be=year_be, number=number, code=code)
    return _of_numbers(text)


def _of_thai_qr(text: str) -> Scanned | None:
    """The reference of a bill in the code by which it is paid."""
    try:
        bill = fields_of(fields_of(text).get(_BILL_TAG, ""))
    except Unreadable:
        return None
    reference = reference_in(bill.get(_REFERENCE_TAG, ""))
    return Scanned(What.BILL, reference) if reference else None


def _of_receipt(text: str) -> Scanned | None:
    parts = text.split("|")
    if len(parts) < 5 or not all(part.isdecimal() for part in parts[2:5]):
        return None
    return Scanned(What.RECEIPT, year_be=int(parts[2]), book_no=int(parts[3]), number=int(parts[4]))


def _of_proof(text: str) -> Scanned | None:
    """The case whose paper proves itself; whether it is to be believed is asked elsewhere."""
    try:
        claim = from_text(text).claim
    except ValueError:
        return None
    return _of_numbers(claim.number) if claim.kind is PaperKind.CASE else None


def _of_numbers(text: str) -> Scanned | None:
    """As people write it: `OSS-69-C2-00017`, `70/C1 000451`, a bill's reference alone or in its barcode."""
    case, number = _CASE.fullmatch(text), _NUMBER.fullmatch(text)
    if case is not None:
        code, year, counter, running = case.groups()
        series = CASES + "/".join(filter(None, (code.upper(), (counter or "").upper())))
        return Scanned(What.CASE, series=series, year_be=2500 + int(year), number=int(running))
    if number is not None:
        year, counter, running = number.groups()
        what = What.BILL if len(running) == _BILL_FIGURES else What.RECEIPT
        return Scanned(what, year_be=2500 + int(year), counter=counter.upper(), number=int(running))
    parts = text.split("\r") if text.startswith(_BARCODE) else [text]
    reference = next(filter(None, map(reference_in, parts)), None)
    return Scanned(What.BILL, reference) if reference else None
