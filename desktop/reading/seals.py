"""Writing under round seals: their rings are taken away where they run into letters, most of which stays whole."""

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from desktop.reading.cutting import DPI, Pieces
from desktop.reading.straight import Ink

_SMALLEST, _LARGEST = 30 / 25.4 * DPI, 70 / 25.4 * DPI
"""Pixels: how far across a ring is; those of official seals are 35 and 45 mm."""
_OFF, _ROUND = 2.5, 0.6
"""How many pixels a ring is from round, and what part of the edge of its upper half must be so."""
_FITS = 8
_EDGE = 1.2
_ALL_AROUND = np.ones((3, 3), np.bool_)


def lifted(ink: Ink, pieces: Pieces, fall: float) -> Ink | None:
    """The ink without rings; None where there are none that reach into letters.

    `fall`: of the page's lines on the way to the right; when they were made level, rings ceased to be round.
    """
    across, along = pieces.height, pieces.width
    large = np.nonzero((np.minimum(across, along) > _SMALLEST) & (np.maximum(across, along) < _LARGEST))[0]
    bare: Ink | None = None
    for piece in large.tolist():
        mask = pieces.mask(piece)
        rest = _bare(mask, fall)
        if rest is not None:
            place = np.s_[pieces.top[piece] : pieces.bottom[piece], pieces.left[piece] : pieces.right[piece]]
            bare = ink.copy() if bare is None else bare
            bare[place] &= ~mask | rest
    return bare


def _bare(mask: Ink, fall: float) -> Ink | None:
    """A piece without its rings, one within the other; None where it has none."""
    rest = _without_ring(mask, fall)
    if rest is None:
        return None
    labels, _ = ndimage.label(rest, _ALL_AROUND)
    for number, place in enumerate(ndimage.find_objects(labels), start=1):
        if min(side.stop - side.start for side in place) > _SMALLEST:
            mine = labels[place] == number
            inner = _bare(mine, fall)
            rest[place] &= ~mine | (mine if inner is None else inner)
    return rest


def _without_ring(mask: Ink, fall: float) -> Ink | None:
    """A piece without its outermost ring; None where it has none or nothing else."""
    high, wide = mask.shape
    rows = np.arange(high // 2)
    inked = mask[: rows.size].any(1)
    left, right = mask[: rows.size].argmax(1), wide - 1 - mask[: rows.size, ::-1].argmax(1)
    x, y = np.concatenate((left[inked], right[inked])).astype(float), np.tile(rows[inked], 2).astype(float)
    circle = _circle(x, y + x * fall)
    if circle is None:
        return None
    down, across = np.ogrid[:high, :wide]
    away = np.hypot(across - circle[0], down + across * fall - circle[1]) - circle[2]
    thick = _thickness(mask, away)
    ring = (away < _EDGE) & (away > -thick - _EDGE)
    rest = mask & ~ring
    if np.count_nonzero(rest) < 0.02 * np.count_nonzero(mask):
        return None
    gap = round(thick / 2) + 2
    closed: Ink = ndimage.binary_closing(np.pad(rest, gap), _ALL_AROUND, gap)[gap:-gap, gap:-gap] & mask
    return closed


def _circle(x: NDArray[np.float64], y: NDArray[np.float64]) -> tuple[float, float, float] | None:
    """Middle and radius of the circle on which most points lie (Kasa 1976), those far from it left out by and by."""
    mine = np.ones(x.size, np.bool_)
    for step in range(_FITS):
        if np.count_nonzero(mine) < max(20, _ROUND * x.size):
            return None
        seen = np.column_stack((x[mine], y[mine], np.ones(np.count_nonzero(mine))))
        a, b, c = np.linalg.lstsq(seen, np.square(x[mine]) + np.square(y[mine]), rcond=None)[0]
        radius = float(np.sqrt(max(c + a * a / 4 + b * b / 4, 1.0)))
        off = np.abs(np.hypot(x - a / 2, y - b / 2) - radius)
        mine = off < max(_OFF, 12.0 / (step + 1))
    return (float(a / 2), float(b / 2), radius) if off[mine].size >= _ROUND * x.size else None


def _thickness(mask: Ink, away: NDArray[np.float64]) -> int:
    """Of the ring: how far inwards most of its way is ink."""
    for inwards in range(1, 20):
        band = (away < -inwards) & (away > -inwards - 1)
        if np.count_nonzero(mask & band) < 0.5 * np.count_nonzero(band):
            return inwards
    return 20
