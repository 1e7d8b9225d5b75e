"""One line of a page as Tesseract reads it, its Latin words by another model, its digits held against their glyphs."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from desktop.reading.cutting import DPI, Numbers, Pieces, TextLine
from desktop.reading.mending import is_mark
from desktop.reading.runs import BLANK, Glyph, Run
from desktop.reading.straight import Grey, Ink
from desktop.reading.tesseract import ENGLISH, THAI, Symbol, Tesseract

_EDGE = 10
_ABOVE, _BELOW = 0.35, 0.3
"""Letter heights of paper around a line at least: with less, tones above vowels are lost."""
_INK_EDGE = 2
_LATIN_IF = ((0.7, 0.5), (0.93, 0.985))
"""Below how sure a Thai reading how sure a Latin one must be: Thai without rings is like Latin letters."""
_STROKE = "/"
_PLAIN, _DIFFERS = 0.95, 0.3
"""How sure a glyph must be of its digit to be believed where the line says another; how often the other is right."""


def read_line(grey: Grey, pieces: Pieces, line: TextLine, runs: Sequence[Run], tesseract: Tesseract) -> list[Symbol]:
    """The characters of a line from left to right; edges in pixels of the page."""
    symbols = [one for one in _read(grey, pieces, line, line.pieces, tesseract) if _is_on_letters(one, pieces, line)]
    for run in runs:
        if not run.text:
            symbols = _in_latin(symbols, run, grey, pieces, line, tesseract)
        elif len(inside := _standing_in(symbols, run)) == len(_digits(run)) and not _lost_a_stroke(symbols, run):
            symbols = _doubted(symbols, inside, run)
        elif all(glyph.sure > _PLAIN for _, glyph in _digits(run)):
            symbols = _by_glyphs(symbols, run, pieces, line)
    return symbols


def _lost_a_stroke(symbols: Sequence[Symbol], run: Run) -> bool:
    """Where digits lean over it, the line reader passes over it."""
    inside = (one.text for one in symbols if run.left < _middle(one) < run.right)
    return _STROKE in run.text and _STROKE not in inside


def _by_glyphs(symbols: Sequence[Symbol], run: Run, pieces: Pieces, line: TextLine) -> list[Symbol]:
    """As many digits as there are pieces of ink: the line reader skips or doubles some that are alike."""
    looks = [
        Symbol(sign, glyph.left, glyph.right, glyph.sure, False)
        for sign, glyph in zip(run.text, run.glyphs, strict=True)
    ]
    return _inserted([one for one in symbols if not run.left < _middle(one) < run.right], looks, run, pieces, line)


def _doubted(symbols: Sequence[Symbol], inside: Sequence[int], run: Run) -> list[Symbol]:
    """Digits that look like another one: two readers that differ have a face before them that one was not taught."""
    seen = list(symbols)
    for at, (sign, glyph) in zip(inside, _digits(run), strict=True):
        read = seen[at].text
        if int(read) != int(sign):
            looks = chr(ord(read) - int(read) + int(sign))  # in the script that was read
            likelier, other = (looks, read) if glyph.sure > _PLAIN else (read, looks)
            seen[at] = replace(seen[at], text=likelier, other=(other, _DIFFERS))
    return seen


def _digits(run: Run) -> list[tuple[str, Glyph]]:
    return [(sign, glyph) for sign, glyph in zip(run.text, run.glyphs, strict=True) if sign.isdecimal()]


def _standing_in(symbols: Sequence[Symbol], run: Run) -> list[int]:
    """Which of the symbols are digits where the run stands."""
    return [
        at
        for at, one in enumerate(symbols)
        if one.text.isdecimal() and len(one.text) == 1 and one.right > run.left and one.left < run.right
    ]


def _middle(symbol: Symbol) -> float:
    return (symbol.left + symbol.right) / 2


def _in_latin(
    symbols: list[Symbol], run: Run, grey: Grey, pieces: Pieces, line: TextLine, tesseract: Tesseract
) -> list[Symbol]:
    """What looks like Latin letters, read as such where the Thai reader made little of it."""
    thai = [one for one in symbols if run.left < _middle(one) < run.right]
    least = next((latin for below, latin in _LATIN_IF if _sureness(thai) < below), None)
    if least is None:
        return symbols
    latin = _read(grey, pieces, line, np.array(sorted(_within(pieces, line, run)), np.int32), tesseract, ENGLISH)
    if _sureness(latin) < least:
        return symbols
    return _inserted([one for one in symbols if one not in thai], latin, run, pieces, line)


def _sureness(symbols: Sequence[Symbol]) -> float:
    return float(np.mean([one.confidence for one in symbols])) if symbols else 0.0


def _within(pieces: Pieces, line: TextLine, run: Run) -> set[int]:
    """All ink of the line over a run: dots on letters belong to it too."""
    mine = line.pieces
    centre = (pieces.left[mine] + pieces.right[mine]) / 2
    return set(mine[(centre > run.left) & (centre < run.right)].tolist()) | run.pieces


def _is_on_letters(symbol: Symbol, pieces: Pieces, line: TextLine) -> bool:
    """Digits that are read where none was found are specks, unless a whole letter stands there."""
    letters = line.letters
    on_one = bool(np.any((pieces.left[letters] < symbol.right) & (pieces.right[letters] > symbol.left)))
    return on_one or not symbol.text.isdecimal()


def _read(
    grey: Grey, pieces: Pieces, line: TextLine, mine: Numbers, tesseract: Tesseract, language: str = THAI
) -> list[Symbol]:
    """Tesseract's reading of these pieces alone on white paper."""
    left, right = max(int(pieces.left[mine].min()) - _EDGE, 0), int(pieces.right[mine].max()) + _EDGE
    top = max(min(int(line.top - _ABOVE * line.height), int(pieces.top[mine].min()) - 4), 0)
    bottom = max(int(line.bottom + _BELOW * line.height), int(pieces.bottom[mine].max()) + 4)
    chosen = np.zeros(pieces.top.size + 1, np.bool_)
    chosen[mine + 1] = True
    kept = _grown(chosen[pieces.labels[top:bottom, left:right]])
    picture = np.where(kept, grey[top:bottom, left:right], np.uint8(255))
    found = tesseract.read(np.ascontiguousarray(picture), DPI, language)
    return [replace(symbol, left=symbol.left + left, right=symbol.right + left) for symbol in found]


