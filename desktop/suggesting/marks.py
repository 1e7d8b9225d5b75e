"""The red marks: how fast and how secret, known by where they stand."""

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from desktop.letters.model import Urgency
from desktop.office.secrecy import Secrecy
from desktop.reading.model import Box
from desktop.suggesting.labels import bones
from desktop.suggesting.layout import Piece, Sheet

_URGENT = {"ด่วนที่สุด": Urgency.MOST_URGENT, "ด่วนมาก": Urgency.VERY_URGENT, "ด่วน": Urgency.URGENT}
_SECRET = {"ลับที่สุด": Secrecy.TOP_SECRET, "ลับมาก": Secrecy.VERY_SECRET, "ลับ": Secrecy.SECRET}
_HEAD, _FOOT = 26.0, 276.0
"""No text of a letter stands above the one or below the other, mm."""
_CENTRE, _OFF_CENTRE = 105.0, 20.0
_URGENCY_ENDS = 70.0
_LIKE = 0.75


@dataclass(frozen=True)
class Mark:
    """`value` of `Urgency` or `Secrecy`; `sure`: 0 to 1."""

    value: str
    box: Box
    sure: float


def urgency(sheet: Sheet) -> Mark | None:
    """The word above the number, or beside a memo's title."""
    seen = (
        _read(run, dict(_URGENT)) for piece in sheet.pieces if piece.box.top < _URGENCY_ENDS for run in _runs(piece)
    )
    return max(filter(None, seen), key=lambda mark: mark.sure, default=None)


def secrecy(sheet: Sheet) -> Mark | None:
    """The word in the middle above all text and below it; both together are beyond doubt."""
    found = [mark for piece in sheet.pieces if _is_at_an_end(piece) and (mark := _read(piece, dict(_SECRET)))]
    best = max(found, key=lambda mark: mark.sure, default=None)
    if best is None:
        return None
    again = sum(mark.value == best.value for mark in found) > 1
    return Mark(best.value, best.box, min(1.0, best.sure * (1.0 if again else 0.8)))


def _is_at_an_end(piece: Piece) -> bool:
    middle = piece.box.left + piece.box.width / 2
    return (piece.box.top < _HEAD or piece.box.bottom > _FOOT) and abs(middle - _CENTRE) < _OFF_CENTRE


def _runs(piece: Piece) -> list[Piece]:
    """One to three words of a piece: blots of the emblem stand beside the mark."""
    words = piece.words
    return [Piece(piece.row, words[at : at + n]) for n in (1, 2, 3) for at in range(len(words) - n + 1)]


def _read(piece: Piece, meanings: dict[str, str]) -> Mark | None:
    """The longest word of those that the piece as a whole is most like."""
    signs = bones(piece.text)
    likely = [(Levenshtein.normalized_similarity(signs, bones(word)), word) for word in meanings]
    like, word = max(likely, key=lambda each: (each[0], len(each[1])))
    if like < _LIKE:
        return None
    return Mark(str(meanings[word]), piece.box, like * (0.6 + 0.4 * piece.confidence))
