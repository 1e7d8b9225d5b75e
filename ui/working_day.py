"""An open desk: people sign in and out, the rooms stand, the strip tells the truth, and closing says what waits."""

from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon

from desktop.accounts.model import Session
from desktop.office.errors import OfficeError
from ui.briefing.notifier import Notifier, Tray
from ui.entrance import EntranceWindow
from ui.farewell import Farewell
from ui.heard_changes import HeardChanges
from ui.house import House
from ui.imports.dropping import Dropping
from ui.kit.icons import pixmap
from ui.kit.language import Language
from ui.kit.theme import Theme
from ui.notices import Notices
from ui.opening import Opened, Somebody
from ui.rooms import ask_above, rooms_of
from ui.settings import SettingsFile
from ui.shell.header import Desk as DeskSign
from ui.shell.main_window import MainWindow
from ui.shell.sign_in import SignInWindow
from ui.shell.sign_in_presenter import Person as PersonSign
from ui.shell.strip_words import LINE_TROUBLES
from ui.standing import Standing
from ui.truth import Truth
from ui.work import Worker


def _bring_rooms() -> None:
    """Brings the rooms' code in while a password is typed, so that they open at once afterwards."""
    for screen in ("letters.screens", "today.screen", "cashier.counter_screen", "tray.screen"):
        import_module(f"ui.{screen}")


