"""หนังสือตกหล่น: what nobody has moved for too long, the worst first, and what would bring it on."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.days.words import explain
from desktop.letters.fallen import COUNTED, FallenLetter, supervises
from desktop.office.changes import Changes
from desktop.office.dates import local_date
from desktop.office.ids import Id
from ui.kit.buttons import QuietButton
from ui.kit.counted import counted
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState, Panel
from ui.kit.rows import RowsModel
from ui.kit.segmented import Segmented
from ui.kit.table import TableView
from ui.kit.thai_label import ThaiLabel, label
from ui.kit.tokens import L, M, S
from ui.letters.fallen_columns import columns
from ui.work import Worker

SETTLE_MS = 120
OFFICE, UNIT = "office", "unit"


@dataclass(frozen=True)
class Fallen:
    """`count`: all of them, as far as they are counted; `letters`: the worst of them."""

    count: int
    letters: tuple[FallenLetter, ...]


def look(office: Office, unit: Id | None) -> Fallen:
    """Reads the store, for the whole office or one unit; any thread."""
    calendar, today = office.day_queries.calendar(), local_date(office.clock.now())
    queries = office.fallen_queries
    return Fallen(queries.count(calendar, today, unit), queries.letters(calendar, today, unit))


class FallenScreen(Speaks, QWidget):
    """`opened` brings the letter's id on Enter; `route_asked` on R; `closed` on Esc.

    Who supervises the office sees all of it first, everybody else what their unit holds.
    """

    opened = Signal(object)
    route_asked = Signal(object)
    closed = Signal()

    def __init__(
        self,
        office: Office,
        who: Person,
        worker: Worker,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self._who, self._worker, self._language = office, who, worker, language
        self._found: Fallen | None = None
        self._asked = 0
        self.title, self.figure = label(size="title"), ThaiLabel(ink="soft")
        self.whose = Segmented([(OFFICE, ""), (UNIT, "")])
        self.whose.choose(OFFICE if supervises(who.role) else UNIT)
        if not supervises(who.role):
            self.whose.hide()
        self.table: TableView[FallenLetter] = TableView()
        self.model = RowsModel(columns(), lambda row: row.id, self)
        self.table.show_model(self.model)
        self._nothing = EmptyState("ready")
        self.why = ThaiLabel(ink="soft", size="small")
        self.back_button = QuietButton(key="Esc", icon_name="inbox")
        self.keys = Keys(self)
        self._later = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._later.timeout.connect(self.refresh)
        self._bind_keys()
        self._lay_out()
        self.table.opened.connect(lambda row: self.opened.emit(row.id))
        self.table.chosen.connect(self._explain)
        self.whose.chosen.connect(lambda _: self.refresh())
        self.back_button.clicked.connect(self.closed)
        self.setFocusProxy(self.table)
        self.retranslate()
        self.refresh()

    def retranslate(self) -> None:
        self.title.setText(self.tr("หนังสือตกหล่น"))
        self.table.setAccessibleName(self.tr("หนังสือตกหล่น"))
        self.whose.setAccessibleName(self.tr("ขอบเขต"))
        self.whose.offer([(OFFICE, self.tr("ทั้งเทศบาล")), (UNIT, self.tr("หน่วยงานของฉัน"))])
        self.back_button.say(self.tr("กลับไปที่รายการ"))
        self._nothing.say(
            self.tr("ไม่มีหนังสือตกหล่น"),
            self.tr("หนังสือที่ยังไม่เสร็จและไม่มีใครขยับนานเกินกำหนดของชั้นความเร็ว จะขึ้นที่นี่เอง"),
        )
        self._say_figure()
        self._explain(self.table.current())

    def changed(self, changes: Changes) -> None:
        """Something was written here or pulled: read again soon, where somebody looks."""
        if changes.touches("letter", "routing", "holiday", "calendar_year") and self.isVisible():
            self._later.start()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._later.start()

    def refresh(self) -> None:
        self._asked += 1
        asked = self._asked
        unit = self._who.unit.id if self.whose.value == UNIT else None
        self._worker.run(
            lambda: look(self._office, unit),
            owner=self,
            on_done=lambda found: self._show(found) if asked == self._asked else None,
        )

    def step(self, rows: int) -> None:
        """To the next letter, or back, while one of them is open on the whole room."""
        place = self.table.currentIndex().row() + rows
        row = self.model.row(place)
        if row is not None:
            self.table.choose(place)
            self.opened.emit(row.id)

    def _show(self, found: Fallen) -> None:
        before = max(self.table.currentIndex().row(), 0)
        self._found = found
        self.model.show_rows(found.letters)
        if found.letters and not self.table.currentIndex().isValid():
            self.table.choose(min(before, len(found.letters) - 1))
        self._nothing.setVisible(not found.letters)
        self._list.setCurrentWidget(self.table if found.letters else self._nothing)
        self._say_figure()
        self._explain(self.table.current())

    def _say_figure(self) -> None:
        found = self._found
        if found is None or not found.count:
            self.figure.say("")
            return
        many = f"{COUNTED:,}+" if found.count > COUNTED else f"{found.count:,}"
        said = counted(self.tr("{count} ฉบับ ฉบับที่ค้างนานที่สุดอยู่บน"), found.count).format(count=many)
        if found.count > len(found.letters):
            said = counted(self.tr("{count} ฉบับ แสดง {shown} ฉบับที่ค้างนานที่สุด"), found.count).format(
                count=many, shown=f"{len(found.letters):,}"
            )
        self.figure.say(said)

    def _explain(self, row: FallenLetter | None) -> None:
        self.why.say("\n".join(explain(row.should_move, self._language())) if row else "")
        self._side.setVisible(row is not None)

    def _route(self) -> None:
        row = self.table.current()
        if row is not None:
            self.route_asked.emit(row.id)

    def _turn(self) -> None:
        if not self.whose.isHidden():
            self.whose.choose(UNIT if self.whose.value == OFFICE else OFFICE)
            self.refresh()

    def _bind_keys(self) -> None:
        def group() -> str:
            return self.tr("หนังสือตกหล่น")

        self.keys.name("J / K", lambda: self.tr("เลื่อน"), group=group, hint=True)
        self.keys.name("Return", lambda: self.tr("เปิด"), group=group, hint=True)
        self.keys.add("R", lambda: self.tr("ส่งต่อ"), self._route, group=group, hint=True)
        if supervises(self._who.role):
            self.keys.add("B", lambda: self.tr("ทั้งเทศบาล หรือหน่วยงานของฉัน"), self._turn, group=group, hint=True)

    def _lay_out(self) -> None:
        both = QWidget()
        self._list = QStackedLayout(both)
        self._list.setStackingMode(QStackedLayout.StackingMode.StackAll)
        self._nothing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for widget in (self._nothing, self.table):
            self._list.addWidget(widget)
        self._nothing.hide()
        self._side = Panel()
        self._side.setFixedWidth(300)
        self._side.body.addWidget(self.why)
        self._side.body.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(L)
        middle.addWidget(both, 1)
        middle.addWidget(self._side)
        foot = QHBoxLayout()
        foot.setSpacing(L)
        foot.addWidget(self.back_button)
        foot.addWidget(HintBar(self.keys), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(L + S, L, L + S, M)
        column.setSpacing(S)
        upper = QHBoxLayout()
        upper.addWidget(self.title, 1)
        upper.addWidget(self.whose)
        column.addLayout(upper)
        column.addWidget(self.figure)
        column.addLayout(middle, 1)
        column.addLayout(foot)
