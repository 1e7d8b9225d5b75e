"""What is printed on an official letter of the office, whatever its form."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.office.thai import thai_digits

_LATIN = re.compile("[A-Za-z]")
_WORDS = re.compile(r"\S+")


class Form(StrEnum):
    """The forms of the correspondence regulation that the office itself writes."""

    EXTERNAL = "external"
    MEMO = "memo"
    SEALED = "sealed"
    ORDER = "order"
    ANNOUNCEMENT = "announcement"


@dataclass(frozen=True)
class OfficialPaper:
    """Everything printed on one letter; figures in Arabic digits, printed in Thai ones.

    `office_name` is the municipality, `seat` the house in which it sits (above `address`). `book_number` has a blank in
    the place of its number, and `day` is None, before the letter is signed. `urgency` and `secrecy` are the
    words of the red marks, empty for none; `deadline` the words of ด่วนภายใน. `enclosures` and `references` a line each,
    `paragraphs` without their indent. `signer_lines`: the position, line by line. `statement` says in small print how
    the letter was signed, `electronic` puts words in the place of ink. `garuda`: a PNG or JPEG of the office's own.
    """

    form: Form
    office_name: str
    seat: str
    address: str
    book_number: str
    day: date | None
    subject: str
    to_party: str
    paragraphs: tuple[str, ...]
    salutation: str = "เรียน"
    closing: str = "ขอแสดงความนับถือ"
    urgency: str = ""
    deadline: str = ""
    secrecy: str = ""
    references: tuple[str, ...] = ()
    enclosures: tuple[str, ...] = ()
    signer_name: str = ""
    signer_lines: tuple[str, ...] = ()
    owner_unit: str = ""
    contact: tuple[str, ...] = ()
    copies_to: tuple[str, ...] = ()
    statement: str = ""
    electronic: str = ""
    garuda: bytes | None = None
    draft: bool = False


def numeral(text: str) -> str:
    """The text in Thai digits; a word with Latin letters (an address on the net, a model) keeps its own."""
    return _WORDS.sub(lambda word: word[0] if _LATIN.search(word[0]) else thai_digits(word[0]), text)
