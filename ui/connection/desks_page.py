"""เครื่องที่ยังส่งไม่ครบ: every desk of the office as the centre last heard it, those that need help first."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.office.clock import Clock
from desktop.office.desk_report import DeskReport, by_worry, worries
from desktop.office.errors import OfficeError
from ui.connection import words
from ui.connection.words import translate
from ui.kit.buttons import SecondaryButton
from ui.kit.chips import Badge
from ui.kit.columns import RIGHT, Column
from ui.kit.counted import counted
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState
from ui.kit.rows import RowsModel
from ui.kit.table import TableView
from ui.kit.thai_label import ThaiLabel, label
from ui.kit.tokens import M, S
from ui.work import Worker


class DesksPage(Speaks, QWidget):
    """`ask` asks the centre and may block; None for a desk without a line. `language` for the words of a failure."""

    def __init__(
        self,
        ask: Callable[[], Sequence[DeskReport]] | None,
        worker: Worker,
        clock: Clock,
        language: Callable[[], str],
        failed: Callable[[Exception], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ask, self._worker, self._clock, self._language = ask, worker, clock, language
        self._tell_failure = failed
        self._failure: OfficeError | None = None
        self._reports: list[DeskReport] | None = None
        self.rows = self._make_rows()
        self.table: TableView[DeskReport] = TableView()
        self.table.show_model(self.rows)
        self.summary, self.advice = label(strong=True), ThaiLabel(ink="soft")
        self._nothing, self._list = EmptyState("people"), QStackedWidget()
        self.button = SecondaryButton(key="F5", icon_name="refresh")
        self.button.clicked.connect(self.refresh)
        self.table.chosen.connect(self._choose)
        self._lay_out()
        self.setFocusProxy(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("เครื่องของสำนักงาน"))
        self.button.say(self.tr("ดูใหม่"))
        self._say_nothing()
        if self._reports is not None:
            self._show(self._reports)

    def refresh(self) -> None:
        """Asks the centre again; what was shown stays until the answer comes."""
        if self._ask is not None:
            self._worker.run(self._ask, owner=self, on_done=self._show, on_failed=self._failed, view="rows")

    def _show(self, reports: Sequence[DeskReport]) -> None:
        now = self._clock.now()
        self._failure = None
        self._reports = by_worry(reports, now)
        self.rows.show_rows(self._reports)
        self._list.setCurrentWidget(self.table if self._reports else self._nothing)
        unsent = [one for one in self._reports if one.unsent]
        items = sum(one.unsent for one in unsent)
        troubled = [one for one in self._reports if worries(one, now)]
        self.summary.setText(
            counted(self.tr("{count} จาก {all} เครื่องยังส่งไม่ครบ รวม {items} รายการ"), items).format(
                count=len(unsent), all=len(self._reports), items=f"{items:,}"
            )
            if unsent
            else self.tr("ทุกเครื่องที่ติดต่อได้ส่งครบแล้ว")
            if troubled
            else self.tr("ทั้ง {all} เครื่องส่งครบแล้ว").format(all=len(self._reports))
        )
        if self._reports and self.table.current() is None:
            self.table.choose(0)
        self._choose(self.table.current())

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, OfficeError):
            self._tell_failure(error)
            return
        self._failure = error
        self.rows.show_rows([])
        self.summary.setText("")
        self.advice.say("")
        self._list.setCurrentWidget(self._nothing)
        self._say_nothing()

    def _say_nothing(self) -> None:
        if self._failure is not None:
            self._nothing.say(*self._failure.describe(self._language()))
        else:
            self._nothing.say(
                self.tr("ยังไม่ได้ถามศูนย์กลาง"),
                self.tr("เมื่อต่อกับศูนย์กลางได้ จะเห็นว่าเครื่องใดยังมีงานค้างส่ง ตั้งแต่เมื่อใด และติดต่อครั้งสุดท้ายเมื่อใด"),
            )

    def _choose(self, report: DeskReport | None) -> None:
        if report is not None:
            self.advice.say(f"{words.desk_name(report)}: {words.advice(report, self._clock.now())}")

    def _make_rows(self) -> RowsModel[DeskReport]:
        now = self._clock.now

        def state(one: DeskReport) -> str:
            return words.badge(one, now()).words

        def badges(one: DeskReport) -> tuple[Badge, ...]:
            return (words.badge(one, now()),)

        def advice(one: DeskReport) -> str:
            return words.advice(one, now())

        columns: tuple[Column[DeskReport], ...] = (
            Column(lambda: translate("Connection", "เครื่อง"), words.desk_name, 160, stretch=True, strong=True),
            Column(lambda: translate("Connection", "สถานะ"), state, 176, badges=badges, tip=advice),
            Column(lambda: translate("Connection", "ค้างส่ง"), lambda one: f"{one.unsent:,}", 80, RIGHT),
            Column(lambda: translate("Connection", "ค้างตั้งแต่"), lambda one: _since(one, now), 120, soft=True),
            Column(lambda: translate("Connection", "ติดต่อล่าสุด"), lambda one: words.ago(one.heard_at, now()), 128),
            Column(
                lambda: translate("Connection", "ดิสก์ว่าง"), lambda one: words.size(one.disk_free), 96, RIGHT, yields=2
            ),
            Column(lambda: translate("Connection", "นาฬิกา"), lambda one: _clock(one), 96, soft=True, yields=1),
            Column(lambda: translate("Connection", "รุ่น"), lambda one: one.version or "-", 72, soft=True, yields=3),
        )
        return RowsModel(columns, key=lambda one: one.device_id)

    def _lay_out(self) -> None:
        self._list.addWidget(self._nothing)
        self._list.addWidget(self.table)
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(self.summary)
        head.addStretch(1)
        head.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addLayout(head)
        column.addWidget(self._list, 1)
        column.addWidget(self.advice)


def _since(one: DeskReport, now: Callable[[], object]) -> str:
    return words.ago(one.oldest, now()) if one.oldest else "-"  # type: ignore[arg-type]


def _clock(one: DeskReport) -> str:
    return words.off(one.clock_off) if one.heard_at else "-"
