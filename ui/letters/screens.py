"""The inbox room: the list, one letter, and the registration, one at a time."""

from collections.abc import Callable, Mapping
from functools import cached_property

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.accounts.model import Session
from desktop.application import Office
from desktop.devices.scanner import ScanSource
from desktop.letters.alike_queries import Alike
from desktop.letters.model import Basket, LetterRow, Registered
from desktop.office.changes import Changes
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from ui.letters.authority_presenter import AuthorityPresenter
from ui.letters.authority_screen import AuthorityScreen
from ui.letters.batch_presenter import BatchPresenter
from ui.letters.batch_screen import BatchScreen
from ui.letters.compare_screen import CompareScreen
from ui.letters.fallen_screen import FallenScreen
from ui.letters.inbox import InboxScreen
from ui.letters.inbox_presenter import InboxPresenter
from ui.letters.letter_desk import LetterDesk
from ui.letters.letter_page import LetterPage
from ui.letters.letter_papers import LetterPapers
from ui.letters.letter_presenter import LetterPresenter
from ui.letters.paper_screen import PaperScreen
from ui.letters.reading_watch import ReadingWatch
from ui.letters.reassign_presenter import ReassignPresenter
from ui.letters.reassign_screen import ReassignScreen
from ui.letters.registration import RegistrationScreen
from ui.letters.registration_presenter import RegistrationPresenter
from ui.letters.search_presenter import SearchPresenter
from ui.letters.search_screen import SearchScreen
from ui.letters.secret_screen import SecretScreen
from ui.letters.stack_feed import StackFeed
from ui.letters.stack_presenter import StackPresenter
from ui.letters.stack_screen import StackScreen
from ui.letters.stamp_presenter import StampPresenter
from ui.letters.stamp_screen import StampScreen
from ui.notices import Notices
from ui.sheets.printing import SheetPrinting
from ui.work import Worker

LEAST = QSize(800, 500)
_FOLLOWING = ("authority", "registration", "fallen", "papers", "search", "stack")
"""Screens that hear of every change once they stand."""


