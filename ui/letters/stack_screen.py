"""The scanning desk: a stack of letters scanned once, put in order, cut into letters, and registered one by one."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.capture.batch import KEPT
from desktop.capture.edits import Edit, LayStraight
from desktop.devices.scanner import ScanSource
from desktop.office.changes import Changes
from desktop.office.ids import Id
from ui.capture.corner_editor import ask_corners
from ui.kit.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.kit.counted import counted
from ui.kit.inputs import ComboBox
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.page_view import PageView
from ui.kit.panels import EmptyState, Panel, side_by_side
from ui.kit.thai_label import label
from ui.kit.tokens import L, M, S
from ui.letters.stack_choice import StackChoice
from ui.letters.stack_grid import CELL, StackGrid
from ui.letters.stack_intake import StackIntake
from ui.letters.stack_pages import stack_pages
from ui.letters.stack_presenter import Came, Seen, StackPresenter
from ui.notices import Act, Notices
from ui.work import Worker

if TYPE_CHECKING:
    from desktop.capture.batch import Batch, BatchRow

EVERY = (1, 2, 3, 4, 5, 10)
"""How many pages a letter may be cut to have."""


class StackScreen(Speaks, QWidget):
    """`closed` when the clerk goes back to the list; `register_asked` brings the stack whose letters are wanted.

    `slips_asked`: sheets that part letters shall be printed.
    """

    closed = Signal()
    register_asked = Signal(object)
    slips_asked = Signal()

    def __init__(
        self,
        presenter: StackPresenter,
        worker: Worker,
        notices: Notices,
        scanner: Callable[[], ScanSource],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.presenter, self._worker, self._notices = presenter, worker, notices
        self._asked = 0
        self.title, self.about = label(size="head"), label(ink="soft")
        self.choice, self.every = StackChoice(), ComboBox()
        self.grid, self.view = StackGrid(), PageView(thumbs=False)
        self.intake = StackIntake(presenter, worker, notices, scanner, self)
        self.empty = EmptyState("scan")
        self.scan_button = SecondaryButton(key="F2", icon_name="scan")
        self.import_button = SecondaryButton(key="F3", icon_name="import")
        self.away_button = QuietButton(key="Ctrl+Del", icon_name="close")
        self.leave_button = QuietButton(key="Ctrl+U", icon_name="users")
        self.slips_button = QuietButton(key="Ctrl+P", icon_name="printer")
        self.cut_button = SecondaryButton(key="B", icon_name="split")
        self.register_button = PrimaryButton(key="F9", icon_name="stamp")
        self.back_button = QuietButton(key="Esc", icon_name="inbox")
        self.keys = Keys(self)
        self._bind_keys()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.grid)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(self.tr("โต๊ะสแกน"))
        self.every.setAccessibleName(self.tr("แยกทุกกี่หน้า"))
        self.every.offer([("", self.tr("แยกทุก…")), *((str(n), self._every_words(n)) for n in EVERY)])
        self.scan_button.say(self.tr("สแกน"))
        self.import_button.say(self.tr("นำเข้าไฟล์"))
        self.away_button.say(self.tr("เก็บกองนี้"))
        self.slips_button.say(self.tr("พิมพ์ใบคั่น"))
        self.slips_button.setToolTip(self.tr("วางใบคั่นหน้าหนังสือทุกฉบับ สแกนทั้งกองแล้วแยกเป็นฉบับได้ในครั้งเดียว"))
        self.register_button.say(self.tr("ลงทะเบียนทีละฉบับ"))
        self.back_button.say(self.tr("กลับไปที่รายการ"))
        self.empty.say(
            self.tr("ยังไม่มีหน้าบนโต๊ะสแกน"),
            self.tr("วางหนังสือทั้งกองแล้วกด F2 หรือนำเข้าไฟล์ด้วย F3 ทุกหน้าเก็บไว้ทันทีที่มาถึง ไฟดับก็ไม่หาย")
            + "\n"
            + self.tr("หลายฉบับในกองเดียว: พิมพ์ใบคั่นด้วย Ctrl+P วางไว้หน้าทุกฉบับ โปรแกรมแยกฉบับให้ ใบคั่นใช้ซ้ำได้"),
        )
        self._say_about()

    def changed(self, changes: Changes) -> None:
        """A page came, or pages became a letter."""
        if changes.touches("batch") and self.isVisible() and not self.intake.is_busy:
            self.look()

    def look(self) -> None:
        """Reads what waits, and the stack on the desk again; without one, the newest that waits."""
        self._asked += 1
        asked = self._asked
        self._worker.run(self.presenter.rows, owner=self, on_done=lambda rows: self._listed(rows, asked))

    def open(self, batch_id: Id) -> None:
        """Puts a stack on the desk."""
        self._asked += 1
        asked = self._asked
        self._worker.run(
            lambda: self.presenter.load(batch_id),
            owner=self,
            on_done=lambda batch: self.show_batch(batch) if asked == self._asked else None,
        )

    def show_batch(self, batch: "Batch | None") -> None:
        self.presenter.show(batch)
        cells = self.presenter.cells
        if batch is not None:
            leaves = [cell.leaf for cell in cells]
            place = self.view.canvas.page
            pages = stack_pages(self.presenter.pictures, batch, leaves, self._worker, self)
            self.view.renew_pages(pages) if cells else self.view.show_pages(None)
            self.grid.show_cells(self.presenter, pages)
            self._show_page(min(place, len(cells) - 1) if self.grid.current_page() is None else None)
        self._stack.setCurrentIndex(1 if cells else 0)
        self.choice.show_on_desk(batch.id if batch is not None else None)
        self._say_about()
        self._seek_parting()

    def scan(self) -> None:
        """Scans behind the stack on the desk with the choices made before; asks for them the first time."""
        device = self.intake.panel.chosen
        if device is None:
            return self.ask_scan()
        self._leave_scan_panel()
        self.intake.scan()

    def ask_scan(self) -> None:
        """Opens the choices and looks for scanners."""
        self._stack.setCurrentIndex(2)
        self.intake.seek()
        self._allow()
        self.intake.panel.setFocus()

    def edit(self, edit: Edit | None) -> None:
        """Does an edit; it is durable before it is seen."""
        if edit is not None:
            self._write(lambda: self.presenter.edit(edit))

    def cut(self) -> None:
        """A letter begins with the page under the cursor, or goes on with it."""
        page = self.grid.current_page()
        if page is not None:
            self.edit(self.presenter.cut_at(page))

    def cut_where_parted(self) -> None:
        edit = self.presenter.cut_where_parted()
        if edit is None:
            said = self.tr("ไม่พบใบคั่นหรือหน้าว่างในกองนี้")
            self._notices.say("info", said, self.tr("แยกเองด้วย S ที่หน้าแรกของแต่ละฉบับ"))
        else:
            self.edit(edit)

    def ask_corners(self) -> None:
        """The page under the cursor, if it is a picture, with the corners of its sheet."""
        batch, page = self.presenter.batch, self.grid.current_page()
        if batch is not None and page is not None and self.presenter.is_picture(page):
            intake, chosen = self.presenter.intake, lambda corners: self.edit(LayStraight(page, corners))
            ask_corners(lambda: intake.photo(batch.id, page), self._worker, self, chosen)
        elif page is not None:
            self._notices.say("info", self.tr("จัดมุมได้เฉพาะหน้าที่เป็นภาพ"))

    def put_away(self) -> None:
        """The stack is offered no more; that can be taken back."""
        batch = self.presenter.batch
        if batch is None or self.intake.is_busy:
            return
        act, done = (lambda: self.presenter.put_away(batch.id)), (lambda _: self._is_away(batch.id))
        self._worker.run(act, owner=self, on_done=done, lane="write")

    def _is_away(self, batch_id: Id) -> None:
        self.show_batch(None)
        self.look()
        undo = Act(self.tr("เลิกทำ"), lambda: self._take_back(batch_id))
        kept = self.tr("เลือกกลับมาได้จากรายการกองภายใน {days} วัน").format(days=KEPT.days)
        self._notices.say("ready", self.tr("เก็บกองนี้แล้ว หน้าทั้งหมดยังอยู่"), kept, action=undo)

    def leave(self) -> None:
        """The stack is the unit's, or the person's own again; that can be taken back."""
        batch = self.presenter.batch
        if batch is not None and not self.intake.is_busy:
            self._leave(batch.id, to_unit=not batch.row.for_unit)

    def _leave(self, batch_id: Id, *, to_unit: bool) -> None:
        def left(_: object) -> None:
            undo = Act(self.tr("เลิกทำ"), lambda: self._leave(batch_id, to_unit=not to_unit))
            said = self.tr("ฝากกองนี้ให้หน่วยงานแล้ว") if to_unit else self.tr("กองนี้เป็นของคุณคนเดียว")
            self._notices.say("ready", said, action=undo)
            self.look()

        act = self.presenter.leave
        self._worker.run(lambda: act(batch_id, to_unit=to_unit), owner=self, on_done=left, lane="write")

    def _take_back(self, batch_id: Id) -> None:
        self._worker.run(
            lambda: self.presenter.take_back(batch_id), owner=self, on_done=lambda _: self.open(batch_id), lane="write"
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.intake.place()

    def _listed(self, rows: "tuple[BatchRow, ...]", asked: int) -> None:
        """What was read while something else was put on the desk says nothing about the desk."""
        self.choice.show_rows(rows)
        if asked != self._asked:
            return
        batch, known = self.presenter.batch, [row.id for row in rows if row.standing == "waiting"]
        if batch is not None and batch.id in known:
            self.open(batch.id)
        elif known:
            self.open(known[0])
        else:
            self.show_batch(None)

    def _choose(self, row: "BatchRow") -> None:
        self._take_back(row.id) if row.standing == "put_away" else self.open(row.id)

    def _every_words(self, count: int) -> str:
        return counted(self.tr("ทุก {count} หน้า"), count).format(count=count)

    def _say_about(self) -> None:
        cells, blank, slips = self.presenter.cells, self.presenter.blank, self.presenter.slips
        letters = cells[-1].part + 1 if cells else 0
        said = counted(self.tr("{count} หน้า"), len(cells)).format(count=len(cells))
        said += " · " + counted(self.tr("{count} ฉบับ"), letters).format(count=letters)
        parting = sum(cell.leaf.page in slips for cell in cells)
        empty = sum(cell.leaf.page in blank - slips for cell in cells)
        if parting:
            said += " · " + counted(self.tr("ใบคั่น {count}"), parting).format(count=parting)
        if empty:
            said += " · " + self.tr("หน้าว่าง {count}").format(count=empty)
        self.about.setText(said if cells else "")
        self.cut_button.say(self.tr("แยกที่ใบคั่น") if parting else self.tr("แยกที่หน้าว่าง"))
        batch = self.presenter.batch
        units = batch is not None and batch.row.for_unit
        self.leave_button.say(self.tr("เอาคืนจากหน่วยงาน") if units else self.tr("ฝากหน่วยงาน"))
        self._allow()

    def _allow(self) -> None:
        busy, some = self.intake.is_busy, bool(self.presenter.cells)
        choosing = self._stack.currentIndex() == 2
        always = (self.scan_button, self.import_button, self.back_button, self.slips_button, self.choice)
        for free in always:
            free.setEnabled(not busy and not choosing)
        for widget in (self.register_button, self.away_button, self.leave_button, self.cut_button, self.every):
            widget.setEnabled(some and not busy and not choosing)

    def _seek_parting(self) -> None:
        """One page after the other, each told as soon as it is known."""
        batch, unseen = self.presenter.batch, self.presenter.unseen()
        if batch is not None and unseen:
            page = unseen[0]
            self._worker.run(
                lambda: self.presenter.look_at(batch, page),
                owner=self,
                on_done=lambda seen: self._saw(batch, page, seen),
                lane="render",
            )

    def _saw(self, batch: "Batch", page: int, seen: Seen) -> None:
        if batch is self.presenter.batch:
            self.presenter.note(batch.id, page, seen)
            if seen.blank or seen.slip:
                self.grid.show_parting(self.presenter)
                self._say_about()
            self._seek_parting()

    def _show_page(self, place: int | None = None) -> None:
        at = self.grid.currentIndex().row() if place is None else place
        if at >= 0 and at != self.view.canvas.page:
            self.view.canvas.go(at)

    def _write(self, act: "Callable[[], Batch]") -> None:
        if self.presenter.batch is not None and not self.intake.is_busy:
            self._worker.run(act, owner=self, on_done=self.show_batch, lane="write")

    def _turn(self, by: int) -> None:
        if pages := self.grid.chosen_pages():
            self.edit(self.presenter.turned(pages, by))

    def _take_out(self) -> None:
        if pages := self.grid.chosen_pages():
            self.edit(self.presenter.taken_out(pages))

    def _move(self, by: int) -> None:
        if pages := self.grid.chosen_pages():
            self.edit(self.presenter.moved(pages, by))

    def _cut_every(self, count: str) -> None:
        if count:
            self.edit(self.presenter.cut_every(int(count)))
            self.every.choose("")
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ended(self, came: Came) -> None:
        if came.batch_id is not None:
            self.open(came.batch_id)
        self._worker.run(self.presenter.rows, owner=self, on_done=self.choice.show_rows)

    def _leave_scan_panel(self) -> None:
        self._stack.setCurrentIndex(1 if self.presenter.cells else 0)
        self._allow()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.intake.came.connect(self.open)
        self.intake.ended.connect(self._ended)
        self.intake.busy.connect(self._allow)
        self.intake.panel.scan.connect(self.scan)
        self.intake.panel.look_again.connect(self.ask_scan)
        self.intake.panel.closed.connect(self._leave_scan_panel)
        self.grid.picked.connect(lambda _: self._show_page())
        self.choice.wanted.connect(self._choose)
        self.every.chosen.connect(self._cut_every)
        self.scan_button.clicked.connect(self.scan)
        self.import_button.clicked.connect(self.intake.ask_files)
        self.cut_button.clicked.connect(self.cut_where_parted)
        self.slips_button.clicked.connect(self.slips_asked)
        self.leave_button.clicked.connect(self.leave)
        self.away_button.clicked.connect(self.put_away)
        self.back_button.clicked.connect(self.closed)
        self.register_button.clicked.connect(self._register)

    def _register(self) -> None:
        if self.presenter.batch is not None:
            self.register_asked.emit(self.presenter.batch.id)

    def _bind_keys(self) -> None:
        def group() -> str:
            return self.tr("โต๊ะสแกน")

        keys = Keys(self.grid)
        keys.name("Shift+Left / Shift+Right", lambda: self.tr("เลือกหลายหน้า"), group=group)
        for sequence, words, act, hint in (
            ("S", lambda: self.tr("แยกหรือรวมฉบับที่หน้านี้"), self.cut, True),
            ("R", lambda: self.tr("หมุนขวา"), lambda: self._turn(90), True),
            ("Shift+R", lambda: self.tr("หมุนซ้าย"), lambda: self._turn(270), False),
            ("C", lambda: self.tr("จัดมุมภาพถ่าย"), self.ask_corners, False),
            ("Del", lambda: self.tr("เอาหน้าออก"), self._take_out, True),
            ("Ctrl+Left", lambda: self.tr("ย้ายไปก่อน"), lambda: self._move(-1), False),
            ("Ctrl+Right", lambda: self.tr("ย้ายไปหลัง"), lambda: self._move(1), True),
        ):
            keys.add(sequence, words, act, group=group)
            if hint:
                self.keys.name(sequence, words, group=group, hint=True)
        undo, redo = (lambda: self._write(self.presenter.undo)), (lambda: self._write(self.presenter.redo))
        self.keys.add("Ctrl+Z", lambda: self.tr("เลิกทำ"), undo, group=group, hint=True)
        self.keys.add("Ctrl+Y", lambda: self.tr("ทำซ้ำ"), redo, group=group)

    def _lay_out(self) -> None:
        head = side_by_side(self.title, self.choice, self.about, None, self.import_button, self.scan_button)
        parting = side_by_side(self.cut_button, self.every, self.slips_button, None)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(M)
        split.setChildrenCollapsible(False)
        split.addWidget(self.grid)
        split.addWidget(self.view)
        split.setSizes([5 * CELL.width() + 24, 500])
        choices = Panel(padding=0)
        choices.body.addWidget(self.intake.panel)
        nothing = Panel(padding=0)
        nothing.body.addWidget(self.empty)
        self._stack = QStackedWidget()
        for page in (nothing, split, choices):
            self._stack.addWidget(page)
        foot = side_by_side(
            self.back_button, HintBar(self.keys), self.leave_button, self.away_button, self.register_button
        )
        foot.setStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(L + S, L, L + S, M)
        column.setSpacing(M)
        column.addLayout(head)
        column.addLayout(parting)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
