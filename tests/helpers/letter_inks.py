"""Typefaces and ink of the generated letters: text measured and drawn in mm, and the perfect reading of it."""

import sysconfig
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from math import sin
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from desktop.paper.thai_text import words as breakable
from desktop.reading.model import Box, Line, PageReading, Quality, Word

if TYPE_CHECKING:
    from tests.helpers.letter_truth import ScanLetter

BLACK, RED, BLUE = "#141414", "#C8102E", "#1F3A8A"
_OURS = Path(str(resources.files("resources"))) / "fonts"
_TLWG = Path("/usr/share/fonts/truetype/tlwg")
_PACKAGES = Path(sysconfig.get_path("purelib"))
_NATIONAL = _PACKAGES / "odoo" / "addons" / "l10n_th_fonts" / "static" / "fonts"
_USUAL = ("LaksamanPSK", "LaksamanPSK", "LaksamanPSK", "SarabunUI", "Garuda", "Loma", "Kinnari")
SELDOM = ("Norasi", "Umpush", "Waree")
NATIONAL = ("THNiramitAS", "THKrub", "THKodchasal")
OFFICES = ("AngsanaNew", "Kanit", "Prompt")
"""Faces that were measured once, looked at since, and taught then."""
HELD_ONLY = ("Sawasdee", "TlwgTypo", "NotoSansThai")
"""Faces that nothing was ever drawn, taught or tuned with."""
_KO_KAI_MM = 2.27
"""How high ก is on every letter: as in the official face at 16 pt."""
_MEASURE_PX = 200
_MARKS = frozenset("ัิีึืฺุู็่้๊๋์ํ๎")


def _files(name: str) -> tuple[Path, Path]:
    """The regular and the bold one of a family; the national ones have but one."""
    if name in ("Kanit", "Prompt"):
        folder = _PACKAGES / f"fontpkg_{name.lower()}" / "files"
        return folder / f"{name}-Regular.ttf", folder / f"{name}-Bold.ttf"
    if name == "NotoSansThai":
        return (_PACKAGES / "fontpkg_noto_sans_thai" / "files" / "NotoSansThai[wdth,wght].ttf",) * 2
    if name in (*NATIONAL, "AngsanaNew"):
        return _NATIONAL / f"{name}.ttf", _NATIONAL / f"{name}.ttf"
    if name in ("LaksamanPSK", "SarabunUI"):
        return _OURS / f"{name}-Regular.ttf", _OURS / f"{name}-Bold.ttf"
    return _TLWG / f"{name}.ttf", _TLWG / f"{name}-Bold.ttf"


@cache
def _font(path: Path, px: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, px, layout_engine=ImageFont.Layout.RAQM)


@lru_cache(65536)
def _advance(path: Path, text: str) -> float:
    """Width of a text in em."""
    return _font(path, _MEASURE_PX).getlength(text) / _MEASURE_PX


@cache
def _ko_kai_em(path: Path) -> float:
    return -_font(path, _MEASURE_PX).getbbox("ก", anchor="ls")[1] / _MEASURE_PX


@dataclass(frozen=True)
class Typeface:
    """A family at the size at which its ก is as high as the official one's."""

    name: str

    @property
    def em_mm(self) -> float:
        return _KO_KAI_MM / _ko_kai_em(_files(self.name)[0])

    def file(self, bold: bool) -> Path:
        return _files(self.name)[bold]

    def width(self, text: str, scale: float = 1.0, bold: bool = False) -> float:
        """Of a text, in mm."""
        return _advance(self.file(bold), text) * self.em_mm * scale

    def lines(self, text: str, most_mm: float) -> list[str]:
        """The text broken between words; at least one line."""
        lines = [""]
        for piece in breakable(text):
            if lines[-1] and self.width((lines[-1] + piece).rstrip()) > most_mm:
                lines.append("")
            lines[-1] += piece if lines[-1] else piece.lstrip()
        return [line.rstrip() for line in lines]


def typeface(chance: Random, more: tuple[str, ...] = ()) -> Typeface:
    """One of those at hand, or of these."""
    return Typeface(chance.choice(_USUAL + more))


