"""The page of one citizen: who they are, their houses, and all their matters."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.counter.model import Matter, Page
from desktop.people.rules import address_line
from ui.counter import words
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.field import Field
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState, Panel
from ui.kit.table import TableView
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import L, S


class PagePanel(Speaks, QWidget):
    """`revealed` brings the reason why the whole number is wanted."""

    revealed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page: Page | None = None
        self.number_shown = ""
        self.name, self.about, self.houses = ThaiLabel(size="title"), ThaiLabel(ink="soft"), ThaiLabel(ink="soft")
        self.number = ThaiLabel(size="head")
        self.newer = ThaiLabel(ink="attention")
        self.take_card = SecondaryButton(key="Ctrl+U", icon_name="refresh")
        self.show_number = SecondaryButton(key="F8", icon_name="key")
        self.edit, self.pay = SecondaryButton(key="F6"), PrimaryButton(key="F9", icon_name="money")
        self.reason = LineEdit()
        self.why = Field("", self.reason, must=True)
        self.rows = words.matter_rows()
        self.table: TableView[Matter] = TableView()
        self.table.show_model(self.rows)
        self._nothing, self._list = EmptyState("receipt"), QStackedWidget()
        self._lay_out()
        self.show_number.clicked.connect(self._ask_why)
        self.reason.returnPressed.connect(self._say_why)
        self.reason.textEdited.connect(lambda _: self.why.clear_error())
        self.setFocusProxy(self.pay)
        self.retranslate()

    def retranslate(self) -> None:
        self.take_card.say(self.tr("ใช้ตามบัตร"))
        self.newer.say(self.tr("ชื่อหรือที่อยู่บนบัตรไม่ตรงกับที่บันทึกไว้"))
        self.show_number.say(self.tr("ดูเลขเต็ม"))
        self.edit.say(self.tr("แก้ข้อมูล"))
        self.pay.say(self.tr("รับเงิน"))
        self.why.say(self.tr("เหตุที่ต้องดูเลขเต็ม"))
        self.why.hint(self.tr("Enter แสดงเลข เครื่องบันทึกว่าใครดูและเพราะเหตุใด"))
        self.table.setAccessibleName(self.tr("เรื่องทั้งหมด"))
        self._nothing.say(self.tr("ยังไม่มีเรื่องของคนนี้"), self.tr("ใบแจ้งชำระ คำขอ หนังสือรับรอง และใบเสร็จในชื่อนี้ จะรวมอยู่ที่นี่"))
        self._say()

    def show_page(self, page: Page, *, card_is_newer: bool = False) -> None:
        """Another citizen, or the same one anew; a number that was shown is hidden again."""
        self.page, self.number_shown = page, ""
        self.rows.show_rows(page.matters)
        self._list.setCurrentWidget(self.table if page.matters else self._nothing)
        self._newer.setVisible(card_is_newer)
        self.why.hide()
        self._say()

    def show_whole_number(self, number: str) -> None:
        self.number_shown = number
        self.why.hide()
        self.pay.setFocus()
        self._say()

    def _say(self) -> None:
        if self.page is None:
            return
        citizen = self.page.citizen
        entry = citizen.entry
        self.name.say(citizen.name)
        self.number.say(self.number_shown or citizen.masked or self.tr("ไม่มีเลขประจำตัว"))
        self.show_number.setVisible(citizen.masked not in (None, "-") and not self.number_shown)
        phones = " ".join(filter(None, (entry.phone, entry.other_phone)))
        known = (address_line(vars(entry.address)), phones, words.kind(entry.kind), entry.remarks)
        self.about.say(" · ".join(filter(None, known)))
        held = [words.tie(tied) for tied in self.page.houses if tied.until is None]
        self.houses.say(" · ".join(held))
        self.houses.setVisible(bool(held))

    def _ask_why(self) -> None:
        self.reason.clear()
        self.why.clear_error()
        self.why.show()
        self.reason.setFocus()

    def _say_why(self) -> None:
        if not self.reason.value:
            self.why.say_error(self.tr("ใส่เหตุผลสั้น ๆ"))
            return
        self.revealed.emit(self.reason.value)

    def _lay_out(self) -> None:
        top = Panel()
        numbers = QHBoxLayout()
        numbers.setSpacing(S)
        numbers.addWidget(self.number, 1)
        numbers.addWidget(self.show_number)
        self._newer = QWidget()
        newer = QHBoxLayout(self._newer)
        newer.setContentsMargins(0, 0, 0, 0)
        newer.addWidget(self.newer, 1)
        newer.addWidget(self.take_card)
        self._newer.hide()
        top.body.setSpacing(S)
        top.body.addWidget(self.name)
        top.body.addLayout(numbers)
        for widget in (self.why, self.about, self.houses, self._newer):
            top.body.addWidget(widget)
        self.why.hide()
        self._list.addWidget(self._nothing)
        self._list.addWidget(self.table)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.edit)
        foot.addStretch(1)
        foot.addWidget(self.pay)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(top)
        column.addWidget(self._list, 1)
        column.addLayout(foot)
