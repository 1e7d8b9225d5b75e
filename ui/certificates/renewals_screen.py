"""What is to be paid or renewed: the latest first, each with why and by which fee."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.cashier.bill_model import Bill
from desktop.certificates.model import Due
from desktop.office.changes import Changes
from desktop.office.ids import Id
from ui.certificates import words
from ui.certificates.presenter import DAYS_AHEAD, CertificatesPresenter
from ui.certificates.rows import due_rows
from ui.kit.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.kit.focus import keeps_focus
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState, Panel
from ui.kit.table import TableView
from ui.kit.thai_label import ThaiLabel, label
from ui.kit.tokens import L, M, S
from ui.notices import Notices
from ui.work import Worker

CONCERNS = (
    "certificate", "certificate_deed", "bill", "bill_cancelled", "bill_period", "bill_payment", "payment_receipt",
    "receipt_void",
)  # fmt: skip


class Renewals(Speaks, QWidget):
    """`opened` brings the id of a certificate to look at, `pay` of one whose fee was paid elsewhere; `closed`: back.

    `billed` brings the bill that is to be paid now; of several that were made at once the list shows the numbers.
    """

    opened = Signal(object)
    pay = Signal(object)
    billed = Signal(object)
    closed = Signal()

    def __init__(
        self, presenter: CertificatesPresenter, worker: Worker, notices: Notices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter, self._worker, self._notices = presenter, worker, notices
        self._bills: Mapping[Id, Bill] = {}
        self._busy = False
        self.title, self.why = label(size="title"), ThaiLabel()
        self.rows = due_rows(lambda due: self._bills.get(due.line.id))
        self.table: TableView[Due] = TableView(several=True)
        self.table.show_model(self.rows)
        self.bill_button = PrimaryButton(key="F9", icon_name="money")
        self.pay_button = SecondaryButton(key="F8")
        self.back_button = QuietButton(key="Esc")
        self._nothing = EmptyState("calendar")
        self._keys = Keys(self)
        self._lay_out()
        self.table.chosen.connect(self._explain)
        self.table.opened.connect(lambda due: self.opened.emit(due.line.id) if due else None)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        self.bill_button.clicked.connect(self.bill)
        self.pay_button.clicked.connect(self._pay)
        self.back_button.clicked.connect(self.closed)
        self._keys.name("Return", lambda: self.tr("เปิดฉบับ"), group=lambda: self.tr("ครบกำหนด"), hint=True)
        self.setFocusProxy(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(self.tr("ครบกำหนดชำระหรือต่ออายุ"))
        self.table.setAccessibleName(self.tr("ครบกำหนดชำระหรือต่ออายุ"))
        self.pay_button.say(self.tr("บันทึกใบเสร็จที่ชำระแล้ว"))
        self.back_button.say(self.tr("กลับไปทะเบียน"))
        self._why_panel.say(self.tr("คิดอย่างไร"))
        self._nothing.say(
            self.tr("ไม่มีฉบับที่ครบกำหนด"),
            self.tr("ฉบับที่ค้างชำระ และที่จะครบรอบปีหรือหมดอายุใน {days} วัน จะอยู่ที่นี่").format(days=DAYS_AHEAD),
        )
        self.rows.retitle()
        self._explain(self.table.current())
        self._offer()

    def changed(self, changes: Changes) -> None:
        if changes.touches(*CONCERNS):
            self.refresh()

    def refresh(self) -> None:
        self._worker.run(self._presenter.due, owner=self, on_done=lambda found: self._loaded(*found), view="rows")

    def picked(self) -> tuple[Due, ...]:
        """The chosen lines, those due first on top."""
        picked = sorted(self.table.selectionModel().selectedRows(), key=lambda index: index.row())
        return tuple(one for index in picked if (one := self.table.row_at(index)) is not None)

    def bill(self) -> None:
        """Makes the bills of the chosen yearly fees, or finds them; a single one is opened where it is paid."""
        due = tuple(one for one in self.picked() if one.kind == "fee")
        if not due or self._busy:
            return
        self._busy = True
        self._worker.run(
            lambda: self._presenter.bill(due), owner=self, on_done=self._billed, on_failed=self._failed, lane="write"
        )

    def _billed(self, bills: tuple[Bill, ...]) -> None:
        self._busy = False
        self.refresh()
        if len(bills) == 1:
            self.billed.emit(bills[0])
        else:
            said = self.tr("ออกใบแจ้งชำระครบ {count} ฉบับแล้ว").format(count=len(bills))
            self._notices.say("ready", said, self.tr("เลือกรายเดียวแล้วกด F9 เพื่อรับเงิน"))

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._notices.failed(error)

    def _offer(self) -> None:
        """What F9 does with the chosen lines."""
        due = [one for one in self.picked() if one.kind == "fee"]
        with_bill = bool(due) and all(one.line.id in self._bills for one in due)
        said = self.tr("เปิดใบแจ้งชำระ") if with_bill else self.tr("ออกใบแจ้งชำระ")
        self.bill_button.say(said + (f" {len(due)}" if len(due) > 1 else ""))
        self.bill_button.setEnabled(bool(due))
        self.pay_button.setEnabled(len(self.picked()) == 1)

    def _loaded(self, found: tuple[Due, ...], bills: Mapping[Id, Bill]) -> None:
        self._bills = bills
        self.rows.show_rows(found)
        held = keeps_focus(self.table)
        self._stack.setCurrentWidget(self._filled if found else self._nothing)
        self.setFocusProxy(self.table if found else self.back_button)
        if found and self.table.current() is None:
            self.table.choose(0)
        if held and not found:
            self.back_button.setFocus()
        self._offer()
        self.table.viewport().update()
        self._explain(self.table.current())

    def _explain(self, due: Due | None) -> None:
        self.why.say("\n".join(words.why(due)) if due else "")

    def _pay(self) -> None:
        due = self.table.current()
        if due is not None:
            self.pay.emit(due.line.id)

    def _lay_out(self) -> None:
        self._why_panel = Panel()
        self._why_panel.body.addWidget(self.why)
        self._filled = QWidget()
        inner = QVBoxLayout(self._filled)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(M)
        inner.addWidget(self.table, 1)
        inner.addWidget(self._why_panel)
        self._stack = QStackedWidget()
        for page in (self._nothing, self._filled):
            self._stack.addWidget(page)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.back_button)
        foot.addWidget(HintBar(self._keys), 1)
        foot.addWidget(self.pay_button)
        foot.addWidget(self.bill_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addWidget(self.title)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
