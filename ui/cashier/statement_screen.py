"""รายการเดินบัญชี: the sums that came in by the bank's file, each with the bill it may be for, confirmed by a person."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.cashier.bill_rules import display_bill
from desktop.cashier.model import Receipt
from desktop.cashier.statement_model import Fit, Match, Statement, Taken
from desktop.cashier.statements import Statements
from desktop.office.changes import Changes
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.office.money import format_baht
from ui.cashier.statement_columns import StatementColumns
from ui.kit import files
from ui.kit.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.kit.chips import Badge
from ui.kit.columns import RIGHT, Column
from ui.kit.counted import counted
from ui.kit.days import day
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState
from ui.kit.reason import ReasonForm
from ui.kit.rows import RowsModel
from ui.kit.table import TableView
from ui.kit.tokens import L, S
from ui.notices import Notices
from ui.work import Worker

if TYPE_CHECKING:
    from desktop.interchange.statements import Looked

translate = QCoreApplication.translate
_OPEN = frozenset({Fit.EXACT, Fit.LIKELY})


def fit_badge(match: Match) -> Badge:
    return {
        Fit.EXACT: Badge(translate("Statement", "ตรงกัน"), "ready", "check"),
        Fit.LIKELY: Badge(translate("Statement", "น่าจะใช่"), "attention", "info"),
        Fit.OTHER_SUM: Badge(translate("Statement", "ยอดไม่ตรง"), "danger", "warning"),
        Fit.PAID: Badge(translate("Statement", "ชำระไปแล้ว"), "danger", "warning"),
        Fit.NONE: Badge(translate("Statement", "ไม่พบใบแจ้ง"), "neutral", bare=True),
        Fit.DONE: Badge(translate("Statement", "ออกใบเสร็จแล้ว"), "ready", "check", bare=True),
    }[match.fit]


def _bill(match: Match) -> str:
    return f"{display_bill(match.bill)} {match.bill.payer_name}" if match.bill else "–"


def _rows() -> RowsModel[Match]:
    columns = (
        Column[Match](
            lambda: translate("Statement", "วันที่"),
            lambda one: day(one.line.day),
            104,
            soft=True,
        ),
        Column[Match](lambda: translate("Statement", "เงินเข้า"), lambda one: format_baht(one.line.satang), 104, RIGHT),
        Column[Match](
            lambda: translate("Statement", "ธนาคารบอกว่า"), lambda one: one.line.words, stretch=True, tip=_words
        ),
        Column[Match](lambda: translate("Statement", "ใบแจ้งชำระ"), _bill, 260, tip=_bill, yields=1),
        Column[Match](
            lambda: translate("Statement", "ผล"),
            lambda one: fit_badge(one).words,
            132,
            badges=lambda one: (fit_badge(one),),
        ),
    )
    return RowsModel(columns, key=lambda match: match.id)


def _day(match: Match) -> str:
    return day(match.line.day)


def _words(match: Match) -> str:
    return match.line.words


class StatementScreen(Speaks, QWidget):
    """`issued` brings the receipt of money that was confirmed."""

    issued = Signal(object)

    def __init__(
        self, office: Office, who: Person, worker: Worker, notices: Notices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._office, self._who, self._worker, self._notices = office, who, worker, notices
        self.rows = _rows()
        self.table: TableView[Match] = TableView()
        self.table.show_model(self.rows)
        self.reason, self.columns = ReasonForm(), StatementColumns()
        self._nothing, self._list = EmptyState("import"), QStackedWidget()
        self.read_button, self.leave_button = SecondaryButton(key="Ctrl+O", icon_name="import"), QuietButton(key="Del")
        self.confirm_button = PrimaryButton(key="F9")
        self._keys = Keys(self)
        self._keys.name("Ctrl+O", lambda: self.tr("นำเข้าไฟล์ธนาคาร"), group=self._group)
        self._keys.name("F9", lambda: self.tr("ยืนยันและออกใบเสร็จ"), group=self._group)
        self._lay_out()
        self.table.chosen.connect(self._choose)
        self.read_button.clicked.connect(self.ask_file)
        self.confirm_button.clicked.connect(self.confirm)
        self.leave_button.clicked.connect(self.ask_leave)
        self.reason.left.connect(self.table.setFocus)
        self.columns.named.connect(self._named)
        self.setFocusProxy(self.table)
        self.retranslate()
        self.refresh()

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("เงินเข้าตามรายการเดินบัญชี"))
        self.read_button.say(self.tr("นำเข้าไฟล์ธนาคาร"))
        self.confirm_button.say(self.tr("ยืนยันและออกใบเสร็จ"))
        self.leave_button.say(self.tr("ไม่ใช่ของใบแจ้ง"))
        self._nothing.say(
            self.tr("ยังไม่มีรายการเดินบัญชี"),
            self.tr("นำเข้าไฟล์ CSV หรือ Excel จากธนาคาร นำเข้าไฟล์เดิมซ้ำก็ไม่เพิ่มรายการ"),
        )

    def changed(self, changes: Changes) -> None:
        if changes.touches("bill", "bill_cancelled", "bill_payment", "payment_receipt", "receipt_void"):
            self.refresh()

    def refresh(self) -> None:
        self._worker.run(self._statements().matches, owner=self, on_done=self._loaded, view="rows")

    def ask_file(self) -> None:
        path = files.ask_file(self, self.tr("ไฟล์รายการเดินบัญชีของธนาคาร"), "CSV, Excel (*.csv *.txt *.xlsx)")
        if path is not None:
            self.bring(path)

    def bring(self, path: Path) -> None:
        """Reads a file in the background and keeps what is new of it; asks for its columns where nobody named them."""
        known, today = self._statements().columns, local_date(self._office.clock.now())

        def look() -> "Looked":
            from desktop.interchange import statements as reading

            return reading.look(path, today, known)

        def looked(found: "Looked") -> None:
            if found.columns is None:
                self.columns.ask(path, found)
            else:
                self._read(path, found)

        self._worker.run(look, owner=self, on_done=looked, on_failed=self._failed)

    def _read(self, path: Path, looked: "Looked", *, is_new: bool = False) -> None:
        """`is_new`: somebody has just named the columns; they are remembered once the file could be read by them."""
        statements, today = self._statements(), local_date(self._office.clock.now())

        def read() -> Statement:
            from desktop.interchange import statements as reading

            return reading.read(path, today, looked)

        def keep(found: Statement) -> None:
            if is_new and looked.headings and looked.columns:
                statements.remember(looked.headings, looked.columns)
            self._do(lambda: statements.take(found), self._taken)

        def failed(error: Exception) -> None:
            self._failed(error)
            if isinstance(error, OfficeError) and (is_new or error.code == "cashier.statement_empty"):
                self.columns.ask(path, looked)

        self._worker.run(read, owner=self, on_done=keep, on_failed=failed)

    def _named(self, path: Path, looked: "Looked") -> None:
        self._read(path, looked, is_new=True)

    def confirm(self) -> None:
        match = self.table.current()
        if match is not None and match.fit in _OPEN:
            self._do(lambda: self._statements().confirm(match), self._issued)

    def ask_leave(self) -> None:
        match = self.table.current()
        if match is None or match.fit is Fit.DONE:
            return
        self.reason.ask(
            lambda: (
                self.tr("ไม่ใช่เงินของใบแจ้งชำระ"),
                self.tr("รายการออกจากหน้านี้ แต่ยังเก็บไว้ในเครื่อง"),
                self.tr("เอาออก"),
            ),
            lambda reason: self._do(lambda: self._statements().leave(match, reason), lambda _: self.refresh()),
        )

    def _statements(self) -> Statements:
        return self._office.bills.statements(self._who)

    def _group(self) -> str:
        return self.tr("รายการเดินบัญชี")

    def _do(self, act: Callable[[], object], done: Callable[..., None]) -> None:
        self.setEnabled(False)

        def ended(result: object) -> None:
            self._rest()
            done(result)

        self._worker.run(act, owner=self, on_done=ended, on_failed=self._failed, lane="write")

    def _failed(self, error: Exception) -> None:
        self._rest()
        self._notices.failed(error)

    def _rest(self) -> None:
        """A page that worked had no keyboard; it has it again, unless somebody went elsewhere meanwhile."""
        self.setEnabled(True)
        if self.isVisible() and self.window().focusWidget() is None:
            self.table.setFocus()

    def _taken(self, taken: Taken) -> None:
        words = counted(self.tr("รายการใหม่ {fresh} รายการ มีอยู่แล้ว {known} รายการ"), taken.fresh)
        self._notices.say("ready", words.format(fresh=taken.fresh, known=taken.known))
        self.refresh()

    def _issued(self, receipt: Receipt) -> None:
        self.issued.emit(receipt)
        self.refresh()

    def _loaded(self, matches: tuple[Match, ...]) -> None:
        self.rows.show_rows(matches)
        self._list.setCurrentWidget(self.table if matches else self._nothing)
        if matches and self.table.current() is None:
            self.table.choose(0)
        self._choose(self.table.current() if matches else None)

    def _choose(self, match: Match | None) -> None:
        self.confirm_button.setEnabled(match is not None and match.fit in _OPEN)
        self.leave_button.setEnabled(match is not None and match.fit is not Fit.DONE)

    def _lay_out(self) -> None:
        self._list.addWidget(self._nothing)
        self._list.addWidget(self.table)
        below = QWidget()
        foot = QHBoxLayout(below)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(S)
        foot.addStretch(1)
        for button in (self.leave_button, self.read_button, self.confirm_button):
            foot.addWidget(button)
        for form in (self.columns, self.reason):
            form.asking.connect(below.setDisabled)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, S, L, S)
        column.setSpacing(S)
        column.addWidget(self._list, 1)
        column.addWidget(self.columns)
        column.addWidget(self.reason)
        column.addWidget(below)
