"""ด่วนภายใน: until which day and hour an urgent letter is to be acted on."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.office.dates import BANGKOK, local_date, parse_thai_time, utc_of_local
from ui.kit.field import Field
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.tokens import L
from ui.letters.day_edit import DayEdit

END_OF_WORK = (16, 30)
"""What a deadline means that names only a day."""


class DeadlineEdit(Speaks, QWidget):
    """`edited` on every change by hand; `day_field` and `time_field` show what is wrong."""

    edited = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day, self.time = DayEdit(today=today), LineEdit()
        self.day_field, self.time_field = Field("", self.day), Field("", self.time)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(L)
        line.addWidget(self.day_field, 3)
        line.addWidget(self.time_field, 2)
        for edit in (self.day, self.time):
            edit.textEdited.connect(lambda _: self.edited.emit())
            edit.returnPressed.connect(self.focusNextChild)
        self.day.changed.connect(lambda _: self.edited.emit())
        self.setFocusProxy(self.day)
        self.retranslate()

    def retranslate(self) -> None:
        self.day_field.say(self.tr("ด่วนภายในวันที่"))
        self.time_field.say(self.tr("เวลา"))
        self.time.setPlaceholderText(self.tr("16.30 น."))

    def moment(self) -> datetime | None:
        """The aware moment that is typed; None without a day."""
        day, time = self.day.day(), self._time()
        return utc_of_local(day, *time) if day and time else None

    def show_moment(self, moment: datetime | None) -> None:
        self.day.set_day(local_date(moment) if moment else None)
        self.time.setText(f"{moment.astimezone(BANGKOK):%H.%M}" if moment else "")

    @property
    def problem(self) -> str:
        """The code of what is wrong with what is typed; empty when nothing is."""
        if self.day.problem:
            return self.day.problem
        no_day = bool(self.time.value) and self.day.day() is None
        return "letters.no_such_time" if self._time() is None or no_day else ""

    def _time(self) -> tuple[int, int] | None:
        return parse_thai_time(self.time.value) if self.time.value else END_OF_WORK