class WorkingDay(QObject):
    """`closed` when the clerk has left for good."""

    closed = Signal()

    def __init__(
        self,
        opened: Opened,
        entrance: EntranceWindow,
        notices: Notices,
        theme: Theme,
        language: Language,
        settings: SettingsFile,
    ) -> None:
        super().__init__(entrance)
        self._opened, self._entrance, self._notices = opened, entrance, notices
        self._theme, self._language, self._settings = theme, language, settings
        self._leaving = False
        self.window: MainWindow | None = None
        self.sign_in: SignInWindow | None = None
        self.house: House | None = None
        self.heard = HeardChanges(opened.office.desk.changes, self)
        self.worker = Worker(opened.office.desk.writer, self._tell_failure, self)
        self.truth = Truth(opened, self.worker, self.heard, language, lambda: settings.now.helpdesk, self)

    def ask_who(self) -> None:
        """The sign-in page, with those who have worked here before."""
        office_name = self._opened.office_name or ""
        people = [self._sign(one) for one in self._opened.people()]
        self.sign_in = SignInWindow(
            office_name, people, self._ask, self._entered, self._notices, self._theme, self._language
        )
        self._entrance.show_whole(self.sign_in, office_name)
        self._entrance.show()
        QTimer.singleShot(0, self, _bring_rooms)
        QTimer.singleShot(0, self, self._begin_queue)

    def end(self) -> None:
        """Ends what runs in the background; the desk itself is closed by who opened it."""
        self.truth.stop()
        self.heard.stop()
        if self.house is not None:
            self.house.reading.stop()
        self._opened.office.queue.end()
        self._opened.office.end_reading()  # whoever waits for a page waits no more
        self.worker.close()
        self._opened.office.queue.end()  # it may have been beginning at that moment
        if self.window is not None:
            self._leaving = True
            self.window.close()

    def _begin_queue(self) -> None:
        """The queue's keeper serves the others also while nobody has signed in at it."""
        self.worker.run(self._opened.office.queue.begin, owner=self._entrance)

    def _ask(
        self, login: str, password: str, done: Callable[[object], None], failed: Callable[[Exception], None]
    ) -> None:
        office = self._opened.office
        self.worker.run(
            lambda: office.accounts.sign_in(login, password), owner=self._entrance, on_done=done, on_failed=failed
        )

    def _tell_failure(self, error: Exception) -> None:
        self._notices.failed(error)

    def _sign(self, one: Somebody) -> PersonSign:
        english = self._language.code == "en"
        return PersonSign(one.login, one.name_en if english else one.name_th, one.unit_en if english else one.unit_th)

    def _entered(self, session: object) -> None:
        assert isinstance(session, Session)
        person = session.person
        self.house = House(
            self._opened.office, session, self.worker, self._notices, self.heard, self._language, self._settings
        )
        standing = Standing(self._opened.office, person, self.worker, self.heard, self.house)
        standing.ended.connect(self._must_go)
        standing.altered.connect(self._notices.failed)
        rooms = rooms_of(self.house, self._opened.line)
        sign = DeskSign(session.office.name_th, person.name_th, person.unit.name_th)
        self.window = MainWindow(sign, rooms, self._notices, self._theme, self._language, self._may_close)
        ask_above(self.house, self.window)
        Dropping(self.window, self.house.dropped.emit)
        self.window.sign_out_asked.connect(self._sign_out)
        self.window.searched.connect(self.house.sought)
        self.window.typed.connect(self.house.seeking)
        self.house.offered.connect(self.window.offers.show_offers)
        self.window.strip_acted.connect(self._explain)
        self.window.copies_asked.connect(self._show_copies)
        self.truth.told.connect(self.window.show_strip)
        self.house.wanted.connect(self.window.presenter.go)
        self._tell_at_once(self.house, self.window)
        self.window.start()
        self.window.open_on(self.window.screen().availableSize())
        self._entrance.hide()
        QTimer.singleShot(0, self.window, self._settle_in)

    def _tell_at_once(self, house: House, window: MainWindow) -> None:
        """Where the machine has a tray; what is told there leads to the briefing."""
        if not Tray.exists():
            return
        tray = Tray(QIcon(pixmap("seal", "accent", 64)), house.session.office.name_th, house)
        Notifier(house, tray, window.isActiveWindow, house)

        def follow() -> None:
            window.show()
            window.raise_()
            window.activateWindow()
            window.presenter.go("briefing")

        tray.clicked.connect(follow)

    def _settle_in(self) -> None:
        """After the first picture: the writer's machinery is warmed, the post begins, and in a while pages are read."""
        self._opened.office.desk.warm()
        self.truth.start()
        if self.house is not None:
            self.house.reading.begin()

    def _explain(self) -> None:
        """The one thing to do about the strip: to the tray, or what happened, what is safe and what helps."""
        state = self.truth.state
        if state is not None and state.trouble in LINE_TROUBLES and self.window is not None:
            self._notices.failed(OfficeError(state.trouble))
            self.window.presenter.go("connection")
        elif state is not None and state.trouble:
            self._notices.failed(OfficeError(state.trouble))
        elif self.window is not None:
            self.window.presenter.go("tray")

    def _show_copies(self) -> None:
        from ui.connection.screen import ConnectionScreen

        if self.window is not None:
            self.window.presenter.go("connection")
            room = self.window.presenter.current
            if room is not None and isinstance(room.widget, ConnectionScreen):
                room.widget.turn("copies")

    def _sign_out(self) -> None:
        """Somebody else may sit down; the post goes on."""
        self._opened.office.let_go()
        window, self.window = self.window, None
        house, self.house = self.house, None
        self.ask_who()
        if window is not None:
            window.hide()
            window.deleteLater()
        if house is not None:
            house.reading.stop()
            house.deleteLater()

    def _must_go(self, why: OfficeError) -> None:
        """The person may not be here any more; what they saved stays and is sent."""
        self._sign_out()
        self._notices.failed(why)

    def _may_close(self) -> bool:
        if self._leaving:
            return True
        self._opened.office.let_go()
        waiting, files = self._opened.office.waiting(), self._opened.office.waiting_files()
        if not waiting and not files:
            self._leave()
            return True
        farewell = Farewell(waiting, files, self.window)
        farewell.accepted.connect(self._leave_now)
        farewell.open()
        return False

    def _leave(self) -> None:
        self._leaving = True
        self.closed.emit()

    def _leave_now(self) -> None:
        self._leave()
        if self.window is not None:
            self.window.close()
