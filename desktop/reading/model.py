"""What was read from the picture of a page."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise


@dataclass(frozen=True)
class Box:
    """In millimetres from the top left corner of the page as a reader sees it."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def around(self, other: "Box") -> "Box":
        """The smallest box that holds both."""
        left, top = min(self.left, other.left), min(self.top, other.top)
        right, bottom = max(self.right, other.right), max(self.bottom, other.bottom)
        return Box(left, top, right - left, bottom - top)


@dataclass(frozen=True)
class Word:
    """A run of characters without a blank; Thai is written without blanks, so it may be a whole sentence.

    `confidence`: 0 to 1. `spans`: for each character of `text`, where it begins and ends from left to right in mm.
    `others`: digits that may be other ones: which character, what it may be instead, and how likely (0 to 1).
    """

    text: str
    box: Box
    confidence: float
    spans: tuple[tuple[float, float], ...] = ()
    others: tuple[tuple[int, str, float], ...] = ()


@dataclass(frozen=True)
class Line:
    """Words from left to right, never empty."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @cached_property
    def box(self) -> Box:
        box = self.words[0].box
        for _, word in pairwise(self.words):
            box = box.around(word.box)
        return box


@dataclass(frozen=True)
class Quality:
    """What is wrong with a picture. `turned`: degrees by which it must be turned clockwise to stand upright.

    `skew`: degrees by which its lines fall to the right. `is_poor`: too faint, coarse or noisy to be read reliably.
    """

    is_blank: bool = False
    is_poor: bool = False
    turned: int = 0
    skew: float = 0.0


@dataclass(frozen=True)
class PageReading:
    """Lines from top to bottom; none of a blank page. `engine`: what read it, with its version."""

    width_mm: float
    height_mm: float
    lines: tuple[Line, ...]
    quality: Quality
    engine: str

    @property
    def text(self) -> str:
        """A line of text for each line."""
        return "\n".join(line.text for line in self.lines)
