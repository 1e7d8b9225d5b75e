"""Runs of digits and of Latin letters on a line, read by their glyphs.

The line reader reads them too: how a piece of ink looks by itself is held against it, and tells which words are Latin.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from desktop.reading.cutting import Pieces, TextLine
from desktop.reading.digits import CLASSES, PAIRS, DigitReader
from desktop.reading.glyphs import ARABIC, LATIN, SIGNS, THAI, Features, Likeness
from desktop.reading.parting import Parting, features_on
from desktop.reading.straight import Ink

_CERTAIN = 0.9
"""How likely a piece must be one digit to be one, if it is not unlike it; what is as likely none is none."""
_ALIKE = 0.3
"""Digits of the fonts we know are nearer than 0.15, letters are farther than 0.27 from every digit."""
_SURELY = 0.2
_HARDLY, _NEARLY = 0.45, 0.12
"""How far a neighbour of digits may be from every digit, and farther than from a letter: typefaces differ."""
_ZEROS = "๐0oO"
_DIGITS = THAI + ARABIC
_OF_THE_PAGE, _NEVER = 2.0, 1e-6
"""By how much, in the logarithm of chances, the page's own script is likelier than the other; the least chance."""
NO_OTHER = ("", 0.0)
_LOWEST = 0.5
"""Letter heights: what is lower is no digit but a speck."""
_WIDE, _TOO_WIDE = 1.15, 5.0
"""Letter heights: what is wider may be digits that touch, or is a drawing."""
_NEAR = 1.2
"""Letter heights between a zero and the digits that tell what it is."""
BLANK = 0.42
"""Letter heights: a wider gap is a blank."""
_LATIN_GAP = 0.9
_LEAST_LATIN, _PLAIN = 3, 0.12


_OF_PAIRS = [
    np.array([[pair[place:][:1] == one for one in CLASSES] for pair in PAIRS], np.float32) for place in (0, -1)
]
"""Of which class each of `PAIRS` is before and behind; what is no pair is none of them."""


@dataclass
class Glyph:
    """A piece, or one part of digits that touch. `near` and `name`: its likeness by group of characters.

    `chances`: of each of `digits.CLASSES`. `sure`: how likely `digit` is right; `other`: what it may be instead.
    """

    left: float
    right: float
    top: float
    bottom: float
    near: dict[str, float]
    name: dict[str, str]
    chances: Features
    digit: str = ""
    sure: float = 1.0
    other: tuple[str, float] = NO_OTHER
    pieces: tuple[int, ...] = ()

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Run:
    """Digits with the signs between them, or Latin words whose letters are not read yet (`text` is empty then).

    `pieces`: the ink that it takes up. `glyphs`: one for each character of `text`.
    """

    glyphs: tuple[Glyph, ...]
    text: str
    pieces: frozenset[int] = field(default=frozenset())

    @property
    def left(self) -> float:
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        return max(glyph.right for glyph in self.glyphs)


