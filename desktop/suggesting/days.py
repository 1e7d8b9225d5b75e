"""The day of a letter out of what was read: names of months known again, years that can be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from desktop.office.dates import BE_OFFSET, MONTHS, MONTHS_SHORT, year_be
from desktop.office.thai import arabic_digits
from desktop.suggesting.labels import bones

_DAY = re.compile(
    r"(?<!\d)(?P<day>\d{1,2}|(?<!\S)\d \d(?!\d))[\s.,:;'`]*(?:เดือน)?\s*(?P<month>[ก-ฮะ-ๆ็-๎][ก-๎. ]{1,18}?)[\s:;,'`]*"
    r"(?:พ\s?\.?\s?ศ\s?\.?)?\s*(?P<year>[12]?\d[ .,]?\d[ .,]?\d[ .,]?\d|\d{2,3}|25\d{3,4})(?!\d)"
)
_NO_FIGURE = re.compile(r"[ .,]")
_MONTHS = {bones(name): number for number, name in enumerate(MONTHS, start=1)}
_SHORT = {name.replace(".", ""): number for number, name in enumerate(MONTHS_SHORT, start=1)}
_POINTED = re.compile(r"\.\s*$")
"""What ends with a point is the short name of a month."""
_ALIKE = (set("กถภคด"), set("ยผพฟ"), set("ตดค"), set("สลศ"), set("มน"))
_LIKE = 0.55
_THREE_FIGURES = 0.6
"""Of a year of which one figure is gone, its neighbours are doubtful too."""
_MORE_FIGURES = 0.5
"""What specks or a seal behind a year add to it."""
_ONE_FIGURE = 0.6
_OLDEST, _FRESH = 30, 2
"""Years: how old a letter can be that comes in today, and how old it mostly is at most."""


@dataclass(frozen=True)
class ReadDay:
    """A day at `start` to `end` of the text; `sure`: 0 to 1."""

    day: date
    sure: float
    start: int
    end: int


def days_in(text: str, today: date) -> Iterator[ReadDay]:
    """Every day in the text that a letter of `today` can bear, in its order."""
    for found in _DAY.finditer(arabic_digits(text)):
        month, like = _month(found["month"])
        for year, certain in _years(_NO_FIGURE.sub("", found["year"]), today) if month else ():
            for number, likely in _numbers(found["day"]):
                day = _made(year, month, number)
                if day is not None and day <= today + timedelta(days=1):
                    yield ReadDay(day, like * certain * likely, found.start(), found.end())


def _numbers(read: str) -> Iterator[tuple[int, float]]:
    """Of a month: two figures, or the first of them where the second is what was made of the month's first letter."""
    yield int(read.replace(" ", "")), 1.0
    if " " in read:
        yield int(read[0]), _ONE_FIGURE


def _month(read: str) -> tuple[int, float]:
    """The month whose name is most like what was read, and how much; 0 when none is."""
    short, spare = read.replace(".", "").replace(" ", ""), bones(read)
    if short in _SHORT:
        return _SHORT[short], 0.97
    if _POINTED.search(read) and (near := [name for name in _SHORT if Levenshtein.distance(name, short) == 1]):
        likely = near if len(near) == 1 else [name for name in near if _is_twin(name, short)]
        return (_SHORT[likely[0]], 0.7) if len(likely) == 1 else (0, 0.0)
    found = process.extractOne(spare, _MONTHS.keys(), scorer=Levenshtein.normalized_similarity, score_cutoff=_LIKE)
    if found is None:
        return 0, 0.0
    return _MONTHS[found[0]], 1.0 if found[1] == 1.0 else 0.6 + 0.4 * found[1]


def _is_twin(name: str, read: str) -> bool:
    """Whether they differ by letters that look alike."""
    off = [{a, b} for a, b in zip(name, read, strict=False) if a != b]
    return len(name) == len(read) and all(any(pair <= group for group in _ALIKE) for pair in off)


def _years(read: str, today: date) -> Iterator[tuple[int, float]]:
    """Years of our era that may be meant, with how certain that is; a letter years old is likelier one misread."""
    this = year_be(today)
    year = int(read) if len(read) == 4 else 2500 + int(read) if len(read) == 2 else 0
    can_be = this - _OLDEST <= year <= this
    if can_be:
        yield year - BE_OFFSET, 1.0 if year >= this - _FRESH else 0.5
    if len(read) > 2 and not (can_be and year >= this - _FRESH):
        for meant in (this, this - 1):
            if Levenshtein.distance(read, str(meant)) == 1:
                sure = _THREE_FIGURES if len(read) == 3 else 1.0
                yield meant - BE_OFFSET, sure * (0.6 if meant == this else 0.45)
            elif len(read) > 4 and read.startswith(str(meant)[:3]):
                yield meant - BE_OFFSET, _MORE_FIGURES * (0.6 if meant == this else 0.45)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
