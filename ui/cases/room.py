"""What citizens ask as a room of the house; its count is of cases that are overdue."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.devices.printer import Printer
from ui.house import House
from ui.kit.room import Room

translate = QCoreApplication.translate


class CaseRoom(Room):
    """`widget` is a `CaseScreens`; `billed` and `certified` are as there."""

    billed = Signal(object)
    certified = Signal(object)

    def __init__(self, house: House, *, printer: Callable[[], Printer], queue: Callable[[], str | None]) -> None:
        super().__init__("cases", lambda: translate("Rooms", "คำขอและร้องเรียน"), "flag", self._make, house)
        self._house, self._printer, self._queue = house, printer, queue

    def _make(self) -> QWidget:
        from ui.cases.presenter import CasesPresenter
        from ui.cases.screens import CaseScreens

        house = self._house
        presenter = CasesPresenter(house.office, house.session.person)
        screens = CaseScreens(presenter, house.worker, house.notices, house.code, self._printer, self._queue)
        screens.billed.connect(self.billed)
        screens.certified.connect(self.certified)
        house.heard.heard.connect(screens.changed)
        return screens
