"""Who wrote a letter: the seat at the right of its head, and whoever signed it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from desktop.reading.model import Box
from desktop.suggesting.head import Head, around, confidence, joined, tidy
from desktop.suggesting.labels import Label, at_start, bones
from desktop.suggesting.layout import Piece, Sheet

_ADDRESS = re.compile(
    r"^(?:ถนน|ถ\.|เลขที่|หมู่|ม\.|ตำบล|ต\.|อำเภอ|อ\.|แขวง|เขต|ซอย|ซ\.|กทม|กรุงเทพ|จ\.|โทร|[0-9๐-๙])|[0-9๐-๙]{5}\s*$|^(?:จังหวัด).*[0-9๐-๙]"
)
_PARTS_OF_ADDRESS = tuple(Label(word, 0.6) for word in ("ถนน", "ตำบล", "อำเภอ", "แขวง", "กรุงเทพ", "หมู่ที่", "เลขที่"))
_BEGIN = (
    "ที่ว่าการอำเภอ",
    "ที่ทำการองค์การบริหารส่วนตำบล",
    "สำนักงานเทศบาลตำบล",
    "สำนักงานเทศบาลเมือง",
    "สำนักงานเทศบาลนคร",
    "องค์การบริหารส่วนตำบล",
    "องค์การบริหารส่วนจังหวัด",
    "ศาลากลางจังหวัด",
    "เทศบาลตำบล",
    "เทศบาลเมือง",
    "มหาวิทยาลัย",
    "โรงพยาบาล",
    "สำนักงาน",
)
"""As names of offices begin, the longer ones first."""
_SPOILT = 7
"""Of so many letters one may be misread."""
_SEATS = (
    (re.compile(r"^ศาลากลาง(?=จังหวัด)"), ""),
    (re.compile(r"^ที่ว่าการ(?=อำเภอ)"), ""),
    (re.compile(r"^ที่ทำการ(?=องค์)"), ""),
    (re.compile(r"^(?:สำนักงาน|ที่ทำการ)(?=เทศบาล|องค์การบริหาร)"), ""),
)
_POSTS = (
    (re.compile(r"^(?:รอง)?ผู้ว่าราชการ(?=จังหวัด)"), ""),
    (re.compile(r"^นาย(?=อำเภอ|องค์การ)"), ""),
    (re.compile(r"^นายก(?=องค์การ)"), ""),
    (re.compile(r"^นายกเทศมนตรี"), "เทศบาล"),
    (re.compile(r"^(?:รอง)?อธิบดี(?=กรม)"), ""),
    (re.compile(r"^ผู้อำนวยการ(?=สำนักงาน|โรงเรียน.{2}|โรงพยาบาล)"), ""),
)
_BARE = 10
"""`ผู้อำนวยการสำนักงาน` does not say of which."""
_OF_WHICH = re.compile("(?:จังหวัด|อำเภอ|ตำบล|เทศบาล|เทศบาลเมือง)$")
"""Nor does a name that ends so: it goes on in the next line, or was left off under a signature."""
_SEAL_MM = 70.0
"""How far the office's name can stand over the day, with the seal between them."""
_TELEPHONE = re.compile(r"\s*(?:โทร|โฑร|ไทร)\S*.*$")
_BRACKETED = re.compile(r"^[(\[{].{6,}[)\]}]?$|^.{6,}[)\]}]$")


@dataclass(frozen=True)
class Party:
    """`sure`: 0 to 1, how well its words were read. `lines`: on how many it stands."""

    name: str
    box: Box
    sure: float
    lines: int = 1


def of_seat(sheet: Sheet, head: Head) -> Party | None:
    """The office whose seat stands at the right of an external letter's number."""
    if head.number is None:
        return None
    lines: list[Piece] = []
    for piece in _right_of_head(sheet, head):
        if lines and (abs(piece.box.left - lines[0].box.left) > 6 or not _goes_on(lines[-1], piece)):
            break
        lines.append(piece)
    if not lines:
        return None
    return Party(
        _renamed(joined(tidy(one.text) for one in lines), _SEATS), around(lines), confidence(lines), len(lines)
    )


def _goes_on(line: Piece, below: Piece) -> bool:
    """Whether the name of an office is continued in the line below; one that lacks its last word is, by what is but
    like the beginning of an address."""
    if _ADDRESS.search(tidy(below.text)):
        return False
    return bool(_OF_WHICH.search(tidy(line.text))) or not any(at_start(below, part) for part in _PARTS_OF_ADDRESS)


def _right_of_head(sheet: Sheet, head: Head) -> Iterator[Piece]:
    """The pieces beside the number and under them, down to the next label."""
    assert head.number is not None
    top = head.number.piece.box.top - sheet.pitch * 0.8
    for piece in sheet.pieces:
        if top <= piece.box.top < head.begins - 1.0 and piece.box.left > 95.0:
            yield piece


def of_memo(head: Head) -> Party | None:
    """ส่วนราชการ without its telephone."""
    if head.unit is None:
        return None
    block = head.block(head.unit)
    name = _TELEPHONE.sub("", block.text)
    return Party(name, block.box, block.confidence) if name else None


def of_seal(sheet: Sheet, day: Box) -> Party | None:
    """The office over its seal: the nearest text that stands in the middle above the day."""
    middle = day.left + day.width / 2
    above = [piece for piece in sheet.pieces if day.top - _SEAL_MM < piece.box.bottom < day.top - 2]
    over = [
        piece
        for piece in above
        if abs(piece.box.left + piece.box.width / 2 - middle) < 15 and len(tidy(piece.text)) > 5
    ]
    if not over:
        return None
    best = over[-1]
    return Party(_renamed(tidy(best.text), _SEATS), best.box, best.confidence)


def of_signer(sheet: Sheet, head: Head) -> Party | None:
    """The office at whose head the signer stands, told by the line under the name in brackets."""
    below = [piece for piece in sheet.pieces if piece.box.top > head.ends and piece.box.left > 70]
    for piece, position in pairwise(below):
        near = 0 < position.box.bottom - piece.box.bottom < sheet.pitch * 1.6
        if near and _BRACKETED.match(tidy(piece.text)):
            name = _renamed(tidy(position.text), _POSTS)
            if name != tidy(position.text) and len(name) > _BARE and not _OF_WHICH.search(name):
                return Party(name, position.box, position.confidence)
    return None


def _begun(text: str) -> str:
    """A name of which no more than a letter in seven of its first words was misread, with them as they are spelt."""
    for words in _BEGIN:
        ends = range(len(words) - 1, len(words) + 2)
        off, end = min((Levenshtein.distance(text[:end], words), abs(end - len(words)), end) for end in ends)[::2]
        if off <= len(words) // _SPOILT and (end >= len(text) or bones(text[end])):
            return words + text[end:]
    return text


def _renamed(text: str, rules: "Sequence[tuple[re.Pattern[str], str]]") -> str:
    """The office that a seat or a post belongs to; the text itself where no rule knows it."""
    text = _begun(text.strip("- "))
    for pattern, instead in rules:
        renamed, count = pattern.subn(instead, text, count=1)
        if count:
            return renamed.strip()
    return text
