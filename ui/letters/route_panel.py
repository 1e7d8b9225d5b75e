"""Sending a letter to units: which, what for, until when, with what word."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.letters.deputies import stands_in
from desktop.letters.model import Purpose
from desktop.office.ids import Id
from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.field import Field, row
from ui.kit.inputs import ComboBox, LineEdit
from ui.kit.language import Speaks
from ui.kit.segmented import Segmented
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import S
from ui.letters import way_words, words
from ui.letters.day_edit import DayEdit
from ui.letters.letter_presenter import LetterPresenter, RouteWish
from ui.letters.unit_list import UnitList, place_of, place_of_post
from ui.letters.way import wish_of

_CIRCULAR = "circular"
_TOGETHER, _IN_ORDER = "together", "in_order"


class RoutePanel(Speaks, QWidget):
    """`send` brings a `RouteWish`, `keep` one with a name for it; `closed` when the clerk turns away from it."""

    send = Signal(object)
    keep = Signal(str, object)
    closed = Signal()

    def __init__(self, presenter: LetterPresenter, language: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter, self._language = presenter, language
        self._letter_id: Id | None = None
        self.units = UnitList(language)
        self.units_field = Field("", self.units, must=True)
        self.purpose = Segmented([(one.value, "") for one in Purpose] + [(_CIRCULAR, "")])
        self.order = Segmented([(_TOGETHER, ""), (_IN_ORDER, "")])
        self.due = DayEdit(today=lambda: presenter.today, ahead=presenter.working_day)
        self.note = LineEdit()
        self.template = ComboBox()
        self._fields = tuple(Field("", one) for one in (self.purpose, self.due, self.note, self.order, self.template))
        self.what_if = ThaiLabel(ink="soft", size="small")
        self.next = ThaiLabel(ink="soft")
        self.button = PrimaryButton(key="F8", icon_name="send")
        self.keep_button = QuietButton(key="Ctrl+T")
        self.cancel = QuietButton(key="Esc")
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.cancel)
        foot.addWidget(self.keep_button)
        foot.addStretch(1)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.units_field, 1)
        column.addWidget(self._fields[0])
        column.addWidget(row(self._fields[3], self._fields[4], stretch=(2, 3)))
        column.addWidget(row(self._fields[1], self._fields[2], stretch=(2, 3)))
        column.addWidget(self.what_if)
        column.addWidget(self.next)
        column.addLayout(foot)
        self.units.changed.connect(self._count)
        self.due.changed.connect(lambda _: self._fields[1].clear_error())
        self.due.changed.connect(lambda _: self._weigh())
        for choice in (self.purpose, self.order):
            choice.chosen.connect(lambda _: self._count())
        self.template.chosen.connect(self._use)
        self.button.clicked.connect(self.ask)
        self.keep_button.clicked.connect(self._keep)
        self.cancel.clicked.connect(self.closed)
        self.setFocusProxy(self.units)
        self.retranslate()

    def retranslate(self) -> None:
        self.units_field.say(self.tr("ส่งให้หน่วยงาน"))
        purposes = [(one.value, words.purpose(one)) for one in Purpose]
        self.purpose.offer([*purposes, (_CIRCULAR, self.tr("เวียนให้ทราบ"))])
        self.order.offer([(_TOGETHER, self.tr("พร้อมกัน")), (_IN_ORDER, self.tr("ตามลำดับ"))])
        self.keep_button.say(self.tr("เก็บเป็นแม่แบบ"))
        for field, said in zip(self._fields, self._names(), strict=True):
            field.say(said)
        self.button.say(self.tr("ส่ง"))
        self.cancel.say(self.tr("ปิด"))
        self._offer_templates()
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
        """The chain stands above the units: what goes up is sent most."""
        way = self._presenter.way
        posts = (place_of_post(post, stands_in(way.deputies, post)) for post in way.chain)
        places = [*posts, *map(place_of, self._presenter.units)]
        self.units.offer(places, self._presenter.holders)
        self._offer_templates()
        self._count()

    def _offer_templates(self) -> None:
        named = [(one.id.hex(), one.name) for one in self._presenter.way.around.templates]
        self.template.offer([("", self.tr("เลือกแม่แบบ")), *named])
        self._fields[4].setVisible(bool(named))

    @property
    def wish(self) -> RouteWish:
        """What is chosen now."""
        circular = self.purpose.value == _CIRCULAR
        purpose = Purpose.COPY if circular else Purpose(self.purpose.value)
        in_order = self.order.value == _IN_ORDER and not circular
        return RouteWish(self.units.ticked, purpose, self.due.day(), self.note.value or None, circular, in_order)

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
            self.send.emit(self.wish)

    def sent(self) -> None:
        """The routing is durable: the next one begins empty."""
        self.units.clear()
        self.note.clear()
        self.due.set_day(None)
        self.purpose.choose(Purpose.ACTION.value)
        self._weigh()
        self.order.choose(_TOGETHER)
        self.template.choose("")
        self._count()

    def set_busy(self, busy: bool) -> None:
        self.button.setEnabled(not busy)

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("เพื่อ"),
            self.tr("ภายในวันที่"),
            self.tr("ข้อความถึงหน่วยงาน"),
            self.tr("ลำดับ"),
            self.tr("แม่แบบ"),
        )

    def _use(self, key: str) -> None:
        """Fills the panel from a template; the day and the word stay the clerk's."""
        found = next((one for one in self._presenter.way.around.templates if one.id.hex() == key), None)
        if found is not None:
            wish = wish_of(found)
            self.units.tick(wish.units)
            self.purpose.choose(_CIRCULAR if wish.circular else wish.purpose.value)
            self.order.choose(_IN_ORDER if wish.in_order else _TOGETHER)
            self._count()

    def _keep(self) -> None:
        """The word to the units names the template: it says what it is for."""
        named = bool(self.note.value)
        self._fields[2].say_error("" if named else self.tr("ตั้งชื่อแม่แบบที่นี่"))
        if self.units.ticked and named:
            self.keep.emit(self.note.value, self.wish)

    def _weigh(self) -> None:
        """What the day asked for would mean, before anything is sent; without one, how to ask in working days."""
        day = self.due.day()
        if day is None or not _still(day, self._presenter.today):
            self.what_if.say(self.tr("พิมพ์ +3 ในช่องวันที่ = อีก 3 วันทำการ"))
        else:
            self.what_if.say("\n".join(self._presenter.what_if(day, self._language())))

    def _count(self) -> None:
        """Says who gets it next, before it is sent."""
        wish = self.wish
        self.order.setEnabled(not wish.circular)
        units = {unit.id: unit.name_th for unit in self._presenter.units}
        said = way_words.preview(self._presenter.ways.who_gets_it(wish, units)) if wish.units else ""
        self.next.say(said)
        self.next.setVisible(bool(said))
        self.keep_button.setEnabled(bool(wish.units))
        if wish.units:
            self.units_field.clear_error()


def _still(day: date | None, today: date) -> bool:
    return day is not None and day >= today
