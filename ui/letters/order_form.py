"""Entering an order of delegation from its paper: number, date, who acts for which post, from when until when."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.letters.authority import Capacity
from desktop.letters.endorsing_wishes import Order
from desktop.letters.model import Kind
from ui.kit.buttons import PrimaryButton
from ui.kit.field import Field, row
from ui.kit.inputs import ComboBox, LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import Panel, scrolling
from ui.kit.tokens import M, S
from ui.letters import words
from ui.letters.authority_presenter import AuthorityPresenter
from ui.letters.day_edit import DayEdit
from ui.letters.phrases_page import ACTIONS

FORM_WIDE = 456
_POST = "post:"


class OrderForm(Speaks, Panel):
    """`enter` brings an `Order` that lacks nothing."""

    enter = Signal(object)

    def __init__(
        self, presenter: AuthorityPresenter, language: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._presenter, self._language = presenter, language
        self.number, self.powers = LineEdit(), LineEdit()
        self.day, self.first, self.last = (DayEdit(today=lambda: presenter.today) for _ in range(3))
        self.capacity, self.who, self.position = ComboBox(), ComboBox(), ComboBox(yields=True)
        self.kind, self.action = ComboBox(), ComboBox()
        self.number_field, self.day_field = Field("", self.number, must=True), Field("", self.day, must=True)
        self.first_field, self.last_field = Field("", self.first, must=True), Field("", self.last)
        self._fields = {
            "capacity": Field("", self.capacity),
            "who": Field("", self.who, must=True),
            "position": Field("", self.position, must=True),
            "kind": Field("", self.kind),
            "action": Field("", self.action),
            "powers": Field("", self.powers),
        }
        self.button = PrimaryButton(key="F9", icon_name="check")
        self.setFixedWidth(FORM_WIDE)
        self._lay_out()
        self.button.clicked.connect(self.ask)
        for edit, field in ((self.number, self.number_field), (self.day, self.day_field)):
            edit.textEdited.connect(lambda _, field=field: field.clear_error())
        for edit, field in ((self.first, self.first_field), (self.last, self.last_field)):
            edit.textEdited.connect(lambda _, field=field: field.clear_error())
        self.retranslate()

    def retranslate(self) -> None:
        self.say(self.tr("บันทึกคำสั่งใหม่"))
        self.number_field.say(self.tr("คำสั่งที่"))
        self.day_field.say(self.tr("ลงวันที่"))
        self.first_field.say(self.tr("ตั้งแต่วันที่"))
        self.last_field.say(self.tr("ถึงวันที่"))
        self.last_field.hint(self.tr("ว่าง = จนกว่ายกเลิก"))
        names = {
            "capacity": self.tr("ฐานะ"),
            "who": self.tr("ผู้ทำการแทน"),
            "position": self.tr("แทนตำแหน่ง"),
            "kind": self.tr("ชนิดหนังสือ"),
            "action": self.tr("การสั่งการ"),
            "powers": self.tr("อำนาจตามคำสั่ง"),
        }
        for name, said in names.items():
            self._fields[name].say(said)
        self.capacity.offer([(one.value, words.capacity(one)) for one in Capacity if one is not Capacity.OWN])
        self.kind.offer([("", self.tr("ทุกชนิด")), *((one.value, words.kind(one)) for one in Kind)])
        self.action.offer([("", self.tr("ทุกเรื่อง")), *((one, words.letter_action(one)) for one in ACTIONS)])
        self.button.say(self.tr("บันทึกคำสั่ง"))

    def show_people(self) -> None:
        """Who may act, and the posts that can be acted for."""
        english = self._language() == "en"
        people = [(one.id.hex(), one.name_en if english else one.name_th) for one in self._presenter.shown.people]
        holder = self.tr("ผู้ดำรงตำแหน่ง {post}")
        posts = sorted({one.position_th for one in self._presenter.shown.people})
        self.who.offer([*people, *((_POST + post, holder.format(post=post)) for post in posts)])
        self.position.offer([(one, one) for one in self._presenter.positions])

    def ask(self) -> None:
        """Checks and tells the order."""
        wrong = words.problem("letters.no_such_date")
        missing = words.problem("letters.field_missing")
        self.number_field.say_error("" if self.number.value else missing)
        for edit, field in ((self.day, self.day_field), (self.first, self.first_field)):
            field.say_error(wrong if edit.is_wrong() else missing if edit.day() is None else "")
        first, last = self.first.day(), self.last.day()
        early = first is not None and last is not None and last < first
        self.last_field.say_error(wrong if self.last.is_wrong() else self.tr("ก่อนวันเริ่ม") if early else "")
        fields = (self.number_field, self.day_field, self.first_field, self.last_field)
        found = next((field for field in fields if field.error), None)
        if found is not None:
            found.setFocus()
        else:
            self.enter.emit(self._order())

    def clear(self) -> None:
        for edit in (self.number, self.powers):
            edit.clear()
        for day in (self.day, self.first, self.last):
            day.set_day(None)

    def _order(self) -> Order:
        day, first, who = self.day.day(), self.first.day(), self.who.value
        assert day is not None
        assert first is not None
        holder = self._presenter.holder(self.position.value)
        post = who.removeprefix(_POST) if who.startswith(_POST) else ""
        return Order(
            order_no=self.number.value,
            order_date=day,
            capacity=Capacity(self.capacity.value),
            position_th=self.position.value,
            valid_from=first,
            valid_to=self.last.day(),
            to_id=None if post or not who else bytes.fromhex(who),
            to_position=post,
            holder_id=holder.id if holder else None,
            kinds=(self.kind.value,) if self.kind.value else (),
            actions=(self.action.value,) if self.action.value else (),
            powers=self.powers.value,
        )

    def _lay_out(self) -> None:
        fields, holder = self._fields, QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, M, 0)  # room for the bar: on a low screen the fields scroll
        column.setSpacing(S)
        for line in (
            row(self.number_field, self.day_field),
            fields["who"],
            row(fields["capacity"], fields["position"]),
            row(self.first_field, self.last_field),
            row(fields["kind"], fields["action"]),
            fields["powers"],
        ):
            column.addWidget(line)
        column.addStretch(1)
        self.body.addWidget(scrolling(holder), 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.button)
        self.body.addLayout(foot)
