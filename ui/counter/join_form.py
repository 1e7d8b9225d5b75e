"""Two entries of one citizen: the other one is looked for, and one key makes them one; it can be taken apart again."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.people.model import Citizen, Found, Hit
from ui.counter import words
from ui.house import House
from ui.kit.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.kit.inputs import SearchBox
from ui.kit.language import Speaks
from ui.kit.panels import Panel
from ui.kit.table import TableView
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import S

_OFTEN_MS = 60
_ROWS = 3
"""So many of those that are joined already are seen at once: there must be room for those that are looked for."""


class JoinForm(Speaks, Panel):
    """`joined` brings the other entry, `parted` one that is somebody else after all."""

    joined = Signal(object)
    parted = Signal(object)
    left = Signal()

    def __init__(self, house: House, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._house = house
        self._citizen: Citizen | None = None
        self.what, self._same = ThaiLabel(ink="soft"), ThaiLabel(strong=True)
        self.search, self.rows, self.same_rows = SearchBox(), words.hit_rows(), words.hit_rows()
        self.table: TableView[Hit] = TableView()
        self.same: TableView[Hit] = TableView(compact=True)
        self.table.show_model(self.rows)
        self.nobody, self._place = ThaiLabel(ink="soft"), QStackedWidget()
        self.same.show_model(self.same_rows)
        self.keep, self.leave = PrimaryButton(key="F9"), QuietButton(key="Esc")
        self.part = SecondaryButton(key="Ctrl+R")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_OFTEN_MS)
        self._lay_out()
        self._soon.timeout.connect(self._find)
        self.search.textChanged.connect(lambda _: self._soon.start())
        self.search.returnPressed.connect(self.table.setFocus)
        self.table.opened.connect(lambda _: self._confirm())
        self.keep.clicked.connect(self._confirm)
        self.part.clicked.connect(self._part)
        self.leave.clicked.connect(self.left)
        self.setFocusProxy(self.search)
        self.retranslate()

    def retranslate(self) -> None:
        self.say(self.tr("รวมสองรายการที่เป็นคนเดียวกัน"))
        self.search.setPlaceholderText(self.tr("ค้นอีกรายการหนึ่งของคนนี้"))
        self.search.setAccessibleName(self.tr("ค้นอีกรายการหนึ่งของคนนี้"))
        self.table.setAccessibleName(self.tr("รายการที่อาจเป็นคนเดียวกัน"))
        self.same.setAccessibleName(self.tr("รายการที่รวมไว้แล้ว"))
        self._same.say(self.tr("รายการที่รวมไว้แล้ว"))
        try_ = self.tr("ลองชื่อสกุล เลขประจำตัว หรือโทรศัพท์ รายการที่รวมแล้วไม่ขึ้นที่นี่")
        self.nobody.say(self.tr("ไม่พบรายการอื่นของคนนี้") + "\n" + try_)
        self.keep.say(self.tr("เป็นคนเดียวกัน"))
        self.part.say(self.tr("แยกออก"))
        self.leave.say(self.tr("ไม่รวม"))
        if self._citizen is not None:
            words_ = self.tr("เรื่อง ใบแจ้ง และใบเสร็จของทั้งสองรายการจะรวมเป็นของ {name} แยกกลับได้ภายหลัง")
            self.what.say(words_.format(name=self._citizen.name))

    def ask(self, citizen: Citizen, same: tuple[Hit, ...]) -> None:
        """Beside whom another entry is looked for, and which are theirs already."""
        self._citizen = citizen
        self.search.clear()
        self._show_others([])
        self.same_rows.show_rows(same)
        for widget in (self._same, self.same, self.part):
            widget.setVisible(bool(same))
        high = self.same.horizontalHeader().sizeHint().height() + 4
        self.same.setFixedHeight(high + min(len(same), _ROWS) * self.same.verticalHeader().defaultSectionSize())
        if same:
            self.same.choose(0)
        self.retranslate()
        self.search.setText(citizen.entry.given)

    def _find(self) -> None:
        typed, queries = self.search.value, self._house.office.people_queries
        self._house.worker.run(
            lambda: queries.search(typed), owner=self, on_done=lambda found: self._found(typed, found)
        )

    def _found(self, typed: str, found: Found) -> None:
        if typed != self.search.value or self._citizen is None:
            return
        others = [hit for hit in found.hits if hit.entity == "person" and hit.id not in self._citizen.ids]
        self._show_others(others)

    def _show_others(self, others: list[Hit]) -> None:
        self.rows.show_rows(others)
        self._place.setCurrentWidget(self.table if others else self.nobody)
        self.keep.setEnabled(bool(others))
        if others:
            self.table.choose(0)

    def _confirm(self) -> None:
        hit = self.table.current()
        if hit is not None and self.keep.isEnabled():
            self.joined.emit(hit)

    def _part(self) -> None:
        hit = self.same.current()
        if hit is not None:
            self.parted.emit(hit)

    def _lay_out(self) -> None:
        self.nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.leave)
        foot.addWidget(self.part)
        foot.addStretch(1)
        foot.addWidget(self.keep)
        for page in (self.nobody, self.table):
            self._place.addWidget(page)
        for widget in (self.what, self.search, self._place, self._same, self.same):
            self.body.addWidget(widget, 1 if widget is self._place else 0)
        self.body.addLayout(foot)
