"""A receipt read off its paper, field by field; the day, the writer and the next number stay for the one after it."""

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.accounts.model import Person
from desktop.cashier.model import PaperReceipt
from desktop.cashier.rules import paper_problems
from desktop.registers.model import PaperBook
from ui.kit.buttons import PrimaryButton
from ui.kit.date_edit import ThaiDateEdit
from ui.kit.field import Field, row
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.money_edit import MoneyEdit
from ui.kit.tokens import M


def hour_of(words: str) -> time | None:
    """`10.42` or `10:42`; None for nothing, ValueError for what is no hour."""
    if not words.strip():
        return None
    hour, _, minute = words.strip().replace(":", ".").partition(".")
    return time(int(hour), int(minute or 0))


class _Day(ThaiDateEdit):
    """A date in a third of a line."""

    def retranslate(self) -> None:
        super().retranslate()
        self.setPlaceholderText(self.tr("เช่น 9/1/69"))


class KeyInForm(Speaks, QWidget):
    """`asked` brings a `PaperReceipt` that may be entered."""

    asked = Signal(object)

    def __init__(self, who: Person, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._who, self._today = who, today
        self._book: PaperBook | None = None
        self.number, self.hour, self.payer, self.what = LineEdit(), LineEdit(), LineEdit(), LineEdit()
        self.writer, self.day, self.money = LineEdit(who.name_th), _Day(today=today), MoneyEdit()
        self.number_field, self.day_field = Field("", self.number, must=True), Field("", self.day, must=True)
        self.hour_field, self.payer_field = Field("", self.hour), Field("", self.payer, must=True)
        self.what_field, self.money_field = Field("", self.what, must=True), Field("", self.money, must=True)
        self.writer_field = Field("", self.writer)
        self.button = PrimaryButton(key="F9", icon_name="check")
        self.button.clicked.connect(self.ask)
        self._lay_out()
        self._go_on_by_return()
        self.setFocusProxy(self.number)
        self.retranslate()

    def retranslate(self) -> None:
        self.number_field.say(self.tr("เลขที่บนใบเสร็จ"))
        self.day_field.say(self.tr("ลงวันที่"))
        self.hour_field.say(self.tr("เวลา"))
        self.hour_field.hint(self.tr("ถ้ามี เช่น 10.42"))
        self.payer_field.say(self.tr("ได้รับเงินจาก"))
        self.what_field.say(self.tr("เป็นค่า"))
        self.money_field.say(self.tr("จำนวนเงิน (บาท)"))
        self.writer_field.say(self.tr("ผู้รับเงินที่ลงชื่อ"))
        self.button.say(self.tr("บันทึกใบเสร็จ"))

    def show_book(self, book: PaperBook | None) -> None:
        """Offers the book's next number, unless the clerk is in the middle of another of its numbers."""
        before, self._book = self._book, book
        same = before is not None and book is not None and before.book.id == book.book.id
        typed = self.number.value
        if book is None:
            self.number.clear()
        elif not (same and typed.isdecimal() and book.awaits(int(typed))):
            self.number.setText(str(book.free[0].lo))
        self.setEnabled(book is not None)

    def clear_paper(self) -> None:
        """For the next paper: who wrote it and on which day is most often the same."""
        for edit in (self.hour, self.payer, self.what, self.money):
            edit.clear()
        self.payer.setFocus()

    def ask(self) -> None:
        """Marks what is missing and goes there, or tells what was read."""
        paper, wrong = self._read()
        self._mark(paper, wrong)
        bad = [field for field in self._fields() if field.error]
        if bad:
            bad[0].setFocus()
        elif paper is not None:
            self.asked.emit(paper)

    def _read(self) -> tuple[PaperReceipt | None, bool]:
        """The paper, and whether the hour is none."""
        try:
            hour, wrong = hour_of(self.hour.value), False
        except ValueError:
            hour, wrong = None, True
        if self._book is None or not self.number.value.isdecimal():
            return None, wrong
        position = self._who.position_th if self.writer.value == self._who.name_th else ""
        said = (self.payer.value, self.what.value, self.money.satang() or 0, self.writer.value, position, hour)
        return PaperReceipt(self._book.book, int(self.number.value), self.day.day(), *said), wrong

    def _mark(self, paper: PaperReceipt | None, hour_wrong: bool) -> None:
        found = paper_problems(paper, self._today()) if paper else {}
        waits = paper is not None and self._book is not None and self._book.awaits(paper.number)
        self.number_field.say_error("" if waits else self.tr("ไม่ใช่เลขที่รอบันทึก"))
        self.day_field.say_error(self.tr("ไม่ใช่วันในปีของเล่ม") if "day" in found else "")
        self.hour_field.say_error(self.tr("ไม่ใช่เวลา") if hour_wrong else "")
        self.payer_field.say_error(self.tr("ใส่ชื่อตามกระดาษ") if "payer_name" in found else "")
        self.what_field.say_error(self.tr("ใส่ตามกระดาษ") if "what_for" in found else "")
        self.money_field.say_error(self.tr("ใส่จำนวนเงิน") if "satang" in found else "")

    def _fields(self) -> tuple[Field, ...]:
        first = (self.number_field, self.day_field, self.hour_field)
        return (*first, self.payer_field, self.what_field, self.money_field, self.writer_field)

    def _go_on_by_return(self) -> None:
        edits = (self.number, self.day, self.hour, self.payer, self.what, self.money)
        for edit, following in zip(edits, (*edits[1:], self.button), strict=True):
            edit.returnPressed.connect(following.setFocus)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(row(self.number_field, self.day_field, self.hour_field, stretch=(3, 4, 3)))
        for field in (self.payer_field, self.what_field):
            column.addWidget(field)
        column.addWidget(row(self.money_field, self.writer_field))
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.button)
        column.addLayout(foot)