class GlyphReader:
    """Tells the glyphs of lines."""

    def __init__(self, likeness: Likeness, digits: DigitReader, pairs: DigitReader) -> None:
        self._likeness, self._digits = likeness, digits
        self._parting = Parting(digits, pairs, likeness.only(CLASSES))
        names = np.array(likeness.names)
        self._groups = {
            group: (names[likeness.columns(chars)], likeness.columns(chars))
            for group, chars in (
                ("thai", THAI),
                ("arabic", ARABIC),
                ("latin", LATIN),
                ("sign", SIGNS),
                ("zero", _ZEROS),
            )
        }
        rest = ~likeness.columns(THAI + ARABIC + LATIN + SIGNS)
        self._groups["letter"] = (names[rest], rest)

    def glyphs(self, pieces: Pieces, line: TextLine) -> list[Glyph]:
        """The line's letters and low signs from left to right, each piece as a whole."""
        mine = sorted([*line.letters.tolist(), *_signs(pieces, line)], key=lambda piece: int(pieces.left[piece]))
        places = [(int(pieces.left[piece]), int(pieces.top[piece])) for piece in mine]
        found = self._told([pieces.mask(piece) for piece in mine], places, line)
        for piece, glyph in zip(mine, found, strict=True):
            glyph.pieces = (piece,)
        return found

    def parted(self, glyphs: Sequence[Glyph], pieces: Pieces, line: TextLine) -> list[Glyph]:
        """The same, digits that touch taken apart."""
        return [part for glyph in glyphs for part in self._parted(glyph, pieces, line)]

    def _told(self, masks: Sequence[Ink], places: Sequence[tuple[int, int]], line: TextLine) -> list[Glyph]:
        rows = [features_on(mask, place, line) for mask, place in zip(masks, places, strict=True)]
        distances = self._likeness.distances(rows)
        chances = self._digits.chances(np.stack(rows)) if rows else np.empty((0, len(CLASSES)), np.float32)
        best = {group: self._best(distances, group) for group in self._groups}
        return [
            Glyph(left, left + mask.shape[1], top, top + mask.shape[0],
                  {group: float(near[row]) for group, (near, _) in best.items()},
                  {group: str(name[row]) for group, (_, name) in best.items()}, chances[row])
            for row, (mask, (left, top)) in enumerate(zip(masks, places, strict=True))
        ]  # fmt: skip

    def _best(self, distances: Features, group: str) -> tuple[NDArray[np.float32], NDArray[np.str_]]:
        names, columns = self._groups[group]
        mine = distances[:, columns]
        return mine.min(1), names[mine.argmin(1)]

    def _parted(self, glyph: Glyph, pieces: Pieces, line: TextLine) -> list[Glyph]:
        """Digits that touch, one by one, where every part is plainly a digit or a sign; else the piece as it is."""
        wide, tall = (glyph.right - glyph.left) / line.height, (glyph.bottom - glyph.top) / line.height
        if not _WIDE <= wide <= _TOO_WIDE or tall > 1.8 or min(glyph.near.values()) < _SURELY:
            return [glyph]
        place = int(glyph.left), int(glyph.top)
        cut = self._parting.cut_apart(pieces.mask(glyph.pieces[0]), place, line)
        told = self._told([part.ink for part in cut], [part.place for part in cut], line)
        parts = [
            each
            for part, one in zip(cut, told, strict=True)
            for each in ((one,) if part.pair is None else _halves(one, part.pair))
        ]
        if len(parts) < 2 or any(min(_near_digit(part), part.near["sign"]) >= _HARDLY for part in parts):
            return [glyph]
        return [replace(part, pieces=glyph.pieces) for part in parts]


def _halves(glyph: Glyph, pair: Features) -> Iterator[Glyph]:
    """The two of which a piece consists, as likely as their pairs are."""
    for place, (left, right) in enumerate(((glyph.left, glyph.middle), (glyph.middle, glyph.right))):
        chances = pair @ _OF_PAIRS[place]
        sign = CLASSES[int(chances[:-1].argmax())]
        group = "sign" if sign in SIGNS else "thai"
        near = {**dict.fromkeys(glyph.near, 1.0), group: 0.0}
        yield replace(glyph, left=left, right=right, near=near, name={**glyph.name, group: sign}, chances=chances)


def _signs(pieces: Pieces, line: TextLine) -> list[int]:
    """Small ink on the line itself: points, commas, dashes; not the vowels above and below."""
    middle = (pieces.top[line.marks] + pieces.bottom[line.marks]) / 2
    low = (middle > line.top + 0.35 * line.height) & (middle < line.bottom + 0.2 * line.height)
    return [int(piece) for piece in line.marks[low]]


def runs_of(glyphs: Sequence[Glyph], letter: float, thai_numbered: bool) -> list[Run]:
    """The digits of a line with the signs between them, and its Latin words, from left to right."""
    for glyph in glyphs:
        glyph.digit = _digit(glyph) if _plain_digit(glyph) and not _is_zero(glyph) else ""
    _drop_lookalikes(glyphs, letter)
    _add_neighbours(glyphs, letter)
    _settle_zeros(glyphs, letter, thai_numbered)
    for glyph in glyphs:
        if glyph.bottom - glyph.top < _LOWEST * letter:
            glyph.digit = ""
    latin = _latin_runs(glyphs, letter)
    taken = {id(glyph) for run in latin for glyph in run.glyphs}
    digits = [_named(run, thai_numbered) for run in _digit_runs(glyphs, letter, taken)]
    return sorted([*latin, *digits], key=lambda run: run.left)


