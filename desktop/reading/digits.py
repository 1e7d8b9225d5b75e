"""Which digit a piece of ink is, and how surely: a small network taught on digits of many faces, worn as scans are."""

from importlib import resources
from io import BytesIO
from typing import NamedTuple

import numpy as np

from desktop.reading.glyphs import ARABIC, THAI, Features

SIGNS = "/()"
CLASSES = f"{THAI}{ARABIC}{SIGNS} "
"""Digits, signs that touch them, and what is none of these."""
PAIRS = (*(a + b for a in THAI for b in THAI), *(a + "/" for a in THAI), *("/" + a for a in THAI), " ")
"""Thai digits that touch each other or a stroke, and what is none of these."""


class DigitReader(NamedTuple):
    """A layer of its own features between the features of a piece and the classes."""

    inner: Features
    inner_bias: Features
    outer: Features
    outer_bias: Features

    def chances(self, rows: Features) -> Features:
        """For each piece how likely it is each of `CLASSES`, or of `PAIRS`, in all 1."""
        hidden = np.maximum(rows @ self.inner + self.inner_bias, 0)
        said = hidden @ self.outer + self.outer_bias
        risen: Features = np.exp(said - said.max(1, keepdims=True))
        risen /= risen.sum(1, keepdims=True)
        return risen


def shipped() -> DigitReader:
    """The one that comes with the program (`tools/make_digits.py` taught it)."""
    return _kept("digits.npz")


def shipped_pairs() -> DigitReader:
    """The same for digits that touch (`tools/make_pairs.py`)."""
    return _kept("pairs.npz")


def _kept(name: str) -> DigitReader:
    data = (resources.files("resources") / "reading" / name).read_bytes()
    with np.load(BytesIO(data)) as kept:
        return DigitReader(*(kept[name].astype(np.float32) for name in DigitReader._fields))
