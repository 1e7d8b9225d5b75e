"""Where a page has room for a note: the first free rectangle, as a pen would seek it, from the lower left upwards."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from desktop.paper.pages import RenderedPage, Source, render

_DPI = 25.4
"""One pixel a millimetre."""
_DARKER = 10
"""A pixel that is so much (of 255) darker than the paper bears ink; paper that was scanned is not quite white."""
_LIGHT = 128
"""Paper is one of the lighter tones, however much of it is covered."""
_STEP_MM = 3
_EDGE_MM = 8
_CLEAR_MM = 2
"""So much room stays between a note and what stands on the page."""
_MOST_INK = 0.001

Box = tuple[float, float, float, float]
"""Left, top, width, height in mm."""


def place_for(
    source: Source, page: int, width_mm: float, height_mm: float, taken: Sequence[Box] = ()
) -> tuple[float, float]:
    """Left and top of where a note of that size covers least: free space if there is any, else the lower left corner.

    `taken`: what lies over the page already. Errors as `desktop.paper.pages`.
    """
    drawn = render(source, page, _DPI)
    sums = _ink_sums(drawn)
    wide, high = round(width_mm) + 1, round(height_mm) + 1
    best, least = None, 1.0
    for x, y in _places(drawn.width, drawn.height, wide, high):
        if any(_meet((x, y, wide, high), box) for box in taken):
            continue
        ink = _ink(sums, x - _CLEAR_MM, y - _CLEAR_MM, wide + 2 * _CLEAR_MM, high + 2 * _CLEAR_MM) / (wide * high)
        if ink <= _MOST_INK:
            return float(x), float(y)
        if ink < least:
            best, least = (x, y), ink
    x, y = best or (_EDGE_MM, max(drawn.height - high - _EDGE_MM, 0))
    return float(x), float(y)


def _places(width: int, height: int, wide: int, high: int) -> Iterator[tuple[int, int]]:
    """From the lower left: along the line to the right, then a little higher."""
    for y in range(max(height - high - _EDGE_MM, 0), _EDGE_MM, -_STEP_MM):
        for x in range(_EDGE_MM * 2, max(width - wide - _EDGE_MM, _EDGE_MM * 2 + 1), _STEP_MM):
            yield x, y


def _ink_sums(drawn: RenderedPage) -> list[list[int]]:
    """How many pixels with ink stand above and left of each corner."""
    starts = range(0, drawn.height * drawn.stride, drawn.stride)
    greens = [drawn.data[start + 1 : start + 4 * drawn.width : 4] for start in starts]
    light = {tone: count for tone, count in Counter(b"".join(greens)).items() if tone >= _LIGHT}
    paper = max(light, key=light.__getitem__, default=255)
    sums = [[0] * (drawn.width + 1)]
    for row in greens:
        line = accumulate((int(one < paper - _DARKER) for one in row), initial=0)
        sums.append([above + here for above, here in zip(sums[-1], line, strict=True)])
    return sums


def _ink(sums: list[list[int]], x: int, y: int, wide: int, high: int) -> int:
    right, low = min(x + wide, len(sums[0]) - 1), min(y + high, len(sums) - 1)
    return sums[low][right] - sums[y][right] - sums[low][x] + sums[y][x]


def _meet(one: Box, other: Box) -> bool:
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )
