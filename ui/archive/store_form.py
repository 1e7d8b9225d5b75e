"""Putting letters away: class, place, file; and holding them back from destruction. For all that are marked at once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.archive.model import Kept, Retention
from ui.archive import words
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.date_edit import ThaiDateEdit
from ui.kit.field import Field, row
from ui.kit.inputs import ComboBox, LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import Panel, rule
from ui.kit.thai_label import ThaiLabel

WIDE = 340


@dataclass(frozen=True)
class Stored:
    """What the form was filled with; `since_be` None: from the year in which it was last worked on."""

    retention: str
    place: str
    file_code: str
    on: date
    since_be: int | None


class StoreForm(Speaks, Panel):
    """`store_asked` brings a `Stored`, `hold_asked` the reason to hold, or to let go, the letters that are marked."""

    store_asked = Signal(object)
    hold_asked = Signal(str)

    def __init__(self, today: Callable[[], date], language: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._language = language
        self._letters: Sequence[Kept] = ()
        self.setFixedWidth(WIDE)
        self.about = ThaiLabel(strong=True)
        self.retention, self.place, self.file_code, self.since = ComboBox(), LineEdit(), LineEdit(), LineEdit()
        self.on, self.reason, self.held = ThaiDateEdit(today=today), LineEdit(), ThaiLabel(ink="danger")
        self.on.set_day(today())
        self.retention_field = Field("", self.retention, must=True)
        self.place_field, self.file_field = Field("", self.place, must=True), Field("", self.file_code)
        self.on_field, self.since_field = Field("", self.on, must=True), Field("", self.since)
        self.reason_field = Field("", self.reason, must=True)
        self.store_button, self.hold_button = PrimaryButton(key="F9"), SecondaryButton(key="Ctrl+H", icon_name="lock")
        self.store_button.clicked.connect(self.ask_store)
        self.hold_button.clicked.connect(self.ask_hold)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        self.retention_field.say(self.tr("อายุการเก็บ"))
        self.place_field.say(self.tr("ที่เก็บ"))
        self.place_field.hint(self.tr("เช่น ตู้ 3 ชั้น 2"))
        self.file_field.say(self.tr("รหัสแฟ้ม"))
        self.on_field.say(self.tr("วันเก็บ"))
        self.since_field.say(self.tr("นับจากสิ้นปี พ.ศ."))
        self.reason_field.say(self.tr("เหตุผล"))
        self.store_button.say(self.tr("บันทึกการเก็บ"))
        self.show_letters(self._letters)

    def offer(self, rules: Iterable[Retention]) -> None:
        self.retention.offer([(one.code, words.retention_name(one, one.code, self._language())) for one in rules])

    def show_letters(self, letters: Sequence[Kept]) -> None:
        """Which letters the form is about; fields show what the first has, where it has it."""
        fresh = [one.letter_id for one in letters] != [one.letter_id for one in self._letters]
        self._letters = letters
        self.setEnabled(bool(letters))
        count = len(letters)
        self.about.say(self.tr("เลือกไว้ {count} เรื่อง").format(count=f"{count:,}") if letters else self.tr("ยังไม่ได้เลือก"))
        holds = sum(bool(one.hold) for one in letters)
        self.held.say(letters[0].hold if count == 1 and holds else "")
        self.held.setVisible(bool(count == 1 and holds))
        self.hold_button.say(self.tr("ยกเลิกห้ามทำลาย") if count and holds == count else self.tr("ห้ามทำลาย"))
        self.hold_button.setEnabled(holds in (0, count))
        if letters and fresh:
            first = letters[0]
            self.retention.choose(first.retention)
            self.since.setText(str(first.since_be))
            if first.place:
                self.place.setText(first.place)
                self.file_code.setText(first.file_code)

    def clear_reason(self) -> None:
        self.reason.clear()

    def ask_store(self) -> None:
        since, day = self.since.value, self.on.day()
        good_year = not since or (since.isdecimal() and 2400 <= int(since) <= 2699)
        self.place_field.say_error("" if self.place.value else self.tr("ใส่ที่เก็บ"))
        self.on_field.say_error("" if day else self.tr("ใส่วันที่"))
        self.since_field.say_error("" if good_year else self.tr("ไม่ใช่ปี พ.ศ."))
        bad = [field for field in (self.place_field, self.on_field, self.since_field) if field.error]
        if bad:
            bad[0].setFocus()
        elif day is not None:
            self.store_asked.emit(
                Stored(self.retention.value, self.place.value, self.file_code.value, day, self._since())
            )

    def _since(self) -> int | None:
        """A year that is not the letters' own."""
        typed = int(self.since.value) if self.since.value else None
        return None if all(one.since_be == typed for one in self._letters) else typed

    def ask_hold(self) -> None:
        self.reason_field.say_error("" if self.reason.value else self.tr("ใส่เหตุผล"))
        if self.reason.value:
            self.hold_asked.emit(self.reason.value)
        else:
            self.reason_field.setFocus()

    def _lay_out(self) -> None:
        for widget in (
            self.about,
            self.retention_field,
            row(self.place_field, self.file_field),
            row(self.on_field, self.since_field),
        ):
            self.body.addWidget(widget)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.store_button)
        self.body.addLayout(foot)
        for widget in (rule(), self.held, self.reason_field):
            self.body.addWidget(widget)
        held = QHBoxLayout()
        held.addStretch(1)
        held.addWidget(self.hold_button)
        self.body.addLayout(held)
        self.body.addStretch(1)
