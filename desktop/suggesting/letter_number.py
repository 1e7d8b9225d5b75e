"""The book number of a letter: beside ที่ at the margin, over the subject."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.reading.model import Box
from desktop.suggesting.codes import provinces_in
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


def letter_numbers(sheet: Sheet, head: Head) -> list[LetterNumber]:
    """What stands beside ที่, the likeliest first; where it was not read, what looks most like one at the margin."""
    provinces = provinces_in("".join(piece.text for piece in sheet.pieces))
    read = [list(_read(piece, sheet, head, provinces)) for piece in sheet.pieces]
    likeliest = max(read, key=lambda numbers: max((one.sure for one in numbers), default=0.0), default=[])
    best: dict[str, LetterNumber] = {}
    for one in sorted(likeliest, key=lambda one: -one.sure):
        best.setdefault(one.value, one)
    return list(best.values())


def _read(piece: Piece, sheet: Sheet, head: Head, provinces: frozenset[str]) -> Iterator[LetterNumber]:
    """The numbers that a piece over the subject can be, 0 to 1 by label, form and how well they were read."""
    if piece.box.left > sheet.margin + 12 or piece.box.top >= min(head.begins, _NOT_UNDER):
        return
    labelled = head.number is not None and head.number.piece is piece
    rest = head.number.rest if labelled and head.number else piece
    for words, likely in ((rest, 1.0), *rest.otherwise()) if rest else ():
        text = _DOTS.sub(" ", _DAY.sub("", words.text))
        told = labelled or bool(_LABEL.match(text))
        read = read_number(text if labelled else _LABEL.sub("", text), provinces)
        if read is not None:
            mine = words.between(0, len(_DAY.sub("", words.text)))
            yield LetterNumber(read.value, mine.box, likely * read.sure * mine.confidence * (1.0 if told else 0.8))
