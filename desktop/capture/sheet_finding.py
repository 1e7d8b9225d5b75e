"""The four corners of a sheet in a photo: the bright quadrilateral whose four sides are seen against what lies around.

The sheet is told from the table by its brightness and want of colour, its outline is brought down to four corners, each
side is fitted to the edge as a straight line, and the result is only believed when everything about it fits.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from scipy import ndimage
from scipy.spatial import ConvexHull, QhullError

from desktop.capture.corners import WHOLE, Corners
from desktop.capture.photos import FoundSheet

Array: TypeAlias = NDArray[np.float64]
Mask: TypeAlias = NDArray[np.bool_]

LOOKED_AT = 640
"""Pixels of the longer side: a quarter of a millimetre of an A4 that fills the photo."""
_LEAST_SHARE, _MOST_SHARE = 0.12, 0.985
_LEAST_OVERLAP = 0.94
_ANGLES = (55.0, 125.0)
_LEAST_STEP = 12.0
_SEEN_SHARE = 0.8
"""Of each side so much must be brighter within than without."""
_NEAR = 6.0
_RIM = 0.5
"""The outline runs through the middle of the sheet's last pixels."""
_MARGIN = 2.0


def sheet_in(photo: Image.Image) -> FoundSheet:
    """Where the sheet lies in a small photo; unsure, and then perhaps the whole photo, when that can't be told."""
    pixels = np.asarray(photo.convert("RGB"), np.float64)
    lightness = ndimage.gaussian_filter(_paperiness(pixels), 1.2)
    mask = _brightest_piece(lightness)
    quad = None if mask is None else _four_corners(mask)
    if mask is None or quad is None:
        return FoundSheet(WHOLE, False)
    refined = _fitted(quad, mask)
    quad = quad if refined is None else refined
    is_sure = refined is not None and _fits(refined, mask) and _sides_are_seen(refined, lightness)
    return FoundSheet(_as_corners(quad, photo.size), is_sure)


def _paperiness(pixels: Array) -> Array:
    """High for what is bright and without colour."""
    brightest, darkest = pixels.max(axis=2), pixels.min(axis=2)
    paperiness: Array = darkest - 0.4 * (brightest - darkest)
    return paperiness


def _brightest_piece(lightness: Array) -> Mask | None:
    """The largest piece of what is bright, with the holes that print makes filled."""
    bright = ndimage.binary_closing(lightness > _threshold(lightness), iterations=2)
    bright = ndimage.binary_opening(np.pad(bright, 3), iterations=3)[3:-3, 3:-3]
    pieces, count = ndimage.label(bright)
    if not count:
        return None
    sizes = ndimage.sum_labels(bright, pieces, range(1, count + 1))
    piece: Mask = ndimage.binary_fill_holes(pieces == int(np.argmax(sizes)) + 1)
    return piece if piece.mean() >= _LEAST_SHARE / 2 else None


def _threshold(lightness: Array) -> float:
    """Otsu's: the level that parts the two kinds of pixels best."""
    counts, edges = np.histogram(lightness, 128)
    levels = (edges[:-1] + edges[1:]) / 2
    below = np.cumsum(counts)
    sums = np.cumsum(counts * levels)
    above = below[-1] - below
    with np.errstate(divide="ignore", invalid="ignore"):
        between = np.nan_to_num(below * above * (sums / below - (sums[-1] - sums) / above) ** 2)
    return float(levels[int(np.argmax(between))])


def _four_corners(mask: Mask) -> Array | None:
    """The outline's hull, without the corner that changes its area least until four are left; clockwise from the upper
    left. None for what has no area."""
    edge = mask & ~ndimage.binary_erosion(mask)
    rows, columns = np.nonzero(edge)
    try:
        hull = ConvexHull(np.column_stack((columns, rows)).astype(float))
    except (QhullError, ValueError):
        return None
    points = [hull.points[place] for place in hull.vertices]
    while len(points) > 4:
        count = len(points)
        lost = [_area(points[place - 1], points[place], points[(place + 1) % count]) for place in range(count)]
        del points[int(np.argmin(lost))]
    return _in_order(np.array(points, np.float64)) if len(points) == 4 else None


def _area(one: Array, two: Array, three: Array) -> float:
    return float(abs((two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])))


def _in_order(points: Array) -> Array:
    """Clockwise as seen, beginning with the one nearest to the upper left."""
    around = points - points.mean(axis=0)
    points = points[np.argsort(np.arctan2(around[:, 1], around[:, 0]))]
    ordered: Array = np.roll(points, -int(np.argmin(points.sum(axis=1))), axis=0)
    return ordered


