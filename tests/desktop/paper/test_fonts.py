"""The fonts that travel with the program are what `tools/make_fonts.py` promises."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from desktop.paper.ops import Face
from desktop.paper.thai_text import font_file

FONTS = font_file(Face.REGULAR).parent
SCREEN = ("Regular", "Medium", "SemiBold", "Bold")


def names(font: TTFont) -> dict[int, str]:
    return {record.nameID: str(record) for record in font["name"].names if record.platformID == 3}


@pytest.mark.parametrize("style", SCREEN)
def test_the_screen_face_has_room_for_every_mark(style: str) -> None:
    font = TTFont(FONTS / f"SarabunUI-{style}.ttf")
    need_up = max(font["glyf"][glyph].yMax for glyph in thai_glyphs(font))
    need_down = -min(font["glyf"][glyph].yMin for glyph in thai_glyphs(font))
    assert font["hhea"].ascent == font["OS/2"].sTypoAscender == font["OS/2"].usWinAscent >= need_up
    assert -font["hhea"].descent == -font["OS/2"].sTypoDescender == font["OS/2"].usWinDescent >= need_down
    assert names(font).get(16, names(font)[1]) == "Sarabun UI"
    assert names(font)[6] == f"SarabunUI-{style}"


def thai_glyphs(font: TTFont) -> list[str]:
    glyphs = [name for code, name in font.getBestCmap().items() if 0x0E01 <= code <= 0x0E5B]
    return [name for name in glyphs if font["glyf"][name].numberOfContours]


@pytest.mark.parametrize("face", list(Face))
def test_the_official_face_measures_as_the_ministrys(face: Face) -> None:
    font = TTFont(font_file(face))
    assert font["head"].unitsPerEm == 1503
    assert names(font)[1] == "Laksaman PSK"
    assert "TH Sarabun New" in names(font)[0]
    assert "special exception" in names(font)[13]


def test_each_licence_lies_beside_its_fonts() -> None:
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL-Sarabun.txt").read_text()
    laksaman = (FONTS / "LICENSE-Laksaman.txt").read_text()
    assert "special exception" in laksaman
    assert "GNU GENERAL PUBLIC LICENSE" in laksaman
    assert "CC0" in Path(FONTS.parent / "thai" / "words_th.txt.license").read_text("utf-8")
