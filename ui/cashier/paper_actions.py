"""What a clerk does with the paper of a receipt that exists: print it once more, keep it as a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.cashier.model import Receipt
from desktop.cashier.rules import display_number
from ui.cashier.pdf_files import ask_where
from ui.cashier.void_form import VoidWish
from ui.kit.files import keep
from ui.notices import Notices
from ui.sheets.printing import SheetPrinting
from ui.sheets.told import PrintingTold
from ui.work import Worker

_READY_MS = 1_500
"""The room stands, and the first payment is not yet typed."""


class PaperActions(QObject):
    """Shared by the counter and the list of receipts."""

    def __init__(
        self,
        office: Office,
        who: Person,
        worker: Worker,
        notices: Notices,
        printing: SheetPrinting,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self.who = office, who
        self._worker, self._notices, self.printing = worker, notices, printing
        self.told = PrintingTold(printing, notices, self)

    def get_ready_soon(self) -> None:
        """Money will be taken here: after a moment receipts need nothing more that is slow to bring in."""
        QTimer.singleShot(_READY_MS, self, self._get_ready)

    def _get_ready(self) -> None:
        sheets = self._office.receipt_sheets  # if it fails, the first receipt says why
        self._worker.run(sheets.get_ready, owner=self, on_failed=lambda _: None)

    def print_again(self, receipt: Receipt, ended: Callable[[], None] = lambda: None) -> None:
        """Notes the printing durably and then prints, marked as a later one; `ended` once it is noted or failed."""
        cashier = self._office.cashier

        def noted(printed: Receipt) -> None:
            ended()
            self.printing.print(printed)

        def failed(error: Exception) -> None:
            ended()
            self._notices.failed(error)

        self._worker.run(
            lambda: cashier(self.who).reprint(receipt.id),
            owner=self,
            on_done=noted,
            on_failed=failed,
            lane="write",
        )

    def void(self, receipt: Receipt, wish: VoidWish, ended: Callable[[bool], None]) -> None:
        """Cancels the receipt and prints both copies once more, with ยกเลิก; `ended` tells whether it is cancelled.

        Where the approver sets a PIN, the centre is asked for them first; that may take the line.
        """
        office, who = self._office, self.who

        def act() -> Receipt:
            if wish.password:
                office.approvals.set_pin(office.accounts.confirm(wish.login, wish.password), wish.second.pin)
            return office.cashier(who).void(receipt.id, wish.reason, wish.second)

        def voided(cancelled: Receipt) -> None:
            ended(True)
            words = self.tr("ยกเลิกใบเสร็จ {number} แล้ว").format(number=display_number(cancelled))
            self._notices.say("ready", words, self.tr("เก็บฉบับที่มีคำว่ายกเลิกคู่กับต้นฉบับ กด F7 เพื่อออกใบแทน"))
            self.print_again(cancelled)

        def failed(error: Exception) -> None:
            ended(False)
            self._notices.failed(error)

        self._worker.run(
            act,
            owner=self,
            on_done=voided,
            on_failed=failed,
        )

    def say_failed(self, error: Exception) -> None:
        self._notices.failed(error)

    def keep(self, receipt: Receipt | None, parent: QWidget) -> None:
        """Asks where, and writes the paper there."""
        path = ask_where(receipt, parent) if receipt is not None else None
        if receipt is None or path is None:
            return
        office = self._office
        self._worker.run(lambda: keep(office.receipt_pdf(receipt), path), owner=self, on_done=self._kept)

    def _kept(self, path: Path) -> None:
        self._notices.say("ready", self.tr("บันทึกใบเสร็จเป็น PDF แล้ว"), path.name)
