"""The sheets that part the letters of a stack: read again from a poor scan, whichever way they lay."""

import pytest
from PIL import Image, ImageFilter

from desktop.capture.separators import is_blank
from desktop.paper.pages import page_count, render
from desktop.paper.qr import texts_on
from desktop.paper.separator import is_separator, separators_pdf
from tests.helpers.desk import MORNING

OFFICE = "เทศบาลเมืองแม่เหียะ (สาธิต)"


@pytest.mark.parametrize("turn", [0, 90, 180, 2.5])
def test_read_back_grey_soft_and_turned(turn: float) -> None:
    drawn = render(separators_pdf(OFFICE, MORNING, 1), 1, 150)
    picture = Image.frombuffer("RGB", (drawn.width, drawn.height), drawn.data, "raw", "BGRX", drawn.stride, 1)
    grey = picture.convert("L").filter(ImageFilter.GaussianBlur(1.5)).rotate(turn, expand=True, fillcolor=255)
    assert [is_separator(code) for code in texts_on(grey)] == [True]
    assert not is_blank(grey, 150)


def test_both_sides_of_each_sheet() -> None:
    assert page_count(separators_pdf(OFFICE, MORNING, 3)) == 6


def test_no_other_code_parts_letters() -> None:
    assert not is_separator("7112345")
    assert not is_separator("")
