"""Certificates that the demo municipality issued before the program came: acts of the centre, dated back from today."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from desktop.certificates import mutations as verbs
from desktop.office.numbers import Taken
from tools.demo_municipality import LOGINS, identity, unit_id

SERIES = "certificates.FOOD"


@dataclass(frozen=True)
class Old:
    """`due_in`: in how many days its next yearly fee falls due; less than 0, when it fell due."""

    holder: str
    shop: str
    where: str
    area: int
    due_in: int


OLD = (
    Old("นางคำนึง ลองทำ", "ก๋วยเตี๋ยวป้าคำนึง", "12/4 หมู่ที่ 3 ถนนเลียบคลองชลประทาน", 64, -24),
    Old("นายเฉลิม สาธิตพานิช", "ข้าวซอยเฉลิมสาธิต", "88 หมู่ที่ 5 ถนนสมมุติ", 120, 12),
    Old("นางสาวอรุณ ตัวอย่างครัว", "ครัวอรุณตัวอย่าง", "7/21 หมู่ที่ 8 ซอยทดลอง 2", 48, 21),
    Old("นายทองแทน สมมุติทอง", "หมูปิ้งทองแทน", "33/1 หมู่ที่ 6 ซอยสาธิต 3", 18, 95),
    Old("นายบุญเทียม ชิมลอง", "น้ำเต้าหู้บุญเทียม", "55/2 หมู่ที่ 2 ตลาดสดสาธิต", 20, 150),
)

MOVED = "หมูปิ้งทองแทน"
"""Of a shop that moved away without a word; it is revoked."""


def acts_of(today: date) -> Iterator[tuple[Any, Any]]:
    """(mutation, body) of each, oldest first and numbered from 1 in the year in which it was issued."""
    numbers: dict[int, int] = {}
    for old in sorted(OLD, key=lambda one: one.due_in):
        issued = today + timedelta(days=old.due_in - 365)
        year = issued.year + 543
        numbers[year] = numbers.get(year, 0) + 1
        yield verbs.ISSUE, _issued(old, issued, Taken(SERIES, year, numbers[year], bytes(16), 0, 1))


def _issued(old: Old, day: date, taken: Taken) -> verbs.IssueCertificate:
    answers = {
        "nationality": "ไทย", "address": f"{old.where} ตำบลแม่เหียะ", "shop_name": old.shop, "use": "sell",
        "area_m2": str(old.area), "premises": old.where,
    }  # fmt: skip
    return verbs.IssueCertificate(
        identity(f"certificate {old.shop}"),
        taken,
        "food_notification",
        "2569-1",
        "first",
        old.holder,
        old.shop,
        old.where,
        tuple(verbs.AnswerPart(code, value) for code, value in answers.items()),
        unit_id("HLT"),
        day.isoformat(),
        day.isoformat(),
        day.isoformat(),
        LOGINS["u_mayor"][1],
        "นายกเทศมนตรีเมืองแม่เหียะ",
        1,
        LOGINS["u_clerk"][1],
        counter="C1",
        receipt=verbs.ReceiptPart(3, 20 + taken.n, day.isoformat(), 300_00),
    )
