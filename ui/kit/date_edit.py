"""A date as Thai offices write it: typed any usual way, shown as 9 ม.ค. 2569, kept as a `datetime.date`."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.office.dates import Digits, gregorian_year, parse_thai_date, thai_date
from ui.kit.calendar_popup import CalendarPopup
from ui.kit.icons import icon
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks

_AHEAD = re.compile(r"\+\s*(\d{1,3})")


class ThaiDateEdit(Speaks, LineEdit):
    """`changed` brings the date, or None while what is typed is none. Arrows step a day, Alt+Down opens the month.

    `today` says which day it is, for what is typed without a year and for the mark in the month; `ahead` which
    day `+3` is.
    """

    changed = Signal(object)

    def __init__(
        self,
        *,
        today: Callable[[], date] = date.today,
        digits: Digits = "arabic",
        ahead: Callable[[int], date] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._digits = digits
        self._today = today
        self._ahead = ahead
        self._date: date | None = None
        self._popup: CalendarPopup | None = None
        self._open = QAction(icon("calendar"), "", self)
        self._open.triggered.connect(self.open_month)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self._tidy)
        self.retranslate()

    def retranslate(self) -> None:
        self.setPlaceholderText(self.tr("เช่น 9 ม.ค. 69"))
        self._open.setText(self.tr("เปิดปฏิทิน"))
        self._open.setToolTip(f"{self._open.text()}  Alt+↓")

    def day(self) -> date | None:
        return self._date

    def set_day(self, day: date | None) -> None:
        self._date = day
        self._tidy()
        if day is None:
            self.clear()

    def is_wrong(self) -> bool:
        """Something is typed and it is no date of พ.ศ."""
        return bool(self.value) and self._date is None

    @property
    def problem(self) -> str:
        """The code of what is wrong with what is typed; empty when nothing is."""
        if not self.is_wrong():
            return ""
        return "letters.gregorian_year" if gregorian_year(self.value) else "letters.no_such_date"

    def open_month(self) -> None:
        if self._popup is None:
            self._popup = CalendarPopup(self)
            self._popup.picked.connect(self._take)
        corner = self.mapToGlobal(QPoint(0, self.height() + 2))
        self._popup.open_at(corner, self._date or self._today(), self._today())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_month()
        else:
            self._take((self._date or self._today()) + timedelta(days=step if self._date else 0))

    def _typed(self, words: str) -> None:
        found = self._read(words.strip())
        if found != self._date:
            self._date = found
            self.changed.emit(found)

    def _read(self, words: str) -> date | None:
        steps = _AHEAD.fullmatch(words)
        if steps and self._ahead:
            return self._ahead(int(steps[1]))
        return parse_thai_date(words, self._today()) if words else None

    def _take(self, day: date) -> None:
        self.set_day(day)
        self.changed.emit(day)

    def _tidy(self) -> None:
        if self._date is not None:
            self.setText(thai_date(self._date, "short", self._digits))
