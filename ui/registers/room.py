"""The control register as a room of the house; its count is of papers that wait for their official number."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.office.changes import Changes
from ui.house import House
from ui.kit.room import Room

translate = QCoreApplication.translate


class RegisterRoom(Room):
    """`widget` is a `RegisterScreen`; the count is live before it is built."""

    def __init__(self, house: House) -> None:
        super().__init__("registers", lambda: translate("Rooms", "ทะเบียนคุม"), "register", self._make, house)
        self._house = house
        house.heard.heard.connect(self._changed)
        self._look()

    def _make(self) -> QWidget:
        from ui.registers.screen import RegisterScreen

        house = self._house
        screen = RegisterScreen(house.office, house.session.person, house.worker, house.notices, house.printing)
        house.heard.heard.connect(screen.changed)
        return screen

    def _changed(self, changes: Changes) -> None:
        if changes.touches("letter", "letter_tag"):
            self._look()

    def _look(self) -> None:
        queries = self._house.office.letter_queries
        self._house.worker.run(lambda: len(queries.to_stamp()), owner=self, on_done=self._count_told, view="count")

    def _count_told(self, count: int) -> None:
        self.set_count(count or None)
