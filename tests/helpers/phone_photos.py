"""Photos of sheets as a phone takes them from above: on a table, in perspective, unevenly lit; made by seed.

`corners`: where the sheet's corners truly lie, as shares of the photo, upper left first and clockwise.
"""

import io
from dataclasses import dataclass
from random import Random

import numpy as np
from PIL import Image, ImageDraw

from desktop.capture.corners import Corners

WIDE, HIGH = 1200, 1600
_A4 = 297 / 210


@dataclass(frozen=True)
class Photo:
    image: Image.Image
    corners: Corners
    sheet: Image.Image

    def jpeg(self, orientation: int = 1) -> bytes:
        """With what a phone writes of exposure, place and how it was held."""
        exif = Image.Exif()
        exif[0x0112] = orientation
        exif[0x010F] = "Phone"
        exif.get_ifd(0x8769)[0x829A] = (1, 60)
        exif.get_ifd(0x8825)[1] = "N"
        file = io.BytesIO()
        self.image.save(file, "JPEG", quality=82, exif=exif)
        return file.getvalue()


def sheet_of_print(seed: int, wide: int = 840) -> Image.Image:
    """A page with lines of print, a mark in its upper left, and a blue stamp."""
    chance = Random(f"print {seed}")
    page = Image.new("RGB", (wide, round(wide * _A4)), "white")
    pen = ImageDraw.Draw(page)
    pen.rectangle((60, 60, 140, 140), fill=(20, 20, 20))
    for y in range(220, page.height - 160, 34):
        x = 90
        while x < page.width - 120:
            length = chance.randrange(20, 90)
            pen.rectangle((x, y, min(x + length, page.width - 90), y + 12), fill=(45, 45, 50))
            x += length + 14
    pen.ellipse(
        (page.width - 260, page.height - 260, page.width - 120, page.height - 120), outline=(40, 60, 190), width=8
    )
    return page


def phone_photo(seed: int, page: Image.Image | None = None) -> Photo:
    """The sheet on wood, stone or cloth, turned by up to 12 degrees, seen slantwise, with a shadow over part of it."""
    chance = Random(seed)
    page = page or sheet_of_print(seed)
    corners = _corners(chance)
    table = _table(chance)
    coefficients = _onto(corners, page.size)
    warped = page.transform((WIDE, HIGH), Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BICUBIC)
    mask = Image.new("L", (WIDE * 2, HIGH * 2))
    ImageDraw.Draw(mask).polygon([(2 * x, 2 * y) for x, y in corners], fill=255)
    inside = np.asarray(mask.resize((WIDE, HIGH)), np.float32)[:, :, None] / 255
    pixels = table * (1 - inside) + np.asarray(warped, np.float32) * inside
    lit = pixels * _light(chance)[:, :, None] * np.array([1.0, 0.985, 0.93])
    grain = np.random.default_rng(seed).normal(0, 3.0, lit.shape)
    image = Image.fromarray(np.clip(lit + grain, 0, 255).astype(np.uint8))
    shares = [(x / WIDE, y / HIGH) for x, y in corners]
    return Photo(image, (shares[0], shares[1], shares[2], shares[3]), page)


def table_alone(seed: int) -> Image.Image:
    """The same table with nothing on it."""
    chance = Random(seed)
    pixels = _table(chance) * _light(chance)[:, :, None]
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def _corners(chance: Random) -> list[tuple[float, float]]:
    high = HIGH * chance.uniform(0.66, 0.84)
    wide = high / _A4
    angle = np.radians(chance.uniform(-12, 12))
    found = []
    for x, y in ((-wide, -high), (wide, -high), (wide, high), (-wide, high)):
        x, y = x / 2 * chance.uniform(0.94, 1.03), y / 2 * chance.uniform(0.95, 1.03)
        found.append(
            (WIDE / 2 + x * np.cos(angle) - y * np.sin(angle), HIGH / 2 + x * np.sin(angle) + y * np.cos(angle))
        )
    return [(float(np.clip(x, 8, WIDE - 8)), float(np.clip(y, 8, HIGH - 8))) for x, y in found]


def _table(chance: Random) -> "np.ndarray[tuple[int, ...], np.dtype[np.float32]]":
    """Dark to middling, with a grain of its own."""
    colour = np.array(chance.choice([(96, 62, 38), (58, 60, 66), (122, 100, 78), (40, 72, 58)]), np.float32)
    rng = np.random.default_rng(chance.randrange(10**9))
    streaks = Image.fromarray(rng.normal(128, 40, (HIGH // 40, WIDE // 6)).clip(0, 255).astype(np.uint8))
    grain = np.asarray(streaks.resize((WIDE, HIGH), Image.Resampling.BICUBIC), np.float32) / 128
    return np.asarray(colour * grain[:, :, None], np.float32)


def _light(chance: Random) -> "np.ndarray[tuple[int, ...], np.dtype[np.float32]]":
    """Brighter at one corner, and the soft shadow of a hand or head at one side."""
    small = Image.new("L", (2, 2))
    small.putdata([chance.randrange(185, 256) for _ in range(4)])
    light = np.asarray(small.resize((WIDE, HIGH), Image.Resampling.BICUBIC), np.float32) / 255
    x, y = np.meshgrid(np.arange(WIDE), np.arange(HIGH))
    edge = (x - chance.uniform(0.5, 0.9) * WIDE) / (0.08 * WIDE) + (y - HIGH / 2) / HIGH
    return np.asarray(light * (1 - 0.22 / (1 + np.exp(-np.clip(edge, -30, 30)))), np.float32)


def _onto(corners: list[tuple[float, float]], size: tuple[int, int]) -> tuple[float, ...]:
    """Pillow's numbers that lay a page of that size onto these corners."""
    wide, high = size
    rows, values = [], []
    for (u, v), (x, y) in zip(corners, ((0, 0), (wide, 0), (wide, high), (0, high)), strict=True):
        rows += [[u, v, 1, 0, 0, 0, -u * x, -v * x], [0, 0, 0, u, v, 1, -u * y, -v * y]]
        values += [x, y]
    return tuple(float(one) for one in np.linalg.solve(np.array(rows, float), np.array(values, float)))
