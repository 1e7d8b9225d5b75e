"""ใบนำส่งเงิน: a day's slips at the left, the paper of the chosen one at the right; the treasury takes the money here."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.cashier.shift_model import Loose, MoneyDay, Slip
from desktop.cashier.shift_rules import MAY_RECEIVE
from desktop.office.changes import Changes
from desktop.office.dates import local_date, thai_date
from desktop.office.money import format_baht
from desktop.sheets.model import Filed
from ui.cashier.shift_panel import day_words
from ui.cashier.shift_receiving import ReceiveForm
from ui.cashier.shift_rows import slip_rows
from ui.kit import files
from ui.kit.buttons import IconButton, PrimaryButton, SecondaryButton
from ui.kit.counted import counted
from ui.kit.double_press import Moment
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.page_source import Pages
from ui.kit.page_view import PageView
from ui.kit.panels import EmptyState, scrolling, side_by_side
from ui.kit.table import TableView
from ui.kit.thai_label import ThaiLabel, label
from ui.kit.tokens import L, S
from ui.notices import Notices
from ui.pdf_pages import pdf_pages
from ui.sheets.printing import SheetPrinting
from ui.work import Worker

_PAPER_WIDE, _LIST_LEAST, _LIST_ASKED = 440, 160, 120
_SHIFT = "shift"
_TABLES = ("shift_close", "shift_span", "remittance_received", "money_day", "money_day_slip", "receipt", "receipt_void")


class RemittancesScreen(Speaks, QWidget):
    def __init__(
        self,
        office: Office,
        who: Person,
        worker: Worker,
        notices: Notices,
        printing: SheetPrinting,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self._who, self._worker, self._notices = office, who, worker, notices
        self._printing, self._language = printing, language
        self.day = office.shifts.today
        self.found: MoneyDay | None = None
        self._wanted: bytes | None = None
        self._busy = False
        self._asked, self._day_asked = Moment(), date.min
        self.before, self.after = IconButton("page-prev"), IconButton("page-next")
        self.name, self.count, self.sum = label(strong=True), label(ink="soft"), label(size="title")
        self.rows = slip_rows()
        self.table: TableView[Slip] = TableView()
        self.table.show_model(self.rows)
        self.told, self.receiving = ThaiLabel(ink="attention"), ReceiveForm()
        self.paper, self.nothing, self._list = PageView(), EmptyState("receipt"), QStackedWidget()
        self.print_button = PrimaryButton(key="F9", icon_name="printer")
        self.receive_button, self.close_button = SecondaryButton(key="F7"), SecondaryButton(key="F8")
        self.keep_button, self.summary_button = SecondaryButton(key="Ctrl+S"), SecondaryButton(key="Ctrl+U")
        self.export_button, self.print_summary_button = SecondaryButton(key="Ctrl+E"), SecondaryButton(key="Ctrl+P")
        self._keys = Keys(self)
        self._bind_keys()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.retranslate()
        self.refresh()

    def retranslate(self) -> None:
        self.before.say(self.tr("วันก่อน"))
        self.after.say(self.tr("วันถัดไป"))
        self.table.setAccessibleName(self.tr("ใบนำส่งของวัน"))
        self.print_button.say(self.tr("พิมพ์ใบนำส่ง"))
        self.receive_button.say(self.tr("รับเงิน"))
        self.close_button.say(self.tr("ปิดยอดวัน"))
        self.keep_button.say(self.tr("บันทึก PDF"))
        self.summary_button.say(self.tr("สรุปของวัน"))
        self.print_summary_button.say(self.tr("พิมพ์สรุป"))
        self.export_button.say(self.tr("ส่งออก e-LAAS"))
        self.nothing.say(self.tr("ไม่มีใบนำส่งของวันนี้"), self.tr("เมื่อเคาน์เตอร์ปิดกะ ใบนำส่งจะมาอยู่ที่นี่ พร้อมยอดรวมของวัน"))
        self.paper.empty.say(self.tr("เลือกใบนำส่งเพื่อดู"), self.tr("ใบนำส่งจะแสดงที่นี่เหมือนที่พิมพ์"))
        self._say_day()

    def show_slip(self, slip: Slip) -> None:
        """Goes to the slip's day and chooses it."""
        self._wanted = slip.shift.id
        self.day = local_date(slip.shift.closing.closed_at) if slip.shift.closing else self._office.shifts.today
        self.refresh()

    def changed(self, changes: Changes) -> None:
        if changes.touches(*_TABLES):
            self.refresh()

    def refresh(self) -> None:
        """Reads the day again in the background; the choice stays."""
        day, shifts = self.day, self._office.shifts

        def loaded(found: MoneyDay) -> None:
            if found.day == self.day:
                self._loaded(found)

        self._worker.run(lambda: shifts.day(day), owner=self, on_done=loaded, view="rows")

    def turn(self, days: int) -> None:
        """To another day, never past today."""
        wanted = min(self.day + timedelta(days=days), self._office.shifts.today)
        if wanted != self.day:
            self.day = wanted
            self.refresh()

    def print(self) -> None:
        """Sends the chosen slip to the clerk's printer."""
        slip, shifts, day = self.table.current(), self._office.shifts, thai_date(self.day, "short", "arabic")
        if slip is not None:
            shift = slip.shift
            label = f"ใบนำส่งเงิน {shift.counter} {day}"
            self._printing.print_file(
                _SHIFT,
                label,
                shift.id,
                lambda: Filed(_SHIFT, label, shifts.slip_pdf(shift.id), document=shift.id, numbered=True),
            )

    def print_summary(self) -> None:
        """Sends the day's summary to the clerk's printer."""
        day, shifts = self.day, self._office.shifts
        label = f"สรุปใบนำส่งเงิน {thai_date(day, 'short', 'arabic')}"
        self._printing.print_file(_SHIFT, label, None, lambda: Filed(_SHIFT, label, shifts.day_pdf(day)))

    def keep(self) -> None:
        slip, shifts = self.table.current(), self._office.shifts
        if slip is not None:
            self._keep(f"remittance-{slip.shift.counter}-{self.day}.pdf", lambda: shifts.slip_pdf(slip.shift.id))

    def keep_summary(self) -> None:
        day, shifts = self.day, self._office.shifts
        self._keep(f"remittances-{day}.pdf", lambda: shifts.day_pdf(day))

    def export(self) -> None:
        """The day's receipts for the accounting system: XLSX, or CSV where the name says so."""
        day, office = self.day, self._office
        kinds = "XLSX (*.xlsx);;CSV (*.csv)"
        path = files.ask_where(self, self.tr("ส่งออกรายการใบเสร็จของวัน"), f"e-laas-{day}.xlsx", kinds)
        if path is not None:
            self._do(lambda: files.keep(office.money_export(day, csv=path.suffix == ".csv"), path), self._kept)

    def ask_receive(self) -> None:
        slip = self.table.current()
        if slip is not None and slip.shift.received is None:
            self.receiving.ask(slip)

    def receive(self) -> None:
        slip, form = self.receiving.slip, self.receiving
        if slip is None:
            return
        satang, words = form.money.satang() or 0, form.words.value
        acting = self._office.shifts.acting(self._who)
        self._do(lambda: acting.receive(slip.shift.id, satang, words), lambda _: self._received())

    def close_day(self) -> None:
        """At the second press: what is closed stays closed."""
        if self._day_asked != self.day:
            self._day_asked = self.day
            self._asked.now()
            self._say_day()
            return
        if self._asked.is_just:
            return
        acting, day = self._office.shifts.acting(self._who), self.day
        words = self.tr("ปิดยอดวันแล้ว ใบนำส่งที่มาทีหลังอยู่ในวันถัดไป")
        self._do(
            lambda: acting.close_day(day), lambda _: self._notices.say("ready", words, day_words(day, self._language()))
        )

    def _received(self) -> None:
        self.receiving.hide()
        self.table.setFocus()

    def _keep(self, name: str, make: Callable[[], bytes]) -> None:
        path = files.ask_where(self, self.tr("บันทึก PDF"), name, "PDF (*.pdf)")
        if path is not None:
            self._do(lambda: files.keep(make(), path), self._kept)

    def _kept(self, path: Path) -> None:
        self._notices.say("ready", self.tr("บันทึกแล้ว"), path.name)

    def _do(self, act: Callable[[], object], done: Callable[..., object]) -> None:
        """Behind the screen; a second press while it goes on does nothing."""
        if self._busy:
            return
        self._busy = True

        def ended(result: object) -> None:
            self._busy = False
            done(result)
            self.refresh()

        def failed(error: Exception) -> None:
            self._busy = False
            self._notices.failed(error)

        self._worker.run(act, owner=self, on_done=ended, on_failed=failed)

    def _loaded(self, found: MoneyDay) -> None:
        if found != self.found:
            self.found, self._day_asked = found, date.min
        self.rows.show_rows(found.slips)
        self._list.setCurrentWidget(self.table if found.slips else self.nothing)
        place = self.rows.place_of(self._wanted) if self._wanted else None
        if place is not None:
            self.table.choose(place)
            self._wanted = None
        elif found.slips and self.table.current() is None:
            self.table.choose(0)
        self._say_day()
        self._choose(self.table.current() if found.slips else None)

    def _say_day(self) -> None:
        found, today = self.found, self._office.shifts.today
        self.after.setEnabled(self.day < today)
        head = self.tr("วันนี้") + " · " if self.day == today else ""
        self.name.setText(head + day_words(self.day, self._language()))
        if found is None:
            return
        closed = self.tr("ปิดยอดแล้ว") if found.closed_by_name else self.tr("ยังไม่ปิดยอด")
        self.count.setText(
            counted(self.tr("{count} ใบ"), len(found.slips)).format(count=len(found.slips)) + " · " + closed
        )
        self.sum.setText(self.tr("{sum} บาท").format(sum=format_baht(found.total_satang)))
        self._tell(found)
        self.close_button.setEnabled(self._may and not found.closed_by_name)

    def _tell(self, found: MoneyDay) -> None:
        """Whether the day is to be closed, once that was wanted; else what was given twice, or what no slip has."""
        again = [one for one in found.loose if one.what is Loose.AGAIN]
        loose = [one for one in found.loose if one.what is not Loose.AGAIN]
        count, satang = sum(one.number for one in loose), sum(one.satang for one in loose)
        words = counted(self.tr("มีใบเสร็จ {count} ใบ {sum} บาท ที่ยังไม่มีใบนำส่ง จะอยู่ในใบถัดไป"), count) if loose else ""
        if found.given_again or again:
            count = len(found.given_again) + sum(one.number for one in again)
            satang = sum(one.total_satang for one in found.given_again) + sum(one.satang for one in again)
            words = self.tr("คืนเงินซ้ำ {count} ใบ {sum} บาท ต้องเรียกคืนหรือชดใช้ ใบนำส่งบอกว่าใคร เคาน์เตอร์ไหน เมื่อไร")
        if self._day_asked == self.day:
            count, satang = len(found.slips), found.total_satang
            words = self.tr("ปิดยอดวันนี้ที่ {count} ใบ {sum} บาท แล้วเปิดอีกไม่ได้ ถ้าถูกต้อง กด F8 อีกครั้ง")
        self.told.say(words.format(count=count, sum=format_baht(satang)))
        self.told.setVisible(bool(words))

    @property
    def _may(self) -> bool:
        return self._who.role in MAY_RECEIVE

    def _choose(self, slip: Slip | None) -> None:
        for button in (self.print_button, self.keep_button):
            button.setEnabled(slip is not None)
        self.receive_button.setEnabled(self._may and slip is not None and slip.shift.received is None)
        if slip is None or self.receiving.slip is None or self.receiving.slip.shift.id != slip.shift.id:
            self.receiving.hide()
        if slip is None:
            self.paper.show_pages(None)
            return
        office, worker = self._office, self._worker

        def make() -> Pages:
            from desktop.paper.pages import page_sizes_mm

            pdf = office.shifts.slip_pdf(slip.shift.id)
            return pdf_pages(pdf, page_sizes_mm(pdf), worker, self)

        def made(pages: Pages) -> None:
            if self.table.current() == slip:
                self.paper.show_pages(pages)

        worker.run(make, owner=self, on_done=made, lane="render")

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))
        self.table.chosen.connect(self._choose)
        self.receiving.done.connect(self.receive)
        self.receiving.left.connect(self._received)
        for button, deed in (
            (self.print_button, self.print),
            (self.receive_button, self.ask_receive),
            (self.close_button, self.close_day),
            (self.keep_button, self.keep),
            (self.summary_button, self.keep_summary),
            (self.print_summary_button, self.print_summary),
            (self.export_button, self.export),
        ):
            button.clicked.connect(deed)

    def _bind_keys(self) -> None:
        def group() -> str:
            return self.tr("ใบนำส่งเงิน")

        name, add = self._keys.name, self._keys.add
        name("J", lambda: self.tr("ใบถัดไป"), group=group, hint=True)
        name("K", lambda: self.tr("ใบก่อน"), group=group, hint=True)
        add("Ctrl+Left", lambda: self.tr("วันก่อน"), lambda: self.turn(-1), group=group, hint=True)
        add("Ctrl+Right", lambda: self.tr("วันถัดไป"), lambda: self.turn(1), group=group, hint=True)
        name("F7", lambda: self.tr("รับเงิน"), group=group)
        name("F8", lambda: self.tr("ปิดยอดวัน"), group=group)
        name("F9", lambda: self.tr("พิมพ์ใบนำส่ง"), group=group)
        name("Ctrl+S", lambda: self.tr("บันทึก PDF"), group=group)
        name("Ctrl+U", lambda: self.tr("สรุปของวัน"), group=group)
        name("Ctrl+P", lambda: self.tr("พิมพ์สรุป"), group=group)
        name("Ctrl+E", lambda: self.tr("ส่งออก e-LAAS"), group=group)

    def _lay_out(self) -> None:
        self._list.addWidget(self.nothing)
        self._list.addWidget(self.table)
        left, inside = QVBoxLayout(), QWidget()
        left.setSpacing(S)
        left.addLayout(side_by_side(self.before, self.after, self.name, None, self.count, self.sum))
        self._list.setMinimumHeight(_LIST_LEAST)
        asked = QVBoxLayout(inside)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(S)
        asked.addWidget(self._list, 1)
        asked.addWidget(self.told)
        asked.addWidget(self.receiving)
        left.addWidget(scrolling(inside), 1)
        of_day = (self.receive_button, self.close_button, self.export_button, None)
        of_day_too = self._resting(of_day, (self.summary_button, self.print_summary_button, None))
        left.addWidget(of_day_too)
        left.addWidget(HintBar(self._keys))
        self.receiving.asking.connect(lambda asked: self._make_room(of_day_too, asked))
        right = QVBoxLayout()
        right.setSpacing(S)
        right.addWidget(self.paper, 1)
        right.addWidget(self._resting((self.keep_button, None, self.print_button)))
        self.paper.setMinimumWidth(_PAPER_WIDE)
        line = QHBoxLayout(self)
        line.setContentsMargins(L, S, L, S)
        line.setSpacing(L)
        line.addLayout(left, 5)
        line.addLayout(right, 4)

    def _make_room(self, of_day: QWidget, asked: bool) -> None:
        """On a low screen too, what is asked stands whole with its button: it has the place of what rests."""
        of_day.setHidden(asked)
        self._list.setMinimumHeight(_LIST_ASKED if asked else _LIST_LEAST)

    def _resting(self, *rows: tuple[QWidget | None, ...]) -> QWidget:
        """Lines of buttons that rest while money is received."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for row in rows:
            column.addLayout(side_by_side(*row))
        self.receiving.asking.connect(holder.setDisabled)
        return holder
