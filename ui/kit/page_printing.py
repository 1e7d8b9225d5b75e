"""Pages of a PDF painted through the system's own printer driver: the road where there is no CUPS."""

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop.devices.printer import Media, Queue
from desktop.office.errors import OfficeError
from desktop.paper import pages

DPI = 300
"""Fine enough for a laser printer, small enough for a spooler that keeps pages uncompressed."""

_MM = 25.4
_SIZES = {
    Media.A4: QPageSize.PageSizeId.A4,
    Media.A5: QPageSize.PageSizeId.A5,
    Media.C4: QPageSize.PageSizeId.EnvelopeC4,
    Media.C5: QPageSize.PageSizeId.EnvelopeC5,
    Media.C6: QPageSize.PageSizeId.EnvelopeC6,
    Media.DL: QPageSize.PageSizeId.EnvelopeDL,
}
_SLIP = QPageSize(QSizeF(72, 92), QPageSize.Unit.Millimeter, "queue slip")


class QtSpooler:
    """A `PageSpooler` over the printers that Qt finds."""

    def queues(self) -> tuple[Queue, ...]:
        default = QPrinterInfo.defaultPrinterName()
        return tuple(
            Queue(info.printerName(), info.printerName() == default, info.state() != QPrinter.PrinterState.Error)
            for info in QPrinterInfo.availablePrinters()
        )

    def spool(self, pdf: bytes, queue: str, title: str, media: Media, copies: int) -> None:
        info = QPrinterInfo.printerInfo(queue)
        if info.isNull():
            raise OfficeError("printer.unknown_queue", queue=queue)
        printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        printer.setCopyCount(copies)
        paint_pages(printer, pdf, media)


def paint_pages(printer: QPrinter, pdf: bytes, media: Media) -> None:
    """Every page in its true size from the corner of the paper; OfficeError `printer.refused`, and those of `pages`."""
    printer.setPageSize(_SLIP if media is Media.QUEUE_SLIP else QPageSize(_SIZES[media]))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    printer.setDuplex(QPrinter.DuplexMode.DuplexNone)
    sizes = pages.page_sizes_mm(pdf)
    painter = QPainter()
    _turn(printer, sizes[0])
    if not painter.begin(printer):
        raise OfficeError("printer.refused", queue=printer.printerName(), reason=printer.docName())
    try:
        for page, (width_mm, height_mm) in enumerate(sizes):
            if page:
                _turn(printer, (width_mm, height_mm))
                printer.newPage()
            dots = printer.resolution() / _MM
            painter.drawImage(QRectF(0, 0, width_mm * dots, height_mm * dots), page_image(pdf, page, DPI))
    finally:
        painter.end()


def _turn(printer: QPrinter, size_mm: tuple[float, float]) -> None:
    """The sheet lies where the page lies; holds from the next page on."""
    lying = size_mm[0] > size_mm[1]
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait)


def page_image(pdf: pages.Source, page: int, dpi: float) -> QImage:
    """One page as a picture that owns its pixels."""
    return image_of(pages.render(pdf, page, dpi))


def image_of(drawn: pages.RenderedPage) -> QImage:
    """A drawn page as a picture that owns its pixels."""
    kind = QImage.Format.Format_Grayscale8 if drawn.grey else QImage.Format.Format_RGB32
    return QImage(drawn.data, drawn.width, drawn.height, drawn.stride, kind).copy()
