"""The values a scanner allows for one of its settings."""

from collections.abc import Sequence
from typing import TypeAlias

Constraint: TypeAlias = tuple[float, float, float] | Sequence[float] | None
"""Least, most and step (a tuple), the values allowed (a list), or anything."""

USUAL_DPIS = (100, 150, 200, 300, 400, 600, 1200)


def nearest(constraint: Constraint, wanted: float) -> float:
    """The allowed value that lies nearest to the wanted one."""
    if not isinstance(constraint, tuple):
        return sorted(constraint or (wanted,), key=lambda value: abs(value - wanted))[0]
    least, most, step = map(float, constraint)
    within = min(max(wanted, least), most)
    return min(least + round((within - least) / step) * step, most) if step else within


def offered(constraint: Constraint) -> list[int]:
    """The resolutions a person may choose from: all of a list, the usual ones of a range; none where all may be."""
    if isinstance(constraint, tuple):
        return [dpi for dpi in USUAL_DPIS if constraint[0] <= dpi <= constraint[1]]
    return sorted(round(dpi) for dpi in constraint or ())


def most(constraint: Constraint) -> float:
    """The largest allowed value; 0 where nobody knows."""
    if isinstance(constraint, tuple):
        return float(constraint[1])
    return float(max(constraint or (0,)))
