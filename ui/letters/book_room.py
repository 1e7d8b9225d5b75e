"""The register books as a room of the house; its count is of files that should be back."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.office.changes import Changes
from desktop.office.ids import Id
from ui.house import House
from ui.kit.room import Room
from ui.letters.book_presenter import BookPresenter

translate = QCoreApplication.translate


class BookRoom(Room):
    """`widget` is a `BooksScreen`; `open_letter` shows the letter of a line."""

    def __init__(self, house: House, open_letter: Callable[[Id], object]) -> None:
        super().__init__("books", lambda: translate("Rooms", "ทะเบียนหนังสือ"), "letter", self._make, house)
        self._house, self._open_letter = house, open_letter
        self._presenter = BookPresenter(house.office, house.session)
        house.heard.heard.connect(self._changed)
        self._look()

    def _make(self) -> QWidget:
        from ui.letters.books_screen import BooksScreen

        house = self._house
        screen = BooksScreen(self._presenter, house.worker, house.notices, house.code)
        house.heard.heard.connect(screen.changed)
        screen.opened.connect(self._open_letter)
        return screen

    def _changed(self, changes: Changes) -> None:
        if changes.touches("letter_loan"):
            self._look()

    def _look(self) -> None:
        self._house.worker.run(self._presenter.late, owner=self, on_done=self._count_told, view="count")

    def _count_told(self, count: int) -> None:
        self.set_count(count or None)
