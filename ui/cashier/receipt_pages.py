"""A receipt's paper as pages to look at, made and drawn in the background."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.application import Office
from desktop.cashier.model import Receipt
from ui.kit.page_source import Pages
from ui.kit.page_view import PageView
from ui.pdf_pages import pdf_pages
from ui.work import Worker


class ReceiptSheets(PageView):
    """The sheets of the receipt shown last, as they would be printed now."""

    def __init__(self, office: Office, worker: Worker) -> None:
        super().__init__()
        self._office, self._worker = office, worker
        self._receipt: Receipt | None = None

    def show_receipt(self, receipt: Receipt | None) -> None:
        """Nothing happens when it is the one that is shown, as it is now."""
        if receipt == self._receipt:
            return
        self._receipt = receipt
        if receipt is None:
            self.show_pages(None)
        else:
            pages_of(self._office, receipt, self._worker, self, lambda pages: self._made(receipt, pages))

    def _made(self, receipt: Receipt, pages: Pages) -> None:
        if receipt == self._receipt:
            self.show_pages(pages)


def pages_of(office: Office, receipt: Receipt, worker: Worker, owner: QObject, done: Callable[[Pages], None]) -> None:
    """Calls `done` with the pages of the paper as it would be printed now."""

    def make() -> Pages:
        from desktop.paper.pages import page_sizes_mm

        pdf = office.receipt_pdf(receipt)
        return pdf_pages(pdf, page_sizes_mm(pdf), worker, owner)

    worker.run(make, owner=owner, on_done=done, lane="render")
