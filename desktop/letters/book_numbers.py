"""Book numbers (เลขที่หนังสือ) as papers bear them and people copy them: read in every form, never refused.

A number is a letter code and an office, then a dispatch number that a short word may lead (`ชม 52301.2/ว 31`); or it
runs through a year (`12/2569`); or there is none; or it is words that only its writer understands.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from desktop.office.thai import normalise_book_number

NONE = "-"
_NOTHING = frozenset({"", "-", "--", "---", ".", "ไม่มี", "ไม่มีเลข", "ไม่มีเลขที่", "ไม่มีที่", "ไม่ปรากฏ", "ไม่ระบุ"})
_LEAD = re.compile(r"^(?:(?:บันทึกข้อความ|หนังสือ|คำสั่ง|ประกาศ|อ้างถึง)\s*)?(?:ลับ(?:มาก|ที่สุด)?\s*)?(?:เลขที่|ที่|เลข)[\s:.]*")
_DATED = re.compile(r"[\s,(]*(?:ลงวันที่|ลว\.?|วันที่).*$")
_OFFICE = re.compile(
    r"(?P<agency>(?:[ก-ฮ]{1,4}(?![ก-ฮ])\.?|(?:[ก-ฮ]{1,2}\.){2,}))\s*(?P<branch>\([ก-ฮ]{1,6}\))?\s*"
    r"(?P<office>\d[\dก-ฮ]*(?:\s?[.-]\s?\d+|\s?\(\s?[\dก-ฮ.]+\s?\))*)\s*[/\\]\s*"
    r"(?:(?P<series>[ก-ฮ]{1,4})\.?)?\s*(?P<number>\d[\d.-]*)"
)
_YEARLY = re.compile(r"(?:(?P<series>ว)\.?\s*)?(?P<number>\d{1,5})\s*[/\\]\s*(?P<year>(?:25|26)\d\d)")


class Form(StrEnum):
    OFFICE = "office"
    """Letter code, office and dispatch number: external letters and memos."""
    YEARLY = "yearly"
    """A number of a year (พ.ศ.): orders, announcements, memos of some divisions."""
    NONE = "none"
    FREE = "free"


@dataclass(frozen=True)
class BookNumber:
    """`raw` as it stands on the paper; `key` is the one spelling under which it is compared, never shown.

    `series`: the short word before the number (ว for circulars); empty where the form has no such part.
    """

    raw: str
    key: str
    form: Form
    agency: str = ""
    office: str = ""
    series: str = ""
    number: str = ""
    year_be: int | None = None

    @property
    def is_circular(self) -> bool:
        return self.series == "ว"


def parse(raw: str) -> BookNumber:
    """Reads a book number; whatever it is, `raw` is kept and `parse(it.key).key == it.key`."""
    plain = normalise_book_number(raw)
    text = _DATED.sub("", plain)
    text = _LEAD.sub("", text).strip(" ,;")
    if text.replace(" ", "") in _NOTHING:
        return BookNumber(raw, NONE, Form.NONE)
    return _read(raw, text) or _read(raw, text.rpartition("ที่")[2].strip()) or BookNumber(raw, plain, Form.FREE)


def key_of(raw: str) -> str:
    """The one spelling under which a book number is compared; `-` where there is none."""
    return parse(raw).key


def _read(raw: str, text: str) -> BookNumber | None:
    if found := _YEARLY.fullmatch(text):
        lead = f"{found['series']} " if found["series"] else ""
        number, year = str(int(found["number"])), int(found["year"])
        return BookNumber(raw, f"{lead}{number}/{year}", Form.YEARLY, "", "", found["series"] or "", number, year)
    found = _OFFICE.fullmatch(text)
    return _of_office(raw, found) if found else None


def _of_office(raw: str, found: re.Match[str]) -> BookNumber:
    agency, series, number = found["agency"], found["series"] or "", found["number"]
    if agency.count(".") == 1:
        agency = agency.removesuffix(".")
    if found["branch"]:
        agency = f"{agency} {found['branch']}"
    office = found["office"].replace(" ", "")
    key = f"{agency} {office}/{series + ' ' if series else ''}{number}"
    return BookNumber(raw, key, Form.OFFICE, agency, office, series, number)
