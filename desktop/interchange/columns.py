"""Which column of a sheet holds what, by the headings that Thai offices write over them (forms 13 and 14)."""

import re
from collections.abc import Mapping, Sequence

from desktop.interchange.model import Book, Cell, Column, Line
from desktop.office.thai import normalise

_HEADINGS: dict[Column, tuple[str, ...]] = {
    Column.NUMBER: (
        "เลขทะเบียนรับ", "เลขรับ", "เลขที่รับ", "ทะเบียนรับ", "ทะเบียนรับที่", "รับที่", "เลขทะเบียนส่ง", "เลขส่ง", "เลขที่ส่ง",
        "ทะเบียนส่ง", "ทะเบียนส่งที่", "ส่งที่", "เลขทะเบียน", "เลขออก", "เลขที่ออก", "registration number", "number", "no",
        "dispatch number",
    ),
    Column.DAY: (
        "วันที่รับ", "รับวันที่", "วันรับ", "ว/ด/ปที่รับ", "วันเดือนปีที่รับ", "วันที่ส่ง", "ส่งวันที่", "วันเดือนปีที่ส่ง", "วันที่ลงรับ",
        "วันที่ออก", "วันที่ลงทะเบียน", "received", "date received", "date sent",
    ),
    Column.BOOK_NUMBER: (
        "ที่", "ที่หนังสือ", "เลขที่หนังสือ", "หนังสือที่", "เลขหนังสือ", "เลขที่", "book number", "letter number", "ที่(เลขที่หนังสือ)",
    ),
    Column.LETTER_DATE: (
        "ลงวันที่", "วันที่หนังสือ", "หนังสือลงวันที่", "ลว", "ลวท", "วันที่ในหนังสือ", "letter date", "dated", "วันที่",
    ),
    Column.FROM_PARTY: ("จาก", "ผู้ส่ง", "หน่วยงานที่ส่ง", "หน่วยงานผู้ส่ง", "หนังสือจาก", "from", "sender", "หน่วยงานเจ้าของเรื่อง"),
    Column.TO_PARTY: ("ถึง", "เรียน", "ผู้รับ", "หน่วยงานที่รับ", "หน่วยงานผู้รับ", "ส่งถึง", "to", "addressee", "receiver"),
    Column.SUBJECT: ("เรื่อง", "ชื่อเรื่อง", "หัวเรื่อง", "รายการ", "สาระสำคัญ", "subject", "title"),
    Column.ACTION_TAKEN: ("การปฏิบัติ", "การดำเนินการ", "ผู้ปฏิบัติ", "ผู้รับผิดชอบ", "การสั่งการ", "action", "action taken"),
    Column.REMARKS: ("หมายเหตุ", "remark", "remarks", "note", "notes"),
    Column.URGENCY: ("ชั้นความเร็ว", "ความเร่งด่วน", "ความเร็ว", "urgency"),
    Column.SECRECY: ("ชั้นความลับ", "ความลับ", "secrecy"),
    Column.YEAR: ("ปี", "ปีพศ", "พศ", "ประจำปี", "year"),
}  # fmt: skip
_HOUSES: dict[Column, tuple[str, ...]] = {
    Column.HOUSE_NO: ("บ้านเลขที่", "เลขที่บ้าน", "เลขที่", "house no", "house number"),
    Column.MOO: ("หมู่", "หมู่ที่", "ม", "moo", "village"),
    Column.TROK: ("ตรอก", "trok"),
    Column.SOI: ("ซอย", "ซ", "soi"),
    Column.ROAD: ("ถนน", "ถ", "road"),
    Column.TAMBON: ("ตำบล", "แขวง", "tambon"),
    Column.HOUSE_CODE: ("รหัสประจำบ้าน", "รหัสบ้าน", "house code"),
    Column.PAYER: ("ผู้ชำระ", "ผู้ชำระเงิน", "ชื่อผู้ชำระ", "ชื่อ-สกุล", "ชื่อสกุล", "ชื่อ", "เจ้าบ้าน", "ชื่อเจ้าบ้าน", "payer", "name"),
    Column.PAYER_ADDRESS: ("ที่อยู่ผู้ชำระ", "ที่อยู่จัดส่ง", "ที่อยู่ส่งใบแจ้ง", "ที่อยู่", "payer address", "address"),
    Column.PAYER_NUMBER: ("เลขประจำตัวประชาชน", "เลขบัตรประชาชน", "เลขบัตร", "national id"),
    Column.RATE: ("อัตรา", "อัตราต่อเดือน", "อัตราเดือนละ", "ค่าธรรมเนียม", "เดือนละ", "บาท/เดือน", "rate", "fee"),
    Column.LITRES: ("ปริมาณ", "ปริมาณต่อวัน", "ลิตร", "ลิตรต่อวัน", "ปริมาณขยะ", "ลิตร/วัน", "litres", "volume"),
    Column.START: ("เริ่ม", "เริ่มเก็บ", "เดือนที่เริ่ม", "วันที่เริ่ม", "เริ่มเดือน", "start"),
    Column.STOP: ("เลิก", "หยุด", "เดือนที่เลิก", "วันที่เลิก", "วันที่หยุด", "stop"),
    Column.STANDING: ("สถานะ", "ยกเว้น", "การจัดเก็บ", "standing", "exempt"),
    Column.REASON: ("เหตุผล", "เหตุที่ยกเว้น", "เหตุ", "reason"),
    Column.NOTE: ("หมายเหตุ", "note", "remark", "remarks"),
}  # fmt: skip


