"""Lines of text as the page's cutting hands them to Tesseract: drawn in many faces, worn, and scaled as it does."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from math import radians, tan
from pathlib import Path
from random import Random

import numpy as np
from fontTools.ttLib import TTFont
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from scipy import ndimage

from desktop.reading.straight import Grey, Ink
from tools.make_glyphs import fonts_in
from tools.thai_model.texts import Texts

HIGH = 48
"""Pixels of a line as the network takes it."""
LEFT_OUT = re.compile(
    r"Sawasdee|TlwgTypo|NotoSansThai|noto-sans-thai|Webdings|Srisakdi|[Pp]attaya|CharmofAU|[Cc]harmonman|"
    r"Italic|Oblique|Thin|ExtraLight|Black|ExtraBold|Medium|SemiBold"
)
"""What hands imitate, and the faces on which it is measured how others are read."""
_USUAL = re.compile(r"THSarabun|Laksaman|^Sarabun")
_NATIONAL = re.compile(r"^TH[A-Z]")
_FANCY = re.compile(r"[Cc]harm|playpen|sriracha|itim|chonburi|[Mm]ali|Purisa|Light")
_KO_KAI_PX = (27, 27, 27, 27, 26, 28, 24, 21, 30, 33, 38)
"""How high ก is at 300 dpi: mostly the official 16 pt."""
_EDGE, _PAPER = 30, 255
_WEARS = ("clean", "soft", "noisy", "faxed", "heavy")
_OFTEN = (25, 25, 25, 18, 7)
_PENS = ((1, 2), (2, 1), (2, 2), (1, 3), (3, 1))
"""Down and across: how much wider strokes may be than a face has them."""
_SPECK_PX, _LETTER_PX = (3, 6, 6, 9), 25


@dataclass(frozen=True)
class Line:
    """`picture`: `HIGH` pixels high."""

    text: str
    picture: Grey
    face: str


class Pictures:
    """Lines by chance; the same seed gives the same."""

    def __init__(self, texts: Texts, folders: tuple[str, ...], seed: int) -> None:
        self._texts, self._chance, self._grain = texts, Random(seed), np.random.default_rng(seed)
        self._faces = list(fonts_in(*folders, left_out=LEFT_OUT))
        self._often = [_weight(path.name) for path in self._faces]
        self._fonts = dict[tuple[Path, int], tuple[ImageFont.FreeTypeFont, frozenset[int]]]()

    def lines(self, count: int) -> Iterator[Line]:
        while count:
            path = self._chance.choices(self._faces, self._often)[0]
            letter = self._chance.choice(_KO_KAI_PX)
            (font, known), text = self._font(path, letter), self._texts.line()
            if len(text) < 2 or not known.issuperset(map(ord, text)):
                continue
            picture = self._cut(*self._worn(self._drawn(text, font), letter))
            if picture is not None:
                yield Line(text, scaled(picture), path.name)
                count -= 1

    def _font(self, path: Path, letter: int) -> tuple[ImageFont.FreeTypeFont, frozenset[int]]:
        if (path, letter) not in self._fonts:
            em = -ImageFont.truetype(path, 200).getbbox("ก", anchor="ls")[1] / 200
            font = ImageFont.truetype(path, letter / em, layout_engine=ImageFont.Layout.RAQM)
            self._fonts[path, letter] = font, frozenset(TTFont(path, lazy=True).getBestCmap())
        return self._fonts[path, letter]

    def _drawn(self, text: str, font: ImageFont.FreeTypeFont) -> Image.Image:
        """Black on white, now and then with dots under it or the ring of a seal over it."""
        chance = self._chance
        left, top, right, foot = font.getbbox(text, anchor="ls")
        image = Image.new("L", (int(right - left) + 2 * _EDGE, int(foot - top) + 2 * _EDGE), _PAPER)
        pen = ImageDraw.Draw(image)
        at = (_EDGE - left + chance.random(), _EDGE - top + chance.random())
        pen.text(at, text, font=font, fill=chance.choice((0, 10, 20, 30)), anchor="ls")
        if chance.random() < 0.04:
            start = chance.randrange(image.width)
            for x in range(start, chance.randrange(start, image.width + 1), 11):
                pen.ellipse((x, _EDGE - top + 5, x + 3, _EDGE - top + 8), fill=20)
        if chance.random() < 0.04:
            radius, x = chance.choice((206, 265, 320)), chance.randrange(image.width)
            y = image.height / 2 + chance.choice((-1, 1)) * chance.uniform(0.3, 1) * radius
            ring = (x - radius, y - radius, x + radius, y + radius)
            pen.ellipse(ring, outline=chance.choice((40, 90, 120)), width=chance.choice((3, 5)))
        return image

    def _worn(self, image: Image.Image, letter: int) -> tuple[Grey, Ink]:
        """As scanned and levelled: what is left of it on white paper, and where its ink is."""
        chance = self._chance
        image = self._bent(self._of_another_face(image, letter))
        wear = chance.choices(_WEARS, _OFTEN)[0]
        if wear != "clean" and chance.random() < 0.75:
            askew = chance.uniform(0.1, 2.0 if wear == "soft" else 0.6)
            image = _levelled(image, chance.choice((-1, 1)) * askew)
        if wear == "soft" or (wear == "clean" and chance.random() < 0.3):
            image = image.filter(ImageFilter.GaussianBlur(chance.uniform(0.2, 1.3 if wear == "soft" else 0.7)))
        if wear == "soft":
            image = _jpeg(image, chance.randint(55, 92))
        elif wear == "noisy":
            image = self._noisy(image)
        elif wear == "faxed":
            image = self._faxed(image)
        elif wear == "heavy":
            thin = letter >= 33 and chance.random() < 0.5
            image = image.filter(ImageFilter.MaxFilter(3) if thin else ImageFilter.MinFilter(3))
            image = image.filter(ImageFilter.GaussianBlur(chance.uniform(0.3, 0.8)))
        return self._alone(np.asarray(image))

    def _of_another_face(self, image: Image.Image, letter: int) -> Image.Image:
        """Often with other strokes, waving, higher or lower: offices have more faces than are taught."""
        chance, grey = self._chance, np.asarray(image, np.float32)
        if chance.random() < 0.3:
            thinner = letter >= 28 and chance.random() < 0.5
            limit = ndimage.maximum_filter if thinner else ndimage.minimum_filter
            share = chance.uniform(0.3, 0.8 if thinner else 1.0)
            grey = grey * (1 - share) + limit(grey, chance.choice(_PENS)) * share
        if chance.random() < 0.5:
            waves = [self._waves(grey.shape, letter) for _ in range(2)]
            grey = ndimage.map_coordinates(grey, np.indices(grey.shape, np.float32) + waves, order=1, cval=_PAPER)
        image = Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))
        if chance.random() < 0.3:
            high = max(20, round(image.height * (1 + chance.gauss(0, 0.06))))
            image = image.resize((image.width, high), Image.Resampling.BICUBIC)
        return image

    def _waves(self, shape: tuple[int, ...], letter: int) -> NDArray[np.float32]:
        """How far each pixel is from its place, at most a few."""
        noise = self._grain.standard_normal(shape, np.float32)
        waves = ndimage.gaussian_filter(noise, letter * self._chance.uniform(0.25, 0.6))
        waves *= self._chance.uniform(0.5, 1.8) * letter / 27 / (waves.std() + 1e-6)
        return np.asarray(waves, np.float32)

    def _bent(self, image: Image.Image) -> Image.Image:
        chance = self._chance
        lean = tan(radians(chance.gauss(0, 1.5))) if chance.random() < 0.5 else 0.0
        wide = 1 + chance.gauss(0, 0.04) if chance.random() < 0.5 else 1.0
        size = (max(20, round(image.width * wide)), image.height)
        rule = (1 / wide, lean, -lean * image.height / 2, 0, 1, 0)
        return image.transform(size, Image.Transform.AFFINE, rule, Image.Resampling.BICUBIC, fillcolor=_PAPER)

    def _noisy(self, image: Image.Image) -> Image.Image:
        """Pale ink, grain, specks."""
        chance = self._chance
        ink = np.asarray(image.filter(ImageFilter.GaussianBlur(chance.uniform(0.4, 1.2))), np.float32)
        dark = chance.uniform(30, 110)
        grey = dark + ink * (chance.uniform(225, 250) - dark) / 255
        grain = ndimage.gaussian_filter(self._grain.standard_normal(grey.shape, np.float32), chance.uniform(0.3, 0.7))
        grey = grey + grain / grain.std() * chance.uniform(4, 26)
        image = Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))
        return _jpeg(self._specked(image, (20, 60, 235), grey.size // 9000), chance.randint(50, 85))

    def _faxed(self, image: Image.Image) -> Image.Image:
        chance = self._chance
        share = chance.choice((2 / 3, 2 / 3, 0.75, 0.6))
        size = (max(8, round(image.width * share)), max(8, round(image.height * share)))
        limit = chance.randint(115, 190)
        hard = image.resize(size, Image.Resampling.BOX).point([255 if level >= limit else 0 for level in range(256)])
        return self._specked(hard, (0, 0, 255), size[0] * size[1] // 6000).resize(image.size, Image.Resampling.BILINEAR)

    def _specked(self, image: Image.Image, levels: tuple[int, ...], count: int) -> Image.Image:
        image = image.copy()
        for _ in range(count):
            x, y, side = (self._chance.randrange(most) for most in (image.width, image.height, 3))
            image.paste(self._chance.choice(levels), (x, y, x + side + 1, y + side + 1))
        return image

    def _alone(self, grey: Grey) -> tuple[Grey, Ink]:
        """Without the paper and its smaller specks, as a page's lines are cut out."""
        dark, light = np.percentile(grey, (2, 90))
        ink = grey < ((dark + light) / 2 if light - dark > 30 else 128)
        ink = _larger(ink, self._chance.choice(_SPECK_PX))
        near = ndimage.binary_dilation(ink, np.ones((5, 5)))
        return np.where(near, grey, np.uint8(_PAPER)), ink

    def _cut(self, grey: Grey, ink: Ink) -> Grey | None:
        """With some paper around it; None where too little is left."""
        chance = self._chance
        down, across = np.nonzero(_larger(ink, _LETTER_PX))
        if not down.size:
            return None
        above, below = 4 + chance.choice((0, 0, 0, 3, 8, 12)), 5 + chance.choice((0, 0, 2, 6))
        aside = [4 + chance.choice((0, 0, 3)) for _ in range(2)]
        wide = np.pad(grey, 20, constant_values=_PAPER)
        top, foot, left, right = (int(edge) + 20 for edge in (down.min(), down.max(), across.min(), across.max()))
        cut = wide[top - above : foot + below, left - aside[0] : right + aside[1] + 1]
        return cut if min(cut.shape) >= 20 else None


