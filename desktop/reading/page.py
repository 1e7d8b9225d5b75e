"""The picture of a page read whole. Only for the worker process: numpy, scipy and Tesseract come in with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import radians, tan

import numpy as np

from desktop.reading.cutting import DPI, Pieces, TextLine, ink_of, letter_height, lines_of, pieces_of
from desktop.reading.line_reading import on_ink, read_line, words_of
from desktop.reading.mending import mended, sources
from desktop.reading.model import Box, Line, PageReading, Quality, Word
from desktop.reading.runs import Glyph, GlyphReader, is_thai_numbered, runs_of, unlikeness
from desktop.reading.seals import lifted
from desktop.reading.straight import Grey, Levelling, skew_of
from desktop.reading.tesseract import Symbol, Tesseract
from desktop.reading.version import ENGINE

MM = 25.4 / DPI
_LEAST_SURE = 0.35
"""A line that is read with less confidence is a drawing."""
_DOUBT = 0.01
"""How likely another digit must be to be told of."""
_SURE = 0.9
"""Pages that are read with less confidence are poor."""
_LIKE, _UNLIKE = 0.33, 0.3
"""How unlike any glyph the pieces of a page are: upright ones below, turned and ruined ones above."""
_SCRIBBLE, _FEW = 0.24, 8
"""How unlike glyphs the few pieces of a signature or a stain are, which were taken for a line."""
_LEAST_GLYPHS = 4
"""Fewer on a whole page are holes and blots."""
_EDGE_PX, _SPOT_PX = 60, 12
_MOST_SPOTS = 12
"""Holes, staples and dirt that a blank sheet may have, away from its edges."""


@dataclass(frozen=True)
class _Leaf:
    """A page made ready: turned and level, its ink in pieces, its lines found, their glyphs told."""

    grey: Grey
    turned: int
    skew: float
    levelling: Levelling
    pieces: Pieces
    lines: list[TextLine]
    glyphs: list[list[Glyph]]

    @property
    def unlike(self) -> float:
        return unlikeness(self.glyphs)


def read(grey: Grey, tesseract: Tesseract, glyph_reader: GlyphReader) -> PageReading:
    """`grey`: the page at `DPI`. A page that lies turned is read upright, and all its boxes are of the upright page."""
    leaf = _upright(grey, glyph_reader)
    thai = is_thai_numbered(leaf.glyphs)
    lines: list[Line] = []
    sureness: list[float] = []
    above: TextLine | None = None
    for line, whole in zip(leaf.lines, leaf.glyphs, strict=True):
        runs = runs_of(glyph_reader.parted(whole, leaf.pieces, line), line.height, thai)
        symbols = read_line(leaf.grey, leaf.pieces, line, runs, tesseract)
        sure = float(np.mean([symbol.confidence for symbol in symbols])) if symbols else 0.0
        if sure < _LEAST_SURE or (found := _line(symbols, line, leaf)) is None:
            continue
        sureness += [sure] * len(symbols)
        if above is not None and _beside(above, line, leaf.pieces):
            lines[-1] = Line((*lines[-1].words, *found.words))
        else:
            lines.append(found)
        above = line
    blank = not lines and _spots(leaf.pieces) <= _MOST_SPOTS
    poor = not blank and (leaf.unlike > _UNLIKE or not sureness or float(np.mean(sureness)) < _SURE)
    quality = Quality(blank, poor, leaf.turned, round(leaf.skew, 2))
    high, wide = grey.shape if leaf.turned % 180 == 0 else grey.shape[::-1]
    return PageReading(round(wide * MM, 2), round(high * MM, 2), tuple(lines), quality, ENGINE)


def _upright(grey: Grey, glyph_reader: GlyphReader) -> _Leaf:
    """The page as it is, or if that shows no writing, turned as it shows most."""
    best = _leaf(grey, 0, glyph_reader)
    if not best.lines or best.unlike < _LIKE:
        return best
    for turned in (180, 90, 270):
        leaf = _leaf(grey, turned, glyph_reader)
        if leaf.lines and leaf.unlike < 0.9 * best.unlike:
            best = leaf
    return best


def _leaf(grey: Grey, turned: int, glyph_reader: GlyphReader) -> _Leaf:
    grey = np.ascontiguousarray(np.rot90(grey, -turned // 90))
    ink = ink_of(grey)
    skew = skew_of(ink)
    levelling = Levelling(skew, grey.shape[1])
    ink = levelling.level(ink.view(np.uint8), 0).view(np.bool_)
    pieces = pieces_of(ink)
    letter = letter_height(pieces)
    if (bare := lifted(ink, pieces, tan(radians(skew)))) is not None:
        pieces = pieces_of(bare)
    lines, glyphs = [], []
    for line in lines_of(pieces, letter) if letter else []:
        told = glyph_reader.glyphs(pieces, line)
        if len(told) >= _FEW or unlikeness([told]) < _SCRIBBLE:
            lines.append(line)
            glyphs.append(told)
    if sum(map(len, glyphs)) < _LEAST_GLYPHS:
        lines, glyphs = [], []
    return _Leaf(levelling.level(grey, 255), turned, skew, levelling, pieces, lines, glyphs)


def _beside(left: TextLine, right: TextLine, pieces: Pieces) -> bool:
    """Whether they stand on one foot, however far apart: to a reader that is one line."""
    apart = abs(left.bottom - right.bottom) < 0.5 * min(left.height, right.height)
    return apart and int(pieces.left[right.letters].min()) > int(pieces.right[left.letters].max())


def _spots(pieces: Pieces) -> int:
    """Pieces of a millimetre and more that do not touch the edges."""
    high, wide = pieces.labels.shape
    inside = (pieces.left > _EDGE_PX) & (pieces.right < wide - _EDGE_PX)
    inside &= (pieces.top > _EDGE_PX) & (pieces.bottom < high - _EDGE_PX)
    return int(np.count_nonzero(inside & (np.maximum(pieces.height, pieces.width) >= _SPOT_PX)))


def _line(symbols: Sequence[Symbol], line: TextLine, leaf: _Leaf) -> Line | None:
    settled = on_ink(symbols, leaf.pieces, line)
    words = [word for found in words_of(settled) if (word := _word(found, line, leaf)) is not None]
    return Line(tuple(words)) if words else None


def _word(symbols: Sequence[Symbol], line: TextLine, leaf: _Leaf) -> Word | None:
    read = "".join(symbol.text for symbol in symbols)
    text = mended(read)
    if not text:
        return None
    owners = [symbol for symbol in symbols for _ in symbol.text]
    signs = [owners[place] for place in sources(read, text)]
    spans = tuple((_mm(sign.left), _mm(sign.right)) for sign in signs)
    others = tuple((at, *sign.other) for at, sign in enumerate(signs) if sign.other[1] >= _DOUBT)
    left, right = min(symbol.left for symbol in symbols), max(symbol.right for symbol in symbols)
    sure = float(np.mean([symbol.confidence for symbol in symbols]))
    return Word(text, _box(left, right, line, leaf), round(sure, 3), spans, others)


def _box(left: float, right: float, line: TextLine, leaf: _Leaf) -> Box:
    """Around the ink between two columns, where it stands on the page that is not level."""
    pieces, mine = leaf.pieces, line.pieces
    centre = (pieces.left[mine] + pieces.right[mine]) / 2
    inside = mine[(centre >= left) & (centre <= right)]
    top = int(pieces.top[inside].min()) if inside.size else line.top
    bottom = int(pieces.bottom[inside].max()) if inside.size else line.bottom
    drop = leaf.levelling.drop((left + right) / 2)
    return Box(_mm(left), _mm(top - drop), _mm(right - left), _mm(bottom - top))


def _mm(pixels: float) -> float:
    return round(pixels * MM, 2)
