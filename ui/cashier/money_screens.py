"""เงินและใบเสร็จ: receipts, bills, the statement, shift, remittances, sheets and the check of papers, a page each."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.cashier.bill_model import Bill
from desktop.cashier.model import Receipt
from desktop.cashier.shift_model import Slip
from ui.cashier.bills_screen import BillsScreen
from ui.cashier.check_screen import CheckScreen
from ui.cashier.receipts_screen import ReceiptsScreen
from ui.cashier.sheets_screen import SheetsScreen
from ui.cashier.shift_remittances import RemittancesScreen
from ui.cashier.shift_screen import ShiftScreen
from ui.cashier.statement_screen import StatementScreen
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.segmented import Segmented
from ui.kit.tokens import L, S

RECEIPTS, BILLS, STATEMENT, SHIFT, SLIPS = "receipts", "bills", "statement", "shift", "slips"
SHEETS, CHECK = "sheets", "check"


class MoneyScreens(Speaks, QWidget):
    """Opens with the receipts of today; Ctrl with a digit turns to a page."""

    def __init__(
        self,
        receipts: ReceiptsScreen,
        bills: BillsScreen,
        statement: StatementScreen,
        shift: ShiftScreen,
        slips: RemittancesScreen,
        sheets: SheetsScreen,
        check: CheckScreen,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.receipts, self.bills, self.statement = receipts, bills, statement
        self.shift, self.slips, self.sheets, self.check = shift, slips, sheets, check
        screens = (receipts, bills, statement, shift, slips, sheets, check)
        keys = (RECEIPTS, BILLS, STATEMENT, SHIFT, SLIPS, SHEETS, CHECK)
        self._by_key: dict[str, QWidget] = dict(zip(keys, screens, strict=True))
        self.pages, self._stack = Segmented([(key, "") for key in self._by_key]), QStackedWidget()
        for screen in self._by_key.values():
            self._stack.addWidget(screen)
        self.pages.chosen.connect(self.turn)
        shift.closed.connect(self.show_slip)
        receipts.owed.connect(self.show_bill)
        head = QHBoxLayout()
        head.setContentsMargins(L, S, L, 0)
        head.addWidget(self.pages)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(receipts)
        self._keys = Keys(self)
        self._keys.add_numbers(
            len(keys), lambda: self.tr("หน้าของห้องเงิน"), lambda number: self.turn(keys[number - 1]),
            group=lambda: self.tr("เงินและใบเสร็จ"), held="Ctrl+",
        )  # fmt: skip
        self.retranslate()

    def retranslate(self) -> None:
        self.pages.setAccessibleName(self.tr("หน้าของห้องเงิน"))
        money = (self.tr("ใบเสร็จ"), self.tr("ใบแจ้งชำระ"), self.tr("รายการเดินบัญชี"))
        papers = (self.tr("ใบที่พิมพ์"), self.tr("ตรวจเอกสาร"))
        words = (*money, self.tr("กะ"), self.tr("ใบนำส่งเงิน"), *papers)
        self.pages.offer(list(zip(self._by_key, words, strict=True)))

    def turn(self, page: str) -> None:
        self.pages.choose(page)
        self._stack.setCurrentWidget(self._by_key[page])
        self.setFocusProxy(self._by_key[page])
        self._by_key[page].setFocus()

    def show_receipt(self, receipt: Receipt) -> None:
        self.turn(RECEIPTS)
        self.receipts.show_receipt(receipt)

    def show_bill(self, bill: Bill) -> None:
        self.turn(BILLS)
        self.bills.show_bill(bill)

    def show_slip(self, slip: Slip) -> None:
        self.turn(SLIPS)
        self.slips.show_slip(slip)
