"""ใบเสร็จบนกระดาษ: books that were filled in by hand, or of a lost desk; entered number by number from the paper."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.cashier.model import PaperReceipt, Receipt
from desktop.office.dates import local_date
from desktop.registers.model import PaperBook, State
from ui.kit.chips import Badge
from ui.kit.columns import RIGHT, Column
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState, Panel
from ui.kit.rows import RowsModel
from ui.kit.segmented import Segmented
from ui.kit.table import TableView
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import L, M
from ui.registers.key_in_form import KeyInForm
from ui.registers.rows import series_name, span, translate
from ui.registers.spoil_form import SpoilForm, Spoilt
from ui.work import Worker

KEY_IN, SPOIL = "keyin", "spoil"
_FORM_WIDE = 500


class PaperPage(Speaks, QWidget):
    """`saved` when a number was settled and durable; `failed` hears of what could not be."""

    saved = Signal()

    def __init__(
        self,
        office: Office,
        who: Person,
        worker: Worker,
        failed: Callable[[Exception], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self._who, self._worker, self._tell_failure = office, who, worker, failed
        self._busy = False
        self.rows = _rows()
        self.table: TableView[PaperBook] = TableView()
        self.table.show_model(self.rows)
        self.ways = Segmented([(KEY_IN, ""), (SPOIL, "")])
        self.key_in = KeyInForm(who, lambda: local_date(office.clock.now()))
        self.spoil, self.done = SpoilForm(), ThaiLabel(ink="ready", strong=True)
        self.nothing, self._forms = EmptyState("receipt"), QStackedWidget()
        self._keys = Keys(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("เล่มกระดาษที่รอบันทึก"))
        self.ways.setAccessibleName(self.tr("สิ่งที่บันทึก"))
        self.ways.offer([(KEY_IN, self.tr("บันทึกจากกระดาษ")), (SPOIL, self.tr("เสียหรือสูญหาย"))])
        self.nothing.say(
            self.tr("ไม่มีใบเสร็จกระดาษรอบันทึก"),
            self.tr("เล่มมือที่จ่ายให้เคาน์เตอร์ และใบเสร็จของเครื่องที่สูญหาย จะอยู่ที่นี่จนบันทึกครบทุกเลข"),
        )

    def show_books(self, books: Sequence[PaperBook]) -> None:
        self.rows.show_rows(books)
        if books and self.table.current() is None:
            self.table.choose(0)
        self._place.setCurrentWidget(self._work if books else self.nothing)
        self._choose(self.table.current())

    def turn(self, way: str) -> None:
        """To one of the two forms, the keyboard on it."""
        self.ways.choose(way)
        self._forms.setCurrentWidget(self._form)
        self._say_done("")
        self._form.setFocus()

    @property
    def _form(self) -> QWidget:
        return self.key_in if self.ways.value == KEY_IN else self.spoil

    def _choose(self, book: PaperBook | None) -> None:
        self.key_in.show_book(book)
        self.spoil.show_book(book)

    def _key_in(self, paper: PaperReceipt) -> None:
        if self._busy:
            return
        self._busy = True
        keying = self._office.keying
        self._worker.run(
            lambda: keying(self._who).key_in(paper),
            owner=self,
            on_done=self._keyed,
            on_failed=self._failed,
            lane="write",
        )

    def _keyed(self, receipt: Receipt) -> None:
        self._busy = False
        self._say_done(self.tr("บันทึกเลข {number} แล้ว").format(number=receipt.number))
        self.key_in.clear_paper()
        self.saved.emit()

    def _spoil(self, wish: Spoilt) -> None:
        """Asks who the witness is first; that may take the line, so it is not for the writer's lane."""
        if self._busy:
            return
        self._busy = True
        office, who = self._office, self._who

        def act() -> None:
            witness = office.accounts.confirm(wish.login, wish.password)
            office.registers(who).spoil(wish.book.book, wish.lo, wish.hi, wish.reason, witness)

        self._worker.run(act, owner=self, on_done=lambda _: self._spoilt(wish), on_failed=self._not_witnessed)

    def _spoilt(self, wish: Spoilt) -> None:
        self._busy = False
        self._say_done(self.tr("บันทึกเลขเสีย {numbers} แล้ว").format(numbers=span(wish.lo, wish.hi)))
        self.spoil.clear_paper()
        self.saved.emit()

    def _say_done(self, words: str) -> None:
        self.done.say(words)
        self.done.setVisible(bool(words))

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._tell_failure(error)

    def _not_witnessed(self, error: Exception) -> None:
        self._failed(error)
        self.spoil.refused()

    def _connect(self) -> None:
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _: self._form.setFocus())
        self.ways.chosen.connect(self.turn)
        self.key_in.asked.connect(self._key_in)
        self.spoil.asked.connect(self._spoil)

        def group() -> str:
            return self.tr("ใบเสร็จบนกระดาษ")

        self._keys.add("Ctrl+1", lambda: self.tr("บันทึกจากกระดาษ"), lambda: self.turn(KEY_IN), group=group)
        self._keys.add("Ctrl+2", lambda: self.tr("เสียหรือสูญหาย"), lambda: self.turn(SPOIL), group=group)
        self._keys.add("Ctrl+0", lambda: self.tr("ไปที่รายการเล่ม"), self.table.setFocus, group=group)

    def _lay_out(self) -> None:
        panel = Panel()
        panel.setFixedWidth(_FORM_WIDE)
        for form in (self.key_in, self.spoil):
            self._forms.addWidget(form)
        panel.body.addWidget(self.ways)
        panel.body.addWidget(self.done)
        self.done.hide()
        panel.body.addWidget(self._forms, 1)
        self._work = QWidget()
        line = QHBoxLayout(self._work)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(L)
        line.addWidget(self.table, 1)
        line.addWidget(panel)
        place = QWidget()
        self._place = QStackedLayout(place)
        self._place.addWidget(self._work)
        self._place.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(place, 1)


def _rows() -> RowsModel[PaperBook]:
    def name(one: PaperBook) -> str:
        return series_name(one.book.series, one.book.year_be)

    def number(one: PaperBook) -> str:
        return str(one.book.book_no)

    def numbers(one: PaperBook) -> str:
        return span(one.book.lo, one.book.hi)

    def kind(one: PaperBook) -> Badge:
        if one.book.state is State.SUSPENSE:
            return Badge(translate("Registers", "เครื่องหาย"), "attention", "warning")
        return Badge(translate("Registers", "เขียนมือ"), "neutral", "endorse", bare=True)

    columns = (
        Column[PaperBook](lambda: translate("Registers", "ทะเบียน"), name, 120, stretch=True),
        Column[PaperBook](lambda: translate("Registers", "เล่มที่"), number, 72, strong=True),
        Column[PaperBook](lambda: translate("Registers", "เลขที่"), numbers, 110),
        Column[PaperBook](
            lambda: translate("Registers", "ที่มา"),
            lambda one: kind(one).words,
            120,
            badges=lambda one: (kind(one),),
        ),
        Column[PaperBook](lambda: translate("Registers", "ผู้ถือ"), lambda one: one.book.holder, 90, soft=True, yields=1),
        Column[PaperBook](lambda: translate("Registers", "รอบันทึก"), lambda one: f"{one.waiting:,}", 80, RIGHT),
    )
    return RowsModel(columns, key=lambda one: one.book.id)
