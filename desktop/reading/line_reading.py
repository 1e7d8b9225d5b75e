"""One line of a page: its digits by their glyphs, its Latin words and the rest by Tesseract, put together again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from desktop.reading.cutting import DPI, Numbers, Pieces, TextLine
from desktop.reading.mending import is_mark
from desktop.reading.runs import BLANK, Run
from desktop.reading.straight import Grey, Ink
from desktop.reading.tesseract import ENGLISH, Symbol, Tesseract

_EDGE = 10
_ABOVE, _BELOW = 0.35, 0.3
"""Letter heights of paper around a line at least: with less, tones above vowels are lost."""
_INK_EDGE = 2
_BELIEVED = 0.5
"""Latin letters that are read with less confidence are something else."""


@dataclass(frozen=True)
class _Insert:
    """What was read of a run, and whether blanks stand before and after it."""

    symbols: tuple[Symbol, ...]
    middle: float
    blank_after: bool


def read_line(grey: Grey, pieces: Pieces, line: TextLine, runs: Sequence[Run], tesseract: Tesseract) -> list[Symbol]:
    """The characters of a line from left to right; edges in pixels of the page."""
    inserts, taken = [], set[int]()
    for run in runs:
        read = _digits(run) if run.text else _latin(grey, pieces, line, run, tesseract)
        if read:
            inserts.append(_insert(read, run, pieces, line))
            taken |= run.pieces if run.text else _within(pieces, line, run)
    rest = np.array([piece for piece in line.pieces.tolist() if piece not in taken], np.int32)
    symbols = _read(grey, pieces, line, rest, tesseract) if _has_letters(line, taken) else []
    symbols = [
        symbol for symbol in symbols if not symbol.text.isdecimal() or _is_on_letters(symbol, pieces, line, taken)
    ]
    for insert in inserts:
        symbols = _inserted(symbols, insert)
    return symbols


def _digits(run: Run) -> list[Symbol]:
    return [
        Symbol(char, glyph.left, glyph.right, glyph.sure, False, glyph.other)
        for char, glyph in zip(run.text, run.glyphs, strict=True)
    ]


def _within(pieces: Pieces, line: TextLine, run: Run) -> set[int]:
    """All ink of the line over a run: dots on letters belong to it too."""
    mine = line.pieces
    centre = (pieces.left[mine] + pieces.right[mine]) / 2
    return set(mine[(centre > run.left) & (centre < run.right)].tolist()) | run.pieces


def _latin(grey: Grey, pieces: Pieces, line: TextLine, run: Run, tesseract: Tesseract) -> list[Symbol]:
    """Nothing where it is no Latin after all."""
    mine = np.array(sorted(_within(pieces, line, run)), np.int32)
    symbols = _read(grey, pieces, line, mine, tesseract, ENGLISH)
    sure = np.mean([symbol.confidence for symbol in symbols]) if symbols else 0.0
    return symbols if sure >= _BELIEVED else []


def _has_letters(line: TextLine, taken: set[int]) -> bool:
    return any(piece not in taken for piece in line.letters.tolist())


def _is_on_letters(symbol: Symbol, pieces: Pieces, line: TextLine, taken: set[int]) -> bool:
    """Digits that are read where none was found are specks, unless a whole letter stands there."""
    letters = np.array([piece for piece in line.letters.tolist() if piece not in taken], np.int32)
    return bool(np.any((pieces.left[letters] < symbol.right) & (pieces.right[letters] > symbol.left)))


def _read(
    grey: Grey, pieces: Pieces, line: TextLine, mine: Numbers, tesseract: Tesseract, language: str = "tha"
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


def _insert(read: Sequence[Symbol], run: Run, pieces: Pieces, line: TextLine) -> _Insert:
    letters = [piece for piece in line.letters.tolist() if piece not in run.pieces]
    before = max((int(pieces.right[piece]) for piece in letters if pieces.left[piece] < run.left), default=None)
    after = min((int(pieces.left[piece]) for piece in letters if pieces.right[piece] > run.right), default=None)
    blank = BLANK * line.height
    first = replace(read[0], after_blank=before is not None and run.left - before > blank)
    return _Insert((first, *read[1:]), (run.left + run.right) / 2, after is not None and after - run.right > blank)


def _inserted(symbols: list[Symbol], insert: _Insert) -> list[Symbol]:
    """Where it stands, but never between a letter and its marks."""
    place = next((at for at, one in enumerate(symbols) if (one.left + one.right) / 2 > insert.middle), len(symbols))
    while place < len(symbols) and is_mark(symbols[place].text):
        place += 1
    after = symbols[place:]
    if after:
        after[0] = replace(after[0], after_blank=insert.blank_after)
    return [*symbols[:place], *insert.symbols, *after]


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
