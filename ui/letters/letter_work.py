"""What is read and done below a letter: its sections, or in their place the endorsement or routing being written."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop.office.ids import Id
from ui.kit.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.kit.language import Speaks
from ui.kit.tokens import S
from ui.letters.amend_panel import AmendPanel
from ui.letters.classify_panel import ClassifyPanel
from ui.letters.endorse_box import EndorseBox
from ui.letters.keeping_panel import KeepingPanel
from ui.letters.letter_desk import LetterDesk
from ui.letters.note_draft import NoteDraft
from ui.letters.route_panel import RoutePanel
from ui.letters.sections import Sections
from ui.letters.way import AT_ONCE, Deed, DeedWish
from ui.letters.way_bar import WatchButtons, WayBar
from ui.letters.word_panel import WordPanel

_BESIDE = frozenset({"template", "put_back", *AT_ONCE})
"""Done without a panel of their own: whatever is open stays open."""


class LetterWork(Speaks, QWidget):
    """`writing` tells whether something is being written, `routing` whether it is a route; `left`: it was put away."""

    writing = Signal(bool)
    routing = Signal(bool)
    left = Signal()

    def __init__(
        self,
        desk: LetterDesk,
        language: Callable[[], str],
        *,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._compact = compact
        self._draft: NoteDraft | None = None
        presenter = desk.presenter
        self.sections = Sections(presenter, compact=compact)
        self.endorse_box = EndorseBox(presenter.phrases, compact=compact)
        self.route_panel = RoutePanel(presenter, language)
        self.amend_panel = AmendPanel(lambda: presenter.today)
        self.classify_panel = ClassifyPanel(presenter)
        self.keeping_panel = KeepingPanel(presenter, language)
        self.word_panel = WordPanel(presenter)
        self.way_bar, self.watch_buttons = WayBar(presenter, brief=compact), WatchButtons(presenter)
        self.classify_button = QuietButton(key="S", icon_name="lock")
        self.keeping_button = QuietButton(key="G", icon_name="case")
        self.receive_button = SecondaryButton(key="T", icon_name="check")
        self.amend_button = QuietButton(key="A", icon_name="endorse")
        self.route_button = SecondaryButton(key="R", icon_name="route")
        self.endorse_button = (
            SecondaryButton(key="E", icon_name="endorse") if compact else PrimaryButton(key="F9", icon_name="endorse")
        )
        self._stack = QStackedWidget()
        for page in (self._reading(), *self._panels):
            self._stack.addWidget(page)
        self._fit(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        self.receive_button.say(self.tr("รับเรื่อง"))
        self.amend_button.say(self.tr("แก้ไข"))
        self.classify_button.say(self.tr("ชั้นความลับ"))
        self.keeping_button.say(self.tr("แฟ้ม"))
        self.route_button.say(self.tr("ส่งต่อ"))
        self.endorse_button.say(self.tr("เกษียณ"))

    def attach(self, draft: NoteDraft) -> None:
        """What is written is shown where it will stand on the page."""
        self._draft, box = draft, self.endorse_box
        box.changed.connect(self._redraw)
        box.placing.connect(draft.set_on)
        box.move_asked.connect(draft.take_keyboard)
        box.endorse.connect(lambda written: self._desk.endorse(written.at(draft.spot)))

    @property
    def _panels(self) -> tuple[EndorseBox, RoutePanel, AmendPanel, ClassifyPanel, KeepingPanel, WordPanel]:
        seldom = self.amend_panel, self.classify_panel, self.keeping_panel
        return self.endorse_box, self.route_panel, *seldom, self.word_panel

    @property
    def is_writing(self) -> bool:
        return self._stack.currentIndex() != 0

    def endorse(self, number: int = 0) -> None:
        """Opens the endorsement, with a phrase when its number is given."""
        self._desk.when_ready(lambda: self._endorse(number))

    def write_endorsement(self) -> None:
        """Opens the endorsement, or signs the one that is being written."""
        if self._stack.currentWidget() is self.endorse_box:
            self.endorse_box.save()
        elif not self.is_writing:
            self.endorse()

    def route(self) -> None:
        """Opens the routing."""
        self._desk.when_ready(self._route)

    def amend(self, values: Mapping[str, str | None] | None = None, item: Id | None = None) -> None:
        """Opens the form, with what was wanted before when it comes from the tray."""
        self._desk.when_ready(lambda: self._amend(values or {}, item))

    def classify(self) -> None:
        """Opens the change of secrecy."""
        self._desk.when_ready(self._classify)

    def keep(self) -> None:
        """Opens the registers and the file of the letter."""
        self._desk.when_ready(self._keep)

    def do(self, deed: Deed) -> None:
        """Does what can be done at once, opens the panel for what needs a word."""
        self._desk.when_ready(lambda: self._do(deed))

    def receive(self) -> None:
        """Takes the letter over for the clerk's unit, when it waits for it."""
        self._desk.when_ready(self._receive)

    def back(self) -> None:
        """Back to reading; what was written by hand stays for the next time."""
        self._turn(0)
        self.left.emit()

    def show_letter(self) -> None:
        presenter = self._desk.presenter
        self.sections.show_letter()
        self.route_panel.show_letter()
        self.endorse_box.offer(presenter.phrases, presenter.standings, presenter.mine_to_correct)
        for bar in (self.way_bar, self.watch_buttons):
            bar.show_letter()
        knows = self._compact and presenter.way.to_acknowledge is not None
        self.receive_button.setVisible(presenter.to_receive is not None and not knows)
        self.keeping_panel.show_letter()
        for button in (self.route_button, self.endorse_button):
            button.setEnabled(presenter.letter is not None)
        for widget in self.seldom:
            widget.setEnabled(presenter.letter is not None and not self.is_writing)
        if presenter.letter is None and self.is_writing:
            self.back()

    def _endorse(self, number: int) -> None:
        letter = self._desk.letter
        if letter is not None:
            self._turn(1)
            self.endorse_box.begin(letter.id, number, self._desk.unsigned.text(letter.id))

    def _route(self) -> None:
        self._turn(2)
        self.route_panel.begin()

    def _amend(self, values: Mapping[str, str | None], item: Id | None) -> None:
        if self._desk.letter is not None:
            self._turn(3)
            self.amend_panel.begin(self._desk.letter, values, item)

    def _classify(self) -> None:
        self._turn(4)
        self.classify_panel.begin()

    def _keep(self) -> None:
        self._turn(5)
        self.keeping_panel.begin()

    def _do(self, deed: Deed) -> None:
        if deed not in self._desk.presenter.way.deeds:
            return
        if deed in AT_ONCE:
            self._desk.do(DeedWish(deed))
        else:
            self._turn(6)
            self.word_panel.begin(deed)

    def _receive(self) -> None:
        route = self._desk.presenter.to_receive
        if route is not None:
            self._desk.receive(route)

    def _redraw(self) -> None:
        if self._draft is not None and self._stack.currentWidget() is self.endorse_box:
            written = self.endorse_box.written
            self._draft.show(written.text, written.standing)

    def _note_words(self) -> None:
        """What is written is kept while it is written."""
        if self.endorse_box.letter_id is not None:
            self._desk.unsigned.write(self.endorse_box.letter_id, self.endorse_box.text.value)

    def _turn(self, page: int) -> None:
        if page != 1 and self._draft is not None:
            self._draft.end()
        self._fit(page)
        self._stack.setCurrentIndex(page)
        self.writing.emit(page != 0)
        self.routing.emit(page == 2)

    def _fit(self, page: int) -> None:
        """Only what is looked at takes its room; a stack would keep room for the tallest of its pages."""
        preferred, ignored = QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored
        for place in range(self._stack.count()):
            shown, policy = self._stack.widget(place), preferred if place == page else ignored
            if shown is not None:
                shown.setSizePolicy(policy, policy)

    def _done(self, act: str) -> None:
        if act == "endorsed":
            if self._desk.letter is not None and self._desk.letter.id == self.endorse_box.letter_id:
                self.endorse_box.saved()
            self.sections.turn_to(self.sections.endorsements)
        elif not self._compact:
            told = self.sections.routes if act in ("routed", "received", "recalled") else self.sections.history
            self.sections.turn_to(told)
        if act == "routed":
            self.route_panel.sent()
        if self.is_writing and act not in _BESIDE:
            self.back()

    def _busy(self, busy: bool) -> None:
        for panel in self._panels:
            panel.set_busy(busy)

    def _connect(self) -> None:
        self._desk.done.connect(self._done)
        self._desk.busy.connect(self._busy)
        self.endorse_box.text.textChanged.connect(self._note_words)
        self.route_panel.send.connect(self._desk.route)
        self.route_panel.keep.connect(self._desk.keep_as_template)
        self.word_panel.tell.connect(self._desk.do)
        self.way_bar.asked.connect(self.do)
        self.watch_buttons.asked.connect(self.do)
        self.amend_panel.save.connect(self._desk.amend)
        self.classify_panel.classify.connect(self._desk.classify)
        self.classify_button.clicked.connect(self.classify)
        self.keeping_panel.act.connect(self._desk.keep)
        self.keeping_button.clicked.connect(self.keep)
        self.amend_button.clicked.connect(lambda: self.amend())
        for page in self._panels:
            page.closed.connect(self.back)
        self.receive_button.clicked.connect(self.receive)
        self.route_button.clicked.connect(self.route)
        self.endorse_button.clicked.connect(lambda: self.endorse())

    @property
    def seldom(self) -> tuple[QWidget, ...]:
        """What is done to a letter now and then; its page lays them out where they take no room from the letter."""
        return self.amend_button, self.classify_button, self.keeping_button, self.watch_buttons

    def _reading(self) -> QWidget:
        page = QWidget()
        acts = QHBoxLayout()
        acts.setSpacing(S)
        acts.addWidget(self.receive_button)
        if self._compact:
            acts.addWidget(self.way_bar)
            for widget in self.seldom:
                widget.setParent(page)
                widget.hide()
        acts.addStretch(1)
        acts.addWidget(self.route_button)
        acts.addWidget(self.endorse_button)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.sections, 1)
        if not self._compact:
            column.addWidget(self.way_bar)
        column.addLayout(acts)
        return page
