"""ที่อยู่ต้นฉบับ: who has the papers; handing over, taking and sweeping a room, with a scanner or by number."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.accounts.model import Person, Unit
from desktop.application import Office
from desktop.letters.whereabouts import Paper
from desktop.office.changes import Changes
from desktop.office.ids import Id
from ui.kit.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState
from ui.kit.rows import RowsModel
from ui.kit.segmented import Segmented
from ui.kit.table import TableView
from ui.kit.thai_label import label
from ui.kit.tokens import L, M, S
from ui.letters import paper_words
from ui.letters.paper_columns import columns
from ui.letters.paper_fields import PaperFields
from ui.letters.paper_presenter import PaperPresenter, PaperRow, State, Way
from ui.letters.paper_trail import PaperTrail
from ui.notices import Notices
from ui.work import Worker

SETTLE_MS = 120
_KEYS = {Way.WHERE: "F2", Way.HAND: "F3", Way.TAKE: "F4", Way.SWEEP: "F5"}


class PaperScreen(Speaks, QWidget):
    """`opened` brings a letter's id on Enter in the list; `slips_made` the PDF of slips; `closed` on Esc."""

    opened = Signal(object)
    slips_made = Signal(object)
    closed = Signal()

    def __init__(
        self,
        office: Office,
        person: Person,
        worker: Worker,
        notices: Notices,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.presenter = PaperPresenter(office, person)
        self._worker, self._notices = worker, notices
        self._asked = 0
        self._busy = False
        self.title = label(size="title")
        self.ways = Segmented([(way.value, "") for way in Way])
        self.fields = PaperFields(language)
        self.table: TableView[PaperRow] = TableView()
        self.model = RowsModel(columns(), lambda one: one.paper.letter_id, self)
        self.table.show_model(self.model)
        self._nothing = EmptyState("scan")
        self.trail = PaperTrail(self.presenter, worker)
        self.back_button = QuietButton(key="Esc", icon_name="inbox")
        self.all_button = SecondaryButton(key="F8", icon_name="check")
        self.slip_button = SecondaryButton(key="F7", icon_name="printer")
        self.act_button = PrimaryButton(key="F9", icon_name="send")
        self.keys = Keys(self)
        self._later = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._later.timeout.connect(self.refresh)
        self._bind_keys()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.fields)
        self.retranslate()
        self.turn(Way.WHERE)
        worker.run(self.presenter.units, owner=self, on_done=self._offer)

    def retranslate(self) -> None:
        self.title.setText(self.tr("ที่อยู่ต้นฉบับ"))
        self.table.setAccessibleName(self.tr("ต้นฉบับ"))
        self.ways.setAccessibleName(self.tr("งานที่ทำกับต้นฉบับ"))
        self.ways.offer([(way.value, f"{paper_words.way_name(way)}  {_KEYS[way]}") for way in Way])
        self.back_button.say(self.tr("กลับไปที่รายการ"))
        self.all_button.say(self.tr("รับทั้งหมดที่ส่งมา"))
        self.slip_button.say(self.tr("พิมพ์ใบติดตาม"))
        self._show_rows()

    def changed(self, changes: Changes) -> None:
        """Something was written here or pulled: read again soon, where somebody looks."""
        if changes.touches("letter_custody", "letter_loan", "letter") and self.isVisible():
            self._later.start()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._later.start()

    def turn(self, way: Way) -> None:
        """To another kind of work; what was scanned for each is kept."""
        self.presenter.way = way
        self.presenter.show(())
        self.ways.choose(way.value)
        self.fields.turn(way)
        self.all_button.setVisible(way is Way.TAKE)
        self.slip_button.setVisible(way is Way.WHERE)
        self.act_button.setVisible(way is not Way.WHERE)
        self._show_rows()
        self.refresh()
        self.fields.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_for(self, letter_id: Id) -> None:
        """Where the paper of one letter is."""
        self.turn(Way.WHERE)
        self._ask(lambda: self.presenter.paper(letter_id))

    def refresh(self) -> None:
        self._asked += 1
        asked, way, room = self._asked, self.presenter.way, self.presenter.room
        self._worker.run(
            lambda: self.presenter.read(way, room),
            owner=self,
            on_done=lambda read: self._arrived(*read) if asked == self._asked else None,
        )

    def _arrived(self, listed: Sequence[Paper], scanned: Sequence[Paper]) -> None:
        self.presenter.show(listed, scanned)
        self._show_rows()

    def _offer(self, units: tuple[Unit, ...]) -> None:
        self.fields.offer(units, self.presenter.room)

    def _sweep_room(self, room: Unit | None) -> None:
        if room is not None and room != self.presenter.room:
            self.presenter.room = room
            self.refresh()

    def _scan(self, typed: str) -> None:
        self._ask(lambda: self.presenter.find(typed))

    def _ask(self, read: Callable[[], Paper | None]) -> None:
        """Scans are answered in the order they were made, and for the work they were made for."""
        found = partial(self._found, self.presenter.way)
        self._worker.run(read, owner=self, on_done=found, lane="turn")

    def _found(self, way: Way, paper: Paper | None) -> None:
        if paper is None:
            QApplication.beep()
            return self.fields.say(paper_words.no_slip(), "danger")
        new = self.presenter.add(paper, way)
        if way is not self.presenter.way:
            return
        self._show_rows()
        place = self.model.place_of(paper.letter_id)
        row = self.model.row(place) if place is not None else None
        if place is None or row is None:
            return
        self.table.choose(place)
        if row.state is State.FOREIGN:
            QApplication.beep()
        self.fields.say(*paper_words.found_words(row, self.presenter.way, new=new))

    def _show_rows(self) -> None:
        rows = self.presenter.rows
        self.model.show_rows(rows)
        if rows and not self.table.currentIndex().isValid():
            self.table.choose(0)
        self._nothing.say(*paper_words.empty_words(self.presenter.way))
        self._nothing.setVisible(not rows)
        self._list.setCurrentWidget(self.table if rows else self._nothing)
        self.act_button.say(paper_words.act_words(self.presenter))
        self.act_button.setEnabled(self.presenter.ready and not self._busy)
        self.all_button.setEnabled(any(one.state is State.ON_WAY for one in rows))
        self.slip_button.setEnabled(bool(rows))
        self.trail.follow(self.table.current())

    def _act(self) -> None:
        """F9: one act for everything that was scanned, the scans still under way too."""
        way = self.presenter.way
        self._worker.run(lambda: None, owner=self, on_done=lambda _: self._act_on(way), lane="turn")

    def _act_on(self, way: Way) -> None:
        if not self.presenter.ready or self._busy or way is not self.presenter.way:
            return
        to, whom, place = self.fields.unit_of(self.fields.to), self.fields.whom.value, self.fields.place.value
        papers, swept = self.presenter.scanned, self.presenter.swept
        if way is Way.TAKE:
            self._do(lambda: self.presenter.take(papers), papers)
        elif way is Way.SWEEP:
            self._do(lambda: self.presenter.close_sweep(swept, place), papers)
        elif way is Way.HAND and to is not None:
            self._do(lambda: self.presenter.hand_over(papers, to, whom), papers)
        elif way is Way.HAND:
            self.fields.ask_whom()

    def _do(self, act: Callable[[], object], papers: Sequence[Paper]) -> None:
        way, said = self.presenter.way, paper_words.done_words(self.presenter)

        def done(_: object) -> None:
            self._busy = False
            self.presenter.put_away(way, papers)
            self.fields.say("")
            self._notices.say("ready", said)
            self.refresh()
            self.fields.setFocus(Qt.FocusReason.OtherFocusReason)

        def failed(error: Exception) -> None:
            self._busy = False
            self._show_rows()
            self._notices.failed(error)

        self._busy = True
        self.act_button.setEnabled(False)
        self._worker.run(act, owner=self, on_done=done, on_failed=failed, lane="write")

    def _take_all(self) -> None:
        self.presenter.add_all()
        self._show_rows()

    def _drop(self) -> None:
        one = self.table.current()
        if one is not None:
            self.presenter.drop(one.paper.letter_id)
            self._show_rows()

    def _print(self) -> None:
        """Slips of what was scanned, the scans still under way too; of the row under the cursor where nothing was."""
        self._worker.run(lambda: None, owner=self, on_done=lambda _: self._print_now(), lane="turn")

    def _print_now(self) -> None:
        one = self.table.current()
        letters = [paper.letter_id for paper in self.presenter.scanned] or ([one.paper.letter_id] if one else [])
        if letters and self.presenter.way is Way.WHERE:
            self._worker.run(
                lambda: self.presenter.slips(letters), owner=self, on_done=self.slips_made.emit, lane="write"
            )

    def _open(self, one: PaperRow | None) -> None:
        if one is not None and one.paper.number is not None:
            self.opened.emit(one.paper.letter_id)

    def _connect(self) -> None:
        self.ways.chosen.connect(lambda key: self.turn(Way(key)))
        self.fields.scanned.connect(self._scan)
        self.fields.room_chosen.connect(self._sweep_room)
        self.table.chosen.connect(self.trail.follow)
        self.table.opened.connect(self._open)
        self.act_button.clicked.connect(self._act)
        self.all_button.clicked.connect(self._take_all)
        self.slip_button.clicked.connect(self._print)
        self.back_button.clicked.connect(self.closed)

    def _bind_keys(self) -> None:
        def group() -> str:
            return self.tr("ที่อยู่ต้นฉบับ")

        for way, key in _KEYS.items():
            self.keys.add(key, partial(paper_words.way_name, way), partial(self.turn, way), group=group)
        self.keys.name("Return", lambda: self.tr("สแกน หรือเปิดหนังสือ"), group=group, hint=True)
        self.keys.add("Ctrl+Del", lambda: self.tr("เอาออกจากที่สแกน"), self._drop, group=group, hint=True)

    def _lay_out(self) -> None:
        both = QWidget()
        self._list = QStackedLayout(both)
        self._list.setStackingMode(QStackedLayout.StackingMode.StackAll)
        self._nothing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for widget in (self._nothing, self.table):
            self._list.addWidget(widget)
        middle = QHBoxLayout()
        middle.setSpacing(L)
        middle.addWidget(both, 1)
        middle.addWidget(self.trail)
        upper = QHBoxLayout()
        upper.addWidget(self.title, 1)
        upper.addWidget(self.ways)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.back_button)
        foot.addWidget(HintBar(self.keys), 1)
        for button in (self.slip_button, self.all_button, self.act_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(L + S, L, L + S, M)
        column.setSpacing(S)
        column.addLayout(upper)
        column.addWidget(self.fields)
        column.addLayout(middle, 1)
        column.addLayout(foot)
