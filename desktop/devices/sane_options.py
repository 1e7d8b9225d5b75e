"""What scanners call their sources and modes: every driver has its own words for the same few things."""

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from desktop.devices.scanner import ColourMode, Feed

Constraint: TypeAlias = tuple[float, float, float] | Sequence[float] | None
"""Least, most and step (a tuple), the values allowed (a list), or anything."""

_SOURCES = {
    Feed.FLATBED: re.compile("flatbed|platen|document table|normal", re.IGNORECASE),
    Feed.FEEDER: re.compile("adf|feeder", re.IGNORECASE),
}
_MODES = {
    ColourMode.GREY: re.compile("gr[ae]y", re.IGNORECASE),
    ColourMode.COLOUR: re.compile("colou?r", re.IGNORECASE),
    ColourMode.LINEART: re.compile("lineart|binary|black|mono", re.IGNORECASE),
}
_BOTH_SIDES = re.compile("duplex|back|both", re.IGNORECASE)
_DITHERED = re.compile("diffusion|dither|halftone", re.IGNORECASE)


def pick_source(names: Iterable[str], source: Feed) -> str | None:
    """The driver's name of the source, one-sided if it can be chosen; None if the scanner lacks it."""
    fitting = [name for name in names if _SOURCES[source].search(name)]
    return min(fitting, key=lambda name: bool(_BOTH_SIDES.search(name)), default=None)


def pick_mode(names: Iterable[str], mode: ColourMode) -> str | None:
    """The driver's name of the mode, not a dithered one if it can be chosen; None if it has none."""
    fitting = [name for name in names if _MODES[mode].search(name)]
    return min(fitting, key=lambda name: bool(_DITHERED.search(name)), default=None)


def nearest(constraint: Constraint, wanted: float) -> float:
    """The allowed value that lies nearest to the wanted one."""
    if not isinstance(constraint, tuple):
        return sorted(constraint or (wanted,), key=lambda value: abs(value - wanted))[0]
    least, most, step = map(float, constraint)
    within = min(max(wanted, least), most)
    return min(least + round((within - least) / step) * step, most) if step else within
