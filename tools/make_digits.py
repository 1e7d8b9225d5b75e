"""Teaches `resources/reading/digits.npz`, which tells digits apart: `python -m tools.make_digits FOLDER ...`.

The folders hold fonts as `tools.make_glyphs` takes them; more of them make it surer of faces that nobody drew. Prints
are turned, blurred, grained and faxed as scanners do; what the generated letters look like is not known here.
"""

import re
import sys
from collections.abc import Iterator
from math import ceil, radians, tan
from pathlib import Path
from random import Random

import numpy as np
from fontTools.ttLib import TTFont
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from scipy import ndimage

from desktop.reading.digits import CLASSES, DigitReader
from desktop.reading.glyphs import ARABIC, THAI, Features, features
from tools.make_glyphs import CHARACTERS, ROOT, fonts_in, sized

TARGET = ROOT / "resources" / "reading" / "digits.npz"
LEFT_OUT = re.compile(
    r"Sawasdee|TlwgTypo|NotoSansThai|Charm|Srisakdi|Laksaman(-|\.)|"
    r"Oblique|Italic|Thin|ExtraLight|Black|ExtraBold|Medium|SemiBold|Light"
)
_DIGITS = THAI + ARABIC
_OTHERS = "".join(set(CHARACTERS) - set(_DIGITS) - set("oOlI"))
"""Rings and strokes of Latin are told by what stands beside them."""
_MARKED = tuple(base + mark for base in "กขคชดตถทนบปพภมยรลวสหอา" for mark in ("ิ", "ี", "็", "่", "้", "์", "ุ", "ู"))
"""Letters that touch their marks."""
LETTER_PX = 28
EDGE = 14
_LEAN, _STRETCH, _ASTRAY = 3.0, 0.05, 0.8
"""Degrees, shares and pixels, in the root of the mean square."""
_OF_DIGIT, _OF_OTHER, _OF_MARKED = 1.0, 0.17, 0.02
_TIMES = 48
_HIDDEN, _ROUNDS, _BATCH, _PACE, _DECAY = 192, 14, 256, 2e-3, 1e-4
Labels = NDArray[np.int64]


def main(*folders: str) -> None:
    chance = Random(1)
    fonts = list(fonts_in(*folders, left_out=LEFT_OUT))
    rows, labels = _lesson([one for font in fonts for one in prints(font, chance)])
    taught = teach(rows, labels)
    np.savez_compressed(TARGET, **{name: part.astype(np.float16) for name, part in taught._asdict().items()})
    right = (taught.chances(rows).argmax(1) == labels).mean()
    print(f"{len(fonts)} fonts, {len(labels)} prints, {right:.2%} right, {TARGET.stat().st_size // 1024} KiB")


def _lesson(drawn: list[tuple[str, Features]]) -> tuple[Features, Labels]:
    labels = np.array([CLASSES.find(char) if char in CLASSES else CLASSES.index(" ") for char, _ in drawn])
    return np.stack([row for _, row in drawn]), labels


def prints(path: Path, chance: Random, times: int = _TIMES) -> Iterator[tuple[str, Features]]:
    """Each digit so often, worn anew each time; what is none less often, as there is more of it."""
    _, top, _, foot = sized(path, 200).getbbox("ก", anchor="ls")
    font = sized(path, 200 * LETTER_PX / (foot - top))
    known = TTFont(path, fontNumber=0).getBestCmap()
    for texts, share in ((_DIGITS, _OF_DIGIT), (_OTHERS, _OF_OTHER), (_MARKED, _OF_MARKED)):
        for text in (text for text in texts if all(ord(char) in known for char in text)):
            for _ in range(ceil(times * share)):
                row = _worn(font, text, chance)
                if row is not None:
                    yield text, row


def _worn(font: ImageFont.FreeTypeFont, text: str, chance: Random) -> Features | None:
    """The largest piece of a text as a scanner sees it; None where nothing is left of it."""
    left, top, right, foot = (round(side) for side in font.getbbox(text, anchor="ls"))
    image = Image.new("L", (max(right - left, 1) + 2 * EDGE, max(foot - top, 1) + 2 * EDGE), 0)
    at = (EDGE - left + chance.random(), EDGE - top + chance.random())
    ImageDraw.Draw(image).text(at, text, font=font, fill=255, anchor="ls")
    labels, count = ndimage.label(inked(image, chance), np.ones((3, 3), np.bool_))
    if not count:
        return None
    largest = int(np.argmax(np.bincount(labels.ravel())[1:]))
    place = ndimage.find_objects(labels)[largest]
    mask = np.ascontiguousarray(labels[place] == largest + 1)
    line, letter = EDGE - top + chance.gauss(0.5, 1.0), LETTER_PX * chance.uniform(0.94, 1.06)
    return features(mask, line - place[0].start, place[0].stop - line, letter)


