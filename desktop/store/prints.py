"""Prints of a page: what is left of its words when they were read badly, and a few marks by which it is found again.

Most of what goes wrong in reading Thai is a tone, a vowel above or below, a digit, or a letter taken for one of nearly
its shape. All that is left out or drawn together; the rest is cut into shingles. Of these the ones that begin with two
certain letters are kept: the same ones are kept of another reading, whatever went wrong elsewhere on the page.
Letters written after one form differ in little but their figures: long ones are prints too.
"""

import re
from zlib import crc32

from desktop.office.thai import arabic_digits

MOST = 64
"""Prints of one page."""
SHINGLE = 7
_SHAPES = ("กถภฤ", "ขฃชซ", "คตดฅ", "ฌญณฒ", "ฎฏฐ", "ทหฑ", "ธรฮ", "นมฉ", "บปษ", "ผฝพฟฬ", "ลส", "วาๅำ", "เแ", "โใไ")
"""Signs that are taken for one another, each group drawn together; those that stand alone keep their own shape."""
_ALONE = "ฆองจศยฦ"
_KEPT = "abcdefghijklmnopqrstuvwxyz"


def _tables() -> tuple[bytes, bytes]:
    """For `bytes.translate` in the one-byte alphabet of Thai: what each sign becomes, and which ones are left out."""
    becomes = bytearray(range(256))
    known = set(_KEPT.encode())
    for group in (*_SHAPES, *_ALONE):
        signs = group.encode("cp874")
        known |= set(signs)
        for sign in signs:
            becomes[sign] = signs[0]
    return bytes(becomes), bytes(sign for sign in range(256) if sign not in known)


_BECOMES, _LEFT_OUT = _tables()
_WITH_FIGURES = bytes(sign for sign in _LEFT_OUT if sign not in b"0123456789/|")
_APART = re.compile(r"(?<=\d)\s+(?=\d)")
_FIGURES = re.compile(r"\d{3,}")
_MOST_FIGURES = 16
_BEGINNINGS = "จย".encode("cp874")
_TAKEN = re.compile(b"(?=([" + _BEGINNINGS + b"].{%d}))" % (SHINGLE - 1), re.DOTALL)


def skeleton(text: str) -> bytes:
    """The letters of a text by their shapes: no tones, no vowels above or below, no digits, no blanks."""
    return text.lower().encode("cp874", "ignore").translate(_BECOMES, _LEFT_OUT)


def figured(text: str) -> bytes:
    """The same with its figures, in Arabic, and the strokes of numbers; two that stand side by side are kept apart."""
    plain = _APART.sub("|", arabic_digits(text)).lower()
    return plain.encode("cp874", "ignore").translate(_BECOMES, _WITH_FIGURES)


def figures(text: str) -> list[str]:
    """The longer numbers on a page in their order, each once; the first of them are the letter's own."""
    return list(dict.fromkeys(_FIGURES.findall(arabic_digits(text))))[:_MOST_FIGURES]


def prints(text: str) -> list[str]:
    """At most `MOST` marks of a page, the same few of two readings of it."""
    found = {crc32(shingle) & 0xFFFFFFF for shingle in _TAKEN.findall(skeleton(text))}
    numbers = [f"{crc32(one.encode()) & 0xFFFFFFF:07x}" for one in figures(text)]
    return numbers + [f"{one:07x}" for one in sorted(found)[: MOST - len(numbers)]]