def is_thai_numbered(lines: Iterable[Sequence[Glyph]]) -> bool:
    """Whether the page's plain digits are mostly Thai ones: what a zero that stands alone then is."""
    plain = [glyph for line in lines for glyph in line if _plain_digit(glyph) and not _is_zero(glyph)]
    return sum(1 if _digit(glyph) in THAI else -1 for glyph in plain) >= 0


def unlikeness(lines: Iterable[Sequence[Glyph]]) -> float:
    """How far the pieces are from all that we know, in the median: 0.1 for plain print, 1 where there is none."""
    return float(np.median([min(glyph.near.values()) for line in lines for glyph in line] or [1.0]))


def _near_digit(glyph: Glyph) -> float:
    return min(glyph.near["thai"], glyph.near["arabic"])


def _digit(glyph: Glyph) -> str:
    return _DIGITS[int(glyph.chances[: len(_DIGITS)].argmax())]


def _plain_digit(glyph: Glyph) -> bool:
    """By what was taught where that is certain, else by likeness alone."""
    certain = float(glyph.chances[: len(_DIGITS)].max())
    others = min(glyph.near["letter"], glyph.near["latin"], glyph.near["sign"])
    if certain > _CERTAIN:
        return _near_digit(glyph) < min(_HARDLY, others + _NEARLY)
    return certain > 1 - _CERTAIN and _near_digit(glyph) < min(_ALIKE, others)


def _is_zero(glyph: Glyph) -> bool:
    return glyph.near["zero"] < _ALIKE and glyph.near["zero"] <= min(glyph.near.values()) + 0.02


def _is_latin(glyph: Glyph) -> bool:
    return not glyph.digit and glyph.near["latin"] < min(_ALIKE, glyph.near["letter"] - 0.05)


def _is_letter(glyph: Glyph) -> bool:
    """A Thai one; Latin letters that touch are like nothing that we know."""
    return glyph.near["letter"] < min(_ALIKE, glyph.near["latin"], glyph.near["sign"])


def _drop_lookalikes(glyphs: Sequence[Glyph], letter: float) -> None:
    """A doubtful digit in the middle of a word is a letter."""
    for before, glyph, after in zip(glyphs, glyphs[1:], glyphs[2:], strict=False):
        tight = glyph.left - before.right < BLANK * letter and after.left - glyph.right < BLANK * letter
        lone = not (before.digit or after.digit or _is_zero(before) or _is_zero(after))
        doubtful = _near_digit(glyph) > min(_SURELY, glyph.near["letter"], glyph.near["latin"])
        if glyph.digit and tight and lone and doubtful and before.near["sign"] > _ALIKE:
            glyph.digit = ""


def _add_neighbours(glyphs: Sequence[Glyph], letter: float) -> None:
    """What touches a digit's place is one too if it looks nearly as much like one: letters do not follow on digits."""
    for order in (glyphs, glyphs[::-1]):
        for before, glyph in pairwise(order):
            gap = max(glyph.left - before.right, before.left - glyph.right)
            close = _near_digit(glyph) < min(_HARDLY, min(glyph.near["letter"], glyph.near["sign"]) + _NEARLY)
            if before.digit and not glyph.digit and not _is_zero(glyph) and close and gap < BLANK * letter:
                script = "thai" if before.digit in THAI else "arabic"
                if glyph.near[script] < _HARDLY:
                    glyph.digit = glyph.name[script]  # `_named` settles which


def _settle_zeros(glyphs: Sequence[Glyph], letter: float, thai_numbered: bool) -> None:
    """A ring is a zero beside digits, in their script, and where it stands alone; else it is a letter."""
    for place, glyph in enumerate(glyphs):
        if glyph.digit or not _is_zero(glyph):
            continue
        beside = [near for step in (-1, 1) if (near := _neighbour(glyphs, place, step, letter)) is not None]
        digits = [near.digit for near in beside if near.digit]
        if digits:
            glyph.digit = "๐" if digits[0] in THAI else "0"
        elif not any(_is_latin(near) or near.near["letter"] < _ALIKE for near in beside):
            glyph.digit = "๐" if thai_numbered else "0"


