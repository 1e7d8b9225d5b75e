"""What the room of waste fees calls things."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.cashier.bill_model import BillState
from desktop.office.money import format_baht
from desktop.waste.model import Account, Group, Rate, Standing, View
from desktop.waste.rules import charge_of
from ui.kit.chips import Badge
from ui.kit.days import months

translate = QCoreApplication.translate


def view(which: View) -> str:
    return {
        View.ALL: translate("Waste", "ทั้งหมด"),
        View.CHARGED: translate("Waste", "จัดเก็บ"),
        View.EXEMPT: translate("Waste", "ยกเว้น"),
        View.STOPPED: translate("Waste", "หยุด"),
    }[which]


def standing(which: Standing) -> str:
    return {
        Standing.CHARGED: translate("Waste", "จัดเก็บ"),
        Standing.EXEMPT: translate("Waste", "ยกเว้น"),
        Standing.STOPPED: translate("Waste", "หยุด"),
    }[which]


def standing_badge(account: Account) -> Badge:
    if account.standing is None:
        return Badge(translate("Waste", "ยังไม่เริ่ม"), bare=True)
    icons = {Standing.CHARGED: "check", Standing.EXEMPT: "info", Standing.STOPPED: "close"}
    tone = "ready" if account.standing is Standing.CHARGED else "neutral"
    return Badge(standing(account.standing), tone, icons[account.standing], bare=True)  # type: ignore[arg-type]


def rate(which: Rate | None, month: str) -> str:
    """`60.00`, or `45 ลิตร · 150.00`."""
    charge = charge_of(which, month) if which is not None else None
    if which is None or charge is None:
        return translate("Waste", "ไม่มีอัตรา")
    money = format_baht(charge.amount_satang)
    if which.litres is None:
        return money
    return translate("Waste", "{litres:,} ลิตร · {money}").format(litres=which.litres, money=money)


def group(by: str, one: Group) -> str:
    """What a group of arrears is called, summed by moo, soi, month or age."""
    if by == "month":
        return months((one.key,))
    return _AGES[one.key]() if by == "age" else one.words


_AGES: dict[str, Callable[[], str]] = {
    "0": lambda: translate("Waste", "1–3 เดือน"),
    "1": lambda: translate("Waste", "4–6 เดือน"),
    "2": lambda: translate("Waste", "7–12 เดือน"),
    "3": lambda: translate("Waste", "เกิน 1 ปี"),
}
_STATES: dict[BillState, tuple[Callable[[], str], str, str]] = {
    BillState.OPEN: (lambda: translate("Waste", "ค้าง"), "attention", "hourglass"),
    BillState.WAITING: (lambda: translate("Waste", "รอเงินโอน"), "attention", "sending"),
    BillState.PAID: (lambda: translate("Waste", "ชำระแล้ว"), "ready", "check"),
    BillState.CANCELLED: (lambda: translate("Waste", "ยกเลิก"), "danger", "close"),
}


def state_badge(state: BillState, *, silent: bool = False) -> Badge:
    words, tone, icon = _STATES[state]
    return Badge(words(), tone, icon, bare=True, silent=silent)  # type: ignore[arg-type]
