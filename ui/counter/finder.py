"""The search for who stands in front: by number, name, telephone or house, or by a code that was scanned."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.counter.finding import Thing
from desktop.people.model import Found, Hit
from ui.counter import words
from ui.house import House
from ui.kit.inputs import SearchBox
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState
from ui.kit.table import TableView
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import S

_OFTEN_MS = 60
"""How long after a key the search begins: a hand that goes on typing asks once."""


class Finder(Speaks, QWidget):
    """The results. `box` stands elsewhere; `showing` tells whether there is anything to look at.

    `opened` brings a hit, `scanned` the one thing that a code or a whole number names.
    """

    showing = Signal(bool)
    opened = Signal(object)
    scanned = Signal(object)

    def __init__(self, house: House, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._house = house
        self.box, self.read_as = SearchBox(), ThaiLabel(ink="attention", size="small")
        self.rows = words.hit_rows()
        self.table: TableView[Hit] = TableView()
        self.table.show_model(self.rows)
        self._nobody, self._stack = EmptyState("search"), QStackedWidget()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_OFTEN_MS)
        for widget in (self._nobody, self.table):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.read_as)
        column.addWidget(self._stack, 1)
        self.read_as.hide()
        self._soon.timeout.connect(self._find)
        self.box.textChanged.connect(lambda _: self._soon.start())
        self.box.returnPressed.connect(self._open_first)
        self.table.opened.connect(self.opened)
        self.setFocusProxy(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        self.box.setPlaceholderText(self.tr("เลขประจำตัว ชื่อ โทรศัพท์ บ้านเลขที่ หรือสแกนใบแจ้ง ใบเสร็จ ใบรับเรื่อง"))
        self.box.setAccessibleName(self.tr("ค้นประชาชนหรือบ้าน"))
        self.table.setAccessibleName(self.tr("ผลการค้น"))
        self._nobody.say(
            self.tr("ไม่พบในทะเบียน"), self.tr("กด Ctrl+N เพื่อบันทึกรายใหม่ ถ้ามีเลขจากใบแจ้งหรือใบเสร็จ ให้พิมพ์หรือสแกนเลขนั้น")
        )
        self.rows.retitle()

    def begin(self) -> None:
        """The keyboard to the search, over whatever stands there."""
        self.box.setFocus()
        self.box.selectAll()

    def clear(self) -> None:
        """Somebody was found: nothing is looked for any more."""
        self._soon.stop()
        self.box.blockSignals(True)
        self.box.clear()
        self.box.blockSignals(False)

    def look_up(self, code: str) -> None:
        """What a scanner read, wherever the keyboard was."""
        finding = self._house.office.counter.finding

        def done(thing: Thing | None) -> None:
            if thing is not None:
                self.scanned.emit(thing)
            else:
                self._house.notices.say(
                    "attention", self.tr("ไม่พบสิ่งที่สแกนในเครื่องนี้"), self.tr("อาจเป็นของเครื่องอื่นที่ยังส่งมาไม่ถึง")
                )

        self._house.worker.run(lambda: finding.exact(code), owner=self, on_done=done)

    def _find(self) -> None:
        typed, queries = self.box.value, self._house.office.people_queries
        if not typed:
            self.showing.emit(False)
            return
        self._house.worker.run(
            lambda: queries.search(typed), owner=self, on_done=lambda found: self._found(typed, found)
        )

    def _found(self, typed: str, found: Found) -> None:
        if typed != self.box.value or not typed:
            return
        self.rows.show_rows(found.hits)
        said = self.tr("แป้นพิมพ์สลับภาษา อ่านเป็น “{words}”").format(words=found.read_as) if found.read_as else ""
        self.read_as.say(said)
        self.read_as.setVisible(bool(said))
        self._stack.setCurrentWidget(self.table if found.hits else self._nobody)
        if found.hits:
            self.table.choose(0)
        self.showing.emit(True)

    def _open_first(self) -> None:
        """Enter: what was typed is looked for at once, a number of a paper before people, and the first is opened."""
        self._soon.stop()
        typed, office = self.box.value, self._house.office

        def look() -> Thing | Found:
            return office.counter.finding.exact(typed) or office.people_queries.search(typed)

        def done(found: Thing | Found) -> None:
            if isinstance(found, Thing):
                self.scanned.emit(found)
                return
            self._found(typed, found)
            if found.hits and typed == self.box.value:
                self.opened.emit(found.hits[0])

        if typed:
            self._house.worker.run(look, owner=self, on_done=done)
