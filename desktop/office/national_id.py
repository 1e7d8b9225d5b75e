"""The 13-digit number of a person or a juristic person (domain 6): checked, classified, written and masked."""

import re
from enum import StrEnum

from desktop.office.thai import normalise

_SEPARATORS = re.compile(r"[\s-]")


class Kind(StrEnum):
    """What the first digit tells; it never decides whether somebody is served."""

    PERSON = "person"
    SPECIAL = "special"
    """0: a juristic person, a government office, or a person without registration status."""
    UNASSIGNED = "unassigned"
    """9: not given out."""


def digits_of(text: str) -> str:
    """The 13 Arabic digits of a number typed with or without dashes, blanks or Thai digits; ValueError if not 13."""
    digits = _SEPARATORS.sub("", normalise(text))
    if len(digits) != 13 or not (digits.isascii() and digits.isdigit()):
        raise ValueError("a national ID has 13 digits")
    return digits


def check_digit(first_twelve: str) -> int:
    """The 13th digit: (11 - the sum of each digit times its weight 13..2, modulo 11) modulo 10."""
    weighted = sum(int(digit) * (13 - place) for place, digit in enumerate(first_twelve))
    return (11 - weighted % 11) % 10


def is_valid(text: str) -> bool:
    """Whether the text is 13 digits of which the last one fits."""
    try:
        digits = digits_of(text)
    except ValueError:
        return False
    return check_digit(digits[:12]) == int(digits[12])


def classify(text: str) -> Kind:
    """The kind by the first digit; ValueError if the text is not 13 digits."""
    return {"0": Kind.SPECIAL, "9": Kind.UNASSIGNED}.get(digits_of(text)[0], Kind.PERSON)


def format_id(text: str) -> str:
    """`3-5012-34567-56-9`; ValueError if the text is not 13 digits."""
    digits = digits_of(text)
    return "-".join((digits[0], digits[1:5], digits[5:10], digits[10:12], digits[12]))


def mask(text: str) -> str:
    """`3-50xx-xxxxx-56-9`: enough to recognise, too little to misuse; ValueError if the text is not 13 digits."""
    digits = digits_of(text)
    return format_id(digits)[:4] + "xx-xxxxx-" + f"{digits[10:12]}-{digits[12]}"
