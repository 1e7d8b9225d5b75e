"""Bills as lines of a list."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.cashier.bill_model import Bill, BillState
from desktop.cashier.bill_rules import display_bill
from desktop.office.money import format_baht
from ui.kit.chips import Badge
from ui.kit.columns import RIGHT, Column
from ui.kit.days import day
from ui.kit.rows import RowsModel

translate = QCoreApplication.translate


def bill_rows(today: Callable[[], date]) -> RowsModel[Bill]:
    def badges(bill: Bill) -> tuple[Badge, ...]:
        return (state_badge(bill, today()),)

    columns = (
        Column[Bill](lambda: translate("Bills", "เลขที่"), display_bill, 124, strong=True),
        Column[Bill](lambda: translate("Bills", "ผู้ชำระเงิน"), lambda one: one.payer_name, stretch=True, tip=what_for),
        Column[Bill](lambda: translate("Bills", "ครบกำหนด"), due, 104, soft=True, yields=1),
        Column[Bill](lambda: translate("Bills", "จำนวนเงิน"), lambda one: format_baht(one.total_satang), 104, RIGHT),
        Column[Bill](
            lambda: translate("Bills", "สถานะ"), lambda one: state_badge(one, today()).words, 156, badges=badges
        ),
    )
    return RowsModel(columns, key=lambda bill: bill.id)


def due(bill: Bill) -> str:
    return day(bill.due_on)


def what_for(bill: Bill) -> str:
    return "\n".join(line.description for line in bill.lines)


def state_badge(bill: Bill, today: date) -> Badge:
    if bill.is_overdue(today):
        return Badge(translate("Bills", "เลยกำหนด"), "danger", "warning")
    return {
        BillState.OPEN: Badge(translate("Bills", "รอชำระ"), "neutral", bare=True),
        BillState.WAITING: Badge(translate("Bills", "รอเงินโอน"), "attention", "hourglass"),
        BillState.PAID: Badge(translate("Bills", "ชำระแล้ว"), "ready", "check", bare=True),
        BillState.CANCELLED: Badge(translate("Bills", "ยกเลิก"), "danger", "close", bare=True),
    }[bill.state]
