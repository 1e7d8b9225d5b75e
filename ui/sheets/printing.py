"""Papers on their way to a printer, made, sent and watched in the background; nothing here issues or loses one.

While nobody knows what came out before, what is to be printed waits for an answer, and goes by itself after it.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.cashier.model import Receipt
from desktop.cashier.rules import display_number
from desktop.devices.printer import Media, Queue, WatchedPrinter, default_printer, usual
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.sheets.model import Answer, Doubt, Filed, Job, Run, Sheet
from desktop.sheets.rules import ONCE
from ui.settings import SettingsFile
from ui.work import Worker

if TYPE_CHECKING:
    from desktop.sheets.sending import Sending

Outcome = Literal["making", "sent", "printed", "no_printer", "held", "doubted", "failed"]
"""`sent`: in the keeping of the printing system; `printed`: it says that it is done; `held`: waits for an answer about
what was printed before; `doubted`: nobody knows what came out of this one."""
RECEIPT = "receipt"
_LOOK_AGAIN_MS, _LOOK_AT_MANY_MS = 700, 5_000
_LOOKS, _MANY = 180, 40


@dataclass(frozen=True)
class ToPrint:
    """A paper as the screens know it; `send` hands it to a queue ("": the system's own), on any thread.

    `queue`: where it must go, whatever the clerk has chosen for the others.
    """

    kind: str
    label: str
    document: Id | None
    send: "Callable[[Sending, str], Run] | None" = None
    queue: str = ""


class SheetPrinting(QObject):
    """`told` brings the paper, how it goes, and the queue's name or the error; `queues_known` the queues;
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
        self._waiting: deque[ToPrint] = deque()
        self.queues: tuple[Queue, ...] = ()
        self.question: Run | None = None

    @property
    def queue(self) -> str | None:
        """The queue the clerk chose, while the system still has it; else the system's own choice."""
        names = {known.name for known in self.queues}
        if self._settings.now.printer is not None:
            return self._settings.now.printer if self._settings.now.printer in names else None
        return next((known.name for known in self.queues if known.is_default), None)

    @property
    def a4_queue(self) -> str | None:
        """The queue for all papers but receipts and tickets: the one chosen for them, while the system still has it."""
        chosen = self._settings.now.a4_printer
        return chosen if chosen in {known.name for known in self.queues} else self.queue

    def choose_a4(self, name: str) -> None:
        """An empty name means: where receipts are printed."""
        self._settings.remember(a4_printer=name)
        self.queues_known.emit(self.queues)

    def choose(self, name: str) -> None:
        """An empty name means: no printer, keep PDFs."""
        self._settings.remember(printer=name)
        self.queues_known.emit(self.queues)

    def look_for_queues(self) -> None:
        """Asks the system; without a printing system there are none, and that is no trouble."""
        printer = self._printer
        self._worker.run(
            lambda: printer().queues(),
            owner=self,
            on_done=self._found,
            on_failed=lambda _: self._found(()),
            view="queues",
        )

    def print(self, receipt: Receipt) -> None:
        """Prints original and copy on the chosen queue, once it is known what came out before."""
        office = self._office
        self._print(
            ToPrint(
                RECEIPT,
                display_number(receipt),
                receipt.id,
                lambda to, queue: to.send(office.receipt_sheets.job(receipt, queue)),
            )
        )

    def print_file(
        self, kind: str, label: str, document: Id | None, make: Callable[[], Filed], queue: str = ""
    ) -> None:
        """Prints a paper that `make` gives, on any thread; on `queue`, else the chosen one, else the system's own."""
        self._print(ToPrint(kind, label, document, lambda to, queue: to.send_file(make(), queue), queue))

    def print_beside(
        self, title: str, make: Callable[[], bytes], ended: Callable[[str], None], queue: str = "",
        media: Media = Media.A4,
    ) -> None:  # fmt: skip
        """Prints what stands in no journal: trial sheets, and copies that nobody counts. `ended` brings the queue."""
        to = queue or (self.a4_queue if media is Media.A4 else self.queue)
        self._beside(lambda system, name: system.submit(make(), name, title, media), ended, to)

    def print_written(self, title: str, write: Callable[[BinaryIO], object], ended: Callable[[str], None]) -> None:
        """The same of a PDF that is written as it is sent: it may be larger than the memory."""
        self._beside(lambda system, name: system.submit_written(write, name, title, Media.A4), ended, self.a4_queue)

    def _beside(
        self, hand_over: Callable[[WatchedPrinter, str], object], ended: Callable[[str], None], queue: str | None
    ) -> None:
        printer = self._printer

        def submit() -> str:
            system = printer()
            name = queue or usual(system.queues())
            hand_over(system, name)
            return name

        self._worker.run(submit, owner=self, on_done=ended)

    def system_queues(self) -> tuple[Queue, ...]:
        """What the system can print to; any thread but the GUI's. Errors as `Printer.queues`."""
        return self._printer().queues()

    def look_for_question(self) -> None:
        """Asks the journal, and the spooler about what is under way; then prints what has waited."""
        sending = self._sending
        self._worker.run(lambda: sending().question(), owner=self, on_done=self._questioned, view="question")

    def answer(self, sheet: Sheet, answer: Answer, ended: Callable[[], None] = lambda: None, came: int = 0) -> None:
        """What the clerk saw of the sheet in question; `came`: how many sheets of a pile lie there."""
        run, sending = self.question, self._sending

        def answered(found: tuple[Run, Run | None]) -> None:
            ended()
            if found[1] is not None:
                self._sent(_known(found[1]), found[1])
            self.look_for_question()

        def failed(error: Exception) -> None:
            ended()
            self._worker.tell(error)
            self.look_for_question()

        if run is not None:
            act = lambda: sending().answer(run, sheet, answer, came)  # noqa: E731
            self._worker.run(act, owner=self, on_done=answered, on_failed=failed)

    def doubt(self, run: Run) -> None:
        """Somebody at the printer sees something else than the journal says: all of the run is asked about."""
        sending = self._sending
        self._worker.run(lambda: sending().ask_again(run), owner=self, on_done=lambda _: self.look_for_question())

    def doubt_paper(self, document: Id) -> None:
        """The same of what was printed of a paper last."""
        runs = self._office.sheets.queries.of_document(document)
        if runs:
            self.doubt(runs[0])

    def print_trial(self, queue: str) -> None:
        """The sheet by which pre-printed stock is measured."""
        sheets = self._office.receipt_sheets
        self.print_beside("stock trial", lambda: sheets.trial(queue), lambda _: None, queue, Media.A5)

    def print_a4_trial(self) -> None:
        """A sheet that says which printer papers on A4 come out of."""
        office, queue = self._office, self.a4_queue or ""

        def make() -> bytes:
            from desktop.paper.printer_trial import printer_trial_pdf

            return printer_trial_pdf(queue or "-", office.account_queries.profile().name_th, office.clock.now())

        self.print_beside("printer trial", make, lambda _: None, queue)

    def pdf(self, run: Run) -> bytes:
        """The pages of a run; any thread."""
        return self._sending().pdf(run)

    def _print(self, paper: ToPrint) -> None:
        """Receipts are kept as files where no printer is chosen; of other papers somebody has asked for the print."""
        queue = paper.queue or (self.queue if paper.kind == RECEIPT else self.a4_queue)
        send, sending = paper.send, self._sending
        if send is None or (queue is None and paper.kind == RECEIPT):
            self.told.emit(paper, "no_printer", None)
            return
        self.told.emit(paper, "making", queue)
        self._worker.run(
            lambda: send(sending(), queue or ""),
            owner=self,
            on_done=lambda run: self._sent(paper, run),
            on_failed=lambda error: self._not_sent(paper, error),
        )

    def _sending(self) -> "Sending":
        return self._office.sheets.sending(self._who, self._printer)

    def _found(self, queues: tuple[Queue, ...]) -> None:
        self.queues = queues
        self.queues_known.emit(queues)
        self.look_for_question()

    def _sent(self, paper: ToPrint, run: Run) -> None:
        self.told.emit(paper, "sent", run.job.queue)
        self._look(paper, run, _LOOKS + run.job.sheets)

    def _not_sent(self, paper: ToPrint, error: Exception) -> None:
        asked = isinstance(error, OfficeError) and error.code == "sheets.asked"
        if asked and paper.kind in ONCE:
            self.told.emit(paper, "failed", OfficeError("sheets.asked_first"))
        elif asked:
            self._waiting.append(paper)
            self.told.emit(paper, "held", None)
        else:
            self.told.emit(paper, "failed", error)
        self.look_for_question()

    def _look(self, paper: ToPrint, run: Run, looks: int) -> None:
        sending = self._sending
        self._worker.run(
            lambda: sending().look(run),
            owner=self,
            on_done=lambda found: self._seen(paper, found, looks - 1),
            on_failed=lambda _: None,
        )

    def _seen(self, paper: ToPrint, run: Run, looks: int) -> None:
        if not run.unknown:
            self.told.emit(paper, "printed", run.job.queue)
            if self.question is not None:
                self.look_for_question()
            return
        if run.doubt is not Doubt.NONE and (self.question is None or self.question.id != run.id):
            self.told.emit(paper, "doubted", None)
            self.look_for_question()
        if looks > 0:
            QTimer.singleShot(_pause_ms(run.job), self, lambda: self._look(paper, run, looks))

    def _questioned(self, run: Run | None) -> None:
        self.question = run
        self.asked.emit(run)
        if run is None and self._waiting:
            self._print(self._waiting.popleft())


def _known(run: Run) -> ToPrint:
    """The paper of a run that an answer has called for."""
    return ToPrint(run.job.kind, run.job.label, run.job.document)


def _pause_ms(job: Job) -> int:
    return _LOOK_AGAIN_MS if job.sheets < _MANY else _LOOK_AT_MANY_MS


def printer() -> WatchedPrinter:
    """The printing system of this machine; only asked for off the GUI thread."""
    from ui.kit.page_printing import QtSpooler

    return default_printer(QtSpooler)
