"""Thai words that a reader spoilt by a sign, put right where the dictionary knows what was meant.

Scanners lose tones and vowels above and below, and dirt adds some. What reads worse as it stands than as words that
differ from it by such signs alone was meant to be those; a name that no dictionary knows stays as it was read.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from desktop.suggesting.labels import bones

_THAI = re.compile("(?<![ก-๎.])[ก-ฮะ-ฺเ-ๅ็-๎]+(?: [ก-ฮะ-ฺเ-ๅ็-๎]+)*(?![ก-๎.])")
"""Words with blanks between them; what stands at a point is short for something."""
_WORD = re.compile("[ก-ฮะ-ฺเ-ๅ็-๎]{2,}")
_NUMBERED = re.compile(r"(ครั้ง|งวด|ระยะ|ฉบับ|หมู่|ข้อ|ชั้น|ชุด|รุ่น|ลำดับ|ไตรมาส|วัน|รอบ|เขต|(?<![ก-๎]))ที?(?=\s*[0-9๐-๙])")
_WITHIN = re.compile(r"(?<=[ก-๎]{2})(?<!ที่)(?<!หมู่)(?<!ข้อ)(?<!ชั้น)(?<!งวด)(?<!รอบ)(?<!ปี)[0-9๐-๙](?=[เ-ไก-ฮ][ก-๎]{2})")
"""A figure in the middle of a word is a speck or part of a letter."""
_WATER = re.compile("(?<!ห)น้า(?![\u0e00-\u0e7f]*สาว)")
"""The ring of น้ำ is lost first, and letters of offices are hardly ever about aunts."""
_MARKS = frozenset("ัิีึืฺุู็่้๊๋์ํ๎")
_LONGEST = 24
_SHORT, _LONG = 4, 5
"""Bones of words that are costlier as they stand, and of those in which a sign may be wrong."""
_KNOWN, _TOO_SHORT, _UNKNOWN = 0.3, 0.3, 3.0
_SIGN, _RING, _TWIN, _LETTER, _BLANK = 1.1, 0.45, 1.9, 2.2, 0.5
"""What a sign put right costs, the ring of a ำ, a letter that was taken for one like it, a letter too many, a blank
within a word. Words that are all known are hardly ever cheaper otherwise."""
_TWINS = ("กภถค", "ซชข", "สลศ", "พผฟฝษ", "ดคต", "บปษน", "าจว", "ใไ", "ธร", "งจ", "ณฌนฆ", "ยผ")
_ALIKE, _OF_SHORT = ("ซช",), 2.4
"""What looks so alike that short words are put right as well, and what that costs."""
_BROKEN = 2.0
"""By how much cheaper a row of words must be without a blank for the blank to be the reader's."""
_MOST_SIGNS = 2
_WHOLE, _LOST_OF_LONG, _SIGN_OF_LONG = 7, 0.25, 0.7
"""From so many bones on hardly any other words in a row have the same: a sign that was lost costs little, one that is
another one more, as between two words that are known."""


class Mended(NamedTuple):
    """`signs`: how many were put right."""

    text: str
    signs: int


class _Way(NamedTuple):
    """The cheapest reading up to a place."""

    cost: float
    signs: int
    before: int
    word: str


def mended(text: str) -> Mended:
    """The text as it was meant, as far as a dictionary can tell."""
    signs = 0

    def better(found: re.Match[str]) -> str:
        nonlocal signs
        fresh = _read(found.group())
        signs += fresh.signs
        return fresh.text

    text = _NUMBERED.sub(r"\1ที่", text)
    text, signs = _WATER.subn("น้ำ", text)
    text, figures = _WITHIN.subn("", text)
    signs += figures
    return Mended(_THAI.sub(better, text), signs)


def _read(run: str) -> Mended:
    """Thai words with blanks between some of them, read as the cheapest row of words."""
    letters, blanks = run.replace(" ", ""), _blanks(run)
    row = _cheapest(letters, blanks, _BLANK)
    last = row[-1]
    if last.signs:
        return Mended(_written(row, blanks), last.signs)
    joined = _written(row, blanks)
    if joined != run and _cheapest(letters, blanks, _UNKNOWN)[-1].cost - last.cost > _BROKEN:
        return Mended(joined, 1)
    return Mended(run, 0)