def _fitted(quad: Array, mask: Mask) -> Array | None:
    """The corners where straight lines along the four sides meet; None when two sides never do."""
    rows, columns = np.nonzero(mask ^ ndimage.binary_erosion(mask, border_value=1))
    outline = np.column_stack((columns, rows)).astype(float)
    lines = [_line(outline, quad[place], quad[(place + 1) % 4]) for place in range(4)]
    corners = []
    for place in range(4):
        (a, p), (b, q) = lines[place - 1], lines[place]
        normals = np.array([a, b])
        if abs(np.linalg.det(normals)) < 0.2:
            return None
        corners.append(np.linalg.solve(normals, np.array([a @ p, b @ q])))
    met: Array = np.array(corners)
    met += _RIM * np.sign(met - met.mean(axis=0))
    return met


def _line(outline: Array, start: Array, end: Array) -> tuple[Array, Array]:
    """The side's normal and a point on it: fitted to the outline near the side, twice, without its far ends."""
    along = (end - start) / max(float(np.linalg.norm(end - start)), 1.0)
    normal, point, near = np.array([-along[1], along[0]]), start, _NEAR
    length = float(np.linalg.norm(end - start))
    for _ in range(2):
        place = (outline - start) @ along
        beside = np.abs((outline - point) @ normal)
        used = outline[(place > 0.05 * length) & (place < 0.95 * length) & (beside < near)]
        if len(used) < 8:
            break
        point = used.mean(axis=0)
        normal = np.linalg.svd(used - point, full_matrices=False)[2][1]
        near = _NEAR / 3
    return normal, point


def _fits(quad: Array, mask: Mask) -> bool:
    """Whether these are the corners of a sheet that lies wholly in the photo."""
    high, wide = mask.shape
    inside = (
        (quad > -_MARGIN).all() and (quad[:, 0] < wide - 1 + _MARGIN).all() and (quad[:, 1] < high - 1 + _MARGIN).all()
    )
    drawn = Image.new("1", (wide, high))
    ImageDraw.Draw(drawn).polygon([(float(x), float(y)) for x, y in quad], fill=1)
    sheet = np.asarray(drawn, bool)
    share = float(sheet.mean())
    overlap = float((sheet & mask).sum()) / max(float((sheet | mask).sum()), 1.0)
    angles_fit = all(_ANGLES[0] <= angle <= _ANGLES[1] for angle in _angles(quad))
    return bool(inside) and angles_fit and _LEAST_SHARE <= share <= _MOST_SHARE and overlap >= _LEAST_OVERLAP


def _angles(quad: Array) -> list[float]:
    found = []
    for place in range(4):
        before, after = quad[place - 1] - quad[place], quad[(place + 1) % 4] - quad[place]
        cosine = before @ after / max(float(np.linalg.norm(before) * np.linalg.norm(after)), 1e-9)
        found.append(float(np.degrees(np.arccos(np.clip(cosine, -1, 1)))))
    return found


def _sides_are_seen(quad: Array, lightness: Array) -> bool:
    """Whether along each side the sheet is brighter than what lies beyond it. A side on the photo's rim is not seen."""
    centre = quad.mean(axis=0)
    for place in range(4):
        start, end = quad[place], quad[(place + 1) % 4]
        along = (end - start) / max(float(np.linalg.norm(end - start)), 1e-9)
        outwards = np.array([along[1], -along[0]])
        outwards = outwards if outwards @ ((start + end) / 2 - centre) > 0 else -outwards
        points = start + np.linspace(0.06, 0.94, 40)[:, None] * (end - start)
        step = _values(lightness, points - 5 * outwards) - _values(lightness, points + 5 * outwards)
        if float((np.nan_to_num(step, nan=0.0) >= _LEAST_STEP).mean()) < _SEEN_SHARE:
            return False
    return True


def _values(lightness: Array, points: Array) -> Array:
    """NaN for points beyond the photo."""
    values: Array = ndimage.map_coordinates(lightness, [points[:, 1], points[:, 0]], order=1, cval=np.nan)
    return values


def _as_corners(quad: Array, size: tuple[int, int]) -> Corners:
    wide, high = size
    shares = [(float(np.clip((x + 0.5) / wide, 0, 1)), float(np.clip((y + 0.5) / high, 0, 1))) for x, y in quad]
    return (shares[0], shares[1], shares[2], shares[3])
