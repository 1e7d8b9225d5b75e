"""A page's reading as the pieces of an official letter: runs of words with where they stand, in mm."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from math import prod, radians, tan

from desktop.reading.model import Box, Line, PageReading, Word

COLUMN_GAP = 7.0
"""Blanks wider than this part what only happens to stand on one height."""


@dataclass(frozen=True)
class Piece:
    """Words of one line that belong together. `row`: which line of the page, from the top."""

    row: int
    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @cached_property
    def box(self) -> Box:
        return Line(self.words).box

    @property
    def confidence(self) -> float:
        return confidence(self.words)

    def otherwise(self) -> Iterator[tuple["Piece", float]]:
        """The same with one digit read otherwise, and how likely (0 to 1) that other digit is."""
        for place, word in enumerate(self.words):
            for doubt in word.others:
                at, digit, chance = doubt
                text = word.text[:at] + digit + word.text[at + 1 :]
                other = replace(word, text=text, others=tuple(one for one in word.others if one is not doubt))
                yield Piece(self.row, (*self.words[:place], other, *self.words[place + 1 :])), chance

    def between(self, start: int, end: int) -> "Piece":
        """The words that bear `text[start:end]`, or the whole piece where none does."""
        before = sum(not sign.isspace() for sign in self.text[:start])
        until = sum(not sign.isspace() for sign in self.text[:end])
        cut = self.until(until)
        return (cut.after(before) if cut else None) or self

    def after(self, signs: int) -> "Piece | None":
        """What follows the first `signs` signs that are no blanks; None when nothing does."""
        left: list[Word] = []
        for word in self.words:
            if signs >= len(word.text):
                signs -= len(word.text)
            else:
                left.append(_tail(word, signs))
                signs = 0
        return Piece(self.row, tuple(left)) if left else None

    def until(self, signs: int) -> "Piece | None":
        """The first `signs` signs that are no blanks."""
        kept: list[Word] = []
        for word in self.words:
            if signs <= 0:
                break
            kept.append(word if signs >= len(word.text) else _head(word, signs))
            signs -= len(word.text)
        return Piece(self.row, tuple(kept)) if kept else None


def confidence(words: Sequence[Word]) -> float:
    """Of all of them: one that was read badly is enough to spoil the whole, as is each doubtful digit. 0 of none."""
    if not words:
        return 0.0
    signs = sum(len(word.text) for word in words)
    mean = sum(word.confidence * len(word.text) for word in words) / signs
    certain = prod(1 - chance for word in words for *_, chance in word.others)
    return (0.3 * mean + 0.7 * min(word.confidence for word in words)) * certain


def _tail(word: Word, signs: int) -> Word:
    if not signs:
        return word
    left = word.spans[signs][0] if word.spans else word.box.left + word.box.width * signs / len(word.text)
    box = Box(left, word.box.top, max(0.1, word.box.right - left), word.box.height)
    others = tuple((at - signs, digit, chance) for at, digit, chance in word.others if at >= signs)
    return Word(word.text[signs:], box, word.confidence, word.spans[signs:], others)


def _head(word: Word, signs: int) -> Word:
    right = word.spans[signs - 1][1] if word.spans else word.box.left + word.box.width * signs / len(word.text)
    box = Box(word.box.left, word.box.top, max(0.1, right - word.box.left), word.box.height)
    others = tuple(one for one in word.others if one[0] < signs)
    return Word(word.text[:signs], box, word.confidence, word.spans[:signs], others)


@dataclass(frozen=True)
class Sheet:
    """A page cut into its pieces, from top to bottom and from left to right, as if it had been laid down straight."""

    pieces: tuple[Piece, ...]
    margin: float
    """Where its lines begin at the left."""
    pitch: float
    """From one line to the next."""
    fall: float = 0.0
    """How much the page's lines fall on the way to the right, mm a mm."""

    def on_page(self, box: Box) -> Box:
        """The same place on the page as it lay."""
        return _moved(box, -self.fall)

    def row(self, number: int) -> tuple[Piece, ...]:
        return tuple(piece for piece in self.pieces if piece.row == number)


def sheet_of(page: PageReading) -> Sheet:
    """The pieces of a page; lines side by side at one height are one row, whatever the reader made of them."""
    fall = tan(radians(page.quality.skew))
    lines = [Line(tuple(_straight(word, fall) for word in line.words)) for line in page.lines]
    pieces = tuple(piece for number, row in enumerate(_rows(lines)) for piece in _pieces(number, row))
    return Sheet(pieces, _margin(pieces), _pitch(pieces), fall)


def _straight(word: Word, fall: float) -> Word:
    if not fall:
        return word
    box = _moved(word.box, fall)
    aside = box.left - word.box.left
    return replace(word, box=box, spans=tuple((left + aside, right + aside) for left, right in word.spans))


def _moved(box: Box, fall: float) -> Box:
    """Turned around the upper left corner of the page by a small angle."""
    return Box(box.left + box.top * fall, box.top - box.left * fall, box.width, box.height)


def _middle(word: Word) -> float:
    return word.box.top + word.box.height / 2


def _rows(lines: Sequence[Line]) -> list[list[Word]]:
    rows: list[list[Word]] = []
    for line in sorted(lines, key=lambda each: each.box.top + each.box.height / 2):
        words = sorted((word for word in line.words if word.text.strip()), key=lambda word: word.box.left)
        beside = next((row for row in reversed(rows) if words and _are_one(row, words)), None)
        if beside is not None:
            beside[:] = sorted((*beside, *words), key=lambda word: word.box.left)
        elif words:
            rows.append(words)
    return sorted(rows, key=lambda row: _middle(row[0]))


def _are_one(row: list[Word], words: list[Word]) -> bool:
    """Whether one stands beside the other: where they are nearest their heights differ by less than marks do."""
    (left, right) = (row, words) if row[0].box.left < words[0].box.left else (words, row)
    apart = right[0].box.left - max(word.box.right for word in left) > -1.0
    return apart and abs(_middle(left[-1]) - _middle(right[0])) < _SAME_ROW


_SAME_ROW = 2.6
"""Of lines about 7 mm apart; words without marks above stand a little lower than words with them."""


def _pieces(number: int, row: list[Word]) -> list[Piece]:
    pieces: list[list[Word]] = []
    for word in row:
        if pieces and word.box.left - max(one.box.right for one in pieces[-1]) < COLUMN_GAP:
            pieces[-1].append(word)
        else:
            pieces.append([word])
    return [Piece(number, tuple(piece)) for piece in pieces]


def _margin(pieces: tuple[Piece, ...]) -> float:
    """The leftmost place where at least a quarter of the rows begin, labels of a column among them; else 30 mm."""
    firsts = {piece.row: piece for piece in reversed(pieces)}.values()
    starts = sorted(piece.box.left for piece in firsts if piece.box.left < _LEFT_HALF and len(piece.text) > 1)
    least = max(len(starts) / 4, 2)
    for start in starts:
        beside = [one for one in starts if start <= one < start + _SAME_START]
        if len(beside) >= least:
            return beside[len(beside) // 2]
    return starts[0] if starts else 30.0


_LEFT_HALF, _SAME_START = 60.0, 4.0


def _pitch(pieces: tuple[Piece, ...]) -> float:
    """The usual distance of lines that begin at the left half."""
    tops = sorted({round(piece.box.bottom, 1) for piece in pieces if piece.box.left < 80 and piece.box.width > 40})
    steps = sorted(low - high for high, low in pairwise(tops) if 4 < low - high < 12)
    return steps[len(steps) // 2] if steps else 7.5
