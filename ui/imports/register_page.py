"""An old register out of a sheet: chosen, its columns named, tried without writing, its errors put right, entered."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.interchange.model import Book, Column, DryRun, Outcome, Plan, Problem, Reading, Sheet
from desktop.office.thai import arabic_digits
from ui.imports import words
from ui.imports.mapping import SheetMapping
from ui.imports.problems import ProblemsPanel
from ui.imports.register_presenter import Progress, RegisterPresenter
from ui.kit.autosaver import Autosaver
from ui.kit.banner import ProgressPanel
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.counted import counted
from ui.kit.field import Field, row
from ui.kit.files import ask_file
from ui.kit.inputs import CheckBox, ComboBox, LineEdit
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState, Panel, scrolling
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import L, M, S
from ui.notices import Notices
from ui.work import LongTask, Worker

SHEETS = ("xlsx", "xlsm", "csv", "tsv", "txt")


class RegisterPage(Speaks, QWidget):
    """`entered` when an import ended, whole or stopped; `kept` when how the sheet shall be read is on the disk."""

    entered = Signal()
    kept = Signal()

    def __init__(self, presenter: RegisterPresenter, worker: Worker, notices: Notices) -> None:
        super().__init__()
        self.presenter, self._worker, self._notices = presenter, worker, notices
        self._task: LongTask | None = None
        self._progress: ProgressPanel | None = None
        self.nothing = EmptyState("register")
        self.name, self.year = LineEdit(), LineEdit()
        self.book, self.encoding, self.sheet = ComboBox(), ComboBox(), ComboBox()
        self.own = CheckBox()
        self.fields = {
            "name": Field("", self.name, must=True), "book": Field("", self.book), "year": Field("", self.year),
            "encoding": Field("", self.encoding), "sheet": Field("", self.sheet),
        }  # fmt: skip
        self.mapping = SheetMapping(presenter.columns)
        self.problems = ProblemsPanel()
        self.sums, self.hint = ThaiLabel(strong=True), ThaiLabel(ink="soft")
        self.file_button = SecondaryButton(key="F3", icon_name="import")
        self.try_button = SecondaryButton(key="F5", icon_name="check")
        self.enter_button = PrimaryButton(key="F9", icon_name="register")
        self.keys = Keys(self)
        self.saver = Autosaver(self)
        self.saver.due.connect(self._keep)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show()
        worker.run(presenter.begun_before, owner=self, on_done=self._go_on)

    def retranslate(self) -> None:
        for name, said in (
            ("name", self.tr("ชื่อทะเบียนเดิม")),
            ("book", self.tr("เป็นทะเบียน")),
            ("year", self.tr("ปี พ.ศ. (ถ้าในแฟ้มไม่มี)")),
            ("encoding", self.tr("รหัสอักษร")),
            ("sheet", self.tr("แผ่นงาน")),
        ):
            self.fields[name].say(said)
        self.setAccessibleName(self.tr("นำทะเบียนเดิมเข้ามาทั้งเล่ม"))
        self.own.setText(self.tr("ทะเบียนของหน่วยงานฉัน"))
        self.book.offer([(one.value, words.book(one)) for one in Book])
        self.encoding.offer([(one.value, words.reading(one)) for one in Reading])
        self.file_button.say(self.tr("เลือกแฟ้มทะเบียน"))
        self.try_button.say(self.tr("ตรวจทั้งแฟ้ม"))
        self.nothing.say(
            self.tr("นำทะเบียนเดิมเข้ามาทั้งเล่ม"),
            self.tr("เลือกแฟ้ม Excel (.xlsx) หรือ CSV ด้วย F3 ตรวจก่อนได้โดยไม่บันทึก เลขเดิมคงอยู่ทุกเลข และถอนออกได้ทั้งชุด"),
        )
        self._show()

    def ask_file(self) -> None:
        kinds = " ".join(f"*.{kind}" for kind in SHEETS)
        path = ask_file(self, self.tr("เลือกแฟ้มทะเบียน"), self.tr("ตาราง") + f" ({kinds})")
        if path is not None:
            self.look_at(path)

    def look_at(self, path: Path, encoding: Reading | None = None, sheet: str | None = None) -> None:
        """Looks at a file in the background."""
        if self._task is None:
            self._worker.run(lambda: self.presenter.look_at(path, encoding, sheet), owner=self, on_done=self._looked)

    def try_out(self) -> None:
        if self._task is None and self.presenter.may_try:
            self._take_words()
            self._long(self.tr("กำลังตรวจแฟ้ม"), self.presenter.try_out, self._tried)

    def enter(self) -> None:
        if self._task is None and self.presenter.may_run:
            self._long(self.tr("กำลังนำเข้า"), self.presenter.run, self._entered)

    def _looked(self, sheet: Sheet) -> None:
        self.presenter.begin(sheet)
        self._show_plan()
        self.name.setFocus()

    def _show_plan(self) -> None:
        """The choices as the plan has them."""
        plan = self.presenter.plan
        assert plan is not None
        sheet = plan.sheet
        self.name.setText(plan.name)
        self.year.setText(str(plan.year_be or ""))
        self.book.choose(plan.book.value)
        self.own.setChecked(plan.unit is not None)
        self.encoding.choose(sheet.encoding.value if sheet.encoding else "")
        self.sheet.offer([(one, one) for one in sheet.sheets])
        self.sheet.choose(sheet.sheet)
        self.fields["encoding"].setVisible(sheet.encoding is not None)
        self.fields["sheet"].setVisible(len(sheet.sheets) > 1)
        self.mapping.show_sheet(sheet, plan.columns)
        self._show()

    def _keep(self) -> None:
        plan = self.presenter.plan
        self._worker.run(
            lambda: self.presenter.keep(plan), owner=self, on_done=lambda _: self.kept.emit(), lane="write"
        )

    def _go_on(self, plan: Plan | None) -> None:
        """Where the clerk was when the desk went out; the whole file is tried anew."""
        if plan is not None and self.presenter.plan is None:
            self.presenter.plan = plan
            self._show_plan()

    def _look_again(self) -> None:
        plan = self.presenter.plan
        if plan is not None:
            reading = Reading(self.encoding.value) if plan.sheet.encoding else None
            self.look_at(plan.sheet.path, reading, self.sheet.value or None)

    def _take_words(self) -> None:
        typed = arabic_digits(self.year.value)
        year = int(typed) if typed.isdecimal() and len(typed) == 4 else None
        wrong = self.tr("ใส่ปี พ.ศ. สี่หลัก") if typed and year is None else ""
        self.fields["year"].say_error(wrong)
        self.presenter.call_it(self.name.value, Book(self.book.value), year, self.own.isChecked())
        self.saver.typed()
        self._show()

    def _map(self, place: int, name: str) -> None:
        self.presenter.map(place, Column(name) if name else None)
        if self.presenter.plan is not None:
            self.mapping.show_columns(self.presenter.plan.columns)
        self.saver.typed()
        self._show()

    def _tried(self, tried: DryRun) -> None:
        self.presenter.tried = tried
        self._show()
        (self.problems if tried.problems else self.enter_button).setFocus()

    def _entered(self, done: Outcome) -> None:
        self.presenter.tried = None
        self._finish()
        self._show()
        self.file_button.setFocus()  # the next register; the button that was pressed is out of reach
        words_ = counted(self.tr("นำเข้าแล้ว {entered:,} ฉบับ มีอยู่ก่อน {there:,} ไม่ได้นำเข้า {wrong:,}"), done.entered)
        self._notices.say("ready", words_.format(entered=done.entered, there=done.there, wrong=done.wrong))
        self.entered.emit()

    def _finish(self) -> None:
        """What was entered needs no going on with."""
        self.saver.stop()
        self._worker.run(lambda: self.presenter.keep(None), owner=self, lane="write")

    def _put_right(self, problem: Problem, said: str) -> None:
        self.presenter.put_right(problem, said)
        self.saver.typed()
        self._show()

    def _leave_out(self, problem: Problem) -> None:
        self.presenter.leave_out(problem)
        self.saver.typed()
        self._show()

    def _show(self) -> None:
        plan, tried = self.presenter.plan, self.presenter.tried
        self._place.setCurrentWidget(self._work if plan else self.nothing)
        busy = self._task is not None
        self.file_button.setEnabled(not busy)
        self.try_button.setVisible(plan is not None)
        self.enter_button.setVisible(plan is not None)
        self.try_button.setEnabled(self.presenter.may_try and not busy)
        self.enter_button.setEnabled(self.presenter.may_run and not busy)
        ready = (
            counted(self.tr("นำเข้า {count} ฉบับ"), tried.ready).format(count=f"{tried.ready:,}")
            if tried
            else self.tr("นำเข้า")
        )
        self.enter_button.say(ready)
        self.sums.say(self._sums(tried))
        self.hint.setVisible(bool(plan and self.presenter.missing))
        missing = ", ".join(words.column(one) for one in self.presenter.missing) if plan else ""
        self.hint.say(self.tr("ยังไม่รู้ว่าคอลัมน์ใดคือ {missing}").format(missing=missing) if missing else "")
        self.problems.show_problems(
            tried.problems if tried else (), tried.wrong if tried else 0, tried=tried is not None
        )

    def _sums(self, tried: DryRun | None) -> str:
        if tried is None:
            return self.tr("ยังไม่ได้ตรวจ กด F5 เพื่อตรวจทั้งแฟ้มโดยไม่บันทึก")
        years = " · ".join(f"{year}: {lo:,}-{hi:,} ({count:,})" for year, (lo, hi, count) in tried.years.items())
        said = self.tr("พร้อมนำเข้า {ready:,} · มีอยู่แล้ว {there:,} · ข้าม {left:,} · ต้องแก้ {wrong:,}").format(
            ready=tried.ready, there=tried.there, left=tried.left_out, wrong=tried.wrong
        )
        twice = self.tr("ดูเหมือนมีในทะเบียนอื่นแล้ว {seems:,}").format(seems=tried.seems) if tried.seems else ""
        return "\n".join(filter(None, (said, years, twice)))

    def _long(self, title: str, act: Callable[[Progress, Event], object], done: Callable[..., None]) -> None:
        self._task = self._worker.long(title, act, owner=self, on_done=done, on_failed=self._failed)
        self._progress = ProgressPanel(title, self)
        self._progress.cancelled.connect(self._task.stop)
        self._task.progressed.connect(self._progress.show_progress)
        self._task.ended.connect(self._ended)
        self._bottom.insertWidget(0, self._progress)
        self._progress.take_keyboard()
        self._show()

    def _failed(self, error: Exception) -> None:
        self._notices.failed(error)

    def _ended(self) -> None:
        """Whole, failed or stopped: what was entered stays, and the same file goes on with it."""
        stopped = self._task is not None and self._task.cancel.is_set()
        self._task = None
        if stopped:
            self.presenter.tried = None
            said = self.tr("หยุดแล้ว ที่นำเข้าไปแล้วยังอยู่ ตรวจแฟ้มเดิมอีกครั้งเพื่อทำต่อ หรือถอนออกทั้งชุด")
            self._notices.say("info", said)
            self.entered.emit()
        self._show()
        if self._progress is not None:
            self._progress.leave(self.file_button)
            self._progress = None

    def _connect(self) -> None:
        self.file_button.clicked.connect(self.ask_file)
        self.try_button.clicked.connect(self.try_out)
        self.enter_button.clicked.connect(self.enter)
        self.mapping.mapped.connect(self._map)
        self.problems.put_right.connect(self._put_right)
        self.problems.left_out.connect(self._leave_out)
        for edit in (self.name, self.year):
            edit.textEdited.connect(lambda _: self._take_words())
        self.book.chosen.connect(lambda _: self._take_words())
        self.own.toggled.connect(lambda _: self._take_words())
        self.encoding.chosen.connect(lambda _: self._look_again())
        self.sheet.chosen.connect(lambda _: self._look_again())

    def _lay_out(self) -> None:
        left = Panel()
        left.setFixedWidth(520)
        left.body.addWidget(self.fields["name"])
        left.body.addWidget(row(self.fields["book"], self.fields["year"]))
        left.body.addWidget(row(self.fields["encoding"], self.fields["sheet"]))
        left.body.addWidget(self.own)
        area = scrolling(self.mapping)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left.body.addWidget(area, 1)
        right = QVBoxLayout()
        right.setSpacing(M)
        for widget in (self.sums, self.hint):
            right.addWidget(widget)
        right.addWidget(self.problems, 1)
        self._work = QWidget()
        line = QHBoxLayout(self._work)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(L)
        line.addWidget(left)
        line.addLayout(right, 1)
        self._place = QStackedWidget()
        self._place.addWidget(self.nothing)
        self._place.addWidget(self._work)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.file_button)
        foot.addStretch(1)
        foot.addWidget(self.try_button)
        foot.addWidget(self.enter_button)
        self._bottom = QVBoxLayout()
        self._bottom.setSpacing(S)
        self._bottom.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self._place, 1)
        column.addLayout(self._bottom)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
