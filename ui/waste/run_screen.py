"""A month's bills for the whole town: what would come of it, then made, then on paper street by street."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from threading import Event

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.office.changes import Changes
from desktop.office.money import format_baht
from desktop.paper.many import Stopped
from desktop.sheets.model import Filed, Role
from desktop.waste.model import Group, Preview, RunDone
from desktop.waste.rules import months_between, months_words, read_month
from ui.kit import days, files
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.counted import counted
from ui.kit.date_edit import ThaiDateEdit
from ui.kit.field import Field, row
from ui.kit.inputs import ComboBox, LineEdit
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState, Panel
from ui.kit.table import TableView
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import L, M, S
from ui.notices import Notices
from ui.sheets.printing import SheetPrinting
from ui.waste.accounts_screen import TABLES
from ui.waste.long_work import LongWork
from ui.waste.presenter import WastePresenter
from ui.waste.rows import group_rows
from ui.work import Worker

MOST_MONTHS = 36
_ALL, _WASTE = "-", "waste"
Told = Callable[[int, int], object]
Counted = tuple[Preview, tuple[Group, ...]]


class RunScreen(Speaks, QWidget):
    """Nothing is made before the clerk has seen how many and how much."""

    def __init__(self, presenter: WastePresenter, worker: Worker, notices: Notices, printing: SheetPrinting) -> None:
        super().__init__()
        self.presenter, self._worker, self._notices, self._printing = presenter, worker, notices, printing
        self.seen: Preview | None = None
        self._streets: tuple[Group, ...] = ()
        self._asked = 0
        self.first, self.last, self.street = LineEdit(), LineEdit(), ComboBox()
        today = presenter.office.waste.today
        self.due = ThaiDateEdit(today=lambda: presenter.office.waste.today)
        self.due.set_day(today + timedelta(days=30))
        self.fields = {
            "first": Field("", self.first, must=True), "last": Field("", self.last),
            "due": Field("", self.due, must=True), "street": Field("", self.street),
        }  # fmt: skip
        self.ready, self.rest = ThaiLabel(strong=True, size="head"), ThaiLabel(ink="soft")
        self.numbers = ThaiLabel()
        self.rows = group_rows(lambda: self.tr("ใบ"))
        self.table: TableView[Group] = TableView()
        self.table.show_model(self.rows)
        self.nothing = EmptyState("receipt")
        self.make_button = PrimaryButton(key="F9", icon_name="receipt")
        self.print_button = SecondaryButton(key="Ctrl+P", icon_name="printer")
        self.keep_button = SecondaryButton(key="Ctrl+S")
        self.work = LongWork(worker, notices.failed)
        self._keys = Keys(self)
        self._lay_out()
        self._connect()
        self.first.setText(days.months((presenter.office.waste.this_month,)))
        self.setFocusProxy(self.first)
        self.retranslate()
        self.count()

    def retranslate(self) -> None:
        self.fields["first"].say(self.tr("ตั้งแต่เดือน"))
        self.fields["last"].say(self.tr("ถึงเดือน (ว่าง = เดือนเดียว)"))
        self.fields["due"].say(self.tr("ชำระภายใน"))
        self.fields["street"].say(self.tr("พิมพ์ของหมู่/ซอย"))
        self.table.setAccessibleName(self.tr("ใบแจ้งที่จะทำ แยกตามหมู่"))
        self.print_button.say(self.tr("พิมพ์ใบแจ้ง"))
        self.keep_button.say(self.tr("ใบแจ้งเป็น PDF"))
        self.rows.retitle()
        for edit in (self.first, self.last):
            if typed := read_month(edit.value):
                edit.blockSignals(True)  # the same months in other words
                edit.setText(days.months((typed,)))
                edit.blockSignals(False)
        self._offer_streets()
        self._show()

    def changed(self, changes: Changes) -> None:
        """Numbers that came are no row: a pull counts as well."""
        if not self.work.is_busy and (changes.pulled or changes.touches(*TABLES)):
            self.count()

    @property
    def months(self) -> tuple[str, ...]:
        """The months that are asked for; none while they can't be read, or are too many."""
        first = read_month(self.first.value)
        last = read_month(self.last.value) if self.last.value else first
        found = months_between(first, last) if first and last else ()
        return found if len(found) <= MOST_MONTHS else ()

    def count(self) -> None:
        """Counts in the background what a run would make now."""
        self._asked += 1
        turn, months, waste = self._asked, self.months, self.presenter.office.waste
        if not months:
            self.seen, self._streets = None, ()
            self._show()
            return

        def counted(found: Counted) -> None:
            if turn == self._asked:
                self._counted(*found)

        self._worker.run(
            lambda: (waste.rounds.preview(months), waste.papers.streets(months)), owner=self, on_done=counted
        )

    def make(self) -> None:
        """Asks for the numbers that are missing, or makes the bills."""
        seen, due, who = self.seen, self.due.day(), self.presenter.who
        if seen is None or due is None or not seen.ready or self.work.is_busy:
            return
        rounds = self.presenter.office.waste.rounds
        if seen.lacking:
            self._worker.run(lambda: rounds.ask_numbers(seen.ready), owner=self, on_done=self._asked_for, lane="write")
            return
        self.work.begin(
            self.tr("กำลังทำใบแจ้ง"),
            lambda progress, ended: rounds.run(who, seen.months, due, progress, ended),
            self._made,
        )

    def print(self) -> None:
        """Draws the bills that wait to be paid and sends them as one job, whose sheets are counted."""
        if self._may_draw:
            where = self.street.currentText() if self.street.value != _ALL else self.tr("ทุกหมู่และซอย")
            label = f"ใบแจ้งค่าขยะ {months_words(self.months)} {where}"
            self.work.begin(self.tr("กำลังวาดใบแจ้ง"), self._draw(), lambda made: self._send(label, made))

    def keep(self) -> None:
        """Asks where, and writes the bills that wait to be paid into one PDF."""
        if not self._may_draw:
            return
        where = self.street.currentText() if self.street.value != _ALL else ""
        name = files.safe_name(f"waste-bills-{self.months[0]}-{where}") + ".pdf"
        path = files.ask_where(self, self.tr("บันทึกใบแจ้งเป็น PDF"), name, "PDF (*.pdf)")
        if path is None:
            return
        draw = self._draw()

        def act(told: Told, ended: Event) -> Path | None:
            made = draw(told, ended)
            return files.keep(made, path) if made is not None else None

        self.work.begin(self.tr("กำลังวาดใบแจ้ง"), act, self._kept)

    @property
    def _may_draw(self) -> bool:
        return bool(self.months) and not self.work.is_busy and self.print_button.isEnabled()

    def _draw(self) -> Callable[[Told, Event], bytes | None]:
        """What draws the bills that are chosen now; None when somebody stopped it."""
        months, street, papers = self.months, self.street.value, self.presenter.office.waste.papers

        def draw(told: Told, ended: Event) -> bytes | None:
            try:
                return papers.bills(months, "" if street == _ALL else street, told, ended)
            except Stopped:
                return None

        return draw

    def _send(self, label: str, made: bytes | None) -> None:
        if made is not None:
            self._printing.print_file(_WASTE, label, None, lambda: Filed(_WASTE, label, made, role=Role.PILE))

    def _counted(self, seen: Preview, streets: tuple[Group, ...]) -> None:
        self.seen, self._streets = seen, streets
        self._offer_streets()
        self._show()

    def _offer_streets(self) -> None:
        held = self.street.value
        offered = [(one.key, f"{one.words} ({one.count:,})") for one in self._streets]
        self.street.offer([(_ALL, self.tr("ทุกหมู่และซอย")), *offered])
        self.street.choose(held if held in dict(offered) else _ALL)

    def _asked_for(self, _: object) -> None:
        self._notices.say(
            "info", self.tr("ขอเลขใบแจ้งแล้ว"), self.tr("เลขมาถึงเองเมื่อเชื่อมต่อได้ แล้วกด F9 ทำใบแจ้ง ระหว่างนี้ทำงานอื่นต่อได้")
        )

    def _made(self, done: RunDone) -> None:
        said = counted(self.tr("ทำใบแจ้งแล้ว {made:,} ใบ รวม {sum} บาท"), done.made).format(
            made=done.made, sum=format_baht(done.satang)
        )
        left = (
            counted(self.tr("ยังเหลืออีก {left:,} ใบ กด F9 เพื่อทำต่อ"), done.left).format(left=done.left)
            if done.left
            else ""
        )
        self._notices.say("ready", said, left)
        self.count()

    def _kept(self, path: Path | None) -> None:
        if path is not None:
            self._notices.say("ready", self.tr("บันทึกใบแจ้งเป็น PDF แล้ว"), path.name)

    def _show(self) -> None:
        seen, busy = self.seen, self.work.is_busy
        self._place.setCurrentWidget(self._found if seen and seen.ready else self.nothing)
        self.make_button.setEnabled(seen is not None and seen.ready > 0 and self.due.day() is not None and not busy)
        for widget in (self.first, self.last, self.due):
            widget.setEnabled(not busy)
        for button in (self.print_button, self.keep_button):
            button.setEnabled(bool(self._streets) and not busy)
        self.make_button.say(self._deed(seen))
        if seen is None:
            self.nothing.say(self.tr("ใส่เดือนที่จะทำใบแจ้ง"), self.tr("เช่น พ.ย. 2569 หรือ 11/69 ไม่เกิน 36 เดือน"))
            return
        self.rows.show_rows(seen.moos)
        figures = {"count": seen.ready, "sum": format_baht(seen.satang), "months": days.months(seen.months)}
        self.ready.say(counted(self.tr("{count:,} ใบ รวม {sum} บาท"), seen.ready).format(**figures))
        self.rest.say(self._left_out(seen))
        lacking = counted(self.tr("ต้องใช้เลขอีก {count:,} เลข เครื่องนี้มี {held:,}"), seen.lacking)
        self.numbers.say(lacking.format(count=seen.lacking, held=seen.numbers_left) if seen.lacking else "")
        self.numbers.setVisible(bool(seen.lacking))
        self.nothing.say(
            self.tr("ไม่มีใบแจ้งต้องทำของ {months}").format(**figures), self._left_out(seen) or self.tr("ยังไม่มีบัญชีค่าขยะ")
        )

    def _deed(self, seen: Preview | None) -> str:
        if seen is not None and seen.lacking:
            return counted(self.tr("ขอเลขใบแจ้ง {count:,} เลข"), seen.ready).format(count=seen.ready)
        return (
            counted(self.tr("ทำใบแจ้ง {count:,} ใบ"), seen.ready).format(count=seen.ready)
            if seen
            else self.tr("ทำใบแจ้ง")
        )

    def _left_out(self, seen: Preview) -> str:
        parts = (
            (seen.billed, self.tr("ทำแล้ว {count:,}")),
            (seen.exempt, self.tr("ยกเว้น {count:,}")),
            (seen.stopped, self.tr("หยุดหรือยังไม่เริ่ม {count:,}")),
            (len(seen.unpriced), self.tr("ไม่มีอัตรา {count:,} บัญชี")),
        )
        return " · ".join(said.format(count=count) for count, said in parts if count)

    def _connect(self) -> None:
        for edit in (self.first, self.last):
            edit.textChanged.connect(lambda _: self.count())
        self.due.changed.connect(lambda _: self._show())
        self.make_button.clicked.connect(self.make)
        self.print_button.clicked.connect(self.print)
        self.keep_button.clicked.connect(self.keep)
        self.work.turned.connect(self._show)

        def group() -> str:
            return self.tr("ทำใบแจ้งค่าขยะ")

        self._keys.name("F9", lambda: self.tr("ทำใบแจ้งหรือขอเลข"), group=group)
        self._keys.name("Ctrl+P", lambda: self.tr("พิมพ์ใบแจ้ง"), group=group)
        self._keys.name("Ctrl+S", lambda: self.tr("ใบแจ้งเป็น PDF"), group=group)

    def _lay_out(self) -> None:
        left = Panel()
        left.setFixedWidth(440)
        left.body.addWidget(row(self.fields["first"], self.fields["last"]))
        left.body.addWidget(self.fields["due"])
        left.body.addWidget(self.fields["street"])
        left.body.addStretch(1)
        self._found = QWidget()
        right = QVBoxLayout(self._found)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(M)
        for widget in (self.ready, self.rest, self.numbers):
            right.addWidget(widget)
        right.addWidget(self.table, 1)
        self._place = QStackedWidget()
        self._place.addWidget(self.nothing)
        self._place.addWidget(self._found)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.print_button)
        foot.addWidget(self.keep_button)
        foot.addStretch(1)
        foot.addWidget(self.make_button)
        line = QHBoxLayout()
        line.setSpacing(L)
        line.addWidget(left)
        line.addWidget(self._place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, S, L, S)
        column.setSpacing(S)
        column.addLayout(line, 1)
        column.addWidget(self.work)
        column.addLayout(foot)
