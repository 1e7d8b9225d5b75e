"""The inbox as a room of the house."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from desktop.accounts.model import Session
from desktop.application import Office
from desktop.devices.scanner import ScanSource
from desktop.letters.found import Filters, Search
from desktop.letters.model import LetterRow
from desktop.letters.rules import padded
from desktop.office.changes import Changes
from desktop.office.ids import Id
from ui.heard_changes import HeardChanges
from ui.kit.offers import Offer
from ui.kit.room import Room
from ui.letters.inbox_presenter import InboxPresenter
from ui.notices import Notices
from ui.reading_pages import ReadingPages
from ui.sheets.printing import SheetPrinting
from ui.work import Worker

translate = QCoreApplication.translate
_OFFERED = 4


class InboxRoom(Room):
    """`widget` is a `LetterScreens`, built when somebody first goes in; the count is live before that."""

    def __init__(
        self,
        office: Office,
        session: Session,
        worker: Worker,
        notices: Notices,
        heard: HeardChanges,
        *,
        printing: SheetPrinting,
        scanner: Callable[[], ScanSource],
        language: Callable[[], str] = lambda: "th",
        reading: ReadingPages | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__("inbox", lambda: translate("Rooms", "หนังสือเข้า"), "inbox", self._make, parent)
        self._office, self._session, self._worker, self._notices = office, session, worker, notices
        self._heard, self._printing, self._scanner = heard, printing, scanner
        self._language, self._reading = language, reading
        self._presenter = InboxPresenter(office, session)
        heard.heard.connect(self._changed)
        self._look()

    def look_for(self, words: str) -> None:
        """Looks through all letters for the words."""
        self.widget.look_for(words)  # type: ignore[attr-defined]

    def offers(self, words: str, look: Callable[[Id], None]) -> tuple[Offer, ...]:
        """The newest letters that have the words, for `look` to open; any thread."""
        search = Search(words, Filters(), self._session.person.unit.id)
        return tuple(_offer(found.row, look) for found in self._office.letter_search.look(search, _OFFERED).first)

    def _make(self) -> QWidget:
        from ui.letters.screens import LetterScreens

        screens = LetterScreens(
            self._office,
            self._session,
            self._worker,
            self._notices,
            self._printing,
            self._scanner,
            self._language,
        )
        self._heard.heard.connect(screens.changed)
        if self._reading is not None:
            screens.show_unread(self._reading.left)
            self._reading.told.connect(screens.show_unread)
        return screens

    def _changed(self, changes: Changes) -> None:
        if self._presenter.concerns(changes):
            self._look()

    def _look(self) -> None:
        self._worker.run(self._presenter.waiting, owner=self, on_done=self.set_count, view="count")


def _offer(row: LetterRow, look: Callable[[Id], None]) -> Offer:
    name = f"{padded(row.number)}/{row.year_be}"
    return Offer(f"letter {row.id.hex()}", translate("Search", "หนังสือ"), name, row.subject, lambda: look(row.id))
