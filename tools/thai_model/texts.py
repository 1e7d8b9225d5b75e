"""What lines to learn from say: words as often as they are written, running text, and how offices write figures."""

import re
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path
from random import Random

from desktop.office.dates import MONTHS
from desktop.office.thai import thai_digits
from tools.make_glyphs import ROOT

_THAI = re.compile("[\u0e01-\u0e4e]+$")
_SIGNS = frozenset(
    {*map(chr, range(0x0E01, 0x0E3A)), *map(chr, range(0x0E40, 0x0E4F)), *"๐๑๒๓๔๕๖๗๘๙0123456789 ./()-,:%\"“”?!'+*[]=@#"}
    - set("ฃฅๅ")
)
_COUNTED = ("phupha_word_freqs.txt", "ttc_freq.txt", "tnc_freq.txt")
_NAMES = ("family_names_th.txt", "person_names_male_th.txt", "person_names_female_th.txt")
_RARER = 0.6
"""Power of how often a word is written: rare ones come more often than they are."""
_FOREIGN = re.compile(r"<[^>]*>|[A-Za-z_~&\\]+|[^\u0e01-\u0e5b0-9 ./(),:%\"?!+-]")
_DANGLING = "ะาิีึืัำุู็่้๊๋์ๅๆฯ "
_CODES, *_OFFICIAL = Path(__file__).with_name("official.txt").read_text("utf-8").splitlines()
"""Letter codes of provinces and ministries in one line, and words of offices."""
_LENGTHS, _LONG = (6, 10, 14, 18, 22, 26, 30, 36, 42), (60, 80)


class Texts:
    """Lines by chance; the same seed gives the same."""

    def __init__(self, folder: Path, seed: int) -> None:
        corpus = folder / "corpus"
        self._chance = Random(seed)
        counts = dict[str, float]()
        for line in (line for name in _COUNTED for line in _lines(corpus / name)):
            word, _, count = line.replace("\t", " ").partition(" ")
            if _THAI.match(word) and 1 < len(word) < 20 and count.strip().isdigit():
                counts[word] = max(counts.get(word, 0.0), int(count) ** _RARER)
        self._words, self._cumulated = list(counts), list(accumulate(counts.values()))
        dictionaries = (corpus / "words_th.txt", ROOT / "resources" / "thai" / "words_th.txt")
        self._dictionary = [word for path in dictionaries for word in _lines(path) if _THAI.match(word)]
        names = [corpus / name for name in _NAMES]
        self._names = [word for path in names for word in _lines(path) if _THAI.match(word)]
        provinces = (line.partition(",")[0] for line in _lines(corpus / "thailand_provinces_th.csv"))
        self._provinces = [word for word in provinces if _THAI.match(word)]
        self._running = sorted(set(_running(folder)))

    def line(self) -> str:
        """A line, or part of one, of four to about a hundred characters."""
        chance = self._chance
        wanted = chance.choice(_LENGTHS if chance.random() < 0.9 else _LONG)
        kind = chance.random()
        if kind < 0.12:
            return self._figures()
        if kind < 0.28:
            return self._quoted(wanted)
        text = ""
        while len(text) < wanted:
            text += f" {self._figures()} " if chance.random() < 0.13 else self._phrase()
        return " ".join(text.split())

    def _quoted(self, wanted: int) -> str:
        text = self._chance.choice(self._running)
        if self._chance.random() < 0.7:
            text = thai_digits(text)
        if len(text) > wanted + 10:
            start = self._chance.randrange(len(text) - wanted)
            text = text[start : start + wanted].lstrip(_DANGLING)
        return " ".join(text.split())

    def _phrase(self) -> str:
        chance = self._chance
        phrase = "".join(self._word() for _ in range(chance.choice((1, 1, 2, 2, 3, 3, 4, 5, 6))))
        kind = chance.random()
        if kind < 0.08:
            phrase += f"({self._word()})"
        elif kind < 0.15:
            phrase += chance.choice('ๆฯๆฯ,:-/"“”%')
        return phrase + (" " if chance.random() < 0.6 else "")

    def _word(self) -> str:
        chance = self._chance
        kind = chance.random()
        if kind < 0.42:
            return chance.choices(self._words, cum_weights=self._cumulated)[0]
        rest = ((0.62, _OFFICIAL), (0.90, self._dictionary), (0.96, self._names), (1.0, self._provinces))
        return chance.choice(next(words for until, words in rest if kind < until))

    def _number(self, least: int, most: int) -> str:
        return "".join(self._chance.choices("0123456789", k=self._chance.randint(least, most)))

    def _figures(self) -> str:
        """A book number, a day, a sum, a telephone, an article: mostly in Thai figures."""
        text = self._chance.choice(_FIGURES)(self._chance, self._number)
        return thai_digits(text) if self._chance.random() < 0.8 else text


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def _running(folder: Path) -> Iterator[str]:
    """What programs say in Thai, without what is not Thai in it."""
    import polib

    for path in sorted(folder.rglob("*.[mp]o")):
        for entry in polib.mofile(str(path)) if path.suffix == ".mo" else polib.pofile(str(path)):
            text = " ".join(_FOREIGN.sub(" ", entry.msgstr).split())
            thai = sum(0x0E01 <= ord(sign) <= 0x0E4E for sign in text)
            if len(text) >= 8 and _SIGNS.issuperset(text) and thai >= len(text) / 2:
                yield text


Number = Callable[[int, int], str]


def _year(chance: Random) -> int:
    return chance.randint(2500, 2599) if chance.random() < 0.4 else chance.randint(2555, 2573)


_FIGURES: tuple[Callable[[Random, Number], str], ...] = (
    lambda chance, number: f"{chance.choice(_CODES.split())} {number(4, 5)}/ว {number(1, 5)}",
    lambda chance, number: f"{chance.choice(_CODES.split())} {number(4, 4)}.{number(1, 2)}/ว{number(1, 4)}",
    lambda chance, number: f"{chance.choice(_CODES.split())} {number(4, 5)}.{number(1, 2)}/{number(1, 5)}",
    lambda chance, number: f"{chance.choice(_CODES.split())} {number(5, 5)}/{number(1, 5)}",
    lambda chance, number: f"{chance.randint(1, 31)} {chance.choice(MONTHS)} {_year(chance)}",
    lambda chance, number: f"พ.ศ. {_year(chance)}",
    lambda chance, number: f"({_year(chance)})",
    lambda chance, number: f"{chance.randint(1, 999)},{number(3, 3)}.{number(2, 2)} บาท",
    lambda chance, number: f"โทร. 0 {number(4, 4)} {number(4, 4)}",
    lambda chance, number: f"โทร. 0{number(2, 2)}-{number(3, 3)}-{number(4, 4)}",
    lambda chance, number: f"เวลา {chance.randint(0, 23):02}.{number(2, 2)} น.",
    lambda chance, number: f"({chance.randint(1, 20)})",
    lambda chance, number: f"{chance.randint(1, 20)}.",
    lambda chance, number: f"{chance.choice(('ข้อ', 'มาตรา'))} {chance.randint(1, 120)}",
    lambda chance, number: f"{number(1, 3)}/{number(2, 4)}",
    lambda chance, number: number(1, 13),
)
