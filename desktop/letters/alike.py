"""Whether two papers are the same letter, come by two channels: pure decisions over what is known of each.

What a clerk typed outweighs what was read: two book numbers or two dates are two letters, however alike their pages
are, for circulars differ in nothing else. Where the papers' own fields do not say, the pages must: their letters, by
shapes that survive bad reading, and their figures, which may not differ more than the letters around them do.
"""

import re
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise

from desktop.letters.book_numbers import NONE, Form, parse
from desktop.office.dates import BE_OFFSET, MONTHS
from desktop.office.thai import arabic_digits, normalise
from desktop.store.prints import figured, skeleton

SAYS_SO = 0.75
"""From this score on a paper is said to be the same letter."""
_SHINGLE = 5
_ALIKE, _VERY_ALIKE = 0.5, 0.75
"""Share of shingles that two readings of one page have in common; letters of one sender share their head and foot."""
_SAME_WORDS, _PART_OF = 0.8, 0.7
_ENOUGH_FIGURES = 5
_FIGURES = re.compile(r"\d+")
_COUNTED, _BEFORE = re.compile(rb"\d+"), 4
_CLEAN, _MISREAD = 0.97, 4
"""A page of which so much was read alike was read well; of others one figure in so many may be misread."""


@dataclass(frozen=True)
class Paper:
    """What is known of a paper, empty or None where it is not. `text` is what was read on its first page."""

    book_number: str = ""
    letter_date: date | None = None
    from_party: str = ""
    subject: str = ""
    text: str = ""
    pages: int = 0

    @cached_property
    def book(self) -> tuple[str, Form]:
        found = parse(self.book_number)
        return ("" if found.key == NONE else found.key), found.form

    @cached_property
    def shingles(self) -> frozenset[bytes]:
        letters = skeleton(self.text)
        return frozenset(letters[place : place + _SHINGLE] for place in range(len(letters) - _SHINGLE + 1))

    @cached_property
    def figures(self) -> list[str]:
        return _FIGURES.findall(arabic_digits(self.text))

    @cached_property
    def figured(self) -> bytes:
        return figured(self.text)

    def number_stands_on(self, other: "Paper") -> bool:
        """Whether this book number, from its stroke on, was read on the other page."""
        key, form = self.book
        return other._bears(key[key.rindex("/") :] if form is Form.OFFICE else key)

    def day_stands_on(self, other: "Paper") -> bool:
        day = self.letter_date
        return day is not None and other._bears(f"{day.day} {MONTHS[day.month - 1]} {day.year + BE_OFFSET}")

    def count_stands_on(self, other: "Paper") -> bool:
        """Whether every figure of this subject was read on the other page after the same words."""
        said = figured(self.subject)
        counted = (said[max(found.start() - _BEFORE, 0) : found.end()] for found in _COUNTED.finditer(said))
        return all(other._bears_spelt(one) for one in counted)

    def _bears(self, words: str) -> bool:
        return self._bears_spelt(figured(words))

    def _bears_spelt(self, wanted: bytes) -> bool:
        """A figure is not part of a longer one."""
        before = rb"(?<!\d)" if wanted[:1].isdigit() else b""
        return bool(wanted) and re.search(before + re.escape(wanted) + rb"(?!\d)", self.figured) is not None


@dataclass(frozen=True)
class Likeness:
    """`score` from 0 to 1; `differing`: the fields that are known of both and are not the same."""

    score: float
    differing: frozenset[str]

    @property
    def is_same(self) -> bool:
        return self.score >= SAYS_SO


def likeness(new: Paper, old: Paper) -> Likeness:
    """How surely `new` is `old`."""
    differing = frozenset(name for name, differs in _differences(new, old) if differs)
    score = _score(new, old, differing)
    if new.pages and old.pages and new.pages != old.pages:
        differing |= {"pages"}
        score *= 0.98
    return Likeness(score, differing)


def _score(new: Paper, old: Paper, differing: frozenset[str]) -> float:
    if "letter_date" in differing or _subjects_count_on(new.subject, old.subject):
        return 0.0
    if "book_number" in differing:
        return 0.8 if _slip_in_the_register(new, old) else 0.0
    same_book, same_date = bool(new.book[0] and old.book[0]), bool(new.letter_date and old.letter_date)
    of_sender = new.book[1] is Form.OFFICE or "from_party" not in differing
    same_subject = _same_subject(new.subject, old.subject)
    if same_book and same_date and of_sender:
        return 0.99
    if not (new.text and old.text):
        alone = same_date and same_subject and "from_party" not in differing and not (new.book[0] or old.book[0])
        return 0.8 if alone else 0.0
    shared = _shared(new, old)
    if shared < (_ALIKE if same_subject or same_book else _VERY_ALIKE) or "subject" in differing:
        return 0.0
    settled = _number_settled(new, old) and _day_settled(new, old) and _count_settled(new, old)
    return 0.9 if settled and _figures_agree(new, old, shared) else 0.0


