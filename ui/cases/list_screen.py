"""The list of cases: whose, in which state, what is overdue, found while somebody types."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.cases.queries import Sought, Whose
from desktop.counter.finding import Thing
from desktop.counter.scanned import read
from desktop.office.changes import Changes
from desktop.office.ids import Id
from ui.cases import words
from ui.cases.presenter import CaseRow, CasesPresenter, Language
from ui.cases.rows import case_rows
from ui.kit.buttons import PrimaryButton
from ui.kit.focus import keeps_focus
from ui.kit.inputs import CheckBox, ComboBox, SearchBox
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState
from ui.kit.segmented import Segmented
from ui.kit.table import TableView
from ui.kit.tokens import L, S
from ui.work import Worker


class CaseList(Speaks, QWidget):
    """`opened` brings the id of the case to look at; `wanted`: a new one."""

    opened = Signal(object)
    wanted = Signal()

    def __init__(
        self, presenter: CasesPresenter, worker: Worker, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter, self._worker, self._language = presenter, worker, language
        self.search = SearchBox()
        self.whose = Segmented([(one.value, "") for one in Whose])
        self.state = ComboBox()
        self.overdue = CheckBox()
        self.rows = case_rows(language)
        self.table: TableView[CaseRow] = TableView()
        self.table.show_model(self.rows)
        self.new_button = PrimaryButton(key="F9", icon_name="plus")
        self._nothing = EmptyState("flag")
        self._keys = Keys(self)
        self._asked = 0
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.new_button)
        self.retranslate()
        self.refresh()

    def retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("ค้นเลขที่ เรื่อง สถานที่ ชื่อ โทรศัพท์"))
        self.search.setAccessibleName(self.tr("ค้นเรื่อง"))
        self.whose.offer([(one.value, words.whose(one)) for one in Whose])
        self.whose.setAccessibleName(self.tr("เรื่องของใคร"))
        self.state.setAccessibleName(self.tr("สถานะ"))
        self._offer_states()
        self.overdue.setText(self.tr("เกินกำหนด"))
        self.table.setAccessibleName(self.tr("เรื่อง"))
        self.new_button.say(self.tr("รับเรื่องใหม่"))
        self._say_nothing()
        self.rows.retitle()

    def _say_nothing(self) -> None:
        narrowed = self.search.value or self.state.value or self.overdue.isChecked()
        if narrowed or self.whose.value != Whose.ALL.value:
            title = self.tr("ไม่พบเรื่องที่ตรงกับที่ค้น")
            how = self.tr("ลองคำอื่น หรือเลือกทั้งหมดและทุกสถานะ")
        else:
            title = self.tr("ไม่มีเรื่องที่ยังไม่จบ")
            how = self.tr("กด F9 เพื่อรับเรื่องใหม่ เรื่องที่รับไว้และเรื่องที่ส่งมาให้กองจะอยู่ที่นี่")
        self._nothing.say(title, how)

    def changed(self, changes: Changes) -> None:
        if changes.touches("citizen_case", "case_event", "case_reporter", "case_kind", "holiday"):
            self.refresh()

    def refresh(self) -> None:
        """Reads the list again in the background; the choice stays, and only the newest answer is shown."""
        self._asked += 1
        turn, only = self._asked, self.overdue.isChecked()
        who, value = self._presenter.who, self.state.value
        sought = Sought(
            self.search.value, state=value, whose=Whose(self.whose.value), staff_id=who.id, unit_id=who.unit.id
        )
        self._worker.run(
            lambda: self._presenter.rows(sought, overdue_only=only),
            owner=self,
            on_done=lambda rows: self._loaded(turn, rows),
        )

    def follow(self, case_id: Id) -> None:
        """Puts the cursor on a case, if it is in the list."""
        place = self.rows.place_of(case_id)
        if place is not None:
            self.table.choose(place)

    def look_for(self, typed: str) -> None:
        self.search.setText(typed)
        self.search.setFocus()

    def _loaded(self, turn: int, rows: tuple[CaseRow, ...]) -> None:
        if turn != self._asked:
            return
        self.rows.show_rows(rows)
        self._say_nothing()
        waited = self._stack.currentWidget() is self._nothing and keeps_focus(self.new_button)
        held = keeps_focus(self.table)
        self._stack.setCurrentWidget(self.table if rows else self._nothing)
        self.setFocusProxy(self.table if rows else self.new_button)
        if rows and self.table.current() is None:
            self.table.choose(0)
        if held and not rows:
            self.search.setFocus()
        elif waited and rows:
            self.table.setFocus()  # the room was opened before its list was read

    def _enter(self) -> None:
        """A slip that was scanned opens its case; other words go to the list."""
        typed = self.search.value
        if read(typed) is None:
            return self.table.setFocus() if self.rows.rowCount() else None
        finding = self._presenter.office.counter.finding
        self._worker.run(lambda: finding.exact(typed), owner=self, on_done=self._scanned)

    def _scanned(self, thing: Thing | None) -> None:
        if thing is not None and thing.entity == "citizen_case":
            self.search.clear()
            self.opened.emit(thing.id)

    def _offer_states(self) -> None:
        language = self._language()
        states = (state for kind in self._presenter.kinds() for state in kind.states)
        known = {state.code: state.name.in_language(language) for state in states}
        self.state.offer([("", self.tr("ทุกสถานะที่ยังไม่จบ")), *known.items()])

    def _connect(self) -> None:
        self.search.textEdited.connect(lambda _: self.refresh())
        self.search.returnPressed.connect(self._enter)
        self.whose.chosen.connect(lambda _: self.refresh())
        self.state.chosen.connect(lambda _: self.refresh())
        self.overdue.toggled.connect(lambda _: self.refresh())
        self.table.opened.connect(lambda row: self.opened.emit(row.line.id) if row else None)
        self.new_button.clicked.connect(self.wanted)

        def group() -> str:
            return self.tr("เรื่องของประชาชน")

        self._keys.name("Return", lambda: self.tr("เปิดเรื่อง"), group=group, hint=True)
        self._keys.add("F3", lambda: self.tr("ค้น"), self.search.setFocus, group=group, hint=True)
        self._keys.add("F6", lambda: self.tr("เกินกำหนด"), self.overdue.toggle, group=group, hint=True)
        self._keys.name("F9", lambda: self.tr("รับเรื่องใหม่"), group=group)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for page in (self._nothing, self.table):
            self._stack.addWidget(page)
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(self.search, 1)
        head.addWidget(self.whose)
        head.addWidget(self.state)
        head.addWidget(self.overdue)
        foot = QHBoxLayout()
        foot.addWidget(HintBar(self._keys), 1)
        foot.addWidget(self.new_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(L)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
