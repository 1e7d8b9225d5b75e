"""Thai lines shaped, measured and broken as they will be printed.

ReportLab shapes through HarfBuzz when handed a `ShapedStr`; its own `shaping=True` silently draws unshaped text, and
without an ActualText span the shaped line copies out as private characters.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from threading import Lock
from typing import Any

from desktop.paper.ops import Face

MM_PER_POINT = 25.4 / 72

_DICTIONARY = "words_th"
_SHAPED_AT_PT = 10  # shaping does not depend on size; one size keeps one entry a text
_NEVER_FIRST = frozenset("ๆฯ)]}”’»!?,.:;%/")
_NEVER_LAST = frozenset("([{“‘«")
_LEADING_VOWELS = frozenset("เแโใไ")
_MARKS = frozenset("ะัาำิีึืฺุู็่้๊๋์ํ๎ๅ")
_loading = Lock()


def points(mm: float) -> float:
    """Millimetres as PDF points."""
    return mm / MM_PER_POINT


def font_file(face: Face) -> Path:
    return Path(str(resources.files("resources"))) / "fonts" / f"{face.value}.ttf"


@lru_cache(8192)
def clean(text: str) -> str:
    """The text without what has no ink: break hints vanish, tabs and other controls become blanks."""
    kept = (c for c in text if c not in "\u200b\u200c\u200d\u2060\ufeff\u00ad")
    return "".join(c if c.isprintable() else " " for c in kept)


@lru_cache(8192)
def shape(text: str, face: Face) -> str:
    """The text as ReportLab wants it: a `ShapedStr` if its glyphs had to move, else the text itself."""
    from reportlab.pdfbase.ttfonts import shapeStr

    with _loading:
        _register(face)
        shaped: str = shapeStr(clean(text), face.value, _SHAPED_AT_PT)
    return shaped


def moved_glyphs(shaped: str) -> list[Any] | None:
    """The glyphs of a `ShapedStr`, None for text that ReportLab can draw as it is."""
    return getattr(shaped, "__shapeData__", None)


@lru_cache(8192)
def _width_em(text: str, face: Face) -> float:
    from reportlab.pdfbase import pdfmetrics

    shaped = shape(text, face)
    glyphs = moved_glyphs(shaped)
    if glyphs is None:
        return float(pdfmetrics.stringWidth(shaped, face.value, 1))
    return float(sum(glyph.x_advance for glyph in glyphs)) / 1000


def width_mm(text: str, size_pt: float, face: Face = Face.REGULAR) -> float:
    """How far the printed line runs, ink to ink including its side bearings."""
    return _width_em(text, face) * size_pt * MM_PER_POINT


def fitting_size_pt(text: str, size_pt: float, most_mm: float, face: Face = Face.REGULAR) -> float:
    """`size_pt`, or the smaller size at which one line of the text is `most_mm` wide."""
    wide = width_mm(text, size_pt, face)
    return size_pt if wide <= most_mm else size_pt * most_mm / wide


def break_lines(text: str, size_pt: float, most_mm: float, face: Face = Face.REGULAR) -> list[str]:
    """The text as lines no wider than `most_mm`, broken between words; a longer word is broken inside.

    A line break in the text stays one. At least one line, perhaps empty.
    """

    def fits(line: str) -> bool:
        return width_mm(line.rstrip(), size_pt, face) <= most_mm

    return [line for paragraph in text.splitlines() or [""] for line in _broken(clean(paragraph), fits)]


def _broken(paragraph: str, fits: Callable[[str], bool]) -> Iterator[str]:
    line = ""
    for word in words(paragraph):
        if line and not fits(line + word):
            kept = _up_to_late_blank(line + word, len(line))
            yield line[:kept].rstrip()
            line = (line[kept:] + word).lstrip()
        else:
            line += word
        while not fits(line) and (head := _head_that_fits(line, fits)) != line:
            yield head
            line = line[len(head) :]
    yield line.rstrip()


def _up_to_late_blank(text: str, end: int) -> int:
    """Where to end the line: at a blank in its last quarter, where Thai has its natural pause, else at `end`."""
    blank = text.rfind(" ", 0, end + 1)
    late = blank * 4 >= end * 3 and text[blank + 1 : blank + 2] not in _NEVER_FIRST
    return blank if late else end


def words(text: str) -> list[str]:
    """The text cut where a line may break; joined again it is the same text."""
    pieces: list[str] = []
    for piece in _segment(text):
        if piece[0] in _NEVER_FIRST and len(pieces) > 1 and pieces[-1].isspace():
            blank = pieces.pop()
            pieces[-1] += blank + piece
        elif pieces and (piece[0] in _NEVER_FIRST or piece[0] in _MARKS or pieces[-1][-1] in _NEVER_LAST):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


def _head_that_fits(word: str, fits: Callable[[str], bool]) -> str:
    """The longest fitting beginning that leaves words on both sides, else the longest that fits; never empty."""
    ends = list(_cluster_ends(word))
    fitting = ends[: bisect_left(ends, True, key=lambda end: not fits(word[:end]))]
    if not fitting:
        return word[: bisect_left(range(2, len(word) + 1), True, key=lambda end: not fits(word[:end])) + 1]
    late = (end for end in reversed(fitting) if end * 2 >= fitting[-1])
    between_words = (end for end in late if _all_known(word[:end]) and _all_known(word[end:]))
    return word[: next(between_words, fitting[-1])]


def _cluster_ends(word: str) -> Iterator[int]:
    """Positions after which a reader may be sent to the next line: never before a mark nor after a leading vowel."""
    for end in range(1, len(word)):
        if word[end] not in _MARKS and word[end] not in _NEVER_FIRST and word[end - 1] not in _LEADING_VOWELS:
            yield end
    yield len(word)


def _word_list() -> Path:
    return Path(str(resources.files("resources"))) / "thai" / "words_th.txt"


@cache
def _load_dictionary() -> None:
    import nlpo3

    nlpo3.load_dict(str(_word_list()), _DICTIONARY)


def _segment(text: str) -> list[str]:
    import nlpo3

    _load_dictionary()
    pieces: list[str] = nlpo3.segment(text, _DICTIONARY)
    return pieces


def _all_known(text: str) -> bool:
    return all(piece in _known_words() for piece in _segment(text))


@cache
def _known_words() -> frozenset[str]:
    return frozenset(_word_list().read_text("utf-8").split("\n"))


@cache
def _register(face: Face) -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(face.value, str(font_file(face)))
    _name_hidden_glyphs(font)
    pdfmetrics.registerFont(font)


def _name_hidden_glyphs(font: Any) -> None:
    """Give every glyph without a character its private one now, in the order of the font.

    ReportLab hands them out in the order of first use (the bytes of a paper would depend on what was printed before it)
    and with widths in font units (wrong unless the em is 1000 units).
    """
    shaper = font.hbFont()
    for glyph in range(font.hbFace.glyph_count):
        if glyph not in font.face.glyphToChar:
            width = font.pdfScale(shaper.get_glyph_h_advance(glyph))
            font.hbAddPrivate(shaper.glyph_to_string(glyph), glyph, width)
