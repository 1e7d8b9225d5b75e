"""The slip that goes with a letter's paper: its code, read back from a scanner or from what a clerk types.

A scanner is a keyboard: under the Thai layout its digits come as letters. So a code has digits alone.
"""

import re
from typing import NamedTuple

from desktop.office.dates import BE_OFFSET
from desktop.office.ids import Id
from desktop.office.thai import arabic_digits

_KIND = "71"
"""Tells our slips from other codes on the same paper."""
_DIGITS = 39
"""2**128 has as many."""
_THAI_KEYS = str.maketrans("จๅ/-ภถุึคต", "0123456789")
_CODE = re.compile(rf"{_KIND}\d{{{_DIGITS + 2}}}")
_NUMBER = re.compile(r"(\d{1,6})(?:\s*/\s*(\d{4}|\d{2}))?")


class Numbered(NamedTuple):
    """A number in the central register of a year."""

    number: int
    year_be: int


def code_of(letter_id: Id) -> str:
    """43 digits; the last two prove the others (ISO 7064, mod 97)."""
    body = f"{_KIND}{int.from_bytes(letter_id):0{_DIGITS}d}"
    return f"{body}{98 - int(body) * 100 % 97:02d}"


def letter_of(scanned: str) -> Id | None:
    """The letter of a slip, whatever layout the keyboard stood on; None for what is no slip, or was read wrongly."""
    code = arabic_digits(scanned.strip()).translate(_THAI_KEYS)
    if not _CODE.fullmatch(code) or int(code) % 97 != 1:
        return None
    value = int(code[len(_KIND) : -2])
    return value.to_bytes(16) if value < 1 << 128 else None


def number_of(typed: str, this_year_be: int) -> Numbered | None:
    """`4824`, `04824/69` or `๔๘๒๔/๒๕๖๙`; None for anything else."""
    found = _NUMBER.fullmatch(arabic_digits(typed.strip()))
    if found is None:
        return None
    year = int(found[2]) if found[2] else this_year_be
    return Numbered(int(found[1]), year if year > BE_OFFSET else year + this_year_be // 100 * 100)
