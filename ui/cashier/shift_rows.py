"""Slips as lines of a list."""

from PySide6.QtCore import QCoreApplication

from desktop.cashier.model import Method
from desktop.cashier.shift_model import Slip
from desktop.office.money import format_baht
from ui.kit.chips import Badge
from ui.kit.columns import RIGHT, Column
from ui.kit.rows import RowsModel

translate = QCoreApplication.translate


def slip_rows() -> RowsModel[Slip]:
    columns = (
        Column[Slip](lambda: translate("Slips", "เคาน์เตอร์"), lambda one: one.shift.counter, 84, strong=True),
        Column[Slip](lambda: translate("Slips", "ผู้นำส่ง"), _who, stretch=True),
        Column[Slip](
            lambda: translate("Slips", "เงินสด"), lambda one: format_baht(one.by(Method.CASH)), 96, RIGHT, yields=1
        ),
        Column[Slip](lambda: translate("Slips", "รวมนำส่ง"), lambda one: format_baht(one.total_satang), 104, RIGHT),
        Column[Slip](
            lambda: translate("Slips", "สถานะ"),
            lambda one: state_badge(one).words,
            148,
            badges=lambda one: (state_badge(one),),
        ),
    )
    return RowsModel(columns, key=lambda slip: slip.shift.id)


def _who(slip: Slip) -> str:
    return slip.shift.closing.closed_by_name if slip.shift.closing else ""


def state_badge(slip: Slip) -> Badge:
    if not slip.is_as_closed:
        return Badge(translate("Slips", "ข้อมูลไม่ตรง"), "danger", "danger")
    if slip.shift.received is None:
        return Badge(translate("Slips", "รอรับเงิน"), "attention", "hourglass")
    return Badge(translate("Slips", "รับเงินแล้ว"), "ready", "check", bare=True)
