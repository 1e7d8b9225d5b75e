"""A scan under way: pages are counted as they arrive, stopping keeps those that have."""

from collections.abc import Callable, Sequence
from threading import Event

from PySide6.QtCore import QObject, Signal

from desktop.capture.model import CapturedDocument
from desktop.devices.scanner import ScannerDevice, ScanSettings, ScanSource, TakesAddresses
from desktop.office.errors import OfficeError
from ui.capture.bringing import Scanned, document_of, scan_pages
from ui.notices import Notices
from ui.work import Worker


class Scanning(QObject):
    """`arrived` tells the number of pages so far; `ended` brings the document, or None when no page came.

    `source` is asked for in the background.
    """

    arrived = Signal(int)
    ended = Signal(object)

    def __init__(
        self,
        source: Callable[[], ScanSource],
        worker: Worker,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._source, self._worker, self._notices = source, worker, notices
        self._cancel: Event | None = None

    @property
    def is_busy(self) -> bool:
        return self._cancel is not None

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

    def start(self, device: ScannerDevice, settings: ScanSettings, name: str) -> None:
        if self.is_busy:
            return
        self._cancel = cancel = Event()

        def scan() -> tuple[Scanned, CapturedDocument | None]:
            scanned = scan_pages(self._source(), device.id, settings, cancel, self.arrived.emit)
            return scanned, document_of(scanned, name)

        self._worker.run(scan, owner=self, on_done=self._done, on_failed=self._failed)

    def stop(self) -> None:
        """No further page; those that have arrived stay."""
        if self._cancel is not None:
            self._cancel.set()

    def _done(self, result: tuple[Scanned, CapturedDocument | None]) -> None:
        scanned, document = result
        self._cancel = None
        if scanned.failure is not None:
            self._notices.failed(scanned.failure)
        self.ended.emit(document)

    def _failed(self, error: Exception) -> None:
        self._cancel = None
        self._notices.failed(error)
        self.ended.emit(None)