def _cheapest(letters: str, blanks: set[int], within: float) -> list[_Way]:
    """To each place from the start on; `within`: what a blank within a word costs."""
    best: list[_Way | None] = [_Way(0.0, 0, 0, ""), *[None] * len(letters)]
    for start in range(len(letters)):
        here = best[start]
        assert here is not None
        for end, word, cost, signs in _choices(letters, start):
            inside = sum(start < place < end for place in blanks)
            whole = here.cost + cost + within * inside
            then = best[end]
            if then is None or whole < then.cost:
                best[end] = _Way(whole, here.signs + signs, start, word)
    return [way for way in best if way is not None]


def _written(row: list[_Way], blanks: set[int]) -> str:
    at, words = len(row) - 1, list[str]()
    while at:
        way = row[at]
        words.append((" " if way.before in blanks else "") + way.word)
        at = way.before
    return "".join(reversed(words))


def _blanks(run: str) -> set[int]:
    """Before which letters blanks stand."""
    found, letters = set[int](), 0
    for sign in run:
        if sign == " ":
            found.add(letters)
        else:
            letters += 1
    return found


def _choices(letters: str, start: int) -> Iterator[tuple[int, str, float, int]]:
    """What may stand from here: where it ends, how it is spelt, its cost, how many signs were put right."""
    words, spelt = _dictionary()
    yield start + 1, letters[start], _UNKNOWN, 0
    for end in range(start + 1, min(start + _LONGEST, len(letters)) + 1):
        part = letters[start:end]
        if end < len(letters) and letters[end] in _MARKS:
            continue
        if part in words:
            yield end, part, _KNOWN + (_TOO_SHORT if len(part) < _SHORT else 0.0), 0
        skeleton = bones(part)
        if len(part) >= _SHORT and len(skeleton) <= _LONG and part not in words:
            for word in _with_a_twin(part, words, _alike()):
                yield end, word, _KNOWN + _OF_SHORT, 1
        if len(skeleton) < _LONG:
            continue
        for word in spelt.get(skeleton, ()):
            off = Levenshtein.distance(part, word)
            if 0 < off <= _MOST_SIGNS:
                yield end, word, _KNOWN + _cost(part, word, off), off
        for word in _with_a_twin(part, words, _twins()) if len(skeleton) > _LONG and part not in words else ():
            yield end, word, _KNOWN + _TWIN, 1
        for at in range(len(skeleton)) if len(skeleton) > _LONG else ():
            for word in spelt.get(skeleton[:at] + skeleton[at + 1 :], ()):
                if Levenshtein.distance(part, word) == 1:
                    yield end, word, _KNOWN + _LETTER, 1


def _with_a_twin(part: str, words: frozenset[str], twins: Mapping[str, str]) -> Iterator[str]:
    """The words that differ from it by one letter that looks like it."""
    for at, sign in enumerate(part):
        for twin in twins.get(sign, ""):
            if (word := part[:at] + twin + part[at + 1 :]) in words:
                yield word


@cache
def _twins() -> Mapping[str, str]:
    return _others_in(_TWINS)


@cache
def _alike() -> Mapping[str, str]:
    return _others_in(_ALIKE)


def _others_in(groups: Sequence[str]) -> Mapping[str, str]:
    """To each sign those that are in a group with it."""
    return {sign: "".join(set("".join(one for one in groups if sign in one)) - {sign}) for sign in "".join(groups)}


def _cost(part: str, word: str, off: int) -> float:
    """Of so many signs put right; the ring of a ำ is the first to vanish."""
    rings = max(word.count("ำ") - part.count("ำ"), 0)
    of_long = _LOST_OF_LONG if len(word) - len(part) == off else _SIGN_OF_LONG
    return (_SIGN if len(bones(word)) < _WHOLE else of_long) * (off - rings) + _RING * rings


@cache
def _dictionary() -> tuple[frozenset[str], Mapping[str, tuple[str, ...]]]:
    """All words, and the longer ones by their bones."""
    lines = (resources.files("resources") / "thai" / "words_th.txt").read_text("utf-8").splitlines()
    words = frozenset((*(line for line in lines if _WORD.fullmatch(line)), "ณ"))
    spelt = defaultdict[str, list[str]](list)
    for word in words:
        if len(skeleton := bones(word)) >= _LONG:
            spelt[skeleton].append(word)
    return words, {skeleton: tuple(sorted(same)) for skeleton, same in spelt.items()}
