"""Money: whole satang inside, baht with two decimals or Thai words outside."""

import re

from desktop.office.thai import normalise

MOST = 10**15
"""No sum of an office is larger (satang); a larger one is a slip of the hand."""

_BAHT = re.compile(r"(?P<baht>\d{1,3}(?:,\d{3})+|\d+)?(?:\.(?P<satang>\d{1,2}))?")
_DIGITS = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACES = ("แสน", "หมื่น", "พัน", "ร้อย")
_MILLION = 10**6


def format_baht(satang: int) -> str:
    """`1,234.50`."""
    baht, rest = divmod(abs(satang), 100)
    return f"{'-' if satang < 0 else ''}{baht:,}.{rest:02d}"


def parse_baht(text: str) -> int:
    """Satang of a sum as a clerk types it: `1,234.50`, `๑๒๓๔.๕`, `.25`, `฿100`, `100 บาท`; ValueError for all else."""
    plain = normalise(text).removeprefix("฿").removesuffix("บาท").strip()
    parts = _BAHT.fullmatch(plain)
    if not plain or parts is None:
        raise ValueError(f"not a sum of money: {text!r}")
    baht = int((parts["baht"] or "0").replace(",", ""))
    return _within(baht * 100 + int((parts["satang"] or "0").ljust(2, "0")))


def baht_text(satang: int) -> str:
    """The sum in Thai words, as a receipt bears it (domain 3.5); ValueError below zero or above `MOST`."""
    baht, rest = divmod(_within(satang), 100)
    if not rest:
        return f"{_spoken(baht) or 'ศูนย์'}บาทถ้วน"
    whole = f"{_spoken(baht)}บาท" if baht else ""
    return f"{whole}{_spoken(rest)}สตางค์"


def _within(satang: int) -> int:
    if not 0 <= satang <= MOST:
        raise ValueError(f"a sum must lie between 0 and {MOST} satang: {satang}")
    return satang


def _spoken(number: int) -> str:
    """Words of a whole number in groups of six digits; zero is silent."""
    millions, rest = divmod(number, _MILLION)
    before = f"{_spoken(millions)}ล้าน" if millions else ""
    return before + _six_digits(rest, spoken_before=bool(millions))


def _six_digits(number: int, *, spoken_before: bool) -> str:
    *high, tens, ones = map(int, f"{number:06d}")
    words = "".join(_DIGITS[digit] + place for digit, place in zip(high, _PLACES, strict=True) if digit)
    if tens:
        words += {1: "", 2: "ยี่"}.get(tens, _DIGITS[tens]) + "สิบ"
    if ones == 1 and (words or spoken_before):
        return f"{words}เอ็ด"
    return words + _DIGITS[ones]
