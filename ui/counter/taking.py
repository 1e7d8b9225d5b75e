"""Taking the money of a page: one receipt for all that is ticked, printed, and told to who stands in front."""

from PySide6.QtCore import QObject, Signal

from desktop.cashier.model import Receipt
from desktop.office.errors import OfficeError
from ui.cashier.paper_actions import PaperActions
from ui.counter.page_panel import PagePanel
from ui.house import House
from ui.sheets.printing import Outcome, ToPrint
from ui.sheets.question import SheetQuestion


class Taking(QObject):
    """`issued` brings the receipt; `fees_wanted` when nothing is ticked; `look` a receipt the clerk wants to see."""

    issued = Signal(object)
    fees_wanted = Signal()
    look = Signal(object)

    def __init__(self, house: House, paper: PaperActions, panel: PagePanel) -> None:
        super().__init__(panel)
        self._house, self._paper, self._panel = house, paper, panel
        self._busy = False
        panel.pay.pay.connect(self.pay)
        done = panel.done
        done.again.connect(lambda: paper.print_again(done.receipt))
        done.keep.connect(lambda: paper.keep(done.receipt, panel))
        done.look.connect(lambda: self.look.emit(done.receipt))
        done.wrong.connect(lambda: paper.printing.doubt_paper(done.receipt.id))
        self.question = SheetQuestion(paper.printing, house.worker)
        panel.stand_beside(self.question)
        panel.chosen.connect(self._place_question)
        paper.printing.asked.connect(lambda _: self._place_question())
        paper.printing.told.connect(self._told)

    @property
    def is_busy(self) -> bool:
        """Whether a receipt is being written."""
        return self._busy

    def pay(self) -> None:
        """Writes the receipt on the writer's lane; a second press while it runs does nothing."""
        page, presenter = self._panel.page, self._panel.presenter
        if self._busy or page is None or self._panel.is_done:
            return
        if not presenter.chosen:
            self.fees_wanted.emit()
            return
        if presenter.short_satang or self._panel.pay.money.is_wrong():
            self._panel.pay.show_short()
            return
        bills, tendered = [bill.id for bill in presenter.chosen], presenter.tendered_satang
        payer, taking = (page.name, page.address or None), self._house.office.counter.taking
        self._set_busy(True)
        self._house.worker.run(
            lambda: taking(self._house.session.person).pay(bills, payer, tendered),
            owner=self,
            on_done=self._issued,
            on_failed=self._failed,
            lane="write",
        )

    def _issued(self, receipt: Receipt) -> None:
        self._set_busy(False)
        self._paper.told.watched = receipt.id
        self._panel.show_receipt(receipt)
        self._place_question()
        self.issued.emit(receipt)
        self._paper.printing.print(receipt)

    def _place_question(self) -> None:
        """What came out before is asked beside a receipt, never while somebody chooses what is paid."""
        asked = self._panel.is_done and self._paper.printing.question is not None
        self.question.setVisible(asked)
        self._panel.make_room(asked)
        if self._panel.is_done and self._panel.isVisible():
            (self.question if asked else self._panel.done.next_button).setFocus()

    def _failed(self, error: Exception) -> None:
        self._set_busy(False)
        self._house.notices.failed(error)
        self._panel.pay.pay_button.setFocus()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._panel.pay.setEnabled(not busy)

    def _told(self, paper: ToPrint, outcome: Outcome, detail: object) -> None:
        if not self._panel.is_done or self._panel.done.receipt.id != paper.document:
            return
        if isinstance(detail, OfficeError):
            detail = detail.describe(self._house.code())[0]
        elif isinstance(detail, Exception):
            detail = self._house.notices.failed(detail).text
        self._panel.done.show_printing(outcome, str(detail or ""))
