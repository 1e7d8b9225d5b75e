"""ใบที่พิมพ์: every sheet that this desk sent to a printer, what became of it, and on what paper receipts are printed."""

from datetime import timedelta

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.application import Office
from desktop.office.changes import Changes
from desktop.office.dates import local_date, utc_of_local
from desktop.sheets.model import Line, Sums
from desktop.sheets.queries import MOST, PAGE
from ui.cashier.paper_way import PaperWay
from ui.cashier.sheets_rows import sheet_rows
from ui.kit.buttons import SecondaryButton
from ui.kit.counted import counted
from ui.kit.inputs import ComboBox, LineEdit
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState
from ui.kit.table import TableView
from ui.kit.thai_label import label
from ui.kit.tokens import L, S
from ui.sheets.printing import SheetPrinting
from ui.sheets.words import kinds
from ui.work import Worker

_DAYS = 7
_SIDE_WIDE, _LIST_HIGH = 320, 110
_ALL = "-"


class SheetsScreen(Speaks, QWidget):
    """The sheets of the last week, or those that somebody looks for."""

    def __init__(self, office: Office, printing: SheetPrinting, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._printing, self._worker = office, printing, worker
        self._all, self._most = Sums(), PAGE
        self.rows = sheet_rows()
        self.table: TableView[Line] = TableView()
        self.table.show_model(self.rows)
        self.search, self.kind, self._sums = LineEdit(), ComboBox(), label(ink="soft")
        self.way = PaperWay(office.sheets.ways, printing, worker)
        self._nothing, self._list = EmptyState("printer"), QStackedWidget()
        self.wrong_button = SecondaryButton(key="Ctrl+Shift+P")
        self._keys = Keys(self)
        self._keys.add("F4", lambda: self.tr("ค้น"), self.search.setFocus, group=self._group, hint=True)
        self._keys.name("Ctrl+Shift+P", lambda: self.tr("ใบไม่ตรงกับที่เห็น"), group=self._group, hint=True)
        self._lay_out()
        self.search.textChanged.connect(lambda _: self._find())
        self.kind.chosen.connect(lambda _: self._find())
        self.rows.wanted.connect(self._go_on)
        self.wrong_button.clicked.connect(self.doubt)
        self.way.trial.connect(self._print_trial)
        self.table.chosen.connect(self._choose)
        self.setFocusProxy(self.table)
        self.retranslate()
        self.refresh()

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("ใบที่พิมพ์"))
        self.search.setPlaceholderText(self.tr("เลขเอกสาร หรือเลขบนกระดาษ"))
        self.search.setAccessibleName(self.tr("ค้นใบที่พิมพ์"))
        self.kind.setAccessibleName(self.tr("ชนิดเอกสาร"))
        held = self.kind.value
        self.kind.offer([(_ALL, self.tr("ทุกชนิด")), *kinds().items()])
        self.kind.choose(held or _ALL)
        self.wrong_button.say(self.tr("ใบไม่ตรงกับที่เห็น"))
        self._say_sums()
        self._nothing.say(self.tr("ยังไม่มีใบที่พิมพ์"), self.tr("ทุกแผ่นที่ส่งไปเครื่องพิมพ์จะมาอยู่ที่นี่ พร้อมผลว่าออก ไม่ออก หรือเสีย"))

    def changed(self, changes: Changes) -> None:
        if changes.touches("print_run"):
            self.refresh()
            self.way.refresh()

    def refresh(self) -> None:
        """Reads the list again in the background, as far as it was read."""
        queries, (words, chosen), most = self._office.sheets.queries, self._sought(), self._most
        kind = "" if chosen == _ALL else chosen
        end = utc_of_local(local_date(self._office.desk.now())) + timedelta(days=1)
        start = end - timedelta(days=_DAYS)

        def read() -> tuple[tuple[Line, ...], Sums]:
            lines = queries.named(words, kind, most) if words else queries.between(start, end, kind, most)
            return lines, queries.sums(words, start, end, kind) if lines else Sums()

        def loaded(found: tuple[tuple[Line, ...], Sums]) -> None:
            if (words, chosen) == self._sought():
                self._loaded(*found, most)

        self._worker.run(read, owner=self, on_done=loaded, view="rows")

    def doubt(self) -> None:
        """The chosen sheet is not what the register says: its run is asked about."""
        line = self.table.current()
        if line is not None:
            self._printing.doubt(line.run)

    def _sought(self) -> tuple[str, str]:
        return self.search.text().strip(), self.kind.value

    def _find(self) -> None:
        """Another list, from its first lines on."""
        self._most = PAGE
        self.refresh()

    def _go_on(self) -> None:
        """As many again of the list."""
        self._most *= 2
        self.refresh()

    def _loaded(self, lines: tuple[Line, ...], sums: Sums, most: int) -> None:
        self.rows.show_rows(lines)
        self.rows.is_more = most < MOST and sums.runs > most
        self._list.setCurrentWidget(self.table if lines else self._nothing)
        self._all = sums
        self._say_sums()
        if lines and self.table.current() is None:
            self.table.choose(0)
        self._choose(self.table.current() if lines else None)

    def _say_sums(self) -> None:
        words = counted(self.tr("ออกแล้ว {sheets:,} ใบ · พิมพ์ซ้ำ {reprints} · เสีย {spoiled}"), self._all.sheets)
        said, sums = words.format, self._all
        self._sums.setText(said(sheets=sums.sheets, reprints=sums.reprints, spoiled=sums.spoiled))

    def _choose(self, line: Line | None) -> None:
        self.wrong_button.setEnabled(line is not None and not line.run.unknown)

    def _print_trial(self, queue: str) -> None:
        self._printing.print_trial(queue)

    def _group(self) -> str:
        return self.tr("ใบที่พิมพ์")

    def _lay_out(self) -> None:
        self._list.addWidget(self._nothing)
        self._list.addWidget(self.table)
        self._list.setMinimumHeight(_LIST_HIGH)  # a question above it needs its room
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(self.kind)
        head.addWidget(self.search, 1)
        head.addWidget(self._sums)
        left = QVBoxLayout()
        left.setSpacing(S)
        left.addLayout(head)
        left.addWidget(self._list, 1)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(HintBar(self._keys), 1)
        foot.addWidget(self.wrong_button)
        left.addLayout(foot)
        self.way.setFixedWidth(_SIDE_WIDE)
        line = QHBoxLayout(self)
        line.setContentsMargins(L, S, L, S)
        line.setSpacing(L)
        line.addLayout(left, 1)
        line.addWidget(self.way)
