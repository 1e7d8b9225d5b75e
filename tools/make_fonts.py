"""Rebuild `resources/fonts/` from the unaltered fonts: `python tools/make_fonts.py SARABUN_FOLDER LAKSAMAN_FOLDER`.

SARABUN_FOLDER holds `Sarabun-*.ttf` (the `files` folder of the PyPI package fontpkg-sarabun 1.0);
LAKSAMAN_FOLDER holds `Laksaman*.ttf` (Debian fonts-tlwg-laksaman-ttf 0.7.3: /usr/share/fonts/truetype/tlwg).
The same sources and the same fontTools give the same bytes.
"""

import sys
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
SARABUN_STYLES = ("Regular", "Medium", "SemiBold", "Bold")
LAKSAMAN_STYLES = {"Regular": "", "Bold": "-Bold", "Italic": "-Italic", "BoldItalic": "-BoldItalic"}
LAKSAMAN_UNITS_PER_EM = 1503
"""Laksaman is TH Sarabun New enlarged 1.503 times: this brings 16 pt back to the official 16 pt."""

_FULL_NAME_IDS = (1, 3, 4, 16)
_POSTSCRIPT_NAME_ID = 6


def main(sarabun: Path, laksaman: Path) -> None:
    FONTS.mkdir(parents=True, exist_ok=True)
    for style in SARABUN_STYLES:
        font = _open(sarabun / f"Sarabun-{style}.ttf")
        mend_vertical_metrics(font)
        rename(font, "Sarabun", "Sarabun UI")
        _save(font, f"SarabunUI-{style}.ttf")
    for style, suffix in LAKSAMAN_STYLES.items():
        font = _open(laksaman / f"Laksaman{suffix}.ttf")
        font["head"].unitsPerEm = LAKSAMAN_UNITS_PER_EM
        rename(font, "Laksaman", "Laksaman PSK")
        _save(font, f"LaksamanPSK-{style}.ttf")


def mend_vertical_metrics(font: TTFont) -> None:
    """Give the line its true height, so that neither ญู nor ปั้ is clipped on a screen."""
    tall, deep = font["OS/2"].usWinAscent, font["OS/2"].usWinDescent
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = tall, -deep, 0
    font["OS/2"].sTypoAscender, font["OS/2"].sTypoDescender, font["OS/2"].sTypoLineGap = tall, -deep, 0


def rename(font: TTFont, family: str, new_family: str) -> None:
    """A changed font carries its own name; the copyright and licence entries stay as they are."""
    for record in font["name"].names:
        if record.nameID in _FULL_NAME_IDS:
            record.string = str(record).replace(family, new_family)
        elif record.nameID == _POSTSCRIPT_NAME_ID:
            record.string = str(record).replace(family, new_family.replace(" ", ""))


def _open(source: Path) -> TTFont:
    return TTFont(source, recalcTimestamp=False)


def _save(font: TTFont, name: str) -> None:
    for stale in ("DSIG", "FFTM"):  # a signature of other bytes, and the font editor's own time stamp
        if stale in font:
            del font[stale]
    font.save(FONTS / name)
    print(FONTS / name)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
