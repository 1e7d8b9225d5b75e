"""The letter under the cursor, beside the list: what it is, its page, and what hangs on it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.kit.panels import Panel
from ui.kit.tokens import M
from ui.letters.letter_desk import LetterDesk
from ui.letters.letter_head import LetterHead
from ui.letters.letter_pages import LetterPages
from ui.letters.letter_papers import LetterPapers
from ui.letters.letter_work import LetterWork
from ui.letters.note_draft import NoteDraft
from ui.work import Worker

_PAGE = 160
"""A page of less height is none; the words of its letter have the room then."""


class Preview(QWidget):
    """`left` when the clerk has put away what was being written: the keyboard goes back to the list."""

    left = Signal()

    def __init__(
        self,
        desk: LetterDesk,
        papers: LetterPapers,
        worker: Worker,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.head = LetterHead(desk.presenter, brief=True)
        self.pages = LetterPages(desk.presenter, worker, thumbs=False)
        self.work = LetterWork(desk, language, compact=True)
        self.work.attach(NoteDraft(self.pages, desk.presenter, worker))
        self._panel = Panel()
        self._panel.body.addWidget(self.head)
        self._panel.body.addWidget(self.work, 1)
        self._panel.hide()  # no letter was chosen yet
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setHandleWidth(M)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.pages)
        self._split.addWidget(self._panel)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 2)
        self._split.setSizes([340, 280])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._split)
        desk.shown.connect(self.show_letter)
        self._routing = False
        self.work.routing.connect(self._route)
        self.work.left.connect(self.left)
        papers.serve(self.work.sections.documents, self.pages)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What a letter is comes before its pages, where something stands above the room on a low screen."""
        super().resizeEvent(event)
        self._make_room()

    def _route(self, on: bool) -> None:
        self._routing = on
        self._make_room()

    def _make_room(self) -> None:
        words = self._panel.minimumSizeHint().height()
        self.pages.setHidden(self._routing or self.height() < words + M + _PAGE)

    def show_letter(self) -> None:
        self.head.show_letter()
        self._panel.setHidden(self._desk.letter is None)
        self.work.show_letter()
        self.pages.show_letter()
        self._make_room()
