"""What becomes of a page on its way into a picture: scanned askew, noisy, faxed, photographed."""

from enum import StrEnum
from io import BytesIO
from random import Random

from PIL import Image, ImageChops, ImageFilter


class Wear(StrEnum):
    CLEAN = "clean"
    SKEWED = "skewed"
    """Turned by 0.3 to 2 degrees, a little soft, JPEG."""
    NOISY = "noisy"
    """Grey, pale ink, grain and specks, turned by up to 0.5 degrees, JPEG."""
    FAXED = "faxed"
    """200 dpi, black and white, specks."""
    PHOTOGRAPHED = "photographed"
    """By a phone from above: in perspective, unevenly lit, soft, JPEG."""


def worn(page: Image.Image, wear: Wear, chance: Random, dpi: int) -> tuple[Image.Image, int, float]:
    """The picture, its dpi, and by how many degrees its lines fall to the right."""
    if wear is Wear.SKEWED:
        angle = chance.choice((-1, 1)) * chance.uniform(0.3, 2.0)
        return _jpeg(_turned(page.convert("L"), angle).filter(ImageFilter.BoxBlur(0.6)), 82), dpi, angle
    if wear is Wear.NOISY:
        angle = chance.uniform(-0.5, 0.5)
        return _noisy(_turned(page.convert("L"), angle), chance), dpi, angle
    if wear is Wear.FAXED:
        angle = chance.uniform(-0.4, 0.4)
        return _faxed(_turned(page.convert("L"), angle), chance, dpi), 200, angle
    if wear is Wear.PHOTOGRAPHED:
        return _photographed(page.convert("L"), chance), dpi, 0.0
    return page, dpi, 0.0


def _turned(page: Image.Image, angle: float) -> Image.Image:
    return page.rotate(-angle, Image.Resampling.BICUBIC, fillcolor=255)


def _jpeg(page: Image.Image, quality: int) -> Image.Image:
    kept = BytesIO()
    page.save(kept, "JPEG", quality=quality)
    again = Image.open(kept)
    again.load()
    return again


def _noisy(page: Image.Image, chance: Random) -> Image.Image:
    pale = page.filter(ImageFilter.BoxBlur(0.8)).point([round(70 + level * 0.68) for level in range(256)])
    grain = _grain(page.size, chance, chance.uniform(0.28, 0.42))
    grainy = ImageChops.add(pale, grain, 1, -128)
    return _jpeg(_specked(grainy, chance, 900, (20, 235)), 70)


def _grain(size: tuple[int, int], chance: Random, strength: float) -> Image.Image:
    """Noise around 128, of deviation about 60 times `strength`: one tile of it over the whole page."""
    edge = 1000
    first, second = (Image.frombytes("L", (edge, edge), chance.randbytes(edge * edge)) for _ in range(2))
    mixed = Image.blend(first, second, 0.5).filter(ImageFilter.GaussianBlur(0.4))
    tile = mixed.point([round(128 + (level - 128) * strength * 1.4) for level in range(256)])
    grain = Image.new("L", size)
    for x in range(0, size[0], edge):
        for y in range(0, size[1], edge):
            grain.paste(tile, (x, y))
    return grain


def _specked(page: Image.Image, chance: Random, count: int, levels: tuple[int, ...]) -> Image.Image:
    for _ in range(count):
        x, y = chance.randrange(page.width - 4), chance.randrange(page.height - 4)
        size = chance.choice((1, 1, 2, 2, 3))
        page.paste(chance.choice(levels), (x, y, x + size, y + size))
    return page


def _faxed(page: Image.Image, chance: Random, dpi: int) -> Image.Image:
    small = page.resize((round(page.width * 200 / dpi), round(page.height * 200 / dpi)), Image.Resampling.BOX)
    limit = chance.randrange(140, 180)
    hard = small.point([0 if level < limit else 255 for level in range(256)])
    return _specked(hard, chance, 700, (0, 0, 255)).convert("1", dither=Image.Dither.NONE)


def _photographed(page: Image.Image, chance: Random) -> Image.Image:
    width, height = page.size
    far = 0.022
    corners = [
        (x + width * chance.uniform(-far, far), y + height * chance.uniform(-far, far))
        for x, y in ((0, 0), (width, 0), (width, height), (0, height))
    ]
    coefficients = _perspective(corners, width, height)
    flat = page.transform(page.size, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BICUBIC, fillcolor=236)
    lit = ImageChops.multiply(flat, _light(page.size, chance)).filter(ImageFilter.BoxBlur(0.8))
    grey = ImageChops.add(lit, _grain(page.size, chance, 0.08), 1, -128)
    return _jpeg(Image.merge("RGB", [grey.point([round(v * tint) for v in range(256)]) for tint in _WARM]), 68)


_WARM = (1.0, 0.985, 0.94)
"""The tint of a room's light, red green blue."""


def _light(size: tuple[int, int], chance: Random) -> Image.Image:
    """Bright at one corner, up to a third darker at another."""
    small = Image.new("L", (2, 2))
    small.putdata([chance.randrange(165, 256) for _ in range(4)])
    smooth = small.resize((size[0] // 16, size[1] // 16), Image.Resampling.BICUBIC)
    return smooth.resize(size, Image.Resampling.BILINEAR)


def _perspective(corners: list[tuple[float, float]], width: int, height: int) -> tuple[float, ...]:
    """Pillow's eight numbers that bring these corners of the source to the corners of a page (Heckbert 1989)."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    dx1, dx2, sx = x1 - x2, x3 - x2, x0 - x1 + x2 - x3
    dy1, dy2, sy = y1 - y2, y3 - y2, y0 - y1 + y2 - y3
    scale = dx1 * dy2 - dx2 * dy1
    g, h = (sx * dy2 - dx2 * sy) / scale, (dx1 * sy - sx * dy1) / scale
    across = ((x1 - x0 + g * x1) / width, (x3 - x0 + h * x3) / height, x0)
    down = ((y1 - y0 + g * y1) / width, (y3 - y0 + h * y3) / height, y0)
    return (*across, *down, g / width, h / height)
