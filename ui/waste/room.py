"""Waste fees as a room of the house."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.office.ids import Id
from ui.house import House
from ui.kit.room import Room

translate = QCoreApplication.translate


class WasteRoom(Room):
    """`widget` is a `WasteScreens`; `importing` makes the page that brings houses in, `bill` opens a bill elsewhere."""

    def __init__(self, house: House, importing: Callable[[], QWidget], bill: Callable[[Id], None]) -> None:
        super().__init__("waste", lambda: translate("Rooms", "ค่าขยะ"), "home", self._make, house)
        self._house, self._importing, self._bill = house, importing, bill

    def _make(self) -> QWidget:
        from ui.waste.presenter import WastePresenter
        from ui.waste.screens import WasteScreens

        house = self._house
        presenter = WastePresenter(house.office, house.session.person)
        screens = WasteScreens(presenter, house.worker, house.notices, house.printing, self._importing())
        screens.accounts.bill_wanted.connect(self._bill)
        house.heard.heard.connect(screens.changed)
        return screens
