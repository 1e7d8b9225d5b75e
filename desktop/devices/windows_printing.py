"""Printing on Windows: there is no `lp`, so each page is painted through the driver by the spooler the screens bring.

Not run here on Windows: the spooler itself (`ui.kit.page_printing`) is tested on Linux against a file, the road from
here to a Windows driver is not.
"""

import io
from collections.abc import Callable
from typing import BinaryIO

from desktop.devices.printer import JobReport, JobState, Media, PageSpooler, PrintJob, Queue
from desktop.office.errors import OfficeError


class WindowsPrinter:
    """A `Printer` over a `PageSpooler`; Windows takes the pages and reports no more about them."""

    def __init__(self, spooler: PageSpooler) -> None:
        self._spooler = spooler
        self._handed_over = 0

    def queues(self) -> tuple[Queue, ...]:
        return self._spooler.queues()

    def submit(self, pdf: bytes, queue: str, title: str, media: Media, copies: int = 1) -> PrintJob:
        if queue not in {known.name for known in self.queues()}:
            raise OfficeError("printer.unknown_queue", queue=queue)
        self._spooler.spool(pdf, queue, title, media, copies)
        self._handed_over += 1
        return PrintJob(queue, self._handed_over)

    def submit_written(self, write: Callable[[BinaryIO], object], queue: str, title: str, media: Media) -> PrintJob:
        """Whole in the memory: the spooler paints it page by page."""
        made = io.BytesIO()
        write(made)
        return self.submit(made.getvalue(), queue, title, media)

    def state(self, job: PrintJob) -> JobState:
        return JobState.HANDED_OVER

    def report(self, job: PrintJob) -> JobReport:
        return JobReport(self.state(job))

    def find(self, queue: str, title: str) -> PrintJob | None:
        return None

    def cancel(self, job: PrintJob) -> None:
        """What was painted is out of our hands."""
