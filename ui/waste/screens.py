"""ค่าขยะ: the houses, a month's bills, what is owed, and houses out of a file, each a page of one room."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.office.changes import Changes
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.segmented import Segmented
from ui.kit.tokens import L, S
from ui.notices import Notices
from ui.sheets.printing import SheetPrinting
from ui.waste.accounts_screen import AccountsScreen
from ui.waste.arrears_screen import ArrearsScreen
from ui.waste.presenter import WastePresenter
from ui.waste.run_screen import RunScreen
from ui.work import Worker

ACCOUNTS, RUN, ARREARS, IMPORT = "accounts", "run", "arrears", "import"


class WasteScreens(Speaks, QWidget):
    """`importing` is the page that brings houses in; other rooms made it."""

    def __init__(
        self, presenter: WastePresenter, worker: Worker, notices: Notices, printing: SheetPrinting, importing: QWidget
    ) -> None:
        super().__init__()
        self.accounts = AccountsScreen(presenter, worker, notices)
        self.run = RunScreen(presenter, worker, notices, printing)
        self.arrears = ArrearsScreen(presenter, worker, notices, printing)
        self.importing = importing
        importing.setContentsMargins(L, S, L, S)
        self._by_key: dict[str, QWidget] = {
            ACCOUNTS: self.accounts, RUN: self.run, ARREARS: self.arrears, IMPORT: importing,
        }  # fmt: skip
        self.pages, self._stack = Segmented([(key, "") for key in self._by_key]), QStackedWidget()
        for screen in self._by_key.values():
            self._stack.addWidget(screen)
        self.pages.chosen.connect(self.turn)
        self.arrears.house_wanted.connect(self._look_for)
        head = QHBoxLayout()
        head.setContentsMargins(L, S, L, 0)
        head.addWidget(self.pages)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        keys, names = Keys(self), tuple(self._by_key)
        keys.add_numbers(
            len(names), lambda: self.tr("หน้าของห้องค่าขยะ"), lambda number: self.turn(names[number - 1]),
            group=lambda: self.tr("ค่าขยะ"), held="Ctrl+",
        )  # fmt: skip
        self.setFocusProxy(self.accounts)
        self.retranslate()

    def retranslate(self) -> None:
        self.pages.setAccessibleName(self.tr("หน้าของห้องค่าขยะ"))
        words = (self.tr("บัญชี"), self.tr("ทำใบแจ้ง"), self.tr("ค้างชำระ"), self.tr("นำเข้า"))
        self.pages.offer(list(zip(self._by_key, words, strict=True)))

    def turn(self, page: str) -> None:
        self.pages.choose(page)
        self._stack.setCurrentWidget(self._by_key[page])
        self.setFocusProxy(self._by_key[page])
        self._by_key[page].setFocus()

    def changed(self, changes: Changes) -> None:
        for screen in (self.accounts, self.run, self.arrears):
            screen.changed(changes)

    def _look_for(self, words: str) -> None:
        self.turn(ACCOUNTS)
        self.accounts.look_for(words)
