"""Pictures of sheets of paper, made here: what a scanner or a telephone would give."""

import io
import random

from PIL import Image, ImageDraw


def sheet(seed: int, dpi: int = 100, mode: str = "L") -> Image.Image:
    """A4 with lines of black boxes, as words look from afar, each its own; black at its top left (50 x 20 mm)."""
    dice, dots = random.Random(seed), dpi / 25.4
    image = Image.new("L", (round(210 * dots), round(297 * dots)), 255)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 50 * dots, 20 * dots), fill=0)
    for line in range(8, 38):
        x = 25.0
        while x < 175:
            wide = dice.uniform(1, 8)
            top = line * 7 * dots
            draw.rectangle((x * dots, top, (x + wide) * dots, top + 2.5 * dots), fill=dice.randrange(60))
            x += wide + dice.uniform(1, 3)
    return image.convert(mode, dither=Image.Dither.NONE) if mode == "1" else image.convert(mode)


def noisy(seed: int, dpi: int = 300) -> Image.Image:
    """A grey sheet with the grain of a scanner, which is what makes its JPEG large."""
    image = sheet(seed, dpi)
    grain = Image.effect_noise(image.size, 12)
    return Image.blend(image, grain, 0.12)


def file_of(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()
