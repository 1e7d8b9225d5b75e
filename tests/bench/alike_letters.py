"""Letters that came before, the same ones come again read anew, and circulars that differ from them in one figure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from desktop.letters.model import Registration
from desktop.office.thai import arabic_digits, thai_digits
from desktop.reading.model import Line, PageReading
from tests.bench.many_letters import _subject
from tests.helpers import letter_words as words
from tests.helpers.letter_scans import Fields, letter, misread, reading

RATES = (0.005, 0.02, 0.05, 0.1)
"""Share of characters misread: from a file, from a light scan, from a noisy one, from a fax."""
_FIRST = 40_000
_DAY = date(2026, 9, 1)
_THAI_MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน",
    "ธันวาคม",
)  # fmt: skip


@dataclass(frozen=True)
class Known:
    """A letter as it is registered, with what was read on its first page."""

    fields: Registration
    text: str
    pages: int


@dataclass(frozen=True)
class Asked:
    """A paper that is being registered: as it is typed, as it was read; `same` is the place of the letter it is."""

    typed: Registration
    text: str
    pages: int
    same: int | None
    kind: str


def many(count: int) -> Iterator[Known]:
    """Letters of an ordinary office, all after the same few forms, as most letters are."""
    chance = Random(11)
    for _ in range(count):
        who, day = words.sender(chance, words.USUAL), _DAY - timedelta(days=chance.randrange(1200))
        number = f"{who.code}/{'ว ' if chance.random() < 0.4 else ''}{chance.randrange(1, 12000)}"
        subject = words.subject(chance, words.USUAL) if chance.random() < 0.5 else _subject(chance)
        said = (
            f"ที่ {number}", *who.seat, f"{day.day} {_THAI_MONTHS[day.month - 1]} {day.year + 543}", f"เรื่อง {subject}",
            f"เรียน {words.OUR_HEAD}", *words.body(chance, words.USUAL), "ขอแสดงความนับถือ",
            f"({words.person(chance, words.USUAL)})", who.signer, who.unit,
            f"โทร. ๐ ๕{chance.randrange(300, 400)} {chance.randrange(1000, 9999)}",
        )  # fmt: skip
        fields = Registration(who.name, words.OUR_HEAD, subject, arabic_digits(number), letter_date=day)
        yield Known(fields, thai_digits("\n".join(said)), chance.randint(1, 6))


def pairs(count: int) -> tuple[list[Known], list[Asked]]:
    """So many letters that are there; each comes again, and beside each comes one that differs in one figure."""
    known, asked = [], []
    for place in range(count):
        chance = Random(place)
        one = letter(_FIRST + place)
        page, pages = reading(one), chance.randint(1, 5)
        fields = _registration(one.fields)
        known.append(Known(fields, misread(page, place, RATES[place % 2]).text, pages))
        again = misread(page, place + 1_000_000, RATES[place % len(RATES)])
        asked.append(Asked(_typed(fields, chance), again.text, pages + (chance.random() < 0.2), place, "same"))
        kind, other, changed = _other(page, fields, chance)
        changed_page = misread(changed, place + 2_000_000, RATES[place % len(RATES)])
        asked.append(Asked(_typed(other, chance), changed_page.text, pages, None, kind))
    return known, asked


def untyped(asked: Asked) -> Asked:
    """Before anybody typed anything: what was read is all that is known."""
    return replace(asked, typed=Registration("", "", ""))


def _registration(fields: Fields) -> Registration:
    return Registration(
        fields.from_party,
        fields.to_party,
        fields.subject or "หนังสือประทับตรา",
        fields.book_number,
        letter_date=fields.letter_date,
    )


def _typed(fields: Registration, chance: Random) -> Registration:
    """As clerks type: figures in Thai, blanks or none, a sender in short, here a field that they leave out."""
    book = chance.choice((fields.book_number, thai_digits(fields.book_number), fields.book_number.replace(" ", "")))
    sender = chance.choice((fields.from_party, fields.from_party, fields.from_party.split(" ")[0]))
    left_out = chance.random()
    return replace(
        fields,
        book_number="" if left_out < 0.05 else book,
        letter_date=None if 0.05 <= left_out < 0.1 else fields.letter_date,
        from_party=sender,
    )


def _other(page: PageReading, fields: Registration, chance: Random) -> tuple[str, Registration, PageReading]:
    """The same letter but for one figure: the number of the meeting in its subject, its day, or its book number."""
    wanted = chance.random()
    for kind, differs in (("meeting", wanted < 0.3), ("day", wanted < 0.5), ("number", True)):
        if differs:
            figure, other, changed_fields = _CHANGES[kind](fields)
            changed = _changed(page, figure, other)
            if changed != page:
                return kind, changed_fields, changed
    raise AssertionError(f"no figure of {fields} stands on its page")


def _next_digit(text: str) -> str:
    """The last digit made another one, of its own alphabet."""
    last = chr((ord(text[-1]) & ~0xF) | (ord(text[-1]) + 1 & 0xF) % 10)
    return text[:-1] + last


def _meeting(fields: Registration) -> tuple[str, str, Registration]:
    subject = arabic_digits(fields.subject)
    figure = next((one for one in ("ครั้งที่ 3", "งวดที่ 1", "ระยะที่ 2") if one in subject), "-")
    other = _next_digit(figure) if figure != "-" else "-"
    return figure, other, replace(fields, subject=subject.replace(figure, other))


def _day(fields: Registration) -> tuple[str, str, Registration]:
    day = fields.letter_date or _DAY
    other = day.replace(day=day.day + 1 if day.day % 10 != 9 and day.day < 28 else day.day - 1)
    month = _THAI_MONTHS[day.month - 1]
    return f"{day.day} {month}", f"{other.day} {month}", replace(fields, letter_date=other)


def _number(fields: Registration) -> tuple[str, str, Registration]:
    figure = fields.book_number[fields.book_number.rindex("/") :]
    other = _next_digit(figure)
    return figure, other, replace(fields, book_number=fields.book_number.removesuffix(figure) + other)


_CHANGES = {"meeting": _meeting, "day": _day, "number": _number}


def _changed(page: PageReading, figure: str, other: str) -> PageReading:
    """The page with one figure written otherwise, in as many characters, so that they stay in their places."""
    return replace(page, lines=tuple(_line(line, figure, other) for line in page.lines))


def _line(line: Line, figure: str, other: str) -> Line:
    text = line.text
    at = arabic_digits(text).find(figure)
    if at < 0 or len(figure) != len(other):
        return line
    put = thai_digits(other) if text[at : at + len(figure)] == thai_digits(figure) else other
    text = text[:at] + put + text[at + len(figure) :]
    words, start = [], 0
    for word in line.words:
        words.append(replace(word, text=text[start : start + len(word.text)]))
        start += len(word.text) + 1
    return Line(tuple(words))
