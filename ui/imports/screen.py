"""The import room: drafts that wait for their number, those put away, and old registers."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.accounts.model import Session
from desktop.application import Office
from desktop.capture.model import Progress
from desktop.interchange.arrival import Standing
from desktop.interchange.arrivals import Brought
from desktop.office.changes import Changes
from ui.capture.mime import files_in
from ui.imports.done_page import DonePage
from ui.imports.drafts_page import DraftsPage
from ui.imports.register_page import RegisterPage
from ui.imports.register_presenter import RegisterPresenter
from ui.kit.banner import ProgressPanel
from ui.kit.files import DOWNLOADS, ask_files
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.segmented import Segmented
from ui.kit.tokens import L, M
from ui.notices import Notices
from ui.work import LongTask, Worker

WAITING, AWAY, REGISTER, DONE = "waiting", "away", "register", "done"
_SHEETS = frozenset({".xlsx", ".xlsm", ".csv", ".tsv"})


class ImportScreen(Speaks, QWidget):
    """`register_asked` brings the id of a draft that a clerk wants to register."""

    register_asked = Signal(object)

    def __init__(
        self, office: Office, session: Session, worker: Worker, notices: Notices, to_party: Callable[[], str]
    ) -> None:
        super().__init__()
        self._arrivals, self._worker, self._notices = office.arrivals(session.person), worker, notices
        self._to_party = to_party
        self._task: LongTask | None = None
        self._count = 0
        who = session.person
        self.drafts = DraftsPage(office, who, worker, notices)
        self.away = DraftsPage(office, who, worker, notices, Standing.PUT_AWAY)
        presenter = RegisterPresenter(office, who)
        self.register = RegisterPage(presenter, worker, notices)
        self.done = DonePage(presenter, worker, notices)
        self.pages: dict[str, QWidget] = {
            WAITING: self.drafts,
            AWAY: self.away,
            REGISTER: self.register,
            DONE: self.done,
        }
        self.view = Segmented([(key, "") for key in self.pages])
        self.keys = Keys(self)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.show_page(WAITING)

    def retranslate(self) -> None:
        count = f" {self._count:,}" if self._count else ""
        self.view.setAccessibleName(self.tr("มุมมอง"))
        names = self._names()
        self.view.offer([(key, words() + (count if key == WAITING else "")) for key, words in names.items()])

    def _names(self) -> dict[str, Callable[[], str]]:
        return {
            WAITING: lambda: self.tr("รอลงทะเบียน"),
            AWAY: lambda: self.tr("เก็บออก"),
            REGISTER: lambda: self.tr("นำเข้าทะเบียนเดิม"),
            DONE: lambda: self.tr("ทะเบียนที่นำเข้าแล้ว"),
        }

    def changed(self, changes: Changes) -> None:
        if changes.touches("arrival", "letter_import"):
            self._refresh()

    def show_page(self, key: str) -> None:
        self.view.choose(key)
        page = self.pages[key]
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        self._refresh()

    def ask_files(self) -> None:
        kinds = self.tr("อีเมล แฟ้มบีบอัด XML และเอกสาร") + " (*.eml *.zip *.xml *.pdf *.tif *.tiff *.jpg *.jpeg *.png)"
        everything = self.tr("ทุกไฟล์") + " (*)"
        self.bring(ask_files(self, self.tr("เลือกแฟ้มที่จะนำเข้า"), f"{kinds};;{everything}", DOWNLOADS))

    def bring(self, paths: Sequence[Path]) -> None:
        """Takes files in, in the background; a sheet alone goes to the page of old registers."""
        if len(paths) == 1 and paths[0].suffix.lower() in _SHEETS:
            self.show_page(REGISTER)
            self.register.look_at(paths[0])
            return
        if not paths or self._task is not None:
            return
        self.show_page(WAITING)
        to_party, title = self._to_party(), self.tr("กำลังนำเข้า")

        def act(progress: Progress, cancel: object) -> Brought:
            return self._arrivals.bring(paths, to_party, progress, cancel)  # type: ignore[arg-type]

        self._task = self._worker.long(title, act, owner=self, on_done=self._brought, on_failed=self._failed)
        panel = ProgressPanel(title, self)
        panel.cancelled.connect(self._task.stop)
        self._task.progressed.connect(panel.show_progress)
        self._task.ended.connect(lambda: self._ended(panel))
        self._column.addWidget(panel)

    def paste(self) -> None:
        """Files that were copied in a file manager."""
        files = files_in(QGuiApplication.clipboard().mimeData())
        if files:
            self.bring(files)
        else:
            self._notices.say("info", self.tr("ไม่มีแฟ้มให้วาง"), self.tr("คัดลอกแฟ้มในตัวจัดการแฟ้มก่อน แล้ววางอีกครั้ง"))

    @property
    def is_busy(self) -> bool:
        return self._task is not None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.bring(files_in(event.mimeData()))
        event.acceptProposedAction()

    def _brought(self, brought: Brought) -> None:
        for failure in brought.failures:
            self._notices.failed(failure)
        if brought.arrivals:
            self.drafts.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: Exception) -> None:
        self._notices.failed(error)

    def _ended(self, panel: ProgressPanel) -> None:
        self._task = None
        panel.hide()
        panel.deleteLater()
        self._refresh()

    def _refresh(self) -> None:
        self.drafts.refresh()
        for key, page in ((AWAY, self.away), (DONE, self.done)):
            if self.view.value == key:
                page.refresh()

    def _counted(self, count: int) -> None:
        self._count = count
        self.retranslate()

    def _connect(self) -> None:
        self.view.chosen.connect(self.show_page)
        self.drafts.register_asked.connect(self.register_asked)
        self.drafts.files_asked.connect(self.ask_files)
        self.drafts.told.connect(self._counted)
        self.register.entered.connect(self._refresh)

        def group() -> str:
            return self.tr("นำเข้า")

        for number, (key, words) in enumerate(self._names().items(), start=1):
            self.keys.add(f"Ctrl+{number}", words, partial(self.show_page, key), group=group)
        self.keys.add("Ctrl+V", lambda: self.tr("วางแฟ้ม"), self.paste, group=group)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for page in self.pages.values():
            self._stack.addWidget(page)
        head = QHBoxLayout()
        head.addWidget(self.view)
        head.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(L, L, L, L)
        self._column.setSpacing(M)
        self._column.addLayout(head)
        self._column.addWidget(self._stack, 1)
