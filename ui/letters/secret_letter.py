"""One ลับมาก letter on the screen: its marked pages, what it is, what was done with it. Thrown away whole when left."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from desktop.letters.model import Letter, LetterFile
from desktop.letters.reading import SecretReading
from desktop.office.errors import OfficeError
from desktop.paper.secrecy_mark import HEIGHT_MM, WIDTH_MM, mark_ops
from ui.kit.language import Speaks
from ui.kit.page_source import Pages
from ui.kit.page_view import PageView
from ui.kit.panels import EmptyState, Panel
from ui.kit.paper_layer import paper_layer
from ui.kit.tokens import L
from ui.letters import words
from ui.letters.letter_head import LetterHead
from ui.letters.letter_presenter import LetterPresenter
from ui.letters.sections import Sections
from ui.pdf_pages import pdf_pages
from ui.work import Worker

SIDE_WIDE = 476


class SecretLetter(Speaks, QWidget):
    """Holds a letter only as long as it lives. `reader`: whose name stands on every page; `at` when it was opened."""

    def __init__(
        self,
        letter: Letter,
        reading: SecretReading,
        presenter: LetterPresenter,
        worker: Worker,
        reader: str,
        at: datetime,
        failed: Callable[[Exception], object],
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._letter, self._reading, self._worker = letter, reading, worker
        self._reader, self._at, self._language = reader, at, language
        self._tell_failure = failed
        self._failure: OfficeError | None = None
        presenter.show(letter, ())
        self.head, self.sections = LetterHead(presenter), Sections(presenter, may_copy=False)
        self.pages, self.waiting = PageView(), EmptyState("cloud")
        self.sections.documents.chosen.connect(self.show_file)
        self._lay_out()
        self.retranslate()
        self.setFocusProxy(self.pages)
        if letter.files:
            self.show_file(letter.files[0])

    def retranslate(self) -> None:
        if self._failure is not None:
            self.waiting.say(*self._failure.describe(self._language()))
        else:
            self.waiting.say(self.tr("กำลังอ่านจากศูนย์กลาง"), self.tr("ไฟล์ไม่ถูกเก็บไว้ในเครื่องนี้"))
        self.pages.empty.say(self.tr("หนังสือฉบับนี้ไม่มีไฟล์"), self.tr("ตัวเรื่องอยู่บนกระดาษ ขอดูจากนายทะเบียนข้อมูลข่าวสารลับ"))
        for words_shown in self.findChildren(QLabel):
            words_shown.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)

    def show_file(self, file: LetterFile) -> None:
        """Fetches a file of the letter and shows it; what it says goes nowhere else."""
        self._failure = None
        self.retranslate()
        self._stack.setCurrentWidget(self._wait)
        self._worker.run(
            lambda: self._read(file), owner=self, on_done=lambda pages: self._show(file, pages), on_failed=self._failed
        )

    def _read(self, file: LetterFile) -> Pages:
        from desktop.paper.pages import page_sizes_mm

        pdf = self._reading.file(file)
        return pdf_pages(pdf, page_sizes_mm(pdf), self._worker, self)

    def _show(self, file: LetterFile, pages: Pages) -> None:
        self.sections.documents.show_file(file)
        self.pages.show_pages(pages)
        who = f"{self._reader} · {words.moment(self._at)}"
        for number, (wide, high) in enumerate(pages.sizes):
            for top, small_print in ((2.0, ""), (high - HEIGHT_MM - 2, who)):
                ops = mark_ops(self._letter.secrecy, small_print)
                self.pages.add_layer(paper_layer(number, WIDTH_MM, HEIGHT_MM, ops), (wide - WIDTH_MM) / 2, top)
        self._stack.setCurrentWidget(self.pages)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, OfficeError):
            self._tell_failure(error)
            error = OfficeError("blob.damaged")
        self._failure = error
        self.retranslate()

    def _lay_out(self) -> None:
        self._wait = Panel(padding=0)
        self._wait.body.addWidget(self.waiting)
        place = QWidget()
        self._stack = QStackedLayout(place)
        self._stack.addWidget(self.pages)
        self._stack.addWidget(self._wait)
        side = Panel()
        side.setFixedWidth(SIDE_WIDE)
        column: QVBoxLayout = side.body
        column.addWidget(self.head)
        column.addWidget(self.sections, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(L)
        line.addWidget(place, 1)
        line.addWidget(side)
