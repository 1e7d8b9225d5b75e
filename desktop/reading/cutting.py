"""A page's ink cut into pieces and lines, on a grey picture of about 300 dots to the inch whose lines are level."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from desktop.reading.straight import Grey, Ink

DPI = 300
Numbers = NDArray[np.int32]

_DARKER = 0.72
"""What is darker than this part of the paper around it is ink."""
_BLOCK = 8
_LETTERS_PX = (10, 110)
"""Heights of a consonant: 5 to 60 pt."""
_FAR = 12.0
"""Letter heights between two pieces of one line at most: the office's name stands far right of its number."""
_LOW_FAR = 2.5
"""The same of pieces that are lower than letters."""
_MARKS_OVER = 0.5
"""How far over or into the letters marks end at most, in letter heights."""
_DOT_PX, _DOTS_APART_PX, _FEWEST_DOTS = 8, 40, 12
"""Of a dotted line: how large a dot, how far the next one, and how many make a line."""
_ALL_AROUND = np.ones((3, 3), np.bool_)


def ink_of(grey: Grey) -> Ink:
    """Where something is written: clearly darker than the paper around it, be that in shade."""
    from PIL import Image, ImageFilter

    image = Image.fromarray(grey)
    lightest = Image.fromarray(ndimage.maximum_filter(np.asarray(image.reduce(_BLOCK)), 5))
    paper = lightest.filter(ImageFilter.BoxBlur(6))
    limit = paper.point([round(tone * _DARKER) for tone in range(256)]).resize(image.size, Image.Resampling.BILINEAR)
    return grey < np.asarray(limit)


@dataclass(frozen=True)
class Pieces:
    """Connected ink. `labels`: the piece of each pixel, from 1. Edges in pixels, right and bottom exclusive."""

    labels: Numbers
    top: Numbers
    bottom: Numbers
    left: Numbers
    right: Numbers

    @property
    def height(self) -> Numbers:
        return self.bottom - self.top

    @property
    def width(self) -> Numbers:
        return self.right - self.left

    def mask(self, piece: int) -> Ink:
        """The ink of one piece alone, within its edges."""
        place = np.s_[self.top[piece] : self.bottom[piece], self.left[piece] : self.right[piece]]
        return np.ascontiguousarray(self.labels[place] == piece + 1)


def pieces_of(ink: Ink) -> Pieces:
    labels, _ = ndimage.label(ink, _ALL_AROUND)
    edges = [(down.start, down.stop, across.start, across.stop) for down, across in ndimage.find_objects(labels)]
    return Pieces(labels, *np.array(edges, np.int32).reshape(-1, 4).T)


def letter_height(pieces: Pieces) -> int:
    """The height of most letters in pixels; 0 where there is no writing."""
    low, high = _LETTERS_PX
    tall, wide = pieces.height, pieces.width
    letters = (tall >= low) & (tall <= high) & (wide <= 2.2 * tall) & (wide >= 0.25 * tall)
    if np.count_nonzero(letters) < 3:
        return 0
    counts = np.bincount(tall[letters], weights=wide[letters], minlength=high + 5)
    smooth = np.convolve(counts, np.ones(5), "same")
    return int(np.argmax(smooth * np.sqrt(np.arange(smooth.size))))


@dataclass(frozen=True)
class TextLine:
    """Pieces of one line. Its letters without tails and marks stand between `top` and `bottom`.

    `letters`: from left to right, what stands on the line itself; `marks`: what else belongs to it.
    """

    top: float
    bottom: float
    letters: Numbers
    marks: Numbers

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def pieces(self) -> Numbers:
        return np.concatenate((self.letters, self.marks))


def lines_of(pieces: Pieces, letter: int) -> list[TextLine]:
    """The lines from top to bottom, those that stand beside each other from left to right."""
    bands = [band for band in _bands(pieces, letter) if band.height >= 6]
    owners = _owners(pieces, bands, letter)
    lines = [_line(pieces, band, np.nonzero(owners == place)[0]) for place, band in enumerate(bands)]
    return _in_order([line for line in lines if line.letters.size], pieces)


class _Band:
    """A line while it is found, from left to right."""

    def __init__(self, pieces: Pieces, first: int) -> None:
        self.top, self.bottom = float(pieces.top[first]), float(pieces.bottom[first])
        self.left, self.right = int(pieces.left[first]), int(pieces.right[first])
        self.found = [first]

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def likes(self, top: float, bottom: float) -> float:
        """By how much of the lower of the two it stands beside the line."""
        return (min(self.bottom, bottom) - max(self.top, top)) / max(min(self.height, bottom - top), 1.0)

    def take(self, pieces: Pieces, piece: int) -> None:
        self.found.append(piece)
        self.right = max(self.right, int(pieces.right[piece]))
        if pieces.bottom[piece] - pieces.top[piece] < 1.5 * self.height:  # the line follows a page that is not flat
            self.top += 0.25 * (float(pieces.top[piece]) - self.top)
            self.bottom += 0.25 * (float(pieces.bottom[piece]) - self.bottom)

    def is_over(self, other: "_Band") -> bool:
        """Whether it is but marks over the other's letters, as high as letters where a tone stands on a vowel.

        Two lines of writing are never so near to each other.
        """
        size, between = other.height, other.top - self.bottom
        inside = other.left - size < self.left and self.right < other.right + size
        return inside and len(self.found) < len(other.found) and abs(between) < _MARKS_OVER * size

    def settle(self, pieces: Pieces) -> None:
        self.top = float(np.median(pieces.top[self.found]))
        self.bottom = float(np.median(pieces.bottom[self.found]))


