"""Where the words that somebody typed stand in a text as it is shown."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from desktop.office.thai import normalise

Span = tuple[int, int]
_AROUND = 8
"""Characters shown before the words that were found."""
_MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*")


@lru_cache(4096)
def spans(text: str, words: str) -> tuple[Span, ...]:
    """From where to where each of the words stands in the text, however either is spelt; in order, none overlapping."""
    spelt = _spelt(text)
    found = sorted({span for word in _spelt(words).split() for span in _all(spelt, word)})
    if not found:
        return ()
    if len(spelt) != len(text):
        places = _places(text)
        found = [(places[start], places[end]) for start, end in found]
    return tuple(_joined(found))


_spelt = lru_cache(4096)(normalise)
"""The next key is looked for in mostly the same texts."""


def excerpt(text: str, words: str, length: int = 120) -> str:
    """The words around the first that was found, on one line; from their beginning where it stands near it."""
    line = " ".join(text.split())
    found = spans(line, words)
    start = found[0][0] - _AROUND if found and found[0][0] > 2 * _AROUND else 0
    start += len(_MARKS.match(line[start:])[0])  # type: ignore[index]
    cut = line[start : start + length]
    return f"{'…' if start else ''}{cut}{'…' if start + length < len(line) else ''}"


def _all(text: str, word: str) -> Iterator[Span]:
    start = text.find(word)
    while start >= 0:
        yield start, start + len(word)
        start = text.find(word, start + 1)


def _places(text: str) -> list[int]:
    """For each place of the text's one spelling, the place in the text itself where it begins."""
    places: list[int] = []
    for end in range(len(text) + 1):
        places += [end - 1 if end else 0] * (len(normalise(text[:end])) - len(places))
    return [*places, len(text)]


def _joined(found: list[Span]) -> Iterator[Span]:
    start, end = found[0]
    for _, (first, last) in pairwise(found):
        if first > end:
            yield start, end
            start = first
        end = max(end, last)
    yield start, end
