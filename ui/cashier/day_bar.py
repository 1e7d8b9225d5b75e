"""Which day is shown, and what its receipts sum to."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.office.dates import english_date, thai_date
from desktop.office.money import format_baht
from ui.cashier.receipts_presenter import DayTotals
from ui.kit.buttons import IconButton
from ui.kit.counted import counted
from ui.kit.language import Speaks
from ui.kit.thai_label import label
from ui.kit.tokens import M, S

_DAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")


class DayBar(Speaks, QWidget):
    """`turned` brings -1 for the day before, 1 for the day after."""

    turned = Signal(int)

    def __init__(self, language: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._shown: tuple[date, bool, DayTotals] | None = None
        self.before, self.after = IconButton("page-prev"), IconButton("page-next")
        self.before.clicked.connect(lambda: self.turned.emit(-1))
        self.after.clicked.connect(lambda: self.turned.emit(1))
        self.day, self.count, self.sum = label(strong=True), label(ink="soft"), label(size="title")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S)
        for widget in (self.before, self.after, self.day):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.count)
        line.addSpacing(M)
        line.addWidget(self.sum)
        self.retranslate()

    def show_day(self, day: date, is_today: bool, totals: DayTotals) -> None:
        self._shown = (day, is_today, totals)
        self.retranslate()

    def retranslate(self) -> None:
        self.before.say(self.tr("วันก่อน"))
        self.after.say(self.tr("วันถัดไป"))
        if self._shown is None:
            return
        day, is_today, totals = self._shown
        self.after.setEnabled(not is_today)
        today = self.tr("วันนี้") + " · " if is_today else ""
        self.day.setText(today + self._words(day))
        void = " · " + self.tr("ยกเลิก {count}").format(count=totals.void) if totals.void else ""
        self.count.setText(counted(self.tr("{count} ใบ"), totals.valid).format(count=totals.valid) + void)
        self.sum.setText(self.tr("{sum} บาท").format(sum=format_baht(totals.sum_satang)))

    def _words(self, day: date) -> str:
        if self._language() == "en":
            return english_date(day)
        return f"{_DAYS[day.weekday()]} {thai_date(day, 'short', 'arabic')}"
