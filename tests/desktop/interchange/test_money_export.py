"""The day for the accounting system: its lines come to what is remitted, whenever they are exported."""

import csv
import io
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from desktop.application import Office
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Method, Payment, Receipt
from desktop.cashier.shift_model import Pieces, Slip
from desktop.office.clock import ManualClock
from desktop.office.dates import local_date
from tests.helpers.desk import MORNING, make_desk, make_office, person
from tests.helpers.tills import cash
from tests.helpers.voiding import cancel

MONEY, STATE, WHY = "จำนวนเงิน (บาท)", "สถานะ", "เหตุที่ยกเลิก"


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MORNING)


@pytest.fixture
def office(tmp_path: Path, clock: ManualClock) -> Iterator[Office]:
    desk = make_desk(tmp_path / "desk", clock=clock)
    yield make_office(desk)
    desk.close()


def take(office: Office, months: int) -> Receipt:
    waste = {fee.code: fee for fee in catalogue()}["WASTE_MONTHLY"]
    return office.cashier(person(office, "piyada")).issue(Payment("นายบุญมี ใจคำ", (Charge(waste, months),)))


def lines(office: Office, day: date) -> list[dict[str, str]]:
    text = office.money_export(day, csv=True).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def told(office: Office, day: date) -> list[tuple[str, str, str]]:
    return [(one["เลขที่ใบเสร็จ"], one[MONEY], one[STATE]) for one in lines(office, day)]


def closed(office: Office) -> Slip:
    shifts = office.shifts.acting(person(office, "piyada"))
    shift = shifts.open(Pieces.of({100_00: 20}))
    counted = shifts.count(shift.id, cash(office.shifts.standing(shift.id).expected_satang))
    return shifts.close(shift.id, counted.shift.counts[-1].id)


def test_what_is_cancelled_after_its_day_is_taken_off_on_the_day_on_which_it_was(
    office: Office, clock: ManualClock
) -> None:
    first = local_date(clock.now())
    kept, late, early = (take(office, months) for months in (1, 2, 3))
    cancel(office, early.id, "พิมพ์ผิด")
    slip, before = closed(office), lines(office, first)
    clock.advance(timedelta(days=1))
    cancel(office, late.id, "เช็คคืน")
    new = take(office, 5)
    following, second = closed(office), local_date(clock.now())
    numbers = [f"{one.number:06d}" for one in (kept, late, early, new)]
    assert told(office, first) == [
        (numbers[0], "60.00", "ใช้ได้"),
        (numbers[1], "120.00", "ใช้ได้"),
        (numbers[2], "180.00", "ยกเลิก"),
    ]
    assert told(office, second) == [(numbers[3], "300.00", "ใช้ได้"), (numbers[1], "-120.00", "คืนเงิน")]
    assert [one[MONEY] for one in lines(office, first)] == [one[MONEY] for one in before]
    assert [one[WHY] for one in lines(office, first)] == ["", "เช็คคืน (ยกเลิกเมื่อ 12/11/2569)", "พิมพ์ผิด"]
    assert lines(office, second)[1][WHY] == "เช็คคืน (ออกเมื่อ 11/11/2569)"
    for day, remitted in ((first, slip), (second, following)):
        good = (Decimal(one[MONEY]) for one in lines(office, day) if one[STATE] != "ยกเลิก")
        assert sum(good) * 100 == remitted.by(Method.CASH)


def test_sums_of_the_workbook_are_numbers(office: Office, clock: ManualClock) -> None:
    take(office, 2)
    book = openpyxl.load_workbook(io.BytesIO(office.money_export(local_date(clock.now()))))
    heads, row = book.worksheets[0].iter_rows(values_only=True)
    assert dict(zip(heads, row, strict=True))[MONEY] == 120
