"""What scanners call their sources and modes: every driver has its own words for the same few things."""

import re
from collections.abc import Iterable

from desktop.devices.scanner import ColourMode, Feed

_SOURCES = {
    Feed.FLATBED: re.compile("flatbed|platen|document table|normal", re.IGNORECASE),
    Feed.FEEDER: re.compile("adf|feeder|duplex", re.IGNORECASE),
}
_MODES = {
    ColourMode.GREY: re.compile("gr[ae]y", re.IGNORECASE),
    ColourMode.COLOUR: re.compile("colou?r", re.IGNORECASE),
    ColourMode.LINEART: re.compile("lineart|binary|black|mono", re.IGNORECASE),
}
_BOTH_SIDES = re.compile("duplex|both", re.IGNORECASE)
_NOT_THE_FRONT = re.compile("duplex|back|both", re.IGNORECASE)
_DITHERED = re.compile("diffusion|dither|halftone", re.IGNORECASE)


def pick_source(names: Iterable[str], source: Feed) -> str | None:
    """The driver's name of the source, one-sided if it can be chosen; None if the scanner lacks it."""
    fitting = [name for name in names if _SOURCES[source].search(name)]
    return min(fitting, key=lambda name: bool(_NOT_THE_FRONT.search(name)), default=None)


def pick_both_sides(names: Iterable[str]) -> str | None:
    """The driver's name, of a source or of a way of feeding, for both sides of each sheet; None if it has none."""
    return next((name for name in names if _BOTH_SIDES.search(name)), None)


def pick_mode(names: Iterable[str], mode: ColourMode) -> str | None:
    """The driver's name of the mode, not a dithered one if it can be chosen; None if it has none."""
    fitting = [name for name in names if _MODES[mode].search(name)]
    return min(fitting, key=lambda name: bool(_DITHERED.search(name)), default=None)
