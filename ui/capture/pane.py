"""Where pages come in and are looked at: scan, import, paste or drop at the top, the page below."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop.capture.corners import Corners
from desktop.capture.model import CapturedDocument, Progress, Source
from desktop.devices.scanner import ScannerDevice, ScanSource
from desktop.office.dates import BANGKOK
from desktop.office.ids import Id
from ui.capture.bringing import KINDS, Brought, bring_files, bring_picture
from ui.capture.corner_editor import ask_corners
from ui.capture.document_bar import DocumentBar
from ui.capture.leftovers import LeftoverBand
from ui.capture.mime import files_in, picture_in, png_of
from ui.capture.scan_panel import ScanPanel
from ui.capture.scanning import Scanning
from ui.kit.banner import ProgressPanel
from ui.kit.buttons import QuietButton, SecondaryButton
from ui.kit.files import ask_files
from ui.kit.language import Speaks
from ui.kit.page_view import PageView
from ui.kit.panels import Panel
from ui.kit.tokens import L, M, S
from ui.notices import Notices
from ui.pdf_pages import pdf_pages
from ui.work import LongTask, Worker

if TYPE_CHECKING:
    from desktop.capture.batch import BatchRow
    from desktop.capture.intake import Intake
    from desktop.reading.model import PageReading

SHOW_PROGRESS_AFTER_MS = 300


class CapturePane(Speaks, QWidget):
    """`brought` brings documents that came in; `busy` tells while they do.

    `removed` tells the place of one the clerk takes out, `shown` the place of the one in view; `choosing` whether the
    choices of the scanner stand in the place of the pages. `emptied` when no document stands here any more.
    """

    brought = Signal(object)
    removed = Signal(int)
    shown = Signal(int)
    busy = Signal(bool)
    choosing = Signal(bool)
    emptied = Signal()

    def __init__(
        self,
        worker: Worker,
        notices: Notices,
        scanner: Callable[[], ScanSource],
        now: Callable[[], datetime],
        intake: "Callable[[], Intake]",
        reading: "Callable[[str, int], PageReading | None]" = lambda sha256, page: None,
        parent: QWidget | None = None,
    ) -> None:
        """`reading`: what was read of a page (from 0) of a kept file, by its SHA-256; any thread."""
        super().__init__(parent)
        self._reading = reading
        self._worker, self._notices, self._now, self._intake = worker, notices, now, intake
        self._documents: tuple[CapturedDocument, ...] = ()
        self._place = 0
        self._task: LongTask | None = None
        self._progress: ProgressPanel | None = None
        self._onto: Id | None = None
        self.scanning = Scanning(scanner, intake, worker, notices, self)
        self.leftovers = LeftoverBand()
        self.view = PageView()
        self.scan_panel = ScanPanel()
        self.documents = DocumentBar()
        self.scan_button = SecondaryButton(key="F2", icon_name="scan")
        self.import_button = SecondaryButton(key="F3", icon_name="import")
        self.corners_button = QuietButton(key="Ctrl+M", icon_name="page")
        self.corners_button.hide()
        self._soon = QTimer(self, interval=SHOW_PROGRESS_AFTER_MS, singleShot=True)
        self._soon.timeout.connect(self._show_progress)
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        self.scan_button.say(self.tr("สแกน"))
        self.import_button.say(self.tr("นำเข้าไฟล์"))
        self.corners_button.say(self.tr("จัดมุม"))
        self.view.empty.say(
            self.tr("ยังไม่มีหน้าหนังสือ"),
            self.tr("สแกนด้วย F2 นำเข้าไฟล์ด้วย F3 ลากไฟล์มาวาง หรือวางด้วย Ctrl+V ลงทะเบียนโดยไม่มีไฟล์ก็ได้"),
        )

    def show_documents(self, documents: Sequence[CapturedDocument], place: int = 0) -> None:
        """Shows the documents kept so far, the one at `place` in the view."""
        self._documents, self._place = tuple(documents), place
        self.documents.show_documents(self._documents, place)
        if self._documents:
            document = self._documents[place]
            given = document.content, document.page_sizes_mm, self._worker, self
            self.view.show_pages(pdf_pages(*given, lambda page: self._reading(document.sha256, page)))
            self.shown.emit(place)
        else:
            self.view.show_pages(None)
            self.emptied.emit()
        self.corners_button.setVisible(bool(self._documents) and self._documents[place].is_picture)
        self._stack.setCurrentIndex(0)
        self.look_for_leftovers()

    @property
    def place(self) -> int:
        """Which of the documents is in view."""
        return self._place

    @property
    def is_busy(self) -> bool:
        return self._task is not None or self.scanning.is_busy

    def ask_files(self) -> None:
        """The system's own dialog, for one file or several."""
        kinds = " ".join(f"*.{kind}" for kind in KINDS)
        paths = ask_files(self, self.tr("เลือกไฟล์หนังสือ"), self.tr("เอกสารและภาพ") + f" ({kinds})")
        if paths:
            self.bring(paths, Source.FILE)

    def take(self, mime: QMimeData, source: Source) -> None:
        """Files or a picture, from a drop or the clipboard."""
        files, picture, name = files_in(mime), picture_in(mime), self._name()
        if files:
            self.bring(files, source)
        elif picture is not None:
            self._long(lambda step, cancel: bring_picture(self._intake(), png_of(picture), name, step, cancel))
        else:
            self._notices.say("info", self.tr("ไม่มีไฟล์หรือภาพให้วาง"), self.tr("คัดลอกไฟล์ PDF หรือภาพก่อน แล้ววางอีกครั้ง"))

    def paste(self) -> None:
        self.take(QGuiApplication.clipboard().mimeData(), Source.PASTE)

    def bring(self, paths: Sequence[Path], source: Source, password: str = "") -> None:
        """Reads files in the background; what cannot be read is told, the others come."""
        self._long(lambda step, cancel: bring_files(self._intake(), paths, source, step, cancel, password))

    def stand_over(self, widget: QWidget) -> None:
        """Puts something over the pages."""
        self._column.insertWidget(0, widget)

    def bring_by(self, act: Callable[[Progress, Event], Brought]) -> None:
        """Documents that are made in the background, from somewhere else."""
        self._long(act)

    def scan(self) -> None:
        """Scans with the choices made before; asks for them the first time."""
        if self.is_busy:
            return
        device = self.scan_panel.chosen
        if device is None:
            self.ask_scan()
        else:
            self._stack.setCurrentIndex(0)
            self.scan_panel.offer_more(0)
            self._begin(self.tr("กำลังสแกน"), self.scanning.stop)
            self.scanning.start(device, self.scan_panel.settings, self._name(), self._onto)

    def ask_scan(self) -> None:
        """Opens the choices and looks for scanners."""
        self._stack.setCurrentIndex(1)
        self.scan_button.setEnabled(False)
        self.scan_panel.looking()
        self.scanning.profiles(self.scan_panel.show_profiles)
        self.scanning.devices(self._found)
        self.scan_panel.setFocus()

    def ask_corners(self) -> None:
        """The photo in view with the corners of its sheet, to be moved."""
        shown = self._documents[self._place]
        if not self.is_busy and shown.batch is not None:
            batch, page = shown.batch, shown.pages[0]
            intake, chosen = self._intake(), partial(self._lay_straight, batch, page)
            ask_corners(lambda: intake.photo(batch, page), self._worker, self, chosen)

    def _lay_straight(self, batch: Id, page: int, corners: Corners) -> None:
        self._long(lambda step, cancel: Brought(self._intake().lay_straight(batch, page, corners, step, cancel)))

    def look_for_leftovers(self) -> None:
        """Looks in the background for pages that wait, other than those that stand here."""
        if self.isVisible():
            here = {document.batch for document in self._documents}
            self._worker.run(
                lambda: [row for row in self._intake().batches.waiting() if row.id not in here],
                owner=self,
                on_done=lambda rows: self.leftovers.show_rows([] if self.is_busy else rows),
                view="leftovers",
            )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look_for_leftovers()

    def _scan_onto(self, row: "BatchRow") -> None:
        self._onto = row.id
        self.scan()

    def _want(self, row: "BatchRow") -> None:
        self._long(lambda step, cancel: Brought(self._intake().documents(row.id, step, cancel)))

    def _put_away(self, row: "BatchRow") -> None:
        self._worker.run(
            lambda: self._intake().batches.put_away(row.id),
            owner=self,
            on_done=lambda _: self.look_for_leftovers(),
            lane="write",
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_progress()

    def _found(self, devices: Sequence[ScannerDevice]) -> None:
        self.scan_panel.show_devices(devices)
        self.scan_panel.setFocus()

    def _remove(self, place: int) -> None:
        """A document goes from here; the pages that it was made of are put away, and stay."""
        batch = self._documents[place].batch
        others = {document.batch for at, document in enumerate(self._documents) if at != place}
        if batch is not None and batch not in others:
            self._worker.run(lambda: self._intake().batches.put_away(batch), owner=self, lane="write")
        self.removed.emit(place)

    def _take_address(self, typed: str) -> None:
        code = "th" if self.tr("สแกน") == "สแกน" else "en"
        self.scanning.take_address(
            typed, self.ask_scan, lambda error: self.scan_panel.say_address_error(". ".join(error.describe(code)))
        )

    def _leave_scan_panel(self) -> None:
        self._onto = None
        self.scan_panel.offer_more(0)
        self._stack.setCurrentIndex(0)
        self.scan_button.setEnabled(not self.is_busy)

    def _name(self) -> str:
        """What a scan or a pasted picture is called: when it came in."""
        return f"{self._now().astimezone(BANGKOK):%Y-%m-%d %H.%M.%S}"

    def _long(self, act: Callable[[Progress, Event], Brought]) -> None:
        if self.is_busy:
            return
        self._task = self._worker.long(
            self.tr("กำลังนำเข้า"), act, owner=self, on_done=self._brought, on_failed=self._not_brought
        )
        self._begin(self._task.title, self._task.stop)
        self._task.progressed.connect(self._step)
        self._task.ended.connect(self._end)

    def _brought(self, brought: Brought) -> None:
        for failure in brought.failures:
            self._notices.failed(failure)
        for document in brought.documents:
            if set(document.findings) - {"password"}:
                self._tell_disarmed(document)
        if brought.documents:
            self._take_out(brought.documents[0].batch)
            self.brought.emit(brought.documents)
        for path in brought.locked[:1]:
            self._ask_password(path)

    def _tell_disarmed(self, document: CapturedDocument) -> None:
        advice = self.tr("{name} มีสคริปต์ คำสั่ง หรือไฟล์ซ่อนอยู่ ต้นฉบับเก็บแยกไว้โดยไม่เปิด")
        said = self.tr("ตัดส่วนที่ทำงานเองออกจากสำเนาที่อ่านแล้ว")
        self._notices.say("attention", said, advice.format(name=document.name))

    def _ask_password(self, path: Path) -> None:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("ไฟล์มีรหัสผ่าน"))
        dialog.setLabelText(self.tr("รหัสผ่านของ {name}").format(name=path.name))
        dialog.setTextEchoMode(QLineEdit.EchoMode.Password)
        dialog.setOkButtonText(self.tr("เปิดไฟล์"))
        dialog.setCancelButtonText(self.tr("ไม่นำเข้า"))
        dialog.textValueSelected.connect(lambda typed: self.bring([path], Source.FILE, typed))
        dialog.open()

    def _not_brought(self, error: Exception) -> None:
        self._notices.failed(error)

    def _scanned(self, documents: tuple[CapturedDocument, ...]) -> None:
        self._end()
        onto, self._onto = self._onto, None
        batch = documents[0].batch if documents else onto
        if documents:
            self._take_out(batch)
            self.brought.emit(documents)
        if batch is not None and self.scanning.failure is not None:
            self._offer_more(batch)

    def _take_out(self, batch: Id | None) -> None:
        """What was made of these pages before; they come again, with more or otherwise."""
        before = [at for at, one in enumerate(self._documents) if one.batch == batch and batch is not None]
        for place in reversed(before):
            self.removed.emit(place)

    def _offer_more(self, batch: Id) -> None:
        """After a jam: to go on with the next page, into the same document."""
        self._onto = batch
        self.scan_panel.offer_more(sum(one.page_count for one in self._documents if one.batch == batch))
        self._stack.setCurrentIndex(1)
        self.scan_button.setEnabled(False)
        self.scan_panel.button.setFocus()

    def _begin(self, title: str, stop: Callable[[], None]) -> None:
        self._progress = ProgressPanel(title, self)
        self._progress.hide()
        self._progress.cancelled.connect(stop)
        self._soon.start()
        self._say_busy()
        self.leftovers.show_rows(())

    def _step(self, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress.show_progress(done, total)

    def _end(self) -> None:
        self._task = None
        self._soon.stop()
        if self._progress is not None:
            self._progress.hide()
            self._progress.deleteLater()
            self._progress = None
        self._say_busy()

    def _say_busy(self) -> None:
        for button in (self.scan_button, self.import_button):
            button.setEnabled(not self.is_busy)
        self.look_for_leftovers()
        self.busy.emit(self.is_busy)

    def _show_progress(self) -> None:
        if self._progress is not None:
            self._place_progress()
            self._progress.show()
            self._progress.raise_()

    def _place_progress(self) -> None:
        if self._progress is not None:
            high = self._progress.sizeHint().height()
            self._progress.setGeometry(L, self.height() - high - L, self.width() - 2 * L, high)

    def _connect(self) -> None:
        self.scan_button.clicked.connect(self.scan)
        self.import_button.clicked.connect(self.ask_files)
        self.corners_button.clicked.connect(self.ask_corners)
        self.scan_panel.scan.connect(self.scan)
        self.scan_panel.look_again.connect(self.ask_scan)
        self.scan_panel.closed.connect(self._leave_scan_panel)
        self.scan_panel.address_typed.connect(self._take_address)
        self.scanning.arrived.connect(lambda pages: self._step(pages, 0))
        self.scanning.ended.connect(self._scanned)
        self.documents.picked.connect(lambda place: self.show_documents(self._documents, place))
        self.documents.removed.connect(self._remove)
        self.leftovers.more.connect(self._scan_onto)
        self.leftovers.wanted.connect(self._want)
        self.leftovers.put_away.connect(self._put_away)
        self.view.canvas.setAcceptDrops(False)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(S)
        for widget in (self.scan_button, self.import_button):
            tools.addWidget(widget)
        tools.addSpacing(S)
        tools.addWidget(self.corners_button)
        tools.addWidget(self.documents, 1)
        tools.addStretch(0)
        choices = Panel(padding=0)
        choices.body.addWidget(self.scan_panel)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(choices)
        self._stack.currentChanged.connect(lambda place: self.choosing.emit(place == 1))
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addLayout(tools)
        column.addWidget(self.leftovers)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.view)
