"""Thai official letters as scanners see them: made by seed, each with the truth of every line and field.

`letter(seed)` writes one, `scan(letter, wear)` is its page as a picture, `reading(letter)` what a perfect reader reads,
`misread(reading, seed)` what a poor one does. The same seed always gives the same. Seeds in `HELD` are for measuring
only: what they say and some of their typefaces occur nowhere else, and nothing is tuned on them. Those in `TUNED`,
`TUNED_LATER`, `TUNED_LATEST`, `READ_ONCE` and those of `LOOKED_AT` were measured once and looked at since; they have
faces that are seldom else.
"""

from dataclasses import dataclass
from random import Random

from PIL import Image

from desktop.reading.model import PageReading
from tests.helpers.letter_inks import HELD_ONLY, NATIONAL, OFFICES, SELDOM, page_reading, paint, typeface
from tests.helpers.letter_layout import laid_out
from tests.helpers.letter_misread import misread as misread
from tests.helpers.letter_truth import Fields as Fields
from tests.helpers.letter_truth import ScanLetter as ScanLetter
from tests.helpers.letter_wear import Wear as Wear
from tests.helpers.letter_wear import worn
from tests.helpers.letter_words import USUAL, Words
from tests.helpers.letter_words_fresh import FRESH
from tests.helpers.letter_words_held import HELD_WORDS
from tests.helpers.letter_words_later import LATER
from tests.helpers.letter_words_latest import LATEST
from tests.helpers.letter_words_read import READ

DPI = 300
WIDTH, HEIGHT = 210.0, 297.0
HELD = range(12400, 12460)
BEFORE = range(11900, 12300)
"""Of the same offices as those, in faces that are usual."""
TUNED = range(9000, 9040)
TUNED_LATER = range(9100, 9140)
TUNED_LATEST = range(9600, 9640)
READ_ONCE = range(10200, 10240)
LOOKED_AT = range(10800, 10840)
LOOKED_AT_LATER = (*range(11200, 11240), *range(11720, 11750))
LOOKED_AT_LATEST = range(12340, 12400)
"""Of the same words and faces as those of `HELD`."""
_LOOKED_AT = (LOOKED_AT, LOOKED_AT_LATER, LOOKED_AT_LATEST)
_FORMS = ("external", "memo", "sealed")


@dataclass(frozen=True)
class Scan:
    """`skew`: degrees by which the lines of the picture fall to the right."""

    picture: Image.Image
    dpi: int
    wear: Wear
    skew: float


def letter(seed: int, form: str = "") -> ScanLetter:
    """An official letter of one page; `form`: external, memo or sealed, else as the seed has it."""
    chance = Random(seed)
    drawn_form = chance.choices(_FORMS, (70, 20, 10))[0]
    words, faces = _said_in(seed)
    tabbed = seed % 2 == 0 and any(seed in seeds for seeds in (HELD, READ_ONCE, *_LOOKED_AT))
    return laid_out(seed, form or drawn_form, chance, typeface(chance, faces), words, tabbed=tabbed)


def _said_in(seed: int) -> tuple[Words, tuple[str, ...]]:
    """The words that the letter's seed has, and its faces beside the usual ones."""
    if seed in HELD or seed in LOOKED_AT_LATEST or seed in BEFORE:
        return HELD_WORDS, () if seed in BEFORE else HELD_ONLY
    if seed in LOOKED_AT_LATER:
        return READ, HELD_ONLY
    if seed in READ_ONCE or seed in LOOKED_AT:
        return LATEST, HELD_ONLY
    if seed in TUNED_LATEST:
        return LATER, OFFICES
    if seed in TUNED_LATER:
        return FRESH, NATIONAL
    return USUAL, SELDOM if seed in TUNED else ()


def scan(one: ScanLetter, wear: Wear = Wear.CLEAN) -> Scan:
    """The page at 300 dpi (faxed: 200), worn as such pages are; under a second, one page in memory."""
    picture, dpi, skew = worn(paint(one, DPI), wear, Random(f"{one.seed} {wear}"), DPI)
    return Scan(picture, dpi, wear, skew)


def reading(one: ScanLetter) -> PageReading:
    """What a reader without fault reads on the straight page: every line, word and character in its place."""
    return page_reading(one.drawn, WIDTH, HEIGHT)
