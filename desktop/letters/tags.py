"""Provisional tags (ชค-<counter>-<n>): what a letter bears until it has its number, kept where the number will stand.

A tag is a whole number above every official one, so that rows, pages and sorting need to know nothing of it.
"""

from desktop.office.ids import Id

PROVISIONAL = 1_000_000
"""Official numbers are below; the n of a tag too."""
_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_BASE = len(_LETTERS) + 1
_LONGEST = 8


def is_provisional(number: int) -> bool:
    return number >= PROVISIONAL


def code_of(counter: str, device_id: Id) -> str:
    """What stands for a desk in its tags: its counter's code, or the end of its id where that can't be written."""
    plain = counter.strip().upper()
    if 0 < len(plain) <= _LONGEST and all(letter in _LETTERS for letter in plain):
        return plain
    return device_id.hex()[-6:].upper()


def number_of(code: str, n: int) -> int:
    """The tag of a desk as a whole number; it fits into eight bytes."""
    value = 0
    for letter in code:
        value = value * _BASE + _LETTERS.index(letter) + 1
    return value * PROVISIONAL + n


def tag_of(number: int) -> str:
    """`ชค-C2-3`; ValueError for what no desk makes."""
    if number < 0:
        raise ValueError(f"not a tag: {number}")
    value, n = divmod(number, PROVISIONAL)
    code = ""
    while value:
        value, letter = divmod(value, _BASE)
        code = _LETTERS[letter - 1] + code
    return f"ชค-{code}-{n}"
