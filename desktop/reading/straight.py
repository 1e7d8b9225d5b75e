"""How a page lies: by how much its lines fall, and its picture with the lines level."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Grey: TypeAlias = NDArray[np.uint8]
Ink: TypeAlias = NDArray[np.bool_]
_Points: TypeAlias = NDArray[np.float32]

MOST_DEGREES = 6.0
_STEP, _FINE_STEP = 0.3, 0.05
_SMALL = 4
"""Side of the squares whose ink is counted together: lines are seen as well, in a sixteenth of the time."""
_FULL = _SMALL * _SMALL - 1
_MOST_POINTS = 25_000


def skew_of(ink: Ink) -> float:
    """Degrees by which the lines fall to the right."""
    rows, columns = _points(ink)
    if rows.size < 50:
        return 0.0
    coarse = np.arange(-MOST_DEGREES, MOST_DEGREES + _STEP / 2, _STEP)
    rough = _sharpest(rows, columns, coarse)
    return _sharpest(rows, columns, np.arange(rough - _STEP, rough + _STEP, _FINE_STEP))


def _points(ink: Ink) -> tuple[_Points, _Points]:
    """Where there is writing; squares that are full (pictures, dark edges) or nearly empty (dust) are none."""
    high, wide = (side // _SMALL * _SMALL for side in ink.shape)
    dots = ink[:high, :wide].view(np.uint8)
    flat = sum((dots[row::_SMALL] for row in range(1, _SMALL)), dots[::_SMALL])
    counts = sum((flat[:, column::_SMALL] for column in range(1, _SMALL)), flat[:, ::_SMALL])
    rows, columns = np.nonzero((counts > 3) & (counts < _FULL))
    every = max(1, rows.size // _MOST_POINTS)
    return rows[::every].astype(np.float32), columns[::every].astype(np.float32)


def _sharpest(rows: _Points, columns: _Points, angles: NDArray[np.float64]) -> float:
    return float(max(angles, key=lambda angle: _sharpness(rows, columns, float(angle))))


def _sharpness(rows: _Points, columns: _Points, angle: float) -> float:
    """How suddenly the ink begins and ends from row to row, when rows fall by `angle`."""
    level = rows - columns * np.float32(np.tan(np.radians(angle)))
    profile = np.bincount((level - level.min()).astype(np.int32)).astype(np.float64)
    return float(np.square(np.diff(profile)).sum())


class Levelling:
    """Undoes a skew by moving columns in whole pixels: it can be undone exactly, and takes a tenth of a turning."""

    def __init__(self, degrees: float, width: int) -> None:
        falls = np.round(np.arange(width) * np.tan(np.radians(degrees))).astype(np.int32)
        self._drops = falls.max(initial=0) - falls

    def level(self, picture: NDArray[np.uint8], paper: int) -> NDArray[np.uint8]:
        """The picture with its lines level; `paper` fills what comes in at the edges."""
        spread = int(self._drops.max(initial=0))
        if not spread:
            return picture
        high, wide = picture.shape
        levelled = np.full((high + spread, wide), paper, picture.dtype)
        steps = (np.nonzero(np.diff(self._drops))[0] + 1).tolist()
        for left, right in zip([0, *steps], [*steps, wide], strict=True):
            drop = int(self._drops[left])
            levelled[drop : drop + high, left:right] = picture[:, left:right]
        return levelled

    def drop(self, column: float) -> int:
        """By how many rows the picture was moved down at a column."""
        return int(self._drops[min(max(round(column), 0), self._drops.size - 1)])
