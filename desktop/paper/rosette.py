"""A neutral mark for an office whose own emblem has not been loaded: stars in a ring, like the ground of a banknote."""

from collections.abc import Iterator
from math import cos, pi, sin

from desktop.paper.ops import Colour, Op, Polygon, Rect

_POINTS = 36
_REACHES = (13, 7)
"""How many points on the next corner lies; coprime to `_POINTS`, so that one star passes through all."""


def rosette(x_mm: float, y_mm: float, radius_mm: float, colour: Colour) -> Iterator[Op]:
    """Two rings and two stars in the inner one, around the point."""
    for radius, line in ((radius_mm, 0.45), (radius_mm * 0.92, 0.15)):
        yield Rect(x_mm - radius, y_mm - radius, radius * 2, radius * 2, line, colour, radius_mm=radius)
    inner = radius_mm * 0.86
    ring = [
        (x_mm + inner * sin(turn), y_mm - inner * cos(turn)) for turn in (2 * pi * n / _POINTS for n in range(_POINTS))
    ]
    for reach in _REACHES:
        yield Polygon(tuple(ring[n * reach % _POINTS] for n in range(_POINTS)), 0.09, colour, 0.8)
