"""Lines that fall are found and made level, and every point finds back to where it was."""

import numpy as np
import pytest
from PIL import Image

from desktop.reading.cutting import ink_of
from desktop.reading.straight import Levelling, skew_of
from tests.helpers.letter_scans import letter, scan


@pytest.mark.parametrize("degrees", [-3.0, -0.6, 0.0, 1.4])
def test_the_skew_of_a_letter_is_found(degrees: float) -> None:
    page = scan(letter(7)).picture.convert("L").rotate(-degrees, Image.Resampling.BILINEAR, fillcolor=255)
    assert skew_of(ink_of(np.asarray(page))) == pytest.approx(degrees, abs=0.12)


def test_levelling_moves_whole_columns_and_can_be_undone() -> None:
    picture = np.full((400, 600), 255, np.uint8)
    for column in range(600):
        picture[100 + round(column * np.tan(np.radians(2.0))), column] = 0
    levelling = Levelling(2.0, 600)
    rows, columns = np.nonzero(levelling.level(picture, 255) == 0)
    assert len(set(rows.tolist())) == 1
    back = [row - levelling.drop(column) for row, column in zip(rows.tolist(), columns.tolist(), strict=True)]
    assert all(picture[row, column] == 0 for row, column in zip(back, columns.tolist(), strict=True))


def test_a_level_page_stays_as_it_is() -> None:
    picture = np.zeros((10, 10), np.uint8)
    assert Levelling(0.0, 10).level(picture, 255) is picture


def test_an_empty_page_has_no_skew() -> None:
    assert skew_of(np.zeros((300, 300), np.bool_)) == 0.0
