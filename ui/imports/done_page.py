"""Old registers that were taken in: what of each is here, and a way to take one back with a reason."""

from collections.abc import Sequence
from threading import Event

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.interchange.model import PastImport
from desktop.office.dates import local_date
from ui.imports import words
from ui.imports.register_presenter import Progress, RegisterPresenter
from ui.kit.banner import ProgressPanel
from ui.kit.buttons import DangerButton
from ui.kit.chips import Badge
from ui.kit.columns import RIGHT, Column
from ui.kit.days import day
from ui.kit.field import Field
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState
from ui.kit.rows import RowsModel
from ui.kit.table import TableView
from ui.kit.tokens import M, S
from ui.notices import Notices
from ui.work import LongTask, Worker


class DonePage(Speaks, QWidget):
    """`changed` when an import was taken back, whole or in part."""

    changed = Signal()

    def __init__(self, presenter: RegisterPresenter, worker: Worker, notices: Notices) -> None:
        super().__init__()
        self._presenter, self._worker, self._notices = presenter, worker, notices
        self._task: LongTask | None = None
        self.rows = _rows()
        self.table: TableView[PastImport] = TableView()
        self.table.show_model(self.rows)
        self.nothing = EmptyState("register")
        self.reason = LineEdit()
        self.field = Field("", self.reason, must=True)
        self.withdraw_button = DangerButton(icon_name="undo")
        self._lay_out()
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _: self.reason.setFocus())
        self.reason.textChanged.connect(lambda _: self._choose(self.table.current()))
        self.withdraw_button.clicked.connect(self.withdraw)
        self.setFocusProxy(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("ทะเบียนเดิมที่นำเข้าแล้ว"))
        self.field.say(self.tr("เหตุที่ถอนออก"))
        self.withdraw_button.say(self.tr("ถอนออกทั้งชุด"))
        self.nothing.say(
            self.tr("ยังไม่ได้นำเข้าทะเบียนเดิม"),
            self.tr("ทะเบียนที่นำเข้าจากแฟ้มจะอยู่ที่นี่ พร้อมชื่อแฟ้ม จำนวน และผู้นำเข้า"),
        )
        self._choose(self.table.current())

    def refresh(self) -> None:
        self._worker.run(self._presenter.imports, owner=self, on_done=self._listed, view="rows")

    def withdraw(self) -> None:
        """Takes the import under the cursor back, its last part first; may be stopped and gone on with."""
        one, reason = self.table.current(), self.reason.value
        if one is None or not reason or self._task is not None:
            return

        def act(progress: Progress, cancel: Event) -> int:
            return self._presenter.withdraw(one, reason, progress, cancel)

        title = self.tr("กำลังถอนออก")
        self._task = self._worker.long(
            title, act, owner=self, on_done=lambda _: self.reason.clear(), on_failed=self._failed
        )
        progress = ProgressPanel(title, self)
        progress.cancelled.connect(self._task.stop)
        self._task.progressed.connect(progress.show_progress)
        self._task.ended.connect(lambda: self._ended(progress))
        self._column.insertWidget(1, progress)
        progress.take_keyboard()
        self._choose(one)

    def _failed(self, error: Exception) -> None:
        self._notices.failed(error)

    def _ended(self, progress: ProgressPanel) -> None:
        self._task = None
        self._choose(self.table.current())
        progress.leave(self)
        self.refresh()
        self.changed.emit()

    def _listed(self, found: Sequence[PastImport]) -> None:
        self.rows.show_rows(found)
        if found and self.table.current() is None:
            self.table.choose(0)
        self._place.setCurrentWidget(self._work if found else self.nothing)
        self._choose(self.table.current())

    def _choose(self, one: PastImport | None) -> None:
        here = one is not None and one.withdrawn < one.entered and self._task is None
        self.reason.setEnabled(here)
        self.withdraw_button.setEnabled(here and bool(self.reason.value))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(self.field, 1)
        line.addWidget(self.withdraw_button, 0, Qt.AlignmentFlag.AlignBottom)
        self._work = QWidget()
        inner = QVBoxLayout(self._work)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(M)
        inner.addWidget(self.table, 1)
        inner.addLayout(line)
        self._place = QStackedWidget()
        self._place.addWidget(self.nothing)
        self._place.addWidget(self._work)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._place, 1)


def _rows() -> RowsModel[PastImport]:
    def badge(one: PastImport) -> Badge:
        if one.withdrawn:
            return Badge(words.translate("Imports", "ถอนออกแล้ว"), "neutral", "undo", bare=True)
        if one.is_unfinished:
            return Badge(words.translate("Imports", "ยังไม่ครบ"), "attention", "hourglass")
        return Badge(words.translate("Imports", "ครบ"), "ready", "check", bare=True)

    def count(one: PastImport) -> str:
        return f"{one.entered:,} / {one.total:,}"

    columns = (
        Column[PastImport](
            lambda: words.translate("Imports", "ทะเบียน"), words.register, 220, strong=True, tip=words.register
        ),
        Column[PastImport](lambda: words.translate("Imports", "แฟ้ม"), lambda one: one.file_name, 160, stretch=True),
        Column[PastImport](lambda: words.translate("Imports", "ฉบับ"), count, 130, RIGHT),
        Column[PastImport](
            lambda: words.translate("Imports", "สถานะ"),
            lambda one: badge(one).words,
            120,
            badges=lambda one: (badge(one),),
        ),
        Column[PastImport](lambda: words.translate("Imports", "ผู้นำเข้า"), lambda one: one.by, 170, soft=True, yields=1),
        Column[PastImport](
            lambda: words.translate("Imports", "เมื่อ"),
            lambda one: day(local_date(one.at)),
            100,
            soft=True,
            yields=2,
        ),
        Column[PastImport](
            lambda: words.translate("Imports", "เหตุ"), lambda one: one.reason or "", 120, soft=True, yields=3
        ),
    )
    return RowsModel(columns, key=lambda one: one.id)
