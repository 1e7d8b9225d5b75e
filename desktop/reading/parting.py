"""Digits that touch, taken apart: cut where together the parts are likeliest digits and signs.

A part may hold two digits: where one leans over the other no cut leaves both whole, and they are read together.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from desktop.reading.cutting import Numbers, TextLine
from desktop.reading.digits import DigitReader
from desktop.reading.glyphs import GRID, PAIR_GRID, Features, Likeness, features
from desktop.reading.straight import Ink


class Part(NamedTuple):
    """Ink, its left and top on the page, and of two digits how likely they are each of `digits.PAIRS`."""

    ink: Ink
    place: tuple[int, int]
    pair: Features | None = None


_NARROWEST, _WIDEST = 0.2, 1.35
"""Letter heights of a single digit or sign."""
_PAIR = 1.05, 2.6
"""Letter heights of two that touch."""
_TOGETHER = 1.0
"""What reading two together costs: where they can be parted cleanly they are."""
_MOST_SEAMS, _ASIDE = 7, 0.02
"""In how many places a piece is tried to be parted; what a step aside costs."""
_WHOLE, _BELIEVED = 4.0, -1.5
"""How much the unlikeness of a part counts beside the logarithm of its chance; what they must be together."""
_NEVER = 1e-6


def features_on(mask: Ink, place: tuple[int, int], line: TextLine, fields: tuple[int, int] = GRID) -> Features:
    """Of ink on its line."""
    top = place[1]
    return features(mask, line.bottom - top, top + mask.shape[0] - line.bottom, line.height, fields)


class Parting:
    """Cuts by what the parts are likely to be; `likeness` knows nothing but digits and signs."""

    def __init__(self, digits: DigitReader, pairs: DigitReader, likeness: Likeness) -> None:
        self._digits, self._pairs, self._likeness = digits, pairs, likeness

    def cut_apart(self, mask: Ink, place: tuple[int, int], line: TextLine) -> list[Part]:
        """The parts from left to right; none where they are hardly digits."""
        seams = _seams(mask, line.height)
        best: dict[int, tuple[float, list[Part]]] = {0: (0.0, [])}
        for (first, last), part, gain in sorted(self._gains(mask, seams, place, line), key=lambda one: one[0]):
            if first in best and best[first][0] + gain > best.get(last, (-np.inf, []))[0]:
                best[last] = best[first][0] + gain, [*best[first][1], part]
        whole, parts = best.get(len(seams) - 1, (-np.inf, []))
        signs = sum(1 if part.pair is None else 2 for part in parts)
        return parts if whole > signs * _BELIEVED else []

    def _gains(
        self, mask: Ink, seams: list[Numbers], place: tuple[int, int], line: TextLine
    ) -> Iterator[tuple[tuple[int, int], Part, float]]:
        """What stands between two seams, as one digit and as two, and the logarithm of how likely it is that."""
        cut: dict[tuple[int, int], tuple[float, Part]] = {}
        for first, left in enumerate(seams):
            for last, right in enumerate(seams[first + 1 :], first + 1):
                wide = float((right - left).mean()) / line.height
                if _NARROWEST <= wide <= _PAIR[1] and (part := _between(mask, left, right, place)) is not None:
                    cut[first, last] = wide, part
        if single := {span: part for span, (wide, part) in cut.items() if wide <= _WIDEST}:
            rows = [features_on(part.ink, part.place, line) for part in single.values()]
            likely = np.log(self._digits.chances(np.stack(rows))[:, :-1].max(1) + _NEVER)
            likely -= _WHOLE * self._likeness.distances(rows).min(1)
            yield from zip(single, single.values(), likely.tolist(), strict=True)
        if double := {span: part for span, (wide, part) in cut.items() if wide >= _PAIR[0]}:
            rows = [features_on(part.ink, part.place, line, PAIR_GRID) for part in double.values()]
            chances = self._pairs.chances(np.stack(rows))
            likely = np.log(chances[:, :-1].max(1) + _NEVER) - _TOGETHER
            parts = [part._replace(pair=chance) for part, chance in zip(double.values(), chances, strict=True)]
            yield from zip(double, parts, likely.tolist(), strict=True)


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


def _between(mask: Ink, left: Numbers, right: Numbers, place: tuple[int, int]) -> Part | None:
    """The ink between two seams and where it stands; None where there is hardly any."""
    columns = np.arange(mask.shape[1])
    part = mask & (columns >= left[:, None]) & (columns < right[:, None])
    across, down = np.nonzero(part.any(0))[0], np.nonzero(part.any(1))[0]
    if across.size < 3 or down.size < 3:
        return None
    trimmed = part[down[0] : down[-1] + 1, across[0] : across[-1] + 1]
    return Part(np.ascontiguousarray(trimmed), (place[0] + int(across[0]), place[1] + int(down[0])))