def _figures_agree(new: Paper, old: Paper, shared: float) -> bool:
    """Of papers that bear no number at all the other figures decide."""
    if new.book[0] or old.book[0]:
        return True
    kept, changed = _compared(new.figures, old.figures)
    return changed == 0 or (shared < _CLEAN and changed * _MISREAD <= kept + changed)


def _number_settled(new: Paper, old: Paper) -> bool:
    """Both are known and the same, or the one that is known was read on the other page; or there is none."""
    if bool(new.book[0]) == bool(old.book[0]):
        return True
    return old.number_stands_on(new) if old.book[0] else new.number_stands_on(old)


def _day_settled(new: Paper, old: Paper) -> bool:
    if new.letter_date and old.letter_date:
        return True
    return old.day_stands_on(new) or new.day_stands_on(old)


def _count_settled(new: Paper, old: Paper) -> bool:
    """The same words may have another number each month."""
    if new.subject and old.subject:
        return True
    return old.count_stands_on(new) if old.subject else new.count_stands_on(old)


def _slip_in_the_register(new: Paper, old: Paper) -> bool:
    """Two numbers were typed, and yet on both papers the same stands: one of them was mistyped."""
    if not (new.text and old.text and new.letter_date and old.letter_date) or _shared(new, old) < _VERY_ALIKE:
        return False
    kept, changed = _compared(new.figures, old.figures)
    typed = _FIGURES.findall(new.book[0])[-1:]
    return kept >= _ENOUGH_FIGURES and not changed and typed[0] in old.figures if typed else False


def _shared(new: Paper, old: Paper) -> float:
    """Share of the shingles of the shorter page that the other has: one copy may bear stamps and notes besides."""
    fewer = min(len(new.shingles), len(old.shingles))
    return len(new.shingles & old.shingles) / fewer if fewer else 0.0


def _compared(new: list[str], old: list[str]) -> tuple[int, int]:
    """How many figures stand on both in their order, and how many stand otherwise on one than on the other.

    What one copy has besides (the stamp of another office, a fax header) is no difference.
    """
    kept = changed = 0
    for what, a, b, c, d in SequenceMatcher(None, new, old, autojunk=False).get_opcodes():
        if what == "equal":
            kept += b - a
        elif what == "replace":
            changed += min(b - a, d - c)
    return kept, changed


def _differences(new: Paper, old: Paper) -> tuple[tuple[str, bool], ...]:
    senders = normalise(new.from_party), normalise(old.from_party)
    subjects = new.subject and old.subject
    return (
        ("book_number", bool(new.book[0] and old.book[0] and new.book[0] != old.book[0])),
        ("letter_date", bool(new.letter_date and old.letter_date and new.letter_date != old.letter_date)),
        ("from_party", bool(all(senders) and not (senders[0] in senders[1] or senders[1] in senders[0]))),
        ("subject", bool(subjects and _tells_otherwise(new.subject, old.subject))),
    )


def _same_subject(new: str, old: str) -> bool:
    if not (new and old):
        return False
    ours, theirs = normalise(new), normalise(old)
    return ours == theirs or (_common_pairs(ours, theirs) >= _SAME_WORDS and not _subjects_count_on(new, old))


def _subjects_count_on(new: str, old: str) -> bool:
    """The same words with another number: the fifth meeting is not the sixth."""
    ours, theirs = normalise(new), normalise(old)
    figures = _FIGURES.findall(ours), _FIGURES.findall(theirs)
    return figures[0] != figures[1] and all(figures) and _common_pairs(ours, theirs) >= _SAME_WORDS


def _tells_otherwise(new: str, old: str) -> bool:
    """What is still being typed is no other subject as long as it is part of the old one."""
    ours, theirs = _pairs(new), _pairs(old)
    shared = len(ours & theirs) / max(min(len(ours), len(theirs)), 1)
    return shared < _PART_OF or _subjects_count_on(new, old)


def _common_pairs(one: str, other: str) -> float:
    """Share of pairs of letters that two texts have in common; figures count for nothing."""
    ours, theirs = _pairs(one), _pairs(other)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


def _pairs(text: str) -> set[tuple[str, str]]:
    return {*pairwise(_FIGURES.sub("", normalise(text)).replace(" ", ""))}
