"""A book number out of what was read beside ที่."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.letters.book_numbers import BookNumber, Form, parse
from desktop.office.thai import arabic_digits, thai_digits
from desktop.suggesting.codes import CODES, is_of_a_province

_NOT_DIGITS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "ไ": "1"})
_COLON = re.compile(r"(?<=\d)[:;](?=\d)")
"""A point with a speck over it."""
_EIGHT = re.compile(r"(?<=[\d.])@(?=[\d./])")
_STROKES = re.compile(r"[|\\!]")
_NO_STROKE = re.compile(r"(?<=\d)\s*(?=ว\s*\d+$)")
_CIRCULAR = re.compile(r"(?<=/)\s*[^\s\d]{1,3}\s+(?=\d)")
_MARKED = re.compile(r"(?<=[ก-ฮ])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+(?=[^/]*/)")
"""Letter codes bear neither vowels nor tones."""
_POINT = re.compile(r"(?<![\d.])(?P<front>\d{1,3})[.,](?P<back>\d{1,4})(?=[./])")
"""Fewer figures before a point than an office has were parted by a speck."""
_COMMA = re.compile(r"(?<=\d)\s*[,.]\s*,?\s*(?=\d{1,3}/)")
"""Before the stroke stands a point alone."""
_BEFORE_BRACKET = re.compile(r"(?<=\d)[.,]\s*(?=\()")
_BEHIND = re.compile(r"(?<=\d)(?:\s+\S{1,2}){1,2}$")
"""Nothing stands behind a number but the day, which is gone by then."""
_RINGED = re.compile(r"(?<=\d)[ซฒญฑ][\u0e48-\u0e4c]?(?=\d)")
"""๗ beside its like, which it touches, is taken for one of these."""
_SPECKS = re.compile(
    r"(?<=/)\s*[.,:;'\"`)]+|(?<=\d)[.,:;'\"`]+(?=\d*\D{0,2}$)|(?<=\d)[^\d/]{1,2}$|(?<=/ว)\s*[.,:;'\"`)]+"
)
"""After the stroke stand a short word and figures alone: points in them and what follows are specks."""
_TAIL = re.compile(r"(?<=\d)[\s.,:;'\"`~_|-]+$")
_HEAD = re.compile(r"^[\s.,:;'\"`~_|-]+")
_ALIKE = ("ชซ", "ดคต", "ถกภ", "ผฝ", "พฟ", "บป", "ทห", "ลส", "ขช", "ชธ", "ฎฏ")
_POINTED = 0.7
"""How likely it is that a number after the stroke bears points at all."""
_OFFICE, _SHORT_OFFICE = re.compile(r"\d{4,5}(?!\d)"), 0.6
"""An office has four or five figures."""
_SERIES = {"": 1.0, "ว": 1.0} | dict.fromkeys("งจราอ", 0.65)
"""How likely it is that a letter stands behind the stroke; some are mostly ว."""
_TWINS = {sign: [other for other in group if other != sign] for group in _ALIKE for sign in group}


@dataclass(frozen=True)
class ReadNumber:
    """`value` in the digits in which it stands; `sure`: 0 to 1, how much it is like a book number."""

    value: str
    sure: float

    @property
    def number(self) -> BookNumber:
        return parse(self.value)


def read_number(text: str, provinces: frozenset[str] = frozenset()) -> ReadNumber | None:
    """The number that the text bears at its beginning; None when it bears no figure.

    `provinces`: the codes of those of which its letter speaks.
    """
    plain = _HEAD.sub("", _TAIL.sub("", text.strip()))
    if plain in ("-", "") or not any(sign.isdecimal() for sign in plain):
        return None
    best = max(_readings(plain, provinces), key=lambda one: one.sure)
    return ReadNumber(_in_digits_of(plain, best.value), best.sure)


def _readings(plain: str, provinces: frozenset[str]) -> Iterator[ReadNumber]:
    arabic = arabic_digits(plain).translate(_NOT_DIGITS)
    mended = _NO_STROKE.sub("/", _STROKES.sub("/", _EIGHT.sub("8", _COLON.sub(".", arabic))))
    cleaned = _SPECKS.sub("", _POINT.sub(_unparted, _MARKED.sub("", mended)))
    cleaned = _BEFORE_BRACKET.sub("", _COMMA.sub(".", cleaned))
    ringed = _RINGED.sub("7", cleaned)
    bare = _BEHIND.sub("", ringed) if "/" in ringed else ringed
    ways = (
        (1.0, arabic),
        (0.85, mended),
        (0.8, cleaned),
        (0.7, _CIRCULAR.sub("ว ", cleaned)),
        (0.6, ringed),
        (0.79, bare),
    )
    for cost, text in ways:
        yield _judged(text, cost, provinces)
        yield _judged(text.replace(" ", ""), cost * 0.98, provinces)


def _unparted(found: re.Match[str]) -> str:
    whole = found["front"] + found["back"]
    return whole if len(whole) in (4, 5) else found[0]


def _judged(text: str, cost: float, provinces: frozenset[str]) -> ReadNumber:
    number = parse(text)
    if number.form is not Form.OFFICE:
        return ReadNumber(text, cost * (0.6 if number.form is Form.YEARLY else 0.3))
    cost *= 1.0 if number.number.isdecimal() else _POINTED
    cost *= 1.0 if _OFFICE.match(number.office) else _SHORT_OFFICE
    code, sure = _code(number.agency, provinces)
    value = code + number.key.removeprefix(number.agency)
    return ReadNumber(value, cost * sure * _SERIES.get(number.series, 0.8))


def _code(agency: str, provinces: frozenset[str]) -> tuple[str, float]:
    """The letter code that was meant: itself when it is one, else the only one that differs by a letter like it.

    Or, of three letters, by one that is too many. A province of which the letter does not speak was misread if it does
    speak of the only one that is like it.
    """
    code, _, rest = agency.partition(" ")
    plain = code.rstrip(".")
    near = {code[:at] + twin + code[at + 1 :] for at, sign in enumerate(code) for twin in _TWINS.get(sign, ())}
    near |= {code[:at] + code[at + 1 :] for at in range(len(code))} if len(code) > 2 else set()
    spoken_of = near & provinces
    if plain in CODES and not (is_of_a_province(plain) and plain not in provinces and len(spoken_of) == 1):
        return agency, 1.0
    likely = spoken_of if len(spoken_of) == 1 else near & CODES
    if len(likely) == 1:
        return f"{likely.pop()} {rest}".strip(), 0.9 if spoken_of else 0.75
    return agency, 0.65


def _in_digits_of(read: str, value: str) -> str:
    thai = sum(sign in "๐๑๒๓๔๕๖๗๘๙" for sign in read)
    return thai_digits(value) if thai * 2 >= sum(sign.isdecimal() for sign in read) else value