def _grown(ink: Ink) -> Ink:
    """The ink and the soft edge of `_INK_EDGE` pixels around it."""
    for _ in range(2):  # across, and turned about down
        grown = ink.copy()
        for step in range(1, _INK_EDGE + 1):
            grown[:, step:] |= ink[:, :-step]
            grown[:, :-step] |= ink[:, step:]
        ink = grown.T
    return ink


def _inserted(symbols: list[Symbol], read: Sequence[Symbol], run: Run, pieces: Pieces, line: TextLine) -> list[Symbol]:
    """A run where it stands, but never between a letter and its marks."""
    letters = [piece for piece in line.letters.tolist() if piece not in run.pieces]
    before = max((int(pieces.right[piece]) for piece in letters if pieces.left[piece] < run.left), default=None)
    after = min((int(pieces.left[piece]) for piece in letters if pieces.right[piece] > run.right), default=None)
    blank = BLANK * line.height
    first = replace(read[0], after_blank=before is not None and run.left - before > blank)
    middle = (run.left + run.right) / 2
    place = next((at for at, one in enumerate(symbols) if _middle(one) > middle), len(symbols))
    while place < len(symbols) and is_mark(symbols[place].text):
        place += 1
    behind = symbols[place:]
    if behind:
        behind[0] = replace(behind[0], after_blank=after is not None and after - run.right > blank)
    return [*symbols[:place], first, *read[1:], *behind]


def words_of(symbols: Sequence[Symbol]) -> list[list[Symbol]]:
    """The characters parted at blanks; a mark never begins a word."""
    words: list[list[Symbol]] = [list(symbols[:1])]
    for _, symbol in pairwise(symbols):
        if symbol.after_blank and not is_mark(symbol.text):
            words.append([symbol])
        else:
            words[-1].append(symbol)
    return [word for word in words if word]


def on_ink(symbols: Sequence[Symbol], pieces: Pieces, line: TextLine) -> list[Symbol]:
    """The characters with the edges of their ink, which Tesseract tells only roughly; marks with their letter's."""
    bases = [at for at, symbol in enumerate(symbols) if not is_mark(symbol.text)]
    if not bases:
        return list(symbols)
    middles = np.array([(symbols[at].left + symbols[at].right) / 2 for at in bases])
    inked: dict[int, tuple[float, float]] = {}
    lefts, rights = pieces.left[line.letters], pieces.right[line.letters]
    nearest = np.abs(middles - ((lefts + rights) / 2)[:, None]).argmin(1)
    for at, *edges in zip(nearest.tolist(), lefts.tolist(), rights.tolist(), strict=True):
        base = bases[at]
        known = inked.get(base, (edges[0], edges[1]))
        inked[base] = min(known[0], edges[0]), max(known[1], edges[1])
    settled: list[Symbol] = []
    for at, symbol in enumerate(symbols):
        if settled and is_mark(symbol.text):
            left, right = settled[-1].left, settled[-1].right
        elif at in inked:
            left, right = inked[at]
        else:
            left = max(symbol.left, settled[-1].right if settled else 0)
            right = max(symbol.right, left + 1)
        settled.append(replace(symbol, left=left, right=right))
    return settled