def _weight(name: str) -> float:
    often = 4.0 if _USUAL.search(name) else 1.2 if _NATIONAL.search(name) else 0.35 if _FANCY.search(name) else 1.0
    return often * (0.45 if "Bold" in name or "-700" in name else 1.0)


def _larger(ink: Ink, least: int) -> Ink:
    labels, _ = ndimage.label(ink, np.ones((3, 3)))
    large = np.bincount(labels.ravel()) >= least
    large[0] = False
    kept: Ink = large[labels]
    return kept


def _levelled(image: Image.Image, degrees: float) -> Image.Image:
    """Turned, and its columns moved back by whole pixels."""
    turned = np.asarray(image.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=_PAPER))
    drop = np.round((np.arange(turned.shape[1]) - turned.shape[1] / 2) * tan(radians(degrees))).astype(int)
    edge = int(abs(drop).max()) + 1
    level = np.full((turned.shape[0] + 2 * edge, turned.shape[1]), _PAPER, np.uint8)
    for column, by in enumerate(drop):
        level[edge + by : edge + by + turned.shape[0], column] = turned[:, column]
    return Image.fromarray(level)


def _jpeg(image: Image.Image, quality: int) -> Image.Image:
    kept = BytesIO()
    image.save(kept, "JPEG", quality=quality)
    again = Image.open(kept)
    again.load()
    return again


