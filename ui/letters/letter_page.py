"""One letter on the whole room: its pages large, everything that is known and may be done beside them."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.kit.buttons import QuietButton
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState, Panel
from ui.kit.tokens import L, M, S
from ui.letters.due_line import DueLine
from ui.letters.letter_desk import LetterDesk
from ui.letters.letter_head import LetterHead
from ui.letters.letter_pages import LetterPages
from ui.letters.letter_papers import LetterPapers
from ui.letters.letter_work import LetterWork
from ui.letters.note_draft import NoteDraft
from ui.letters.phrase_list import MOST
from ui.work import Worker

SIDE_WIDE, SIDE_WIDER = 476, 620
ROOMY_WIDE, ROOMY_HIGH = 1500, 860
"""From here on the whole letter is seen at once: all facts, and a side that is wide enough for long words."""


class LetterPage(Speaks, QWidget):
    """`closed` when the clerk goes back to the list; `moved` (+1, -1) when they want the next or previous letter.

    `paper_asked` when they want to know where the paper itself is.
    """

    closed = Signal()
    moved = Signal(int)
    paper_asked = Signal()

    def __init__(
        self,
        desk: LetterDesk,
        papers: LetterPapers,
        worker: Worker,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.head = LetterHead(desk.presenter)
        self.due = DueLine(desk.presenter, language, self)
        self.pages = LetterPages(desk.presenter, worker)
        self.work = LetterWork(desk, language)
        self.work.attach(NoteDraft(self.pages, desk.presenter, worker))
        self.back_button = QuietButton(key="Esc", icon_name="inbox")
        self.paper_button = QuietButton(key="O", icon_name="page")
        self._gone = EmptyState("letter")
        self.keys = Keys(self)
        self._bind_keys()
        self._lay_out()
        self.head.stand_beside(self.due.button)
        self._take_room(False)
        self._gone.hide()  # the first letter is still being read; keys that are pressed meanwhile count
        desk.shown.connect(self.show_letter)
        self.back_button.clicked.connect(self.closed)
        self.paper_button.clicked.connect(self.paper_asked)
        self.work.writing.connect(self._writing)
        self.due.unfolded.connect(self.head.set_brief)
        self.work.left.connect(self.setFocus)
        papers.serve(self.work.sections.documents, self.pages)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("หนังสือ"))
        self.back_button.say(self.tr("กลับไปที่รายการ"))
        self._name_paper()
        self._gone.say(
            self.tr("หนังสือฉบับนี้ไม่อยู่ในเครื่องนี้แล้ว"),
            self.tr("หน่วยงานของท่านอาจไม่อยู่ในเส้นทางของหนังสือแล้ว ดูได้ที่สารบรรณกลาง"),
        )

    def show_letter(self) -> None:
        self._name_paper()
        self.head.show_letter()
        self.due.show_letter()
        self.work.show_letter()
        self.pages.show_letter()
        self._gone.setHidden(self.desk.letter is not None)
        for part in (self.head, self.work):
            part.setHidden(self.desk.letter is None)
        if self.isVisible():
            self.desk.seen()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.desk.seen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(SIDE_WIDER if self.width() >= ROOMY_WIDE else SIDE_WIDE)
        self._take_room(self.height() >= ROOMY_HIGH)

    def _take_room(self, roomy: bool) -> None:
        for part in (self.head, self.due):
            part.set_short(not roomy)

    def _writing(self, on: bool) -> None:
        for button in (self.back_button, self.paper_button, *self.work.seldom):
            button.setEnabled(not on)
        self.due.set_away(on)
        self.head.set_brief(on or (self.due.is_unfolded and not self.due.isHidden()))

    def _name_paper(self) -> None:
        holder = self.desk.presenter.paper_holder
        self.paper_button.say(self.tr("ต้นฉบับ: {holder}").format(holder=holder) if holder else self.tr("ต้นฉบับ"))

    def _move(self, letters: int) -> None:
        """Never under something that is being written: it would be saved on another letter."""
        if not self.work.is_writing:
            self.moved.emit(letters)

    def _turn(self, pages: int) -> None:
        canvas = self.pages.view.canvas
        canvas.go(canvas.page + pages)

    def _bind_keys(self) -> None:
        def group() -> str:
            return self.tr("หนังสือ")

        self.keys.add_numbers(MOST, lambda: self.tr("เกษียณด้วยวลี"), self.work.endorse, group=group, hint=True)
        self.keys.add("Ctrl+Return", lambda: self.tr("เกษียณ"), self.work.write_endorsement, group=group)
        self.keys.name("R", lambda: self.tr("ส่งต่อ"), group=group, hint=True)
        self.keys.add("J", lambda: self.tr("ฉบับถัดไป"), lambda: self._move(1), group=group, hint=True)
        self.keys.add("K", lambda: self.tr("ฉบับก่อน"), lambda: self._move(-1), group=group, hint=True)
        self.keys.add("PgDown", lambda: self.tr("หน้าถัดไป"), lambda: self._turn(1), group=group, hint=True)
        self.keys.add("PgUp", lambda: self.tr("หน้าก่อน"), lambda: self._turn(-1), group=group)
        self.keys.add("Ctrl+Z", lambda: self.tr("เลิกทำ"), self.desk.undo, group=group, hint=True)

    def _lay_out(self) -> None:
        self._side = Panel()
        self._side.body.setSpacing(S)
        # what is shown goes by the window's height: were it the other way round, a window once large stayed so
        self._side.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        for widget, stretch in ((self.head, 0), (self.due, 0), (self.work, 1), (self._gone, 1)):
            self._side.body.addWidget(widget, stretch)
        middle = QHBoxLayout()
        middle.setSpacing(L)
        middle.addWidget(self.pages, 1)
        middle.addWidget(self._side)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.back_button)
        foot.addWidget(HintBar(self.keys), 1)
        for beside in (*self.work.seldom, self.paper_button):
            foot.addWidget(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(L + S, L, L + S, M)
        column.setSpacing(S)
        column.addLayout(middle, 1)
        column.addLayout(foot)
