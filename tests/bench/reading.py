"""Letters read as scanners and telephones deliver them, beside plain Tesseract (`tha`, psm 6) on the same pictures.

Both run in this process on one processor and are timed by its clock, so that what else runs does not count.
`python -m tests.bench.reading LETTERS WEAR ...` prints one wear after another, and each letter of it.
"""

import os

os.environ |= {"OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1"}

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PIL import Image

from tests.bench.row import Row, slower
from tests.helpers.letter_scans import HELD, Wear, letter, reading, scan

LETTERS = 30
MOST_ERROR = {Wear.CLEAN: 3.0, Wear.SKEWED: 3.0, Wear.NOISY: 3.0}
"""Percent of the characters, on light scans."""
LEAST_DIGITS = 98.0
MOST_TIME = 1.2
_DPI = 300
_THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"


@dataclass
class Tally:
    """Characters and Thai digits that should have been read, how many edits they are off, and processor seconds."""

    characters: int = 0
    wrong: int = 0
    digits: int = 0
    digits_wrong: int = 0
    seconds: list[float] = field(default_factory=list)

    def add(self, wanted: str, got: str, seconds: float) -> None:
        from tests.helpers.reading import edits, solid

        self.characters += len(solid(wanted))
        self.wrong += edits(solid(wanted), solid(got))
        self.digits += len(_thai_digits(wanted))
        self.digits_wrong += edits(_thai_digits(wanted), _thai_digits(got))
        self.seconds.append(seconds)

    @property
    def error(self) -> float:
        return 100 * self.wrong / max(self.characters, 1)

    @property
    def digits_right(self) -> float:
        return 100 - 100 * self.digits_wrong / max(self.digits, 1)

    @property
    def a_page(self) -> float:
        return sum(self.seconds) / max(len(self.seconds), 1)


def measure(letters: int = LETTERS, wears: Sequence[Wear] = tuple(Wear)) -> list[Row]:
    rows: list[Row] = []
    for wear in wears:
        ours, plain = compared(letters, wear)
        limit = MOST_ERROR.get(wear)
        rows.append(_error(f"{wear}: character error", ours.error, plain.error, limit))
        rows.append(_digits(f"{wear}: Thai digits right", ours.digits_right, plain.digits_right))
        rows.append(slower(f"{wear}: a page", ours.a_page, plain.a_page, "s CPU", "plain Tesseract", MOST_TIME))
    return rows


def compared(letters: int, wear: Wear, show: Callable[[str], None] = lambda line: None) -> tuple[Tally, Tally]:
    """Ours and plain Tesseract's, over the first letters that are held back for measuring."""
    from tests.helpers.reading import read_picture

    ours, plain, tesseract = Tally(), Tally(), _plain()
    for seed in HELD[:letters]:
        one = letter(seed)
        page, truth = scan(one, wear), reading(one).text
        before = ours.wrong, ours.digits_wrong
        for tally, read in ((ours, lambda dpi, picture: read_picture(picture, dpi).text), (plain, tesseract)):
            begun = time.process_time()
            got = read(page.dpi, page.picture)
            tally.add(truth, got, time.process_time() - begun)
        wrong = f"{ours.wrong - before[0]} characters, {ours.digits_wrong - before[1]} Thai digits wrong"
        show(f"{wear} {seed} {one.face.name}: {wrong}; {ours.seconds[-1]:.2f} s beside {plain.seconds[-1]:.2f} s")
    return ours, plain


def _plain() -> Callable[[int, Image.Image], str]:
    import tesserocr

    from desktop.reading import models

    api = tesserocr.PyTessBaseAPI(path=str(models.find()), lang="tha", psm=6)

    def read(dpi: int, picture: Image.Image) -> str:
        api.SetImage(picture)
        api.SetSourceResolution(dpi)
        return str(api.GetUTF8Text()).replace("\u0e4d\u0e32", "\u0e33").replace("เเ", "แ")

    return read


def _thai_digits(text: str) -> str:
    return "".join(char for char in text if char in _THAI_DIGITS)


def _error(name: str, ours: float, plain: float, limit: float | None) -> Row:
    """`ratio`: our error over the limit; where there is none, over plain Tesseract's."""
    ratio = ours / limit if limit else ours / max(plain, 0.01)
    return Row(name, round(ours, 2), "%", round(plain, 2), "plain Tesseract", round(ratio, 2), 1.0)


def _digits(name: str, ours: float, plain: float) -> Row:
    """`ratio`: what is missing to all over what may be missing."""
    ratio = (100 - ours) / (100 - LEAST_DIGITS)
    return Row(name, round(ours, 2), "%", round(plain, 2), "plain Tesseract", round(ratio, 2), 1.0)


if __name__ == "__main__":
    for wanted in map(Wear, sys.argv[2:]):
        tallies = compared(int(sys.argv[1]), wanted, lambda line: print(line, flush=True))
        for who, tally in zip(("ours", "plain"), tallies, strict=True):
            figures = f"error {tally.error:.2f} %, Thai digits {tally.digits_right:.2f} % of {tally.digits}"
            print(f"{wanted} {who}: {figures}, {tally.a_page:.2f} s a page", flush=True)
