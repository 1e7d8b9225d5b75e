"""What a case costs, as one button: it makes the bill, or goes to the one that is there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.cashier.bill_model import Bill
from desktop.cashier.bill_rules import display_bill
from desktop.office.money import format_baht
from ui.cases.presenter import CasesPresenter, Opened
from ui.cases.words import bill_state
from ui.kit.buttons import SecondaryButton
from ui.kit.language import Speaks
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import XS
from ui.notices import Notices
from ui.work import Worker


class FeeButton(Speaks, QWidget):
    """Hidden where nothing is asked; `billed` brings the bill."""

    billed = Signal(object)

    def __init__(
        self, presenter: CasesPresenter, worker: Worker, notices: Notices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter, self._worker, self._notices = presenter, worker, notices
        self._opened: Opened | None = None
        self.what, self.button = ThaiLabel(ink="soft", size="small"), SecondaryButton(key="Ctrl+B", icon_name="money")
        self.button.clicked.connect(self.bill)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self.what)
        column.addWidget(self.button)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self.button.say(self.tr("ใบแจ้งชำระ"))
        if self._opened is not None:
            self.show_case(self._opened)

    def show_case(self, opened: Opened) -> None:
        self._opened = opened
        self.setVisible(bool(opened.fees))
        bill = next((one.bill for one in opened.fees if one.bill is not None), None)
        satang = bill.total_satang if bill else sum(one.charge.amount_satang for one in opened.fees)
        named = ", ".join(one.charge.fee.name_th for one in opened.fees)
        known = f"{display_bill(bill)} · {bill_state(bill.state)}" if bill else named
        self.what.say(f"{known} · {format_baht(satang)}")
        self.button.say(self.tr("เปิดใบแจ้งชำระ") if bill else self.tr("ออกใบแจ้งชำระ"))

    def bill(self) -> None:
        """Makes the bill of the case that is shown; a second press finds the same."""
        opened = self._opened
        if opened is None or not self.button.isEnabled():
            return
        self.button.setEnabled(False)
        self._worker.run(
            lambda: self._presenter.bill(opened.case.id),
            owner=self,
            on_done=self._billed,
            on_failed=self._failed,
            lane="write",
        )

    def _billed(self, bill: Bill) -> None:
        self.button.setEnabled(True)
        self.billed.emit(bill)

    def _failed(self, error: Exception) -> None:
        self.button.setEnabled(True)
        self._notices.failed(error)