def scaled(grey: Grey, high: int = HIGH) -> Grey:
    """By Leptonica, as Tesseract does it: others draw the edges of letters otherwise."""
    library = _leptonica()
    down, across = grey.shape
    source = library.pixCreate(across, down, 8)
    rows = np.zeros((down, library.pixGetWpl(source) * 4), np.uint8)
    rows[:, :across] = grey
    ctypes.memmove(library.pixGetData(source), rows.ctypes.data, rows.size)
    library.pixEndianByteSwap(source)
    small = library.pixScale(source, high / down, high / down)
    library.pixEndianByteSwap(small)
    size = library.pixGetHeight(small), library.pixGetWpl(small) * 4
    seen: NDArray[np.uint8] = np.ctypeslib.as_array(
        ctypes.cast(library.pixGetData(small), ctypes.POINTER(ctypes.c_uint8)), size
    )[:high, : library.pixGetWidth(small)].copy()
    for picture in (source, small):
        library.pixDestroy(ctypes.byref(ctypes.c_void_p(picture)))
    return seen


def _leptonica() -> ctypes.CDLL:
    library = ctypes.CDLL("liblept.so.5")
    for name in ("pixCreate", "pixScale", "pixGetData"):
        getattr(library, name).restype = ctypes.c_void_p
    library.pixCreate.argtypes = [ctypes.c_int] * 3
    library.pixScale.argtypes = [ctypes.c_void_p, ctypes.c_float, ctypes.c_float]
    for name in ("pixGetData", "pixGetWpl", "pixGetWidth", "pixGetHeight", "pixEndianByteSwap"):
        getattr(library, name).argtypes = [ctypes.c_void_p]
    library.pixDestroy.argtypes = [ctypes.POINTER(ctypes.c_void_p)]
    return library
