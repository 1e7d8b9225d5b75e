"""Glyphs that tell digits from letters: drawn from the fonts of official letters."""

import pytest

from desktop.paper.ops import Face
from desktop.paper.thai_text import font_file
from desktop.reading.glyphs import ARABIC, THAI, shipped
from tools.make_glyphs import CHARACTERS, glyphs


def test_the_official_face_is_among_what_is_shipped() -> None:
    likeness = shipped()
    assert set(likeness.names) == set(CHARACTERS)
    drawn = list(glyphs(font_file(Face.REGULAR)))
    apart = likeness.distances([row for _, row in drawn])
    own = [likeness.names.index(name) for name, _ in drawn]
    assert float(apart[range(len(own)), own].max()) < 0.001


@pytest.mark.parametrize("name", ["LaksamanPSK-BoldItalic", "SarabunUI-SemiBold"])
def test_digits_are_told_from_letters_in_faces_that_were_not_drawn(name: str) -> None:
    likeness = shipped()
    drawn = [row for row in glyphs(font_file(Face.REGULAR).with_name(f"{name}.ttf")) if row[0] in THAI + ARABIC]
    apart = likeness.distances([row for _, row in drawn])
    told = [likeness.names[place] for place in apart.argmin(1)]
    wrong = [(want, got) for (want, _), got in zip(drawn, told, strict=True) if want != got and got not in "oOlI"]
    assert len(wrong) <= 1
