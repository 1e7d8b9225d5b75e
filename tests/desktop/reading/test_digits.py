"""Digits are told by a network that was taught on worn prints, in any face, and it knows when it does not know."""

from random import Random

import numpy as np
import pytest

from desktop.paper.ops import Face
from desktop.paper.thai_text import font_file
from desktop.reading.digits import CLASSES, shipped
from desktop.reading.glyphs import ARABIC, THAI
from tools.make_digits import prints, teach


@pytest.mark.parametrize("name", ["LaksamanPSK-Regular", "SarabunUI-SemiBold"])
def test_worn_digits_are_told_from_each_other_and_from_letters(name: str) -> None:
    worn = list(prints(font_file(Face.REGULAR).with_name(f"{name}.ttf"), Random(5), 8))
    chances = shipped().chances(np.stack([row for _, row in worn]))
    assert np.allclose(chances.sum(1), 1, atol=1e-4)
    told = [CLASSES[best] for best in chances.argmax(1)]
    digits = [(want, got) for (want, _), got in zip(worn, told, strict=True) if want in THAI + ARABIC]
    others = [got for (want, _), got in zip(worn, told, strict=True) if want not in CLASSES]
    assert sum(want == got for want, got in digits) >= 0.93 * len(digits)
    assert others.count(" ") >= 0.97 * len(others)


def test_what_it_is_unsure_of_is_wrong_more_often() -> None:
    worn = [one for one in prints(font_file(Face.BOLD), Random(6), 20) if one[0] in THAI]
    chances = shipped().chances(np.stack([row for _, row in worn]))
    right = np.array([CLASSES[best] == want for best, (want, _) in zip(chances.argmax(1), worn, strict=True)])
    sure = chances.max(1) > 0.99
    assert right[sure].mean() > 0.98
    assert sure.mean() > 0.9


def test_a_lesson_is_learned() -> None:
    """Two digits that a network of chance tells no better than a coin."""
    rng = np.random.default_rng(3)
    labels = rng.integers(0, 2, 600)
    rows = (rng.normal(0, 1, (600, 172)) + labels[:, None]).astype(np.float32)
    assert (teach(rows, labels).chances(rows).argmax(1) == labels).all()
