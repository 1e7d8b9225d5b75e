"""The citizen in front: the card and the search at the left, their page or their form at the right."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.counter.model import Page
from desktop.devices.id_card import CardNews, CardReader, CardState, IdCard
from desktop.office.changes import Changes
from desktop.office.ids import Id
from desktop.people.from_card import entry_of_card, updated
from desktop.people.model import Entry, Found, Hit
from ui.counter import words
from ui.counter.code_form import CodeForm
from ui.counter.page_panel import PagePanel
from ui.counter.person_form import PersonForm
from ui.house import House
from ui.kit.buttons import SecondaryButton
from ui.kit.chips import Chip
from ui.kit.inputs import SearchBox
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState
from ui.kit.table import TableView
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import L, S

_LEFT = 400
_OFTEN_MS = 60
"""How long after a key the search begins: a hand that goes on typing asks once."""


class CitizenScreen(Speaks, QWidget):
    """`reader` is watched while the screen is seen; `pay_wanted` brings the page of whoever wants to pay."""

    pay_wanted = Signal(object)
    painted = Signal(object)
    """The page stands: for whoever measures how long it took."""
    _card_told = Signal(object)

    def __init__(self, house: House, reader: CardReader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._house, self._reader = house, reader
        self._end_watch: Callable[[], None] | None = None
        self._news = CardNews(CardState.WAITING)
        self._card: IdCard | None = None
        self._asked = 0
        self.chip, self.advice = Chip(), ThaiLabel(ink="soft", size="small")
        self.search, self.read_as = SearchBox(), ThaiLabel(ink="soft", size="small")
        self.rows = words.hit_rows()
        self.table: TableView[Hit] = TableView()
        self.table.show_model(self.rows)
        self.new = SecondaryButton(key="Ctrl+N", icon_name="plus")
        self.code = CodeForm()
        self.page, self.form, self.nothing = PagePanel(), PersonForm(), EmptyState("users")
        self._right = QStackedWidget()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_OFTEN_MS)
        self._keys = Keys(self)
        self._bind_keys()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._look_for_key()

    def retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("เลขประจำตัว ชื่อ โทรศัพท์ หรือบ้านเลขที่"))
        self.search.setAccessibleName(self.tr("ค้นประชาชนหรือบ้าน"))
        self.table.setAccessibleName(self.tr("ผลการค้น"))
        self.new.say(self.tr("รายใหม่"))
        self.nothing.say(
            self.tr("ยังไม่ได้เลือกประชาชน"), self.tr("ใส่บัตรประชาชน หรือพิมพ์ชื่อ เลข โทรศัพท์ บ้านเลขที่ ทางซ้าย แล้วกด Enter")
        )
        self._say_card()

    # ---------------------------------------------------------------------------------------------------- the card

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._end_watch is None:
            self._end_watch = self._reader.watch(self._card_told.emit)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._end_watch is not None:
            self._end_watch()
            self._end_watch = None

    def _card_news(self, news: CardNews) -> None:
        self._news = news
        self._say_card()
        if news.card is not None and self._right.currentWidget() is not self.form:
            self._open_card(news.card)

    def _open_card(self, card: IdCard) -> None:
        queries = self._house.office.people_queries
        self._asked += 1
        turn = self._asked

        def done(person_id: Id | None) -> None:
            if turn != self._asked:
                return
            if person_id is not None:
                self.open_person(person_id, card)
            else:
                self.open_form(entry_of_card(card))

        def find() -> Id | None:
            known = queries.by_number(card.number)
            return known.id if known else None

        self._house.worker.run(find, owner=self, on_done=done)

    def _say_card(self) -> None:
        badge, advice = words.card(self._news, self._house.code())
        self.chip.show_badge(badge)
        self.advice.say(advice)
        self.advice.setVisible(bool(advice))

    # -------------------------------------------------------------------------------------------------- the search

    def _find(self) -> None:
        typed, queries = self.search.value, self._house.office.people_queries
        self._house.worker.run(
            lambda: queries.search(typed),
            owner=self,
            on_done=lambda found: self._found(typed, found),
        )

    def _found(self, typed: str, found: Found) -> None:
        if typed != self.search.value:
            return
        self.rows.show_rows(found.hits)
        said = self.tr("แป้นพิมพ์สลับภาษา อ่านเป็น “{words}”").format(words=found.read_as) if found.read_as else ""
        if typed and not found.hits:
            said = self.tr("ไม่พบในทะเบียน กด Ctrl+N เพื่อบันทึกรายใหม่")
        self.read_as.say(said)
        self.read_as.setVisible(bool(said))
        if found.hits:
            self.table.choose(0)

    def _open_hit(self, hit: Hit | None) -> None:
        if hit is None:
            return
        if hit.entity == "person":
            self.open_person(hit.id)
            return
        people = self._house.office.people_queries.people_of(hit.id)
        if people:
            self.open_person(people[0].person_id)

    def _open_first(self) -> None:
        """Enter in the search: what was typed is looked for at once, and the first is opened."""
        self._soon.stop()
        typed, queries = self.search.value, self._house.office.people_queries

        def done(found: Found) -> None:
            self._found(typed, found)
            self._open_hit(next(iter(found.hits), None))

        self._house.worker.run(lambda: queries.search(typed), owner=self, on_done=done)

    # --------------------------------------------------------------------------------------------- page and form

    def open_person(self, person_id: Id, card: IdCard | None = None) -> None:
        """Shows a citizen's page; `card`: theirs, as it was read."""
        self._asked += 1
        turn = self._asked

        def done(page: Page | None) -> None:
            if page is not None and turn == self._asked:
                self._show_page(page, card)

        self._house.worker.run(lambda: self._house.office.counter_queries.page(person_id), owner=self, on_done=done)

    def _show_page(self, page: Page, card: IdCard | None) -> None:
        self._card = card
        newer = card is not None and updated(page.citizen.entry, card) != page.citizen.entry
        self.page.show_page(page, card_is_newer=newer)
        self._right.setCurrentWidget(self.page)
        self.page.setFocus()
        self.painted.emit(page)

    def open_form(self, entry: Entry, *, is_new: bool = True) -> None:
        self.form.show_entry(entry, is_new=is_new)
        self._right.setCurrentWidget(self.form)
        self.form.setFocus()

    def _edit(self) -> None:
        if self.page.page is not None and self._right.currentWidget() is self.page:
            self.open_form(self.page.page.citizen.entry, is_new=False)

    def _keep(self, entry: Entry) -> None:
        seen = self.page.page.citizen if self.page.page is not None and not self.form.is_new else None
        people = self._house.office.people(self._house.session.person)

        def act() -> Id:
            if seen is None:
                return people.record(entry)
            people.amend(seen, entry)
            return seen.id

        self._house.worker.run(act, owner=self, on_done=self._kept, on_failed=self._failed, lane="write")

    def _kept(self, person_id: Id) -> None:
        self.form.show_busy(False)
        self.open_person(person_id)

    def _failed(self, error: Exception) -> None:
        self.form.show_busy(False)
        self._house.notices.failed(error)

    def _take_card(self) -> None:
        if self.page.page is not None and self._card is not None:
            seen, card = self.page.page.citizen, self._card
            people = self._house.office.people(self._house.session.person)
            self._house.worker.run(
                lambda: people.amend(seen, updated(seen.entry, card)),
                owner=self,
                on_done=lambda _: self.open_person(seen.id, card),
                lane="write",
            )

    def _reveal(self, reason: str) -> None:
        if self.page.page is not None:
            person_id, people = self.page.page.citizen.id, self._house.office.people(self._house.session.person)
            self._house.worker.run(
                lambda: people.reveal(person_id, reason),
                owner=self,
                on_done=self.page.show_whole_number,
                lane="write",
            )

    def _leave_form(self) -> None:
        self._right.setCurrentWidget(self.page if self.page.page is not None else self.nothing)
        self.search.setFocus()

    # -------------------------------------------------------------------------------------------------- the rest

    def changed(self, changes: Changes) -> None:
        """What came by the post is shown, unless a form is open."""
        if changes.touches("people_key"):
            self._look_for_key()
        page = self.page.page
        touched = changes.touches("person", "house_tie", "receipt", "receipt_void")
        if touched and page is not None and self._right.currentWidget() is self.page and not self.page.number_shown:
            self.open_person(page.citizen.id, self._card)

    def _look_for_key(self) -> None:
        queries = self._house.office.people_queries
        self._house.worker.run(queries.key, owner=self, on_done=lambda key: self.code.setVisible(key is None))

    def _use_code(self, typed: str) -> None:
        people = self._house.office.people(self._house.session.person)
        self._house.worker.run(lambda: people.use_code(typed), owner=self, on_done=lambda _: self._look_for_key())

    def _connect(self) -> None:
        self._card_told.connect(self._card_news, Qt.ConnectionType.QueuedConnection)
        self._soon.timeout.connect(self._find)
        self.search.textChanged.connect(lambda _: self._soon.start())
        self.search.returnPressed.connect(self._open_first)
        self.table.opened.connect(self._open_hit)
        self.new.clicked.connect(lambda: self.open_form(Entry()))
        self.code.confirmed.connect(self._use_code)
        self.form.confirmed.connect(self._keep)
        self.form.left.connect(self._leave_form)
        self.page.edit.clicked.connect(self._edit)
        self.page.take_card.clicked.connect(self._take_card)
        self.page.revealed.connect(self._reveal)
        self.page.pay.clicked.connect(lambda: self.pay_wanted.emit(self.page.page))

    def _bind_keys(self) -> None:
        def group() -> str:
            return self.tr("ประชาชน")

        self._keys.add("F4", lambda: self.tr("ค้น"), self._go_to_search, group=group, hint=True)
        self._keys.add("Ctrl+Down", lambda: self.tr("ไปที่ผลการค้น"), self.table.setFocus, group=group, hint=True)
        self._keys.name("Ctrl+N", lambda: self.tr("รายใหม่"), group=group)

    def _go_to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(S)
        for widget in (self.chip, self.advice, self.code, self.search, self.read_as):
            left.addWidget(widget)
        self.code.hide()
        self.read_as.hide()
        left.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.addWidget(HintBar(self._keys), 1)
        foot.addWidget(self.new)
        left.addLayout(foot)
        for page in (self.nothing, self.page, self.form):
            self._right.addWidget(page)
        holder = QWidget()
        holder.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        holder.setFixedWidth(_LEFT)
        line = QHBoxLayout(self)
        line.setContentsMargins(L, L, L, L)
        line.setSpacing(L)
        line.addWidget(holder)
        line.addWidget(self._right, 1)
        self.setFocusProxy(self.search)
