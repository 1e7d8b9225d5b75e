"""Two digits that touch are told by a network that was taught on worn prints of both together."""

from random import Random

import numpy as np

from desktop.paper.ops import Face
from desktop.paper.thai_text import font_file
from desktop.reading.digits import PAIRS, shipped_pairs
from tools.make_pairs import pairs


def test_worn_pairs_are_told_and_what_is_none_is_none() -> None:
    worn = list(pairs(font_file(Face.REGULAR), Random(7), 1, 60))
    told = [PAIRS[best] for best in shipped_pairs().chances(np.stack([row for _, row in worn])).argmax(1)]
    right = [want == got for (want, _), got in zip(worn, told, strict=True) if want in PAIRS]
    others = [got for (want, _), got in zip(worn, told, strict=True) if want not in PAIRS]
    assert sum(right) >= 0.85 * len(right)
    assert others.count(" ") >= 0.9 * len(others)
