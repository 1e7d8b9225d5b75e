"""What lies in a printer's tray, held against what was meant; and waiting for spoolers and printers."""

import time
from collections.abc import Callable

from PIL import Image

_PATIENCE_S = 60
_FAR, _MOST_FAR = 60, 6


def until(true: Callable[[], object]) -> None:
    """Looks again until the callable says so: the spooler and the printer take their time."""
    deadline = time.monotonic() + _PATIENCE_S
    while not true():
        assert time.monotonic() < deadline, "the printing system did not come so far"


def alike(seen: Image.Image, meant: Image.Image, whole: bool) -> bool:
    """Whether they bear the same ink, but for the edges of letters; of a torn sheet only its upper half counts.

    What lies across is fed upright, either way round.
    """
    if (seen.width > seen.height) != (meant.width > meant.height):
        return any(alike(seen, meant.rotate(turned, expand=True), whole) for turned in (90, 270))
    high = min(seen.height, meant.height) if whole else meant.height // 2 - 2
    box = (0, 0, min(seen.width, meant.width), high)
    one, other = (image.crop(box).reduce(4) for image in (seen, meant))
    far = sum(abs(a - b) > _FAR for a, b in zip(one.tobytes(), other.tobytes(), strict=True))
    return far <= _MOST_FAR
