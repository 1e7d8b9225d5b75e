"""Teaches `resources/reading/pairs.npz`, which reads digits that touch: `python -m tools.make_pairs FOLDER ...`.

A digit that reaches over its neighbour, as ๗ does in most faces, cannot be cut from it: without its tail it is a ๓. So
both are read at once. Fonts and wear are those of `tools.make_digits`.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import numpy as np
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont
from scipy import ndimage

from desktop.reading.digits import PAIRS
from desktop.reading.glyphs import PAIR_GRID, THAI, Features, features
from desktop.reading.straight import Ink
from tools.make_digits import EDGE, LEFT_OUT, LETTER_PX, inked, teach
from tools.make_glyphs import ROOT, fonts_in, sized

TARGET = ROOT / "resources" / "reading" / "pairs.npz"
_TIMES, _OTHER_TIMES = 4, 120
_CLOSER_PX = (0.0, 0.7, 1.4, 2.1, 2.8, 3.5, 4.5, 6.0)
"""How much nearer than the face sets them two signs are tried, until they touch."""
_LETTERS = "".join(map(chr, range(0x0E01, 0x0E2F))) + "ะาเโใไ"
_LONG, _DARK = 3, 110


def main(*folders: str) -> None:
    chance = Random(1)
    fonts = list(fonts_in(*folders, left_out=LEFT_OUT))
    drawn = [one for font in fonts for one in pairs(font, chance)]
    labels = np.array([PAIRS.index(text) if text in PAIRS else len(PAIRS) - 1 for text, _ in drawn])
    rows = np.stack([row for _, row in drawn])
    taught = teach(rows, labels, len(PAIRS))
    np.savez_compressed(TARGET, **{name: part.astype(np.float16) for name, part in taught._asdict().items()})
    right = (taught.chances(rows).argmax(1) == labels).mean()
    print(f"{len(fonts)} fonts, {len(labels)} prints, {right:.2%} right, {TARGET.stat().st_size // 1024} KiB")


def pairs(
    path: Path, chance: Random, times: int = _TIMES, others: int = _OTHER_TIMES
) -> Iterator[tuple[str, Features]]:
    """Each pair of a face so often, worn anew each time, and others that are none."""
    _, top, _, foot = sized(path, 200).getbbox("ก", anchor="ls")
    font = sized(path, 200 * LETTER_PX / (foot - top))
    known = TTFont(path, fontNumber=0).getBestCmap()
    wanted = [text for text in PAIRS[:-1] for _ in range(times)] + [_other(chance) for _ in range(others)]
    for text in wanted:
        row = _touching(font, text, chance) if all(ord(sign) in known for sign in text) else None
        if row is not None:
            yield text, row


def _other(chance: Random) -> str:
    """Letters, a letter beside a digit, three digits."""
    kind = chance.random()
    if kind < 0.5:
        return "".join(chance.choices(_LETTERS, k=chance.choice((1, 2, 2))))
    if kind < 0.8:
        return "".join(chance.sample((chance.choice(_LETTERS), chance.choice(THAI)), 2))
    return "".join(chance.choices(THAI, k=_LONG))


def _touching(font: ImageFont.FreeTypeFont, text: str, chance: Random) -> Features | None:
    """The one piece that the signs of a text are together; None where they stay apart."""
    closer = _apart(font, text) + chance.uniform(0.0, 1.5)
    image, ends, top = _drawn(font, text, closer, chance.random())
    found = _largest(inked(image, chance))
    if found is None or found[1].start > ends[1] - 0.4 * LETTER_PX or found[1].stop < ends[-2] + 0.3 * LETTER_PX:
        return None
    down, _, mask = found
    line, letter = EDGE - top + chance.gauss(0.5, 1.0), LETTER_PX * chance.uniform(0.94, 1.06)
    return features(mask, line - down.start, down.stop - line, letter, PAIR_GRID)


def _apart(font: ImageFont.FreeTypeFont, text: str) -> float:
    """How much nearer than the face sets them its signs must stand to touch in a plain print."""
    for closer in _CLOSER_PX:
        image, ends, _ = _drawn(font, text, closer)
        found = _largest(np.asarray(image) > _DARK)
        if found and found[1].start < ends[1] - 0.4 * LETTER_PX and found[1].stop > ends[-2] + 0.3 * LETTER_PX:
            return closer
    return _CLOSER_PX[-1]


def _drawn(
    font: ImageFont.FreeTypeFont, text: str, closer: float, aside: float = 0.0
) -> tuple[Image.Image, list[float], int]:
    """A text, where its signs end, and how far it reaches over its line."""
    top, foot = (round(font.getbbox(text, anchor="ls")[side]) for side in (1, 3))
    ends = [EDGE + aside]
    for sign in text:
        ends.append(ends[-1] + font.getlength(sign) - closer)
    image = Image.new("L", (round(ends[-1] + closer) + EDGE, max(foot - top, 1) + 2 * EDGE), 0)
    for sign, left in zip(text, ends, strict=False):
        ImageDraw.Draw(image).text((left, EDGE - top), sign, font=font, fill=255, anchor="ls")
    return image, ends, top


def _largest(ink: Ink) -> tuple[slice, slice, Ink] | None:
    """Where the largest piece stands, down and across, and its ink."""
    labels, count = ndimage.label(ink, np.ones((3, 3), np.bool_))
    if not count:
        return None
    largest = int(np.argmax(np.bincount(labels.ravel())[1:]))
    place = ndimage.find_objects(labels)[largest]
    return *place, np.ascontiguousarray(labels[place] == largest + 1)


if __name__ == "__main__":
    main(*sys.argv[1:])
