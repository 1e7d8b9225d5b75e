"""ใบคั่นหนังสือ: the sheet that is laid before each letter of a stack, so that one scan becomes many letters.

Both sides of the paper bear it, whichever way it lies in the feeder; the same sheets serve again and again.
"""

from collections.abc import Iterator
from datetime import datetime

from desktop.paper.ops import Face, Op, Paper, QrCode, Rect, Sheet, Text
from desktop.paper.pdf import to_pdf

CODE = "THESABAN-NEXT-LETTER-1"
"""What its QR code says: no letter's number, nothing of the office."""
WIDTH_MM, HEIGHT_MM = 210.0, 297.0
_QR_MM = 80.0
_INK, _QUIET = "#111111", "#4A5553"


def separators_pdf(office_name: str, made_at: datetime, count: int) -> bytes:
    """`count` sheets of A4, each on both of its sides where the printer prints both."""
    sheet = Sheet(WIDTH_MM, HEIGHT_MM, tuple(_ops(office_name)))
    return to_pdf(Paper("ใบคั่นหนังสือ", office_name, made_at, (sheet,) * (2 * count)))


def is_separator(code: str) -> bool:
    return code == CODE


def _ops(office_name: str) -> Iterator[Op]:
    middle = WIDTH_MM / 2
    yield Rect(15.0, 15.0, WIDTH_MM - 30.0, HEIGHT_MM - 30.0, line_mm=1.2, colour=_INK)
    yield Text(middle, 48.0, "ใบคั่นหนังสือ", 48, Face.BOLD, "centre", _INK)
    yield Text(middle, 62.0, "หนังสือฉบับใหม่เริ่มที่แผ่นถัดไป", 24, align="centre", colour=_INK)
    yield QrCode(middle - _QR_MM / 2, 86.0, _QR_MM, CODE)
    for line, words in enumerate(_HOW):
        yield Text(middle, 194.0 + 12.0 * line, words, 22, align="centre", colour=_INK)
    yield Text(middle, 270.0, office_name, 16, align="centre", colour=_QUIET)


_HOW = (
    "วางใบนี้ไว้หน้าหนังสือทุกฉบับ แล้วสแกนทั้งกองในครั้งเดียว",
    "โปรแกรมแยกเป็นฉบับให้ และเอาใบคั่นออกเอง",
    "เก็บใบนี้ไว้ใช้ซ้ำได้ พับหรือเขียนทับรหัสไม่ได้",
)
