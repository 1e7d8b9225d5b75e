"""The room of cases: the list, a new case and the page of one, one at a time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.cases.model import Case
from desktop.counter.model import Page
from desktop.office.changes import Changes
from desktop.office.ids import Id
from ui.cases.case_page import CasePage
from ui.cases.list_screen import CaseList
from ui.cases.new_screen import NewCase
from ui.cases.presenter import CasesPresenter, Language, Opened
from ui.notices import Notices
from ui.sheets.printing import SheetPrinting
from ui.work import Worker


class CaseScreens(QStackedWidget):
    """`billed` brings the bill of a case's fees, `certified` the id of the case whose certificate is to be issued."""

    billed = Signal(object)
    certified = Signal(object)

    def __init__(
        self, presenter: CasesPresenter, worker: Worker, notices: Notices, language: Language,
        printing: SheetPrinting, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._presenter, self._notices, self._printing = presenter, notices, printing
        self.list = CaseList(presenter, worker, language)
        self.new = NewCase(presenter, worker, notices, language)
        self.page = CasePage(presenter, worker, notices, language, self.print)
        for screen in (self.list, self.new, self.page):
            self.addWidget(screen)
        self.setFocusProxy(self.list)
        self.list.opened.connect(self.open_case)
        self.list.wanted.connect(lambda: self._go(self.new))
        self.new.opened.connect(self._taken_in)
        self.new.closed.connect(self._back)
        self.new.back.connect(self._go_on)
        self.page.closed.connect(self._back)
        self.page.billed.connect(self.billed)
        self.page.certified.connect(self.certified)

    def changed(self, changes: Changes) -> None:
        """Something was written at this desk or pulled from the centre."""
        self.list.changed(changes)
        if changes.touches("citizen_case", "case_event", "case_file", "case_reporter"):
            self.page.refresh()

    def new_for(self, page: Page) -> None:
        """A new case of whoever stands at the counter; what is being typed already is not written over."""
        self._go(self.new)
        self.new.begin_for(page)

    def open_case(self, case_id: Id) -> None:
        self.page.open(case_id)
        self._go(self.page)

    def print(self, opened: Opened, code: str) -> None:
        """Sends a paper of a case on its way."""
        case, presenter = opened.case, self._presenter
        kind, label = presenter.named(case, code)
        self._printing.print_file(kind, label, case.id, lambda: presenter.filed(case, code))

    def _taken_in(self, case: Case) -> None:
        number = self._presenter.number(case)
        self._notices.say("ready", self.tr("รับเรื่องแล้ว เลขที่ {number}").format(number=number))
        self.open_case(case.id)

    def _go_on(self) -> None:
        """What was typed before the program ended is gone on with, unless somebody has gone elsewhere meanwhile."""
        if self.currentWidget() is self.list:
            self._go(self.new)
            self.new.form.go_on_typing()

    def _back(self) -> None:
        self.new.rest()
        opened = self.page.opened
        self._go(self.list)
        if opened is not None:
            self.list.follow(opened.case.id)

    def _go(self, screen: QWidget) -> None:
        self.setCurrentWidget(screen)
        self.setFocusProxy(screen)
        screen.setFocus(Qt.FocusReason.OtherFocusReason)
