"""The text that a PDF brings itself, as a reading of its page."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from desktop.paper.pages import Sign, Source, page_signs, page_size_mm
from desktop.reading.model import Box, Line, PageReading, Quality, Word

ENGINE = "PDF"


def pdf_text(source: Source, page: int = 0) -> PageReading:
    """No lines where the page is only a picture. Errors as `desktop.paper.pages`."""
    signs = page_signs(source, page)
    lines = tuple(Line(words) for line in _lines(signs) if (words := tuple(_words(line))))
    return PageReading(*page_size_mm(source, page), lines, Quality(is_blank=not lines), ENGINE)


def _lines(signs: Sequence[Sign]) -> Iterator[list[Sign]]:
    return (list(line) for breaks, line in groupby(signs, lambda sign: sign.text == "\n") if not breaks)


def _words(line: Sequence[Sign]) -> Iterator[Word]:
    for blank, run in groupby(line, lambda sign: sign.text.isspace()):
        if not blank:
            yield _word(list(run))


def _word(signs: Sequence[Sign]) -> Word:
    left, top = min(sign.left for sign in signs), min(sign.top for sign in signs)
    right, bottom = max(sign.right for sign in signs), max(sign.bottom for sign in signs)
    text, spans = "".join(sign.text for sign in signs), tuple((sign.left, sign.right) for sign in signs)
    return Word(text, Box(left, top, right - left, bottom - top), 1.0, spans)
