"""The tray as a room of the house: its count is live before anybody goes in."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.tray.model import Item
from ui.house import House
from ui.kit.room import Room
from ui.tray.presenter import TrayPresenter

translate = QCoreApplication.translate


class TrayRoom(Room):
    """`edit` opens the paper of an item where it can be put right."""

    def __init__(self, house: House, edit: Callable[[Item], None]) -> None:
        super().__init__("tray", lambda: translate("Rooms", "ต้องตรวจ"), "flag", self._make, house)
        self._house, self._edit = house, edit
        self._presenter = TrayPresenter(house.office, house.session)
        house.heard.heard.connect(self._changed)
        self._look()

    def _make(self) -> QWidget:
        from ui.tray.screen import TrayScreen

        screen = TrayScreen(self._house)
        screen.edit_asked.connect(self._edit)
        self._house.heard.heard.connect(screen.changed)
        return screen

    def _changed(self, changes: object) -> None:
        if self._presenter.concerns(changes):  # type: ignore[arg-type]
            self._look()

    def _look(self) -> None:
        self._house.worker.run(
            self._presenter.waiting, owner=self, on_done=lambda count: self.set_count(count or None), view="count"
        )
