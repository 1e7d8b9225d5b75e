"""What a piece of ink shows, by its likeness to glyphs drawn from fonts: digits, Thai letters, Latin letters, signs.

It tells digits from letters, which is all that is asked of it: letters are read better by those who read lines.
"""

from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from io import BytesIO
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from desktop.reading.straight import Ink

THAI = "๐๑๒๓๔๕๖๗๘๙"
ARABIC = "0123456789"
LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz@&"
SIGNS = "()/-.,:"

Features: TypeAlias = NDArray[np.float32]

GRID = (12, 14)
PAIR_GRID = (22, 14)
"""In how many fields a piece is seen, across and down; and two digits that touch."""
_WEIGHT = np.array([0.4, 0.4, 0.4, 0.2], np.float32)
"""Of the place on the line and the width, in letter heights, and of slenderness; the grid itself has the length 1."""


def features(mask: Ink, above: float, below: float, letter: float, fields: tuple[int, int] = GRID) -> Features:
    """`above`, `below`: how far the piece reaches over and under the foot of the line; `letter`: a letter's height."""
    high, wide = mask.shape
    grid = (_shares(high, fields[1]) @ mask.astype(np.float32) @ _shares(wide, fields[0]).T).ravel()
    place = np.array((above / letter, below / letter, min(wide / letter, 2.5), np.log(wide / high)), np.float32)
    return np.concatenate((grid / max(float(np.linalg.norm(grid)), 1e-6), place * _WEIGHT))


@lru_cache(1024)
def _shares(many: int, few: int) -> Features:
    """How much of each of many pixels is seen in each of a few: Hamming's window, as Pillow resizes by it."""
    scale = many / few
    reach = max(scale, 1.0)
    away = np.abs(np.arange(many) + 0.5 - (np.arange(few)[:, None] + 0.5) * scale) / reach
    shares = np.where(away < 1, np.sinc(away) * (0.54 + 0.46 * np.cos(np.pi * away)), 0)
    return np.asarray(shares / shares.sum(1, keepdims=True), np.float32)


class Likeness:
    """Knows glyphs of fonts, a row of features each, sorted by `characters`, of which each has one or more."""

    def __init__(self, characters: Sequence[str], rows: Features) -> None:
        self.names = sorted(set(characters))
        self._rows = rows
        self._squares = np.square(rows).sum(1)
        self._minus_twice = np.ascontiguousarray(-2 * rows.T)
        self._starts = np.searchsorted(characters, self.names)

    def only(self, characters: str) -> "Likeness":
        """The glyphs of these characters alone."""
        names = np.repeat(self.names, np.diff([*self._starts, len(self._rows)]))
        mine = np.isin(names, list(characters))
        return Likeness(names[mine].tolist(), self._rows[mine])

    def columns(self, characters: str) -> NDArray[np.bool_]:
        """Which columns of `distances` are these characters'."""
        return np.array([name in characters for name in self.names])

    def distances(self, found: Sequence[Features]) -> Features:
        """For each piece, how far it is from the nearest glyph of each of `names`: 0 the same, 1 nothing alike."""
        if not found:
            return np.empty((0, len(self.names)), np.float32)
        rows = np.stack(found)
        apart = rows @ self._minus_twice
        apart += self._squares
        nearest: Features = np.minimum.reduceat(apart, self._starts, axis=1) + np.square(rows).sum(1)[:, None]
        return np.maximum(nearest, 0)


def shipped() -> Likeness:
    """The glyphs that come with the program (`tools/make_glyphs.py` drew them)."""
    data = (resources.files("resources") / "reading" / "glyphs.npz").read_bytes()
    with np.load(BytesIO(data)) as kept:
        return Likeness(list(str(kept["characters"])), kept["rows"].astype(np.float32))
