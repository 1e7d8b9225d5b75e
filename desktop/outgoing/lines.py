"""What a clerk writes on a line, read as a reference or an enclosure; what is not understood stays as it was typed."""

import re
from datetime import date, datetime

from desktop.letters.model import Enclosure, EnclosureKind
from desktop.office.dates import parse_thai_date, thai_date, thai_time, utc_of_local
from desktop.office.thai import arabic_digits
from desktop.outgoing.model import Reference

COUNTED = {
    EnclosureKind.PAPER: "ฉบับ",
    EnclosureKind.SET: "ชุด",
    EnclosureKind.BOOK: "เล่ม",
    EnclosureKind.DISC: "แผ่น",
    EnclosureKind.ITEM: "ชิ้น",
    EnclosureKind.FILE: "ไฟล์",
}
"""How each kind of enclosure is counted."""
_KIND = {words: kind for kind, words in COUNTED.items()}
_AMOUNT = re.compile(rf"^(?P<title>.*?)\s*(?:จำนวน)?\s*(?P<amount>\d+)\s*(?P<kind>{'|'.join(_KIND)})$")
_DATED = re.compile(r"^(?P<rest>.*?)\s*(?:ลงวันที่|ลว\.)\s*(?P<day>.+)$")
_NUMBERED = re.compile(r"^(?:หนังสือ)?\s*(?P<sender>.*?)\s*(?:^|\s)ที่\s+(?P<number>.+)$")

_TIMED = re.compile(r"^(?P<day>.+?)\s+(?:เวลา\s*)?(?P<hour>\d{1,2})[.:](?P<minute>\d{2})$")
_CLOSING_TIME = (16, 30)


def reference_of(line: str, today: date) -> Reference:
    """`หนังสือจังหวัดเชียงใหม่ ที่ ชม 0023.3/ว 2901 ลงวันที่ 4 พฤศจิกายน 2569`, or whatever was written."""
    text, day = " ".join(line.split()), None
    if dated := _DATED.match(text):
        day = parse_thai_date(dated["day"], today)
        text = dated["rest"] if day else text
    if numbered := _NUMBERED.match(text):
        return Reference(numbered["number"], numbered["sender"], day)
    return Reference(text.removeprefix("หนังสือ").strip() if day else text, "", day)


def reference_line(one: Reference) -> str:
    """The reference as a line that `reference_of` reads as the same."""
    day = f" ลงวันที่ {thai_date(one.letter_date, 'long', 'arabic')}" if one.letter_date else ""
    return (f"หนังสือ{one.sender} ที่ {one.book_number}" if one.sender else f"ที่ {one.book_number}") + day


def enclosure_of(line: str) -> Enclosure:
    """`รายชื่อผู้เข้าร่วม จำนวน 1 ชุด`; one ฉบับ where no count is written."""
    text = " ".join(line.split())
    counted = _AMOUNT.match(arabic_digits(text))
    if counted is None or not counted["title"]:
        return Enclosure(text)
    return Enclosure(text[: len(counted["title"])], int(counted["amount"]), _KIND[counted["kind"]])


def enclosure_line(one: Enclosure) -> str:
    return f"{one.title} จำนวน {one.amount} {COUNTED[one.kind]}"


def deadline_of(text: str, today: date) -> datetime | None:
    """The moment of ด่วนภายใน: `20 พ.ย. 69 10.30`; without a time the end of office hours. None for no such moment."""
    words = " ".join(arabic_digits(text).removesuffix("น.").split())
    timed = _TIMED.match(words)
    day = parse_thai_date(timed["day"] if timed else words, today)
    if day is None:
        return None
    hour, minute = (int(timed["hour"]), int(timed["minute"])) if timed else _CLOSING_TIME
    return utc_of_local(day, hour, minute) if hour < 24 and minute < 60 else None


def deadline_line(moment: datetime | None) -> str:
    """The moment as a line that `deadline_of` reads as the same; empty for none."""
    if moment is None:
        return ""
    return f"{thai_date(moment, 'short', 'arabic')} {thai_time(moment, 'arabic').removesuffix(' น.')}"


def lines_of(text: str) -> list[str]:
    """The lines on which something stands."""
    return [line.strip() for line in text.splitlines() if line.strip()]