def _plainly(headings: Mapping[Column, tuple[str, ...]]) -> dict[str, Column]:
    return {_UNMARKED.sub("", normalise(word)): column for column, words in headings.items() for word in words}


_UNMARKED = re.compile(r"[\s.:()\-/]")
_PLAIN = {re.sub(r"[\s.:()]", "", normalise(word)): column for column, words in _HEADINGS.items() for word in words}
_PLAIN_HOUSES = _plainly(_HOUSES)
_LOOKED_AT = 30
"""A register's headings stand in its first lines, under the office's name and the day."""


def heading_of(cell: Cell) -> Column | None:
    plain = re.sub(r"[\s.:()]", "", normalise(str(cell))) if isinstance(cell, str) else ""
    return _PLAIN.get(plain)


def recognise(lines: Sequence[Line]) -> tuple[int, dict[int, Column]]:
    """The line of the headings (from 1; 0 when there is none) and what each column holds."""
    best, found = 0, dict[int, Column]()
    for place, line in enumerate(lines[:_LOOKED_AT], start=1):
        columns = _columns(line)
        if len(columns) > len(found):
            best, found = place, columns
    return (best, found) if len(found) >= 2 else (0, {})


def recognise_houses(lines: Sequence[Line]) -> tuple[int, dict[int, Column]]:
    """As `recognise`, of a list of houses; what stands in brackets behind a heading (บาท, ลิตร/วัน) does not count."""
    best, found = 0, dict[int, Column]()
    for place, line in enumerate(lines[:_LOOKED_AT], start=1):
        columns: dict[int, Column] = {}
        for at, cell in enumerate(line):
            said = normalise(re.sub(r"\(.*?\)", "", str(cell))) if isinstance(cell, str) else ""
            column = _PLAIN_HOUSES.get(_UNMARKED.sub("", said))
            if column is not None and column not in columns.values():
                columns[at] = column
        if len(columns) > len(found):
            best, found = place, columns
    return (best, found) if len(found) >= 2 else (0, {})


def _columns(line: Line) -> dict[int, Column]:
    """The first column of each kind; a plain วันที่ is the day of the register where the letter's own has its column."""
    found: dict[int, Column] = {}
    for place, cell in enumerate(line):
        column = heading_of(cell)
        if column is Column.LETTER_DATE and column in found.values() and Column.DAY not in found.values():
            before = next(at for at, held in found.items() if held is column)
            if "".join(normalise(str(line[before])).split()) == "วันที่":
                found[before] = Column.DAY
            else:
                column = Column.DAY
        if column is not None and column not in found.values():
            found[place] = column
    return found


def book_of(lines: Sequence[Line]) -> Book:
    """What the words over the columns and in the title call the register; the incoming one where they don't tell."""
    words = " ".join(normalise(str(cell)) for line in lines[:_LOOKED_AT] for cell in line if isinstance(cell, str))
    incoming = re.search(r"ทะเบียน(หนังสือ)?รับ|เลขที่?รับ|วันที่?รับ|received", words)
    found = next((book for book, pattern in _BOOKS.items() if re.search(pattern, words)), Book.INCOMING)
    return Book.INCOMING if incoming else found


_BOOKS = {
    Book.ORDER: r"ทะเบียน(คุม)?คำสั่ง|คำสั่งที่",
    Book.ANNOUNCEMENT: r"ทะเบียน(คุม)?ประกาศ|ประกาศที่",
    Book.CIRCULAR: r"ทะเบียน(คุม)?หนังสือเวียน|ทะเบียน.{0,10}\(?ว\)?(\s|$)",
    Book.MEMO: r"ทะเบียน(คุม)?บันทึกข้อความ",
    Book.EVIDENCE: r"ทะเบียน(คุม)?หนังสือรับรอง",
    Book.OUTGOING: r"ทะเบียน(หนังสือ)?ส่ง|เลขที่?ส่ง|เลขที่?ออก|ทะเบียน(หนังสือ)?ออก|dispatch",
}
