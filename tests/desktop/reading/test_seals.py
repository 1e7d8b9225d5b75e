"""Rings of seals are taken away where they run into writing, which stays; nothing else is taken for one."""

from math import radians, tan

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from scipy import ndimage

from desktop.paper.ops import Face
from desktop.paper.thai_text import font_file
from desktop.reading.cutting import pieces_of
from desktop.reading.seals import lifted
from desktop.reading.straight import Ink, Levelling

_RADII = (207, 266)
"""Pixels at 300 dpi: seals have rings of 35 and 45 mm."""


def _ink(askew: float, *radii: int) -> Ink:
    """A day and a stroke of a hand with rings over them, as it is once its page was made level."""
    page = Image.new("L", (900, 900), 255)
    pen = ImageDraw.Draw(page)
    font = ImageFont.truetype(font_file(Face.REGULAR), 67)
    pen.text((260, 560), "๑๔ เมษายน ๒๕๖๙", font=font, fill=0)
    pen.line((430, 430, 780, 400), fill=0, width=5)
    for radius in radii:
        pen.ellipse((450 - radius, 450 - radius, 450 + radius, 450 + radius), outline=0, width=5)
    turned = np.asarray(page.rotate(-askew, Image.Resampling.BICUBIC, fillcolor=255)) < 128
    return Levelling(askew, 900).level(turned.view(np.uint8), 0).view(np.bool_)


@pytest.mark.parametrize("askew", [0.0, -1.5, 2.0])
def test_rings_go_and_what_they_crossed_stays(askew: float) -> None:
    day, both = _ink(askew), _ink(askew, *_RADII)
    rest = lifted(both, pieces_of(both), tan(radians(askew)))
    assert rest is not None
    near = ndimage.binary_dilation(day, np.ones((3, 3), np.bool_), 6)
    assert np.count_nonzero(rest & ~near) < 0.06 * np.count_nonzero(both & ~near)
    assert np.count_nonzero(rest & day) > 0.85 * np.count_nonzero(day)


def test_a_page_without_rings_stays_as_it_is() -> None:
    day = _ink(0.0)
    assert lifted(day, pieces_of(day), 0.0) is None
    frame = day.copy()
    frame[80:86, 80:820] = frame[814:820, 80:820] = frame[80:820, 80:86] = frame[80:820, 814:820] = True
    assert lifted(frame, pieces_of(frame), 0.0) is None
