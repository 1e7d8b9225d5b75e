"""Receipts on their way to paper, made, sent and watched in the background; nothing here issues or loses one.

While nobody knows what came out before, what is to be printed waits for an answer, and goes by itself after it.
"""

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.cashier.model import Receipt
from desktop.devices.printer import Media, Queue, WatchedPrinter, usual
from desktop.office.errors import OfficeError
from desktop.sheets.model import Answer, Doubt, Run, Sheet
from ui.settings import SettingsFile
from ui.work import Worker

if TYPE_CHECKING:
    from desktop.sheets.sending import Sending

Outcome = Literal["making", "sent", "printed", "no_printer", "held", "doubted", "failed"]
"""`sent`: in the keeping of the printing system; `printed`: it says that it is done; `held`: waits for an answer about
what was printed before; `doubted`: nobody knows what came out of this one."""
_LOOK_AGAIN_MS = 700
_LOOKS = 180


class ReceiptPrinting(QObject):
    """`told` brings the receipt, how it goes, and the queue's name or the error; `queues_known` the queues;
    `asked` the run of which somebody must say what came out, or None when all is known."""

    told = Signal(object, str, object)
    queues_known = Signal(object)
    asked = Signal(object)

    def __init__(
        self,
        office: Office,
        who: Person,
        printer: Callable[[], WatchedPrinter],
        worker: Worker,
        settings: SettingsFile,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self._who, self._printer = office, who, printer
        self._worker, self._settings = worker, settings
        self._waiting: deque[Receipt] = deque()
        self.queues: tuple[Queue, ...] = ()
        self.question: Run | None = None

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
        """Prints original and copy on the chosen queue, once it is known what came out before."""
        queue = self.queue
        if queue is None:
            self.told.emit(receipt, "no_printer", None)
            return
        self.told.emit(receipt, "making", queue)
        office, sending = self._office, self._sending
        self._worker.run(
            lambda: sending().send(office.receipt_sheets.job(receipt, queue)),
            owner=self,
            on_done=lambda run: self._sent(receipt, run),
            on_failed=lambda error: self._not_sent(receipt, error),
        )

    def look_for_question(self) -> None:
        """Asks the journal, and the spooler about what is under way; then prints what has waited."""
        sending = self._sending
        self._worker.run(lambda: sending().question(), owner=self, on_done=self._questioned)

    def answer(self, sheet: Sheet, answer: Answer, ended: Callable[[], None] = lambda: None) -> None:
        """What the clerk saw of the sheet in question."""
        run, sending = self.question, self._sending

        def answered(found: tuple[Run, Run | None]) -> None:
            ended()
            if found[1] is not None:
                self._watch(found[1])
            self.look_for_question()

        def failed(error: Exception) -> None:
            ended()
            self._worker.tell(error)
            self.look_for_question()

        if run is not None:
            act = lambda: sending().answer(run, sheet, answer)  # noqa: E731
            self._worker.run(act, owner=self, on_done=answered, on_failed=failed)

    def doubt(self, run: Run) -> None:
        """Somebody at the printer sees something else than the journal says: all of the run is asked about."""
        sending = self._sending
        self._worker.run(lambda: sending().ask_again(run), owner=self, on_done=lambda _: self.look_for_question())

    def doubt_receipt(self, receipt: Receipt) -> None:
        """The same of what was printed of a receipt last."""
        runs = self._office.sheets.queries.of_document(receipt.id)
        if runs:
            self.doubt(runs[0])

    def print_trial(self, queue: str) -> None:
        """The sheet by which pre-printed stock is measured; it is nobody's paper and stands in no journal."""
        office, printer = self._office, self._printer

        def submit() -> object:
            made = office.receipt_sheets.trial(queue)
            return printer().submit(made, queue or usual(printer().queues()), "stock trial", Media.A5)

        self._worker.run(submit, owner=self)

    def pdf(self, run: Run) -> bytes:
        """The pages of a run; any thread."""
        return self._sending().pdf(run)

    def _sending(self) -> "Sending":
        return self._office.sheets.sending(self._who, self._printer)

    def _found(self, queues: tuple[Queue, ...]) -> None:
        self.queues = queues
        self.queues_known.emit(queues)
        self.look_for_question()

    def _sent(self, receipt: Receipt, run: Run) -> None:
        self.told.emit(receipt, "sent", run.job.queue)
        self._look(receipt, run, _LOOKS)

    def _not_sent(self, receipt: Receipt, error: Exception) -> None:
        if isinstance(error, OfficeError) and error.code == "sheets.asked":
            self._waiting.append(receipt)
            self.told.emit(receipt, "held", None)
        else:
            self.told.emit(receipt, "failed", error)
        self.look_for_question()

    def _watch(self, run: Run) -> None:
        """A run that an answer has called for."""
        queries, document = self._office.cashier_queries, run.job.document
        if document is not None:
            known = lambda receipt: self._sent(receipt, run) if receipt is not None else None  # noqa: E731
            self._worker.run(lambda: queries.receipt(document), owner=self, on_done=known)

    def _look(self, receipt: Receipt, run: Run, looks: int) -> None:
        sending = self._sending
        self._worker.run(
            lambda: sending().look(run),
            owner=self,
            on_done=lambda found: self._seen(receipt, found, looks - 1),
            on_failed=lambda _: None,
        )

    def _seen(self, receipt: Receipt, run: Run, looks: int) -> None:
        if not run.unknown:
            self.told.emit(receipt, "printed", run.job.queue)
            if self.question is not None:
                self.look_for_question()
            return
        if run.doubt is not Doubt.NONE and (self.question is None or self.question.id != run.id):
            self.told.emit(receipt, "doubted", None)
            self.look_for_question()
        if looks > 0:
            QTimer.singleShot(_LOOK_AGAIN_MS, self, lambda: self._look(receipt, run, looks))

    def _questioned(self, run: Run | None) -> None:
        self.question = run
        self.asked.emit(run)
        if run is None and self._waiting:
            self.print(self._waiting.popleft())
