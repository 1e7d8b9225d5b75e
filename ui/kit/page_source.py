"""Where a page view gets its pages from, and what may lie over them."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from desktop.reading.model import Box
from ui.kit.tokens import Tone


class Rank(IntEnum):
    """What is drawn first: the page that is looked at, those beside it, small pictures; words are looked for last."""

    SEEN = 0
    NEAR = 1
    SMALL = 2
    WORDS = 3


def _always() -> bool:
    return True


@dataclass(frozen=True)
class Wish:
    """How much something is wanted, and whether it still is when its turn comes; if not, it is dropped.

    `sketched` is given a coarse picture of a page before, where one is quicker than the page itself.
    """

    rank: Rank = Rank.SEEN
    still: Callable[[], bool] = _always
    sketched: "DeliverImage | None" = None


AT_ONCE = Wish()
Hits = tuple[tuple[Box, ...], ...]
"""Places where words stand on a page, each in one or several boxes (mm)."""

DeliverImage = Callable[[QImage], None]
Render = Callable[[int, int, DeliverImage, Wish], None]
"""`render(page, dpi, deliver, wish)`: page from 0; calls `deliver(image)` at once or later, on the GUI thread."""

Find = Callable[[int, str, Callable[[Hits], None], Wish], None]
"""`find(page, words, deliver, wish)`: calls `deliver(hits)` on the GUI thread."""

Text = Callable[[int, Callable[[str], None]], None]
"""`text(page, deliver)`: calls `deliver(text)` on the GUI thread."""

A4 = (210.0, 297.0)


def _no_rest() -> None:
    """Nothing is kept that could be let go."""


@dataclass(frozen=True)
class Pages:
    """`sizes` in mm (width, height), one a page; `find` and `text` where the words are known.

    `rest` lets go of what is kept for turning pages; they may be asked for again all the same.
    """

    sizes: tuple[tuple[float, float], ...]
    render: Render
    find: Find | None = None
    text: Text | None = None
    rest: Callable[[], None] = _no_rest

    @property
    def count(self) -> int:
        return len(self.sizes)


@dataclass(frozen=True)
class Outline:
    """A place on a page worth looking at (a field that was read), in mm from the top left."""

    page: int
    place: QRectF
    words: str
    tone: Tone = "info"
