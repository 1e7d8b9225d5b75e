"""Sending a letter to units: which, what for, until when, with what word."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.letters.model import Purpose
from desktop.office.ids import Id
from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.field import Field, row
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.segmented import Segmented
from ui.kit.thai_label import ThaiLabel, label
from ui.kit.tokens import M, S
from ui.letters import words
from ui.letters.day_edit import DayEdit
from ui.letters.letter_presenter import LetterPresenter, RouteWish
from ui.letters.unit_list import UnitList


class RoutePanel(Speaks, QWidget):
    """`send` brings a `RouteWish`; `closed` when the clerk turns away from it."""

    send = Signal(object)
    closed = Signal()

    def __init__(self, presenter: LetterPresenter, language: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter, self._language = presenter, language
        self._letter_id: Id | None = None
        self.units = UnitList(language)
        self.units_field = Field("", self.units, must=True)
        self.purpose = Segmented([(one.value, "") for one in Purpose])
        self.due = DayEdit(today=lambda: presenter.today, ahead=presenter.working_day)
        self.note = LineEdit()
        self._fields = (Field("", self.purpose), Field("", self.due), Field("", self.note))
        self.what_if = ThaiLabel(ink="soft", size="small")
        self.chosen = label(ink="soft")
        self.button = PrimaryButton(key="F8", icon_name="send")
        self.cancel = QuietButton(key="Esc")
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.cancel)
        foot.addWidget(self.chosen)
        foot.addStretch(1)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S, 0, 0)
        column.setSpacing(M)
        column.addWidget(self.units_field, 1)
        column.addWidget(self._fields[0])
        column.addWidget(row(self._fields[1], self._fields[2], stretch=(2, 3)))
        column.addWidget(self.what_if)
        column.addLayout(foot)
        self.units.changed.connect(self._count)
        self.due.changed.connect(lambda _: self._fields[1].clear_error())
        self.due.changed.connect(lambda _: self._weigh())
        self.button.clicked.connect(self.ask)
        self.cancel.clicked.connect(self.closed)
        self.setFocusProxy(self.units)
        self.retranslate()

    def retranslate(self) -> None:
        self.units_field.say(self.tr("ส่งให้หน่วยงาน"))
        self.purpose.offer([(one.value, words.purpose(one)) for one in Purpose])
        for field, said in zip(self._fields, self._names(), strict=True):
            field.say(said)
        self.button.say(self.tr("ส่ง"))
        self.cancel.say(self.tr("ปิด"))
        self._count()
        self._weigh()

    def begin(self) -> None:
        """Brings the keyboard here, with the letter's own due date proposed; another letter begins anew."""
        letter = self._presenter.letter
        if letter is not None and letter.id != self._letter_id:
            self._letter_id = letter.id
            self.sent()
        if letter is not None and self.due.day() is None and _still(letter.due_date, self._presenter.today):
            self.due.set_day(letter.due_date)
        self.show_letter()
        self._weigh()
        self.units.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_letter(self) -> None:
        self.units.offer(self._presenter.units, self._presenter.holders)

    def ask(self) -> None:
        """Checks and tells the wish."""
        self.units_field.say_error("" if self.units.ticked else self.tr("เลือกอย่างน้อยหนึ่งหน่วยงาน"))
        late = self.due.day() is not None and not _still(self.due.day(), self._presenter.today)
        wrong = words.problem("letters.no_such_date") if self.due.is_wrong() else ""
        self._fields[1].say_error(wrong or (words.problem("letters.due_in_past") if late else ""))
        if self.units_field.error:
            self.units.setFocus()
        elif self._fields[1].error:
            self.due.setFocus()
        else:
            purpose = Purpose(self.purpose.value)
            self.send.emit(RouteWish(self.units.ticked, purpose, self.due.day(), self.note.value or None))

    def sent(self) -> None:
        """The routing is durable: the next one begins empty."""
        self.units.clear()
        self.note.clear()
        self.due.set_day(None)
        self.purpose.choose(Purpose.ACTION.value)
        self._weigh()

    def set_busy(self, busy: bool) -> None:
        self.button.setEnabled(not busy)

    def _names(self) -> tuple[str, str, str]:
        return self.tr("เพื่อ"), self.tr("ภายในวันที่"), self.tr("ข้อความถึงหน่วยงาน")

    def _weigh(self) -> None:
        """What the day asked for would mean, before anything is sent; without one, how to ask in working days."""
        day = self.due.day()
        if day is None or not _still(day, self._presenter.today):
            self.what_if.say(self.tr("พิมพ์ +3 ในช่องวันที่ = อีก 3 วันทำการ"))
        else:
            self.what_if.say("\n".join(self._presenter.what_if(day, self._language())))

    def _count(self) -> None:
        count = len(self.units.ticked)
        self.chosen.setText(self.tr("เลือกแล้ว {count} หน่วยงาน").format(count=count) if count else "")
        if count:
            self.units_field.clear_error()


def _still(day: date | None, today: date) -> bool:
    return day is not None and day >= today
