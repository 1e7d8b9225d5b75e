"""Papers as grey pictures: looked at, measured in millimetres, and held against a golden one."""

import os
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

from desktop.paper import pages

ROOT = Path(__file__).parent.parent.parent
GOLDEN = ROOT / "tests" / "golden"
DIFFERENCES = ROOT / "output" / "golden"

_MEAN_LIMIT = 0.5
_FAR = 48
"""The renderer is pinned, so only rounding may differ: no pixel by so much, which a single missing tone mark does."""


def grey(pdf: bytes, page: int = 0, dpi: float = 100.0) -> Image.Image:
    return picture_of(pages.render(pdf, page, dpi)).convert("L")


def assert_golden(picture: Image.Image, name: str) -> None:
    """The picture looks like tests/golden/<name>.png; UPDATE_GOLDEN=1 makes it the golden one instead.

    A failure leaves the picture and its difference in output/golden.
    """
    golden_file = GOLDEN / f"{name}.png"
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        picture.save(golden_file, optimize=True)
    with Image.open(golden_file) as stored:
        golden = stored.convert("L")
    mean, far = _distance(picture, golden)
    if mean > _MEAN_LIMIT or far:
        shown = _leave(picture, golden, name)
        raise AssertionError(f"{name}: mean difference {mean:.2f}, {far} pixels far off; see {shown}")


def _distance(picture: Image.Image, golden: Image.Image) -> tuple[float, int]:
    """Mean difference (0-255), and how many pixels differ by more than rounding."""
    if picture.size != golden.size:
        return 255.0, picture.width * picture.height
    difference = ImageChops.difference(picture, golden)
    return ImageStat.Stat(difference).mean[0], sum(difference.histogram()[_FAR:])


def _leave(picture: Image.Image, golden: Image.Image, name: str) -> Path:
    DIFFERENCES.mkdir(parents=True, exist_ok=True)
    picture.save(DIFFERENCES / f"{name}.png")
    shown = DIFFERENCES / f"{name}-difference.png"
    ImageChops.invert(ImageChops.difference(picture, golden.resize(picture.size))).save(shown)
    return shown


def ruled_lines_mm(picture: Image.Image, dpi: float, *, across: bool, share: float = 0.6) -> list[float]:
    """Where straight lines stand, from the top (`across`) or from the left: rows dark over `share` of their length."""
    upright = picture if across else picture.transpose(Image.Transpose.TRANSPOSE)
    means = upright.point([255 if level < 180 else 0 for level in range(256)]).reduce((upright.width, 1)).tobytes()
    dark = [row for row, mean in enumerate(means[: upright.height]) if mean >= 255 * share]
    groups: list[list[int]] = []
    for row in dark:
        if groups and row == groups[-1][-1] + 1:
            groups[-1].append(row)
        else:
            groups.append([row])
    return [(group[0] + group[-1] + 1) / 2 * 25.4 / dpi for group in groups]


def picture_of(drawn: pages.RenderedPage) -> Image.Image:
    """A drawn page, grey or in colours as it was drawn."""
    mode, packed = ("L", "L") if drawn.grey else ("RGB", "BGRX")
    return Image.frombuffer(mode, (drawn.width, drawn.height), drawn.data, "raw", packed, drawn.stride, 1)
