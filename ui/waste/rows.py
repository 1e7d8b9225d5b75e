"""Houses, months, bills and sums as lines of tables."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.cashier.bill_model import MonthBill
from desktop.office.money import format_baht
from desktop.waste.model import Group, Owing
from desktop.waste.rules import street_words
from ui.kit.chips import Badge
from ui.kit.columns import CENTRE, RIGHT, Column
from ui.kit.counted import counted
from ui.kit.days import month_name, months
from ui.kit.rows import RowsModel
from ui.waste import words
from ui.waste.presenter import HouseRow, YearRow

translate = QCoreApplication.translate


def house_rows(month: Callable[[], str]) -> RowsModel[HouseRow]:
    columns = (
        Column[HouseRow](
            lambda: translate("Waste", "บ้านเลขที่"), lambda row: row.account.place.house_no, 92, strong=True
        ),
        Column[HouseRow](
            lambda: translate("Waste", "หมู่/ซอย"), lambda row: street_words(row.account.place), 104, soft=True, yields=1,
            roomy=240,
        ),
        Column[HouseRow](
            lambda: translate("Waste", "ผู้ชำระ"), lambda row: row.account.payer.name, 150, stretch=True,
            tip=lambda row: row.account.payer.name,
        ),
        Column[HouseRow](
            lambda: translate("Waste", "เดือนละ"), lambda row: words.rate(row.account.rate, month()), 116, RIGHT,
            yields=2, roomy=200,
        ),
        Column[HouseRow](
            lambda: translate("Waste", "สถานะ"), lambda row: words.standing_badge(row.account).words, 104,
            badges=lambda row: (words.standing_badge(row.account),), yields=3,
        ),
        Column[HouseRow](
            lambda: translate("Waste", "ค้าง"), lambda row: format_baht(row.satang) if row.owed else "", 92, RIGHT
        ),
    )  # fmt: skip
    return RowsModel(columns, key=lambda row: row.account.id)


def year_rows() -> RowsModel[YearRow]:
    def month(place: int) -> Column[YearRow]:
        def name() -> str:
            return month_name((place + 9) % 12 + 1).replace(".", "")  # twelve of them stand side by side

        def badges(row: YearRow) -> tuple[Badge, ...]:
            bill = row.bills[place]
            return (words.state_badge(bill.state, silent=True),) if bill else ()

        def said(row: YearRow) -> str:
            bill = row.bills[place]
            return words.state_badge(bill.state).words if bill else ""

        return Column[YearRow](name, said, 43, CENTRE, badges=badges, tip=said)

    year = Column[YearRow](lambda: translate("Waste", "ปีงบ"), lambda row: str(row.year_be), 52, strong=True)
    return RowsModel((year, *(month(place) for place in range(12))), key=lambda row: row.year_be)


def bill_rows() -> RowsModel[MonthBill]:
    columns = (
        Column[MonthBill](lambda: translate("Waste", "เดือน"), lambda bill: months((bill.month,)), 96, strong=True),
        Column[MonthBill](
            lambda: translate("Waste", "เลขอ้างอิง"), lambda bill: bill.reference, 116, soft=True, stretch=True
        ),
        Column[MonthBill](
            lambda: translate("Waste", "จำนวนเงิน"), lambda bill: format_baht(bill.total_satang), 96, RIGHT
        ),
        Column[MonthBill](
            lambda: translate("Waste", "สถานะ"), lambda bill: words.state_badge(bill.state).words, 118,
            badges=lambda bill: (words.state_badge(bill.state),),
        ),
    )  # fmt: skip
    return RowsModel(columns, key=lambda bill: bill.bill_id)


def group_rows(unit: Callable[[], str], said: Callable[[Group], str] = lambda one: one.words) -> RowsModel[Group]:
    """`said`: what a group is called."""
    columns = (
        Column[Group](lambda: translate("Waste", "กลุ่ม"), said, 150, stretch=True, tip=said),
        Column[Group](unit, lambda one: f"{one.count:,}", 72, RIGHT),
        Column[Group](lambda: translate("Waste", "จำนวนเงิน"), lambda one: format_baht(one.satang), 116, RIGHT),
    )
    return RowsModel(columns, key=lambda one: one.key)


def owing_rows() -> RowsModel[Owing]:
    columns = (
        Column[Owing](
            lambda: translate("Waste", "บ้านเลขที่"), lambda one: one.account.place.house_no, 92, strong=True
        ),
        Column[Owing](
            lambda: translate("Waste", "หมู่/ซอย"), lambda one: street_words(one.account.place), 104, soft=True, yields=2,
            roomy=200,
        ),
        Column[Owing](lambda: translate("Waste", "ผู้ชำระ"), lambda one: one.account.payer.name, 150, stretch=True),
        Column[Owing](
            lambda: translate("Waste", "เดือนที่ค้าง"), lambda one: months(one.months), 150, yields=1,
            tip=lambda one: months(one.months),
        ),
        Column[Owing](
            lambda: translate("Waste", "ค้างนาน"),
            lambda one: counted(translate("Waste", "{count} เดือน"), one.age).format(count=one.age), 84, RIGHT,
        ),
        Column[Owing](lambda: translate("Waste", "จำนวนเงิน"), lambda one: format_baht(one.satang), 104, RIGHT),
    )  # fmt: skip
    return RowsModel(columns, key=lambda one: one.account.id)
