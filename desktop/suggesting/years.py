"""Years in the words of a letter, put right where a figure of them was misread."""

import re
from datetime import date

from rapidfuzz.distance import Levenshtein

from desktop.office.dates import MONTHS, year_be
from desktop.office.thai import arabic_digits, thai_digits
from desktop.suggesting.spelling import Mended

_STROKE = r"(?<![0-9๐-๙]{4})(?<![0-9๐-๙]\.[0-9๐-๙])(?<![0-9๐-๙]\.[0-9๐-๙]{2})/"
"""Not that of a book number, which stands behind an office's code."""
_YEAR = re.compile(
    rf"(?P<before>(?:{'|'.join(MONTHS)}|พ\.?ศ\.|ปี|ประมาณ|{_STROKE})\s*)(?P<year>[0-9๐-๙]{{4}})(?P<speck>[ก-ฮ]$)?(?![0-9๐-๙])"
)
"""After the name of a month, an era or a stroke; a lone letter behind the last one is a speck."""
_ERA = re.compile(r"พ\.?ศ")
_PAST, _COMING = 12, 8
"""Years before and after the letter's own of which letters mostly speak."""
_OLDEST, _OLDEST_LAW = 45, 120
"""Years before it at most of which they speak; laws, which are cited by their era, are older."""


def years_mended(text: str, written: date) -> Mended:
    """`written`: when the letter was, or may have been."""
    signs = 0

    def better(found: re.Match[str]) -> str:
        nonlocal signs
        oldest = _OLDEST_LAW if _ERA.match(found["before"]) else _OLDEST
        year = _meant(arabic_digits(found["year"]), year_be(written), oldest)
        fresh = thai_digits(year) if found["year"][0] in "๐๑๒๓๔๕๖๗๘๙" else year
        signs += fresh != found["year"] or found["speck"] is not None
        return found["before"] + fresh

    return Mended(_YEAR.sub(better, text), signs)


def _meant(read: str, this: int, oldest: int) -> str:
    """A year that can be as it was read; else the nearest to this one that differs by a figure, if there is one."""
    if this - oldest <= int(read) <= this + _COMING:
        return read
    likely = sorted(range(this - _PAST, this + _COMING + 1), key=lambda year: (abs(year - this), year))
    return next((str(year) for year in likely if Levenshtein.distance(str(year), read) == 1), read)
