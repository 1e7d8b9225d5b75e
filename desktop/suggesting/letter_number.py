"""The book number of a letter: beside ที่ at the margin, over the subject."""

import re
from dataclasses import dataclass

from desktop.reading.model import Box
from desktop.suggesting.head import Head
from desktop.suggesting.layout import Piece, Sheet
from desktop.suggesting.numbers import read_number

_DAY = re.compile(r"\s*ว.?น\s?ท[\u0e34-\u0e37\u0e47-\u0e4c]*.*$")
_LABEL = re.compile(r"^[ทพหฑฟ]\s?[\u0e31\u0e34-\u0e37\u0e47-\u0e4c]+\s*")
_DOTS = re.compile(r"\.{2,}|…")
_NOT_UNDER = 130.0


@dataclass(frozen=True)
class LetterNumber:
    """`value` in the digits of the paper; `sure`: 0 to 1."""

    value: str
    box: Box
    sure: float


def letter_number(sheet: Sheet, head: Head) -> LetterNumber | None:
    """What stands beside ที่; where the label was not read, what looks most like a book number at the margin."""
    found = [one for piece in sheet.pieces if (one := _read(piece, sheet, head))]
    return max(found, key=lambda one: one.sure, default=None)


def _read(piece: Piece, sheet: Sheet, head: Head) -> LetterNumber | None:
    """The number in a piece over the subject, 0 to 1 by its label, its form and how well it was read."""
    if piece.box.left > sheet.margin + 12 or piece.box.top > min(head.begins, _NOT_UNDER):
        return None
    labelled = head.number is not None and head.number.piece is piece
    rest = head.number.rest if labelled and head.number else piece
    text = _DOTS.sub(" ", _DAY.sub("", rest.text)) if rest else ""
    if not labelled:
        text, labelled = _LABEL.sub("", text), bool(_LABEL.match(text))
    read = read_number(text)
    if read is None or rest is None:
        return None
    words = rest.between(0, len(_DAY.sub("", rest.text)))
    return LetterNumber(read.value, words.box, read.sure * words.confidence * (1.0 if labelled else 0.8))
