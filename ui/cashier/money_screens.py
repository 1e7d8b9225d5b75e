"""เงินและใบเสร็จ: the receipts of a day, the bills, and the bank's statement, each a page of one room."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.cashier.bill_model import Bill
from desktop.cashier.model import Receipt
from ui.cashier.bills_screen import BillsScreen
from ui.cashier.receipts_screen import ReceiptsScreen
from ui.cashier.statement_screen import StatementScreen
from ui.kit.language import Speaks
from ui.kit.segmented import Segmented
from ui.kit.tokens import L, S

RECEIPTS, BILLS, STATEMENT = "receipts", "bills", "statement"


class MoneyScreens(Speaks, QWidget):
    """Opens with the receipts of today."""

    def __init__(
        self,
        receipts: ReceiptsScreen,
        bills: BillsScreen,
        statement: StatementScreen,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.receipts, self.bills, self.statement = receipts, bills, statement
        self._by_key: dict[str, QWidget] = {RECEIPTS: receipts, BILLS: bills, STATEMENT: statement}
        self.pages, self._stack = Segmented([(key, "") for key in self._by_key]), QStackedWidget()
        for screen in self._by_key.values():
            self._stack.addWidget(screen)
        self.pages.chosen.connect(self.turn)
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
        self.retranslate()

    def retranslate(self) -> None:
        self.pages.setAccessibleName(self.tr("หน้าของห้องเงิน"))
        words = (self.tr("ใบเสร็จ"), self.tr("ใบแจ้งชำระ"), self.tr("รายการเดินบัญชี"))
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
