"""Thai text as people type and scanners read it, brought to one spelling for searching and comparing."""

import re
import unicodedata

_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{2,}")
_MARK_RANK = {"\u0e3a": 0} | dict.fromkeys("\u0e48\u0e49\u0e4a\u0e4b", 2) | {"\u0e4c": 3, "\u0e4e": 3, "\u0e4d": 4}
"""Order above and below a consonant: phinthu, vowels (1), tones, thanthakhat and yamakkan, nikhahit."""
_REPEATED = re.compile(r"\s*ๆ\s*")
_DASHES = re.compile("[\u2010-\u2015\u2212]")

_BOOK_NUMBER = re.compile(
    r"(?:ที่\s*)?(?P<agency>[ก-ฮ]{1,4}|(?:[ก-ฮ]{1,2}\.)+)\s*"
    r"(?P<office>\d[\dก-ฮ.()-]*)\s*/\s*(?P<series>[ก-ฮ]{0,4})\s*(?P<number>\d[\d.-]*)"
)


def thai_digits(text: str) -> str:
    """The text with 0-9 written ๐-๙."""
    return text.translate(_TO_THAI)


def arabic_digits(text: str) -> str:
    """The text with ๐-๙ written 0-9."""
    return text.translate(_TO_ARABIC)


def normalise(text: str) -> str:
    """The one spelling under which a text is searched and compared; never shown or printed.

    Arabic digits, lower case, single blanks, none beside ๆ, nothing invisible, ํ+า as ำ, เ+เ as แ, vowels before tones.
    """
    return _REPEATED.sub("ๆ", _mend(text).casefold())


def normalise_book_number(raw: str) -> str:
    """The key under which the same เลขที่หนังสือ is found however it was typed (domain 1.6); `raw` is stored beside it.

    `มท ๐๘๐๘.๒/ว ๔๕๑๒`, `มท0808.2 / ว4512` -> `มท 0808.2/ว 4512`; `-` and free text keep their words.
    """
    text = _DASHES.sub("-", _mend(raw))
    parts = _BOOK_NUMBER.fullmatch(text)
    if parts is None:
        return text
    series = f"{parts['series']} " if parts["series"] else ""
    return f"{parts['agency']} {parts['office']}/{series}{parts['number']}"


def _mend(text: str) -> str:
    visible = _INVISIBLE.sub("", text)
    composed = unicodedata.normalize("NFKC", arabic_digits(visible))
    ordered = _MARKS.sub(lambda marks: "".join(sorted(marks[0], key=lambda mark: _MARK_RANK.get(mark, 1))), composed)
    return " ".join(ordered.replace("\u0e4d\u0e32", "\u0e33").replace("เเ", "แ").split())
