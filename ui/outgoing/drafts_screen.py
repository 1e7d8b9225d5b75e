"""The list of drafts, and the paper of the one under the cursor."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.application import Office
from desktop.office.changes import Changes
from desktop.office.ids import Id
from desktop.outgoing.model import Draft, DraftRow, State, Template
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.focus import keeps_focus
from ui.kit.inputs import ComboBox
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState
from ui.kit.segmented import Segmented
from ui.kit.table import TableView
from ui.kit.tokens import L, S
from ui.live_pages import LivePages
from ui.notices import Notices
from ui.outgoing import words
from ui.outgoing.rows import draft_rows
from ui.outgoing.says import Says
from ui.work import Worker

OPEN, DONE, AWAY = "open", "done", "away"
_STATES = {
    OPEN: (State.WRITING, State.REVIEW, State.RETURNED, State.APPROVED),
    DONE: (State.SIGNED,),
    AWAY: (State.DROPPED,),
}


class DraftsScreen(Speaks, QWidget):
    """`opened` brings the draft to work on, `wanted` the template of a new one; `book_wanted`: the dispatch book."""

    opened = Signal(object)
    wanted = Signal(object)
    book_wanted = Signal()

    def __init__(
        self, office: Office, worker: Worker, notices: Notices, says: Says, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._office, self._worker = office, worker
        self.view = Segmented([(key, "") for key in _STATES])
        self.rows = draft_rows(says)
        self.table: TableView[DraftRow] = TableView()
        self.table.show_model(self.rows)
        self.pages = LivePages(words.no_paper, worker, notices.failed)
        self.template = ComboBox([(one.value, "") for one in Template])
        self.new_button = PrimaryButton(key="F9", icon_name="plus")
        self.book_button = SecondaryButton(key="F4", icon_name="send")
        self._nothing = EmptyState("outbox")
        self._keys = Keys(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.new_button)
        self.retranslate()
        self.refresh()

    def retranslate(self) -> None:
        self.view.offer([(OPEN, self.tr("กำลังทำ")), (DONE, self.tr("ลงนามแล้ว")), (AWAY, self.tr("พับเก็บ"))])
        self.view.setAccessibleName(self.tr("มุมมอง"))
        self.table.setAccessibleName(self.tr("ร่างหนังสือ"))
        self.template.setAccessibleName(self.tr("แบบของร่างใหม่"))
        self.template.offer([(one.value, words.template(one)) for one in Template])
        self.new_button.say(self.tr("ร่างใหม่"))
        self.book_button.say(self.tr("สมุดส่งหนังสือ"))
        self._nothing.say(
            self.tr("ยังไม่มีร่างในมุมมองนี้"),
            self.tr("เลือกแบบแล้วกด F9 เพื่อร่างหนังสือ ร่างของหน่วยงานและร่างที่มีผู้ขอให้ตรวจจะอยู่ที่นี่"),
        )
        self.rows.retitle()

    def changed(self, changes: Changes) -> None:
        if changes.touches("draft", "letter", "letter_file"):
            self.refresh()

    def refresh(self) -> None:
        """Reads the list again in the background; the choice stays."""
        states, queries, underway = _STATES[self.view.value], self._office.outgoing.queries, self.view.value == OPEN
        read = lambda: queries.drafts(states, and_unsealed=underway)  # noqa: E731
        self._worker.run(read, owner=self, on_done=self._loaded, view="rows")

    def follow(self, draft_id: Id) -> None:
        """Puts the cursor on a draft, if it is in the list."""
        place = self.rows.place_of(draft_id)
        if place is not None:
            self.table.choose(place)

    def _loaded(self, rows: tuple[DraftRow, ...]) -> None:
        self.rows.show_rows(rows)
        self._turn(self._work if rows else self._nothing)
        if rows and self.table.current() is None:
            self.table.choose(0)
        if not rows:
            self.pages.show_nothing()

    def _turn(self, page: QWidget) -> None:
        """Between list and empty state; the keyboard is never left on what is hidden."""
        if self._stack.currentWidget() is page:
            return
        held = any(keeps_focus(one) for one in (self.table, self.new_button))
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(self.table if page is self._work else self.new_button)
        if held:
            self.setFocus()

    def _choose(self, row: DraftRow | None) -> None:
        if row is None:
            return self.pages.show_nothing()
        outgoing = self._office.outgoing

        def read() -> tuple[Draft | None, bytes | None]:
            return outgoing.queries.draft(row.id), outgoing.signed_pdf(row.letter_id) if row.letter_id else None

        self._worker.run(read, owner=self, on_done=lambda found: self._shown(row, *found), view="pages")

    def _shown(self, row: DraftRow, draft: Draft | None, paper: bytes | None) -> None:
        now = self.table.current()
        if now is None or now.id != row.id or draft is None:
            return
        if paper is not None:
            self.pages.show_pdf(lambda: paper)
        else:
            content = (draft.newest or draft.current).content
            self.pages.show_pdf(lambda: self._office.outgoing.draft_pdf(content))

    def _connect(self) -> None:
        self.view.chosen.connect(lambda _: self.refresh())
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda row: self.opened.emit(row.id) if row else None)
        self.book_button.clicked.connect(self.book_wanted)
        self.new_button.clicked.connect(lambda: self.wanted.emit(Template(self.template.value)))

        def group() -> str:
            return self.tr("หนังสือออก")

        self._keys.name("Return", lambda: self.tr("เปิดร่าง"), group=group, hint=True)

    def _lay_out(self) -> None:
        self._work = QWidget()
        line = QHBoxLayout(self._work)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(L)
        line.addWidget(self.table, 3)
        line.addWidget(self.pages, 2)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._work)
        head = QHBoxLayout()
        head.addWidget(self.view)
        head.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.book_button)
        foot.addStretch(1)
        foot.addWidget(self.template)
        foot.addWidget(self.new_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(L)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
