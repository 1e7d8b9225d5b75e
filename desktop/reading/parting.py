"""Digits that touch, taken apart: cut where together the parts are likeliest digits and signs."""

from typing import TypeAlias

import numpy as np

from desktop.reading.cutting import Numbers, TextLine
from desktop.reading.digits import DigitReader
from desktop.reading.glyphs import Features, Likeness, features
from desktop.reading.straight import Ink

Part: TypeAlias = tuple[Ink, tuple[int, int]]
"""Ink, and its left and top on the page."""

_NARROWEST, _WIDEST = 0.2, 1.35
"""Letter heights of a single digit or sign."""
_MOST_SEAMS, _ASIDE = 7, 0.02
"""In how many places a piece is tried to be parted; what a step aside costs."""
_WHOLE, _BELIEVED = 4.0, -1.5
"""How much the unlikeness of a part counts beside the logarithm of its chance; what they must be together."""
_NEVER = 1e-6


def features_on(mask: Ink, place: tuple[int, int], line: TextLine) -> Features:
    """Of ink on its line."""
    top = place[1]
    return features(mask, line.bottom - top, top + mask.shape[0] - line.bottom, line.height)


def cut_apart(mask: Ink, place: tuple[int, int], line: TextLine, digits: DigitReader, likeness: Likeness) -> list[Part]:
    """The parts from left to right; none where they are hardly digits. `likeness` knows nothing else."""
    seams = _seams(mask, line.height)
    found = {
        (first, last): part
        for first, left in enumerate(seams)
        for last, right in enumerate(seams[first + 1 :], first + 1)
        if _NARROWEST <= (right - left).mean() / line.height <= _WIDEST
        and (part := _between(mask, left, right, place)) is not None
    }
    if not found:
        return []
    rows = [features_on(*part, line) for part in found.values()]
    likely = np.log(digits.chances(np.stack(rows))[:, :-1].max(1) + _NEVER)
    likely -= _WHOLE * likeness.distances(rows).min(1)
    best: dict[int, tuple[float, list[tuple[int, int]]]] = {0: (0.0, [])}
    for (first, last), gain in sorted(zip(found, likely.tolist(), strict=True)):
        if first in best and best[first][0] + gain > best.get(last, (-np.inf, []))[0]:
            best[last] = best[first][0] + gain, [*best[first][1], (first, last)]
    whole, path = best.get(len(seams) - 1, (-np.inf, []))
    return [found[span] for span in path] if whole > len(path) * _BELIEVED else []


def _seams(mask: Ink, letter: float) -> list[Numbers]:
    """Ways from the top of a piece to its foot, a column for each row, that cross the least ink.

    From left to right, its own edges first and last.
    """
    high, wide = mask.shape
    ways = [*_ways_down(mask, letter), *(way[::-1] for way in _ways_down(mask[::-1], letter))]
    edges = [np.zeros(high, np.int32), np.full(high, wide, np.int32)]
    different = {way.tobytes(): way for way in (*edges, *ways)}
    return sorted(different.values(), key=lambda way: float(way.mean()))


def _ways_down(mask: Ink, letter: float) -> list[Numbers]:
    """The cheapest ways to those columns of the foot that are reached most cheaply."""
    high, wide = mask.shape
    cost = mask[0].astype(np.float32)
    steps = np.zeros((high, wide), np.int32)
    for row in range(1, high):
        beside = np.pad(cost, 1, constant_values=np.inf)
        ways = np.stack((beside[1:-1], beside[:-2] + _ASIDE, beside[2:] + _ASIDE))
        steps[row] = np.array((0, -1, 1))[ways.argmin(0)]
        cost = ways.min(0) + mask[row]
    ends: list[int] = []
    for column in np.argsort(cost, kind="stable").tolist():
        if 0.1 * letter < column < wide - 0.1 * letter and all(abs(column - end) > 0.1 * letter for end in ends):
            ends.append(column)
        if len(ends) == _MOST_SEAMS:
            break
    return [_way_up(steps, end) for end in ends]


def _way_up(steps: Numbers, column: int) -> Numbers:
    seam = np.empty(steps.shape[0], np.int32)
    for row in range(steps.shape[0] - 1, -1, -1):
        seam[row] = column
        column += int(steps[row, column])
    return seam


def _between(mask: Ink, left: Numbers, right: Numbers, place: tuple[int, int]) -> tuple[Ink, tuple[int, int]] | None:
    """The ink between two seams and where it stands; None where there is hardly any."""
    columns = np.arange(mask.shape[1])
    part = mask & (columns >= left[:, None]) & (columns < right[:, None])
    across, down = np.nonzero(part.any(0))[0], np.nonzero(part.any(1))[0]
    if across.size < 3 or down.size < 3:
        return None
    trimmed = part[down[0] : down[-1] + 1, across[0] : across[-1] + 1]
    return np.ascontiguousarray(trimmed), (place[0] + int(across[0]), place[1] + int(down[0]))
