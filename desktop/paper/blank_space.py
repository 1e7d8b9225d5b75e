"""Where a page has room: for a note from the lower left upwards, for a stamp near the place that practice gives it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import hypot

from desktop.paper.pages import RenderedPage, Source, render

_MM = 25.4
_FINE = 2
"""Pixels a millimetre in which dots of a dotted line are still dark."""
_DARKER = 10
"""A pixel that is so much (of 255) darker than the paper bears ink; paper that was scanned is not quite white."""
_STROKE = 32
"""What a stroke or a dot of a dotted line makes of its pixel at least; most specks of a fax and faint tints do less."""
_LIGHT = 128
"""Paper is one of the lighter tones, however much of it is covered."""
_STEP_MM = 3
_EDGE_MM = 8
_CLEAR_MM = 2
"""So much room stays between a note and what stands on the page."""
_MOST_INK = 0.001
_MOST_SPECKS = 0.003
"""A stamp may stand over a speck or two: ink under it stays below half of a hundredth."""
_FINE_STEP_MM = 2
_FINE_EDGE_MM = 5

Box = tuple[float, float, float, float]
"""Left, top, width, height in mm."""


def place_for(
    source: Source, page: int, width_mm: float, height_mm: float, taken: Sequence[Box] = ()
) -> tuple[float, float]:
    """Left and top of where a note of that size covers least: free space if there is any, else the lower left corner.

    `taken`: what lies over the page already. Errors as `desktop.paper.pages`.
    """
    ink = _Ink.of(source, page, _DARKER)
    wide, high = round(width_mm) + 1, round(height_mm) + 1
    best, least = None, 1.0
    for x, y in _places(ink.width, ink.height, wide, high):
        if any(_meet((x, y, wide, high), box) for box in taken):
            continue
        share = ink.around(x, y, wide, high) / (wide * high)
        if share <= _MOST_INK:
            return float(x), float(y)
        if share < least:
            best, least = (x, y), share
    x, y = best or (_EDGE_MM, max(ink.height - high - _EDGE_MM, 0))
    return float(x), float(y)


@dataclass(frozen=True)
class Room:
    """Left and top in mm of what is laid on a page, and which share of the page under it bears ink (0 to 1)."""

    x_mm: float
    y_mm: float
    ink: float

    @property
    def is_free(self) -> bool:
        return self.ink <= _MOST_SPECKS


def room_near(source: Source, page: int, width_mm: float, height_mm: float, near: tuple[float, float]) -> Room:
    """The free space that is nearest to a place (left and top, mm), else where least is covered.

    Errors as `desktop.paper.pages`.
    """
    ink = _Ink.of(source, page, _STROKE, _FINE)
    wide, high = round(width_mm) + 1, round(height_mm) + 1
    rooms = _by_distance(ink, wide, high, near)
    best: Room | None = None
    for x, y in rooms:
        share = ink.within(int(x), int(y), wide, high) / (wide * high)
        if share <= _MOST_SPECKS and ink.around(int(x), int(y), wide, high) <= _MOST_SPECKS * wide * high:
            return Room(x, y, share)
        if best is None or share < best.ink:
            best = Room(x, y, share)
    assert best is not None, "the wanted place is always among them"
    return best


def _by_distance(ink: "_Ink", wide: int, high: int, near: tuple[float, float]) -> list[tuple[float, float]]:
    """The wanted place and a grid of others, nearest first."""
    across = range(_FINE_EDGE_MM, ink.width - wide - _FINE_EDGE_MM + 1, _FINE_STEP_MM)
    down = range(_FINE_EDGE_MM, ink.height - high - _FINE_EDGE_MM + 1, _FINE_STEP_MM)
    grid = [(float(x), float(y)) for y in down for x in across]
    return [near, *sorted(grid, key=lambda place: hypot(place[0] - near[0], place[1] - near[1]))]


def _places(width: int, height: int, wide: int, high: int) -> Iterator[tuple[int, int]]:
    """From the lower left: along the line to the right, then a little higher."""
    for y in range(max(height - high - _EDGE_MM, 0), _EDGE_MM, -_STEP_MM):
        for x in range(_EDGE_MM * 2, max(width - wide - _EDGE_MM, _EDGE_MM * 2 + 1), _STEP_MM):
            yield x, y


@dataclass(frozen=True)
class _Ink:
    """Where ink stands on a page, in mm; `sums`: how many pixels with ink stand above and left of each corner."""

    width: int
    height: int
    sums: list[list[int]]
    fine: int

    @classmethod
    def of(cls, source: Source, page: int, darker: int, fine: int = 1) -> "_Ink":
        """`darker`: by how much (of 255) ink is darker than the paper; `fine`: pixels a millimetre."""
        drawn = render(source, page, fine * _MM)
        return cls(drawn.width // fine, drawn.height // fine, _ink_sums(drawn, darker), fine)

    def within(self, x: int, y: int, wide: int, high: int) -> float:
        """Square millimetres."""
        fine = self.fine
        left, top = max(x, 0) * fine, max(y, 0) * fine
        right, low = min(x + wide, self.width) * fine, min(y + high, self.height) * fine
        pixels = self.sums[low][right] - self.sums[top][right] - self.sums[low][left] + self.sums[top][left]
        return pixels / fine**2

    def around(self, x: int, y: int, wide: int, high: int) -> float:
        """As `within`, with the room that stays clear at every side."""
        return self.within(x - _CLEAR_MM, y - _CLEAR_MM, wide + 2 * _CLEAR_MM, high + 2 * _CLEAR_MM)


def _ink_sums(drawn: RenderedPage, darker: int) -> list[list[int]]:
    """How many pixels with ink stand above and left of each corner."""
    starts = range(0, drawn.height * drawn.stride, drawn.stride)
    greens = [drawn.data[start + 1 : start + 4 * drawn.width : 4] for start in starts]
    light = {tone: count for tone, count in Counter(b"".join(greens)).items() if tone >= _LIGHT}
    paper = max(light, key=light.__getitem__, default=255)
    sums = [[0] * (drawn.width + 1)]
    for row in greens:
        line = accumulate((int(one < paper - darker) for one in row), initial=0)
        sums.append([above + here for above, here in zip(sums[-1], line, strict=True)])
    return sums


def _meet(one: Box, other: Box) -> bool:
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )
