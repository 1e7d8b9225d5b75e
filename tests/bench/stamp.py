"""Where the intake stamp goes on 60 pages as they come: how much of them it covers, and how often at the top right."""

import statistics
import time
from io import BytesIO

from desktop.paper import pages
from desktop.paper.blank_space import room_near
from desktop.paper.intake_stamp import HEIGHT_MM, WIDTH_MM, default_place
from tests.bench.row import Row, rate, slower
from tests.helpers.captured import from_bytes
from tests.helpers.letter_scans import Wear, letter, scan

LETTERS = 60
_FIRST = 50_000
_DPI = 150
_INK = 64
"""So much darker (of 255) than its surroundings is a pixel with ink."""


def measure() -> list[Row]:
    shares, took, usual = [], [], 0
    for place in range(LETTERS):
        pdf, size = _page(place)
        begun = time.perf_counter()
        room = room_near(pdf, 0, WIDTH_MM, HEIGHT_MM, default_place(*size))
        took.append((time.perf_counter() - begun) * 1000)
        shares.append(100 * covered(pdf, room.x_mm, room.y_mm))
        usual += room.x_mm > size[0] / 2 and room.y_mm < size[1] / 4
    return [
        slower("stamp: ink under it, the worst of 60 pages", max(shares), 0.5, "%", "the limit", 1.0),
        rate("stamp: in the upper right quarter", 100 * usual / LETTERS, 100, "%", "all", None),
        slower("stamp: seeking its room (median)", statistics.median(took), 1000, "ms", "a second", 1.0),
    ]


def _page(place: int) -> tuple[bytes, tuple[float, float]]:
    """A letter scanned clean, askew, noisy, by fax or by a telephone, in turn."""
    worn = scan(letter(_FIRST + place), tuple(Wear)[place % len(Wear)])
    kept = BytesIO()
    worn.picture.convert("RGB").save(kept, "JPEG", quality=85, dpi=(worn.dpi, worn.dpi))
    document = from_bytes(kept.getvalue(), "page.jpg")
    return document.data, document.page_sizes_mm[0]


def covered(pdf: bytes, x_mm: float, y_mm: float) -> float:
    """Which share of the page under a stamp there is ink: much darker than the paper there, which may lie in shade."""
    drawn = pages.render(pdf, 0, _DPI)
    left, top, right, low = (round(edge / 25.4 * _DPI) for edge in (x_mm, y_mm, x_mm + WIDTH_MM, y_mm + HEIGHT_MM))
    rows = [
        drawn.data[row * drawn.stride + 4 * left + 1 : row * drawn.stride + 4 * right : 4] for row in range(top, low)
    ]
    paper = statistics.median(b"".join(rows))
    return sum(one < paper - _INK for row in rows for one in row) / sum(map(len, rows))
