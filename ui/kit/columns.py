"""What a table shows of a row."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import Qt

from ui.kit.chips import Badge

R = TypeVar("R")
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True)
class Column(Generic[R]):
    """`title` is asked for in the language of now; `text` is what the cell says, also to a screen reader and a copy.

    `badges` makes it a cell of marks; `mixed` draws the text after them. `width` in pixels; one column may `stretch`.
    Where there is no room for `width` of the stretching one, columns with the highest `yields` go first; 0 stays.
    `roomy`: its width on a screen that has so much to spare.
    `soft` writes in the second ink, `strong` in the heavier face, `faint` takes both back for some rows, `struck`
    crosses some through: only these and badges cost a painted cell. `found` tells which parts of the cell's text
    somebody looked for: (from, to) each.
    """

    title: Callable[[], str]
    text: Callable[[R], str]
    width: int = 120
    align: Qt.AlignmentFlag = LEFT
    stretch: bool = False
    badges: Callable[[R], tuple[Badge, ...]] | None = None
    yields: int = 0
    roomy: int = 0
    mixed: bool = False
    soft: bool = False
    strong: bool = False
    faint: Callable[[R], bool] | None = None
    struck: Callable[[R], bool] | None = None
    tip: Callable[[R], str] | None = None
    found: Callable[[R], tuple[tuple[int, int], ...]] | None = None

    @property
    def painted(self) -> bool:
        return self.badges is not None or self.soft or self.strong or self.struck is not None or self.found is not None
