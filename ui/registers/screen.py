"""The control register: books at the left, the numbers of the chosen one at the right; and the papers to stamp."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.letters.model import ToStamp
from desktop.office.changes import Changes
from desktop.office.series import INCOMING, is_handed_on, register_of
from desktop.registers import words
from desktop.registers.model import Fate, PaperBook, RegisterAccount, Run
from desktop.sheets.model import Filed
from ui.kit import register_words
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.files import ask_where, keep, safe_name
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState
from ui.kit.segmented import Segmented
from ui.kit.table import TableView
from ui.kit.thai_label import OneLine
from ui.kit.tokens import L, S
from ui.notices import Notices
from ui.registers import own_page
from ui.registers.own_page import OwnBooks, OwnPage
from ui.registers.paper_page import PaperPage
from ui.registers.rows import BookRow, book_rows, fate_badge, register_name, run_rows, stamp_rows
from ui.sheets.printing import SheetPrinting
from ui.shell.borrowing import Borrowing
from ui.work import Worker

BOOKS, OWN, PAPER, STAMPS = "books", "own", "paper", "stamps"
REGISTER = "register"
"""The kind of paper in the print journal."""
CONCERNS = ("number_book", "number_span", "letter_tag", "letter", "number_loan", "receipt", "receipt_void")


@dataclass(frozen=True)
class Shown:
    """What the screen reads in one go."""

    accounts: tuple[RegisterAccount, ...]
    to_stamp: tuple[ToStamp, ...]
    holds: frozenset[str]
    gave_back: frozenset[str]
    own: OwnBooks
    on_paper: tuple[PaperBook, ...]


class RegisterScreen(Speaks, QWidget):
    """`told_waiting` brings how many papers wait for their number whenever that is read."""

    told_waiting = Signal(int)

    def __init__(
        self, office: Office, who: Person, worker: Worker, notices: Notices, printing: SheetPrinting,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._office, self._who, self._worker, self._notices = office, who, worker, notices
        self._printing = printing
        self._shown = Shown((), (), frozenset(), frozenset(), OwnBooks(), ())
        self.view, self.sums = Segmented([(BOOKS, ""), (OWN, ""), (PAPER, ""), (STAMPS, "")]), OneLine(ink="soft")
        self.books, self.runs, self.stamps = book_rows(lambda: self._shown.own.units), run_rows(), stamp_rows()
        self.book_table: TableView[BookRow] = TableView()
        self.run_table: TableView[Run] = TableView()
        self.stamp_table: TableView[ToStamp] = TableView()
        for table, model in (
            (self.book_table, self.books), (self.run_table, self.runs), (self.stamp_table, self.stamps)
        ):  # fmt: skip
            table.show_model(model)  # type: ignore[arg-type]
        self.own, self.paper = OwnPage(), PaperPage(office, who, worker, notices.failed)
        self.borrowing = Borrowing(office, who, worker, notices, self.own.stock, self.refresh)
        self._no_books, self._no_stamps = EmptyState("register"), EmptyState("stamp")
        self._pages = QStackedWidget()
        self.give_back_button, self.date_button = SecondaryButton(), SecondaryButton()
        self.pdf_button, self.xlsx_button = SecondaryButton(key="Ctrl+S"), SecondaryButton(key="Ctrl+E")
        self.csv_button = SecondaryButton()
        self.print_button, self.stamp_button = PrimaryButton(key="F9", icon_name="printer"), PrimaryButton(key="F9")
        self._keys = Keys(self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._turn(BOOKS)
        self.refresh()

    def retranslate(self) -> None:
        count = len(self._shown.to_stamp)
        stamps = self.tr("ประทับเลขจริง") + (f" {count}" if count else "")
        on_paper = sum(one.waiting for one in self._shown.on_paper)
        paper = self.tr("ใบเสร็จบนกระดาษ") + (f" {on_paper:,}" if on_paper else "")
        own = self.tr("เล่มของเครื่องนี้")
        self.view.offer([(BOOKS, self.tr("ทะเบียนคุม")), (OWN, own), (PAPER, paper), (STAMPS, stamps)])
        self.view.setAccessibleName(self.tr("มุมมอง"))
        self.book_table.setAccessibleName(self.tr("เล่มและทะเบียน"))
        self.run_table.setAccessibleName(self.tr("เลขในเล่ม"))
        self.stamp_table.setAccessibleName(self.tr("หนังสือที่ต้องประทับเลขจริง"))
        self.print_button.say(self.tr("พิมพ์ทะเบียนคุม"))
        self.pdf_button.say(self.tr("บันทึก PDF"))
        self.xlsx_button.say(self.tr("ส่งออก XLSX"))
        self.csv_button.say(self.tr("ส่งออก CSV"))
        self.date_button.say(self.tr("ยืนยันวันที่"))
        self.date_button.setToolTip(self.tr("รับรองว่าวันที่ของเครื่องนี้ถูกต้อง เมื่อเครื่องไม่ได้ต่อกับส่วนกลางข้ามปี"))
        self.stamp_button.say(self.tr("ประทับแล้ว"))
        self._say_give_back()
        self._no_books.say(
            self.tr("เครื่องนี้ไม่ได้รับทะเบียนคุม"),
            self.tr("เครื่องของการเงินเห็นเล่มใบเสร็จทุกเล่ม เครื่องของสารบรรณกลางเห็นทะเบียนเลขรับ"),
        )
        self._no_stamps.say(
            self.tr("ไม่มีหนังสือรอประทับเลขจริง"),
            self.tr("หนังสือที่ลงทะเบียนด้วยเลขชั่วคราวจะมาอยู่ที่นี่เมื่อได้เลขรับจริง"),
        )

        self._choose(self.book_table.current())

    def changed(self, changes: Changes) -> None:
        if changes.touches(*CONCERNS):
            self.refresh()

    def refresh(self) -> None:
        """Reads everything again in the background; the choices stay."""
        self._worker.run(self._load, owner=self, on_done=self._loaded, view="rows")

    def show_stamps(self) -> None:
        self.view.choose(STAMPS)
        self._turn(STAMPS)

    def _load(self) -> Shown:
        queries = self._office.register_queries
        stamps = self._office.letter_queries.to_stamp()
        own = own_page.read(self._office)
        series = {book.series for book in own.books if is_handed_on(book.series)}
        holding = (frozenset(filter(queries.holds, series)), frozenset(filter(queries.gave_back, series)))
        return Shown(queries.accounts(), stamps, *holding, own, queries.paper_books())

    def _loaded(self, shown: Shown) -> None:
        self._shown = shown
        rows = [BookRow(account, one) for account in shown.accounts for one in reversed(account.books)]
        self.books.show_rows(rows)
        self.stamps.show_rows(shown.to_stamp)
        self.own.show_books(shown.own)
        self.paper.show_books(shown.on_paper)
        for table, found in ((self.book_table, rows), (self.stamp_table, shown.to_stamp)):
            if found and table.current() is None:
                table.choose(0)
        self.retranslate()
        self._turn(self.view.value)
        self._choose(self.book_table.current())
        self.told_waiting.emit(len(shown.to_stamp))

    def _turn(self, view: str) -> None:
        books, stamps = view == BOOKS, bool(self._shown.to_stamp)
        filled = {
            BOOKS: self._books_page if self._shown.accounts else self._no_books,
            OWN: self.own,
            PAPER: self.paper,
            STAMPS: self.stamp_table if stamps else self._no_stamps,
        }
        self._pages.setCurrentWidget(filled[view])
        for button in (*self._of_book, self.date_button):
            button.setVisible(books)
        self._say_give_back()
        self.stamp_button.setVisible(view == STAMPS)
        self.stamp_button.setEnabled(stamps)
        self.sums.setVisible(books)

    def _choose(self, row: BookRow | None) -> None:
        for button in self._of_book:
            button.setEnabled(row is not None)
        if row is None:
            self.runs.show_rows(())
            self.sums.setText("")
            return
        self.runs.show_rows(row.one.runs)
        counts = [f"{fate_badge(fate).words} {row.register.count(fate):,}" for fate in Fate if row.register.count(fate)]
        self.sums.setText(f"{register_name(row.register, self._shown.own.units)}: " + " · ".join(counts))

    def _say_give_back(self) -> None:
        series, shown = self._series, self._shown
        self.give_back_button.setVisible(self.view.value == OWN and series in shown.holds | shown.gave_back)
        name = register_words.register(register_of(series))
        give = self.tr("คืนทะเบียนเลขรับ") if series == INCOMING else self.tr("คืน{register}").format(register=name)
        self.give_back_button.say(self.tr("ขอถือทะเบียนอีก") if series in shown.gave_back else give)

    @property
    def _of_book(self) -> tuple[QPushButton, ...]:
        """What is done with the register of the chosen book."""
        return (self.print_button, self.pdf_button, self.xlsx_button, self.csv_button)

    @property
    def _series(self) -> str:
        """The series of letters that the clerk stands on; the incoming one where they stand on none."""
        book = self.own.table.current()
        return book.series if book is not None and is_handed_on(book.series) else INCOMING

    def _give_back(self) -> None:
        actions, series = self._office.registers(self._who), self._series
        act = actions.take_up if series in self._shown.gave_back else actions.give_back
        self._act(lambda: act(series))

    def _confirm_date(self) -> None:
        self._act(self._office.registers(self._who).confirm_date)

    def _stamped(self) -> None:
        row = self.stamp_table.current()
        if row is not None and self.view.value == STAMPS:
            self._act(lambda: self._office.letters(self._who).stamp(row.tag_id))

    def _act(self, act: Callable[[], object]) -> None:
        self._worker.run(act, owner=self, on_done=lambda _: self.refresh(), lane="write")

    def _print(self) -> None:
        """Sends the chosen register's paper, as it stands now, to the clerk's printer."""
        row, office = self.book_table.current(), self._office
        if row is None or self.view.value != BOOKS:
            return
        register = row.register
        name = f"{words.title(register)} {words.year(register)}"
        self._printing.print_file(REGISTER, name, None, lambda: Filed(REGISTER, name, office.register_pdf(register)))

    def _keep_pdf(self) -> None:
        self._keep(".pdf", "PDF (*.pdf)", self._office.register_pdf)

    def _keep_xlsx(self) -> None:
        from desktop.paper.exporting import to_xlsx
        from desktop.registers.exporting import register_table

        self._keep(".xlsx", "XLSX (*.xlsx)", lambda register: to_xlsx(register_table(register)))

    def _keep_csv(self) -> None:
        from desktop.paper.exporting import to_csv
        from desktop.registers.exporting import register_table

        self._keep(".csv", "CSV (*.csv)", lambda register: to_csv(register_table(register)))

    def _keep(self, ending: str, kinds: str, make: Callable[[RegisterAccount], bytes]) -> None:
        row = self.book_table.current()
        if row is None or self.view.value != BOOKS:
            return
        register = row.register
        name = safe_name(f"{register.series}-{register.year_be}") + ending
        path = ask_where(self, self.tr("บันทึกทะเบียนคุม"), name, kinds)
        if path is not None:
            self._worker.run(lambda: keep(make(register), path), owner=self, on_done=self._kept)

    def _kept(self, path: Path) -> None:
        self._notices.say("info", self.tr("บันทึก {name} แล้ว").format(name=path.name))

    def _connect(self) -> None:
        self.view.chosen.connect(self._turn)
        self.paper.saved.connect(self.refresh)
        self.book_table.chosen.connect(self._choose)
        self.own.table.chosen.connect(lambda _: self._say_give_back())
        self.print_button.clicked.connect(self._print)
        self.pdf_button.clicked.connect(self._keep_pdf)
        self.xlsx_button.clicked.connect(self._keep_xlsx)
        self.csv_button.clicked.connect(self._keep_csv)
        self.give_back_button.clicked.connect(self._give_back)
        self.date_button.clicked.connect(self._confirm_date)
        self.stamp_button.clicked.connect(self._stamped)

        def group() -> str:
            return self.tr("ทะเบียนคุม")

        self._keys.name("F9", lambda: self.tr("พิมพ์ทะเบียนคุม หรือ ประทับแล้ว"), group=group)
        self._keys.name("Ctrl+S", lambda: self.tr("บันทึก PDF"), group=group)
        self._keys.name("Ctrl+E", lambda: self.tr("ส่งออก XLSX"), group=group)

    def _lay_out(self) -> None:
        self._books_page = QWidget()
        tables = QHBoxLayout(self._books_page)
        tables.setContentsMargins(0, 0, 0, 0)
        tables.setSpacing(L)
        tables.addWidget(self.book_table, 3)
        tables.addWidget(self.run_table, 2)
        for page in (self._books_page, self._no_books, self.own, self.paper, self.stamp_table, self._no_stamps):
            self._pages.addWidget(page)
        head = QHBoxLayout()
        head.setSpacing(L)
        head.addWidget(self.view)
        head.addStretch(1)
        head.addWidget(self.sums)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        for button in (self.give_back_button, self.date_button, self.csv_button, self.xlsx_button, self.pdf_button):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.print_button)
        foot.addWidget(self.stamp_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(L)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        column.addLayout(foot)
        self.setFocusProxy(self.book_table)
