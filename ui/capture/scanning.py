"""A scan under way: pages are counted as they arrive, each on the disk by then; stopping keeps those that have."""

from collections.abc import Callable, Sequence
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop.capture.model import CapturedDocument
from desktop.capture.profiles import ScanProfile, administrators_folder
from desktop.devices.scanner import ScannerDevice, ScanSettings, ScanSource, TakesAddresses
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from ui.notices import Notices
from ui.work import Worker

if TYPE_CHECKING:
    from desktop.capture.intake import Intake


Outcome = tuple[tuple[CapturedDocument, ...], OfficeError | None]


class Scanning(QObject):
    """`arrived` tells the number of pages so far; `ended` brings the documents, none when no page came.

    `source` and `intake` are asked for in the background. `failure` is why the last scan stopped before its time.
    """

    arrived = Signal(int)
    ended = Signal(object)
    _came = Signal(int)
    """From the scanning thread; who hears of it may stop listening, which a call on its way does not survive."""

    def __init__(
        self,
        source: Callable[[], ScanSource],
        intake: "Callable[[], Intake]",
        worker: Worker,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._source, self._intake, self._worker, self._notices = source, intake, worker, notices
        self._cancel: Event | None = None
        self._came.connect(self.arrived, Qt.ConnectionType.QueuedConnection)
        self.failure: OfficeError | None = None
        self.administrators = administrators_folder()

    @property
    def is_busy(self) -> bool:
        return self._cancel is not None

    def profiles(self, read: Callable[[tuple[ScanProfile, ...]], None]) -> None:
        """How kinds of documents are scanned at this desk; a file that can't be read is told."""
        self._worker.run(lambda: self._intake().profiles(self.administrators), owner=self, on_done=read)

    def devices(self, found: Callable[[Sequence[ScannerDevice]], None]) -> None:
        """Looks for scanners; an empty answer speaks for itself, any other trouble is told."""

        def look() -> Sequence[ScannerDevice]:
            return self._source().devices()

        def failed(error: Exception) -> None:
            found(())
            if not isinstance(error, OfficeError) or error.code != "scanner.none_found":
                self._notices.failed(error)

        self._worker.run(look, owner=self, on_done=found, on_failed=failed)

    def take_address(self, typed: str, taken: Callable[[], None], failed: Callable[[OfficeError], None]) -> None:
        """Remembers where a scanner answers, once it does."""

        def take() -> None:
            source = self._source()
            if isinstance(source, TakesAddresses):
                source.take_address(typed)

        def told(error: Exception) -> None:
            if isinstance(error, OfficeError):
                failed(error)
            else:
                self._notices.failed(error)

        self._worker.run(take, owner=self, on_done=lambda _: taken(), on_failed=told)

    def start(self, device: ScannerDevice, settings: ScanSettings, name: str, onto: Id | None = None) -> None:
        """`onto`: a batch that waits, to which the pages belong."""
        if self.is_busy:
            return
        self._cancel = cancel = Event()

        def scan() -> Outcome:
            intake = self._intake()
            scanned = intake.scan(self._source(), device.id, settings, cancel, self._came.emit, name, onto)
            if scanned.batch is None or not scanned.pages:
                return (), scanned.failure
            return intake.documents(scanned.batch), scanned.failure

        self._worker.run(scan, owner=self, on_done=self._done, on_failed=self._failed)

    def stop(self) -> None:
        """No further page; those that have arrived stay."""
        if self._cancel is not None:
            self._cancel.set()

    def _done(self, outcome: Outcome) -> None:
        documents, failure = outcome
        self._cancel, self.failure = None, failure
        if failure is not None:
            self._notices.failed(failure)
        self.ended.emit(documents)

    def _failed(self, error: Exception) -> None:
        self._cancel = None
        self._notices.failed(error)
        self.ended.emit(())
