"""What is on a sheet: a list of frozen marks in millimetres from the top left corner, which any back end can draw.

`desktop.paper.pdf` draws them for the archive. Nothing here knows about PDF: a painter on a screen could draw them too.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

Align = Literal["left", "right", "centre"]
Colour = str
"""`#rrggbb`."""

BLACK: Colour = "#000000"


class Face(StrEnum):
    """A style of the official face; its value is the name of its file in `resources/fonts`."""

    REGULAR = "LaksamanPSK-Regular"
    BOLD = "LaksamanPSK-Bold"
    ITALIC = "LaksamanPSK-Italic"
    BOLD_ITALIC = "LaksamanPSK-BoldItalic"


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text whose baseline passes through the point; `align` says which end of it stands there."""

    x_mm: float
    y_mm: float
    text: str
    size_pt: float = 16.0
    face: Face = Face.REGULAR
    align: Align = "left"
    colour: Colour = BLACK
    opacity: float = 1.0
    turn_deg: float = 0.0
    """Counter-clockwise, around the point."""


@dataclass(frozen=True, slots=True)
class Line:
    x1_mm: float
    y1_mm: float
    x2_mm: float
    y2_mm: float
    width_mm: float = 0.2
    colour: Colour = BLACK
    opacity: float = 1.0
    dash_mm: tuple[float, float] | None = None
    """Length of ink and of gap, with round ends: (0, 1) draws dots."""


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed outline through the corners (x, y)."""

    corners_mm: tuple[tuple[float, float], ...]
    width_mm: float = 0.2
    colour: Colour = BLACK
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Rect:
    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    line_mm: float = 0.2
    """0: no outline."""
    colour: Colour = BLACK
    fill: Colour | None = None
    radius_mm: float = 0.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code as vector squares; `side_mm` is without its quiet zone of four modules, left free by the layout."""

    x_mm: float
    y_mm: float
    side_mm: float
    payload: str
    colour: Colour = BLACK


@dataclass(frozen=True, slots=True)
class Image:
    """A PNG or JPEG stretched over the rectangle."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    data: bytes
    opacity: float = 1.0


Op = Text | Line | Polygon | Rect | QrCode | Image


@dataclass(frozen=True, slots=True)
class Sheet:
    width_mm: float
    height_mm: float
    ops: tuple[Op, ...]


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the list of contents beside the pages: leads to that height of a sheet (from 0); `level` from 0."""

    title: str
    sheet: int
    y_mm: float
    level: int = 0


@dataclass(frozen=True, slots=True)
class Paper:
    """Sheets under one title; `made_at` (aware) is the only date the file carries."""

    title: str
    author: str
    made_at: datetime
    sheets: tuple[Sheet, ...]
    bookmarks: tuple[Bookmark, ...] = ()
    """In the order of the paper."""
