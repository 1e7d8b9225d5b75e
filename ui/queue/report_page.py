"""One day of the queue in figures: how long people waited, how many each counter served."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.office.dates import local_date
from desktop.queue.rules import DayReport, PlaceDay
from ui.kit.columns import RIGHT, Column
from ui.kit.date_edit import ThaiDateEdit
from ui.kit.field import Field
from ui.kit.language import Speaks
from ui.kit.panels import Panel
from ui.kit.rows import RowsModel
from ui.kit.table import TableView
from ui.kit.thai_label import ThaiLabel, label
from ui.kit.tokens import XS, L, M, S
from ui.queue import words
from ui.queue.link import QueueLink


class ReportPage(Speaks, QWidget):
    """Read anew when it is shown and when its day changes."""

    def __init__(self, link: QueueLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self.report: DayReport | None = None
        self.day = ThaiDateEdit(today=self._today)
        self._day_field = Field("", self.day)
        self._figures = [_Figure() for _ in range(6)]
        self.note = ThaiLabel(ink="soft", size="small")
        self.rows = self._columns()
        self.table: TableView[PlaceDay] = TableView()
        self.table.show_model(self.rows)
        self._lay_out()
        self.day.changed.connect(self._look)
        self.setFocusProxy(self.day)
        self.retranslate()

    def retranslate(self) -> None:
        self._day_field.say(self.tr("วันที่"))
        self.table.setAccessibleName(self.tr("แต่ละช่อง"))
        self.rows.retitle()
        self._show()

    def refresh(self) -> None:
        """The day that stands there, else today."""
        if self.day.day() is None:
            self.day.set_day(self._today())
        self._look(self.day.day())

    def _today(self) -> date:
        return local_date(self._link.now())

    def _look(self, day: date | None) -> None:
        if day is not None:
            self._link.do(lambda acts: acts.report(day), self._read)

    def _read(self, report: DayReport) -> None:
        self.report = report
        self._show()

    def _show(self) -> None:
        report = self.report or DayReport("", 0, 0, 0, 0, 0, None, None, None, ())
        told = (
            (self.tr("บัตรทั้งหมด"), f"{report.taken:,}"),
            (self.tr("รับบริการแล้ว"), f"{report.served:,}"),
            (self.tr("ไม่มา"), f"{report.no_show:,}"),
            (self.tr("รอ ครึ่งหนึ่งไม่เกิน"), words.length(report.waiting_p50)),
            (self.tr("รอ 9 ใน 10 ไม่เกิน"), words.length(report.waiting_p90)),
            (self.tr("บริการ ครึ่งหนึ่งไม่เกิน"), words.length(report.serving_p50)),
        )
        for figure, (name, value) in zip(self._figures, told, strict=True):
            figure.tell(name, value)
        self.note.say(self._note_words(report))
        self.rows.show_rows(report.places)

    def _note_words(self, report: DayReport) -> str:
        if not report.taken:
            return self.tr("วันนี้ยังไม่มีบัตรคิว ตัวเลขจะขึ้นเมื่อมีผู้รับบัตร เวลาเป็นนาที:วินาที")
        said = self.tr("ยังไม่จบ {left} · เรียกจากกระดาษ {hand} · เวลาเป็นนาที:วินาที")
        return said.format(left=report.left, hand=report.by_hand)

    def _columns(self) -> RowsModel[PlaceDay]:
        columns = (
            Column[PlaceDay](lambda: self.tr("ช่อง"), _place, 140, stretch=True, strong=True),
            Column[PlaceDay](lambda: self.tr("รับบริการแล้ว"), lambda one: f"{one.served:,}", 150, RIGHT),
            Column[PlaceDay](lambda: self.tr("ไม่มา"), lambda one: f"{one.no_show:,}", 110, RIGHT),
            Column[PlaceDay](
                lambda: self.tr("บริการ ครึ่งหนึ่งไม่เกิน"), lambda one: words.length(one.serving_p50), 200, RIGHT
            ),
        )
        return RowsModel(columns, lambda one: one.place, self)

    def _lay_out(self) -> None:
        self._day_field.setFixedWidth(200)
        figures = QHBoxLayout()
        figures.setSpacing(M)
        for figure in self._figures:
            figures.addWidget(figure, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S, 0, 0)
        column.setSpacing(L)
        column.addWidget(self._day_field)
        column.addLayout(figures)
        column.addWidget(self.note)
        column.addWidget(self.table, 1)


def _place(one: PlaceDay) -> str:
    return words.counter(one.place)


class _Figure(Panel):
    """A figure with its name above it."""

    def __init__(self) -> None:
        super().__init__(padding=M)
        self._name, self._value = label(ink="soft", size="small"), label(size="title", strong=True)
        self.body.setSpacing(XS)
        self.body.addWidget(self._name)
        self.body.addWidget(self._value)

    def tell(self, name: str, value: str) -> None:
        self._name.setText(name)
        self._value.setText(value)
        self.setAccessibleName(f"{name} {value}")
