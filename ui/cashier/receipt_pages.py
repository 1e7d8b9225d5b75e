"""A receipt's paper as pages to look at, made and drawn in the background."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from desktop.application import Office
from desktop.cashier.model import Receipt
from ui.kit.page_source import DeliverImage, Pages
from ui.kit.page_view import PageView
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

    def make() -> tuple[bytes, tuple[tuple[float, float], ...]]:
        from desktop.paper.pages import page_count, page_size_mm

        pdf = office.receipt_pdf(receipt)
        return pdf, tuple(page_size_mm(pdf, page) for page in range(page_count(pdf)))

    def made(found: tuple[bytes, tuple[tuple[float, float], ...]]) -> None:
        pdf, sizes = found
        done(Pages(sizes, lambda page, dpi, deliver: _draw(pdf, page, dpi, deliver)))

    def _draw(pdf: bytes, page: int, dpi: int, deliver: DeliverImage) -> None:
        worker.run(lambda: image(pdf, page, dpi), owner=owner, on_done=deliver, lane="render")

    worker.run(make, owner=owner, on_done=made, lane="render")


def image(pdf: bytes, page: int, dpi: int) -> QImage:
    """One page drawn on white."""
    from desktop.paper.pages import render

    drawn = render(pdf, page, dpi)
    return QImage(drawn.data, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32).copy()
