"""The inbox: baskets with their counts, the list, and the letter under the cursor beside it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from desktop.letters.fallen import COUNTED
from desktop.letters.model import Basket, LetterRow, Order
from desktop.office.changes import Changes
from desktop.office.ids import Id
from ui.kit.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.kit.inputs import SearchBox
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.paged_rows import PAGE, Deliver, PagedModel
from ui.kit.panels import EmptyState
from ui.kit.segmented import Segmented
from ui.kit.table import TableView
from ui.kit.tokens import L, M, S
from ui.letters import words
from ui.letters.inbox_columns import columns
from ui.letters.inbox_presenter import InboxPresenter, Listing
from ui.letters.letter_desk import LetterDesk
from ui.letters.letter_papers import LetterPapers
from ui.letters.phrase_list import MOST
from ui.letters.preview import Preview
from ui.letters.secret_door import SecretDoor
from ui.letters.way import Deed
from ui.work import Worker

SETTLE_MS = 120
_BASKETS = (
    Basket.NEW, Basket.MINE, Basket.RECEIVE, Basket.ENDORSE, Basket.CIRCULAR,
    Basket.DUE, Basket.SENT, Basket.FOLLOWED, Basket.SNOOZED, Basket.ALL,
)  # fmt: skip
_QUIET = frozenset({Basket.SENT, Basket.FOLLOWED, Basket.SNOOZED})
"""Nothing in these waits for anybody, so their number is not shown."""


class InboxScreen(Speaks, QWidget):
    """`opened` brings the letter's id on Enter; `register_asked` on F9, `secrets_asked` on Ctrl+L for those who may
    read them, `reassign_asked` on Ctrl+Shift+M; `counted` what each basket holds."""

    opened = Signal(object)
    register_asked = Signal()
    fallen_asked = Signal()
    paper_asked = Signal()
    secrets_asked = Signal()
    search_asked = Signal()
    reassign_asked = Signal()
    counted = Signal(object)
    many_asked = Signal()
    authority_asked = Signal()
    stack_asked = Signal()

    def __init__(
        self,
        presenter: InboxPresenter,
        desk: LetterDesk,
        papers: LetterPapers,
        worker: Worker,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.presenter, self.desk, self._worker = presenter, desk, worker
        self._listing: Listing | None = None
        self._counts: dict[Basket, int] = {}
        self._asked = self._fallen = 0
        self._anew = self._settling = False
        self.baskets = Segmented([(basket.value, "") for basket in _BASKETS], abreast=5)
        self.search = SearchBox()
        self.order_button = QuietButton(key="X", bound=False)
        self.table: TableView[LetterRow] = TableView()
        self.model = PagedModel(columns(lambda: presenter.today), self._fetch, self)
        self.table.show_model(self.model)
        self._nothing = EmptyState("inbox")
        self.preview = Preview(desk, papers, worker, language)
        self.register_button = PrimaryButton(key="F9", icon_name="plus")
        self.stack_button = SecondaryButton(key="F2", icon_name="scan")
        self.fallen_button = SecondaryButton(key="L", icon_name="hourglass")
        self.paper_button = SecondaryButton(key="O", icon_name="page")
        self.secret_door = SecretDoor(presenter.may_read_secrets, worker)
        self.keys = Keys(self)
        self._later = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._later.timeout.connect(self.refresh)
        self._bind_keys()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.baskets.choose(presenter.basket.value)
        self.refresh()

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("หนังสือเข้า"))
        self.search.setAccessibleName(self.tr("ค้นในหนังสือเข้า"))
        self.search.setPlaceholderText(self.tr("ค้นในตะกร้านี้  /"))
        self.baskets.setAccessibleName(self.tr("ตะกร้าหนังสือ"))
        self.register_button.say(self.tr("ลงทะเบียนรับ"))
        self.paper_button.say(self.tr("ต้นฉบับ"))
        self.stack_button.say(self.tr("โต๊ะสแกน"))
        self._name_baskets()
        self._name_order()
        self._say_nothing()
        self._name_fallen()

    def changed(self, changes: Changes) -> None:
        """Something was written here or pulled: the list is read again soon, its difference shown."""
        if self.presenter.concerns(changes):
            self._later.start()
        if changes.touches("staff"):
            self.secret_door.look()

    def refresh(self) -> None:
        """Reads the list and the counts again; the letter under the cursor stays there."""
        wanted, keep = self.presenter.wanted, self._current_id()
        self._asked += 1
        asked = self._asked
        self._worker.run(
            lambda: self.presenter.look(wanted, PAGE, keep),
            owner=self,
            on_done=lambda listing: self._arrived(listing, keep) if asked == self._asked else None,
        )
        self._worker.run(
            self.presenter.counts,
            owner=self,
            on_done=lambda counts: self._count(counts) if asked == self._asked else None,
        )
        self._worker.run(self.presenter.fallen, owner=self, on_done=self._count_fallen, view="fallen")

    def look_for(self, words: str) -> None:
        """The words are sought in every basket; the keyboard goes to what was found."""
        self.search.setText(words)
        self.show_basket(Basket.ALL)
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_basket(self, basket: Basket) -> None:
        self.presenter.basket = basket
        self.baskets.choose(basket.value)
        self._look_anew()

    def next_order(self) -> None:
        """Sorts otherwise; what is not the usual order is said beside the search."""
        self.presenter.next_order()
        self._name_order()
        self._look_anew()

    def step(self, rows: int) -> None:
        """To the next letter of the list, or back; the page follows.

        A letter that was sent on has left the list, and the cursor stands on the next one already.
        """
        row = self.table.current()
        left = row is not None and row.id != self.desk.wanted
        place = self.table.currentIndex().row() + (rows - 1 if left and rows > 0 else rows)
        if 0 <= place < self.model.rowCount():
            self.table.choose(place)
            self._open_current()

    def _look_anew(self) -> None:
        self._anew = True
        self._later.stop()
        self.refresh()

    def _current_id(self) -> Id | None:
        row = self.table.current()
        return row.id if row else None

    def _searched(self) -> None:
        self.presenter.words = self.search.value
        self._anew = True
        self._later.start()

    def _arrived(self, listing: Listing, keep: Id | None) -> None:
        """A listing that was read while the clerk moved on does not know the place of their letter: read once more."""
        if self._anew or self._current_id() == keep:
            self._listed(listing)
        else:
            self.refresh()

    def _listed(self, listing: Listing) -> None:
        before = self.table.currentIndex().row()
        anew, self._anew = self._anew, False
        self._listing = listing
        moved = 0 if listing.place is None or before < 0 else listing.place - before
        added = moved if 0 < moved <= listing.total - self.model.rowCount() else 0
        self._settling = True
        self.model.refresh(listing.total, added_first=added)
        if listing.total:
            stay = 0 if anew else min(max(before, 0), listing.total - 1)
            self.table.choose(stay if listing.place is None else listing.place)
        self._settling = False
        self._say_nothing()
        self._nothing.setVisible(not listing.total)
        self._list.setCurrentWidget(self.table if listing.total else self._nothing)
        self.follow()

    def follow(self) -> None:
        """Shows the letter under the cursor, once it is known which it is.

        Never under an open page, and never under something that is being written: it would be saved on another letter.
        """
        if self.isVisible() and not self._settling and not self.preview.work.is_writing:
            self._open_current()

    def _chosen(self) -> None:
        """The clerk went to another letter: what they were writing is put away and kept for its letter."""
        if not self._settling and self.preview.work.is_writing:
            self.preview.work.back()
        self.follow()

    def _open_current(self) -> None:
        row = self.table.current()
        if row is not None:
            self.desk.open(row.id, soon=True)
        elif self._listing is not None and not self._listing.total:
            self.desk.open(None)

    def _fetch(self, first: int, count: int, deliver: Deliver[LetterRow]) -> None:
        listing, number = self._listing, first // count
        if listing is None:
            return
        if number == 0:
            deliver(listing.first)
        else:
            self._worker.run(
                lambda: listing.page(number), owner=self, on_done=lambda rows: self._fetched(rows, deliver)
            )

    def _fetched(self, rows: Sequence[LetterRow], deliver: Deliver[LetterRow]) -> None:
        deliver(rows)
        self.follow()

    def _count(self, counts: dict[Basket, int]) -> None:
        self._counts = counts
        self._name_baskets()
        self.counted.emit(counts)

    def _count_fallen(self, count: int) -> None:
        self._fallen = count
        self._name_fallen()

    def _name_fallen(self) -> None:
        said = self.tr("ตกหล่น")
        many = f"{COUNTED:,}+" if self._fallen > COUNTED else f"{self._fallen:,}"
        self.fallen_button.say(f"{said} {many}" if self._fallen else said)

    def _name_baskets(self) -> None:
        self.baskets.offer([(one.value, self._named(one)) for one in _BASKETS])

    def _named(self, one: Basket) -> str:
        named = self._counts and one not in _QUIET
        return f"{words.basket(one)} {self._counts[one]:,}" if named else words.basket(one)

    def _name_order(self) -> None:
        self.order_button.say(self.tr("เรียง{order}").format(order=words.order(self.presenter.order)))
        self.order_button.setVisible(self.presenter.order is not Order.NEWEST)

    def _say_nothing(self) -> None:
        found = words.nothing_found() if self.presenter.words else words.nothing_in(self.presenter.basket)
        self._nothing.say(*found)

    def _next_basket(self) -> None:
        place = _BASKETS.index(self.presenter.basket)
        self.show_basket(_BASKETS[(place + 1) % len(_BASKETS)])

    def _open(self, row: LetterRow | None) -> None:
        if row is not None:
            self.opened.emit(row.id)

    def _writing(self, on: bool) -> None:
        """While something is being written, its own button is the primary one and F9 is its key."""
        self.register_button.setEnabled(not on)
        self.fallen_button.setEnabled(not on)
        self.stack_button.setEnabled(not on)
        self.paper_button.setEnabled(not on)
        self._escape.setEnabled(not on)

    def _back_to_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.follow()

    def _leave_search(self) -> None:
        self.search.clear()
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _connect(self) -> None:
        self.baskets.chosen.connect(lambda key: self.show_basket(Basket(key)))
        self.search.textChanged.connect(lambda _: self._searched())
        self.search.returnPressed.connect(self.table.setFocus)
        self.order_button.clicked.connect(self.next_order)
        self.table.chosen.connect(lambda _: self._chosen())
        self.table.opened.connect(self._open)
        self.register_button.clicked.connect(self.register_asked)
        self.fallen_button.clicked.connect(self.fallen_asked)
        self.paper_button.clicked.connect(self.paper_asked)
        self.stack_button.clicked.connect(self.stack_asked)
        self.secret_door.clicked.connect(self.secrets_asked)
        self.preview.work.writing.connect(self._writing)
        self.preview.left.connect(self._back_to_list)
        self.setFocusProxy(self.table)

    def _bind_keys(self) -> None:
        def group() -> str:
            return self.tr("หนังสือเข้า")

        work = self.preview.work
        self.keys.name("J / K", lambda: self.tr("เลื่อน"), group=group, hint=True)
        self.keys.name("Return", lambda: self.tr("เปิด"), group=group, hint=True)
        self.keys.add_numbers(MOST, lambda: self.tr("เกษียณด้วยวลี"), work.endorse,
            group=group, hint=True,
        )  # fmt: skip
        self.keys.name("R", lambda: self.tr("ส่งต่อ"), group=group, hint=True)
        self.keys.add("/", lambda: self.tr("ค้น"), self.search.setFocus, group=group, hint=True)
        self.keys.add("X", lambda: self.tr("เรียงอย่างอื่น"), self.next_order, group=group)
        self.keys.add("Ctrl+F", lambda: self.tr("ค้นทุกทะเบียนและแฟ้มค้นหา"), self.search_asked.emit, group=group)
        self.keys.add("B", lambda: self.tr("ตะกร้าถัดไป"), self._next_basket, group=group, hint=True)
        self.keys.add("Ctrl+Z", lambda: self.tr("เลิกทำ"), self.desk.undo, group=group, hint=True)
        self.keys.add("Ctrl+Return", lambda: self.tr("เกษียณ"), work.write_endorsement, group=group)
        self.keys.add("M", lambda: self.tr("เกษียณหลายฉบับ"), self.many_asked.emit, group=group, hint=True)
        self.keys.add("Ctrl+G", lambda: self.tr("วลีและผู้ทำการแทน"), self.authority_asked.emit, group=group)
        self.keys.add("V", lambda: self.tr("ติดตาม"), lambda: work.do(Deed.FOLLOW), group=group, hint=True)
        self.keys.add("Z", lambda: self.tr("พักไว้"), lambda: work.do(Deed.SNOOZE), group=group, hint=True)
        move = self.reassign_asked.emit
        self.keys.add("Ctrl+Shift+M", lambda: self.tr("โอนงานของผู้ไม่อยู่"), move, group=group)
        self.keys.add("N", lambda: self.tr("ลงทะเบียนรับ"), self.register_button.click, group=group)
        self._escape = self.keys.add("Esc", lambda: self.tr("ล้างคำค้น"), self._leave_search, group=group)

    def _lay_out(self) -> None:
        both = QWidget()
        self._list = QStackedLayout(both)
        self._list.setStackingMode(QStackedLayout.StackingMode.StackAll)
        self._nothing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for widget in (self._nothing, self.table):
            self._list.addWidget(widget)
        self._nothing.hide()
        side = QWidget()
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(S)
        left.addWidget(self.baskets)
        seeking = QHBoxLayout()
        seeking.setSpacing(M)
        seeking.addWidget(self.search, 1)
        seeking.addWidget(self.order_button)
        left.addLayout(seeking)
        left.addWidget(both, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(L)
        split.setChildrenCollapsible(False)
        split.addWidget(side)
        split.addWidget(self.preview)
        split.setStretchFactor(0, 4)  # of a larger screen the subjects get most
        split.setStretchFactor(1, 1)
        split.setSizes([690, 396])
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(HintBar(self.keys), 1)
        foot.addWidget(self.paper_button)
        foot.addWidget(self.fallen_button)
        foot.addWidget(self.secret_door)
        foot.addWidget(self.stack_button)
        foot.addWidget(self.register_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(L + S, L, L + S, M)
        column.setSpacing(S)
        column.addWidget(split, 1)
        column.addLayout(foot)