def _neighbour(glyphs: Sequence[Glyph], place: int, step: int, letter: float) -> Glyph | None:
    """The next piece to one side that is no sign nor another ring and not far."""
    last = glyphs[place]
    at = place + step
    while 0 <= at < len(glyphs):
        glyph = glyphs[at]
        if max(glyph.left - last.right, last.left - glyph.right) > _NEAR * letter:
            return None
        if glyph.digit or not (_is_zero(glyph) or _is_sign(glyph)):
            return glyph
        last, at = glyph, at + step
    return None


def _is_sign(glyph: Glyph) -> bool:
    return glyph.near["sign"] < _ALIKE and glyph.near["sign"] <= min(glyph.near.values()) + 0.02


def _digit_runs(glyphs: Sequence[Glyph], letter: float, taken: set[int]) -> list[list[Glyph]]:
    """Digits without a blank between them, and the signs that follow one of them at once, or open before one."""
    runs: list[list[Glyph]] = []
    opening: Glyph | None = None
    for glyph in glyphs:
        if id(glyph) in taken:
            opening = None
            continue
        follows = bool(runs) and glyph.left - runs[-1][-1].right < BLANK * letter
        if glyph.digit:
            lead = [opening] if opening and glyph.left - opening.right < BLANK * letter else []
            if follows and not lead:
                runs[-1].append(glyph)
            else:
                runs.append([*lead, glyph])
            opening = None
        elif _is_sign(glyph) and glyph.name["sign"] == "(":
            opening = glyph
        elif follows and _is_sign(glyph):
            glyph.digit = glyph.name["sign"]
            runs[-1].append(glyph)
    return runs


def _named(glyphs: Sequence[Glyph], thai_numbered: bool) -> Run:
    """The digits of a run are all of one script, the likelier one for all of them; the page's own has a start."""
    digits = [glyph for glyph in glyphs if glyph.digit and glyph.digit in _DIGITS]
    chances = np.stack([glyph.chances for glyph in digits])
    scripts = np.log(chances[:, : len(_DIGITS)].reshape(-1, 2, 10).max(2) + _NEVER).sum(0)
    scripts[0 if thai_numbered else 1] += _OF_THE_PAGE
    first = 10 * int(scripts.argmax())
    for glyph, chance in zip(digits, chances[:, first : first + 10], strict=True):
        second, best = chance.argsort()[-2:]
        whole = chance.sum() + glyph.chances[-1]
        glyph.digit, glyph.sure = _DIGITS[first + best], float(chance[best] / whole)
        glyph.other = (_DIGITS[first + second], float(chance[second] / whole))
    text = "".join(glyph.digit or glyph.name["sign"] for glyph in glyphs)
    return Run(tuple(glyphs), text, frozenset(piece for glyph in glyphs for piece in glyph.pieces))


def _latin_runs(glyphs: Sequence[Glyph], letter: float) -> list[Run]:
    """Words of at least three Latin letters in all, or two plain ones, with what stands between them."""
    found: list[list[Glyph]] = [[]]
    for glyph in glyphs:
        if found[-1] and glyph.left - found[-1][-1].right > _LATIN_GAP * letter:
            found.append([])
        if _is_latin(glyph) or (found[-1] and (glyph.digit or _is_zero(glyph) or not _is_letter(glyph))):
            found[-1].append(glyph)
        elif found[-1]:
            found.append([])
    trimmed = (_trimmed(run) for run in found)
    return [
        Run(tuple(run), "", frozenset(piece for glyph in run for piece in glyph.pieces))
        for run in trimmed
        if sum(map(_is_latin, run)) >= _LEAST_LATIN or _is_short_word(run)
    ]


def _is_short_word(run: Sequence[Glyph]) -> bool:
    """Two plain capitals beside each other, as in PM."""
    capitals = [glyph for glyph in run if glyph.near["latin"] < _PLAIN and glyph.name["latin"].isupper()]
    return len(run) == len(capitals) == 2


def _trimmed(run: list[Glyph]) -> list[Glyph]:
    while run and not _is_latin(run[-1]):
        run = run[:-1]
    return run
