"""A deed about a letter's way that needs a word, a day, or a choice among several routings."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.letters.route_model import Route
from desktop.office.ids import Id
from ui.kit.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.kit.field import Field
from ui.kit.inputs import CheckBox, LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import clear, scrolling
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import XS, M, S
from ui.letters import way_words, words
from ui.letters.day_edit import DayEdit
from ui.letters.letter_presenter import LetterPresenter
from ui.letters.way import Deed, DeedWish

_NEEDS_WORD = frozenset({Deed.SEND_BACK, Deed.ASK_BACK})


class WordPanel(Speaks, QWidget):
    """`tell` brings a `DeedWish`; `closed` when the clerk turns away from it."""

    tell = Signal(object)
    closed = Signal()

    def __init__(self, presenter: LetterPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._deed = Deed.SEND_BACK
        self.boxes: dict[Id, CheckBox] = {}
        self.title, self.means = ThaiLabel(strong=True), ThaiLabel(ink="soft")
        self._choices, self._none = QWidget(), ThaiLabel(ink="danger")
        self._list = QVBoxLayout(self._choices)
        self._list.setContentsMargins(0, XS, 0, XS)
        self._list.setSpacing(0)
        self._area = scrolling(self._choices)
        self.day = DayEdit(today=lambda: presenter.today)
        self.word = LineEdit()
        self.day_field, self.word_field = Field("", self.day, must=True), Field("", self.word)
        self.button, self.other = PrimaryButton(key="F9", icon_name="check"), SecondaryButton(key="F7")
        self.cancel = QuietButton(key="Esc")
        self._lay_out()
        self.word.textEdited.connect(lambda _: self.word_field.clear_error())
        self.word.returnPressed.connect(self.ask)
        self.day.changed.connect(lambda _: self.day_field.clear_error())
        self.button.clicked.connect(self.ask)
        self.other.clicked.connect(self._other)
        self.cancel.clicked.connect(self.closed)
        self.retranslate()

    def retranslate(self) -> None:
        self.cancel.say(self.tr("ปิด"))
        self.day_field.say(self.tr("พักไว้ถึงวันที่"))
        self._dress()

    def begin(self, deed: Deed) -> None:
        """Shows what the deed needs, the keyboard where it begins."""
        self._deed = deed
        self._offer(self._presenter.way.choices(deed))
        for field in (self.word_field, self.day_field):
            field.clear_error()
        self.word.clear()
        snoozed = self._presenter.way.around.watch.snoozed_until
        self.day.set_day(snoozed or self._presenter.today + timedelta(days=1))
        self._dress()
        first: QWidget = self.day if deed is Deed.SNOOZE else self.word
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask(self) -> None:
        """Checks and tells the wish."""
        chosen = tuple(route_id for route_id, box in self.boxes.items() if box.isChecked())
        self._none.setVisible(bool(self.boxes) and not chosen)
        wrong_day = self._deed is Deed.SNOOZE and self._day_is_wrong()
        wordless = self._deed in _NEEDS_WORD and not self.word.value
        self.word_field.say_error(words.problem("letters.reason_missing") if wordless else "")
        if wordless:
            self.word.setFocus()
        elif not wrong_day and (chosen or not self.boxes):
            until = self.day.day() if self._deed is Deed.SNOOZE else None
            self.tell.emit(DeedWish(self._deed, self.word.value, chosen, until))

    def set_busy(self, busy: bool) -> None:
        self.button.setEnabled(not busy)
        self.other.setEnabled(not busy)

    def _other(self) -> None:
        """Keeping what is asked for needs a reason; what was put away comes back without one."""
        if self._deed is Deed.SNOOZE:
            self.tell.emit(DeedWish(Deed.SNOOZE))
        elif self.word.value:
            self.tell.emit(DeedWish(self._deed, self.word.value, agreed=False))
        else:
            self.word_field.say_error(words.problem("letters.reason_missing"))
            self.word.setFocus()

    def _day_is_wrong(self) -> bool:
        day = self.day.day()
        late = day is not None and day > self._presenter.today
        self.day_field.say_error("" if late and not self.day.is_wrong() else self.tr("เลือกวันหลังจากวันนี้"))
        return bool(self.day_field.error)

    def _offer(self, routes: Sequence[Route]) -> None:
        clear(self._list)
        self.boxes = {route.id: CheckBox(way_words.whom(route)) for route in routes}
        for box in self.boxes.values():
            box.setChecked(self._deed is Deed.REMIND or len(routes) == 1)
            self._list.addWidget(box)
        self._none.setVisible(False)
        self._area.setVisible(bool(routes))

    def _dress(self) -> None:
        snooze = self._deed is Deed.SNOOZE
        answer = self._deed is Deed.ANSWER
        put_away = self._presenter.way.around.watch.snoozed_until is not None
        self.title.say(way_words.deed(self._deed))
        self.means.say(way_words.means(self._deed))
        self._none.say(self.tr("เลือกอย่างน้อยหนึ่งหน่วยงาน"))
        self.word_field.must = self._deed in _NEEDS_WORD
        self.word_field.say(way_words.word_asked(self._deed))
        self.day_field.setVisible(snooze)
        self.word_field.setVisible(not snooze)
        self.other.setVisible(answer or (snooze and put_away))
        self.other.say(self.tr("ไม่คืน") if answer else self.tr("เลิกพัก"))
        self.button.say(self.tr("คืนให้ผู้ส่ง") if answer else way_words.deed(self._deed))

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.cancel)
        foot.addStretch(1)
        foot.addWidget(self.other)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S, 0, 0)
        column.setSpacing(M)
        for widget in (self.title, self.means):
            column.addWidget(widget)
        column.addWidget(self._area, 1)
        column.addWidget(self._none)
        for field in (self.day_field, self.word_field):
            column.addWidget(field)
        column.addStretch(1)
        column.addLayout(foot)
