"""Two papers side by side: the one that is being registered, and the letter that it seems to be."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.letters.alike_queries import Alike
from desktop.letters.model import Registration
from ui.kit.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.kit.language import Speaks
from ui.kit.page_source import Pages
from ui.kit.page_view import PageView
from ui.kit.panels import Glyph, Panel
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import XS, L, M, S
from ui.letters import words
from ui.letters.registration_presenter import OldPaper, RegistrationPresenter
from ui.letters.twin_band import named
from ui.pdf_pages import pdf_pages
from ui.work import Worker

_FIELDS = ("book_number", "letter_date", "from_party", "subject", "pages")


class CompareScreen(Speaks, QWidget):
    """`same` brings the letter's row: it is that one; `again`: it is another one; `closed`: nothing is decided yet."""

    same = Signal(object)
    again = Signal()
    closed = Signal()

    def __init__(self, presenter: RegistrationPresenter, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter, self._worker = presenter, worker
        self._alike: Alike | None = None
        self.titles = (ThaiLabel(strong=True), ThaiLabel(strong=True))
        self.views = (PageView(thumbs=False), PageView(thumbs=False))
        self.names = {name: ThaiLabel(ink="soft", size="small") for name in _FIELDS}
        self.values = {name: (ThaiLabel(), ThaiLabel()) for name in _FIELDS}
        self.marks = {name: Glyph("warning", "attention") for name in _FIELDS}
        self.same_button = PrimaryButton(key="F8", icon_name="attach")
        self.again_button = SecondaryButton(key="F9", icon_name="plus")
        self.back_button = QuietButton(key="Esc")
        self._lay_out()
        self.same_button.clicked.connect(self._same)
        self.again_button.clicked.connect(self.again)
        self.back_button.clicked.connect(self.closed)
        self.setFocusProxy(self.same_button)
        self.retranslate()

    def retranslate(self) -> None:
        said = self.tr("ที่"), self.tr("ลงวันที่"), self.tr("จาก"), self.tr("เรื่อง"), self.tr("จำนวนหน้า")
        for name, one in zip(_FIELDS, said, strict=True):
            self.names[name].say(one)
        self.same_button.say(self.tr("ฉบับเดียวกัน ไม่ออกเลข"))
        self.again_button.say(self.tr("คนละฉบับ ลงทะเบียนอีกเลข"))
        self.back_button.say(self.tr("กลับ"))
        self.views[0].empty.say(self.tr("ยังไม่มีหน้าหนังสือ"), self.tr("ฉบับที่กำลังลงทะเบียนยังไม่ได้สแกนหรือนำเข้า"))
        self.views[1].empty.say(
            self.tr("ไม่มีหน้าให้เทียบที่นี่"), self.tr("ฉบับที่มีไม่มีไฟล์ ไฟล์ยังอยู่ที่ส่วนกลาง หรือเป็นเรื่องลับซึ่งเปิดดูจากหน้าของหนังสือเอง")
        )
        self._say_titles()

    def compare(self, typed: Registration, alike: Alike) -> None:
        """Shows both, and marks the fields in which they differ."""
        self._alike = alike
        count = sum(one.page_count for one in self._presenter.documents)
        row = alike.row
        old_day, old_pages = words.day(alike.paper.letter_date), str(alike.paper.pages or "-")
        sides = (
            (typed.book_number, words.day(typed.letter_date), typed.from_party, typed.subject, str(count or "-")),
            (row.book_number, old_day, row.from_party, row.subject, old_pages),
        )
        for place, name in enumerate(_FIELDS):
            for value, side in zip(self.values[name], sides, strict=True):
                value.say(side[place] or "-")
            self.marks[name].setVisible(name in alike.likeness.differing)
        self._say_titles()
        self._show_new()
        self.views[1].show_pages(None)
        self._worker.run(
            lambda: self._presenter.old_paper(row), owner=self, on_done=lambda old: self._show_old(alike, old)
        )

    def _same(self) -> None:
        if self._alike is not None:
            self.same.emit(self._alike.row)

    def _show_new(self) -> None:
        documents = self._presenter.documents
        first = documents[0] if documents else None
        pages = pdf_pages(first.content, first.page_sizes_mm, self._worker, self) if first else None
        self._open(0, pages)

    def _show_old(self, alike: Alike, old: OldPaper | None) -> None:
        if alike is self._alike and old is not None:
            self._open(1, pdf_pages(old.pdf, old.page_sizes_mm, self._worker, self))

    def _open(self, side: int, pages: Pages | None) -> None:
        self.views[side].show_pages(pages)
        if pages is not None:
            self.views[side].canvas.fit("width")

    def _say_titles(self) -> None:
        self.titles[0].say(self.tr("ฉบับที่กำลังลงทะเบียน"))
        self.titles[1].say(named(self._alike.row, self._presenter.today) if self._alike else "")

    def _lay_out(self) -> None:
        table = QGridLayout()
        table.setHorizontalSpacing(M)
        table.setVerticalSpacing(XS)
        for column, stretch in enumerate((0, 0, 1, 1)):
            table.setColumnStretch(column, stretch)
        for side, title in enumerate(self.titles):
            table.addWidget(title, 0, 2 + side)
        for line, name in enumerate(_FIELDS, start=1):
            table.addWidget(self.marks[name], line, 0, Qt.AlignmentFlag.AlignTop)
            table.addWidget(self.names[name], line, 1, Qt.AlignmentFlag.AlignTop)
            for side, value in enumerate(self.values[name]):
                table.addWidget(value, line, 2 + side, Qt.AlignmentFlag.AlignTop)
        panel = Panel(padding=M)
        panel.body.addLayout(table)
        pages = QHBoxLayout()
        pages.setSpacing(L)
        for view in self.views:
            pages.addWidget(view, 1)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.again_button)
        foot.addWidget(self.same_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(L + S, L, L + S, M)
        whole.setSpacing(M)
        whole.addWidget(panel)
        whole.addLayout(pages, 1)
        whole.addLayout(foot)
