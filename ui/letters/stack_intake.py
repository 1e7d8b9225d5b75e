"""How pages come onto the scanning desk: from the scanner sheet by sheet, from files; seen while it lasts."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.devices.scanner import ScanSource
from ui.capture.bringing import KINDS
from ui.capture.scan_panel import ScanPanel
from ui.capture.scanning import Scanning
from ui.kit.banner import ProgressPanel
from ui.kit.tokens import L
from ui.letters.stack_presenter import Came, StackPresenter
from ui.notices import Notices
from ui.work import LongTask, Worker


class StackIntake(QObject):
    """`came` brings the stack whenever a page of it is in the store, `ended` a `Came`; `busy` tells when it may act."""

    came = Signal(object)
    ended = Signal(object)
    busy = Signal()
    _paged = Signal(object)
    """From the scanning thread."""

    def __init__(
        self,
        presenter: StackPresenter,
        worker: Worker,
        notices: Notices,
        scanner: Callable[[], ScanSource],
        screen: QWidget,
    ) -> None:
        super().__init__(screen)
        self._presenter, self._worker, self._notices, self._scanner = presenter, worker, notices, scanner
        self._screen = screen
        self._cancel: Event | None = None
        self._task: LongTask | None = None
        self._progress: ProgressPanel | None = None
        self._count = 0
        self._seeking = Scanning(scanner, lambda: presenter.intake, worker, notices, self)
        self.panel = ScanPanel()
        self._paged.connect(self.came, Qt.ConnectionType.QueuedConnection)
        self.came.connect(lambda _: self._counted())

    @property
    def is_busy(self) -> bool:
        return self._cancel is not None or self._task is not None

    def seek(self) -> None:
        """Looks for scanners; the panel says what was found."""
        self.panel.looking()
        self._seeking.profiles(self.panel.show_profiles)
        self._seeking.devices(self.panel.show_devices)

    def scan(self) -> None:
        """Scans with the choices of the panel."""
        device, settings = self.panel.chosen, self.panel.settings
        if device is None or self.is_busy:
            return
        cancel = self._cancel = Event()
        self._begin(self.tr("กำลังสแกน"), cancel.set)
        self._worker.run(
            lambda: self._presenter.scan(self._scanner(), device.id, settings, cancel, self._paged.emit),
            owner=self,
            on_done=self._done,
            on_failed=self._failed,
        )

    def ask_files(self) -> None:
        """The system's own dialog."""
        kinds = " ".join(f"*.{kind}" for kind in KINDS)
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        names, _ = QFileDialog.getOpenFileNames(
            self._screen, self.tr("เลือกไฟล์หนังสือ"), folder, self.tr("เอกสารและภาพ") + f" ({kinds})"
        )
        if names:
            self.bring([Path(name) for name in names])

    def bring(self, paths: Sequence[Path]) -> None:
        """Files behind the stack on the desk; what cannot be read is told, the others come."""
        if self.is_busy:
            return
        title, act = self.tr("กำลังนำเข้า"), self._presenter.bring
        task = self._worker.long(
            title, lambda step, cancel: act(paths, step, cancel), owner=self, on_done=self._done, on_failed=self._failed
        )
        self._task = task
        self._begin(title, task.stop)
        task.progressed.connect(self._step)
        task.ended.connect(self._end)

    def place(self) -> None:
        """Puts the progress where it belongs on a screen of another size."""
        if self._progress is not None:
            high = self._progress.sizeHint().height()
            wide = min(self._screen.width() - 4 * L, 560)
            self._progress.setGeometry(2 * L, self._screen.height() - high - 5 * L, wide, high)

    def _begin(self, title: str, stop: Callable[[], object]) -> None:
        self._count = 0
        self._progress = ProgressPanel(title, self._screen)
        self._progress.cancelled.connect(stop)
        self.place()
        self._progress.show()
        self.busy.emit()

    def _counted(self) -> None:
        self._count += 1
        self._step(self._count, 0)

    def _step(self, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress.show_progress(done, total)

    def _done(self, came: Came) -> None:
        self._end()
        for failure in came.failures:
            self._notices.failed(failure)
        self.ended.emit(came)

    def _failed(self, error: Exception) -> None:
        self._end()
        self._notices.failed(error)

    def _end(self) -> None:
        self._cancel = self._task = None
        if self._progress is not None:
            self._progress.hide()
            self._progress.deleteLater()
            self._progress = None
        self.busy.emit()
