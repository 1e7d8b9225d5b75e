"""The day on which a letter was written, among all the days that its page bears."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop.reading.model import Box
from desktop.suggesting.days import days_in
from desktop.suggesting.head import Head
from desktop.suggesting.layout import Piece, Sheet


@dataclass(frozen=True)
class LetterDay:
    """`sure`: 0 to 1, by its words, its place and how well it was read."""

    day: date
    box: Box
    sure: float


def letter_days(sheet: Sheet, head: Head, today: date) -> list[LetterDay]:
    """The likeliest first, each day once."""
    best: dict[date, LetterDay] = {}
    for piece in sheet.pieces:
        place = _fitness(piece, sheet, head)
        for found in _days(piece, today, place) if place else ():
            if found.day not in best or best[found.day].sure < found.sure:
                best[found.day] = found
    return sorted(best.values(), key=lambda one: -one.sure)


def _days(piece: Piece, today: date, place: float) -> Iterator[LetterDay]:
    for read, likely in ((piece, 1.0), *piece.otherwise()):
        for found in days_in(read.text, today):
            words = read.between(found.start, found.end)
            alone = len(read.text) - (found.end - found.start) < 8
            sure = likely * found.sure * words.confidence * place * (1.0 if alone else 0.9)
            yield LetterDay(found.day, words.box, sure)


def _fitness(piece: Piece, sheet: Sheet, head: Head) -> float:
    """How likely a day in this place is the letter's own: 1 between number and subject, 0 in what is cited."""
    box = piece.box
    top = head.number.piece.box.top - sheet.pitch * 0.5 if head.number else 35.0
    if head.sealed_to is not None:
        return 1.0 if box.top > head.ends and box.left > 70 and box.width < 70 else 0.2
    if top <= box.top < head.begins - 1.0:
        return 1.0 if box.left > 70 or head.unit else 0.8
    if box.top < top:
        return 0.3
    return 0.35 if box.top > head.ends and box.left > 70 and box.width < 60 else 0.0
