"""Words looked for on a page that was read: however they are spelt, and over blanks and ends of lines."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from desktop.reading.model import Box, PageReading, Word

_MARKS = frozenset("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e")
_AFTER_VOWELS = {"\u0e3a": 0} | dict.fromkeys("\u0e48\u0e49\u0e4a\u0e4b", 2) | {"\u0e4c": 3, "\u0e4e": 3, "\u0e4d": 4}
_APART = {"\u0e33": "\u0e4d\u0e32", "แ": "เเ"}
"""Written as one sign or as two; here always as two."""


def holds(text: str, words: str) -> bool:
    """Whether the words stand in a text at all; quicker than finding where."""
    wanted = "".join(sign for sign, _ in _folded(words))
    return bool(wanted) and wanted in "".join(sign for sign, _ in _folded(text))


def find(reading: PageReading, words: str) -> tuple[tuple[Box, ...], ...]:
    """Every place where the words stand, in the order of reading: a box for each word of the page that it touches."""
    wanted = "".join(sign for sign, _ in _folded(words))
    if not wanted:
        return ()
    signs, places = _page(reading)
    found, at = [], signs.find(wanted)
    while at >= 0:
        found.append(tuple(_boxes(places[at : at + len(wanted)])))
        at = signs.find(wanted, at + len(wanted))
    return tuple(found)


def _page(reading: PageReading) -> tuple[str, list[tuple[Word, int]]]:
    """All signs of a page in a row, and of which word each is which character."""
    signs: list[str] = []
    places: list[tuple[Word, int]] = []
    for line in reading.lines:
        for word in line.words:
            for sign, place in _folded(word.text):
                signs.append(sign)
                places.append((word, place))
    return "".join(signs), places


def _boxes(places: list[tuple[Word, int]]) -> Iterator[Box]:
    for _, run in groupby(places, lambda place: id(place[0])):
        touched = list(run)
        word, numbers = touched[0][0], [number for _, number in touched]
        yield _part(word, min(numbers), max(numbers))


def _part(word: Word, first: int, last: int) -> Box:
    """From one character of a word to another; the whole word where it is not known where they stand."""
    if len(word.spans) != len(word.text):
        return word.box
    spans = word.spans[first : last + 1]
    left, right = min(span[0] for span in spans), max(span[1] for span in spans)
    return Box(left, word.box.top, right - left, word.box.height)


def _folded(text: str) -> list[tuple[str, int]]:
    """The signs under which a text is compared, without blanks, and the character that each comes from."""
    plain = [(sign, place) for place, one in enumerate(text) for sign in _plain(one)]
    folded: list[tuple[str, int]] = []
    for is_mark, run in groupby(plain, lambda pair: pair[0] in _MARKS):
        pairs = list(run)
        folded += sorted(pairs, key=lambda pair: _AFTER_VOWELS.get(pair[0], 1)) if is_mark else pairs
    return folded


@lru_cache(4096)
def _plain(sign: str) -> str:
    if "๐" <= sign <= "๙":
        return chr(ord("0") + ord(sign) - ord("๐"))
    if sign.isspace() or unicodedata.category(sign) in ("Cf", "Cc"):
        return ""
    return "".join(_APART.get(one, one) for one in unicodedata.normalize("NFKC", sign).casefold())
