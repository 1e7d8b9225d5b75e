"""What citizens ask as a room of the house; its count is of cases that are overdue."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from ui.house import House
from ui.kit.room import Room

translate = QCoreApplication.translate


class CaseRoom(Room):
    """`widget` is a `CaseScreens`; `billed` and `certified` are as there."""

    billed = Signal(object)
    certified = Signal(object)

    def __init__(self, house: House) -> None:
        super().__init__("cases", lambda: translate("Rooms", "คำขอและร้องเรียน"), "flag", self._make, house)
        self._house = house

    def _make(self) -> QWidget:
        from ui.cases.presenter import CasesPresenter
        from ui.cases.screens import CaseScreens

        house = self._house
        presenter = CasesPresenter(house.office, house.session.person)
        screens = CaseScreens(presenter, house.worker, house.notices, house.code, house.printing)
        screens.billed.connect(self.billed)
        screens.certified.connect(self.certified)
        house.heard.heard.connect(screens.changed)
        return screens
