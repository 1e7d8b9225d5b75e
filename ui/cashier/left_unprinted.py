"""The last receipt of this desk, where the program ended between writing it down and sending its sheets: told once."""

from PySide6.QtCore import QObject, Signal

from desktop.application import Office
from desktop.cashier.model import Receipt
from desktop.cashier.rules import display_number
from desktop.office.money import format_baht
from ui.notices import Act, Notices
from ui.sheets.printing import SheetPrinting
from ui.work import Worker


class LeftUnprinted(QObject):
    """Looks when it is made, before anything is issued. `look` brings the receipt that the clerk wants to see.

    Where no printer is chosen receipts are files, and nothing is told.
    """

    look = Signal(object)

    def __init__(
        self, office: Office, worker: Worker, notices: Notices, printing: SheetPrinting, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._notices, self._printing = notices, printing
        self._receipt: Receipt | None = None
        printing.queues_known.connect(self._tell)
        worker.run(lambda: office.cashier_queries.unprinted(office.desk.now()), owner=self, on_done=self._found)

    def _found(self, receipt: Receipt | None) -> None:
        self._receipt = receipt
        self._tell()

    def _tell(self) -> None:
        receipt = self._receipt
        if receipt is None or self._printing.queue is None:
            return
        self._receipt = None
        words = self.tr("ใบเสร็จ {number} ออกแล้ว แต่ยังไม่ได้พิมพ์").format(number=display_number(receipt))
        advice = self.tr("{name} ชำระ {sum} บาทแล้ว ไม่ต้องรับเงินอีก เปิดใบเสร็จแล้วพิมพ์")
        act = Act(self.tr("เปิดใบเสร็จ"), lambda: self.look.emit(receipt))
        said = advice.format(name=receipt.payer_name, sum=format_baht(receipt.total_satang))
        self._notices.say("attention", words, said, act)
