"""What is not paid: bills to tick, with what they are for, the house, and by when."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.office.money import format_baht
from ui.cashier.bills_rows import due
from ui.cashier.units import several
from ui.counter.pay_presenter import Line
from ui.kit.chips import Badge
from ui.kit.columns import RIGHT, Column
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.rows import RowsModel
from ui.kit.table import TableView

translate = QCoreApplication.translate
_ROWS = 5
"""So many bills are seen without scrolling, where there are as many."""


def owed_rows() -> RowsModel[Line]:
    columns = (
        Column[Line](lambda: translate("Citizens", "จ่ายวันนี้"), _ticked, 104, badges=_mark),
        Column[Line](lambda: translate("Citizens", "ค้างชำระ"), _what, 140, stretch=True, strong=True, tip=_what),
        Column[Line](lambda: translate("Citizens", "จำนวน"), _how_many, 88, soft=True, yields=3),
        Column[Line](lambda: translate("Citizens", "บ้าน"), lambda one: one.owed.where, 96, soft=True, yields=2),
        Column[Line](lambda: translate("Citizens", "ครบกำหนด"), lambda one: due(one.bill), 100, soft=True, yields=1),
        Column[Line](lambda: translate("Citizens", "บาท"), _baht, 96, RIGHT),
    )
    return RowsModel(columns, key=lambda one: one.bill.id)


def _what(line: Line) -> str:
    return line.owed.what


def _how_many(line: Line) -> str:
    return ", ".join(several(one.quantity, one.unit) for one in line.bill.lines)


def _baht(line: Line) -> str:
    return format_baht(line.bill.total_satang)


def _ticked(line: Line) -> str:
    if not line.owed.is_payable:
        return translate("Citizens", "รอเงินโอน")
    return translate("Citizens", "จ่าย") if line.ticked else translate("Citizens", "ยังไม่จ่าย")


def _mark(line: Line) -> tuple[Badge, ...]:
    said = _ticked(line)
    if not line.owed.is_payable:
        return (Badge(said, "attention", "hourglass"),)
    return (Badge(said, "ready", "check") if line.ticked else Badge(said, "neutral", "minus", bare=True),)


class OwedList(Speaks, QWidget):
    """`toggled` brings the bill whose tick is wanted otherwise, `opened` one that shall be looked at."""

    toggled = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = owed_rows()
        self.table: TableView[Line] = TableView()
        self.table.show_model(self.rows)
        keys = Keys(self.table)
        keys.add(
            "Space",
            lambda: self.tr("จ่าย หรือยังไม่จ่าย"),
            self._toggle,
            group=lambda: self.tr("ค้างชำระ"),
            hint=True,
        )
        self.table.opened.connect(lambda line: self.opened.emit(line.bill) if line else None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.setFocusProxy(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("รายการค้างชำระ"))
        self.rows.retitle()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        self.rows.show_rows(lines)
        self.setVisible(bool(lines))
        high = self.table.horizontalHeader().sizeHint().height() + 4
        self.table.setFixedHeight(high + min(len(lines), _ROWS) * self.table.verticalHeader().defaultSectionSize())
        if lines and self.table.current() is None:
            self.table.choose(0)

    def _toggle(self) -> None:
        line = self.table.current()
        if line is not None:
            self.toggled.emit(line.bill.id)
