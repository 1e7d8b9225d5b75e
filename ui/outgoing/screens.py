"""The room of outgoing papers: the list of drafts, the editor and the dispatch book, one at a time."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.accounts.model import Session
from desktop.application import Office
from desktop.office.changes import Changes
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.outgoing.model import Template
from ui.notices import Notices
from ui.outgoing.dispatch_screen import DispatchScreen
from ui.outgoing.drafts_screen import DraftsScreen
from ui.outgoing.editor import Editor
from ui.outgoing.editor_presenter import EditorPresenter
from ui.outgoing.papers import Papers
from ui.outgoing.says import Says
from ui.settings import SettingsFile
from ui.sheets.printing import SheetPrinting
from ui.work import Worker


class OutgoingScreens(QStackedWidget):
    """`settings`: the desk's."""

    def __init__(
        self,
        office: Office,
        session: Session,
        worker: Worker,
        notices: Notices,
        printing: SheetPrinting,
        says: Says,
        settings: SettingsFile,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self._session, self._worker, self._notices = office, session, worker, notices
        self.presenter = EditorPresenter(office, session, settings)
        self.drafts = DraftsScreen(office, worker, notices, says)
        papers = Papers(notices, printing, self)
        self.editor = Editor(self.presenter, worker, notices, papers, says)
        self.book = DispatchScreen(office, session.person, worker, notices, papers, says)
        for screen in (self.drafts, self.editor, self.book):
            self.addWidget(screen)
        self.setFocusProxy(self.drafts)
        self.drafts.opened.connect(self.open_draft)
        self.drafts.wanted.connect(self.start)
        self.drafts.book_wanted.connect(self.show_book)
        self.editor.closed.connect(self._back)
        self.book.closed.connect(lambda: self._go(self.drafts))
        self._finish()

    def changed(self, changes: Changes) -> None:
        """Something was written at this desk or pulled from the centre."""
        self.drafts.changed(changes)
        self.editor.changed(changes)
        self.book.changed(changes)
        if changes.pulled and changes.touches("letter", "time_authority"):
            self._finish()

    def start(self, template: Template) -> None:
        """A new draft, opened at once."""
        self._worker.run(lambda: self.presenter.start(template), owner=self, on_done=self.open_draft, lane="write")

    def open_draft(self, draft_id: Id) -> None:
        self.editor.open(draft_id)
        self._go(self.editor)

    def show_book(self) -> None:
        """The dispatch book."""
        self.book.refresh()
        self._go(self.book)

    def _back(self) -> None:
        draft = self.presenter.draft
        self.presenter.close()
        self._go(self.drafts)
        self.drafts.refresh()
        if draft is not None:
            self.drafts.follow(draft.id)

    def _go(self, screen: QWidget) -> None:
        self.setCurrentWidget(screen)
        self.setFocusProxy(screen)
        screen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish(self) -> None:
        """Papers of letters whose number came in the meantime, and the time on signatures that wait for it."""
        outgoing, who = self._office.outgoing, self._session.person
        self._worker.run(outgoing.signing(who).finish_waiting, owner=self)
        self._worker.run(outgoing.stamping(who).stamp_waiting, owner=self, on_failed=self._not_stamped, lane="read")

    def _not_stamped(self, error: Exception) -> None:
        """Without a line the letters' own mark says it; of anything else somebody must hear."""
        if not (isinstance(error, OfficeError) and error.code == "stamping.no_answer"):
            self._notices.failed(error)
