"""The archive: forms on paper, the shelf with its ages, destruction lists and rules of keeping, one at a time."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.office.changes import Changes
from ui.archive.forms_page import FormsPage
from ui.archive.lists_page import ListsPage
from ui.archive.rules_page import RulesPage
from ui.archive.shelf_page import ShelfPage
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.segmented import Segmented
from ui.kit.tokens import L
from ui.notices import Notices
from ui.sheets.printing import SheetPrinting
from ui.work import Worker

FORMS, SHELF, LISTS, RULES = "forms", "shelf", "lists", "rules"
_VIEWS = (FORMS, SHELF, LISTS, RULES)


class ArchiveScreen(Speaks, QWidget):
    def __init__(
        self,
        office: Office,
        who: Person,
        worker: Worker,
        notices: Notices,
        printing: SheetPrinting,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.view = Segmented([(view, "") for view in _VIEWS])
        self.forms = FormsPage(office, who, worker, notices, printing)
        self.shelf = ShelfPage(office, who, worker, notices.failed, language)
        self.lists = ListsPage(office, who, worker, notices)
        self.rules = RulesPage(office, who, worker, notices.failed, language)
        self._pages = QStackedWidget()
        for page in (self.forms, self.shelf, self.lists, self.rules):
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
        for place, key in enumerate(_VIEWS, start=1):
            self._keys.add(f"Ctrl+{place}", partial(self._name, key), partial(self._go, key), group=self._group)
        self.retranslate()
        self.turn(FORMS)

    def retranslate(self) -> None:
        self.view.offer([(key, self._name(key)) for key in _VIEWS])
        self.view.setAccessibleName(self.tr("มุมมอง"))

    def changed(self, changes: Changes) -> None:
        """Something was written here or pulled: only the page in view looks again now."""
        self.forms.changed(changes)
        page = self._pages.currentWidget()
        for one in (self.shelf, self.lists, self.rules):
            if page is one:
                one.changed(changes)

    def turn(self, view: str) -> None:
        """To one of the views; what it shows is read anew."""
        pages: tuple[FormsPage | ShelfPage | ListsPage | RulesPage, ...] = (
            self.forms, self.shelf, self.lists, self.rules,
        )  # fmt: skip
        page = pages[_VIEWS.index(view)]
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
        return {
            FORMS: self.tr("แบบพิมพ์"),
            SHELF: self.tr("ที่เก็บและอายุ"),
            LISTS: self.tr("ขอทำลาย"),
            RULES: self.tr("กฎอายุการเก็บ"),
        }[view]

    def _group(self) -> str:
        return self.tr("ทะเบียนและงานเก็บ")
