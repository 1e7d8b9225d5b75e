"""What is owed for waste: house by house, summed by หมู่, street, month and age; lists and letters for the collector."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.office.changes import Changes
from desktop.office.dates import thai_date
from desktop.office.money import format_baht
from desktop.paper.many import Stopped
from desktop.sheets.model import Filed, Role
from desktop.waste.arrears import street_key
from desktop.waste.model import Arrears, Group, Owing
from ui.kit import files
from ui.kit.buttons import SecondaryButton
from ui.kit.counted import counted
from ui.kit.inputs import ComboBox
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState
from ui.kit.segmented import Segmented
from ui.kit.table import TableView
from ui.kit.thai_label import label
from ui.kit.tokens import L, S
from ui.notices import Notices
from ui.sheets.printing import SheetPrinting
from ui.waste import words
from ui.waste.accounts_screen import TABLES
from ui.waste.long_work import LongWork
from ui.waste.presenter import WastePresenter
from ui.waste.rows import group_rows, owing_rows
from ui.work import Worker

MOST = 400
DAYS_TO_PAY = 15
_ALL, _BY = "-", ("moo", "soi", "month", "age")
Made = Callable[[Callable[[int, int], object], Event], bytes]


class ArrearsScreen(Speaks, QWidget):
    """`house_wanted` brings the words by which a house is found among the accounts."""

    house_wanted = Signal(str)

    def __init__(self, presenter: WastePresenter, worker: Worker, notices: Notices, printing: SheetPrinting) -> None:
        super().__init__()
        self.presenter, self._worker, self._notices, self._printing = presenter, worker, notices, printing
        self.found: Arrears | None = None
        self.street, self.by, self.sums = ComboBox(), Segmented([(key, "") for key in _BY]), label(strong=True)
        self.rows, self.group_rows = owing_rows(), group_rows(lambda: self.tr("จำนวน"), self._group)
        self.table: TableView[Owing] = TableView()
        self.table.show_model(self.rows)
        self.groups: TableView[Group] = TableView(compact=True)
        self.groups.show_model(self.group_rows)
        self.nothing = EmptyState("check")
        self.list_button, self.letters_button = SecondaryButton(), SecondaryButton()
        self.sheet_button = SecondaryButton(key="Ctrl+E", icon_name="register")
        self.print_list_button = SecondaryButton(key="Ctrl+P", icon_name="printer")
        self.print_letters_button = SecondaryButton(key="Ctrl+L", icon_name="printer")
        self._buttons = (
            self.print_list_button, self.print_letters_button, self.list_button, self.letters_button, self.sheet_button,
        )  # fmt: skip
        self.work = LongWork(worker, notices.failed)
        self._keys = Keys(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.retranslate()
        self.refresh()

    def retranslate(self) -> None:
        self.street.setAccessibleName(self.tr("หมู่/ซอย"))
        self.by.setAccessibleName(self.tr("รวมยอดตาม"))
        names = (self.tr("หมู่"), self.tr("ซอย"), self.tr("เดือน"), self.tr("อายุ"))
        self.by.offer(list(zip(_BY, names, strict=True)))
        self.table.setAccessibleName(self.tr("บ้านที่ค้างชำระ"))
        self.groups.setAccessibleName(self.tr("ยอดรวม"))
        self.print_list_button.say(self.tr("พิมพ์รายชื่อเดินเก็บ"))
        self.print_letters_button.say(self.tr("พิมพ์หนังสือเตือน"))
        self.list_button.say(self.tr("รายชื่อเป็น PDF"))
        self.sheet_button.say(self.tr("Excel"))
        self.letters_button.say(self.tr("หนังสือเตือนเป็น PDF"))
        self.nothing.say(self.tr("ไม่มีใครค้างชำระ"), self.tr("ใบแจ้งที่เลยวันชำระและยังไม่มีใบเสร็จจะอยู่ที่นี่ เรียงตามทางเดินเก็บ"))
        self.rows.retitle()
        self.group_rows.retitle()
        self._offer_streets()
        self._show()

    def changed(self, changes: Changes) -> None:
        if changes.touches(*TABLES):
            self.refresh()

    def refresh(self) -> None:
        self._worker.run(self.presenter.office.waste.arrears, owner=self, on_done=self._loaded, view="rows")

    def keep_list(self) -> None:
        """The list with which the collector walks, as PDF."""
        self._keep(self._list(), "waste-arrears.pdf", "PDF (*.pdf)")

    def print_list(self) -> None:
        self._print("register", f"รายชื่อเดินเก็บค่าขยะ {self._day()}", self._list(), Role.PAGE)

    def print_letters(self) -> None:
        """A letter for each house of the list, as one job whose sheets are counted."""
        self._print("reminder", f"หนังสือเตือนค่าขยะ {self._day()}", self._letters(), Role.PILE)

    def keep_sheet(self) -> None:
        found, papers = self._chosen(), self.presenter.office.waste.papers
        self._keep(
            lambda told, ended: papers.collecting_xlsx(found, told, ended), "waste-arrears.xlsx", "Excel (*.xlsx)"
        )

    def keep_letters(self) -> None:
        """A letter for each house of the list."""
        self._keep(self._letters(), "waste-reminders.pdf", "PDF (*.pdf)")

    def _list(self) -> Made:
        found, papers = self._chosen(), self.presenter.office.waste.papers
        return lambda told, ended: papers.collecting_pdf(found, told, ended)

    def _letters(self) -> Made:
        found, waste = self._chosen(), self.presenter.office.waste
        until = waste.today + timedelta(days=DAYS_TO_PAY)
        return lambda told, ended: waste.papers.reminders(found, until, told, ended)

    def _day(self) -> str:
        return thai_date(self.presenter.office.waste.today, "short", "arabic")

    def _print(self, kind: str, label: str, make: Made, role: Role) -> None:
        if self.work.is_busy or not self.rows.rowCount():
            return

        def act(progress: Callable[[int, int], None], ended: Event) -> bytes | None:
            try:
                return make(progress, ended)
            except Stopped:
                return None

        def made(pdf: bytes | None) -> None:
            if pdf is not None:
                self._printing.print_file(kind, label, None, lambda: Filed(kind, label, pdf, role=role))

        self.work.begin(self.tr("กำลังทำรายการค้างชำระ"), act, made)

    def _keep(self, make: Made, name: str, kinds: str) -> None:
        if self.work.is_busy or not self.rows.rowCount():
            return
        path = files.ask_where(self, self.tr("บันทึกรายการค้างชำระ"), name, kinds)
        if path is None:
            return

        def act(progress: Callable[[int, int], None], ended: Event) -> Path | None:
            try:
                return files.keep(make(progress, ended), path)
            except Stopped:
                return None

        self.work.begin(self.tr("กำลังทำรายการค้างชำระ"), act, self._kept)

    def _kept(self, path: Path | None) -> None:
        if path is not None:
            self._notices.say("ready", self.tr("บันทึกแล้ว"), path.name)

    def _loaded(self, found: Arrears) -> None:
        self.found = found
        self._offer_streets()
        self._show()

    def _offer_streets(self) -> None:
        held, streets = self.street.value, self.found.by_soi if self.found else ()
        offered = [(one.key, f"{one.words} ({one.count:,})") for one in streets]
        self.street.offer([(_ALL, self.tr("ทุกหมู่และซอย")), *offered])
        self.street.choose(held if held in dict(offered) else _ALL)

    def _chosen(self) -> Arrears:
        """What is shown: everything, or one street of it."""
        assert self.found is not None
        if self.street.value in ("", _ALL):
            return self.found
        owing = tuple(one for one in self.found.owing if street_key(one.account) == self.street.value)
        return replace(self.found, owing=owing)

    def _show(self) -> None:
        found = self._chosen() if self.found is not None else None
        owing = found.owing if found else ()
        self.rows.show_rows(owing[:MOST])
        self._place.setCurrentWidget(self._work if owing else self.nothing)
        if owing and self.table.current() is None:
            self.table.choose(0)
        for button in self._buttons:
            button.setEnabled(bool(owing) and not self.work.is_busy)
        months = sum(len(one.bills) for one in owing)
        figures = {"houses": len(owing), "months": months, "sum": format_baht(found.satang if found else 0)}
        said = counted(self.tr("ค้าง {houses:,} หลัง {months:,} เดือน รวม {sum} บาท"), len(owing))
        self.sums.setText(said.format(**figures))
        self._show_groups()

    def _show_groups(self) -> None:
        found = self.found
        if found is not None:
            by = {"moo": found.by_moo, "soi": found.by_soi, "month": found.by_month, "age": found.by_age}
            self.group_rows.show_rows(by[self.by.value or "moo"])

    def _group(self, one: Group) -> str:
        return words.group(self.by.value, one)

    def _connect(self) -> None:
        self.street.chosen.connect(lambda _: self._show())
        self.by.chosen.connect(lambda _: self._show_groups())
        self.list_button.clicked.connect(self.keep_list)
        self.print_list_button.clicked.connect(self.print_list)
        self.print_letters_button.clicked.connect(self.print_letters)
        self.sheet_button.clicked.connect(self.keep_sheet)
        self.letters_button.clicked.connect(self.keep_letters)
        self.work.turned.connect(self._show)
        self.table.opened.connect(lambda one: self.house_wanted.emit(one.account.place.house_no) if one else None)

        def group() -> str:
            return self.tr("ค้างชำระค่าขยะ")

        for key, said in (
            ("Ctrl+P", lambda: self.tr("พิมพ์รายชื่อเดินเก็บ")),
            ("Ctrl+E", lambda: self.tr("เป็น Excel")),
            ("Ctrl+L", lambda: self.tr("พิมพ์หนังสือเตือน")),
        ):
            self._keys.name(key, said, group=group)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(self.street)
        head.addWidget(self.sums, 1)
        right = QVBoxLayout()
        right.setSpacing(S)
        right.addWidget(self.by)
        right.addWidget(self.groups, 1)
        side = QWidget()
        side.setFixedWidth(380)
        side.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        self._work = QWidget()
        inner = QHBoxLayout(self._work)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(L)
        inner.addWidget(self.table, 1)
        inner.addWidget(side)
        self._place = QStackedWidget()
        self._place.addWidget(self.nothing)
        self._place.addWidget(self._work)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        for button in self._buttons:
            foot.addWidget(button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, S, L, S)
        column.setSpacing(S)
        column.addLayout(head)
        column.addWidget(self._place, 1)
        column.addWidget(self.work)
        column.addLayout(foot)
