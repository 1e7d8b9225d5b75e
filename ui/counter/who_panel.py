"""Who stands in front: name, masked number, address, houses, and what is put right about them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.counter.model import Page
from desktop.counter.queries import held_by
from ui.counter import words
from ui.kit.buttons import QuietButton, SecondaryButton
from ui.kit.field import Field
from ui.kit.flow import FlowRow
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import Panel
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import TARGET, XS, S


class WhoPanel(Speaks, Panel):
    """`revealed` brings the reason why the whole number is wanted; `rested` when the reason is done with."""

    revealed = Signal(str)
    rested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.page: Page | None = None
        self.number_shown = ""
        self.name, self.about, self.houses = ThaiLabel(size="title"), ThaiLabel(ink="soft"), ThaiLabel(ink="soft")
        self.number = ThaiLabel(size="head")
        self.newer = ThaiLabel(ink="attention")
        self.take_card = SecondaryButton(key="Ctrl+U", icon_name="refresh")
        self.show_number = QuietButton(key="F8")
        self.edit, self.ties = QuietButton(key="F6"), QuietButton(key="Ctrl+H")
        self.join, self.give_number = QuietButton(key="Ctrl+J"), QuietButton(key="Ctrl+I")
        self.reason = LineEdit()
        self.why = Field("", self.reason, must=True)
        self._lay_out()
        self.show_number.clicked.connect(self._ask_why)
        self.reason.returnPressed.connect(self._say_why)
        self.reason.textEdited.connect(lambda _: self.why.clear_error())
        self.retranslate()

    def retranslate(self) -> None:
        self.take_card.say(self.tr("ใช้ตามบัตร"))
        self.newer.say(self.tr("ข้อมูลบนบัตรต่างจากที่บันทึกไว้"))
        self.show_number.say(self.tr("ดูเลขเต็ม"))
        self.edit.say(self.tr("แก้ข้อมูล"))
        self.ties.say(self.tr("ทะเบียนบ้าน"))
        self.join.say(self.tr("รวมรายการ"))
        self.give_number.say(self.tr("ใส่เลขประจำตัว"))
        self.why.say(self.tr("เหตุที่ต้องดูเลขเต็ม"))
        self.why.hint(self.tr("Enter แสดงเลข เครื่องบันทึกว่าใครดูและเพราะเหตุใด"))
        self._say()

    def show_page(self, page: Page, *, card_is_newer: bool) -> None:
        """Another citizen, or the same one anew; a number that was shown is hidden again."""
        self.page, self.number_shown = page, ""
        self.show_newer(card_is_newer)
        self._ask(False)
        self._say()

    def show_newer(self, newer: bool) -> None:
        """Whether their card says something else."""
        self._newer.setVisible(newer)

    def show_whole_number(self, number: str) -> None:
        self.number_shown = number
        self._ask(False)
        self.rested.emit()
        self._say()

    def _say(self) -> None:
        page = self.page
        if page is None:
            return
        self.name.say(page.name)
        citizen = page.citizen
        self.number.setVisible(citizen is not None)
        self.number.say(self._number())
        knows = citizen is not None and citizen.masked not in (None, "-")
        self.show_number.setVisible(knows and not self.number_shown)
        self.give_number.setVisible(citizen is not None and citizen.masked is None)
        self.edit.setVisible(citizen is not None)
        self.join.setVisible(citizen is not None)
        self.about.say(" · ".join(filter(None, (page.address, *self._particulars()))))
        held = [words.tie(tied, of_house=citizen is None) for tied in held_by(page.houses)]
        self.houses.say(" · ".join(held))
        self.houses.setVisible(bool(held) and self.why.isHidden())

    def _number(self) -> str:
        citizen = self.page.citizen if self.page else None
        return self.number_shown or (citizen.masked if citizen else "") or self.tr("ไม่มีเลขประจำตัว")

    def _particulars(self) -> tuple[str, ...]:
        entry = self.page.citizen.entry if self.page and self.page.citizen else None
        if entry is None:
            return (self.tr("ทะเบียนบ้าน"),)
        return (" ".join(filter(None, (entry.phone, entry.other_phone))), words.kind(entry.kind), entry.remarks)

    def _ask_why(self) -> None:
        self.reason.clear()
        self.why.clear_error()
        self._ask(True)
        self._say()
        self.reason.setFocus()

    def _ask(self, asked: bool) -> None:
        """The reason stands in the place of address and houses: what is below neither moves nor is squeezed."""
        self.why.setVisible(asked)
        self.about.setVisible(not asked)

    def _say_why(self) -> None:
        if not self.reason.value:
            self.why.say_error(self.tr("ใส่เหตุผลสั้น ๆ"))
            return
        self.revealed.emit(self.reason.value)

    def _lay_out(self) -> None:
        self._newer = QWidget()
        newer = QHBoxLayout(self._newer)
        newer.setContentsMargins(0, 0, 0, 0)
        newer.addWidget(self.newer, 1)
        newer.addWidget(self.take_card)
        self._newer.setMinimumHeight(TARGET)
        self._newer.hide()
        deeds = FlowRow(self.show_number, self.edit, self.ties, self.give_number, self.join)
        self.body.setSpacing(XS)
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(self.name, 3)
        head.addWidget(self.number, 2)
        self.body.addLayout(head)
        for widget in (self.why, self.about, self.houses, self._newer, deeds):
            self.body.addWidget(widget)
        self.why.hide()
