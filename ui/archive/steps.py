"""The steps of a destruction list, a small form each: its letters, the committee, signatures, approval, the fire."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.archive.actions import Appointed
from desktop.archive.model import Answer, Approval, DestructionList, Member, MemberRole, Verdict
from ui.archive import words
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.counted import counted
from ui.kit.date_edit import ThaiDateEdit
from ui.kit.days import day
from ui.kit.field import Field, row
from ui.kit.inputs import ComboBox, LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import rule
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import M, S

SEATS = 5


class Step(Speaks, QWidget):
    """A column of fields; `button`, the one thing to do, stands below all steps, where it is always seen."""

    def __init__(self, key: str = "F9") -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(M)
        self.button = PrimaryButton(key=key)

    def allow(self, may: bool) -> None:
        """Whether the step may be done now; what was done before can be read all the same."""
        self.setEnabled(may)
        self.button.setEnabled(may)


class LettersStep(Step):
    """`fill_asked`: all letters that are due go on the list; `judge_asked` brings (verdict, reason) for the marked."""

    fill_asked = Signal()
    judge_asked = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.due, self.marked = ThaiLabel(), ThaiLabel(strong=True)
        self.reason = LineEdit()
        self.reason_field = Field("", self.reason)
        self.keep_button, self.destroy_button = SecondaryButton(), SecondaryButton()
        self.button.clicked.connect(self.fill_asked)
        self.keep_button.clicked.connect(lambda: self.judge(Verdict.KEEP))
        self.destroy_button.clicked.connect(lambda: self.judge(Verdict.DESTROY))
        for widget in (self.due, rule(), self.marked, self.reason_field):
            self.column.addWidget(widget)
        judges = QHBoxLayout()
        judges.setSpacing(S)
        judges.addStretch(1)
        for button in (self.destroy_button, self.keep_button):
            judges.addWidget(button)
        self.column.addLayout(judges)
        self.column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        self.button.say(self.tr("ใส่ลงบัญชี"))
        self.reason_field.say(self.tr("เหตุที่เก็บไว้"))
        self.keep_button.say(self.tr("เสนอเก็บไว้"))
        self.destroy_button.say(self.tr("เสนอทำลาย"))

    def show_due(self, due: int, held: int, year: int, *, open_: bool) -> None:
        """How many letters are kept long enough and on no list yet, and how many of them are held."""
        said = counted(self.tr("ครบอายุเมื่อสิ้นปี {year} และยังไม่อยู่ในบัญชีใด {due} เรื่อง"), due).format(
            year=year, due=f"{due:,}"
        )
        kept = self.tr(" · ห้ามทำลายอีก {held} เรื่อง ไม่ใส่ลงบัญชี").format(held=f"{held:,}")
        self.due.say(said + (kept if held else ""))
        self.button.setEnabled(open_ and due > 0)

    def show_marked(self, count: int, *, open_: bool) -> None:
        self.marked.say(self.tr("เลือกไว้ {count} เรื่อง").format(count=f"{count:,}"))
        for widget in (self.reason_field, self.keep_button, self.destroy_button):
            widget.setEnabled(open_ and count > 0)

    def judge(self, verdict: Verdict) -> None:
        missing = verdict is Verdict.KEEP and not self.reason.value
        self.reason_field.say_error(self.tr("ใส่เหตุผล") if missing else "")
        if missing:
            self.reason_field.setFocus()
        else:
            self.judge_asked.emit(verdict, self.reason.value if verdict is Verdict.KEEP else "")
            self.reason.clear()


class CommitteeStep(Step):
    """`asked` brings (order, members)."""

    asked = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.order = LineEdit()
        self.order_field = Field("", self.order)
        self.seats = [(LineEdit(), LineEdit()) for _ in range(SEATS)]
        self.fields = [(Field("", name), Field("", position)) for name, position in self.seats]
        self.button.clicked.connect(self.ask)
        self.column.addWidget(self.order_field)
        for pair in self.fields:
            self.column.addWidget(row(*pair))
        self.column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        self.order_field.say(self.tr("คำสั่งแต่งตั้ง"))
        self.order_field.hint(self.tr("เช่น คำสั่งที่ 12/2570"))
        for place, (name, position) in enumerate(self.fields):
            role = words.role_name(MemberRole.CHAIR if place == 0 else MemberRole.MEMBER)
            name.say(role if place == 0 else f"{role} {place}")
            position.say(self.tr("ตำแหน่ง"))
        self.button.say(self.tr("แต่งตั้ง"))

    def show_members(self, order: str, members: Sequence[Member], *, open_: bool) -> None:
        self.order.setText(order)
        for place, (name, position) in enumerate(self.seats):
            member = members[place] if place < len(members) else None
            name.setText(member.name if member else "")
            position.setText(member.position if member else "")
        self.allow(open_ and all(member.signed_on is None for member in members))

    def ask(self) -> None:
        sitting = [(place, name.value, post.value) for place, (name, post) in enumerate(self.seats) if name.value]
        roles = {0: MemberRole.CHAIR}
        members = [Appointed(roles.get(place, MemberRole.MEMBER), name, post) for place, name, post in sitting]
        for place, (field, _) in enumerate(self.fields[:3]):
            field.say_error("" if self.seats[place][0].value else self.tr("ใส่ชื่อ"))
        missing = next((field for field, _ in self.fields[:3] if field.error), None)
        if missing is not None:
            missing.setFocus()
        else:
            self.asked.emit(self.order.value, members)


class SignStep(Step):
    """`asked` brings (member's id, day)."""

    asked = Signal(object, object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._members: dict[str, Member] = {}
        self.signed = ThaiLabel()
        self.member, self.on = ComboBox(), ThaiDateEdit(today=today)
        self.on.set_day(today())
        self.member_field, self.on_field = Field("", self.member, must=True), Field("", self.on, must=True)
        self.button.clicked.connect(self.ask)
        for widget in (self.signed, self.member_field, self.on_field):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        self.member_field.say(self.tr("ผู้ลงนาม"))
        self.on_field.say(self.tr("ลงนามวันที่"))
        self.button.say(self.tr("บันทึกการลงนาม"))

    def show_members(self, members: Sequence[Member], *, open_: bool) -> None:
        """Those who have not signed are offered; the others are named with their day."""
        done = [one for one in members if one.signed_on is not None]
        lines = [f"{one.name} · {day(one.signed_on)}" for one in done if one.signed_on]
        count = self.tr("ลงนามแล้ว {done} จาก {all} คน").format(done=len(done), all=len(members))
        self.signed.say("\n".join((count, *lines)))
        self._members = {one.id.hex(): one for one in members if one.signed_on is None}
        self.member.offer([(key, f"{one.name} · {words.role_name(one.role)}") for key, one in self._members.items()])
        self.button.setEnabled(open_ and bool(self._members))

    def ask(self) -> None:
        day, member = self.on.day(), self._members.get(self.member.value)
        self.on_field.say_error("" if day else self.tr("ใส่วันที่"))
        if day is not None and member is not None:
            self.asked.emit(member.id, day)


@dataclass(frozen=True)
class Approved:
    """What the approval's form was filled with."""

    name: str
    position: str
    on: date
    answer: Answer
    sent_on: date
    reference: str


class ApproveStep(Step):
    """`asked` brings an `Approved`."""

    asked = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.sent_on, self.on = ThaiDateEdit(today=today), ThaiDateEdit(today=today)
        self.answer, self.reference, self.name, self.position = ComboBox(), LineEdit(), LineEdit(), LineEdit()
        self.sent_field, self.on_field = Field("", self.sent_on, must=True), Field("", self.on, must=True)
        self.answer_field, self.reference_field = Field("", self.answer, must=True), Field("", self.reference)
        self.name_field, self.position_field = Field("", self.name, must=True), Field("", self.position)
        self.button.clicked.connect(self.ask)
        for widget in (
            row(self.sent_field, self.answer_field),
            self.reference_field,
            row(self.name_field, self.position_field),
            self.on_field,
        ):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        self.sent_field.say(self.tr("ส่งหอจดหมายเหตุฯ วันที่"))
        self.answer_field.say(self.tr("ผล"))
        self.answer.offer([(answer.value, words.answer_name(answer)) for answer in Answer])
        self.reference_field.say(self.tr("หนังสือตอบ ที่"))
        self.name_field.say(self.tr("ผู้อนุมัติ"))
        self.position_field.say(self.tr("ตำแหน่ง"))
        self.on_field.say(self.tr("อนุมัติวันที่"))
        self.button.say(self.tr("บันทึกการอนุมัติ"))

    def show_approval(self, approval: Approval | None, *, open_: bool) -> None:
        if approval is not None:
            self.sent_on.set_day(approval.archives_sent_on)
            self.on.set_day(approval.on)
            self.answer.choose(approval.archives_answer.value)
            for edit, said in (
                (self.reference, approval.archives_reference),
                (self.name, approval.name),
                (self.position, approval.position),
            ):
                edit.setText(said)
        self.allow(open_)

    def ask(self) -> None:
        sent_on, on = self.sent_on.day(), self.on.day()
        self.sent_field.say_error("" if sent_on else self.tr("ใส่วันที่"))
        self.on_field.say_error("" if on else self.tr("ใส่วันที่"))
        self.name_field.say_error("" if self.name.value else self.tr("ใส่ชื่อ"))
        bad = [field for field in (self.sent_field, self.name_field, self.on_field) if field.error]
        if bad:
            bad[0].setFocus()
        elif sent_on is not None and on is not None:
            answer = Answer(self.answer.value)
            self.asked.emit(Approved(self.name.value, self.position.value, on, answer, sent_on, self.reference.value))


class DestroyStep(Step):
    """`asked` brings (day, how)."""

    asked = Signal(object, str)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.means = ThaiLabel(ink="soft")
        self.on, self.how = ThaiDateEdit(today=today), LineEdit()
        self.on.set_day(today())
        self.on_field, self.how_field = Field("", self.on, must=True), Field("", self.how, must=True)
        self.button.clicked.connect(self.ask)
        for widget in (self.means, self.on_field, self.how_field):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        self.means.say(self.tr("บันทึกหลังทำลายกระดาษแล้วเท่านั้น ทะเบียนและไฟล์ในระบบยังอยู่ครบ หนังสือจะมีเครื่องหมายว่าทำลายแล้ว"))
        self.on_field.say(self.tr("ทำลายวันที่"))
        self.how_field.say(self.tr("โดยวิธี"))
        self.how_field.hint(self.tr("เช่น ย่อยกระดาษ"))
        self.button.say(self.tr("บันทึกการทำลาย"))

    def show_list(self, found: DestructionList, *, open_: bool) -> None:
        if found.destroyed_on is not None:
            self.on.set_day(found.destroyed_on)
            self.how.setText(found.destroyed_how)
        self.allow(open_)

    def ask(self) -> None:
        day = self.on.day()
        self.on_field.say_error("" if day else self.tr("ใส่วันที่"))
        self.how_field.say_error("" if self.how.value else self.tr("ใส่วิธีทำลาย"))
        if day is not None and self.how.value:
            self.asked.emit(day, self.how.value)
