"""Old registers as town halls keep them in sheets."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import openpyxl

from desktop.interchange.model import Plan, Sheet

HEADINGS = ("เลขทะเบียนรับ", "วันที่รับ", "ที่", "ลงวันที่", "จาก", "ถึง", "เรื่อง", "การปฏิบัติ", "หมายเหตุ")
LINES: tuple[tuple[Any, ...], ...] = (
    (
        "๑",
        "๓ ม.ค. ๒๕๖๘",
        "มท ๐๘๐๘.๒/ว ๑",
        "๒ ม.ค. ๒๕๖๘",
        "กรมส่งเสริมการปกครองท้องถิ่น",
        "นายก",
        "ซักซ้อมแนวทาง",
        "กองคลัง",
        "",
    ),
    ("2", "3/1/2568", "ชม 0023.3/15", "2/1/2568", "อำเภอเมืองเชียงใหม่", "นายก", "ขอเชิญประชุม", "สป.", "ด่วน"),
    (3, "4/1/2568", "-", "", "นายสมชาย ทดสอบ", "นายก", "ขอความอนุเคราะห์ตัดกิ่งไม้", "", ""),
)


def workbook(path: Path, lines: Iterable[Sequence[Any]] = LINES, headings: Sequence[str] = HEADINGS) -> Path:
    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet("ทะเบียนรับ ๒๕๖๘")
    page.append(["ทะเบียนหนังสือรับ"])
    page.append(list(headings))
    for line in lines:
        page.append(list(line))
    book.save(path)
    return path


def csv_file(path: Path, encoding: str, lines: Iterable[Sequence[Any]] = LINES, delimiter: str = ",") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows([HEADINGS, *lines])
    return path


def plan(sheet: Sheet, name: str = "ทะเบียนกลาง", **more: Any) -> Plan:
    return Plan(sheet, sheet.columns, sheet.book, name, **more)


def many(count: int, year: int = 2567) -> Iterable[tuple[Any, ...]]:
    for n in range(1, count + 1):
        day = f"{n % 28 + 1}/{n % 10 + 1}/{year}"
        yield (
            n,
            day,
            f"มท 0808.{n % 9}/{n}",
            day,
            f"หน่วยงานที่ {n % 400}",
            "นายกเทศมนตรี",
            f"ขอความร่วมมือเรื่องที่ {n}",
            "",
            "",
        )
