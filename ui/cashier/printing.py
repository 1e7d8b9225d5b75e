"""Receipts on their way to paper, made, sent and watched in the background; nothing here issues or loses one."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.application import Office
from desktop.cashier.model import Receipt
from desktop.devices.printer import JobState, Media, Printer, PrintJob, Queue
from ui.settings import SettingsFile
from ui.work import Worker

Outcome = Literal["making", "sent", "printed", "no_printer", "failed"]
"""`sent`: in the keeping of the printing system; `printed`: it says that it is done."""
_LOOK_AGAIN_MS = 700
_LOOKS = 60
_GOING_ON = frozenset({JobState.WAITING, JobState.PRINTING})
_GONE_WRONG = frozenset({JobState.FAILED, JobState.CANCELLED})


class ReceiptPrinting(QObject):
    """`told` brings the receipt, how it goes, and the queue's name or the error; `queues_known` the queues."""

    told = Signal(object, str, object)
    queues_known = Signal(object)

    def __init__(
        self,
        office: Office,
        printer: Callable[[], Printer],
        worker: Worker,
        settings: SettingsFile,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self._printer = office, printer
        self._worker, self._settings = worker, settings
        self.queues: tuple[Queue, ...] = ()

    @property
    def queue(self) -> str | None:
        """The queue the clerk chose, while the system still has it; else the system's own choice."""
        names = {known.name for known in self.queues}
        if self._settings.now.printer is not None:
            return self._settings.now.printer if self._settings.now.printer in names else None
        return next((known.name for known in self.queues if known.is_default), None)

    def choose(self, name: str) -> None:
        """An empty name means: no printer, keep PDFs."""
        self._settings.remember(printer=name)
        self.queues_known.emit(self.queues)

    def look_for_queues(self) -> None:
        """Asks the system; without a printing system there are none, and that is no trouble."""
        printer = self._printer
        self._worker.run(
            lambda: printer().queues(), owner=self, on_done=self._found, on_failed=lambda _: self._found(())
        )

    def print(self, receipt: Receipt) -> None:
        """Prints original and copy on the chosen queue."""
        queue = self.queue
        if queue is None:
            self.told.emit(receipt, "no_printer", None)
            return
        self.told.emit(receipt, "making", queue)
        office, printer = self._office, self._printer

        def hand_over() -> PrintJob:
            return printer().submit(office.receipt_pdf(receipt), queue, f"receipt {receipt.number:06d}", Media.A5)

        self._worker.run(
            hand_over,
            owner=self,
            on_done=lambda job: self._sent(receipt, job),
            on_failed=lambda error: self.told.emit(receipt, "failed", error),
        )

    def _found(self, queues: tuple[Queue, ...]) -> None:
        self.queues = queues
        self.queues_known.emit(queues)

    def _sent(self, receipt: Receipt, job: PrintJob, looks: int = _LOOKS) -> None:
        if looks == _LOOKS:
            self.told.emit(receipt, "sent", job.queue)
        printer = self._printer
        self._worker.run(
            lambda: printer().state(job),
            owner=self,
            on_done=lambda state: self._seen(receipt, job, state, looks - 1),
            on_failed=lambda _: None,
        )

    def _seen(self, receipt: Receipt, job: PrintJob, state: JobState, looks: int) -> None:
        if state is JobState.DONE:
            self.told.emit(receipt, "printed", job.queue)
        elif state in _GONE_WRONG:
            self.told.emit(receipt, "failed", None)
        elif state in _GOING_ON and looks > 0:
            QTimer.singleShot(_LOOK_AGAIN_MS, self, lambda: self._sent(receipt, job, looks))