class LetterScreens(QStackedWidget):
    """`inbox` stands from the beginning; every other screen is built when somebody first goes there.

    `scanner` is asked for off the GUI thread.
    """

    def __init__(
        self,
        office: Office,
        session: Session,
        worker: Worker,
        notices: Notices,
        printing: SheetPrinting,
        scanner: Callable[[], ScanSource],
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self._session, self._worker, self._notices = office, session, worker, notices
        self._scanner, self._language = scanner, language
        self._printing = printing
        presenter = LetterPresenter(office, session)
        self.desk = LetterDesk(presenter, worker, notices, self)
        self._papers = LetterPapers(presenter, worker, notices, printing, self)
        self.inbox = InboxScreen(InboxPresenter(office, session), self.desk, self._papers, worker, language)
        self._stamp_from: QWidget = self
        self._unread = 0
        self._list: InboxScreen | FallenScreen | SearchScreen = self.inbox
        self._watch = ReadingWatch(self.desk.guard, self)
        self._watch.add(self.inbox.preview.pages)
        self.addWidget(self.inbox)
        self.setFocusProxy(self.inbox)
        self._papers.stamp_asked.connect(self.print_stamp)
        self.inbox.opened.connect(self.open_letter)
        self.inbox.preview.work.sections.related.opened.connect(self.open_letter)
        self.inbox.register_asked.connect(self.register)
        self.inbox.fallen_asked.connect(self.show_fallen)
        self.inbox.paper_asked.connect(self.show_papers)
        self.inbox.many_asked.connect(self.endorse_many)
        self.inbox.authority_asked.connect(self.show_authority)
        self.inbox.secrets_asked.connect(lambda: self.go(self.secrets))
        self.inbox.search_asked.connect(self.show_search)
        self.inbox.reassign_asked.connect(self._ask_reassign)
        self.inbox.stack_asked.connect(self.show_stack)

    def minimumSizeHint(self) -> QSize:
        """Labels that are not laid out yet ask for more than they need: the window must not grow for that."""
        return LEAST

    def changed(self, changes: Changes) -> None:
        """Something was written at this desk or pulled from the centre."""
        self.inbox.changed(changes)
        self.desk.changed(changes)
        for name in _FOLLOWING:
            if (screen := self.__dict__.get(name)) is not None:
                screen.changed(changes)

    def show_unread(self, pages: int) -> None:
        """So many pages of letters are still being read in the background."""
        self._unread = pages
        if "search" in self.__dict__:
            self.search.show_unread(pages)

    def show_basket(self, basket: Basket) -> None:
        self._list = self.inbox
        self.inbox.show_basket(basket)
        self.go(self.inbox)

    def look_for(self, words: str) -> None:
        """Looks through all letters for the words."""
        fresh = self.currentWidget() is not self.search
        self._list = self.search
        self.setCurrentWidget(self.search)
        self.setFocusProxy(self.search)
        if fresh:
            self.search.begin()
        self.search.look_for(words)
        self.search.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_search(self) -> None:
        """The search, as it was left."""
        self._list = self.search
        self.search.begin()
        self.go(self.search)

    def open_letter(self, letter_id: Id) -> None:
        """One letter on the whole room."""
        self.desk.open(letter_id)
        self.go(self.page)

    def amend_letter(self, letter_id: Id, values: Mapping[str, str | None], item: Id | None) -> None:
        """One letter with its form open, filled with what was wanted before; `item` of the tray is settled by it."""
        self.desk.once_shown(letter_id, lambda: self.page.work.amend(values, item))
        self.open_letter(letter_id)

    def register(self) -> None:
        """The registration, with whatever was typed there before."""
        self.go(self.registration)

    def register_arrival(self, arrival_id: Id) -> None:
        """The registration filled with a draft out of a file; what was typed there before must be settled first."""
        self.go(self.registration)
        self.registration.take_arrival(arrival_id)

    def go(self, screen: QWidget) -> None:
        self.setCurrentWidget(screen)
        self.setFocusProxy(screen)
        screen.setFocus(Qt.FocusReason.OtherFocusReason)

    @cached_property
    def page(self) -> LetterPage:
        screen = LetterPage(self.desk, self._papers, self._worker, self._language)
        self._watch.add(screen.pages)
        screen.closed.connect(self._back)
        screen.paper_asked.connect(self.show_papers)
        screen.work.sections.related.opened.connect(self.open_letter)
        screen.moved.connect(lambda rows: self._list.step(rows))
        self.addWidget(screen)
        return screen

    @cached_property
    def batch(self) -> BatchScreen:
        """Many letters of the basket endorsed at once."""
        presenter = BatchPresenter(self._office, self._session, self.desk.presenter, self.desk.guard)
        screen = BatchScreen(presenter, self.desk, self._worker, lambda: self.inbox.presenter.wanted)
        self._watch.add(screen.pages)
        screen.closed.connect(self._back)
        self.addWidget(screen)
        return screen

    @cached_property
    def authority(self) -> AuthorityScreen:
        """Own phrases, and who may sign for whom."""
        presenter = AuthorityPresenter(self._office, self._session)
        screen = AuthorityScreen(presenter, self._worker, self._notices, self._language)
        screen.closed.connect(self._back)
        self.addWidget(screen)
        return screen

    def endorse_many(self) -> None:
        self.go(self.batch)
        self.batch.begin()

    def show_authority(self) -> None:
        self.go(self.authority)
        self.authority.read()

    @cached_property
    def registration(self) -> RegistrationScreen:
        presenter = RegistrationPresenter(self._office, self._session)
        screen = RegistrationScreen(presenter, self._worker, self._notices, self._scanner)
        screen.closed.connect(self._back)
        screen.letter_asked.connect(self.open_letter)
        screen.compare_asked.connect(self.show_compared)
        screen.done.route.connect(self._route_registered)
        screen.done.print_stamped.connect(self._print_registered)
        screen.done.stamp_asked.connect(self._stamp_registered)
        self.addWidget(screen)
        return screen

    @cached_property
    def compare(self) -> CompareScreen:
        """The paper that is being registered beside the letter that it seems to be."""
        screen = CompareScreen(self.registration.presenter, self._worker)
        screen.closed.connect(lambda: self.go(self.registration))
        screen.same.connect(self._is_same)
        screen.again.connect(self._is_another)
        self.addWidget(screen)
        return screen

    def show_compared(self, alike: Alike) -> None:
        self.compare.compare(self.registration.form.typed(), alike)
        self.go(self.compare)

    def _is_same(self, row: LetterRow) -> None:
        self.go(self.registration)
        self.registration.same(row)

    def _is_another(self) -> None:
        self.go(self.registration)
        self.registration.twins.ask_reason()

    @cached_property
    def stamp(self) -> StampScreen:
        """The stamp of one letter on its way onto the paper; leads back to where it was asked for."""
        presenter = StampPresenter(self._office, self._session)
        screen = StampScreen(presenter, self._worker, self._notices, self._printing)
        screen.closed.connect(lambda: self.go(self._stamp_from))
        self.addWidget(screen)
        return screen

    def print_stamp(self, letter_id: Id) -> None:
        """The stamp of a letter for its paper original."""
        self._stamp_from = self.currentWidget() or self.inbox
        self.go(self.stamp)
        self.stamp.open(letter_id)

    @cached_property
    def stack(self) -> StackScreen:
        """The scanning desk."""
        presenter = StackPresenter(self._office, self._session)
        screen = StackScreen(presenter, self._worker, self._notices, self._scanner)
        screen.closed.connect(self._back)
        screen.register_asked.connect(self.register_stack)
        screen.slips_asked.connect(lambda: self._papers.print_made(screen.presenter.separators, "separators"))
        self.addWidget(screen)
        return screen

    def show_stack(self) -> None:
        """The scanning desk, with what waits there."""
        self.go(self.stack)
        self.stack.look()

    def register_stack(self, batch_id: Id) -> None:
        """The letters of a stack, one after the other."""
        self.go(self.registration)
        self.feed.begin(batch_id)

    @cached_property
    def feed(self) -> StackFeed:
        """What brings the letters of a stack into the registration."""
        feed = StackFeed(self.stack.presenter, self.registration, self._worker, self._notices)
        feed.over.connect(self.show_stack)
        feed.left_early.connect(self.show_stack)
        return feed

    @cached_property
    def secrets(self) -> SecretScreen:
        """What is read at the centre only; asks it whenever it is shown."""
        failed = self._notices.failed
        screen = SecretScreen(self._office, self._session, self._worker, failed, self._language)
        screen.closed.connect(self._back)
        self.addWidget(screen)
        return screen

    @cached_property
    def fallen(self) -> FallenScreen:
        screen = FallenScreen(self._office, self._session.person, self._worker, self._language)
        screen.closed.connect(self._leave_list)
        screen.opened.connect(self.open_letter)
        screen.route_asked.connect(self._route_fallen)
        self.addWidget(screen)
        return screen

    def show_fallen(self) -> None:
        """The letters that nobody has moved for too long; a letter opened there goes back there."""
        self._list = self.fallen
        self.go(self.fallen)

    @cached_property
    def papers(self) -> PaperScreen:
        person = self._session.person
        screen = PaperScreen(self._office, person, self._worker, self._notices, self._language)
        screen.closed.connect(self._leave_papers)
        screen.opened.connect(self._open_from_papers)
        screen.slips_made.connect(self._papers.print_slips)
        self.addWidget(screen)
        return screen

    def show_papers(self) -> None:
        """Who has the papers; opened from a letter, where its own is."""
        from_letter = self.currentWidget() is self.__dict__.get("page")
        self.go(self.papers)
        if from_letter and self.desk.letter is not None:
            self.papers.look_for(self.desk.letter.id)

    def _open_from_papers(self, letter_id: Id) -> None:
        self._list = self.inbox
        self.open_letter(letter_id)

    def _leave_papers(self) -> None:
        self.go(self._list)

    def _leave_list(self) -> None:
        self._list = self.inbox
        self._back()

    def _route_fallen(self, letter_id: Id) -> None:
        self.desk.once_shown(letter_id, lambda: self.page.work.route())
        self.open_letter(letter_id)

    @cached_property
    def search(self) -> SearchScreen:
        presenter = SearchPresenter(self._office, self._session)
        screen = SearchScreen(presenter, self._worker, self._notices)
        screen.show_unread(self._unread)
        screen.opened.connect(self.open_letter)
        screen.closed.connect(self._leave_list)
        self.addWidget(screen)
        return screen

    @cached_property
    def reassign(self) -> ReassignScreen:
        """The open letters of somebody who is absent."""
        presenter = ReassignPresenter(self._office, self._session)
        screen = ReassignScreen(presenter, self._worker, self._notices)
        screen.closed.connect(self._back)
        self.addWidget(screen)
        return screen

    def _ask_reassign(self) -> None:
        """For heads and executives only."""
        if ReassignPresenter(self._office, self._session).allowed:
            self.go(self.reassign)
            self.reassign.begin()
        else:
            self._notices.failed(OfficeError("letters.may_not_reassign"))

    def _back(self) -> None:
        if self._list is self.inbox:
            self.inbox.follow()
        self.go(self._list)

    def _registered(self) -> Registered | None:
        return self.registration.done.registered

    def _route_registered(self) -> None:
        """The letter that was registered last, with the routing open."""
        if (registered := self._registered()) is not None:
            self.desk.once_shown(registered.id, self.page.work.route)
            self.open_letter(registered.id)

    def _stamp_registered(self) -> None:
        if (registered := self._registered()) is not None:
            self.print_stamp(registered.id)

    def _print_registered(self) -> None:
        if (registered := self._registered()) is not None:
            self._papers.print_letter(registered.id)
