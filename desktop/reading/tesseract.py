"""Tesseract on one line at a time. Only for the worker process: it may crash."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from desktop.reading.models import OWN
from desktop.reading.straight import Grey

THAI, ENGLISH = "tha_office", "eng"
_SINGLE_LINE = 7
_PLAIN, _STEEP = 0.993, 20.0
"""How sure the Thai model is of plain print; how many characters in a hundred are wrong for each hundredth below it.

Measured on a letter made coarser and coarser: 0.990 with 7 % wrong, 0.982 with 26 %, 0.967 with 58 %, 0.957 with 81 %.
"""


@dataclass(frozen=True)
class Symbol:
    """A character; edges in pixels of the line's picture. `after_blank`: a blank stands before it.

    `other`: the digit that it may be instead, and how likely.
    """

    text: str
    left: float
    right: float
    confidence: float
    after_blank: bool
    other: tuple[str, float] = ("", 0.0)


class Tesseract:
    """`models`: the folder of `eng.traineddata`; ours is for Thai. Each is loaded when it is first wanted."""

    def __init__(self, models: Path) -> None:
        self._models = models
        self._open = cache(self._opened)

    @staticmethod
    def version() -> str:
        import tesserocr

        return str(tesserocr.tesseract_version()).split()[1]

    def _opened(self, language: str) -> Any:
        import tesserocr

        folder = OWN if language == THAI else self._models
        api = tesserocr.PyTessBaseAPI(path=str(folder), lang=language, psm=_SINGLE_LINE)
        api.SetVariable("invert_threshold", "0")  # what is read badly is not read again as white on black
        return api

    def read(self, line: Grey, dpi: int, language: str = THAI) -> list[Symbol]:
        """The characters of a line's picture from left to right."""
        import tesserocr

        api = self._open(language)
        high, wide = line.shape
        api.SetImageBytes(line.tobytes(), wide, high, 1, wide)
        api.SetSourceResolution(dpi)
        if not api.Recognize() or not api.GetUTF8Text().strip():
            return []
        found = []
        for one in tesserocr.iterate_level(api.GetIterator(), tesserocr.RIL.SYMBOL):
            left, _, right, _ = one.BoundingBox(tesserocr.RIL.SYMBOL)
            blank = one.IsAtBeginningOf(tesserocr.RIL.WORD) and one.BlanksBeforeWord() > 0
            sure = one.Confidence(tesserocr.RIL.SYMBOL) / 100
            if language == THAI:
                sure = min(max(1 - _STEEP * (_PLAIN - sure), 0.0), 1.0)
            found.append(Symbol(one.GetUTF8Text(tesserocr.RIL.SYMBOL), left, right, sure, bool(blank)))
        return found
