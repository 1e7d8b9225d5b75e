"""Thai as it should be written, from Thai as it was read: marks on their letters, vowels whole, none doubled."""

import re

_TONES = "\u0e48-\u0e4b"
_MARK = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_IS_MARK = re.compile(f"[{_MARK}\u0e33\u0e45]+")
_CURES = tuple(
    (re.compile(found), better)
    for found, better in (
        (f" +(?=[{_MARK}\u0e33\u0e45])", ""),
        (f"\u0e4d([{_TONES}]?)\u0e32", "\\1\u0e33"),
        (f"\u0e33([{_TONES}])", "\\1\u0e33"),
        ("\u0e40\u0e40", "\u0e41"),
        (f"([{_TONES}])([\u0e31\u0e34-\u0e39])", r"\2\1"),
        (rf"([{_MARK}])\1+", r"\1"),
        (f"([{_TONES}])[{_TONES}]+", r"\1"),
        (f"(?<![\u0e01-\u0e2e{_MARK}])[{_MARK}]+", ""),
    )
)
"""Blanks before marks; ํ+า and a tone after ำ; เ+เ; a tone before its vowel; doubled marks; marks without a letter."""
_MADE_OF = {"\u0e33": "\u0e4d\u0e32", "\u0e41": "\u0e40"}


def is_mark(text: str) -> bool:
    """Whether it stands above, below or tied to the letter before."""
    return _IS_MARK.fullmatch(text) is not None


def mended(text: str) -> str:
    """A line or a word in its right spelling."""
    for found, better in _CURES:
        text = found.sub(better, text)
    return text


def sources(text: str, better: str) -> list[int]:
    """For each character of `better` (as `mended`), the place in `text` that it came from."""
    places: list[int] = []
    start = 0
    for char in better:
        made_of = _MADE_OF.get(char, "") + char
        near = (
            place for place in range(max(start - 2, 0), len(text)) if text[place] in made_of and place not in places
        )
        place = next(near, min(start, len(text) - 1))
        places.append(place)
        start = place + 1
    return places
