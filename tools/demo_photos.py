"""What citizens' telephones would show: drawn street scenes, because nobody's street is in the demo."""

import io
import random
from collections.abc import Callable

from PIL import Image, ImageDraw

SIZE = (1280, 960)
Colour = tuple[int, int, int]


def street_at_night() -> Image.Image:
    """A lamp that is out."""
    picture, draw = _canvas((18, 22, 40), (32, 33, 38), (48, 49, 54))
    for left, high in ((60, 420), (300, 480), (900, 440), (1100, 500)):
        draw.rectangle((left, high, left + 170, 640), fill=(28, 30, 48))
        draw.rectangle((left + 30, high + 50, left + 70, high + 100), fill=(210, 170, 90))
    draw.line((640, 800, 640, 160, 760, 130), fill=(120, 122, 128), width=16)
    draw.ellipse((745, 110, 835, 160), fill=(70, 72, 78))
    return picture


def hole_in_the_road() -> Image.Image:
    picture, draw = _canvas((176, 205, 226), (134, 158, 104), (108, 109, 112))
    _houses(draw)
    draw.ellipse((470, 770, 800, 880), fill=(62, 58, 54))
    draw.ellipse((510, 795, 760, 865), fill=(112, 98, 80))
    return picture


def mended_road() -> Image.Image:
    picture, draw = _canvas((176, 205, 226), (134, 158, 104), (108, 109, 112))
    _houses(draw)
    draw.polygon(((450, 760), (810, 760), (850, 890), (420, 890)), fill=(58, 58, 62))
    return picture


def rubbish() -> Image.Image:
    """Bags beside a full bin."""
    picture, draw = _canvas((196, 214, 224), (150, 166, 120), (128, 128, 130))
    _houses(draw)
    draw.rectangle((800, 560, 1000, 860), fill=(46, 110, 70))
    dice = random.Random(7)
    for _ in range(16):
        x, y, wide = dice.randrange(420, 860), dice.randrange(700, 850), dice.randrange(70, 150)
        shade = dice.randrange(20, 70)
        draw.ellipse((x, y, x + wide, y + wide * 3 // 4), fill=(shade, shade, shade + 8))
    return picture


def fallen_branch() -> Image.Image:
    picture, draw = _canvas((188, 202, 210), (120, 150, 92), (112, 112, 114))
    draw.line((120, 760, 900, 700), fill=(92, 66, 44), width=34)
    dice = random.Random(3)
    for _ in range(70):
        x, y = dice.randrange(420, 1010), dice.randrange(590, 790)
        draw.ellipse((x, y, x + 70, y + 44), fill=(40 + dice.randrange(40), 96 + dice.randrange(50), 48))
    return picture


def as_jpeg(draw: Callable[[], Image.Image]) -> bytes:
    kept = io.BytesIO()
    draw().save(kept, "JPEG", quality=86)
    return kept.getvalue()


def _canvas(sky: Colour, ground: Colour, road: Colour) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    picture = Image.new("RGB", SIZE, sky)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 640, *SIZE), fill=ground)
    draw.polygon(((520, 640), (760, 640), (1180, 960), (100, 960)), fill=road)
    return picture, draw


def _houses(draw: ImageDraw.ImageDraw) -> None:
    for left, high, wall in ((40, 430, (214, 196, 170)), (260, 490, (190, 176, 160)), (930, 450, (222, 210, 188))):
        draw.rectangle((left, high, left + 190, 640), fill=wall)
        draw.polygon(((left - 16, high), (left + 206, high), (left + 95, high - 80)), fill=(150, 84, 66))
        draw.rectangle((left + 70, 540, left + 120, 640), fill=(104, 82, 66))
