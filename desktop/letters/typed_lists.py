"""สิ่งที่ส่งมาด้วย and อ้างถึง as a clerk types them: a line for each, as it stands on the paper."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from desktop.letters.model import Citation, Enclosure, EnclosureKind
from desktop.office.dates import parse_thai_date, thai_date
from desktop.office.thai import arabic_digits

L = TypeVar("L", Enclosure, Citation)
_PLACE = re.compile(r"^\s*[0-9๐-๙]{1,2}[.)]\s*")
_DATED = re.compile(r"^(?P<number>.*?)[\s,(]*(?:ลงวันที่|ลว\.?)\s*(?P<day>[^)]+?)\)?\s*$")
_COUNTERS = {
    EnclosureKind.PAPER: "ฉบับ",
    EnclosureKind.SET: "ชุด",
    EnclosureKind.BOOK: "เล่ม",
    EnclosureKind.DISC: "แผ่น",
    EnclosureKind.ITEM: "ชิ้น",
    EnclosureKind.FILE: "ไฟล์",
}
_COUNTED = {words: kind for kind, words in _COUNTERS.items()} | {"อัน": EnclosureKind.ITEM, "รายการ": EnclosureKind.ITEM}
_AMOUNT = re.compile(
    rf"^(?P<title>.*?)\s*(?:จำนวน\s*)?(?P<amount>[0-9๐-๙]{{1,4}})\s*(?P<counter>{'|'.join(_COUNTED)})\.?$"
)


def enclosures_of(text: str, shown: Sequence[Enclosure] = ()) -> tuple[Enclosure, ...]:
    """`แบบรายงาน จำนวน ๒ ชุด` is two sets of แบบรายงาน; a line without an amount is one paper.

    A line that stands as one of `shown` was written is that one.
    """
    return _read(text, shown, enclosure_line, _enclosure)


def enclosure_line(one: Enclosure) -> str:
    """`แบบรายงาน 2 ชุด`"""
    return f"{one.title} {one.amount} {_COUNTERS[one.kind]}"


def citations_of(text: str, today: date, shown: Sequence[Citation] = ()) -> tuple[Citation, ...]:
    """`หนังสือ ที่ ชม ๕๒๓๐๑/๗๗ ลงวันที่ ๑ พ.ย. ๒๕๖๙`; words after ลงวันที่ that are no day stay with the number.

    `shown` as in `enclosures_of`.
    """
    return _read(text, shown, citation_line, lambda line: _citation(line, today))


def citation_line(one: Citation) -> str:
    """The line as it is typed: number and, where it is known, the day."""
    return (
        f"{one.book_number} ลงวันที่ {thai_date(one.letter_date, 'short', 'arabic')}"
        if one.letter_date
        else one.book_number
    )


def _read(text: str, shown: Sequence[L], written: Callable[[L], str], parse: Callable[[str], L]) -> tuple[L, ...]:
    """Each of `shown` is given once, in its order; what is not as one of them was written is read anew."""
    left = [(_tidy(written(one)), one) for one in shown]
    found: list[L] = []
    for line in filter(None, map(_tidy, text.splitlines())):
        place = next((at for at, (words, _) in enumerate(left) if words == line), None)
        plain = _PLACE.sub("", line)
        if place is not None:
            found.append(left.pop(place)[1])
        elif plain:
            found.append(parse(plain))
    return tuple(found)


def _tidy(line: str) -> str:
    return " ".join(line.split())


def _enclosure(line: str) -> Enclosure:
    found = _AMOUNT.fullmatch(line)
    if found is None or not found["title"]:
        return Enclosure(line)
    return Enclosure(found["title"], int(arabic_digits(found["amount"])), _COUNTED[found["counter"]])


def _citation(line: str, today: date) -> Citation:
    found = _DATED.fullmatch(line)
    day = parse_thai_date(found["day"], today) if found and found["number"] else None
    return Citation(found["number"], day) if found and day else Citation(line)