def inked(image: Image.Image, chance: Random) -> NDArray[np.bool_]:
    """What is taken for ink after printing, scanning and levelling."""
    image = _bent(image, chance)
    image = image.filter(ImageFilter.GaussianBlur(chance.uniform(0.2, 1.3)))
    if chance.random() < 0.3:
        small = image.resize((image.width * 2 // 3, image.height * 2 // 3), Image.Resampling.BOX)
        limit = chance.uniform(70, 140)
        hard = small.point([255 if level > limit else 0 for level in range(256)])
        image = hard.resize(image.size, Image.Resampling.BILINEAR)
    grey = np.asarray(image, np.float32)
    if chance.random() < 0.5:
        grain = np.random.default_rng(chance.getrandbits(32)).standard_normal(grey.shape, np.float32)
        grey = grey + ndimage.gaussian_filter(grain, 0.4) * np.float32(chance.uniform(0, 70))
    return grey > chance.uniform(70, 160)


def _bent(image: Image.Image, chance: Random) -> Image.Image:
    """Leaning, wider or lower, and each quarter a little elsewhere: so other faces draw the same digit."""
    wide, high = image.size
    lean = tan(radians(chance.gauss(0, _LEAN)))
    across, down = (1 + chance.gauss(0, _STRETCH) for _ in range(2))
    spots = {
        (x, y): (
            wide / 2 + (x - 1) * wide / 2 * across + (y - 1) * high / 2 * lean + chance.gauss(0, _ASTRAY),
            high / 2 + (y - 1) * high / 2 * down + chance.gauss(0, _ASTRAY),
        )
        for x in range(3)
        for y in range(3)
    }
    quarters = []
    for x in range(2):
        for y in range(2):
            box = (wide * x // 2, high * y // 2, wide * (x + 1) // 2, high * (y + 1) // 2)
            corners = (spots[x, y], spots[x, y + 1], spots[x + 1, y + 1], spots[x + 1, y])
            quarters.append((box, tuple(side for corner in corners for side in corner)))
    return image.transform((wide, high), Image.Transform.MESH, quarters, Image.Resampling.BICUBIC)


def teach(rows: Features, labels: Labels, classes: int = len(CLASSES), seed: int = 1) -> DigitReader:
    """By Adam (Kingma and Ba 2015) on the cross entropy, the pace falling to nothing."""
    rng = np.random.default_rng(seed)
    middle, spread = rows.mean(0), rows.std(0) + 1e-3
    rows = (rows - middle) / spread
    weights = [
        rng.normal(0, np.sqrt(2 / size[0]), size).astype(np.float32) if len(size) == 2 else np.zeros(size, np.float32)
        for size in ((rows.shape[1], _HIDDEN), (_HIDDEN,), (_HIDDEN, classes), (classes,))
    ]
    means, squares = [np.zeros_like(part) for part in weights], [np.zeros_like(part) for part in weights]
    steps = _ROUNDS * (len(labels) // _BATCH)
    for step in range(1, steps + 1):
        chosen = rng.integers(0, len(labels), _BATCH)
        pace = _PACE * (1 - step / steps)
        for part, mean, square, slope in zip(
            weights, means, squares, _slopes(weights, rows[chosen], labels[chosen]), strict=True
        ):
            mean += 0.1 * (slope - mean)
            square += 0.001 * (slope * slope - square)
            part -= pace * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
            part -= pace * _DECAY * part
    inner, inner_bias, outer, outer_bias = weights
    return DigitReader(inner / spread[:, None], inner_bias - (middle / spread) @ inner, outer, outer_bias)


def _slopes(weights: list[Features], rows: Features, labels: Labels) -> list[Features]:
    inner, inner_bias, outer, _ = weights
    hidden = np.maximum(rows @ inner + inner_bias, 0)
    off = DigitReader(*weights).chances(rows)
    off[np.arange(len(labels)), labels] -= 1
    off /= len(labels)
    back = (off @ outer.T) * (hidden > 0)
    return [rows.T @ back, back.sum(0), hidden.T @ off, off.sum(0)]


if __name__ == "__main__":
    main(*sys.argv[1:])
