"""Redraws `resources/reading/glyphs.npz`, which tells digits from letters: `python -m tools.make_glyphs FOLDER ...`.

The folders hold Thai fonts beside our own in `resources/fonts` (decision 0079 names them). Norasi, Umpush and Waree
stay out: with them letters are taken for digits and digits for letters more often; so do faces that imitate a hand.
Sawasdee, Tlwg Typo and Noto Sans Thai stay out: on them it is measured how fonts are read that were never drawn here.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from scipy import ndimage

from desktop.reading.glyphs import ARABIC, LATIN, SIGNS, THAI, Features, features

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "reading" / "glyphs.npz"
CHARACTERS = THAI + ARABIC + LATIN + SIGNS + "".join(map(chr, range(0x0E01, 0x0E2F))) + "ฯะาเโใไๆ"

_LEFT_OUT = re.compile(
    r"Norasi|Umpush|Waree|Sawasdee|TlwgTypo|NotoSansThai|Charm|Srisakdi|Mali|Purisa|Laksaman(-|\.)|"
    r"Oblique|Thin|ExtraLight|Black|ExtraBold|Medium|SemiBold|Light"
)
_SIZES_PX = (29, 19)
"""Letter heights of the official 16 pt at 300 and at 200 dpi."""
_PRINTS = ((0.5, 0.5), (1.1, 0.42), (0.9, 0.6))
"""Blur (pixels at 300 dpi) and how much ink makes a pixel dark: crisp, fat and thin prints."""
_EDGE = 6
_SAME = 0.02
"""How far a glyph is from one that is drawn already to be drawn beside it."""


def main(*folders: str) -> None:
    fonts = list(fonts_in(*folders))
    drawn = sorted(_different(fonts), key=lambda row: row[0])
    TARGET.parent.mkdir(exist_ok=True)
    rows = np.stack([row for _, row in drawn]).astype(np.float16)
    np.savez_compressed(TARGET, characters=np.array("".join(name for name, _ in drawn)), rows=rows)
    print(f"{len(fonts)} fonts, {len(drawn)} glyphs, {TARGET.stat().st_size // 1024} KiB")


def _different(fonts: Iterable[Path]) -> Iterator[tuple[str, Features]]:
    """Without glyphs that are nearly like one of another face: each that is compared takes time on every page."""
    kept = dict[str, list[Features]]()
    for font in fonts:
        for name, row in list(glyphs(font)):
            same = kept.setdefault(name, [])
            ours = font.is_relative_to(ROOT)
            if ours or not same or np.square(np.stack(same) - row).sum(1).min() > _SAME:
                same.append(row)
                yield name, row


def fonts_in(*folders: str, left_out: re.Pattern[str] = _LEFT_OUT) -> Iterator[Path]:
    """Our own fonts and those in the folders that are drawn from."""
    for folder in (ROOT / "resources" / "fonts", *map(Path, folders)):
        found = sorted(path for path in folder.rglob("*.ttf") if not left_out.search(path.name))
        yield from filter(_draws_thai, found)


def _draws_thai(path: Path) -> bool:
    font = sized(path, 100)
    return font.getmask("ก").getbbox() is not None and bytes(font.getmask("ก")) != bytes(font.getmask("ข"))


def sized(path: Path, em: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, em, layout_engine=ImageFont.Layout.BASIC)


def glyphs(path: Path) -> Iterator[tuple[str, Features]]:
    """Every character of a font in two sizes, each the mean of its prints."""
    _, top, _, foot = sized(path, 200).getbbox("ก", anchor="ls")
    for letter in _SIZES_PX:
        font = sized(path, 200 * letter / (foot - top))
        for char in CHARACTERS:
            prints = [row for blur, dark in _PRINTS if (row := _print(font, char, letter, blur, dark)) is not None]
            if prints:
                yield char, np.mean(prints, axis=0, dtype=np.float32)


def _print(font: ImageFont.FreeTypeFont, char: str, letter: int, blur: float, dark: float) -> Features | None:
    """The largest piece of a character as a scanner sees it; None for one that the font lacks or that vanishes."""
    left, top, right, foot = (round(side) for side in font.getbbox(char, anchor="ls"))
    image = Image.new("L", (max(right - left, 1) + 2 * _EDGE, max(foot - top, 1) + 2 * _EDGE), 0)
    ImageDraw.Draw(image).text((_EDGE - left, _EDGE - top), char, font=font, fill=255, anchor="ls")
    ink = np.asarray(image.filter(ImageFilter.GaussianBlur(blur * letter / _SIZES_PX[0]))) > 255 * dark
    labels, count = ndimage.label(ink, np.ones((3, 3), np.bool_))
    if not count:
        return None
    largest = int(np.argmax(np.bincount(labels.ravel())[1:]))
    place = ndimage.find_objects(labels)[largest]
    mask = np.ascontiguousarray(labels[place] == largest + 1)
    line = _EDGE - top
    return features(mask, line - place[0].start, place[0].stop - line, letter)


if __name__ == "__main__":
    main(*sys.argv[1:])
