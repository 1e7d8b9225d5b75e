"""The counter: fees at the left, money at the right, one key to take it, and the next citizen."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.cashier.bill_model import Bill
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Fee, Receipt
from desktop.cashier.rules import in_force
from desktop.office.changes import Changes
from desktop.office.dates import fiscal_year_be, local_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from ui.cashier.basket import Basket
from ui.cashier.counter_presenter import CounterPresenter
from ui.cashier.issued_panel import IssuedPanel
from ui.cashier.left_unprinted import LeftUnprinted
from ui.cashier.paper_actions import PaperActions
from ui.cashier.payment_form import PaymentForm
from ui.cashier.printer_choice import PrinterChoice
from ui.cashier.shift_bar import ShiftBar
from ui.kit.double_press import Moment
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.tokens import L, S
from ui.notices import Notices
from ui.sheets.printing import Outcome, ToPrint
from ui.sheets.question import SheetQuestion
from ui.shell.borrowing import Borrowing
from ui.shell.stock_line import StockLine
from ui.work import Worker


class CounterScreen(Speaks, QWidget):
    """`look` brings a receipt the clerk wants to see; `issued` one that was just written, `billed` a bill."""

    look = Signal(object)
    issued = Signal(object)
    billed = Signal(object)

    def __init__(
        self,
        office: Office,
        who: Person,
        worker: Worker,
        notices: Notices,
        paper: PaperActions,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self._who, self._worker, self._notices = office, who, worker, notices
        self._paper, self._printing, self._language = paper, paper.printing, language
        paper.get_ready_soon()
        self._receipt: Receipt | None = None
        self._busy = False
        self._asked = Moment()
        self.presenter = CounterPresenter(self._fees_of_today())
        self.basket = Basket(self.presenter, PrinterChoice(paper.printing))
        self.picker, self.charges = self.basket.picker, self.basket.charges
        self.form, self.done = PaymentForm(self.presenter), IssuedPanel()
        self.stock, self.shift = StockLine(only_low=True), ShiftBar(office, who, worker, language)
        self.borrowing = Borrowing(office, who, worker, notices, self.stock, self.look_at_stock)
        self.question = SheetQuestion(paper.printing, worker)
        LeftUnprinted(office, worker, notices, paper.printing, self).look.connect(self.look)
        self._right = QStackedWidget()
        self._keys = Keys(self)
        self._bind_keys()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.basket)
        self.retranslate()
        self._printing.look_for_queues()
        self.look_at_stock()

    def retranslate(self) -> None:
        self.basket.speak_english(self._language() == "en")

    def look_at_stock(self) -> None:
        """Reads how many receipt numbers are left; the counter says so when they are few."""
        self._worker.run(self._office.receipt_stock, owner=self, on_done=self.stock.show_stock, view="stock")

    def changed(self, changes: Changes) -> None:
        """New books came, or another counter borrowed from one."""
        if changes.pulled or changes.touches("number_loan"):
            self.look_at_stock()

    def next_citizen(self) -> None:
        """Clears the counter for the next one; nothing that was issued is touched."""
        if self._busy:
            return
        self._receipt = self._paper.told.watched = None
        self.presenter.fees = self._fees_of_today()
        self.presenter.clear()
        self.basket.begin()
        self.form.show_payment()
        self._show_done(False)
        self.picker.setFocus()

    def replace(self, cancelled: Receipt) -> None:
        """Begins the receipt that stands in the place of a cancelled one: the same payer, and the fees put right."""
        if self._busy:
            return
        self.next_citizen()
        self.take_from(cancelled.payer_name, cancelled.payer_address or "")
        self.presenter.replaces = cancelled

    def take_from(
        self, payer_name: str, payer_address: str, person_id: Id | None = None, house_id: Id | None = None
    ) -> None:
        """Begins with a payer who is known; what is charged already stays."""
        if self._busy:
            return
        if self._receipt is not None:
            self.next_citizen()
        self.presenter.pays(payer_name, payer_address, person_id, house_id)
        self.form.show_payment()
        self.picker.setFocus()

    def pay(self) -> None:
        """Writes the receipt on the writer's lane, then prints it; a second press while it runs does nothing."""
        if self._busy or self._receipt is not None:
            return
        if self.presenter.problems or self.form.is_no_sum():
            self._refuse()
            return
        if self.presenter.unusual:
            self._ask_once_more()
            return
        if self._is_double_press:
            return
        self._set_busy(True)
        self._worker.run(
            self._take(),
            owner=self,
            on_done=self._issued,
            on_failed=self._not_issued,
            lane="write",
        )

    def _take(self) -> Callable[[], Receipt]:
        """Money of somebody who is known is taken for a bill, so that the receipt is found among what is theirs."""
        office, payment = self._office, self.presenter.payment
        day = local_date(office.desk.now())
        if not any(self.presenter.known) or not office.bills.queries.numbers_left(fiscal_year_be(day)):
            return lambda: office.cashier(self._who).issue(payment)
        draft, payer = self.presenter.draft(day), (payment.payer_name, payment.payer_address)
        return lambda: office.counter.taking(self._who).pay((), payer, payment.tendered_satang, also=draft)

    def bill(self) -> None:
        """Makes a bill of what is chosen, to be paid by transfer or cheque, or later; then it is looked at."""
        if self._busy or self._receipt is not None:
            return
        presenter, billing = self.presenter, self._office.bills.billing
        draft = presenter.draft(local_date(self._office.desk.now()))
        if presenter.problems.keys() & {"payer_name", "charges"}:
            self._refuse()
            return
        if presenter.unusual:
            self._ask_once_more()
            return
        if self._is_double_press:
            return
        self._set_busy(True)
        self._worker.run(
            lambda: billing(self._who).make(draft),
            owner=self,
            on_done=self._billed,
            on_failed=self._not_issued,
            lane="write",
        )

    def _billed(self, bill: Bill) -> None:
        self._set_busy(False)
        self.next_citizen()
        self.billed.emit(bill)

    def _fees_of_today(self) -> tuple[Fee, ...]:
        try:
            return in_force(catalogue(), local_date(self._office.desk.now()))
        except OfficeError as error:
            self._notices.failed(error)
            return ()

    def _ask_once_more(self) -> None:
        self.form.ask_once_more()
        self.presenter.is_sure = True
        self._asked.now()

    @property
    def _is_double_press(self) -> bool:
        """Whether what was asked of this very sum can not have been read yet."""
        return self.presenter.is_sure and self._asked.is_just

    def _refuse(self) -> None:
        self.form.show_problems()
        if "charges" in self.presenter.problems:
            self.picker.setFocus()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.form.setEnabled(not busy)

    def _issued(self, receipt: Receipt) -> None:
        self._set_busy(False)
        self._receipt = receipt
        self._paper.told.watched = receipt.id
        self.done.show_receipt(receipt)
        self._show_done(True)
        self.done.next_button.setFocus()
        self.issued.emit(receipt)
        self.look_at_stock()
        self._printing.print(receipt)

    def _not_issued(self, error: Exception) -> None:
        self._set_busy(False)
        if isinstance(error, OfficeError) and error.code == "cashier.fee_out_of_force":
            self.presenter.renew(self._fees_of_today())
            self.basket.renew()
        self._notices.failed(error)
        self.form.pay_button.setFocus()

    def _show_done(self, done: bool) -> None:
        self._right.setCurrentWidget(self.done if done else self.form)
        self._place_question()
        self.basket.set_open(not done)

    def _place_question(self) -> None:
        """The question stands beside what was issued; it never comes up while somebody types."""
        asks = self._right.currentWidget() is self.done and self._printing.question is not None
        self.question.setVisible(asks)
        self.basket.setVisible(not asks)
        if asks and self._receipt is not None and not self.question.isAncestorOf(self.focusWidget() or self):
            self.question.setFocus()
        elif self._right.currentWidget() is self.done and self.isAncestorOf(self.focusWidget() or self):
            self.done.next_button.setFocus()

    def _printing_told(self, paper: ToPrint, outcome: Outcome, detail: object) -> None:
        if self._receipt is None or self._receipt.id != paper.document:
            return
        if isinstance(detail, OfficeError):
            detail = detail.describe(self._language())[0]
        elif isinstance(detail, Exception):
            detail = self._notices.failed(detail).text
        self.done.show_printing(outcome, str(detail or ""))

    def _connect(self) -> None:
        self.basket.changed.connect(self.form.show_sums)
        self.basket.leave.connect(self.form.payer.setFocus)
        self.basket.working_out.connect(self.form.pay_button.setDisabled)
        self.form.pay.connect(self.pay)
        self.form.bill.connect(self.bill)
        self.form.clear.connect(self.next_citizen)
        self.done.next_citizen.connect(self.next_citizen)
        self.done.wrong.connect(lambda: self._printing.doubt_paper(self.done.receipt.id))
        self._printing.asked.connect(lambda _: self._place_question())
        self.done.again.connect(lambda: self._paper.print_again(self.done.receipt))
        self.done.keep.connect(lambda: self._paper.keep(self.done.receipt, self))
        self.done.look.connect(lambda: self.look.emit(self.done.receipt))
        self._printing.told.connect(self._printing_told)

    def _bind_keys(self) -> None:
        def group() -> str:
            return self.tr("เคาน์เตอร์")

        name, add = self._keys.name, self._keys.add
        name("1–9", lambda: self.tr("เลือกค่าธรรมเนียม"), group=group, hint=True)
        name("Enter", lambda: self.tr("ไปช่องถัดไป"), group=group, hint=True)
        add("F4", lambda: self.tr("ค่าธรรมเนียม"), lambda: self.picker.setFocus(), group=group, hint=True)
        add("F6", lambda: self.tr("แก้จำนวน"), lambda: self.charges.setFocus(), group=group, hint=True)
        name("+", lambda: self.tr("เพิ่มจำนวน"), group=group)
        name("-", lambda: self.tr("ลดจำนวน"), group=group)
        name("Del", lambda: self.tr("เอารายการออก"), group=group)
        add("F7", lambda: self.tr("ผู้ชำระเงิน"), lambda: self.form.payer.setFocus(), group=group, hint=True)
        add("F8", lambda: self.tr("เงินที่รับ"), lambda: self.form.tendered.setFocus(), group=group, hint=True)
        name("F9", lambda: self.tr("รับเงินและพิมพ์"), group=group)
        name("Ctrl+B", lambda: self.tr("ทำใบแจ้ง โอน หรือเช็ค"), group=group, hint=True)
        name("F2", lambda: self.tr("คนถัดไป"), group=group)
        name("Esc", lambda: self.tr("ล้าง"), group=group)
        name("Ctrl+P", lambda: self.tr("พิมพ์ซ้ำ"), group=group)
        name("Ctrl+G", lambda: self.tr("กะ"), group=group)
        name("Ctrl+Shift+P", lambda: self.tr("ใบไม่ออก หรือเสีย"), group=group)
        name("Ctrl+L", lambda: self.tr("ยืมเลขจากช่องอื่น"), group=group)

    def _lay_out(self) -> None:
        self._right.addWidget(self.form)
        self._right.addWidget(self.done)
        self._right.setFixedWidth(self.form.width())
        left = QVBoxLayout()
        left.setSpacing(S)
        left.addWidget(self.question, 1)
        left.addWidget(self.basket, 1)
        left.addWidget(self.shift)
        left.addWidget(self.stock)
        left.addWidget(HintBar(self._keys))
        line = QHBoxLayout(self)
        line.setContentsMargins(L, L, L, S)
        line.setSpacing(L)
        line.addLayout(left, 1)
        line.addWidget(self._right)
