"""The search over all letters: rows as one types, filters, and the folders that the unit keeps."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.letters.found import FoundLetter, SavedSearch, Search
from desktop.office.changes import Changes
from ui.kit.buttons import SecondaryButton
from ui.kit.inputs import SearchBox
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.paged_rows import Deliver, PagedModel
from ui.kit.panels import EmptyState
from ui.kit.table import TableView
from ui.kit.thai_label import OneLine
from ui.kit.tokens import L, M, S
from ui.letters import search_words
from ui.letters.filter_bar import FilterBar
from ui.letters.search_columns import columns
from ui.letters.search_folders import Folders
from ui.letters.search_presenter import PAGE, Offers, Result, SearchPresenter
from ui.notices import Notices
from ui.work import Worker

if TYPE_CHECKING:
    from concurrent.futures import Future

_SETTLE_MS = 300
"""After so long without a key all letters are counted; what was written meanwhile is looked for again."""
_FOLDERS_WIDTH = 210


class SearchScreen(Speaks, QWidget):
    """`opened` brings the letter's id on Enter, `closed` comes on Escape with nothing left to clear."""

    opened = Signal(object)
    closed = Signal()
    shown = Signal()

    def __init__(
        self, presenter: SearchPresenter, worker: Worker, notices: Notices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.presenter, self._worker = presenter, worker
        self._result: Result | None = None
        self._looking: Future[Result] | None = None
        self._asked = self._shown = 0
        self._shown_for: Search | None = None
        self._opening = False
        self._units: dict[str, str] = {}
        self.box = SearchBox()
        self.filters = FilterBar(self.today)
        self.filter_button = SecondaryButton(key="F4", icon_name="filter")
        self.folders = Folders(presenter, worker, notices)
        self.told, self._total = OneLine(ink="accent", strong=True), OneLine(ink="soft")
        self.unread, self._unread_pages = OneLine(ink="soft"), 0
        self.table: TableView[FoundLetter] = TableView()
        self.model = PagedModel(columns(self.today, self._words, lambda: self._units), self._fetch, self, size=PAGE)
        self.table.show_model(self.model)
        self._nothing = EmptyState("search")
        self.keys = Keys(self)
        self._later = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._later.timeout.connect(self._count)
        self._again = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._again.timeout.connect(self.refresh)
        self._bind_keys()
        self._lay_out()
        self._connect()
        self.filters.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self.box.setAccessibleName(self.tr("ค้นหนังสือทุกทะเบียน"))
        self.box.setPlaceholderText(self.tr("เลข ที่ เรื่อง ผู้ส่ง คน คำเกษียณ หรือข้อความในหน้ากระดาษ  /"))
        self.table.setAccessibleName(self.tr("หนังสือที่พบ"))
        self._name_filters()
        self._say()
        self._say_unread()

    def today(self) -> date:
        return self.presenter.today

    def changed(self, changes: Changes) -> None:
        """Something was written here or pulled: what is shown is looked for again soon."""
        if self.isVisible() and self.presenter.concerns(changes):
            self._again.start()

    def show_unread(self, pages: int) -> None:
        """So many pages are still being read: what stands on them is not found yet."""
        self._unread_pages = pages
        self._say_unread()

    def look_for(self, words: str) -> None:
        """Shows what has these words; the keyboard stays where it is."""
        if words != self.box.text():
            self.box.setText(words)
        else:
            self.refresh()

    def begin(self) -> None:
        """Somebody comes in: folders and choices are read, and the newest letters shown."""
        self._worker.run(self.presenter.offers, owner=self, on_done=self._offer)
        self.folders.refresh()
        self.refresh()

    def refresh(self) -> None:
        """Looks again; a search that has not begun is given up for this one."""
        self._asked += 1
        asked, search = self._asked, self.presenter.search
        if self._looking is not None:
            self._looking.cancel()
        self._looking = self._worker.run(
            lambda: self.presenter.look(search), owner=self,
            on_done=lambda result: self._arrived(result, asked, search) if asked == self._asked else None,
        )  # fmt: skip

    def _words(self) -> str:
        return self._result.found.search.words if self._result else ""

    def _typed(self) -> None:
        self._opening = False
        self.presenter.words = self.box.value
        self.refresh()

    def _filtered(self) -> None:
        self.presenter.filters = self.filters.filters
        self._name_filters()
        self.refresh()

    def _arrived(self, result: Result, asked: int, search: Search) -> None:
        same = self._result is not None and self._result.found.search == result.found.search
        place = self._place_in(result) if same else 0
        self._result, self._shown, self._shown_for = result, asked, search
        self.model.refresh(result.total)
        if result.total:
            self.table.choose(min(max(place, 0), result.total - 1))
        self._list.setCurrentWidget(self.table if result.total else self._nothing)
        self._nothing.setVisible(not result.total)
        self._say()
        self._later.start()
        self.shown.emit()
        if self._opening:
            self._opening = False
            self._open(self.table.current())

    def _place_in(self, result: Result) -> int:
        """Where the chosen letter stands now: others may have come before it while nobody asked for them."""
        place, chosen = self.table.currentIndex().row(), self.table.current()
        ids = [one.row.id for one in result.found.first]
        return ids.index(chosen.row.id) if chosen is not None and chosen.row.id in ids else place

    def _count(self) -> None:
        result = self._result
        if result is not None and not result.is_counted:
            self._worker.run(result.count_on, owner=self, on_done=lambda counted: self._counted(result, *counted))

    def _counted(self, result: Result, total: int, are_all: bool) -> None:
        if result is self._result and not result.is_counted:
            result.total, result.is_counted = total, are_all
            self.model.refresh(total)
            self._say()
            self._count()

    def _fetch(self, first: int, count: int, deliver: Deliver[FoundLetter]) -> None:
        result, number = self._result, first // count
        if result is None:
            return
        if number == 0:
            deliver(result.found.first)
        else:
            self._worker.run(lambda: result.page(number), owner=self, on_done=deliver)

    def _say(self) -> None:
        result = self._result
        self.told.setText(search_words.told(result.found) if result else "")
        self._total.setText(search_words.total(result.total, more=not result.is_counted) if result else "")
        self._nothing.say(*search_words.nothing(self.presenter.words))

    def _say_unread(self) -> None:
        said = self.tr("กำลังอ่านหน้ากระดาษ เหลือ {count} หน้า").format(count=f"{self._unread_pages:,}")
        self.unread.setText(said if self._unread_pages else "")

    def _name_filters(self) -> None:
        count = self.presenter.filters.count
        self.filter_button.say(self.tr("ตัวกรอง {count}").format(count=count) if count else self.tr("ตัวกรอง"))

    def _offer(self, offers: Offers) -> None:
        self._units = {unit.id.hex(): unit.short_th for unit in offers.units}
        self.filters.offer(offers)
        self.filters.show_filters(self.presenter.filters)

    def open_folder(self, folder: SavedSearch) -> None:
        self.presenter.open_folder(folder)
        self.filters.show_filters(folder.filters)
        self._name_filters()
        self.box.blockSignals(True)
        self.box.setText(folder.words)
        self.box.blockSignals(False)
        self.refresh()
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _other_keyboard(self) -> None:
        """To the words that the other keyboard would have written; and back to those that were typed."""
        if self._result is not None:
            found = self._result.found
            words = found.other.words if found.other else found.read_as
            if words:
                self.box.setText(words)

    def _toggle_filters(self) -> None:
        self.filters.setVisible(not self.filters.isVisible())
        (self.filters if self.filters.isVisible() else self.table).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _between(self) -> None:
        """From the results to the folders, and back."""
        there = self.folders.table.hasFocus()
        (self.table if there else self.folders).setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not there and self.folders.model.rowCount() and self.folders.table.current() is None:
            self.folders.table.choose(0)

    def _leave(self) -> None:
        if self.box.text() or self.presenter.filters.count:
            self._clear()
        else:
            self.closed.emit()

    def _clear(self) -> None:
        self.presenter.filters = type(self.presenter.filters)()
        self.filters.show_filters(self.presenter.filters)
        self._name_filters()
        if self.box.text():
            self.box.clear()
        else:
            self.refresh()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open(self, one: FoundLetter | None) -> None:
        """Enter of a quick clerk waits for the rows of the words that are typed: the old ones are other letters."""
        if self._shown_for != self.presenter.search:
            self._opening = True
        elif one is not None:
            self.opened.emit(one.row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a list that has no row yet."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.hasFocus():
            self._open(None)
        else:
            super().keyPressEvent(event)

    def step(self, rows: int) -> None:
        """To the next letter of the results, or back; the page follows."""
        place = self.table.currentIndex().row() + rows
        if 0 <= place < self.model.rowCount():
            self.table.choose(place)
            self._open(self.table.current())

    def _connect(self) -> None:
        self.box.textChanged.connect(lambda _: self._typed())
        self.box.returnPressed.connect(self.table.setFocus)
        self.filters.changed.connect(self._filtered)
        self.filter_button.clicked.connect(self._toggle_filters)
        self.table.opened.connect(self._open)
        self.folders.opened.connect(self.open_folder)
        self.folders.left.connect(self.table.setFocus)
        self.setFocusProxy(self.box)

    def _bind_keys(self) -> None:
        def group() -> str:
            return self.tr("ค้นหนังสือ")

        self.keys.add("/", lambda: self.tr("แก้คำค้น"), self.box.setFocus, group=group, hint=True)
        self.keys.name("Return", lambda: self.tr("เปิด"), group=group, hint=True)
        self.keys.name("F4", lambda: self.tr("ตัวกรอง"), group=group)
        self.keys.add("F6", lambda: self.tr("แฟ้ม / ผลค้น"), self._between, group=group, hint=True)
        self.keys.add("F7", lambda: self.tr("ค้นตามแป้นอีกภาษา"), self._other_keyboard, group=group, hint=True)
        self.keys.add("Ctrl+S", lambda: self.tr("เก็บเป็นแฟ้ม"), self._keep, group=group, hint=True)
        self.keys.name("Del", lambda: self.tr("นำแฟ้มออก"), group=group)
        self.keys.add("Ctrl+Z", lambda: self.tr("เอาแฟ้มที่เพิ่งนำออกกลับมา"), self.folders.bring_back, group=group)
        self.keys.add("Esc", lambda: self.tr("ล้าง / กลับ"), self._leave, group=group, hint=True)
        self.filter_button.setShortcut("F4")

    def _keep(self) -> None:
        self.folders.ask_name(self.box.value)

    def _lay_out(self) -> None:
        upper = QHBoxLayout()
        upper.setSpacing(M)
        upper.addWidget(self.box, 1)
        upper.addWidget(self.filter_button)
        said = QHBoxLayout()
        said.setSpacing(M)
        said.addWidget(self.told, 1)
        said.addWidget(self.unread)
        said.addWidget(self._total)
        both = QWidget()
        self._list = QStackedLayout(both)
        self._list.addWidget(self.table)
        self._list.addWidget(self._nothing)
        results = QVBoxLayout()
        results.setSpacing(S)
        results.addLayout(said)
        results.addWidget(both, 1)
        self.folders.setFixedWidth(_FOLDERS_WIDTH)
        lower = QHBoxLayout()
        lower.setSpacing(L)
        lower.addWidget(self.folders)
        lower.addLayout(results, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(L + S, L, L + S, M)
        column.setSpacing(M)
        column.addLayout(upper)
        column.addWidget(self.filters)
        column.addLayout(lower, 1)
        column.addWidget(HintBar(self.keys))
