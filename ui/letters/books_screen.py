"""ทะเบียนหนังสือ: one register by year, number and day, and the files that somebody has borrowed."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.letters.loans import LentFile
from desktop.letters.register_books import BookLine, Leaf
from desktop.office.changes import Changes
from desktop.office.thai import arabic_digits
from ui.kit.buttons import SecondaryButton
from ui.kit.counted import counted
from ui.kit.inputs import ComboBox, LineEdit
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.paged_rows import PAGE, Deliver, PagedModel
from ui.kit.panels import EmptyState
from ui.kit.rows import RowsModel
from ui.kit.segmented import Segmented
from ui.kit.table import TableView
from ui.kit.thai_label import label
from ui.kit.tokens import L, M, S
from ui.letters import kind_words
from ui.letters.book_columns import book_columns, loan_columns
from ui.letters.book_presenter import BookPresenter, Page, Shelf
from ui.letters.day_edit import DayEdit
from ui.notices import Notices
from ui.work import Worker

BOOK, LENT = "book", "lent"
SETTLE_MS = 120


class BooksScreen(Speaks, QWidget):
    """`opened` brings the id of the letter of a line."""

    opened = Signal(object)

    def __init__(
        self,
        presenter: BookPresenter,
        worker: Worker,
        notices: Notices,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.presenter, self._worker, self._notices, self._language = presenter, worker, notices, language
        self._shelf: Shelf | None = None
        self._page: Page | None = None
        self._asked = 0
        self.view = Segmented([(BOOK, ""), (LENT, "")])
        self.register, self.year, self.day = ComboBox(), ComboBox(), DayEdit(today=lambda: presenter.today)
        self.number, self.total = LineEdit(), label(ink="soft")
        self.table: TableView[BookLine] = TableView()
        self.lines = PagedModel(book_columns(lambda: presenter.today), self._fetch, self)
        self.table.show_model(self.lines)
        self.lent_table: TableView[LentFile] = TableView()
        self.lent = RowsModel(loan_columns(lambda: presenter.today), lambda row: row.loan.id, self)
        self.lent_table.show_model(self.lent)
        self._empty, self._none_lent = EmptyState("register"), EmptyState("ready")
        self.back_button = SecondaryButton(key="F8", icon_name="check")
        self._pages = QStackedWidget()
        self.keys = Keys(self)
        self._later = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._later.timeout.connect(self.refresh)
        self._bind_keys()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.refresh()

    def retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("มุมมอง"))
        self.register.setAccessibleName(self.tr("ทะเบียน"))
        self.year.setAccessibleName(self.tr("ปี"))
        self.day.setAccessibleName(self.tr("เฉพาะวันที่"))
        self.day.setPlaceholderText(self.tr("ทุกวัน"))
        self.number.setAccessibleName(self.tr("ไปที่เลข"))
        self.number.setPlaceholderText(self.tr("ไปที่เลข  /"))
        self.table.setAccessibleName(self.tr("รายการในทะเบียน"))
        self.lent_table.setAccessibleName(self.tr("แฟ้มที่ยืมไป"))
        self.back_button.say(self.tr("รับคืนแล้ว"))
        self._none_lent.say(self.tr("ไม่มีแฟ้มที่ยืมไป"), self.tr("ให้ยืมแฟ้มได้จากหน้าหนังสือ กด G แล้วใส่ชื่อผู้ยืม แฟ้มที่ยังไม่คืนจะอยู่ที่นี่"))
        self._offer()

    def changed(self, changes: Changes) -> None:
        if changes.touches("letter", "letter_registration", "letter_loan", "routing", "unit"):
            self._later.start()

    def refresh(self) -> None:
        """Reads the books again in the background; the register and the place stay."""
        self._asked += 1
        asked, leaf = self._asked, self.presenter.leaf
        self._worker.run(
            lambda: self.presenter.read(leaf, PAGE),
            owner=self,
            on_done=lambda shelf: self._show(shelf) if asked == self._asked else None,
        )

    def go_to(self, number: int) -> None:
        """To the line of a number, or to where it would stand."""
        leaf = self.presenter.leaf
        self._worker.run(lambda: self.presenter.place(leaf, number), owner=self, on_done=self._gone_to)

    def _gone_to(self, place: int) -> None:
        if self.lines.rowCount():
            self.table.choose(min(place, self.lines.rowCount() - 1))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, shelf: Shelf) -> None:
        before = self._page.leaf if self._page else None
        place = self.table.currentIndex().row()
        self._shelf, self._page = shelf, shelf.page
        self.presenter.leaf = shelf.page.leaf
        self.lines.refresh(shelf.page.total)
        if shelf.page.total:
            same = before == shelf.page.leaf and place >= 0
            self.table.choose(min(place, shelf.page.total - 1) if same else 0)
        self.lent.show_rows(shelf.lent)
        if shelf.lent and self.lent_table.current() is None:
            self.lent_table.choose(0)
        self._offer()

    def _offer(self) -> None:
        """The choices as they are now, in the language of now."""
        shelf, leaf = self._shelf, self.presenter.leaf
        lent = len(shelf.lent) if shelf else 0
        self.view.offer([(BOOK, self.tr("ทะเบียน")), (LENT, self.tr("แฟ้มที่ยืมไป") + (f" {lent}" if lent else ""))])
        if shelf is not None:
            english = self._language() == "en"
            self.register.offer(
                [
                    (book.register, kind_words.register(book.register, book.unit_en if english else book.unit_th))
                    for book in shelf.books
                ]
            )
            self.register.choose(leaf.register)
            years = next((book.years for book in shelf.books if book.register == leaf.register), (leaf.year_be,))
            self.year.offer([(str(year), self.tr("ปี {year}").format(year=year)) for year in years])
            self.year.choose(str(leaf.year_be))
            self.total.setText(
                counted(self.tr("{count} รายการ"), shelf.page.total).format(count=f"{shelf.page.total:,}")
            )
        self._say_empty()
        self._turn()

    def _say_empty(self) -> None:
        if self.presenter.leaf.day is None:
            said = self.tr("ยังไม่มีหนังสือในทะเบียนนี้"), self.tr("หนังสือฉบับแรกของปีจะได้เลข 1 และขึ้นที่นี่")
        else:
            said = self.tr("ไม่มีหนังสือของวันนี้ในทะเบียน"), self.tr("ลบวันที่ออกเพื่อดูทั้งปี")
        self._empty.say(*said)

    def _turn(self) -> None:
        book = self.view.value == BOOK
        total = self._page.total if self._page else 0
        filled = (
            (self.table if total else self._empty)
            if book
            else (self.lent_table if self.lent.rows() else self._none_lent)
        )
        self._pages.setCurrentWidget(filled)
        for widget in (self.register, self.year, self.day, self.number, self.total):
            widget.setVisible(book)
        self.back_button.setVisible(not book)
        self.back_button.setEnabled(bool(self.lent.rows()))
        self.setFocusProxy(self.table if book else self.lent_table)

    def _look(self, leaf: Leaf) -> None:
        if leaf != self.presenter.leaf:
            self.presenter.leaf = leaf
            self.refresh()

    def _fetch(self, first: int, count: int, deliver: Deliver[BookLine]) -> None:
        page, number = self._page, first // count
        if page is None:
            return
        if number == 0:
            deliver(page.first)
        else:
            self._worker.run(lambda: page.page(number), owner=self, on_done=deliver)

    def _jump(self) -> None:
        typed = arabic_digits(self.number.value).partition("/")[0]
        if typed.isdecimal():
            self.go_to(int(typed))
        elif typed:
            self._notices.say("info", self.tr("พิมพ์เฉพาะตัวเลขของทะเบียน"))

    def _take_back(self) -> None:
        row = self.lent_table.current()
        if row is not None and self.view.value == LENT:
            loan = row.loan
            self._worker.run(lambda: self.presenter.give_back(loan.id), owner=self, on_done=self._taken, lane="write")

    def _taken(self, _: object) -> None:
        self.refresh()
        self.lent_table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, row: BookLine | LentFile | None) -> None:
        if row is not None:
            self.opened.emit(row.letter.id)

    def _connect(self) -> None:
        self.view.chosen.connect(lambda _: self._turn())
        self.register.chosen.connect(lambda key: self._look(Leaf(key, self.presenter.leaf.year_be)))
        self.year.chosen.connect(lambda year: self._look(replace(self.presenter.leaf, year_be=int(year))))
        self.day.changed.connect(lambda day: self._look(replace(self.presenter.leaf, day=day)))
        self.number.returnPressed.connect(self._jump)
        self.table.opened.connect(self._open)
        self.lent_table.opened.connect(self._open)
        self.back_button.clicked.connect(self._take_back)

    def _other_view(self) -> None:
        self.view.choose(LENT if self.view.value == BOOK else BOOK)
        self._turn()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _bind_keys(self) -> None:
        def group() -> str:
            return self.tr("ทะเบียนหนังสือ")

        self.keys.name("J / K", lambda: self.tr("เลื่อน"), group=group, hint=True)
        self.keys.name("Return", lambda: self.tr("เปิด"), group=group, hint=True)
        self.keys.add("/", lambda: self.tr("ไปที่เลข"), self.number.setFocus, group=group, hint=True)
        self.keys.add("D", lambda: self.tr("เลือกวัน"), self.day.setFocus, group=group, hint=True)
        self.keys.add("R", lambda: self.tr("เลือกทะเบียน"), self.register.setFocus, group=group, hint=True)
        self.keys.add("B", lambda: self.tr("แฟ้มที่ยืมไป"), self._other_view, group=group, hint=True)

    def _lay_out(self) -> None:
        for page in (self.table, self._empty, self.lent_table, self._none_lent):
            self._pages.addWidget(page)
        self.register.setMinimumWidth(248)
        self.day.setFixedWidth(168)
        self.number.setFixedWidth(128)
        head = QHBoxLayout()
        head.setSpacing(M)
        for widget in (self.view, self.register, self.year, self.day, self.number):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.total)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(HintBar(self.keys), 1)
        foot.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(L + S, L, L + S, M)
        column.setSpacing(M)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        column.addLayout(foot)
