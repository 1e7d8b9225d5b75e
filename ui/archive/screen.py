"""The archive: forms on paper, the shelf with its ages, and destruction lists, one at a time."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.devices.printer import Printer
from desktop.office.changes import Changes
from ui.archive.forms_page import FormsPage
from ui.archive.lists_page import ListsPage
from ui.archive.shelf_page import ShelfPage
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.segmented import Segmented
from ui.kit.tokens import L
from ui.notices import Notices
from ui.work import Worker

FORMS, SHELF, LISTS = "forms", "shelf", "lists"


class ArchiveScreen(Speaks, QWidget):
    """`printer` is asked for off the GUI thread, `queue` names the clerk's printer or None."""

    def __init__(
        self,
        office: Office,
        who: Person,
        worker: Worker,
        notices: Notices,
        printer: Callable[[], Printer],
        queue: Callable[[], str | None],
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.view = Segmented([(FORMS, ""), (SHELF, ""), (LISTS, "")])
        self.forms = FormsPage(office, worker, notices, printer, queue)
        self.shelf = ShelfPage(office, who, worker, notices.failed, language)
        self.lists = ListsPage(office, who, worker, notices)
        self._pages = QStackedWidget()
        for page in (self.forms, self.shelf, self.lists):
            self._pages.addWidget(page)
        head = QHBoxLayout()
        head.addWidget(self.view)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(L)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        self.view.chosen.connect(self.turn)
        self._keys = Keys(self)
        for place, key in enumerate((FORMS, SHELF, LISTS), start=1):
            self._keys.add(f"Ctrl+{place}", partial(self._name, key), partial(self._go, key), group=self._group)
        self.retranslate()
        self.turn(FORMS)

    def retranslate(self) -> None:
        self.view.offer([(key, self._name(key)) for key in (FORMS, SHELF, LISTS)])
        self.view.setAccessibleName(self.tr("มุมมอง"))

    def changed(self, changes: Changes) -> None:
        """Something was written here or pulled: only the page in view looks again now."""
        self.forms.changed(changes)
        page = self._pages.currentWidget()
        if page is self.shelf:
            self.shelf.changed(changes)
        elif page is self.lists:
            self.lists.changed(changes)

    def turn(self, view: str) -> None:
        """To one of the three; what it shows is read anew."""
        pages: dict[str, FormsPage | ShelfPage | ListsPage] = {FORMS: self.forms, SHELF: self.shelf, LISTS: self.lists}
        page = pages[view]
        self.view.choose(view)
        self._pages.setCurrentWidget(page)
        self._pages.setFocusProxy(page)
        self.setFocusProxy(page)
        page.refresh()

    def _go(self, view: str) -> None:
        """By the keyboard, which follows."""
        self.turn(view)
        self._pages.setFocus()

    def _name(self, view: str) -> str:
        return {FORMS: self.tr("แบบพิมพ์"), SHELF: self.tr("ที่เก็บและอายุ"), LISTS: self.tr("ขอทำลาย")}[view]

    def _group(self) -> str:
        return self.tr("ทะเบียนและงานเก็บ")
