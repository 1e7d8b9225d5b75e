"""แบบพิมพ์: choose the form, the register and the days; look at it; print it or take it into other programs."""

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.accounts.model import Person, Unit
from desktop.application import Office
from desktop.archive.model import Asked, Form
from desktop.office.changes import Changes
from desktop.office.dates import local_date
from desktop.office.secrecy import Secrecy
from desktop.sheets.model import Filed, Role
from ui.archive import words
from ui.archive.period import Period
from ui.kit.banner import ProgressPanel
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.field import Field
from ui.kit.files import ask_where, keep, safe_name
from ui.kit.inputs import ComboBox
from ui.kit.language import Speaks
from ui.kit.page_view import PageView
from ui.kit.panels import Panel
from ui.kit.tokens import L, S
from ui.notices import Notices
from ui.pdf_pages import pdf_pages
from ui.sheets.printing import SheetPrinting
from ui.work import LongTask, Worker

T = TypeVar("T")
FORM_WIDE = 340
CONCERNS = ("letter", "letter_registration", "letter_cancellation", "routing", "letter_storing", "letter_hold")


class FormsPage(Speaks, QWidget):
    """`shown` when pages are there."""

    shown = Signal(int)

    def __init__(
        self,
        office: Office,
        who: Person,
        worker: Worker,
        notices: Notices,
        printing: SheetPrinting,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self._who, self._worker, self._notices = office, who, worker, notices
        self._cleared = Secrecy.NORMAL
        self._printing = printing
        self._units: dict[str, str] = {}
        self._made: tuple[Asked, bytes] | None = None
        self.task: LongTask | None = None
        self.form, self.register = ComboBox(), ComboBox()
        self.form_field, self.register_field = Field("", self.form), Field("", self.register)
        self.period = Period(lambda: local_date(office.clock.now()))
        self.view = PageView(thumbs=False)
        self.look_button = SecondaryButton(key="F5")
        self.print_button = PrimaryButton(key="F9", icon_name="printer")
        self.pdf_button, self.xlsx_button = SecondaryButton(key="Ctrl+S"), SecondaryButton(key="Ctrl+E")
        self.csv_button = SecondaryButton()
        self._progress: ProgressPanel | None = None
        self._lay_out()
        self._connect()
        self.retranslate()
        self.setFocusProxy(self.form)

    def retranslate(self) -> None:
        self.form_field.say(self.tr("แบบ"))
        self.register_field.say(self.tr("ทะเบียน"))
        self.form.offer([(form.value, words.form_name(form)) for form in Form])
        self._offer_registers(self._registers())
        self.look_button.say(self.tr("ดูตัวอย่าง"))
        self.print_button.say(self.tr("พิมพ์"))
        self.pdf_button.say(self.tr("บันทึก PDF"))
        self.xlsx_button.say(self.tr("ส่งออก XLSX"))
        self.csv_button.say(self.tr("ส่งออก CSV"))
        self.view.empty.say(
            self.tr("ยังไม่ได้เปิดตัวอย่าง"),
            self.tr("เลือกแบบ ทะเบียน และช่วงวัน แล้วกด F5 หน้าที่จะพิมพ์ขึ้นตรงนี้"),
        )

    def changed(self, changes: Changes) -> None:
        """What was made before is out of date."""
        if changes.touches(*CONCERNS):
            self._made = None

    def refresh(self) -> None:
        """Reads which registers this desk holds."""
        office, who = self._office, self._who.id

        def read() -> tuple[Secrecy, tuple[str, ...], tuple[Unit, ...]]:
            cleared = office.register_reading.cleared(who)
            return cleared, office.register_reading.registers(cleared), office.account_queries.units()

        self._worker.run(read, owner=self, on_done=lambda found: self._known(*found), view="registers")

    def asked(self) -> Asked | None:
        """What the clerk chose, or None while it can't be printed."""
        days = self.period.days()
        if days is None or not self.register.value:
            return None
        return Asked(Form(self.form.value), self.register.value, *days, cleared=self._cleared)

    def look(self) -> None:
        """Makes the pages and shows them."""
        self._with_pdf(self._show)

    def print(self) -> None:
        """Sends the pages to the printer."""
        self._with_pdf(self._print)

    def _with_pdf(self, then: Callable[[bytes], object]) -> None:
        asked = self.asked()
        if asked is None:
            self.period.complain()
            return
        if self._made is not None and self._made[0] == asked:
            then(self._made[1])
            return

        def made(pdf: bytes) -> None:
            self._made = (asked, pdf)
            then(pdf)

        papers = self._office.papers
        self._long(self.tr("กำลังทำแบบพิมพ์"), lambda told, ended: papers.pdf(asked, told, ended), made)

    def _show(self, pdf: bytes) -> None:
        from desktop.paper.pages import page_sizes_mm

        def sized(sizes: tuple[tuple[float, float], ...]) -> None:
            self.view.show_pages(pdf_pages(pdf, sizes, self._worker, self))
            self.shown.emit(len(sizes))

        self._worker.run(lambda: page_sizes_mm(pdf), owner=self, on_done=sized, lane="render")

    def _print(self, pdf: bytes) -> None:
        """What somebody cleared prints may name secret papers: nothing of it is kept here."""
        kind = "register" if self._cleared is Secrecy.NORMAL else "secret"
        label = f"{self.form.currentText()} {self.register.currentText()}"
        self._show(pdf)
        self._printing.print_file(kind, label, None, lambda: Filed(kind, label, pdf, role=Role.PILE))

    def keep_pdf(self) -> None:
        path = self._where(".pdf", "PDF (*.pdf)")
        if path is not None:
            self._with_pdf(lambda pdf: self._worker.run(lambda: keep(pdf, path), owner=self, on_done=self._kept))

    def keep_table(self, ending: str) -> None:
        """XLSX or CSV by the ending, which bears its dot."""
        asked, papers = self.asked(), self._office.papers
        if asked is None:
            self.period.complain()
            return
        path = self._where(ending, f"{ending[1:].upper()} (*{ending})")
        if path is not None:
            make = papers.xlsx if ending == ".xlsx" else papers.csv
            title = self.tr("กำลังทำตาราง")
            self._long(title, lambda told, ended: keep(make(asked, told, ended), path), self._kept)

    def _where(self, ending: str, kinds: str) -> Path | None:
        if self.asked() is None:
            self.period.complain()
            return None
        return ask_where(self, self.tr("บันทึกแบบพิมพ์"), self._name() + ending, kinds)

    def _name(self) -> str:
        asked = self.asked()
        if asked is None:
            return "form"
        days = asked.first.isoformat() if asked.first == asked.last else f"{asked.first}-{asked.last}"
        return safe_name(f"{asked.form.value}-{asked.register.split('/')[0]}-{days}")

    def _kept(self, path: Path) -> None:
        self._notices.say("ready", self.tr("บันทึกไฟล์แล้ว"), str(path))

    def _long(
        self, title: str, work: Callable[[Callable[[int, int], None], Event], T], done: Callable[[T], None]
    ) -> None:
        """One at a time, with progress and a way to stop it."""
        if self.task is not None:
            return
        self.task = self._worker.long(title, work, owner=self, on_done=done)
        self._progress = ProgressPanel(title)
        self._progress.cancelled.connect(self.task.stop)
        self.task.progressed.connect(self._progress.show_progress)
        self.task.ended.connect(self._over)
        self._place.addWidget(self._progress)
        self._progress.take_keyboard()
        self._allow(False)

    def _over(self) -> None:
        self.task = None
        self._allow(True)
        if self._progress is not None:
            self._progress.leave(self)
            self._progress = None

    def _allow(self, may: bool) -> None:
        for button in (self.look_button, self.print_button, self.pdf_button, self.xlsx_button, self.csv_button):
            button.setEnabled(may)
        slips = self.form.value == Form.SLIPS
        for button in (self.xlsx_button, self.csv_button):
            button.setEnabled(may and not slips)

    def _known(self, cleared: Secrecy, registers: tuple[str, ...], units: tuple[Unit, ...]) -> None:
        self._cleared = cleared
        self._units = {unit.id.hex(): unit.short_th for unit in units}
        self._offer_registers(registers)

    def _registers(self) -> list[str]:
        return [str(self.register.itemData(place)) for place in range(self.register.count())]

    def _offer_registers(self, registers: Iterable[str]) -> None:
        units = self._units
        self.register.offer(
            [(key, words.register_name(key, units.get(key.partition("/")[2], ""))) for key in registers]
        )

    def _connect(self) -> None:
        self.look_button.clicked.connect(self.look)
        self.print_button.clicked.connect(self.print)
        self.pdf_button.clicked.connect(self.keep_pdf)
        self.xlsx_button.clicked.connect(lambda: self.keep_table(".xlsx"))
        self.csv_button.clicked.connect(lambda: self.keep_table(".csv"))
        self.form.chosen.connect(lambda _: self._allow(self.task is None))

    def _lay_out(self) -> None:
        panel = Panel()
        panel.setFixedWidth(FORM_WIDE)
        for widget in (self.form_field, self.register_field, self.period):
            panel.body.addWidget(widget)
        self._place = QVBoxLayout()
        panel.body.addLayout(self._place)
        panel.body.addStretch(1)
        tables = QHBoxLayout()
        tables.setSpacing(S)
        for button in (self.xlsx_button, self.csv_button):
            tables.addWidget(button)
        tables.addStretch(1)
        papers = QHBoxLayout()
        papers.setSpacing(S)
        papers.addWidget(self.pdf_button)
        papers.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.look_button)
        foot.addStretch(1)
        foot.addWidget(self.print_button)
        for line in (tables, papers, foot):
            panel.body.addLayout(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(L)
        row.addWidget(panel)
        row.addWidget(self.view, 1)
