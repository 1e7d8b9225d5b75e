"""The citizen in front: their card or a search brings them and everything of theirs; one key takes what they owe."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.counter.finding import Thing
from desktop.counter.model import Page
from desktop.devices.id_card import CardReader, IdCard
from desktop.office.changes import Changes
from desktop.people.from_card import entry_of_card
from desktop.people.model import Entry
from ui.cashier.paper_actions import PaperActions
from ui.counter.card_bar import CardBar
from ui.counter.code_form import CodeForm
from ui.counter.finder import Finder
from ui.counter.forms import Forms
from ui.counter.house_ties import HouseTies
from ui.counter.page_panel import PagePanel
from ui.counter.putting_right import PuttingRight
from ui.counter.scan_catcher import ScanCatcher
from ui.counter.second_screen import SecondScreen
from ui.counter.serving import Serving
from ui.counter.taking import Taking
from ui.house import House
from ui.kit.buttons import SecondaryButton
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState
from ui.kit.tokens import L, S

_TOUCHED = (
    "person", "house", "house_tie", "receipt", "receipt_void", "bill", "bill_cancelled", "bill_payment",
    "payment_receipt", "payment_word", "citizen_case",
)  # fmt: skip


class CitizenScreen(Speaks, QWidget):
    """`reader` is watched while the screen is seen. `bar` takes what other rooms put beside the search.

    `fees_wanted`, `case_wanted` bring the page of whoever wants to pay something else, or asks for something new;
    `thing_wanted` a paper that has its page in another room. `painted`: the page stands, for whoever measures.

    The page of a card stands as soon as its number is known, where nobody else's does; it goes again if the card can't
    be read to its end.
    """

    fees_wanted = Signal(object)
    case_wanted = Signal(object)
    thing_wanted = Signal(object)
    painted = Signal(object)

    def __init__(self, house: House, reader: CardReader, paper: PaperActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._house = house
        self.card, self.finder, self.page = CardBar(reader, house.code), Finder(house), PagePanel()
        self.new = SecondaryButton(key="Ctrl+N", icon_name="plus")
        self.code, self.nothing = CodeForm(house), EmptyState("users")
        self.serving, self.second = Serving(house, self), SecondScreen(house, self)
        self.taking = Taking(house, paper, self.page)
        paper.get_ready_soon()
        self.forms = Forms(house, self)
        self.right, self.ties = PuttingRight(self.forms, self.page.who), HouseTies(self.forms, self.page.who)
        self.bar, self._stack = QHBoxLayout(), QStackedWidget()
        self._rests: QWidget = self.nothing
        self._foreseen = False
        self._keys = Keys(self)
        self._bind_keys()
        self._hints = HintBar(self._keys)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.finder.box)
        self.retranslate()

    def retranslate(self) -> None:
        self.new.say(self.tr("รายใหม่"))
        self.nothing.say(
            self.tr("ยังไม่ได้เลือกประชาชน"),
            self.tr("ใส่บัตรประชาชน สแกนใบแจ้งชำระ หรือพิมพ์ชื่อ เลข โทรศัพท์ บ้านเลขที่ ข้างบน แล้วกด Enter"),
        )
        self.second.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.second.open()

    def next_citizen(self) -> None:
        """Nobody stands here: the next card or search begins anew. A form that is being typed is left alone."""
        if self._rests is self.forms.stack:
            return
        self._foreseen = False
        self.serving.forget()
        self.rest_at(self.nothing)
        self.page.forget()
        self.second.show_nobody()
        self.finder.box.setFocus()

    def changed(self, changes: Changes) -> None:
        """What came by the post, or was done in another room, is shown, unless a form is open."""
        if changes.touches("people_key"):
            self.code.look()
        if changes.touches(*_TOUCHED):
            self.serving.forget_ahead()
        page, free = self.page.page, self._rests is self.page and not self.page.who.number_shown
        if page is not None and free and changes.touches(*_TOUCHED):
            self.serving.read_again(page)

    def rest_at(self, widget: QWidget) -> None:
        """What stands here when nothing is searched; nothing is any more."""
        self.finder.clear()
        self._rests = widget
        self._stack.setCurrentWidget(widget)
        self._hints.setVisible(widget is self.page)  # a form has keys of its own, and nobody pays nothing

    def _came(self, page: Page, same: bool, newer: bool) -> None:
        stands = self._foreseen and not same and self.page.page is page
        self._foreseen = self._foreseen and same
        if stands:
            self.page.who.show_newer(newer)
            return
        self.page.show_page(page, card_is_newer=newer, same=same)
        if self._rests is self.forms.stack and same:
            self.ties.show_page(page)
        elif not same:
            self._begin()

    def _begin(self) -> None:
        self.rest_at(self.page)
        self.page.begin()
        self.painted.emit(self.page.page)

    def _card_numbered(self, number: str) -> None:
        if self._rests is not self.forms.stack:
            self.serving.foresee(number)

    def _show_foreseen(self, page: Page) -> None:
        """Only where nobody stands and nothing is searched: what is looked at is not taken away for half a card."""
        if self._stack.currentWidget() is self.nothing and not self.finder.box.text():
            self._foreseen = True
            self.page.show_page(page)
            self._begin()

    def _card_lost(self) -> None:
        """Nothing of it remains, unless the clerk has begun something with whom they saw."""
        self.serving.forget_ahead()
        if self._foreseen and self._rests is self.page and not (self.taking.is_busy or self.page.is_done):
            self.next_citizen()
        self._foreseen = False

    def _card_read(self, card: IdCard) -> None:
        """A form that is being typed is left alone."""
        if self._rests is not self.forms.stack:
            self.serving.open_card(card)

    def _elsewhere(self, thing: Thing) -> None:
        self.finder.clear()
        self._stack.setCurrentWidget(self._rests)
        self.thing_wanted.emit(thing)

    def _left_form(self) -> None:
        served = self.page.page is not None
        self.rest_at(self.page if served else self.nothing)
        self.page.begin() if served else self.finder.box.setFocus()

    def _connect(self) -> None:
        scans, page, serving = ScanCatcher(self), self.page, self.serving
        scans.scanned.connect(self.finder.look_up)
        self.card.numbered.connect(self._card_numbered)
        self.card.lost.connect(self._card_lost)
        self.code.done.connect(self.finder.box.setFocus)
        self.card.read.connect(self._card_read)
        self.finder.showing.connect(lambda found: self._stack.setCurrentWidget(self.finder if found else self._rests))
        self.finder.opened.connect(serving.open_hit)
        self.finder.scanned.connect(serving.open_thing)
        serving.foreseen.connect(self._show_foreseen)
        serving.came.connect(self._came)
        serving.went_on.connect(page.show_matters)
        page.more_wanted.connect(serving.go_on)
        serving.unknown.connect(lambda card: self.right.begin(entry_of_card(card)))
        serving.elsewhere.connect(self._elsewhere)
        self.forms.asking.connect(lambda: self.rest_at(self.forms.stack))
        self.forms.left.connect(self._left_form)
        self.forms.kept.connect(lambda person_id: serving.open_person(person_id, serving.card))
        self.ties.changed.connect(serving.read_again)
        self.new.clicked.connect(lambda: self.right.begin(Entry()))
        page.who.take_card.clicked.connect(lambda: self.right.take_card(serving.card))
        page.done.next_citizen.connect(self.next_citizen)
        page.fees.clicked.connect(lambda: self.fees_wanted.emit(page.page))
        page.new_case.clicked.connect(lambda: self.case_wanted.emit(page.page))
        page.opened.connect(lambda matter: self.thing_wanted.emit(Thing(matter.entity, matter.id, matter.title)))
        page.bill_wanted.connect(lambda bill: self.thing_wanted.emit(Thing("bill", bill.id, bill.reference)))
        self.second.follow(page, self.taking)
        self.taking.fees_wanted.connect(lambda: self.fees_wanted.emit(page.page))
        self.taking.look.connect(lambda receipt: self.thing_wanted.emit(Thing("receipt", receipt.id, "")))

    def _bind_keys(self) -> None:
        def group() -> str:
            return self.tr("ประชาชน")

        name, add = self._keys.name, self._keys.add
        add("F4", lambda: self.tr("ค้นหรือสแกน"), self.finder.begin, group=group, hint=True)
        add("Ctrl+Down", lambda: self.tr("ไปที่ผลการค้น"), self.finder.table.setFocus, group=group)
        name("Space", lambda: self.tr("จ่าย หรือยังไม่จ่าย"), group=group, hint=True)
        name("F9", lambda: self.tr("รับเงินและพิมพ์"), group=group, hint=True)
        name("Ctrl+Shift+P", lambda: self.tr("ใบไม่ออก หรือเสีย"), group=group)
        name("F7", lambda: self.tr("รับเรื่องใหม่"), group=group, hint=True)
        name("Ctrl+N", lambda: self.tr("รายใหม่"), group=group)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(self.finder.box, 1)
        head.addWidget(self.new)
        head.addWidget(self.second.box)
        for page in (self.nothing, self.page, self.forms.stack, self.finder):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, S, L, S)
        column.setSpacing(S)
        column.addWidget(self.card)
        column.addLayout(self.bar)
        column.addLayout(head)
        column.addWidget(self.code)
        column.addWidget(self._stack, 1)
        column.addWidget(self._hints)
        kept = self._hints.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._hints.setSizePolicy(kept)
        self._hints.hide()
