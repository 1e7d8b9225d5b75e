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
from ui.kit.field import Field, row
from ui.kit.inputs import ComboBox, LineEdit
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState, Panel
from ui.kit.rows import RowsModel
from ui.kit.segmented import Segmented
from ui.kit.table import TableView
from ui.kit.thai_label import ThaiLabel, dress, label
from ui.kit.tokens import L, M, S
from ui.letters import words
from ui.letters.entries import Entries, Entry
from ui.letters.paper_columns import columns, holder_words, move_words, number_words, why_words
from ui.letters.paper_presenter import PaperPresenter, PaperRow, State, Trail, Way
from ui.notices import Notices
from ui.work import Worker

SETTLE_MS = 120
_SIDE_WIDE = 300
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
        self._worker, self._notices, self._language = worker, notices, language
        self._units: tuple[Unit, ...] = ()
        self._asked = 0
        self._busy = False
        self.title = label(size="title")
        self.ways = Segmented([(way.value, "") for way in Way])
        self.scan, self.said = LineEdit(), ThaiLabel(ink="soft")
        self.to, self.whom, self.room, self.place = ComboBox(), LineEdit(), ComboBox(), LineEdit()
        self._fields = tuple(Field("", editor) for editor in (self.scan, self.to, self.whom, self.room, self.place))
        self.table: TableView[PaperRow] = TableView()
        self.model = RowsModel(columns(), lambda one: one.paper.letter_id, self)
        self.table.show_model(self.model)
        self._nothing = EmptyState("scan")
        self.trail = Entries()
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
        self.setFocusProxy(self.scan)
        self.retranslate()
        self.turn(Way.WHERE)
        worker.run(self.presenter.units, owner=self, on_done=self._offer)

    def retranslate(self) -> None:
        self.title.setText(self.tr("ที่อยู่ต้นฉบับ"))
        self.table.setAccessibleName(self.tr("ต้นฉบับ"))
        self.trail.say(self.tr("เส้นทางของต้นฉบับ"))
        self.ways.setAccessibleName(self.tr("งานที่ทำกับต้นฉบับ"))
        self.ways.offer([(way.value, f"{self._name_of(way)}  {_KEYS[way]}") for way in Way])
        self.scan.setPlaceholderText(self.tr("สแกนใบติดตาม หรือพิมพ์เลขรับ แล้วกด Enter"))
        names = (
            self.tr("ใบติดตามหรือเลขรับ"), self.tr("ส่งให้หน่วยงาน"), self.tr("ผู้รับ (ถ้ารู้)"), self.tr("ห้องของหน่วยงาน"),
            self.tr("ที่ที่สำรวจ"),
        )  # fmt: skip
        for field, name in zip(self._fields, names, strict=True):
            field.say(name)
        self.back_button.say(self.tr("กลับไปที่รายการ"))
        self.all_button.say(self.tr("รับทั้งหมดที่ส่งมา"))
        self.slip_button.say(self.tr("พิมพ์ใบติดตาม"))
        self._offer(self._units)
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
        self.ways.choose(way.value)
        self.presenter.show(())
        for field, ways in zip(self._fields[1:], (Way.HAND, Way.HAND, Way.SWEEP, Way.SWEEP), strict=True):
            field.setVisible(way is ways)
        self.all_button.setVisible(way is Way.TAKE)
        self.slip_button.setVisible(way is Way.WHERE)
        self.act_button.setVisible(way is not Way.WHERE)
        self.said.say("")
        self._show_rows()
        self.refresh()
        self.scan.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_for(self, letter_id: Id) -> None:
        """Where the paper of one letter is."""
        self.turn(Way.WHERE)
        self._worker.run(lambda: self.presenter.paper(letter_id), owner=self, on_done=self._found)

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

    def _scan(self) -> None:
        typed = self.scan.value
        self.scan.clear()
        if typed:
            self._worker.run(lambda: self.presenter.find(typed), owner=self, on_done=self._found)

    def _found(self, paper: Paper | None) -> None:
        if paper is None:
            QApplication.beep()
            return self._say(self.tr("ไม่ใช่ใบติดตาม และไม่มีเลขรับนี้ในเครื่องนี้"), "danger")
        new = self.presenter.add(paper)
        self._show_rows()
        place = self.model.place_of(paper.letter_id)
        if place is None:
            return
        self.table.choose(place)
        found = self.model.row(place)
        if found is not None:
            self._say_found(found, new=new)

    def _say_found(self, found: PaperRow, *, new: bool) -> None:
        number, holder = number_words(found), holder_words(found)
        if found.state is State.FOREIGN:
            QApplication.beep()
            return self._say(
                self.tr("{number} ไม่ใช่ของห้องนี้ ตามบันทึกอยู่กับ {holder}").format(number=number, holder=holder), "attention"
            )
        if self.presenter.way is Way.WHERE and found.state is not State.UNKNOWN:
            return self._say(self.tr("{number} อยู่กับ {holder}").format(number=number, holder=holder), "")
        if self.presenter.way is Way.WHERE:
            return self._say(self.tr("{number} ยังไม่มีใบติดตาม").format(number=number), "soft")
        said = self.tr("{number} สแกนแล้ว") if new else self.tr("{number} สแกนไว้ก่อนแล้ว")
        self._say(said.format(number=number), "ready" if new else "soft")

    def _say(self, said: str, ink: str) -> None:
        dress(self.said, ink=ink)
        self.said.say(said)

    def _show_rows(self) -> None:
        rows = self.presenter.rows
        self.model.show_rows(rows)
        if rows and not self.table.currentIndex().isValid():
            self.table.choose(0)
        self._nothing.setVisible(not rows)
        self._list.setCurrentWidget(self.table if rows else self._nothing)
        self._nothing.say(*self._empty())
        self.act_button.say(self._act_words())
        self.act_button.setEnabled(self.presenter.ready and not self._busy)
        self.all_button.setEnabled(any(one.state is State.ON_WAY for one in rows))
        self.slip_button.setEnabled(bool(rows))
        self._follow(self.table.current())

    def _follow(self, one: PaperRow | None) -> None:
        if one is None:
            return self.trail.show_entries([], self.tr("ยังไม่ได้เลือกฉบับใด"))
        wanted = one.paper.letter_id
        self._worker.run(
            lambda: self.presenter.trail(wanted), owner=self, on_done=lambda trail: self._show_trail(wanted, trail)
        )

    def _show_trail(self, wanted: Id, trail: Trail) -> None:
        one = self.table.current()
        if one is None or one.paper.letter_id != wanted:
            return
        entries = []
        if one.state in (State.MISSING, State.EXPECTED, State.ON_WAY):
            for place, guess in enumerate(trail.guesses, start=1):
                said = self.tr("ลองหาที่ {place}: {holder}").format(place=place, holder=guess.holder)
                entries.append(Entry(said, "", why_words(guess.why)))
        entries += [Entry(move_words(move), words.moment(move.at), move.actor_name) for move in reversed(trail.moves)]
        self.trail.show_entries(entries, self.tr("ยังไม่เคยพิมพ์ใบติดตามของฉบับนี้"))

    def _act(self) -> None:
        if not self.presenter.ready or self._busy:
            return
        way, to = self.presenter.way, self._unit(self.to)
        acts: dict[Way, Callable[[], Id]] = {
            Way.TAKE: self.presenter.take,
            Way.SWEEP: lambda: self.presenter.close_sweep(self.place.value),
        }
        if to is not None:
            acts[Way.HAND] = lambda: self.presenter.hand_over(to, self.whom.value)
        if way in acts:
            self._do(acts[way])

    def _do(self, act: Callable[[], object]) -> None:
        self._busy = True
        said = self._done_words()
        self.act_button.setEnabled(False)

        def done(_: object) -> None:
            self._busy = False
            self.presenter.clear()
            self.said.say("")
            self._notices.say("ready", said)
            self.refresh()
            self.scan.setFocus(Qt.FocusReason.OtherFocusReason)

        def failed(error: Exception) -> None:
            self._busy = False
            self._show_rows()
            self._notices.failed(error)

        self._worker.run(act, owner=self, on_done=done, on_failed=failed, lane="write")

    def _take_all(self) -> None:
        self.presenter.add_all()
        self._show_rows()

    def _print(self) -> None:
        """Slips of what was scanned; of the row under the cursor where nothing was."""
        one = self.table.current()
        letters = [paper.letter_id for paper in self.presenter.scanned] or ([one.paper.letter_id] if one else [])
        if letters and self.presenter.way is Way.WHERE:
            self._worker.run(
                lambda: self.presenter.slips(letters), owner=self, on_done=self.slips_made.emit, lane="write"
            )

    def _drop(self) -> None:
        one = self.table.current()
        if one is not None:
            self.presenter.drop(one.paper.letter_id)
            self._show_rows()

    def _open(self, one: PaperRow | None) -> None:
        if one is not None and one.paper.number is not None:
            self.opened.emit(one.paper.letter_id)

    def _choose_room(self) -> None:
        room = self._unit(self.room)
        if room is not None and room != self.presenter.room:
            self.presenter.room = room
            self.refresh()

    def _unit(self, box: ComboBox) -> Unit | None:
        return next((unit for unit in self._units if unit.id.hex() == box.value), None)

    def _offer(self, units: tuple[Unit, ...]) -> None:
        self._units = units
        english = self._language() == "en"
        named = [(unit.id.hex(), unit.name_en if english else unit.name_th) for unit in units]
        first = not self.room.count()
        self.to.offer(named)
        self.room.offer(named)
        if units and first:
            self.room.choose(self.presenter.room.id.hex())

    def _name_of(self, way: Way) -> str:
        return {
            Way.WHERE: self.tr("หาที่อยู่"),
            Way.HAND: self.tr("ส่งมอบ"),
            Way.TAKE: self.tr("รับไว้"),
            Way.SWEEP: self.tr("สำรวจห้อง"),
        }[way]

    def _act_words(self) -> str:
        if self.presenter.way is Way.SWEEP:
            return self.tr("ปิดการสำรวจ")
        return f"{self._name_of(self.presenter.way)} {len(self.presenter.scanned):,}"

    def _done_words(self) -> str:
        count = len(self.presenter.scanned)
        if self.presenter.way is Way.SWEEP:
            missing = sum(one.state is State.EXPECTED for one in self.presenter.rows)
            return self.tr("บันทึกการสำรวจแล้ว พบ {count} ฉบับ หาไม่พบ {missing} ฉบับ").format(count=count, missing=missing)
        if self.presenter.way is Way.HAND:
            return self.tr("ส่งมอบ {count} ฉบับแล้ว รอผู้รับสแกน").format(count=count)
        return self.tr("รับไว้ {count} ฉบับแล้ว").format(count=count)

    def _empty(self) -> tuple[str, str]:
        return {
            Way.WHERE: (
                self.tr("ยังไม่มีต้นฉบับที่ติดตาม"),
                self.tr("พิมพ์เลขรับแล้วกด Enter จากนั้นพิมพ์ใบติดตามติดไว้กับต้นฉบับ ต่อไปจะรู้เสมอว่าอยู่กับใคร"),
            ),
            Way.HAND: (self.tr("ยังไม่ได้สแกน"), self.tr("สแกนใบติดตามของทุกฉบับที่จะส่ง แล้วกด F9 ครั้งเดียว")),
            Way.TAKE: (self.tr("ไม่มีต้นฉบับกำลังส่งมา"), self.tr("ฉบับที่หน่วยงานอื่นส่งมอบมาจะอยู่ที่นี่จนกว่าจะรับไว้")),
            Way.SWEEP: (self.tr("ห้องนี้ไม่มีต้นฉบับตามบันทึก"), self.tr("สแกนทุกฉบับที่อยู่ในห้อง แล้วจะเห็นว่าขาดหรือเกิน")),
        }[self.presenter.way]

    def _connect(self) -> None:
        self.ways.chosen.connect(lambda key: self.turn(Way(key)))
        self.scan.returnPressed.connect(self._scan)
        self.room.chosen.connect(lambda _: self._choose_room())
        self.table.chosen.connect(self._follow)
        self.table.opened.connect(self._open)
        self.act_button.clicked.connect(self._act)
        self.all_button.clicked.connect(self._take_all)
        self.slip_button.clicked.connect(self._print)
        self.back_button.clicked.connect(self.closed)

    def _bind_keys(self) -> None:
        def group() -> str:
            return self.tr("ที่อยู่ต้นฉบับ")

        for way, key in _KEYS.items():
            self.keys.add(key, partial(self._name_of, way), partial(self.turn, way), group=group)
        self.keys.name("Return", lambda: self.tr("สแกน หรือเปิดหนังสือ"), group=group, hint=True)
        self.keys.add("Ctrl+Delete", lambda: self.tr("เอาออกจากที่สแกน"), self._drop, group=group, hint=True)

    def _lay_out(self) -> None:
        both = QWidget()
        self._list = QStackedLayout(both)
        self._list.setStackingMode(QStackedLayout.StackingMode.StackAll)
        self._nothing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for widget in (self._nothing, self.table):
            self._list.addWidget(widget)
        side = Panel()
        side.setFixedWidth(_SIDE_WIDE)
        side.body.addWidget(self.trail)
        middle = QHBoxLayout()
        middle.setSpacing(L)
        middle.addWidget(both, 1)
        middle.addWidget(side)
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
        column.addWidget(row(*self._fields, stretch=(3, 2, 2, 2, 2)))
        column.addWidget(self.said)
        column.addLayout(middle, 1)
        column.addLayout(foot)
