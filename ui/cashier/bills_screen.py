"""ใบแจ้งชำระ: who owes what, found by name, number or scanner at the left; how it is paid at the right."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.cashier.bill_desk import Code
from desktop.cashier.bill_model import Bill, BillPayment, BillSums, BillView
from desktop.cashier.bill_rules import display_bill, reference_in
from desktop.cashier.model import Method, Receipt
from desktop.cashier.thai_qr import Slip, Unreadable, read_slip
from desktop.office.changes import Changes
from desktop.office.money import format_baht
from desktop.sheets.model import Filed
from ui.cashier.bill_panel import BillPanel
from ui.cashier.bills_presenter import BillsPresenter, Deed, Listing
from ui.cashier.bills_rows import bill_rows
from ui.kit import files
from ui.kit.counted import counted
from ui.kit.inputs import SearchBox
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState
from ui.kit.reason import ReasonForm
from ui.kit.segmented import Segmented
from ui.kit.table import TableView
from ui.kit.thai_label import label
from ui.kit.tokens import L, S
from ui.notices import Notices
from ui.sheets.printing import SheetPrinting
from ui.work import Worker

_PAUSE_MS = 200
_BILL = "bill"
_TABLES = ("bill", "bill_cancelled", "bill_payment", "payment_word", "payment_receipt", "receipt_void", "biller")
Opened = tuple[Bill, BillPayment | None, Code | None]


class BillsScreen(Speaks, QWidget):
    """`issued` brings the receipt of a bill that was paid."""

    issued = Signal(object)

    def __init__(
        self, office: Office, who: Person, worker: Worker, notices: Notices, printing: SheetPrinting,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._office, self._who, self._worker, self._notices = office, who, worker, notices
        self._printing = printing
        self._busy, self._sums = False, BillSums(0, 0)
        self._listed: tuple[BillView, str, int] | None = None
        self.presenter = BillsPresenter(office.bills, office.clock)
        self.views, self.search = Segmented([(view.value, "") for view in BillView]), SearchBox()
        self.rows = bill_rows(lambda: self.presenter.today)
        self.table: TableView[Bill] = TableView()
        self.table.show_model(self.rows)
        self.panel, self.reason, self.sums = BillPanel(self.presenter), ReasonForm(), label(ink="soft")
        self._nothing, self._list = EmptyState("receipt"), QStackedWidget()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._keys = Keys(self)
        self._bind_keys()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.search)
        self.retranslate()
        self.refresh()

    def retranslate(self) -> None:
        names = {
            BillView.OPEN: self.tr("รอชำระ"),
            BillView.OVERDUE: self.tr("เลยกำหนด"),
            BillView.WAITING: self.tr("รอเงินโอน"),
            BillView.PAID: self.tr("ชำระแล้ว"),
            BillView.ALL: self.tr("ทั้งหมด"),
        }
        self.views.setAccessibleName(self.tr("ใบแจ้งชำระที่แสดง"))
        self.views.offer([(view.value, words) for view, words in names.items()])
        self.search.setPlaceholderText(self.tr("ชื่อ เลขที่ หรือสแกนใบแจ้ง"))
        self.search.setAccessibleName(self.tr("ค้นใบแจ้งชำระ"))
        self.table.setAccessibleName(self.tr("ใบแจ้งชำระ"))
        self._nothing.say(self.tr("ไม่มีใบแจ้งชำระในรายการนี้"), self.tr("ทำใบแจ้งได้ที่เคาน์เตอร์ เลือกค่าธรรมเนียมแล้วกด Ctrl+B"))
        self._say_sums()

    def show_bill(self, bill: Bill) -> None:
        """Goes to a bill, wherever it is listed."""
        self.presenter.view = BillView.ALL
        self.views.choose(BillView.ALL.value)
        self.search.setText(bill.reference)
        self._pause.stop()
        self._find()

    def changed(self, changes: Changes) -> None:
        if changes.touches(*_TABLES):
            self.refresh()

    def refresh(self) -> None:
        """Reads the list again in the background; the choice stays."""
        wanted = self.presenter.wanted

        def loaded(found: Listing) -> None:
            if wanted == self.presenter.wanted:
                self._listed = wanted
                self._loaded(*found)

        self._worker.run(lambda: self.presenter.load(*wanted), owner=self, on_done=loaded, view="rows")

    def do(self, deed: Deed) -> None:
        """What the big button says; a second press while it is done does nothing, nor one before the bill is there."""
        bill, waiting, panel = self.presenter.bill, self.presenter.waiting, self.panel
        if self._busy or bill is None or not self._is_shown(bill):
            return
        paying = self._office.bills.paying(self._who)
        if deed is Deed.TAKE:
            if panel.says_short():
                return
            cheque = panel.cheque() if self.presenter.method is Method.CHEQUE else None
            tendered = panel.money.satang() if cheque is None else None
            instead = waiting.id if waiting is not None else None
            self._act(lambda: paying.pay(bill.id, tendered, cheque, instead), self._issued)
        elif deed is Deed.WAIT:
            self._wait(lambda slip: paying.hold(bill.id, slip))
        elif deed is Deed.CONFIRM and waiting is not None:
            words = panel.words_of(panel.seen)
            if words:
                self._act(lambda: paying.confirm(waiting.id, words), self._issued)
            else:
                panel.seen.say_error(self.tr("บอกว่าเห็นเงินเข้าจากที่ใด"))
                panel.seen.setFocus()

    def _is_shown(self, bill: Bill) -> bool:
        """Whether it is the one that the list points at, and the list is the one that was asked for: a key that comes
        before another bill was read would take this one's money."""
        chosen = self.table.current()
        is_listed = not self._pause.isActive() and self._listed == self.presenter.wanted
        is_meant = is_listed or reference_in(self.search.value) == bill.reference
        return is_meant and chosen is not None and chosen.id == bill.id

    def ask_cancel(self) -> None:
        bill = self.presenter.bill
        if bill is None or not self.presenter.may_cancel or not self._is_shown(bill):
            return
        billing = self._office.bills.billing(self._who)
        self.reason.ask(
            lambda: (
                self.tr("ยกเลิกใบแจ้งชำระ {number}").format(number=display_bill(bill)),
                self.tr("เลขที่ยังอยู่ในเล่ม และจะรับเงินตามใบนี้ไม่ได้อีก"),
                self.tr("ยกเลิกใบแจ้ง"),
            ),
            lambda reason: self._act(lambda: billing.cancel(bill.id, reason), lambda _: self.refresh()),
        )

    def ask_withdraw(self) -> None:
        waiting = self.presenter.waiting
        if waiting is None:
            return
        paying = self._office.bills.paying(self._who)
        self.reason.ask(
            lambda: (
                self.tr("ถอนการรอเงินโอน"),
                self.tr("ใบแจ้งกลับไปรอชำระ ถ้าเงินเข้าภายหลังให้บันทึกรอเงินโอนใหม่"),
                self.tr("ถอนการรอ"),
            ),
            lambda reason: self._act(lambda: paying.withdraw(waiting.id, reason), lambda _: self.refresh()),
        )

    def print(self) -> None:
        """Sends the bill's paper to the clerk's printer."""
        bill, bills = self.presenter.bill, self._office.bills
        if bill is not None:
            label = f"ใบแจ้งชำระเงิน {display_bill(bill)}"
            self._printing.print_file(
                _BILL, label, bill.id, lambda: Filed(_BILL, label, bills.pdf(bill), document=bill.id, numbered=True)
            )

    def keep(self) -> None:
        """Asks where, and writes the bill's paper there."""
        bill, office = self.presenter.bill, self._office
        if bill is None:
            return
        name = f"bill-{bill.reference}.pdf"
        path = files.ask_where(self, self.tr("บันทึกใบแจ้งชำระเป็น PDF"), name, "PDF (*.pdf)")
        if path is not None:
            self._worker.run(
                lambda: files.keep(office.bills.pdf(bill), path),
                owner=self,
                on_done=self._kept,
            )

    def _kept(self, path: Path) -> None:
        self._notices.say("ready", self.tr("บันทึกใบแจ้งชำระเป็น PDF แล้ว"), path.name)

    def _wait(self, hold: Callable[[Slip | None], object]) -> None:
        """With the slip that the scanner typed, or without one; what can't be read is said at its field."""
        words = self.panel.words_of(self.panel.slip)
        try:
            slip = read_slip(words) if words else None
        except Unreadable:
            self.panel.slip.say_error(self.tr("อ่าน QR บนสลิปไม่ได้ สแกนอีกครั้ง"))
            self.panel.slip.setFocus()
            return
        self._act(lambda: hold(slip), lambda _: self.refresh())

    def _act(self, act: Callable[[], object], done: Callable[..., None]) -> None:
        """Does it on the writer's lane; the panel rests meanwhile, and has the keyboard again afterwards if it had."""
        self._busy, held = True, self.panel.isAncestorOf(self.focusWidget() or self)
        self.panel.setEnabled(False)

        def ended(result: object) -> None:
            self._rest(held)
            done(result)

        def failed(error: Exception) -> None:
            self._rest(held)
            self._notices.failed(error)

        self._worker.run(act, owner=self, on_done=ended, on_failed=failed, lane="write")

    def _rest(self, held: bool) -> None:
        self._busy = False
        self.panel.setEnabled(True)
        if held and self.isVisible():
            self.panel.button.setFocus()

    def _issued(self, receipt: Receipt) -> None:
        self.issued.emit(receipt)
        self.refresh()

    def _loaded(self, bills: tuple[Bill, ...], sums: BillSums) -> None:
        self.rows.show_rows(bills)
        self.rows.is_more = self.presenter.may_go_on and len(bills) < sums.count
        self._list.setCurrentWidget(self.table if bills else self._nothing)
        self._sums = sums
        self._say_sums()
        if bills and (self.table.current() is None or reference_in(self.presenter.words)):
            self.table.choose(0)
        self._choose(self.table.current() if bills else None)

    def _say_sums(self) -> None:
        words = counted(self.tr("{count} ใบ รวม {sum} บาท"), self._sums.count)
        self.sums.setText(words.format(count=f"{self._sums.count:,}", sum=format_baht(self._sums.satang)))

    def _choose(self, bill: Bill | None) -> None:
        if bill is None or self.presenter.bill is None or bill.id != self.presenter.bill.id:
            self.reason.hide()
        if bill is None:
            self.presenter.open(None, None)
            self.panel.show_bill(fresh=True)
            return
        office = self._office

        def read() -> Opened:
            return bill, self.presenter.waiting_for(bill), office.bills.code(bill)

        self._worker.run(read, owner=self, on_done=self._opened, view="bill")

    def _opened(self, found: Opened) -> None:
        bill, waiting, code = found
        current = self.table.current()
        if current is None or current.id != bill.id:
            return
        before, deed = self.presenter.bill, self.presenter.deed
        self.presenter.open(bill, waiting)
        fresh = before is None or before.id != bill.id or deed is not self.presenter.deed
        self.panel.show_bill(code, fresh=fresh)

    def _turn(self, view: str) -> None:
        self.presenter.seek(BillView(view), self.presenter.words)
        self.refresh()

    def _go_on(self) -> None:
        self.presenter.go_on()
        self.refresh()

    def _find(self) -> None:
        self.presenter.seek(self.presenter.view, self.search.value)
        self.refresh()

    def _connect(self) -> None:
        self.views.chosen.connect(self._turn)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(self._find)
        self.rows.wanted.connect(self._go_on)
        self.search.returnPressed.connect(self.table.setFocus)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _: self.panel.money.setFocus())
        self.panel.wanted.connect(self.do)
        self.reason.asking.connect(self.panel.setDisabled)
        self.reason.left.connect(self.table.setFocus)
        self.panel.cancel.connect(self.ask_cancel)
        self.panel.withdraw.connect(self.ask_withdraw)
        self.panel.keep.connect(self.keep)
        self.panel.print.connect(self.print)

    def _bind_keys(self) -> None:
        def group() -> str:
            return self.tr("ใบแจ้งชำระ")

        name, add = self._keys.name, self._keys.add
        add("F4", lambda: self.tr("ค้นหรือสแกน"), lambda: self.search.setFocus(), group=group, hint=True)
        name("J", lambda: self.tr("ใบถัดไป"), group=group, hint=True)
        name("K", lambda: self.tr("ใบก่อน"), group=group, hint=True)
        name("F9", lambda: self.tr("รับเงินและออกใบเสร็จ"), group=group)
        name("F7", lambda: self.tr("พิมพ์ใบแจ้ง"), group=group, hint=True)
        name("Ctrl+S", lambda: self.tr("บันทึก PDF"), group=group)
        name("Del", lambda: self.tr("ยกเลิกใบแจ้ง"), group=group)

    def _lay_out(self) -> None:
        self._list.addWidget(self._nothing)
        self._list.addWidget(self.table)
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(self.views)
        head.addWidget(self.search, 1)
        left = QVBoxLayout()
        left.setSpacing(S)
        left.addLayout(head)
        left.addWidget(self._list, 1)
        left.addWidget(self.reason)
        foot = QHBoxLayout()
        foot.addWidget(HintBar(self._keys), 1)
        foot.addWidget(self.sums)
        left.addLayout(foot)
        line = QHBoxLayout(self)
        line.setContentsMargins(L, S, L, S)
        line.setSpacing(L)
        line.addLayout(left, 1)
        line.addWidget(self.panel)
