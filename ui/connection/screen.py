"""การเชื่อมต่อ: the test of the line, and for those who supervise every desk of the office."""

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.connection.check_page import CheckPage
from ui.connection.copies_page import CopiesPage
from ui.connection.desks_page import DesksPage
from ui.house import House
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.segmented import Segmented
from ui.kit.tokens import L, S
from ui.line import Line


class ConnectionScreen(Speaks, QWidget):
    """Without a line both pages say so."""

    def __init__(self, house: House, line: Line | None, office_phone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        failed = house.notices.failed
        self.check = CheckPage(line.check if line else None, house.worker, house.settings, office_phone, failed)
        self.desks = DesksPage(line.desks if line else None, house.worker, house.office.clock, house.code, failed)
        office = house.office
        self.copies = CopiesPage(office.copies, house.worker, office.clock.now, house.code, failed)
        self._pages = {"check": self.check, "desks": self.desks, "copies": self.copies}
        self.views, self._stack = Segmented([(key, "") for key in self._pages]), QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
        self.keys = Keys(self)
        self._bind_keys()
        top = QHBoxLayout()
        top.addWidget(self.views)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, S)
        column.setSpacing(L)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        column.addWidget(HintBar(self.keys))
        self.views.chosen.connect(self.turn)
        self.setFocusProxy(self.check)
        self.retranslate()

    def retranslate(self) -> None:
        self.views.setAccessibleName(self.tr("มุมมอง"))
        titles = {
            "check": self.tr("ทดสอบการเชื่อมต่อ"),
            "desks": self.tr("เครื่องที่ยังส่งไม่ครบ"),
            "copies": self.tr("สำเนาสำรอง"),
        }
        self.views.offer(list(titles.items()))

    def turn(self, key: str) -> None:
        """Shows a page, and asks anew what it shows."""
        page = self._pages[key]
        self.views.choose(key)
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.setFocus()
        self._ask()

    def _ask(self) -> None:
        page = self._stack.currentWidget()
        if page is self.desks:
            self.desks.refresh()
        elif page is self.copies:
            self.copies.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.check.stop()

    def _bind_keys(self) -> None:
        def group() -> str:
            return self.tr("การเชื่อมต่อ")

        self.keys.add("Ctrl+1", lambda: self.tr("ทดสอบ"), lambda: self.turn("check"), group=group, hint=True)
        self.keys.add("Ctrl+2", lambda: self.tr("เครื่องทั้งหมด"), lambda: self.turn("desks"), group=group, hint=True)
        self.keys.add("Ctrl+3", lambda: self.tr("สำเนาสำรอง"), lambda: self.turn("copies"), group=group, hint=True)
