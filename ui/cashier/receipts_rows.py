"""Receipts as lines of a list."""

from PySide6.QtCore import QCoreApplication

from desktop.cashier.model import Receipt
from desktop.cashier.rules import display_number
from desktop.office.dates import BANGKOK
from desktop.office.money import format_baht
from ui.kit.chips import Badge
from ui.kit.columns import RIGHT, Column
from ui.kit.marks import journey_badge
from ui.kit.rows import RowsModel

translate = QCoreApplication.translate


def columns() -> tuple[Column[Receipt], ...]:
    return (
        Column(lambda: translate("Receipts", "เลขที่"), display_number, 116, strong=True),
        Column(lambda: translate("Receipts", "เวลา"), clock, 64, soft=True),
        Column(lambda: translate("Receipts", "ผู้ชำระเงิน"), lambda one: one.payer_name, stretch=True, tip=what_for),
        Column(lambda: translate("Receipts", "จำนวนเงิน"), lambda one: format_baht(one.total_satang), 104, RIGHT),
        Column(lambda: translate("Receipts", "สถานะ"), state, 108, badges=badges),
        Column(lambda: "", journey, 36, badges=lambda one: (journey_badge(one.mark),), tip=journey),
    )


def clock(receipt: Receipt) -> str:
    return f"{receipt.issued_at.astimezone(BANGKOK):%H:%M}"


def what_for(receipt: Receipt) -> str:
    elaas = [f"e-LAAS {receipt.elaas}"] if receipt.elaas else []
    return "\n".join([*(line.description for line in receipt.lines), *elaas])


def state(receipt: Receipt) -> str:
    if receipt.void is not None:
        return translate("Receipts", "ยกเลิก")
    return translate("Receipts", "ออกแล้ว")


def journey(receipt: Receipt) -> str:
    return journey_badge(receipt.mark).words


def badges(receipt: Receipt) -> tuple[Badge, ...]:
    if receipt.void is not None:
        return (Badge(state(receipt), "danger", "close"),)
    return (Badge(state(receipt), "ready", "check", bare=True),)


def receipt_rows() -> RowsModel[Receipt]:
    return RowsModel(columns(), key=lambda receipt: receipt.id)
