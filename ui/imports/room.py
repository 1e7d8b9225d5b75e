"""The import room of the house; its count is of drafts that wait for their number."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.office.changes import Changes
from desktop.office.ids import Id
from ui.house import House
from ui.kit.room import Room

translate = QCoreApplication.translate


class ImportRoom(Room):
    """`widget` is an `ImportScreen`; `register` opens a draft in the registration, `to_party` is whom letters name."""

    def __init__(self, house: House, register: Callable[[Id], None], to_party: Callable[[], str]) -> None:
        super().__init__("imports", lambda: translate("Rooms", "นำเข้า"), "import", self._make, house)
        self._house, self._register, self._to_party = house, register, to_party
        house.heard.heard.connect(self._changed)
        self._look()

    def bring(self, paths: Sequence[Path]) -> None:
        """Files that were dropped on the window."""
        self._house.wanted.emit(self.key)
        self.widget.bring(paths)  # type: ignore[attr-defined]

    def _make(self) -> QWidget:
        from ui.imports.screen import ImportScreen

        house = self._house
        screen = ImportScreen(house.office, house.session, house.worker, house.notices, self._to_party)
        screen.register_asked.connect(self._register)
        house.heard.heard.connect(screen.changed)
        return screen

    def _changed(self, changes: Changes) -> None:
        if changes.touches("arrival"):
            self._look()

    def _look(self) -> None:
        office, who = self._house.office, self._house.session.person
        self._house.worker.run(
            lambda: office.arrivals(who).count(),
            owner=self,
            on_done=lambda count: self.set_count(count or None),
            view="count",
        )
