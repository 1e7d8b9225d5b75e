"""The four corners of a sheet on its photo: pure geometry.

Corners are shares (0 to 1) of the width and height of the photo as a viewer shows it.
"""

from typing import TypeAlias

from desktop.office.errors import OfficeError

Point: TypeAlias = tuple[float, float]
Corners: TypeAlias = tuple[Point, Point, Point, Point]
"""Of the sheet: upper left, upper right, lower right, lower left, as it is to be read."""

WHOLE: Corners = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
A4_MM = (210.0, 297.0)
_LIKE_A4 = 0.12
"""How far the sides' proportion may be from A4's: perspective makes a sheet look shorter."""
_LEAST_SHARE = 0.02
"""Of the photo's longer side: what is narrower is no sheet."""


def scaled(corners: Corners, width: float, height: float) -> list[Point]:
    """The corners on a photo of that size."""
    return [(x * width, y * height) for x, y in corners]


def sides(corners: Corners, width: float, height: float) -> tuple[float, float]:
    """How wide and how high the sheet is on a photo of that size, in the mean of both sides."""
    upper_left, upper_right, lower_right, lower_left = scaled(corners, width, height)
    wide = (_apart(upper_left, upper_right) + _apart(lower_left, lower_right)) / 2
    high = (_apart(upper_left, lower_left) + _apart(upper_right, lower_right)) / 2
    return wide, high


def sheet_mm(corners: Corners, width: float, height: float) -> tuple[float, float]:
    """Width and height of the straight sheet: A4, upright or lying, or the sheet's own proportion inside it.

    `width`, `height`: of the photo, in anything. OfficeError `capture.corners_crossed` for what are no sheet's corners.
    """
    wide, high = sides(corners, width, height)
    if not _turns_right(scaled(corners, width, height)) or min(wide, high) < _LEAST_SHARE * max(width, height):
        raise OfficeError("capture.corners_crossed")
    short, long = A4_MM
    proportion = max(wide, high) / min(wide, high)
    if abs(proportion / (long / short) - 1) > _LIKE_A4:
        short = min(short, long / proportion)
        long = min(long, short * proportion)
    return (long, short) if wide > high else (short, long)


def _turns_right(points: list[Point]) -> bool:
    """Whether every corner turns the same way as the sheet's outline does when it is read."""
    for place in range(4):
        (ax, ay), (bx, by), (cx, cy) = (points[(place + step) % 4] for step in range(3))
        if (bx - ax) * (cy - by) - (by - ay) * (cx - bx) <= 0:
            return False
    return True


def _apart(one: Point, other: Point) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)