@dataclass(frozen=True)
class Drawn:
    """A text that begins at `x` on the baseline `y`, mm; `part` says what it is on the letter."""

    text: str
    x: float
    y: float
    face: Typeface
    part: str
    scale: float = 1.0
    bold: bool = False
    colour: str = BLACK

    @property
    def width(self) -> float:
        return self.face.width(self.text, self.scale, self.bold)

    @property
    def right(self) -> float:
        return self.x + self.width

    def box(self, text: str = "", x: float | None = None) -> Box:
        """Around the ink of the text, or of a piece of it that begins at `x`."""
        text, x = text or self.text, self.x if x is None else x
        left, top, right, bottom = _font(self.face.file(self.bold), _MEASURE_PX).getbbox(text, anchor="ls")
        mm = self.face.em_mm * self.scale / _MEASURE_PX
        return Box(x + left * mm, self.y + top * mm, (right - left) * mm, (bottom - top) * mm)

    def words(self) -> list[Word]:
        """Its runs between blanks, each character with its span; a mark stands where its letter stands."""
        found, at = [], 0
        for run in self.text.split():
            at = self.text.index(run, at)
            x = self.x + self.face.width(self.text[:at], self.scale, self.bold)
            found.append(Word(run, self.box(run, x), 0.97, self._spans(run, x)))
            at += len(run)
        return found

    def _spans(self, run: str, x: float) -> tuple[tuple[float, float], ...]:
        spans: list[tuple[float, float]] = []
        for place, sign in enumerate(run):
            if sign in _MARKS and spans:
                spans.append(spans[-1])
                continue
            end = place + 1
            while end < len(run) and run[end] in _MARKS:
                end += 1
            wide = self.face.width(run[place:end], self.scale, self.bold)
            spans.append((x, x + wide))
            x += wide
        return tuple(spans)


def page_reading(drawn: Sequence[Drawn], width: float, height: float) -> PageReading:
    """Texts on one baseline are one line, as most readers give them."""
    rows: list[list[Drawn]] = []
    for one in sorted((each for each in drawn if each.text), key=lambda each: each.y):
        if rows and abs(rows[-1][0].y - one.y) < 1.5:
            rows[-1].append(one)
        else:
            rows.append([one])
    lines = [[word for one in sorted(row, key=lambda each: each.x) for word in one.words()] for row in rows]
    return PageReading(width, height, tuple(Line(tuple(line)) for line in lines), Quality(), "truth")


def paint(letter: "ScanLetter", dpi: int) -> Image.Image:
    """The page in colour, as it came from the printer, with what hands and stamps put on it."""
    mm = dpi / 25.4
    page = Image.new("RGB", (round(210 * mm), round(297 * mm)), "white")
    pen = ImageDraw.Draw(page)
    _emblem(pen, letter, mm)
    for one in letter.drawn:
        px = round(one.face.em_mm * one.scale * mm)
        font = _font(one.face.file(one.bold), px)
        pen.text((one.x * mm, one.y * mm), one.text, fill=one.colour, font=font, anchor="ls")
    for left, right, height in letter.dotted:
        x = left * mm
        while x < right * mm:
            pen.ellipse((x, height * mm, x + 0.25 * mm, (height + 0.25) * mm), fill=BLACK)
            x += 0.9 * mm
    if letter.stamp_at:
        left, top, width, high = letter.stamp_at
        pen.rectangle((left * mm, top * mm, (left + width) * mm, (top + high) * mm), outline="#3B3F9C", width=4)
    if letter.seal_at:
        _rings(pen, letter.seal_at[0] * mm, letter.seal_at[1] * mm, (22.5 * mm, 17.5 * mm), RED)
    _scribble(pen, letter, mm)
    return page


def _emblem(pen: ImageDraw.ImageDraw, letter: "ScanLetter", mm: float) -> None:
    """A mark of our own where the Garuda stands: large in the middle, small at the left of a memo."""
    memo = letter.fields.kind.value == "internal"
    x, y, radius = (36.0, 22.5, 7.0) if memo else (105.0, 27.0, 13.0)
    _rings(pen, x * mm, y * mm, (radius * mm, radius * 0.8 * mm, radius * 0.3 * mm), BLACK)
    for turn in range(12):
        wide = radius * mm * sin(turn * 0.52)
        pen.line(
            (x * mm, y * mm, x * mm + wide, y * mm + radius * mm * 0.8 * sin(turn * 0.52 + 1.57)), fill=BLACK, width=5
        )


def _rings(pen: ImageDraw.ImageDraw, x: float, y: float, radii: Sequence[float], colour: str) -> None:
    for radius in radii:
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), outline=colour, width=5)


def _scribble(pen: ImageDraw.ImageDraw, letter: "ScanLetter", mm: float) -> None:
    """A hand in blue, over what is printed near it."""
    chance = Random(letter.seed)
    x, y = letter.signed_at
    points = [
        ((x + n * 0.45) * mm, (y + 4 * sin(n * chance.uniform(0.3, 0.5)) * chance.random()) * mm) for n in range(70)
    ]
    pen.line(points, fill=BLUE, width=round(0.35 * mm), joint="curve")
