"""Months of one fee stand on a receipt as one line for each run of months; nothing else is drawn together."""

from dataclasses import replace

import pytest

from desktop.application import Office
from desktop.cashier.bill_lines import lines_of
from desktop.cashier.bill_model import Bill
from desktop.cashier.paper import receipt_paper
from desktop.office.months import month_words
from desktop.paper.receipt import Layout, page_count
from tests.desktop.cashier.test_billing import desk, make, office
from tests.helpers.desk import person

__all__ = ["desk", "office"]
LONG = "ค่าธรรมเนียมเก็บ ขน และกำจัดมูลฝอยทั่วไปสำหรับอาคารพาณิชย์ที่มีปริมาณมูลฝอยไม่เกินวันละ 500 ลิตร ตามเทศบัญญัติ พ.ศ. 2566"


def of_month(bill: Bill, month: str, satang: int = 60_00, name: str = "ค่าธรรมเนียมเก็บและขนมูลฝอยทั่วไป") -> Bill:
    words = f"{name} ประจำเดือน {month_words(month)}"
    line = replace(bill.lines[0], description=words, quantity=1, unit_price_satang=satang, amount_satang=satang)
    return replace(bill, month=month, lines=(line,), total_satang=satang)


@pytest.fixture
def bill(office: Office) -> Bill:
    return make(office)


def said(*bills: Bill) -> list[tuple[str, int, int]]:
    return [(words.partition("ประจำเดือน ")[2], count, satang) for _, _, words, count, _, _, satang in lines_of(bills)]


def test_months_that_follow_each_other_are_one_line(bill: Bill) -> None:
    three = [of_month(bill, month) for month in ("2025-11", "2025-10", "2025-12")]
    assert said(*three) == [("ต.ค.–ธ.ค. 2568", 3, 180_00)]
    over = [of_month(bill, month) for month in ("2025-12", "2026-01")]
    assert said(*over) == [("ธ.ค. 2568–ม.ค. 2569", 2, 120_00)]


def test_a_gap_and_another_rate_begin_a_line_of_their_own(bill: Bill) -> None:
    bills = [of_month(bill, "2025-10"), of_month(bill, "2025-12"), of_month(bill, "2026-01", 90_00)]
    assert said(*bills) == [("ต.ค. 2568", 1, 60_00), ("ธ.ค. 2568", 1, 60_00), ("ม.ค. 2569", 1, 90_00)]


def test_what_has_no_month_stays_as_it_stands(bill: Bill) -> None:
    assert [line[2] for line in lines_of((bill, bill))] == 2 * [line.description for line in bill.lines]
    assert sum(line[-1] for line in lines_of((bill, of_month(bill, "2025-10")))) == bill.total_satang + 60_00


def test_three_months_with_a_long_name_fit_one_sheet(bill: Bill, office: Office) -> None:
    """It took two sheets a copy before."""
    lines = lines_of([of_month(bill, month, name=LONG) for month in ("2025-10", "2025-11", "2025-12")])
    receipt = office.bills.paying(person(office, "piyada")).pay(bill.id)
    pattern = receipt.lines[0]
    rows = tuple(
        replace(pattern, description=words, quantity=count, unit=unit, amount_satang=satang)
        for _, _, words, count, unit, _, satang in lines
    )
    profile = office.account_queries.profile()
    paper = receipt_paper(replace(receipt, lines=rows), profile, "กองคลัง", 1)
    assert page_count(paper, Layout.A5) == 1
