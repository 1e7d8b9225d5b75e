"""Days to print: today, this month, this year, or whatever the clerk types."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.date_edit import ThaiDateEdit
from ui.kit.field import Field, row
from ui.kit.language import Speaks
from ui.kit.segmented import Segmented
from ui.kit.tokens import M

DAY, MONTH, YEAR = "day", "month", "year"


class Period(Speaks, QWidget):
    """`changed` when the days are other ones; both of them are among the days meant."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.quick = Segmented([(DAY, ""), (MONTH, ""), (YEAR, "")])
        self.first, self.last = ThaiDateEdit(today=today), ThaiDateEdit(today=today)
        self.first_field, self.last_field = Field("", self.first, must=True), Field("", self.last, must=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self.quick)
        column.addWidget(row(self.first_field, self.last_field))
        self.quick.chosen.connect(self.take)
        for edit in (self.first, self.last):
            edit.changed.connect(lambda _: self._typed())
        self.retranslate()
        self.take(DAY)

    def retranslate(self) -> None:
        self.quick.offer([(DAY, self.tr("วันนี้")), (MONTH, self.tr("เดือนนี้")), (YEAR, self.tr("ปีนี้"))])
        self.quick.setAccessibleName(self.tr("ช่วงวัน"))
        self.first_field.say(self.tr("ตั้งแต่วันที่"))
        self.last_field.say(self.tr("ถึงวันที่"))

    def take(self, which: str) -> None:
        """One of the usual periods, up to today."""
        today = self._today()
        first = {DAY: today, MONTH: today.replace(day=1), YEAR: today.replace(month=1, day=1)}[which]
        self.quick.choose(which)
        self.set_days(first, today)

    def set_days(self, first: date, last: date) -> None:
        self.first.set_day(first)
        self.last.set_day(last)
        self._typed()

    def days(self) -> tuple[date, date] | None:
        """First and last day, or None while they are no range."""
        first, last = self.first.day(), self.last.day()
        return (first, last) if first is not None and last is not None and first <= last else None

    def complain(self) -> None:
        """Says which of the days is wrong, and goes there."""
        first, last = self.first.day(), self.last.day()
        self.first_field.say_error("" if first else self.tr("ใส่วันที่"))
        behind = first is not None and last is not None and last < first
        self.last_field.say_error(self.tr("อยู่ก่อนวันแรก") if behind else "" if last else self.tr("ใส่วันที่"))
        if self.days() is None:
            (self.last if first else self.first).setFocus()

    def _typed(self) -> None:
        self.first_field.clear_error()
        self.last_field.clear_error()
        self.changed.emit()
