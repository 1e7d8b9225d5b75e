"""ระหว่างที่ไม่อยู่: what happened since the person read last, in reading order; done when it is read."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.briefing.model import Briefing, Line, Part
from desktop.office.changes import Changes
from desktop.office.dates import local_date
from ui.briefing import words
from ui.briefing.settings_bar import SettingsBar
from ui.kit.buttons import PrimaryButton
from ui.kit.chips import Badge
from ui.kit.columns import Column
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState
from ui.kit.rows import RowsModel
from ui.kit.table import TableView
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import L, M, S, Tone
from ui.letters.words import brief_moment
from ui.settings import SettingsFile
from ui.work import Worker

SETTLE_MS = 300
_LOOKS: dict[Part, tuple[Tone, str]] = {
    Part.ARRIVED: ("accent", "inbox"),
    Part.DONE: ("neutral", "endorse"),
    Part.MOVED: ("attention", "calendar"),
    Part.NUMBERS: ("neutral", "register"),
    Part.SETTLED: ("info", "flag"),
}
translate = words.translate


class BriefingScreen(Speaks, QWidget):
    """`opened` brings a letter's id; `counted` how much is unread. A line is read once the cursor stood on it."""

    opened = Signal(object)
    counted = Signal(int)

    def __init__(
        self,
        office: Office,
        person: Person,
        worker: Worker,
        settings: SettingsFile,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self._person, self._worker = office, person, worker
        self.telling = SettingsBar(settings)
        self._briefing: Briefing | None = None
        self._seen: set[tuple[int, int]] = set()
        self._asked = 0
        self.since = ThaiLabel(ink="soft")
        self.table: TableView[Line] = TableView()
        self.model = RowsModel(self._columns(), lambda line: line.key, self)
        self.table.show_model(self.model)
        self._nothing = EmptyState("ready")
        self.done_button = PrimaryButton(key="F9", icon_name="check")
        self.keys = Keys(self)
        self._later = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._later.timeout.connect(self.refresh)
        self._bind_keys()
        self._lay_out()
        self.table.chosen.connect(self._look)
        self.table.opened.connect(self._open)
        self.done_button.clicked.connect(self.read)
        self.setFocusProxy(self.table)
        self.retranslate()
        self.refresh()

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("ระหว่างที่ไม่อยู่"))
        self.done_button.say(self.tr("อ่านแล้วทั้งหมด"))
        self._nothing.say(
            self.tr("ไม่มีเรื่องใหม่"),
            self.tr("หนังสือที่ส่งมา สิ่งที่ผู้อื่นทำกับเรื่องของท่าน และกำหนดวันที่เลื่อน ระหว่างที่ท่านไม่อยู่ จะขึ้นที่นี่"),
        )
        self._say_since()

    def changed(self, changes: Changes) -> None:
        if changes.rows:
            self._later.start()

    def refresh(self) -> None:
        self._asked += 1
        asked = self._asked
        self._worker.run(
            lambda: self._office.briefing_queries.briefing(self._person),
            owner=self,
            on_done=lambda found: self._show(found) if asked == self._asked else None,
        )

    def read(self) -> None:
        """Everything that is shown is read; what came meanwhile is not."""
        if self._briefing is not None and self._briefing.lines:
            upto = self._briefing.upto
            self.done_button.setEnabled(False)
            self._worker.run(
                lambda: self._office.briefing(self._person).read(upto),
                owner=self,
                on_done=lambda _: self.refresh(),
                lane="write",
            )

    def _show(self, found: Briefing) -> None:
        self._briefing = found
        self.model.show_rows(found.lines)
        self._nothing.setVisible(not found.lines)
        self._list.setCurrentWidget(self.table if found.lines else self._nothing)
        self.done_button.setEnabled(bool(found.lines))
        self._say_since()
        self.counted.emit(len(found.lines))
        if found.lines and self.isVisible() and not self.table.currentIndex().isValid():
            self.table.choose(0)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.choose(0)

    def _look(self, line: Line | None) -> None:
        """Who has gone through all of it need not say so."""
        if line is None or self._briefing is None:
            return
        self._seen.add(line.key)
        self._say_since()
        lines = self._briefing.lines
        if len(lines) > 1 and line is lines[-1] and all(one.key in self._seen for one in lines):
            self.read()

    def _open(self, line: Line | None) -> None:
        if line is not None and line.matter is not None:
            self.opened.emit(line.matter.id)

    def _say_since(self) -> None:
        found = self._briefing
        if found is None or found.since is None or not found.lines:
            return self.since.say("")
        left = sum(line.key not in self._seen for line in found.lines)
        when = brief_moment(found.since, local_date(self._office.clock.now()))
        self.since.say(
            self.tr("ตั้งแต่ {when} มี {count} เรื่อง ยังไม่ได้อ่าน {left}").format(
                when=when, count=f"{len(found.lines):,}", left=f"{left:,}"
            )
        )

    def _columns(self) -> tuple[Column[Line], ...]:
        def today_moment(line: Line) -> str:
            return brief_moment(line.at, local_date(self._office.clock.now())) if line.at else ""

        return (
            Column(lambda: translate("Briefing", "หมวด"), lambda line: words.part(line.part), 184, badges=_part),
            Column(lambda: translate("Briefing", "เลขรับ"), words.number, 92, strong=True),
            Column(
                lambda: translate("Briefing", "เรื่อง"), words.subject, 180, stretch=True, tip=words.subject, soft=True
            ),
            Column(lambda: translate("Briefing", "เกิดอะไรขึ้น"), words.detail, 300, tip=words.detail),
            Column(lambda: translate("Briefing", "โดย"), words.who, 150, soft=True, yields=1, tip=words.who),
            Column(lambda: translate("Briefing", "เมื่อ"), today_moment, 110, soft=True, yields=2),
        )

    def _bind_keys(self) -> None:
        def group() -> str:
            return self.tr("ระหว่างที่ไม่อยู่")

        self.keys.name("J / K", lambda: self.tr("เลื่อน"), group=group, hint=True)
        self.keys.name("Return", lambda: self.tr("เปิดหนังสือ"), group=group, hint=True)

    def _lay_out(self) -> None:
        both = QWidget()
        self._list = QStackedLayout(both)
        for widget in (self._nothing, self.table):
            self._list.addWidget(widget)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(HintBar(self.keys), 1)
        foot.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(L + S, L, L + S, M)
        column.setSpacing(S)
        column.addWidget(self.since)
        column.addWidget(both, 1)
        column.addWidget(self.telling)
        column.addLayout(foot)


def _part(line: Line) -> tuple[Badge, ...]:
    tone, icon = _LOOKS[line.part]
    return (Badge(words.part(line.part), tone, icon, bare=True),)