def _bands(pieces: Pieces, letter: int) -> list[_Band]:
    """Lines by their letters alone, which unlike marks never reach another line."""
    tall, wide = pieces.height, pieces.width
    fitting = (tall >= 0.72 * letter) & (tall <= 3.2 * letter) & (wide >= 0.12 * letter) & (wide <= 5 * tall)
    bands: list[_Band] = []
    for piece in sorted(np.nonzero(fitting)[0].tolist(), key=lambda one: int(pieces.left[one])):
        top, bottom, left = float(pieces.top[piece]), float(pieces.bottom[piece]), int(pieces.left[piece])
        near = [
            band
            for band in bands
            if band.top < bottom and top < band.bottom and -1.5 * letter < left - band.right < _FAR * letter
        ]
        best = max(near, key=lambda band: band.likes(top, bottom), default=None)
        if best is None or best.likes(top, bottom) < 0.45:
            bands.append(_Band(pieces, piece))
        else:
            best.take(pieces, piece)
    for band in bands:
        band.settle(pieces)
    return [band for band in bands if not any(band.is_over(other) for other in bands)]


def _owners(pieces: Pieces, bands: list[_Band], letter: int) -> Numbers:
    """The line of each piece, -1 for none: its letters, and the marks nearest to it; neither dust nor drawings."""
    owners = np.full(pieces.top.size, -1, np.int32)
    tall, wide = pieces.height, pieces.width
    dust = max(2.0, 0.1 * letter)
    free = ((tall >= dust) | (wide >= dust)) & (tall < 2.2 * letter) & ~_dotted(pieces)
    middle, centre = (pieces.top + pieces.bottom) / 2, (pieces.left + pieces.right) / 2
    nearest = np.full(pieces.top.size, np.inf)
    for place, band in enumerate(bands):
        size = band.height
        away = np.maximum(np.maximum(band.top - middle, middle - band.bottom), 0)
        left, right = _with_low_ends(pieces, band, free & (tall >= 0.4 * letter))
        beside = (centre > left - size) & (centre < right + 1.5 * size)
        within = (middle > band.top - 1.3 * size) & (middle < band.bottom + 0.8 * size)
        mine = free & beside & within & (away < nearest)
        owners[mine], nearest[mine] = place, away[mine]
    for place, band in enumerate(bands):
        owners[band.found] = place
    return owners


def _with_low_ends(pieces: Pieces, band: _Band, free: Ink) -> tuple[int, int]:
    """How far a line reaches with what is lower than a letter: ๐ ๑ ๓ of some faces stand alone at its ends."""
    on_foot = free & (np.abs(pieces.bottom - band.bottom) < 0.25 * band.height) & (pieces.top > band.top - 2)
    left, right, most = band.left, band.right, _LOW_FAR * band.height
    for piece in sorted(np.nonzero(on_foot)[0].tolist(), key=lambda one: int(pieces.left[one])):
        if right <= pieces.right[piece] and pieces.left[piece] - right < most:
            right = int(pieces.right[piece])
    for piece in sorted(np.nonzero(on_foot)[0].tolist(), key=lambda one: -int(pieces.right[one])):
        if pieces.left[piece] <= left and left - pieces.right[piece] < most:
            left = int(pieces.left[piece])
    return left, right


def _dotted(pieces: Pieces) -> Ink:
    """Which pieces are dots of dotted lines, on which memos and forms are written."""
    found = np.zeros(pieces.top.size, np.bool_)
    dots = np.nonzero((pieces.height <= _DOT_PX) & (pieces.width <= _DOT_PX))[0]
    level = (pieces.top[dots] + pieces.bottom[dots]) // 2
    for shift in (0, _DOT_PX // 2):
        rows = (level + shift) // _DOT_PX
        for row in np.nonzero(np.bincount(rows) >= _FEWEST_DOTS)[0] if rows.size else ():
            mine = dots[rows == row]
            mine = mine[np.argsort(pieces.left[mine])]
            for run in np.split(mine, np.nonzero(np.diff(pieces.left[mine]) > _DOTS_APART_PX)[0] + 1):
                found[run] |= run.size >= _FEWEST_DOTS
    return found


def _line(pieces: Pieces, band: _Band, owned: NDArray[np.int64]) -> TextLine:
    size = band.height
    tall, top, bottom = pieces.height[owned], pieces.top[owned], pieces.bottom[owned]
    standing = (tall >= 0.5 * size) & (bottom > band.top + 0.5 * size) & (top < band.bottom - 0.3 * size)
    letters = owned[standing]
    ordered = letters[np.argsort(pieces.left[letters], kind="stable")].astype(np.int32)
    return TextLine(band.top, band.bottom, ordered, owned[~standing].astype(np.int32))


def _in_order(lines: list[TextLine], pieces: Pieces) -> list[TextLine]:
    """As they are read: a line that begins beside another one, not below it, comes after it from left to right."""
    rows: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda one: one.top + one.bottom):
        level = (line.top + line.bottom) / 2
        if rows and rows[-1][0].top < level < rows[-1][0].bottom:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda one: int(pieces.left[one.letters[0]]))]
