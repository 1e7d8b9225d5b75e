"""ต้องตรวจ: the list at the left, one item whole at the right, and one key for each way out of it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.office.dates import local_date
from desktop.tray.model import Item, Standing, Tray, Way
from ui.house import House
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState, Panel
from ui.kit.segmented import Segmented
from ui.kit.table import TableView
from ui.kit.tokens import L, S
from ui.notices import Act, Notice
from ui.tray import words
from ui.tray.item_view import ItemView
from ui.tray.note_form import WANTED, NoteForm
from ui.tray.presenter import VIEWS, TrayPresenter
from ui.tray.rows import item_rows
from ui.tray.ways_bar import WaysBar

_SAID_MS = 20_000
_UNDOABLE = frozenset({Way.CLOSE, Way.HAND_UP, Way.CHOOSE})


class TrayScreen(Speaks, QWidget):
    """`edit_asked` brings the item whose paper the clerk wants to open."""

    edit_asked = Signal(object)

    def __init__(self, house: House, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._house = house
        self.presenter = TrayPresenter(house.office, house.session)
        self._busy = False
        self._undo: Item | None = None
        self._said: Notice | None = None
        self.views = Segmented([(view.value, "") for view in VIEWS])
        self.rows = item_rows(house.code, lambda: local_date(house.office.clock.now()))
        self.table: TableView[Item] = TableView()
        self.table.show_model(self.rows)
        self.item, self.ways, self.note = ItemView(house.code), WaysBar(), NoteForm()
        self._nothing, self._list, self._side = EmptyState("ready"), QStackedWidget(), Panel()
        self.keys = Keys(self)
        self._forget = QTimer(self, interval=_SAID_MS, singleShot=True)
        self._forget.timeout.connect(self._withdraw)
        self._bind_keys()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.refresh()

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("รายการต้องตรวจ"))
        self.views.setAccessibleName(self.tr("มุมมอง"))
        counted = [(view.value, self._named(view)) for view in VIEWS]
        self.views.offer(counted)
        self._nothing.say(*words.nothing(self.presenter.view))

    def refresh(self) -> None:
        """Reads everything again in the background; the item under the cursor stays."""
        self._house.worker.run(self.presenter.load, owner=self, on_done=self._loaded, view="rows")

    def changed(self, changes: object) -> None:
        if self.presenter.concerns(changes):  # type: ignore[arg-type]
            self.refresh()

    def take(self, way: Way) -> None:
        """Goes a way out of the current item; ways that want words ask for them first."""
        item = self.table.current()
        if item is None or self._busy or way not in item.ways:
            return
        if way is Way.EDIT:
            self.edit_asked.emit(item)
        elif way in WANTED:
            self._turn(asking=True)
            self.note.ask(way)
        else:
            self._act(item, way, "")

    def undo(self) -> None:
        """Takes back what was settled last, or the item under the cursor; nothing while a deed is under way."""
        if self._busy:
            return
        item, self._undo = self._undo, None
        if item is not None:
            self._withdraw()
            self._act(item, Way.UNDO, "")
        else:
            self.take(Way.UNDO)

    def _act(self, item: Item, way: Way, said: str) -> None:
        self._busy = True
        self.ways.setEnabled(False)

        def done(_: None) -> None:
            self._rest()
            self._tell(item, way)

        def failed(error: Exception) -> None:
            self._rest()
            self._house.notices.failed(error)

        act = self.presenter.act(item, way, said)
        self._house.worker.run(act, owner=self, on_done=done, on_failed=failed, lane="write")

    def _rest(self) -> None:
        self._busy = False
        self.ways.setEnabled(True)
        self._turn(asking=False)
        self.refresh()

    def _tell(self, item: Item, way: Way) -> None:
        """What happened, and for a moment a way back."""
        self._withdraw()
        self._undo = item if way in _UNDOABLE else None
        back = Act(self.tr("เลิกทำ  Ctrl+Z"), self.undo) if self._undo else None
        self._said = self._house.notices.say("ready", words.done(way), "", back)
        self._forget.start()

    def _withdraw(self) -> None:
        self._forget.stop()
        if self._said is not None:
            self._house.notices.close(self._said)
            self._said = None

    def _loaded(self, tray: Tray) -> None:
        self.presenter.show(tray)
        items = self.presenter.items
        place = self.table.currentIndex().row()
        self.rows.show_rows(items)
        self._list.setCurrentWidget(self.table if items else self._nothing)
        self.setFocusProxy(self.table if items else self.views)
        self._side.setVisible(bool(items))
        if items and self.table.current() is None:
            self.table.choose(max(0, min(place, len(items) - 1)))
        self.retranslate()
        self._choose(self.table.current())

    def _choose(self, item: Item | None) -> None:
        if item is None:
            return
        choosing = Way.CHOOSE in item.ways
        self.item.show_item(item, self.presenter.choice(item) if choosing else None)
        self.ways.show_ways(item.ways)

    def _moved(self, item: Item | None) -> None:
        self._turn(asking=False)
        self._choose(item)

    def _turn(self, *, asking: bool) -> None:
        """The line of words stands in the place of the buttons."""
        had = self.note.isVisible()
        self.note.setVisible(asking)
        self.ways.setVisible(not asking)
        if had and not asking:
            self.table.setFocus()

    def _look(self, view: str) -> None:
        self.presenter.view = Standing(view)
        self._turn(asking=False)
        self._loaded(self.presenter.tray)

    def _named(self, view: Standing) -> str:
        count = len(self.presenter.listed(view))
        return f"{words.view(view)} {count}" if count and view is not Standing.SETTLED else words.view(view)

    def _confirmed(self, way: Way, said: str) -> None:
        item = self.table.current()
        if item is not None and not self._busy:
            self._act(item, way, said)

    def _connect(self) -> None:
        self.table.chosen.connect(self._moved)
        self.table.opened.connect(lambda item: self.take(item.ways[0]) if item and item.ways else None)
        self.views.chosen.connect(self._look)
        self.ways.taken.connect(self.take)
        self.note.confirmed.connect(self._confirmed)
        self.note.left.connect(lambda: self._turn(asking=False))

    def _bind_keys(self) -> None:
        def group() -> str:
            return self.tr("ต้องตรวจ")

        self.keys.name("J", lambda: self.tr("รายการถัดไป"), group=group, hint=True)
        self.keys.name("K", lambda: self.tr("รายการก่อน"), group=group, hint=True)
        mine, theirs = lambda: self.item.sides.choose(mine=True), lambda: self.item.sides.choose(mine=False)
        self.keys.add("1", lambda: self.tr("ใช้ของเครื่องนี้"), mine, group=group, hint=True)
        self.keys.add("2", lambda: self.tr("ใช้ที่มีอยู่"), theirs, group=group, hint=True)
        self.keys.add("PgDown", lambda: self.tr("เลื่อนลง"), lambda: self.item.scroll_by(1), group=group)
        self.keys.add("PgUp", lambda: self.tr("เลื่อนขึ้น"), lambda: self.item.scroll_by(-1), group=group)
        self.keys.add("Ctrl+Z", lambda: self.tr("เลิกทำ"), self.undo, group=group, hint=True)

    def _lay_out(self) -> None:
        self.note.hide()
        self._list.addWidget(self._nothing)
        self._list.addWidget(self.table)
        views = QHBoxLayout()
        views.addWidget(self.views)
        views.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(S)
        left.addLayout(views)
        left.addWidget(self._list, 1)
        for widget, stretch in ((self.item, 1), (self.note, 0), (self.ways, 0)):
            self._side.body.addWidget(widget, stretch)
        middle = QHBoxLayout()
        middle.setSpacing(L)
        middle.addLayout(left, 4)
        middle.addWidget(self._side, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, S)
        column.setSpacing(S)
        column.addLayout(middle, 1)
        column.addWidget(HintBar(self.keys))
        self.setFocusProxy(self.table)
